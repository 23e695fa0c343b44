"""Where else the same units are on: from words on screen to places in the corpus."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.progress import finish
from engine.survey.patterns import Pattern, search
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
