"""Texts in a picture: in the app's typefaces, cut short where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.look.alignment import AT_LEFT
from gui.look.theme import BODY
from gui.look.typefaces import typeface


def width_of(text: str, font: QFont) -> float:
    """The width of a text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    colour: str,
    font: QFont | None = None,
    align: Qt.AlignmentFlag = AT_LEFT,
) -> float:
    """Write one line into a box, ending in "…" where it is too long; returns its width."""
    font = font or typeface(BODY)
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) > box.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box.adjusted(0, 0, 1, 0), align, text)
    return metrics.horizontalAdvance(text)
