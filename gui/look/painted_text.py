"""`TextPainter`: texts that are painted at every step, each shaped once.

Shaping takes three times as long as painting, so what has been shaped is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QTextLayout

from gui.look.scale import px
from gui.look.theme import CAPTION
from gui.look.typefaces import typeface_in_pixels

TOGETHER = 64
"""The texts of so many steps are shaped at once."""


class Shaped(NamedTuple):
    """A text ready to be painted.

    Attributes:
        text: what it says.
        font: its typeface.
        runs: its glyphs, a run for each typeface, from its upper left corner.
        width: how far it reaches along the line, in pixels.
        ascent, descent: how far it reaches above and below it.
    """

    text: str
    font: QFont
    runs: tuple[QGlyphRun, ...]
    width: float
    ascent: float
    descent: float

    def base(self, top: float, height: float) -> float:
        """Where its base line is in the middle of a line of text."""
        return top + (height - self.descent + self.ascent) / 2


Placed = tuple[float, QColor, Shaped]
"""Where a text begins on its line, its colour, and the text."""


class TextPainter:
    """Paints texts in a painter's colour.

    Args:
        painter: of a widget, or of a drawing, in which a text stays in one piece.
    """

    def __init__(self, painter: QPainter) -> None:
        self._painter, self._draw = painter, painter.drawGlyphRun
        self._is_drawing = is_drawing(painter)

    def paint(
        self, x: float, base: float, text: str, size: int = CAPTION, *, bold: bool = False
    ) -> None:
        """Paint a text; its base line begins at a point."""
        self.paint_shaped(x, base, shaped(text, px(size), bold))

    def paint_shaped(self, x: float, base: float, text: Shaped) -> None:
        """Paint a text that is shaped; its base line begins at a point."""
        if self._is_drawing:
            self._painter.setFont(text.font)
            self._painter.drawText(QPointF(x, base), text.text)
            return
        at = QPointF(x, base - text.ascent)
        for glyphs in text.runs:
            self._draw(at, glyphs)

    def paint_placed(self, base: float, placed: Iterable[Placed]) -> None:
        """Paint texts on one base line, each where it begins."""
        set_pen, draw = self._painter.setPen, self._draw
        for left, colour, text in placed:
            set_pen(colour)
            if self._is_drawing:
                self.paint_shaped(left, base, text)
                continue
            at = QPointF(left, base - text.ascent)
            for glyphs in text.runs:
                draw(at, glyphs)

    def paint_centred(
        self, box: QRectF, text: str, size: int = CAPTION, *, bold: bool = False
    ) -> None:
        """Paint a text in the middle of a box."""
        ready = shaped(text, px(size), bold)
        left = box.left() + (box.width() - ready.width) / 2
        self.paint_shaped(left, ready.base(box.top(), box.height()), ready)

    def paint_repeated(self, box: QRectF, text: str, size: int, count: int) -> None:
        """Paint a text in the middle of a box, and of as many as large beside it."""
        if self._is_drawing or count == 1:
            for nth in range(count):
                self.paint_centred(box.translated(nth * box.width(), 0), text, size)
            return
        ready = repeated(text, px(size), count, box.width())
        left = box.left() + (box.width() - ready.width) / 2
        self.paint_shaped(left, ready.base(box.top(), box.height()), ready)

    def paint_in_line(
        self, box: QRectF, indent: float, text: str, size: int, *, bold: bool = False
    ) -> None:
        """Paint a text in the middle of a box's height, so far from its left edge."""
        ready = shaped(text, px(size), bold)
        self.paint_shaped(box.left() + indent, ready.base(box.top(), box.height()), ready)


def is_drawing(painter: QPainter) -> bool:
    """Whether it paints into a drawing, in which texts stay texts, and not into pixels.

    Pixels are the one engine of the extended kind; to ask for the type takes twice as long.
    """
    return not painter.paintEngine().isExtended()


def text_width(text: str, size: int = CAPTION, *, bold: bool = False) -> float:
    """The width of such a text, in pixels."""
    return shaped(text, px(size), bold).width


@lru_cache(maxsize=4096)
def shaped(text: str, size: int, bold: bool) -> Shaped:
    """A text, so many pixels high."""
    font = typeface_in_pixels(size, bold=bold)
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)  # else Qt shapes it once more to tell its glyphs
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = tuple(layout.glyphRuns())
    return Shaped(text, font, runs, line.horizontalAdvance(), line.ascent(), line.descent())


def shaped_step(form: str, step: int, size: int, bold: bool) -> Shaped:
    """A text with the number of a step, counted from 1, in place of its ``{step}``."""
    return _shaped_steps(form, step - step % TOGETHER, size, bold)[step % TOGETHER]


@lru_cache(maxsize=16)  # of what is shown now; each keeps 64 texts
def _shaped_steps(form: str, first: int, size: int, bold: bool) -> list[Shaped]:
    """The texts of some steps: shaped one after the other, each takes a quarter of the time that it
    takes among all that a step does."""
    steps = range(first, first + TOGETHER)
    return [shaped(form.format(step=f"{step + 1:,}"), size, bold) for step in steps]


@lru_cache(maxsize=256)
def repeated(text: str, size: int, count: int, apart: float) -> Shaped:
    """The same text so many times, each so far from the one before; as wide as one of them."""
    once = shaped(text, size, False)
    for run in (runs := [QGlyphRun(run) for run in once.runs]):
        places = run.positions()
        run.setGlyphIndexes(run.glyphIndexes() * count)
        run.setPositions([at + QPointF(nth * apart, 0) for nth in range(count) for at in places])
    return once._replace(runs=tuple(runs))
