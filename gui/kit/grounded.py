"""Widgets that change at every step, and have a ground of their own.

Qt paints everything below a widget that something might show through: for a number that
changes, the panel, its scroll area and the window, each by way of the style sheet.  Nothing
below these is painted.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.look.dressing import is_dressed
from gui.look.painted_text import Shaped, TextPainter, shaped, shaped_step

Ground = Literal["ground", "surface"]
"""The colour of the theme on which a widget stands."""

CLOSE = 8
"""Pixels by which a text that is shaped may be narrower than the label measures it."""

_ROLES = {"ground": QPalette.ColorRole.Window, "surface": QPalette.ColorRole.Base}


def stand_on(widget: QWidget, ground: Ground) -> None:
    """Let Qt fill a widget's ground, so that nothing shows through."""
    widget.setBackgroundRole(_ROLES[ground])
    widget.setAutoFillBackground(True)


class Grounded(QWidget):
    """Sub-classes override `paint`, and those that paint each of their pixels have no ground."""

    def __init__(self, ground: Ground | None = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if ground is None:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        else:
            stand_on(self, ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands on the ground."""
        self.paint(QPainter(self), event)

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint what stands on the ground."""


class StepLabel(QLabel):
    """A plain text that changes at every step, at the left of its room or at the right."""

    def __init__(
        self, role: str = "", ground: Ground = "surface", *, is_right: bool = False
    ) -> None:
        super().__init__()
        self._is_right = is_right
        stand_on(self, ground)
        self._said: tuple[str, str, int] | None = None
        self._typeface: tuple[int, bool] | None = None
        self._height = 0
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def changeEvent(self, event: QEvent) -> None:
        """Another typeface, as another language may have, needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._typeface = None
            if self._said and is_dressed():
                self._take_room(*self._said)

    def say(self, text: str, widest: str = "", least: int = 0) -> None:
        """Change the text: of a fixed size, it has nothing laid out anew around it.

        It has room for the ``widest`` text, if that is another, and ``least`` so many pixels.
        """
        said, self._said = self._said, (text, widest, least)
        if not widest or said is None or said[1:] != (widest, least):
            self._take_room(text, widest, least)
        self.setText(text)

    def say_step(self, form: str, step: int, steps: int) -> None:
        """Say a text with the number of a step of so many, counted from 1, for its ``{step}``."""
        text = shaped_step(form, step, *self._letters()).text
        self.say(text, form.format(step=f"{steps:,}"))

    def _take_room(self, text: str, widest: str, least: int) -> None:
        width = least
        if not self._fits(widest or text, least):
            kerned = 2 if widest else 0  # other digits stand a little closer or less so
            width = max(least, self.fontMetrics().size(0, widest or text).width() + kerned)
        size = QSize(width, self._height)
        if self.maximumSize() != size:
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as the style sheet would."""
        text = self._shaped(self.text())
        left = self.width() - text.width if self._is_right else 0.0
        TextPainter(QPainter(self)).paint_shaped(left, text.base(0, self.height()), text)

    def elided(self, text: str, width: int) -> str:
        """A text, cut short where it is wider than so many pixels."""
        if self._fits(text, width):
            return text
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _fits(self, text: str, width: int) -> bool:
        """Whether a text is surely narrower: to measure it as a whole takes longer."""
        return self._shaped(text).width + CLOSE <= width

    def _shaped(self, text: str) -> Shaped:
        return shaped(text, *self._letters())

    def _letters(self) -> tuple[int, bool]:
        """How high they are in pixels, and whether they are bold."""
        if self._typeface is None:
            font = self.fontInfo()
            self._typeface = font.pixelSize(), font.bold()
            self._height = self.fontMetrics().size(0, "0").height()
        return self._typeface


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
