"""How it looks what a network wrote itself: a line below a word, a dotted line where it began."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look.colours import ink
from gui.look.scale import px, stroke
from gui.look.theme import Theme

_ALPHA = 190


def paint_written_word(painter: QPainter, look: Theme, box: QRectF) -> None:
    """A line along the foot of the box of a word."""
    painter.setPen(QPen(ink(look.accent, _ALPHA), stroke(1.5)))
    y = box.bottom() - stroke(1)
    painter.drawLine(QPointF(box.left() + px(3), y), QPointF(box.right() - px(3), y))


def paint_written_begin(painter: QPainter, look: Theme, x: float, top: float, foot: float) -> None:
    """An upright line over time steps, between the last that was given and the first written."""
    painter.setPen(QPen(ink(look.accent, _ALPHA), stroke(1), Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(round(x) + 0.5, top, round(x) + 0.5, foot))
