"""Panels that stand beside the panes, or lie over them where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from engine.session.state import EncodingState, SessionState
from gui.cell.strip import WIDTH as STRIP
from gui.look.scale import px
from gui.places import PLACES
from gui.settings import Settings
from tests.gui.conftest import LENGTH, MakeWindow, settle
from tests.networks import text_network


class _Styled(QObject):
    """Notes the widgets that are told of another style, or put into another widget."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ParentChange):
            self.told.append(watched)
        return False


def test_a_panel_that_lies_over_the_panes_is_not_styled_anew(
    make_window: MakeWindow, qapp: QApplication
) -> None:
    """Of a window in which everything has been open that took a quarter of a second each time."""
    networks = [text_network(kind) for kind in ("SimpleRNN", "LSTM", "GRU")]
    window = make_window(*networks, size=(1600, 800))
    window.drawers.show_place("models")
    settle()
    assert not window.drawers.lies_over and window.cell.isVisible()
    styled = _Styled()
    qapp.installEventFilter(styled)
    for width, lies_over in ((760, True), (1600, False), (800, True), (1600, False)):
        window.resize(width, 700)
        settle()
        assert window.drawers.lies_over == lies_over
        assert window.drawers.isVisible() and window.cell.isVisible() != lies_over
    qapp.removeEventFilter(styled)
    assert window.drawers not in styled.told and window.cell not in styled.told
    assert len(set(styled.told)) < 10  # those that a width of their own changes


def test_panels_that_stand_fill_their_sides_and_leave_the_handles(make_window: MakeWindow) -> None:
    """A handle of one pixel is five wide for the pointer."""
    window = make_window(size=(1500, 800))
    window.drawers.show_place("models")
    settle()
    across = window.across
    for sizes in ([400, 700, 400], [300, 900, 300]):
        across.setSizes(sizes)
        settle()
        assert window.drawers.geometry() == window.drawer_side.geometry()
        assert window.cell.geometry() == window.cell_side.geometry()
        for place in (1, 2):
            handle = across.handle(place).geometry()
            assert handle.width() == 5
            for x in (handle.left(), handle.right()):
                assert across.childAt(x, 300) is across.handle(place)
    window.rail.hide()
    settle()
    assert window.drawers.geometry() == window.drawer_side.geometry()


def test_drawer_and_cell_are_as_wide_as_they_were_when_the_window_was_closed(
    make_window: MakeWindow,
) -> None:
    """Before it has a size nothing has room beside the panes: laid out so, both were at their least."""
    settings = Settings(session=SessionState(encoding=EncodingState(length=LENGTH)))
    settings.window.drawer = "models"
    settings.window.splitters = {"across": [400, 700, 420]}
    window = make_window(size=(1600, 800), settings=settings)
    assert (window.drawers.width(), window.cell.width()) == (400, 420)


def _above(window: QWidget, x: int, *panels: QWidget) -> QWidget | None:
    """Which of some panels the pointer finds at a place of the window."""
    found = window.childAt(x, 300)
    while found is not None and found not in panels:
        found = found.parentWidget()
    return found


def test_a_panel_that_lies_over_lies_over_handles_that_were_raised(make_window: MakeWindow) -> None:
    window = make_window(size=(1600, 800))
    across, strip = window.across, window.strip
    window.drawers.show_place("models")
    settle()
    window.resize(760, 700)
    window.commands.appearance.use_scale(200)  # both have little room
    settle()
    strip.click()
    settle()
    assert window.drawers.lies_over and window.cell.isVisible()
    left, right = (across.x() + x for x in (window.cell.x(), window.cell.geometry().right()))
    assert right + 1 == window.width() - px(STRIP)
    parts = window.drawers, window.cell, strip, *(across.handle(at) for at in (1, 2))
    for x in (left, right):
        assert _above(window, x, *parts) is window.cell
    assert _above(window, window.width() - 1, *parts) is strip


def test_the_cell_is_not_over_a_place_that_is_alone(make_window: MakeWindow) -> None:
    window = make_window(size=(1900, 800))
    for place in PLACES:
        if place.is_alone:
            window.drawers.show_place(place.name)
            settle()
            assert window.drawers.is_alone and not window.cell.isVisible(), place.name
            assert window.drawers.width() == window.across.width()
            window.drawers.show_place("")
            settle()
            assert window.cell.isVisible() and not window.strip.isVisible()


def test_a_place_that_is_opened_is_not_behind_the_cell(make_window: MakeWindow) -> None:
    """At 200 % both have most of a narrow window, and the cell lies above."""
    window = make_window(size=(760, 700))
    drawers, cell, strip = window.drawers, window.cell, window.strip
    for percent, is_open in ((100, True), (200, False)):
        window.commands.appearance.use_scale(percent)
        drawers.show_place("models")
        settle()
        strip.setChecked(True)
        settle()
        assert drawers.lies_over and cell.isVisible(), "whoever wants it has it above the drawer"
        window.rail.drawers["numbers"].click()
        settle()
        assert (strip.isChecked(), cell.isVisible()) == (is_open, is_open), percent
        assert _above(window, window.across.x() + 2, drawers, cell) is drawers
        assert _above(window, window.across.x() + px(200), drawers, cell) is drawers
