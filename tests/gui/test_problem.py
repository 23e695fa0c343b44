"""A pane without a trace says why, and leads to where something can be chosen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.sequence import Sequence
from gui.kit.problem import Problem
from gui.places import NUMBERS
from gui.survey.page import SurveyPage
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, settle, texts
from tests.gui.test_room import place
from tests.networks import text_network


@pytest.mark.parametrize("wanted", ["numbers", "reviews"])
def test_one_click_leads_to_what_the_network_reads(
    make_window: MakeWindow, qtbot: QtBot, wanted: str
) -> None:
    """In the pane, beside one that reads it; in the notice where none does."""
    words, numbers = text_network("LSTM"), numbers_network(length=None)
    series = Sequence(np.zeros((5, 1), np.float32), ("",) * 5, np.zeros(5, bool))
    window = make_window(words, numbers, text="a good film")
    if wanted == "reviews":
        window.session.read(series)
        settle()
    problem = window.panes.views[0 if wanted == "reviews" else 1].findChild(Problem)
    assert isinstance(problem, Problem)
    assert problem.isVisible()
    qtbot.mouseClick(problem.button, Qt.MouseButton.LeftButton)
    assert window.drawers.place is not None
    assert window.drawers.place.name == wanted


def test_a_message_leads_there_too(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), text="a good film")
    window.session.read(Sequence(np.zeros((5, 1), np.float32), ("",) * 5, np.zeros(5, bool)))
    settle()
    assert "reads the ids of words" in window.notice.text
    window.notice.run()
    assert window.drawers.place is not None
    assert window.drawers.place.name == "reviews"


def test_a_message_of_a_gap_leads_to_what_becomes_of_gaps(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "gap.csv").write_text("a,b\n1,2\n,3\n4,5\n5,6\n")
    window = make_window(numbers_network(1, 2), text="", size=(760, 520))
    window.services.numbers.open_path(tmp_path / "gap.csv")
    qtbot.waitUntil(lambda: "no value in row" in window.notice.text)
    window.notice.run()
    settle()
    panel = window.drawers.panel(NUMBERS)
    assert panel is not None and window.focusWidget() is panel.columns.fill
    place(window, panel.columns.fill)  # all of it can be seen
    panel.columns.fill.click()
    qtbot.waitUntil(lambda: window.session.panes[0].trace is not None)


def test_where_the_focused_network_reads_numbers_every_empty_place_says_why(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(text_network("LSTM"), numbers_network(length=None), text="a good film")
    words = window.reading_view.words
    known = words._unknown
    assert not all(known), "some words of the text are in the vocabulary"
    window.session.focus = 1
    settle()
    assert words._unknown == known, "a network without words knows none, and marks none"
    cell = window.cell
    assert cell.problem.isVisible() and not cell._unit.isVisible()
    assert any("reads numbers" in text for text in texts(cell))
    window.services.explaining.page = "survey_right"
    settle()
    page = window.pages.page
    assert isinstance(page, SurveyPage)
    assert "none are open" in page.invitation.text() and page.read.isVisible()
    for button in (cell.problem.button, page.read):
        window.drawers.show_place("")
        settle()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.drawers.place is NUMBERS
    window.session.remove_pane(0)
    settle()
    assert not any(words._unknown)
    asked = window.prediction._parting
    assert asked.text() and "reads numbers" in asked.toolTip(), "why there is no curve"
    window.services.numbers.use("sine")
    qtbot.waitUntil(lambda: window.session.panes[0].trace is not None)
    settle()
    assert not cell.problem.isVisible() and cell._unit.isVisible()


def test_a_table_beside_words_leads_to_a_network_that_reads_it(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"{day},{day % 7}\n" for day in range(60))
    (tmp_path / "days.csv").write_text("day,rain\n" + rows)
    window = make_window(text_network("LSTM"), text="a good film")
    window.opening.open_path(tmp_path / "days.csv")
    qtbot.waitUntil(lambda: "A network that reads numbers is needed" in window.notice.text)
    numbers = window.services.numbers
    assert not numbers.source and numbers.cut.table is None
    assert window.session.review is not None
    window.notice.run()
    qtbot.waitUntil(lambda: window.session.reads_numbers)
    settle()
    assert [pane.network.reads_words for pane in window.session.panes] == [True, False]
    assert numbers.cut.table is not None and numbers.cut.table.title == "days.csv"
    assert window.session.panes[1].trace is not None


@pytest.mark.parametrize("strip", ["attribution", "memory", "prediction"])
def test_a_network_that_does_not_read_what_is_shown_says_so_once(
    make_window: MakeWindow, qtbot: QtBot, strip: str
) -> None:
    """In its pane, which gives way; neither in the strip nor in the drawer again."""
    window = make_window(text_network("LSTM"), numbers_network(1, 12), text="a good film")
    words, numbers = window.panes.views
    assert words.width() > numbers.width() + 50, "it is the other way round for a review"
    window.services.numbers.use("sine")
    qtbot.waitUntil(lambda: window.session.panes[1].trace is not None)
    window.drawers.show_place("explain")
    window.services.explaining.suggest_strip(strip)
    settle()
    assert numbers.width() > words.width() + 50
    said = [text for text in texts(window) if "reads the ids of words" in text]
    assert len(said) == 1, said
    window.session.set_networks([text_network("LSTM"), text_network("GRU")])
    window.services.reading.read_text("a good film")
    settle()
    first, second = window.panes.views
    assert abs(first.width() - second.width()) <= 2
