"""`TextLine`: one line of coloured pieces of text that changes at every step.

A label would lay out the whole panel anew each time its text changes; this only paints.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import BODY, theme
from gui.look.typefaces import typeface


@dataclass(frozen=True)
class TextRun:
    """A piece of text.

    Attributes:
        text: what it says.
        colour: ``#rrggbb``; "" for the dim colour of the theme.
        bold: whether it stands out.
    """

    text: str
    colour: str = ""
    bold: bool = False


class TextLine(QWidget):
    """Runs side by side; a line that is too long for its width is drawn smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[TextRun, ...] = ()
        self._fonts: dict[tuple[int, bool], QFont] = {}  # a step paints many lines
        self.setFixedHeight(BODY + 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_runs(self, *runs: TextRun) -> None:
        """Say something else; neighbours of one look become one run, for the sake of kerning."""
        looks = groupby(runs, key=lambda run: (run.colour, run.bold))
        runs = tuple(TextRun("".join(run.text for run in same), *look) for look, same in looks)
        if runs != self._runs:
            self._runs = runs
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """What it says, without colours."""
        return "".join(run.text for run in self._runs)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, BODY + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the runs."""
        painter = QPainter(self)
        size = BODY
        while size > 8 and self._width(size) > self.width():
            size -= 1
        x, y = 0.0, BODY + 1.0
        for run in self._runs:
            font = self._sized(run, size)
            painter.setFont(font)
            painter.setPen(QColor(run.colour or theme().dim))
            painter.drawText(QPointF(x, y), run.text)
            x += QFontMetricsF(font).horizontalAdvance(run.text)

    def _sized(self, run: TextRun, size: int) -> QFont:
        look = (size, run.bold)
        if look not in self._fonts:
            self._fonts[look] = typeface(size, bold=run.bold)
        return self._fonts[look]

    def _width(self, size: int) -> float:
        return sum(
            QFontMetricsF(self._sized(run, size)).horizontalAdvance(run.text) for run in self._runs
        )
