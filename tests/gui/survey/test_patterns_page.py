"""Where else the same units are on: from words on screen to places in the corpus."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.progress import finish
from engine.survey.patterns import Condition, Pattern, search, where
from gui.survey.conditions import MAX_CONDITIONS
from gui.survey.patterns_page import LISTED, PatternsPage
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.survey.conftest import Opened, wait


@pytest.fixture
def page(opened: Opened, window: MainWindow) -> PatternsPage:
    window.session.step = 20
    found = opened("survey_patterns")
    assert isinstance(found, PatternsPage)
    return found


def on_throughout(page: PatternsPage, window: MainWindow) -> list[int]:
    """The units beyond the bound at every chosen step, looked up one by one."""
    trace = window.session.panes[1].layer_trace
    assert trace is not None
    values = trace.series["h"][page.first.value() - 1 : page.last.value()]
    bound, is_below = page.bound.value(), page.side.currentText() == "<"
    return [
        unit
        for unit in range(values.shape[1])
        if all((value < bound) if is_below else (value > bound) for value in values[:, unit])
    ]


def test_it_begins_with_the_steps_up_to_the_cursor_and_finds_what_the_engine_finds(
    page: PatternsPage, window: MainWindow
) -> None:
    assert (page.first.value(), page.last.value()) == (19, 21)
    reading, found = page.answer
    assert set(page._units) <= set(on_throughout(page, window)) != set()
    is_below = page.side.currentText() == "<"
    pattern = Pattern("lstm", "h", page._units, page.bound.value(), is_below, steps=3)
    expected = finish(search(reading, pattern, LISTED))
    assert found.total == expected.total > 0
    for row, *place in zip(
        page.rows.rows, expected.rows, expected.firsts, expected.lasts, strict=True
    ):
        assert list(row.at) == place
    assert f"{expected.total:,} stretch" in page.sentence.text()
    number = int(reading.inputs.numbers[expected.rows[0]])
    assert page.rows.rows[0].number == number


def test_a_stretch_opens_where_it_begins(
    page: PatternsPage, window: MainWindow, qtbot: QtBot
) -> None:
    row = page.rows.rows[0]
    words = row.context.word.split()
    assert len(words) == row.steps
    page.rows.opened.emit(row)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()
    assert window.session.step == row.at[1]
    assert window.session.sequence is not None
    assert list(window.session.sequence.steps[row.at[1] : row.at[2] + 1]) == words
    trace = window.session.panes[1].trace
    assert trace is not None
    assert float(np.ravel(trace.prediction[row.at[2]])[0]) == pytest.approx(row.answer, abs=1e-5)


def test_other_steps_and_bounds_are_other_searches(
    page: PatternsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.side.setCurrentIndex(0)
    page.bound.setValue(5.0)
    wait(window, qtbot)
    assert page.answer is None
    assert "No unit of lstm is > 5 at every step from 19 to 21." in page.invitation.text()
    page.first.setValue(21)
    page.last.setValue(19)
    assert "at every step from 19 to 21." in page.invitation.text()
    window.session.step = 30
    page.here.click()
    wait(window, qtbot)
    assert (page.first.value(), page.last.value()) == (29, 31)
    assert page.answer is not None and page.bound.value() < 5


def test_conditions_find_what_the_engine_finds(
    page: PatternsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.kinds.buttons["where"].click()
    wait(window, qtbot)
    assert not page.like.isVisible() and page.conditions.isVisible()
    [first] = page.conditions.rows  # a gate that forgets, below 0.5
    assert first.condition("lstm") == Condition("lstm", "f", 0, True, 0.5)
    assert not first.remove.isVisible()
    first.bound.setValue(0.45)
    page.conditions.more.click()
    second = page.conditions.rows[1]
    second.series.setCurrentIndex(second.series.findData("c"))
    second.unit.setValue(3)
    second.relation.setCurrentIndex(2)
    second.bound.setValue(0.05)
    second.relation.activated.emit(2)
    wait(window, qtbot)
    asked = [
        Condition("lstm", "f", 0, True, 0.45),
        Condition("lstm", "c", 2, False, 0.05, is_change=True),
    ]
    reading, found = page.answer
    expected = finish(where(reading, asked, LISTED))
    assert 0 < found.total == expected.total
    rows = [row.at for row in page.rows.rows]
    assert rows == list(zip(expected.rows, expected.firsts, expected.lasts, strict=True))
    assert "lstm/f/1 < 0.45 and Δlstm/c/3 > 0.05: " in page.sentence.text()
    assert "jaccard" not in [each.name for each in page._columns()]
    second.remove.click()
    wait(window, qtbot)
    assert page.answer[1].total == finish(where(reading, asked[:1], LISTED)).total
    window.session.focus = 0  # a SimpleRNN has no f
    wait(window, qtbot)
    assert page.conditions.conditions("simple_rnn")[0].key == "h"


def test_conditions_end_at_four(page: PatternsPage, window: MainWindow) -> None:
    page.kinds.buttons["where"].click()
    for _ in range(6):
        page.conditions.more.click()
    assert len(page.conditions.rows) == MAX_CONDITIONS and not page.conditions.more.isVisible()
    for each in list(page.conditions.rows[1:]):
        each.remove.click()
    assert len(page.conditions.rows) == 1


def test_words_drawn_across_with_shift_are_the_span(
    page: PatternsPage, window: MainWindow, qtbot: QtBot
) -> None:
    words = window.reading_view.words
    page.kinds.buttons["where"].click()
    sequence = window.session.sequence
    ends = [17, 13]  # backwards
    view, shift = words.viewport(), Qt.KeyboardModifier.ShiftModifier
    at = [words.box_of(step).center() for step in ends]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, shift, at[0])
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at[1]),
        view.mapToGlobal(QPointF(at[1])),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        shift,
    )
    QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, shift, at[1])
    wait(window, qtbot)
    assert words.span == (13, 17) == window.services.surveying.span
    assert (page.first.value(), page.last.value()) == (14, 18)
    assert page.like.isVisible() and window.session.sequence is sequence  # no word was moved
    page.here.click()
    assert page.last.value() == window.session.step + 1 == 14
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[0])
    assert words.span is None


def test_a_page_that_is_opened_takes_the_words_that_are_selected(
    opened: Opened, window: MainWindow, qtbot: QtBot
) -> None:
    window.reading_view.words.span_chosen.emit(4, 6)
    page = opened("survey_patterns")
    assert isinstance(page, PatternsPage)
    assert (page.first.value(), page.last.value()) == (5, 7)


def test_units_that_are_chosen_in_the_pane_can_be_sought(
    page: PatternsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.choose_unit(1, 3)
    window.session.choose_unit(1, 1, extend=True)
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    page.side.setCurrentIndex(0)
    page.bound.setValue(0.0)
    wait(window, qtbot)
    reading, found = page.answer
    expected = finish(search(reading, Pattern("lstm", "h", (1, 3), 0.0, steps=3), LISTED))
    assert 0 < found.total == expected.total
    assert "The chosen units 2, 4" in page.sentence.text()
