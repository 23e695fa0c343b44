"""Every section of the lecture has its place in the app."""

from __future__ import annotations

import re
from pathlib import Path

from engine.lessons.parse import load_folder
from gui.lessons.panel import FOLDER, lesson_names

TABLE = Path(__file__).resolve().parents[1] / "docs" / "lecture.md"

SECTIONS = (
    "1 활성화 함수(Activation Function)",
    "정적인 입출력 사상(Static input-output mapping)",
    "동적인 입출력 사상(dynamic input-output mapping)",
    "RNN(Recurrent Neural Network) 구조",
    "RNN, LSTM 비교",
    "<RNN Architecture>",
    "RNN의 종류",
    "RNN의 기본 동작",
    "Vanishing Gradient Problem",
    "LSTM",
    "Forget gate(reset, keep gate)",
    "Input gate(write)",
    "Output gate(read)",
    "Cell",
    "GRU(Gated Recurrent Unit)",
    "IMDB 리뷰 데이터셋",
    "케라스로 IMDB 데이터 불러오기",
    "훈련 세트 준비",
    "시퀀스 패딩",
    "순환 신경망 모델 만들기",
    "원-핫 인코딩",
    "모델 구조 확인",
    "모델 훈련",
    "임베딩",
)
"""The lecture's headings, as it has them, in its order."""


def _rows() -> dict[str, str]:
    cells = [line.strip("|").split(" | ") for line in TABLE.read_text("utf-8").splitlines()]
    return {row[0].strip(): row[1].strip() for row in cells if len(row) == 2}


def test_no_section_is_missing() -> None:
    rows = _rows()
    assert [name for name in rows if name in SECTIONS] == list(SECTIONS)
    assert all(rows[name] for name in SECTIONS)


def test_the_lessons_that_the_table_names_are_there_and_about_it() -> None:
    lessons = {lesson.title: lesson for lesson in load_folder(FOLDER / "en", lesson_names())[0]}
    named = set()
    for section, place in _rows().items():
        for title in re.findall(r"Lesson \*([^*]+)\*", place):
            assert section in lessons[title].lecture, title
            named.add(title)
    of_lstm = {title for title, lesson in lessons.items() if "LSTM" in lesson.lecture}
    assert named | of_lstm == set(lessons)
