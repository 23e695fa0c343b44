"""A unit's card in the window: its numbers are the engine's, and a place is opened at its step."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from engine.progress import finish
from engine.survey.card import UnitCard, card
from engine.survey.survey import Survey
from gui.survey.card_page import CardPage
from gui.window.main_window import MainWindow
from tests.gui.conftest import hover, hovered, settle
from tests.gui.survey.conftest import REVIEWS, Opened, wait


@pytest.fixture
def page(opened: Opened) -> CardPage:
    found = opened("survey_card")
    assert isinstance(found, CardPage)
    return found


def test_it_is_the_card_of_the_chosen_unit(page: CardPage, window: MainWindow) -> None:
    reading, shown = page.answer
    assert isinstance(reading, Survey) and isinstance(shown, UnitCard)
    assert (shown.layer, shown.key, shown.unit) == ("lstm", "h", 0)
    expected = finish(card(reading, "lstm", "h", 0))
    assert [each.word for each in page.rows.rows] == [each.word for each in expected.highest]
    assert shown.mean == pytest.approx(expected.mean)
    assert f"{REVIEWS} sequences" in page.numbers.text()


def test_it_follows_the_unit_and_the_unit_follows_it(
    page: CardPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.session.choose_unit(1, 2)
    wait(window, qtbot)
    assert page.unit.value() == 3 and page.answer[1].unit == 2
    page.unit.setValue(2)
    wait(window, qtbot)
    assert window.session.panes[1].units[0] == 1 and page.answer[1].unit == 1
    window.session.focus = 0
    wait(window, qtbot)
    assert page.answer[1].layer == "simplernn"
    assert [page.series.itemData(k) for k in range(page.series.count())] == ["h"]


def test_enter_opens_a_place_at_its_step(page: CardPage, window: MainWindow, qtbot: QtBot) -> None:
    page.lists.buttons["top"].click()
    page.rows.selectRow(1)
    place = page.rows.rows[1]
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()
    assert window.services.reading.number == place.number
    assert window.session.step == place.step
    trace = window.session.panes[1].layer_trace
    assert trace is not None  # the value that was found is the one that is seen
    assert trace.series["h"][place.step, 0] == pytest.approx(place.value, abs=1e-6)


def test_the_table_is_sorted_and_written_as_it_stands(page: CardPage, tmp_path: Path) -> None:
    page.rows.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    counts = [each.count for each in page.rows.rows]
    assert counts == sorted(counts, reverse=True)
    write = page.table
    assert write is not None
    write(tmp_path / "words.csv")
    with (tmp_path / "words.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["word"] for row in rows] == [each.word for each in page.rows.rows]
    assert float(rows[0]["low"]) == page.rows.rows[0].low


def test_a_gate_has_no_changes(page: CardPage, window: MainWindow, qtbot: QtBot) -> None:
    page.lists.buttons["rising"].click()
    page.series.setCurrentIndex(page.series.findData("f"))
    page.series.activated.emit(page.series.currentIndex())
    wait(window, qtbot)
    assert page.answer[1].key == "f"
    assert (
        not page.lists.buttons["rising"].isVisible() and page.lists.buttons["highest"].isChecked()
    )


def test_the_histogram_says_its_bars(page: CardPage) -> None:
    found: UnitCard = page.answer[1]
    place = int(np.argmax(found.histogram))
    box = page.chart.getPlotItem().getViewBox()
    middle = (found.edges[place] + found.edges[place + 1]) / 2
    at = page.chart.mapFromScene(box.mapViewToScene(QPointF(middle, 0.0)))
    hover(page.chart.viewport(), QPointF(at))
    assert f"{found.histogram[place]:,} steps" in hovered()
