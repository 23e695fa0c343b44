"""`ValueCells`: a row of weights as coloured squares; the pointer says the numbers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from gui.look.colours import coloured
from gui.look.numbers_text import number
from gui.look.scale import px
from gui.look.theme import Theme
from gui.training.cards.drawing import Drawing

MAX_SQUARES = 256
"""A wider row is cut: nobody reads four thousand squares."""

BETWEEN = 2


class ValueCells(Drawing):
    """Squares in the diverging colours, zero colourless."""

    def __init__(self) -> None:
        super().__init__()
        self.values: npt.NDArray[np.floating[Any]] = np.zeros(0, np.float32)
        self._most = 1.0
        self.setMouseTracking(True)

    def show_values(self, values: npt.NDArray[np.floating[Any]], most: float) -> None:
        """Draw numbers ``(E,)``; ``most`` and its negative have the strongest colours."""
        same = len(values) == len(self.values)
        self.values, self._most = values[:MAX_SQUARES], max(most, 1e-9)
        if not same:
            self.updateGeometry()
        self.update()

    def _grid(self, width: int) -> tuple[float, int]:
        """The side of a square, its gap included, and how many stand in a line."""
        count = max(1, len(self.values))
        wanted = count if count <= 16 else 32 if count <= 128 else 64
        side = min(28.0, (width + px(BETWEEN)) / min(wanted, count))
        return side, max(1, min(wanted, int((width + px(BETWEEN) + 0.01) / side)))

    def height_at(self, width: int) -> int:
        """As many lines as it takes."""
        if not len(self.values):
            return 0
        side, each = self._grid(width)
        return int(np.ceil(-(-len(self.values) // each) * side - px(BETWEEN)))

    def box_of(self, place: int) -> QRectF:
        """Where a number is drawn."""
        side, each = self._grid(self.width())
        row, column = divmod(place, each)
        return QRectF(column * side, row * side, side - px(BETWEEN), side - px(BETWEEN))

    def place_at(self, at: QPointF) -> int | None:
        """Which number is drawn at a point."""
        for place in range(len(self.values)):
            if self.box_of(place).adjusted(0, 0, px(BETWEEN), px(BETWEEN)).contains(at):
                return place
        return None

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw the squares."""
        cells = coloured(self.values / self._most * 0.5 + 0.5)
        painter.setPen(QPen(QColor(look.line), 1))
        for place, channels in enumerate(cells.tolist()):
            painter.setBrush(QColor(*channels))
            painter.drawRect(self.box_of(place).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the number below the pointer."""
        place = self.place_at(event.position())
        self.explain("" if place is None else self.describe(place))

    def describe(self, place: int) -> str:
        """Which number it is, counted from 1, and the number."""
        name = self.tr("number {place}").format(place=place + 1)
        return f"{name} · {written(self.values[place], 4, sign=True)}"


def written(value: float, digits: int = 3, *, sign: bool = False) -> str:
    """A weight as the window writes it, one that is no number included."""
    value = float(value)
    return number(value, digits, sign=sign) if math.isfinite(value) else "NaN"
