"""`ShownCell`: what is painted of one network reading one variant: state, p(t), answer, accuracy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.explain.padding_lab import SURE, VariantReading, VariantScore
from engine.text.review import Review
from gui.look.colours import coloured, image_of, ink
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, stroke
from gui.look.theme import BODY, CAPTION, Theme, theme
from gui.look.typefaces import typeface
from gui.naming import PART
from gui.plots.scale import answer_ends

HEAD = 18
"""The height of the line with the answer and the accuracy."""

BAR = 56
"""The width of the bar of an accuracy of 1."""


@dataclass(frozen=True)
class CellScale:
    """What all cells have in common, so that they can be compared.

    Attributes:
        state: the value of ``h`` at the end of the colours; the other end is its negative.
        low, high, guide: the ends of the answers, and the value that is marked.
    """

    state: float = 1.0
    low: float = 0.0
    high: float = 1.0
    guide: float = SURE


@dataclass
class ShownCell:
    """Painted in one piece, in the window and in pictures.

    Attributes:
        reading: what is drawn; None where it is not known, or cannot be.
        score: the accuracy over the sample; None while nobody knows.
        problem: why there is no reading.
        colour: of the network.
        scale: what all cells have in common.
        at: where the word at the cursor is read here; None where it is not.
        of: which of several classes the answer is of; "" of one or two.
    """

    reading: VariantReading | None = None
    score: VariantScore | None = None
    problem: str = ""
    colour: str = ""
    scale: CellScale = field(default_factory=CellScale)
    at: int | None = None
    of: str = ""
    _size: QSizeF = field(default_factory=QSizeF)

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the head, the states, p(t) and the cursor from the origin to a size."""
        self.paint_reading(painter, size)
        self.paint_cursor(painter, size)

    @property
    def stamp(self) -> tuple[object, ...]:
        """What decides how the reading is painted."""
        parts = self.reading, self.score, self.problem, self.colour, self.scale, self.of
        return *parts, theme()

    def paint_reading(self, painter: QPainter, size: QSizeF) -> None:
        """Paint what stays from step to step: the head, the states and p(t)."""
        look, self._size = theme(), size
        everything = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(everything, ink(look.surface))
        if self.reading is None:
            painter.setPen(QColor(look.dim))
            painter.setFont(typeface(CAPTION))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            edge = px(8)
            painter.drawText(everything.adjusted(edge, 0, -edge, 0), flags, self.problem)
            return
        head = px(HEAD)
        rest = size.height() - head
        states = QRectF(0, head, size.width(), round(0.45 * rest))
        answers = QRectF(0, states.bottom(), size.width(), rest - states.height())
        self._paint_head(painter, look, self.reading, head)
        self._paint_states(painter, self.reading, states)
        self._paint_answers(painter, look, self.reading, answers)

    def answer_text(self) -> str:
        """The answer at the end, and whether it is right."""
        if self.reading is None or not np.isfinite(self.reading.answer):
            return ""
        mark = {True: " ✓", False: " ✗", None: ""}[self.reading.is_right]
        answer = number(self.reading.answer) + mark
        return f"{answer}{PART}{self.of}" if self.of else answer

    def _paint_head(
        self, painter: QPainter, look: Theme, reading: VariantReading, head: int
    ) -> None:
        text = TextPainter(painter)
        painter.setPen(QColor(self._verdict(look, reading)))
        box = QRectF(0, 0, self._size.width(), head)
        text.paint_in_line(box, px(6), self.answer_text(), BODY, bold=True)
        if self.score is None:
            return
        painter.setPen(QColor(look.dim))
        accuracy = f"{self.score.accuracy:.2f}"
        right = self._size.width() - px(6) - text_width(accuracy, CAPTION)
        text.paint_in_line(box, right, accuracy, CAPTION)
        wide, tall = px(BAR), px(6)
        left = right - px(6) - wide
        if left < px(12) + text_width(self.answer_text(), BODY, bold=True):
            return  # the number stands alone
        bar = QRectF(left, (head - tall) / 2, wide, tall)
        painter.fillRect(bar, ink(look.line))
        filled = QRectF(bar.left(), bar.top(), wide * self.score.accuracy, tall)
        painter.fillRect(filled, ink(self.colour))
        middle = bar.left() + wide / 2  # as right as a coin
        painter.fillRect(QRectF(middle, bar.top() - 1, stroke(1), tall + 2), ink(look.text))

    def _verdict(self, look: Theme, reading: VariantReading) -> str:
        return {True: look.good, False: look.bad, None: look.text}[reading.is_right]

    def _paint_states(self, painter: QPainter, reading: VariantReading, box: QRectF) -> None:
        h = np.asarray(reading.states["h"], np.float64).T
        painter.drawImage(box, image_of(coloured(0.5 + 0.5 * h / self.scale.state)))

    def _paint_answers(
        self, painter: QPainter, look: Theme, reading: VariantReading, box: QRectF
    ) -> None:
        column = box.width() / len(reading.answers)
        if reading.padded is not None:
            first, last = reading.padded
            shade = QRectF(first * column, box.top(), (last + 1 - first) * column, box.height())
            painter.fillRect(shade, ink(look.faint, 70))
        room = px(4)
        low, high = box.bottom() - room, box.top() + room
        span = self.scale.high - self.scale.low

        def y_of(values: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.float64]:
            shares = (values.astype(np.float64) - self.scale.low) / span
            return low + shares * (high - low)

        painter.setPen(QPen(ink(look.dim, 140), stroke(1), Qt.PenStyle.DotLine))
        middle = float(y_of(np.array(self.scale.guide)))
        painter.drawLine(QPointF(0, middle), QPointF(box.width(), middle))
        known = np.flatnonzero(np.isfinite(reading.answers))
        if not len(known):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(self.colour), stroke(1.5)))
        heights = y_of(reading.answers[known])
        painter.drawPolyline(arrayToQPolygonF((known + 0.5) * column, heights))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._verdict(look, reading)))
        radius = stroke(3.5)
        end = QPointF(box.width() - radius - 1, float(heights[-1]))
        painter.drawEllipse(end, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def paint_cursor(self, painter: QPainter, size: QSizeF) -> None:
        """Paint where the word at the cursor is read."""
        if self.at is not None and self.reading is not None:
            x = (self.at + 0.5) * size.width() / len(self.reading.answers)
            wide, head = stroke(1), px(HEAD)
            line = QRectF(x - wide / 2, head, wide, size.height() - head)
            painter.fillRect(line, ink(theme().accent))


def cell_scale(shown: Iterable[object]) -> CellScale:
    """The ends that all cells share; what is no reading does not count."""
    readings = [each for each in shown if isinstance(each, VariantReading)]
    most = max((float(np.nanmax(np.abs(each.states["h"]))) for each in readings), default=1.0)
    probable = all(each.is_probability for each in readings)
    return CellScale(most or 1.0, *answer_ends([each.answers for each in readings], probable))


def same_word(review: Review, step: int, reading: VariantReading | None) -> int | None:
    """The step at which a reading has the word that the review has at a step."""
    if reading is None or not 0 <= step < len(review) or review.padding[step]:
        return None
    token = review.span[0] + int((~review.padding[:step]).sum())
    first, last = reading.review.span
    if not first <= token < last:
        return None
    return int(np.flatnonzero(~reading.review.padding)[token - first])
