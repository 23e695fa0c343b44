"""`paint_text`: texts that are painted at every step, each shaped once.

Shaping takes three times as long as painting, and the numbers of a step are few: what has been
shaped is kept, word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QStaticText, QTextLayout

from gui.look.theme import CAPTION
from gui.look.typefaces import typeface

_WORD = re.compile(r"\S+ ?| ")


@dataclass(frozen=True)
class _Word:
    """A word ready to be painted, its width, and how far it reaches above and below its line."""

    shape: QStaticText
    width: float
    ascent: float
    descent: float


def paint_text(
    painter: QPainter, at: QPointF, text: str, size: int = CAPTION, *, bold: bool = False
) -> None:
    """Paint a text in the painter's colour; its base line begins at a point."""
    painter.setFont(typeface(size, bold=bold))
    if painter.paintEngine().type() != QPaintEngine.Type.Raster:
        painter.drawText(at, text)  # a drawing, in which a text stays in one piece
        return
    x, y, scale = at.x(), at.y(), painter.transform().m11()
    for word in _words(text, size, bold, scale):
        painter.drawStaticText(QPointF(x, y - word.ascent), word.shape)
        x += word.width


def paint_centred(
    painter: QPainter, box: QRectF, text: str, size: int = CAPTION, *, bold: bool = False
) -> None:
    """Paint a text in the middle of a box."""
    free = box.width() - text_width(text, size, bold=bold)
    paint_in_line(painter, box, free / 2, text, size, bold=bold)


def paint_in_line(
    painter: QPainter, box: QRectF, indent: float, text: str, size: int, *, bold: bool = False
) -> None:
    """Paint a text in the middle of a box's height, so far from its left edge."""
    words = _words(text, size, bold, 1.0)
    ascent, descent = max(word.ascent for word in words), max(word.descent for word in words)
    base = box.top() + (box.height() - ascent - descent) / 2 + ascent
    paint_text(painter, QPointF(box.left() + indent, base), text, size, bold=bold)


def text_width(text: str, size: int = CAPTION, *, bold: bool = False) -> float:
    """The width of such a text, in pixels."""
    return sum(word.width for word in _words(text, size, bold, 1.0))


def _words(text: str, size: int, bold: bool, scale: float) -> list[_Word]:
    return [_shaped(word, size, bold, scale) for word in _WORD.findall(text)]


@lru_cache(maxsize=4096)
def _shaped(text: str, size: int, bold: bool, scale: float) -> _Word:
    """Shape a word; each scale has its own, as Qt shapes it anew for another."""
    layout = QTextLayout(text, typeface(size, bold=bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    shape = QStaticText(text)
    shape.setTextFormat(Qt.TextFormat.PlainText)
    return _Word(shape, line.horizontalAdvance(), line.ascent(), line.descent())
