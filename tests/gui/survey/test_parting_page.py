"""Where two networks part: who is right, and the reviews, which open where they part."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.survey.disagreement import disagreement
from gui.survey.parting_page import PartingPage
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.survey.conftest import REVIEWS, Opened, wait
from tests.networks import text_network


@pytest.fixture
def page(opened: Opened) -> PartingPage:
    found = opened("survey_parting")
    assert isinstance(found, PartingPage)
    return found


def test_the_confusion_is_the_engines_and_filters_the_reviews(page: PartingPage) -> None:
    first, second, _ = page.answer
    expected = disagreement(first, second)
    counts = expected.both, expected.first_only, expected.second_only, expected.neither
    assert sum(counts) == REVIEWS == len(page.rows.rows)
    shown = [page.cells[1][1], page.cells[1][2], page.cells[2][1], page.cells[2][2]]
    assert [int(cell.text().split()[0]) for cell in shown] == list(counts)
    for kind, count in zip(("both", "first", "second", "neither"), counts, strict=True):
        page.kinds.buttons[kind].click()
        assert len(page.rows.rows) == count
    page.kinds.buttons["all"].click()
    gaps = [each.gap for each in page.rows.rows]
    assert gaps == sorted(gaps, reverse=True)


def test_a_review_opens_where_they_part(
    page: PartingPage, window: MainWindow, qtbot: QtBot
) -> None:
    row = page.rows.rows[0]
    page.rows.opened.emit(row)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()
    assert (window.services.reading.number, window.session.step) == (row.number, row.step)
    answers = [pane.trace.prediction[row.step] for pane in window.session.panes if pane.trace]
    assert abs(float(answers[0]) - float(answers[1])) == pytest.approx(row.gap, abs=1e-5)


def test_rows_are_sorted_by_any_column_and_written(page: PartingPage, tmp_path: Path) -> None:
    page.rows.sortByColumn(3, page.rows.horizontalHeader().sortIndicatorOrder())
    parted = [each.parted for each in page.rows.rows]
    known = [each for each in parted if each is not None]
    assert parted[: len(known)] == sorted(known)
    page.rows.writer()(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["number"]) for row in rows] == [each.number for each in page.rows.rows]


def test_values_of_many_rows_are_those_of_each(page: PartingPage) -> None:
    rows = page.rows.rows
    columns = [each for each in page._columns() if each.values is not None]
    assert len(columns) == 7
    for column in columns:
        assert column.values is not None
        assert column.values(rows).tolist() == [column.value(row) for row in rows], column.name


def test_words_have_room_before_a_column_that_is_spare(
    page: PartingPage, window: MainWindow, tmp_path: Path
) -> None:
    for width, is_hidden in ((592, True), (900, False)):
        page.rows.resize(width, 300)
        assert page.rows.isColumnHidden(3) == is_hidden
        assert page.rows.columnWidth(7) >= 200
    page.rows.writer()(tmp_path / "rows.csv")
    assert "disagree_from" in (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")


def test_the_second_of_several_is_chosen(
    page: PartingPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert not page.choices.isVisible()
    window.session.set_networks(
        [*(pane.network for pane in window.session.panes), text_network("GRU", 2)]
    )
    window.session.focus = 1
    wait(window, qtbot)
    assert [page.against.itemText(k) for k in range(2)] == ["SimpleRNN(3)", "GRU(2)"]
    page.against.setCurrentIndex(1)
    page.against.activated.emit(1)
    wait(window, qtbot)
    assert page.answer[1].network.name == "GRU(2)"


def test_one_network_parts_from_nobody(opened: Opened, window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_networks([text_network("LSTM", 4)])
    page = opened("survey_parting")
    assert page.answer is None and page.invitation.text().startswith("Open a second network")


@pytest.mark.parametrize("width", [592, 900])
def test_the_columns_of_two_networks_stay_apart(
    page: PartingPage, window: MainWindow, qtbot: QtBot, width: int
) -> None:
    """Whole where there is room; else what tells them apart, and the whole on hover."""
    for names in (
        ("SimpleRNN(8)", "LSTM(8)"),
        ("2×LSTM(8), dropout 0.3 · epoch 4", "2×LSTM(8), dropout 0.3 · epoch 14"),
        ("LSTM(8), dropout 0.3, seed 41", "LSTM(8), dropout 0.3, seed 42"),
    ):
        page._names = lambda names=names: names  # type: ignore[method-assign]
        table = page.rows
        table.resize(width, 300)
        table.show_rows(page._columns(), list(table.rows))
        settle()
        header, model = table.horizontalHeader(), table.model()
        titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in (4, 5)]
        assert len({*titles}) == 2, titles
        for at, title, name in zip((4, 5), titles, names, strict=True):
            room = header.sectionSize(at) - 16  # its padding
            assert header.fontMetrics().horizontalAdvance(title) <= room, title
            tip = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            assert name in tip
            assert title == name or width == 592 or len(name) > 12


def test_the_step_from_which_they_part_has_a_whole_title_where_it_stands(
    page: PartingPage, window: MainWindow
) -> None:
    window.resize(1920, 1000)
    for language, title in (("en", "apart from"), ("ko", "엇갈린 스텝")):
        window.commands.all[f"language_{language}"].trigger()
        for percent in (100, 125, 150):
            window.commands.appearance.use_scale(percent)
            settle()
            settle()
            assert page.rows.title(3) == title or title in page.rows.left_out
            assert page.rows.left_out == [] or percent > 100
