"""Widgets that change at every step, and paint the ground that they stand on themselves.

Qt paints everything below a widget that something might show through: for a number that
changes, the panel, its scroll area and the window, each by way of the style sheet.  Nothing
below these is painted.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.look.colours import ink
from gui.look.theme import theme

Ground = Literal["ground", "surface"]
"""The colour of the theme on which a widget stands."""

_OPAQUE = Qt.WidgetAttribute.WA_OpaquePaintEvent


def paint_ground(painter: QPainter, widget: QWidget, ground: Ground) -> None:
    """Fill a widget, and let nothing show through from now on.

    Here and not where it is built: the style sheet takes it back as it is put on.
    """
    widget.setAttribute(_OPAQUE)
    look = theme()
    painter.fillRect(widget.rect(), ink(look.ground if ground == "ground" else look.surface))


class Grounded(QWidget):
    """Sub-classes override `paint`."""

    def __init__(self, ground: Ground = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and what stands on it."""
        painter = QPainter(self)
        paint_ground(painter, self, self._ground)
        self.paint(painter, event)

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint what stands on the ground."""


class StepLabel(QLabel):
    """A plain text that changes at every step."""

    def __init__(self, role: str = "", ground: Ground = "surface") -> None:
        super().__init__()
        self._ground = ground
        self._said: tuple[str, str, int] | None = None
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def changeEvent(self, event: QEvent) -> None:
        """Another typeface, as another language may have, needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._said:
            self._take_room(*self._said)

    def say(self, text: str, widest: str = "", least: int = 0) -> None:
        """Change the text: of a fixed size, it has nothing laid out anew around it.

        It has room for the ``widest`` text, if that is another, and ``least`` so many pixels.
        """
        said, self._said = self._said, (text, widest, least)
        if not widest or said is None or said[1:] != (widest, least):
            self._take_room(text, widest, least)
        self.setText(text)

    def _take_room(self, text: str, widest: str, least: int) -> None:
        room = self.fontMetrics().size(0, widest or text)
        size = QSize(max(room.width(), least), room.height())
        if self.maximumSize() != size:
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as the style sheet would."""
        painter = QPainter(self)
        paint_ground(painter, self, self._ground)
        painter.drawText(self.rect(), self.alignment(), self.text())


class InPlace(QWidget):
    """Room as wide as there is for what changes, in the middle of its line."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self._shown = shown
        shown.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give it to what is shown."""
        self._shown.resize(self.size())
