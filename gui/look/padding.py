"""How padding looks: a faint dot a step among words and numbers, pale in the cards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.colours import ink
from gui.look.painted_text import TextPainter
from gui.look.theme import Theme

DOT_WIDTH = 6.0
"""Pixels of a dot among words; curves have no more dots than that lets them."""


def padding_colour(look: Theme) -> QColor:
    """Fainter than a word, and never coloured by a signal."""
    return ink(look.faint)


def paint_padding_words(
    painter: QPainter, texts: TextPainter, look: Theme, box: QRectF, size: int, count: int = 1
) -> None:
    """Steps of padding in the places of words, beside each other: the first of so many in a box;
    ``texts`` paints in the painter's colour."""
    painter.setPen(padding_colour(look))
    texts.paint_repeated(box, "·", size, count)


def paint_padding_step(painter: QPainter, look: Theme, spot: QPointF) -> None:
    """A step of padding under curves."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(padding_colour(look))
    painter.drawEllipse(spot, 1, 1)


def paint_padding_span(painter: QPainter, look: Theme, box: QRectF) -> None:
    """Padding as a piece of a bar: empty, within an outline."""
    painter.setPen(QPen(padding_colour(look), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
