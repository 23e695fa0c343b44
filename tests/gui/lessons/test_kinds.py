"""The kinds of RNN, each used as a student would; what is shown is what the bundled models answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from engine.lessons.mappings import meant_wave, read_alone, wave_of, write_date
from engine.library import LESSONS
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.sequence import Sequence
from engine.session.pane import Pane
from engine.tasks import dates, one_to_many, sine
from gui.i18n.languages import install_language
from gui.lessons.date_writer import DateWriter
from gui.lessons.last_answer import LastAnswer
from gui.lessons.lone_word import LoneWord
from gui.lessons.schema import KINDS, Box, Schema
from gui.lessons.tagged_words import TaggedWords
from gui.lessons.wave_writer import WaveWriter
from gui.look.numbers_text import number
from gui.look.painted_text import text_width
from gui.look.typefaces import strong
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, click, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network, writing_network


def _picture(window: MainWindow, name: str) -> object:
    panel = open_lessons(window)
    panel.show_lesson(name)
    settle()
    assert panel.view.picture is not None and not panel.view.picture.problem.isVisible()
    return panel.view.picture


def _type(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    settle()


def _click_column(schema: Schema, column: int) -> None:
    click(schema, schema.box(column, 1).center())
    settle()


def test_each_word_has_its_own_answer(window: MainWindow) -> None:
    picture = _picture(window, "05a-one-to-one")
    assert isinstance(picture, LoneWord)
    read, step = window.session.sequence, window.session.step
    _type(picture.text, "bad not bad zyzzyva")
    wanted = read_alone(open_network(LESSONS / "one_to_one.keras"), "bad not bad zyzzyva")
    assert [box.text for box in picture.schema.outputs] == [number(w.answer) for w in wanted]
    assert "at place 1 and place 3 and has" in picture.said.text()
    _click_column(picture.schema, 3)
    assert "none of the words" in picture.said.text()
    for shown, (_, values) in zip(picture.rows, wanted[3].layers, strict=True):
        np.testing.assert_array_equal(shown.values, values.astype(float))
    assert window.session.sequence is read and window.session.step == step
    _type(picture.text, "...")
    assert picture.unread.isVisible() and "no word" in picture.unread.text()
    assert picture.text.isVisible() and not picture.said.isVisible()
    assert not any(part.isVisible() for part in (picture.schema, picture.title, *picture.rows))
    _type(picture.text, "good")
    assert picture.said.isVisible() and picture.rows[0].isVisible()


def test_a_value_is_written_out_step_by_step(window: MainWindow, qtbot: QtBot) -> None:
    picture = _picture(window, "05b-one-to-many")
    assert isinstance(picture, WaveWriter)
    picture.slider.setValue(25)
    trace = wave_of(open_network(LESSONS / "one_to_many.keras"), 0.25)
    for count in (1, 2, 3):
        QTest.mouseClick(picture.write.one, Qt.MouseButton.LeftButton)
        shown, _ = picture.curves.lines[0]
        np.testing.assert_allclose(shown[:count], trace.prediction[1 : count + 1], atol=1e-6)
        assert np.isnan(shown[count:]).all()
        h = trace.layers["gru_1"].series["h"][count]
        np.testing.assert_allclose(picture.rows["h"].values, h, atol=1e-6)
    np.testing.assert_array_equal(picture.curves.ghosts[0][0], meant_wave(0.25))
    QTest.mouseClick(picture.write.on, Qt.MouseButton.LeftButton)
    assert picture.write.is_writing
    qtbot.waitUntil(lambda: picture.write.count > 5)
    QTest.mouseClick(picture.write.on, Qt.MouseButton.LeftButton)
    assert not picture.write.is_writing
    picture.write.go_to(one_to_many.STEPS)
    assert not picture.write.one.isEnabled()
    QTest.mouseClick(picture.write.anew, Qt.MouseButton.LeftButton)
    assert picture.write.count == 0 and np.isnan(picture.curves.lines[0][0]).all()


def test_who_is_left_writes_no_more(window: MainWindow) -> None:
    picture = _picture(window, "05b-one-to-many")
    assert isinstance(picture, WaveWriter)
    write = picture.write
    QTest.mouseClick(write.on, Qt.MouseButton.LeftButton)
    picture.hide()
    assert not write.is_writing


def test_a_sine_goes_on(window: MainWindow) -> None:
    picture = _picture(window, "05b-one-to-many")
    assert isinstance(picture, WaveWriter)
    QTest.mouseClick(picture.tabs.buttons["sine"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(picture.write.one, Qt.MouseButton.LeftButton)
    settle()
    assert picture.trace is not None and picture.trace.written is not None
    schema = picture.schemas["sine"]
    assert schema.isVisible() and not picture.schemas["value"].isVisible()
    first = float(picture.trace.written.values[0, 0])
    assert schema.outputs[sine.READ].text == number(first)
    assert schema.outputs[sine.READ + 1].text == "" and schema.now == sine.READ
    assert picture.curves.lines[0][0][sine.READ] == pytest.approx(first)


def test_the_last_answer_counts(window: MainWindow) -> None:
    picture = _picture(window, "05c-many-to-one")
    assert isinstance(picture, LastAnswer)
    trace = window.session.focused.trace if window.session.focused else None
    assert trace is not None
    assert strong(f"{float(trace.answer):.3f}") in picture.said.text()
    column = picture.schema.columns()[0]
    _click_column(picture.schema, column)
    step = int(picture.steps[column])
    assert window.session.step == step
    assert f"{float(trace.prediction[step]):.3f}" in picture.said.text()
    drawn, _ = picture.curves.lines[0]
    np.testing.assert_allclose(drawn, trace.prediction[picture.steps], atol=1e-7)


def _last_answer(
    trace: Trace, monkeypatch: pytest.MonkeyPatch, window: MainWindow, shown: object = None
) -> LastAnswer:
    """The picture of a reading that is no window's."""
    picture = shown or _picture(window, "05c-many-to-one")
    assert isinstance(picture, LastAnswer)
    pane = replace(Pane.of(trace.network), trace=trace)
    monkeypatch.setattr(picture.context, "pane", lambda kind: pane)
    window.session.step = len(trace) - 1
    picture._show()
    settle()
    return picture


