"""The lines and the numbers of axes, as every painted drawing has them.

An `AxisItem` of pyqtgraph needs a scene, which most of these drawings have not, and takes the
room of its widest number; these stand where they are told, so that plots line up.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.alignment import AT_RIGHT
from gui.look.scale import px, stroke
from gui.look.theme import theme


def paint_guide(painter: QPainter, y: float, left: float, right: float) -> float:
    """A faint line across; returns the middle of the pixels on which it lies."""
    y = round(y) + 0.5
    painter.setPen(QPen(QColor(theme().line), stroke(1)))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    return y


def paint_beside(painter: QPainter, y: float, right: float, text: str) -> None:
    """A number left of an upright axis, that ends at ``right``."""
    painter.setPen(QColor(theme().dim))
    painter.drawText(QRectF(0, y - px(8), right, px(16)), AT_RIGHT, text)


def paint_below(
    painter: QPainter, x: float, top: float, text: str, edge: float | None = None
) -> None:
    """A number in the middle below ``x``; one that would reach over the edge ends there."""
    painter.setPen(QColor(theme().dim))
    box = QRectF(x - px(30), top, px(60), px(16))
    side = Qt.AlignmentFlag.AlignHCenter
    if edge is not None and box.right() > edge:
        box.moveRight(edge)
        side = Qt.AlignmentFlag.AlignRight
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, text)
