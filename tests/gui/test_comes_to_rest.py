"""Whatever is scrolled comes to rest: scroll bar and height do not ask for each other by turns.

Where contents are lower in a narrower area, the bar takes the height away for which it came, and Qt
asks and resizes until the stack ends, or, where a layout answers later, for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from gui.dialogs.shortcuts import ShortcutsDialog
from tests.attending import attending_network
from tests.gui.conftest import MakeWindow, case, settle
from tests.gui.views import lessons, views
from tests.networks import text_network

pytestmark = pytest.mark.slow

WIDTHS = (640, 1240)
TALL = 6000
"""Pixels in which everything has room."""

MOST = 60
"""Times that contents are resized, with their area, at a size of it: far more than are needed."""


class Counting(QObject):
    """How often something was laid out or resized."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
        return False


class Brake(QObject):
    """Ends the turns before they end the process: contents that are resized so often stay so."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self.area, self.count = area, 0
        area.widget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        if self.count > MOST:
            self.area.setWidgetResizable(False)
        return False


def areas(shown: QWidget) -> Iterator[QScrollArea]:
    for area in shown.findChildren(QScrollArea):
        if area.isVisible() and area.widgetResizable() and area.widget() is not None:
            yield area


def least(area: QScrollArea, width: int) -> int:
    """The height that the contents need in an area of a width."""
    area.resize(width, TALL)
    settle()
    inside = area.widget()
    layout = inside.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(inside.width())
    return inside.minimumSizeHint().height()


def sweep(area: QScrollArea) -> None:
    """Where it is lower with a bar beside it than without, give it a height between the two."""
    brake = Brake(area)
    try:
        turns = [*turning(area, brake)]
    finally:
        area.widget().removeEventFilter(brake)
    assert not turns


def turning(area: QScrollArea, brake: Brake) -> Iterator[str]:
    """Sizes at which it does not come to rest."""
    before = QRect(area.geometry())
    bar = area.verticalScrollBar().sizeHint().width()
    for width in WIDTHS:
        brake.count = 0
        high, low = least(area, width), least(area, width - bar)
        for height in (low, (low + high) // 2, high - 1) if low < high else ():
            area.resize(width, height)
            for _ in range(4):
                settle()
            brake.count = 0
            if not area.widgetResizable() or laid_out():
                yield f"{width} x {height}, between {low} and {high}"
                area.setWidgetResizable(True)
    area.setGeometry(before)
    settle()


def laid_out() -> int:
    """How often anything is laid out although nothing has happened."""
    counting, app = Counting(), QApplication.instance()
    assert app is not None
    app.installEventFilter(counting)
    settle()
    app.removeEventFilter(counting)
    return counting.count


@pytest.fixture
def swept() -> set[tuple[str, str]]:
    """The areas that were seen, by what they stand in: each is swept once, but for pages."""
    return set()


def sweep_all(name: str, shown: QWidget, swept: set[tuple[str, str]]) -> None:
    is_own = name.startswith(("page", "lesson"))
    for area in areas(shown):
        kind = type(area.parentWidget()).__name__
        key = kind, name if is_own and kind in ("Sides", "LessonView") else ""
        if key not in swept:
            swept.add(key)
            with case(name, kind):
                sweep(area)


def test_what_is_scrolled_comes_to_rest(
    make_window: MakeWindow, swept: set[tuple[str, str]]
) -> None:
    window = make_window(attending_network(), text_network("LSTM", layers=2))
    for name, show in views(window):
        show()
        settle()
        sweep_all(name, window, swept)
    window.drawers.show_place("")
    dialogs = window.dialogs
    for show in (
        lambda: dialogs.inspect(1),
        dialogs.export_picture,
        dialogs.export_animation,
        ShortcutsDialog(window).show,
    ):
        show()
        settle()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                sweep_all(type(dialog).__name__, dialog, swept)
                dialog.close()
    assert {"Sides", "CellPanel", "DataTab", "Inspector", "ShortcutsDialog"} <= {
        kind for kind, _ in swept
    }


def test_lessons_come_to_rest(make_window: MakeWindow, swept: set[tuple[str, str]]) -> None:
    window = make_window(attending_network(), text_network("LSTM", layers=2))
    for name, show in lessons(window):
        show()
        settle()
        sweep_all(name, window, swept)
