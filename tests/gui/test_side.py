"""Panels that stand beside the panes, or lie over them where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from engine.session.state import EncodingState, SessionState
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
