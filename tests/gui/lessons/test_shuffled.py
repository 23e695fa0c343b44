"""Shuffling moves the answers of networks with time, and not that of a bag of words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.lessons.static_mapping import STAYED
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence
from gui.lessons.shuffled import ShuffledWords
from gui.look.numbers_text import number
from gui.places import LESSONS
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, case, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.gui.survey.conftest import open_corpus, write_corpus

LEFT = Qt.MouseButton.LeftButton


def _picture(window: MainWindow) -> ShuffledWords:
    panel = open_lessons(window)
    panel.show_lesson("02-static-and-dynamic")
    settle()
    assert isinstance(panel.view.picture, ShuffledWords)
    return panel.view.picture


def test_whose_answer_moves(window: MainWindow) -> None:
    picture = _picture(window)
    assert all(before == after for before, after in picture.answers.shown.values())
    as_written = picture.words.text()
    QTest.mouseClick(picture.again, LEFT)
    assert sorted(picture.words.text().split()) == sorted(as_written.split())
    assert picture.words.text() != as_written
    moved = {name: abs(b - a) for name, (b, a) in picture.answers.shown.items()}
    assert moved["LSTM(8)"] > 0 and moved["SimpleRNN(8)"] > 0
    assert moved["bag of words"] < 1e-6
    trace = window.session.panes[1].trace
    assert trace is not None
    assert picture.answers.shown["LSTM(8)"][0] == pytest.approx(
        float(trace.prediction[-1]), abs=1e-6
    )
    first = picture.words.text()
    QTest.mouseClick(picture.again, LEFT)
    assert picture.words.text() != first, "another order"
    QTest.mouseClick(picture.back, LEFT)
    assert picture.words.text() == as_written
    assert "filter" in picture.strongest.text()
    filters = picture.filters
    for place, kept in enumerate(filters.strongest):
        said = filters._say(filters.box(place, kept).center())
        assert number(float(filters.values[:, place].max())) in said and "kept" in said
        words = re.search("“(.*)”", said)
        assert words is not None and words[1] in as_written
    assert filters._say(QPointF(-5, -5)) == ""


def test_many_reviews_are_asked(window: MainWindow, qtbot: QtBot) -> None:
    """And what is said of them is computed."""
    picture = _picture(window)
    read = window.session.sequence
    assert read is not None
    random = np.random.default_rng(5)

    def sample(network: Network, count: int, seed: int) -> list[Sequence]:
        prepared = window.session.prepare(network, read)
        return [replace(prepared, inputs=random.permutation(prepared.inputs)) for _ in range(9)]

    asked: list[Network] = []
    picture.context.sample = lambda *given: asked.append(given[0]) or sample(*given)  # type: ignore[func-returns-value]
    window.resize(900, 480)
    settle()
    QTest.mouseClick(picture.ask, LEFT)
    qtbot.waitUntil(lambda: bool(picture.sample))
    assert picture.sample["bag of words"].changes.max() < 1e-6
    found = picture.sample["LSTM(8)"]
    assert len(found.before) == 9
    moved = f"moved by {found.changes.mean():.3f} in the mean"
    assert re.search(rf"LSTM\(8\): (?:(?!: right).)*{re.escape(moved)}", picture.said.text())
    network = window.session.panes[1].network
    answer = float(replay(network, window.session.prepare(network, read)).prediction[-1])
    assert 0 < answer < 1 and picture.said.text().startswith("9 reviews")
    settle()
    panel = window.drawers.panel(LESSONS)
    assert panel is not None
    room, said = panel.view._around.viewport(), picture.said
    assert panel.view._around.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))  # all of the text
    qtbot.waitUntil(lambda: said.mapTo(room, QPoint(0, said.height())).y() <= room.height())
    QTest.mouseClick(picture.seek, LEFT)
    assert len(asked) == 4, "they have been read"


def test_both_questions_about_the_same_reviews_are_answered(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The second took the place of the first, which was never answered."""
    window = make_window(
        *(open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm"))
    )
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
    picture = _picture(window)
    for button in (picture.seek, picture.ask, picture.seek):
        QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: picture.shows.isVisible() and bool(picture.said.text()))
    known = picture.sample
    window.services.reading.set_encoding(500, 40, "pre", "pre")
    settle()
    QTest.mouseClick(picture.ask, LEFT)  # the same reviews are read otherwise
    qtbot.waitUntil(lambda: picture.sample is not known)


def test_a_review_is_found_at_which_the_order_shows(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """It is opened, shuffled as it was when it was found, and moves as the picture says."""
    window = make_window(
        *(open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm"))
    )
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
    picture = _picture(window)
    window.session.step = 20
    assert not picture.shows.isVisible()
    QTest.mouseClick(picture.seek, LEFT)
    qtbot.waitUntil(picture.shows.isVisible)
    settle()
    changes = np.array([found.changes for found in picture.sample.values()])
    moved = np.where(changes[2:].max(axis=0) < STAYED, changes[:2].min(axis=0), -1)
    place = int(moved.argmax())
    number = window.services.reading.number
    assert window.session.step == 20, "the lessons after it go on from there"
    assert number == picture.numbers[place] and f"Review {number}" in picture.shows.text()
    for (name, (before, after)), found in zip(
        picture.answers.shown.items(), picture.sample.values(), strict=True
    ):
        with case(name):
            assert before == pytest.approx(found.before[place], abs=1e-6)
            assert after == pytest.approx(found.after[place], abs=1e-6)
    window.services.reading.open_number((number + 1) % len(picture.numbers))
    qtbot.waitUntil(lambda: not picture.shows.isVisible())


def test_where_nothing_shows_it_is_said(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.lessons.static_mapping.STAYED", -1.0)
    window = make_window()
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
    number = window.services.reading.number
    picture = _picture(window)
    QTest.mouseClick(picture.seek, LEFT)
    qtbot.waitUntil(lambda: "none of these reviews" in picture.said.text())
    assert window.services.reading.number == number
