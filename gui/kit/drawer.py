"""`Drawer`: what every drawer of the window is, whatever it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.kit.view import View
from gui.kit.widgets import stand_out
from gui.look.scale import px, sized


class Drawer(View):
    """The panel of a place, on the drawers' ground; its least width is what it asks for, too."""

    def __init__(self, width: int) -> None:
        super().__init__()
        stand_out(self, "drawer")
        sized(self.setMinimumWidth, width)

    def open_part(self, names: Sequence[str]) -> None:
        """Show a part of it, by the name of its tab and of what stands there; one that has no parts
        shows what it shows."""

    def stop(self) -> None:
        """End all work; the window closes."""
        self.unsubscribe()

    def sizeHint(self) -> QSize:
        """The drawer's width."""
        return QSize(self.minimumWidth(), px(600))


def scrolling(body: QWidget, *, takes_keys: bool = False) -> QScrollArea:
    """A frameless area in which a column scrolls up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not takes_keys:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area
