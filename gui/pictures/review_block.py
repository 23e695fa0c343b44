"""The review in a picture, word by word; a series as curves, column by column."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.session.session import Session
from engine.text.review import Review
from gui.look.alignment import AT_LEFT
from gui.look.colours import ink
from gui.look.padding import DOT_WIDTH, paint_padding_words
from gui.look.painted_text import TextPainter
from gui.look.signal_colours import session_colours
from gui.look.theme import BODY, TITLE, theme
from gui.look.typefaces import typeface
from gui.look.written import paint_written_word
from gui.numbers.lanes import Lanes
from gui.numbers.strip import with_written
from gui.pictures.block import Block
from gui.pictures.picture_texts import write
from gui.pictures.time_field import GUTTER, TimeField

IN_LINE = AT_LEFT | Qt.TextFlag.TextSingleLine
PAD, BETWEEN = 3.0, 3.0
SIZES = (TITLE, BODY, BODY - 1)
"""Heights of the letters: smaller ones where the words would not fit."""


def line_height(size: int) -> float:
    """The height of a line of words."""
    return size + 9.0


def flow(
    review: Review, width: float, size: int, written: tuple[str, ...] = ()
) -> list[tuple[int, float, float]]:
    """Where the words stand, and what was written after them: the line, the left edge and the width
    of each."""
    metrics = QFontMetricsF(typeface(size))
    places: list[tuple[int, float, float]] = []
    line, x = 0, 0.0
    for step, word in enumerate((*review.steps, *written)):
        padding = step < len(review) and bool(review.padding[step])
        wide = DOT_WIDTH if padding else metrics.horizontalAdvance(word) + 2 * PAD
        wide = min(wide, width)
        if x > 0 and x + wide > width:
            line, x = line + 1, 0.0
        places.append((line, x, wide))
        x += wide + (0.0 if padding else BETWEEN)
    return places


def words_height(review: Review, width: float, room: float, written: tuple[str, ...] = ()) -> float:
    """The height that a review wants of so much room."""
    for size in SIZES:
        places = flow(review, width, size, written)
        wanted = (places[-1][0] + 1) * line_height(size) if places else 0.0
        if wanted <= room:
            return wanted
    return room // line_height(SIZES[-1]) * line_height(SIZES[-1])


class Words(Block):
    """Words in lines; where there is no room for all, the lines around the step."""

    def __init__(self, session: Session, box: QRectF, review: Review, *, dims: bool) -> None:
        super().__init__(session, box)
        self._review, self._dims = review, dims
        self._written = session.written_after(len(review))
        for size in SIZES:
            self._size, self._places = size, flow(review, box.width(), size, self._written)
            self._lines = self._places[-1][0] + 1 if self._places else 0
            if self._lines * line_height(size) <= box.height() + 0.5:
                break
        self._colours = _colours(session)

    @property
    def is_cut(self) -> bool:
        """Whether there are more lines than room."""
        return self._lines > self._room

    @property
    def _room(self) -> int:
        return max(1, int((self.box.height() + 0.5) // line_height(self._size)))

    def _first_line(self, step: int) -> int:
        if not self.is_cut or step >= len(self._places):
            return 0
        return max(0, min(self._places[step][0] - self._room // 2, self._lines - self._room))

    def paint_ground(self, painter: QPainter) -> None:
        """Nothing: all of it depends on the step."""

    def paint_step(self, painter: QPainter) -> None:
        """Paint the words, and frame the one of the step."""
        step, look = self.session.step, theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, height = self._first_line(step), line_height(self._size)
        unknown = self._unknown()
        for at, (line, x, wide) in enumerate(self._places):
            if not first <= line < first + self._room:
                continue
            top = self.box.top() + (line - first) * height
            box = QRectF(self.box.left() + x, top + 1.5, wide, height - 3)
            self._paint(
                painter,
                at,
                box,
                dim=self._dims and at > step,
                unknown=at < len(unknown) and bool(unknown[at]),
            )
            if at == step:
                painter.setPen(QPen(QColor(look.accent), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 3, 3)
        self._paint_cuts(painter, first)

    def _paint_cuts(self, painter: QPainter, first: int) -> None:
        """Say that there are lines before and after those that are shown."""
        last, dim = first + self._room - 1, theme().dim
        if first > 0:
            room = QRectF(self.box.left() - 14, self.box.top(), 14, line_height(self._size))
            write(painter, room, "…", dim, typeface(self._size))
        if last < self._lines - 1:
            right = max(x + wide for line, x, wide in self._places if line == last)
            top = self.box.top() + (self._room - 1) * line_height(self._size)
            room = QRectF(self.box.left() + right + 2, top, 14, line_height(self._size))
            write(painter, room, "…", dim, typeface(self._size))

    def _unknown(self) -> np.ndarray:
        pane = self.session.focused
        read = None if pane is None or pane.trace is None else pane.trace.sequence
        if isinstance(read, Review) and len(read) == len(self._review):
            return read.unknown
        return self._review.unknown

    def _paint(self, painter: QPainter, at: int, box: QRectF, *, dim: bool, unknown: bool) -> None:
        look = theme()
        painter.setFont(typeface(self._size))
        is_written = at >= len(self._review)
        if not is_written and self._review.padding[at]:
            paint_padding_words(painter, TextPainter(painter), look, box, self._size)
            return
        colour = self._colours[at] if at < len(self._colours) else None
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            faded = QColor(colour)
            faded.setAlphaF(colour.alphaF() * (0.4 if dim else 1.0))
            painter.setBrush(faded)
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(ink(look.text, 140 if dim else 255))
        painter.drawText(
            box.adjusted(PAD, 0, PAD, 0),
            IN_LINE,
            self._written[at - len(self._review)] if is_written else self._review.steps[at],
        )
        if is_written:
            paint_written_word(painter, look, box)
        if unknown:
            painter.setPen(QPen(QColor(look.dim), 0.8, Qt.PenStyle.DotLine))
            y = box.bottom() - 2
            painter.drawLine(QPointF(box.left() + PAD, y), QPointF(box.right() - PAD, y))


def _colours(session: Session) -> list[QColor | None]:
    """What each word is coloured with, None for nothing."""
    if (signal := session_colours(session)) is None:
        return []
    colours: list[QColor | None] = []
    for (red, green, blue), strength in zip(signal[0].tolist(), signal[1].tolist(), strict=True):
        known = math.isfinite(strength)
        colours.append(QColor(red, green, blue, int(40 + 150 * strength)) if known else None)
    return colours


class Columns(Block):
    """The numbers that are read, a curve a column; many columns are a heat map."""

    def __init__(
        self, session: Session, box: QRectF, names: tuple[str, ...], *, dims: bool
    ) -> None:
        super().__init__(session, box)
        self._dims = dims
        sequence = session.sequence
        assert sequence is not None
        values = np.asarray(sequence.inputs, np.float64).reshape(len(sequence), -1)
        values = with_written(session, np.where(sequence.padding[:, None], np.nan, values))
        if sequence.inputs.dtype.kind == "i":
            names = (QCoreApplication.translate("Picture", "id"),)
        elif len(names) != values.shape[1]:
            names = tuple(str(place + 1) for place in range(values.shape[1]))
        self._field = TimeField(box.adjusted(GUTTER, 0, 0, 0), max(1, session.steps))
        self._lanes = Lanes(values, names, self._field.steps)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the columns."""
        self._field.paint_frame(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lanes.paint(painter, self._field.box, theme())

    def paint_step(self, painter: QPainter) -> None:
        """Paint the cursor and the values beside the names."""
        step = self.session.step
        self._field.paint_cursor(painter, step, dims=self._dims, framed=False)
        painter.setFont(typeface())
        self._lanes.paint_labels(painter, self._field.box, theme(), step)
