"""`TextPainter`: texts that are painted at every step, each shaped once.

Shaping takes three times as long as painting, and the numbers of a step are few: what has been
shaped is kept, number by number, and what stands between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QStaticText, QTextLayout

from gui.look.scale import px
from gui.look.theme import CAPTION
from gui.look.typefaces import typeface, typeface_in_pixels

_PIECE = re.compile(r"\S*\d\S* ?|(?:[^\s\d]+(?:\s|$)|\s)+")
"""A word with a digit in it, or all words up to the next one."""


@dataclass(frozen=True)
class _Text:
    """A text ready to be painted: each piece with its left edge and how far it reaches above the
    line; its width; and how far it reaches above and below."""

    pieces: tuple[tuple[float, float, QStaticText], ...]
    width: float
    ascent: float
    descent: float


class TextPainter:
    """Paints texts in a painter's colour, as long as its scale stays as it is.

    Args:
        painter: of a widget, or of a drawing, in which a text stays in one piece.
    """

    def __init__(self, painter: QPainter) -> None:
        is_raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
        self._painter = painter
        self._scale = painter.transform().m11() if is_raster else None

    def paint(
        self, x: float, base: float, text: str, size: int = CAPTION, *, bold: bool = False
    ) -> None:
        """Paint a text; its base line begins at a point."""
        self._painter.setFont(typeface(size, bold=bold))
        if self._scale is None:
            self._painter.drawText(QPointF(x, base), text)
            return
        for left, ascent, piece in _shaped(text, px(size), bold, self._scale).pieces:
            self._painter.drawStaticText(QPointF(x + left, base - ascent), piece)

    def paint_centred(
        self, box: QRectF, text: str, size: int = CAPTION, *, bold: bool = False
    ) -> None:
        """Paint a text in the middle of a box."""
        free = box.width() - text_width(text, size, bold=bold)
        self.paint_in_line(box, free / 2, text, size, bold=bold)

    def paint_in_line(
        self, box: QRectF, indent: float, text: str, size: int, *, bold: bool = False
    ) -> None:
        """Paint a text in the middle of a box's height, so far from its left edge."""
        shaped = _shaped(text, px(size), bold, 1.0)
        base = box.top() + (box.height() - shaped.descent + shaped.ascent) / 2
        self.paint(box.left() + indent, base, text, size, bold=bold)


def text_width(text: str, size: int = CAPTION, *, bold: bool = False) -> float:
    """The width of such a text, in pixels."""
    return _shaped(text, px(size), bold, 1.0).width


@lru_cache(maxsize=4096)
def _shaped(text: str, size: int, bold: bool, scale: float) -> _Text:
    """A text, so many pixels high, of pieces that are shaped; each scale has its own, as Qt shapes
    it anew for another."""
    pieces, x, above, below = [], 0.0, 0.0, 0.0
    for piece in _PIECE.findall(text):
        shape, width, ascent, descent = _shaped_piece(piece, size, bold, scale)
        pieces.append((x, ascent, shape))
        x, above, below = x + width, max(above, ascent), max(below, descent)
    return _Text(tuple(pieces), x, above, below)


@lru_cache(maxsize=4096)
def _shaped_piece(
    text: str, size: int, bold: bool, scale: float
) -> tuple[QStaticText, float, float, float]:
    """A piece, its width, and how far it reaches above and below its line."""
    layout = QTextLayout(text, typeface_in_pixels(size, bold=bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    shape = QStaticText(text)
    shape.setTextFormat(Qt.TextFormat.PlainText)
    return shape, line.horizontalAdvance(), line.ascent(), line.descent()