def test_the_answer_is_given_after_the_padding_behind(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = np.array([14, 22, 9, 24, 0, 0, 0], np.int32)
    names = ("this", "film", "is", "bad", "", "", "")
    trace = replay(text_network("LSTM"), Sequence(ids, names, ids == 0))
    picture = _last_answer(trace, monkeypatch, window)
    end, at_word = float(trace.answer), float(trace.prediction[3])
    assert abs(end - at_word) > 0.002
    assert (
        f"has 4 steps, and one answer counts, the last: {strong(f'{end:.3f}')}"
        in picture.said.text()
    )
    assert "after the padding" in picture.said.text()
    assert picture.schema.outputs[-1].text == number(end) and picture.schema.inputs[-1] == "padding"
    _click_column(picture.schema, 3)
    assert f"Had it ended at “bad”, it would be {at_word:.3f}" in picture.said.text()
    masked = replay(text_network("LSTM", mask_zero=True), Sequence(ids, names, ids == 0))
    _last_answer(masked, monkeypatch, window, picture)
    assert "after the padding" not in picture.said.text() and len(picture.schema.inputs) == 4


def test_of_several_classes_the_answer_names_its_own(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = writing_network("GRU", words=7)
    ids = np.array([1, 4, 2, 6], np.int32)
    trace = replay(network, Sequence(ids, ("a", "b", "c", "d"), np.zeros(4, bool)))
    picture = _last_answer(trace, monkeypatch, window)
    best = int(trace.answer.argmax())
    assert f"Of 7 outputs it is the largest, “output {best + 1}”" in picture.said.text()
    assert strong(f"{float(trace.answer[best]):.3f}") in picture.said.text()
    monkeypatch.setattr(picture.context, "class_names", lambda *_: tuple("ABCDEFG"))
    picture._show()
    assert f"“{'ABCDEFG'[best]}”" in picture.said.text()


@pytest.mark.parametrize("how", ["looks ahead", "every step", "nothing"])
def test_what_has_no_last_answer_is_not_said_to_have_one(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    network = writing_network("GRU", words=7, every_step=how == "every step")
    ids = np.array([1, 4, 2, 6], np.int32)
    trace = replay(network, Sequence(ids, ("a", "b", "c", "d"), np.zeros(4, bool)))
    if how == "nothing":
        trace = replace(trace, prediction=np.full(4, np.nan, np.float32))
    picture = _last_answer(replace(trace, looks_ahead=how == "looks ahead"), monkeypatch, window)
    why = {
        "looks ahead": "what comes after",
        "every step": "answers at every step",
        "nothing": "has no answer",
    }[how]
    assert why in picture.problem.text() and not picture.body.isVisible()


def test_a_sentence_of_ones_own_is_tagged(window: MainWindow) -> None:
    picture = _picture(window, "05d-many-to-many")
    assert isinstance(picture, TaggedWords)
    _type(picture.text, "great but not great")
    texts = [box.text for box in picture.schema.outputs]
    assert texts == ["praise", "–", "–", "complaint"]
    _click_column(picture.schema, 3)
    assert picture.tagged is not None
    shares = picture.tagged.trace.prediction[picture.tagged.steps[3]]
    np.testing.assert_allclose(picture.shares.values, shares, atol=1e-7)
    assert "says the same of every word" in picture.said.text()
    _type(picture.text, "!!!")
    assert picture.unread.isVisible() and not picture.shares.isVisible()
    assert not picture.said.isVisible() and not picture.schema.isVisible()


def test_a_date_is_written_letter_by_letter(window: MainWindow) -> None:
    picture = _picture(window, "05e-after-the-whole")
    assert isinstance(picture, DateWriter)
    _type(picture.text, "29 Feb 2024")
    assert picture.written == ""
    trace = write_date(open_network(LESSONS / "dates.keras"), "29 Feb 2024")
    for count in range(1, dates.WRITTEN + 1):
        QTest.mouseClick(picture.write.one, Qt.MouseButton.LeftButton)
        assert picture.written == "2024-02-29"[:count]
        np.testing.assert_allclose(
            picture.likely.values, trace.prediction[10 + 7 + count - 1], atol=1e-6
        )
    assert "is right" in picture.said.text() and not picture.write.one.isEnabled()
    picture.heat.setValue(20)
    drawn = set()
    for seed in range(6):
        picture.seed.setValue(seed)
        drawn.add(picture.written)
    assert len(drawn) > 1
    assert picture.trace is not None and picture.trace.written is not None
    last = picture.trace.prediction[-1].astype(float) ** (1 / 2.0)
    np.testing.assert_allclose(picture.likely.values, last / last.sum(), atol=1e-6)
    assert "drawn at temperature 2" in picture.title.text()
    _type(picture.text, "1/2")
    assert picture.unread.isVisible() and "“/”" in picture.unread.text()
    assert not picture.write.isEnabled()
    assert picture.said.text() == "" and picture.written_name.text() == ""
    assert not picture.schema.outputs and not picture.likely.isVisible()
    QTest.mouseClick(picture.another, Qt.MouseButton.LeftButton)
    assert not picture.unread.isVisible() and picture.write.isEnabled()


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_has_boxes_where_its_kind_has_them(kind: str) -> None:
    """Of five columns, three read and two write."""
    wanted = {
        "one_to_one": ("11111", "11111"),
        "one_to_many": ("10000", "11111"),
        "many_to_one": ("11111", "00001"),
        "many_to_many": ("11111", "11111"),
        "after_the_whole": ("11100", "00011"),
    }[kind]
    row = KINDS[kind]
    for has, places in ((row.reads, wanted[0]), (row.answers, wanted[1])):
        assert "".join(str(int(has(place, 5, 3))) for place in range(5)) == places


@pytest.mark.parametrize("kind", ["one_to_many", "many_to_one", "many_to_many"])
def test_a_long_schema_is_drawn_around_the_moment(window: MainWindow, kind: str) -> None:
    """With the first column of one that reads there alone, and the last of one that answers there."""
    schema = Schema(kind)
    schema.resize(400, 168)
    for now in (0, 1, 50, 98, 99):
        schema.show_columns(["word"] * 100, [Box("yes")] * 100, now)
        shown = schema.columns()
        assert now in shown and len(shown) < 10 and shown == sorted(set(shown))
        assert kind != "one_to_many" or shown[0] == 0
        assert kind != "many_to_one" or shown[-1] == 99
        for column in shown:
            for row in range(3):
                box = schema.box(column, row)
                assert (
                    box.left() >= 0 and box.right() <= 400 and 0 <= box.top() <= box.bottom() <= 168
                )
    schema.grab()


def test_a_schema_measures_each_text_as_often_however_much_is_drawn(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a review of a thousand words holds the window while it is painted."""
    measured: list[str] = []

    def counted(text: str, *given: int) -> float:
        measured.append(text)
        return text_width(text, *given)

    monkeypatch.setattr("gui.lessons.schema.text_width", counted)
    schema = Schema("many_to_many", grows=True)
    schema.resize(1600, 300)
    schema.show_columns(["word"] * 100, [Box("yes")] * 100, 50)
    schema.grab()
    assert 0 < len(measured) <= 2 * 200, "at the least size, and at the one that is drawn"
    schema.show_columns(["word"] * 100, [Box("yes, that is right")] * 100, 50)
    before = schema.columns()
    assert "yes, that is right" in measured and before == schema.columns()


@pytest.mark.parametrize("kind", ["GRU", "numbers"])
def test_a_lesson_with_a_model_of_its_own_needs_no_review(
    make_window: MakeWindow, kind: str
) -> None:
    window = make_window(text_network("GRU"), text="" if kind == "numbers" else "a good film")
    panel = open_lessons(window)
    for name in ("05a-one-to-one", "05b-one-to-many", "05d-many-to-many", "05e-after-the-whole"):
        panel.show_lesson(name)
        settle()
        assert panel.view.picture is not None and not panel.view.picture.problem.isVisible(), name
        assert panel.view.picture.body.isVisible()


def test_they_speak_korean(window: MainWindow) -> None:
    panel = open_lessons(window)
    install_language(QApplication.instance(), "ko")  # type: ignore[arg-type]
    panel.show_lesson("05d-many-to-many")
    settle()
    picture = panel.view.picture
    assert isinstance(picture, TaggedWords)
    assert "칭찬" in [box.text for box in picture.schema.outputs]
    assert "규칙" in picture.said.text()
