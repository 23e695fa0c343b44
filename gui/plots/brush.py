"""`BrushBox`: a view in which a drag draws a shape around points, or moves the view."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QGraphicsPolygonItem

from gui.look.scale import stroke
from gui.look.theme import theme

MOVE, BOX, LASSO = "move", "box", "lasso"
TOOLS = (MOVE, BOX, LASSO)
"""What a drag does: it moves the view, draws a rectangle, or a line that closes itself."""

Corners = npt.NDArray[np.float64]

FILLED = 30
"""How dense the shape is filled, of 255."""


class BrushBox(pg.ViewBox):  # type: ignore[misc]
    """A view of pyqtgraph's with one more thing that a drag can do: its own regions stay as shapes
    with handles, none of them is drawn with one stroke, and Qt's rubber band knows no lasso.

    Signals:
        brushed(object): a shape was drawn, its corners ``(K, 2)`` in the plot's own numbers.
    """

    brushed = Signal(object)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.tool = MOVE
        self._corners: list[QPointF] = []
        self.shape_drawn = QGraphicsPolygonItem()
        self.shape_drawn.setZValue(10)
        self.addItem(self.shape_drawn, ignoreBounds=True)

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        colour = QColor(theme().accent)
        self.shape_drawn.setPen(pg.mkPen(colour, width=stroke(1.5)))
        colour.setAlpha(FILLED)
        self.shape_drawn.setBrush(pg.mkBrush(colour))

    def forget_shape(self) -> None:
        """Draw none any more."""
        self.shape_drawn.setPolygon(QPolygonF())

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Draw with the left button, while a tool is chosen that draws."""
        if self.tool == MOVE or ev.button() != Qt.MouseButton.LeftButton:
            super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        start, here = self.mapToView(ev.buttonDownPos()), self.mapToView(ev.pos())
        if ev.isStart():
            self._corners = [start]
        if self.tool == LASSO:
            self._corners.append(here)
        else:
            across = QPointF(here.x(), start.y()), QPointF(start.x(), here.y())
            self._corners = [start, across[0], here, across[1]]
        self.shape_drawn.setPolygon(QPolygonF(self._corners))
        if ev.isFinish():
            self.brushed.emit(np.array([(each.x(), each.y()) for each in self._corners]))


def inside(points: npt.NDArray[Any], corners: Corners) -> npt.NDArray[np.bool_]:
    """Which points ``(N, 2)`` lie inside a shape of corners ``(K, 2)``: those from which a line to
    the right crosses its sides an odd number of times."""
    x, y = points[:, 0], points[:, 1]
    result = np.zeros(len(points), bool)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y0 != y1:
            between = (y0 > y) != (y1 > y)
            result ^= between & (x < x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    return result
