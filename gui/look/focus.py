"""The frame around what has the keys, where a widget paints itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.theme import theme


def paint_focus(painter: QPainter, room: QRect) -> None:
    """Frame a widget, just within it; pixels."""
    painter.setPen(QPen(QColor(theme().accent), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
