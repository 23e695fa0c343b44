"""What is opened is seen: nothing lies over it, and it is scrolled to; what lies over something goes
by Escape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.edits.clamp import ClampPanel
from gui.kit.drawer import scrolling
from gui.kit.in_sight import InSight
from gui.kit.layouts import column
from gui.places import EXPLAIN, LESSONS, PLACES, SURVEY
from gui.window.main_window import MainWindow
from gui.window.page_rows import CENTRE_PAGES
from tests.gui.conftest import MakeWindow, settle, texts
from tests.gui.test_keys import focus
from tests.networks import text_network

ROOMS = {
    "200 %": ((1440, 900), 200),
    "small": ((853, 520), 100),
    "least": ((760, 520), 100),
    "tight": ((760, 520), 150),
}
"""Size of the window and scale."""


def is_seen(window: MainWindow, widget: QWidget, at: QPoint | None = None) -> bool:
    """Whether a place of a widget, its middle first, is what is seen there."""
    at = widget.rect().center() if at is None else at
    found = window.childAt(widget.mapTo(window, at))
    return found is not None and (found is widget or widget.isAncestorOf(found))


def make(make_window: MakeWindow, room: str, text: str = "a good movie " * 12) -> MainWindow:
    size, percent = ROOMS[room]
    window = make_window(
        text_network("SimpleRNN"), text_network("LSTM"), text=text, length=40, size=size
    )
    window.commands.appearance.use_scale(percent)
    settle()
    return window


@pytest.mark.slow
@pytest.mark.parametrize("room", ["200 %", "least"])
def test_a_page_that_is_opened_is_seen(make_window: MakeWindow, room: str) -> None:
    window = make(make_window, room)
    assert len(CENTRE_PAGES) > 8
    lay_over = 0
    for at, row in enumerate(CENTRE_PAGES):
        place = (EXPLAIN, SURVEY)[at % 2]
        window.services.explaining.page = ""
        window.drawers.show_place(place.name)
        window.centre.verticalScrollBar().setValue(0)
        settle()
        lay_over += window.drawers.lies_over
        window.services.explaining.page = row.name
        settle()
        page = window.pages.page
        assert page is not None
        for head in (page.title, page.about, page.close_page):
            assert is_seen(window, head), (row.name, head)
        low = QPoint(page.width() // 2, min(page.height(), window.centre.height() // 2) - 2)
        assert is_seen(window, page, low), row.name
    assert lay_over, "no drawer lay over a page: nothing was tried"


def test_a_strip_that_is_opened_is_seen(make_window: MakeWindow) -> None:
    window = make(make_window, "tight")
    window.services.explaining.page = "survey_card"
    settle()
    bar = window.centre.verticalScrollBar()
    assert bar.maximum() > 0
    for name in ("memory", "attribution", "prediction"):
        bar.setValue(bar.maximum())
        window.commands.all[f"strip_{name}"].trigger()
        settle()
        view = window.explain_strip.shown
        assert is_seen(window, view, QPoint(4, 4)) and is_seen(window, view), name


def test_what_holds_a_gate_is_seen(make_window: MakeWindow) -> None:
    window = make(make_window, "200 %")
    window.session.focus = 1
    window.strip.setChecked(True)
    settle()
    window.cell.diagram.series_clicked.emit("f")
    settle()
    clamp = window.findChild(ClampPanel)
    assert clamp is not None and is_seen(window, clamp.slider) and is_seen(window, clamp.release)


def test_the_answer_to_a_question_is_seen(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make(make_window, "small")
    panel = window.drawers.open(LESSONS)
    lesson = next(
        each for each in panel.lessons if any(block.kind == "check" for block in each.blocks)
    )
    panel.show_lesson(lesson.name)
    settle()
    card = panel.view.questions[0]
    panel.view._scroll.verticalScrollBar().setValue(0)
    card.choose(0)
    qtbot.waitUntil(lambda: card.answer is not None, timeout=20_000)
    settle()
    assert is_seen(window, card.says)


def test_a_hand_that_scrolls_is_left_alone(qtbot: QtBot) -> None:
    body, above, opened = QWidget(), QLabel("above"), QLabel("opened")
    column(above, opened, of=body)
    for part in (above, opened):
        part.setFixedHeight(400)
    area = scrolling(body)
    qtbot.addWidget(area)
    area.resize(200, 300)
    area.show()
    sight = InSight(area)
    bar = area.verticalScrollBar()
    sight.bring(opened)
    settle()
    assert bar.value() == opened.y()
    above.setFixedHeight(600)  # it still takes its height
    settle()
    assert bar.value() == opened.y()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    above.setFixedHeight(700)
    settle()
    assert bar.value() == 0


def _stops(drawer: QWidget) -> list[QWidget]:
    """What Tab stops at in a drawer."""
    tab = Qt.FocusPolicy.TabFocus
    return [
        each
        for each in drawer.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & tab
    ]


@pytest.mark.parametrize("place", [place.name for place in PLACES if not place.is_alone])
def test_escape_closes_a_drawer_that_lies_over_the_panes(
    make_window: MakeWindow, qtbot: QtBot, place: str
) -> None:
    window = make(make_window, "tight")
    window.drawers.show_place(place)
    settle()
    assert window.drawers.lies_over
    stops = _stops(window.drawers)
    for at in range(len(stops)):
        window.drawers.show_place(place)
        settle()
        stop = _stops(window.drawers)[at]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(focus(), Qt.Key.Key_Escape)
        settle()
        assert window.drawers.place is None, stop
        assert focus() is window.reading_view.words, stop


def test_escape_leaves_a_drawer_that_stands(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1600, 900)
    window.drawers.show_place("explain")
    window.services.explaining.page = "fading"
    settle()
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert window.drawers.place is EXPLAIN and not window.services.explaining.page
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert window.drawers.place is EXPLAIN


@pytest.mark.parametrize("command", ["keys", "guide"])
def test_a_search_without_a_hit_says_so(window: MainWindow, command: str) -> None:
    window.commands.all[command].trigger()
    settle()
    (dialog,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    (query,) = (each for each in dialog.findChildren(QLineEdit) if each.isVisible())
    all_of_it = set(texts(dialog))
    query.setText("zyzzyva qq")
    settle()
    (said,) = {text for text in texts(dialog) if text} - all_of_it
    assert said.startswith("No"), said
    query.clear()
    settle()
    assert set(texts(dialog)) == all_of_it
    dialog.close()
