"""`LessonPlot`: axes of pyqtgraph in the theme of the moment, which the mouse does not move."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPainter

from gui.kit.view import Viewing
from gui.look.scale import px
from gui.look.theme import BODY, theme
from gui.look.typefaces import typeface
from gui.plots.menu import without_menu

_SIDES = ("left", "bottom")


class RoomyAxis(pg.AxisItem):  # type: ignore[misc]
    """Of a logarithmic axis only those numbers are written that have room, powers of ten first."""

    GAP = 4
    """Pixels between two numbers."""

    def generateDrawSpecs(self, painter: QPainter) -> object:
        """Begin anew: nothing is written yet."""
        self._written: list[tuple[float, float]] = []
        self._metrics = painter.fontMetrics()
        return super().generateDrawSpecs(painter)

    def tickStrings(
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str | None]:
        """The numbers of one level, None for those without room; coarse levels come first."""
        texts: list[str | None] = list(super().tickStrings(values, scale, spacing))
        if not self.logMode or not texts:
            return texts
        is_upright = self.orientation in ("left", "right")
        length = self.size().height() if is_upright else self.size().width()
        low, high = self.range
        for at in sorted(range(len(texts)), key=lambda at: _coarseness(values[at])):
            text = texts[at] or ""
            room = self._metrics.height() if is_upright else self._metrics.horizontalAdvance(text)
            middle = (values[at] - low) / (high - low) * length
            ends = middle - room / 2 - self.GAP, middle + room / 2 + self.GAP
            if any(ends[0] < taken[1] and taken[0] < ends[1] for taken in self._written):
                texts[at] = None
            else:
                self._written.append((middle - room / 2, middle + room / 2))
        return texts


def _coarseness(value: float) -> int:
    """Of the numbers 1 to 9 of a power of ten, whose logarithm it is: which is written first."""
    digit = round(10 ** (value - math.floor(value + 1e-9)))
    return {1: 0, 5: 1, 2: 2}.get(digit, 2 + digit)


class LessonPlot(Viewing, pg.PlotWidget):  # type: ignore[misc]
    """Holds these items; their pens and numbers are the picture's.

    Numbers on the axes are written as they are, never in thousandths.
    """

    def __init__(self, *items: pg.GraphicsObject) -> None:
        super().__init__(axisItems={"left": RoomyAxis("left"), "bottom": RoomyAxis("bottom")})
        without_menu(self)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        for side in _SIDES:
            self.getAxis(side).enableAutoSIPrefix(False)
        for item in items:
            self.addItem(item)
        self.dress()

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        look = theme()
        self.setBackground(QColor(look.surface))
        for side in _SIDES:
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(look.line))
            axis.setTextPen(pg.mkPen(look.dim))
            axis.setTickFont(typeface(BODY))
            axis.labelStyle = {"font-size": f"{px(BODY)}px"}  # of what is said later, too
            if axis.labelText:
                axis.setLabel(axis.labelText)
