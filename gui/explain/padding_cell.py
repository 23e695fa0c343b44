"""`PaddingCell`: one network reading one variant, small: state, p(t), answer and accuracy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from engine.explain.padding_lab import SURE, VariantReading, VariantScore
from gui.kit.tips import tip
from gui.kit.view import View
from gui.look.colours import coloured, image_of, ink
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, sized, stroke
from gui.look.theme import BODY, CAPTION, Theme, theme
from gui.look.typefaces import typeface

HEAD = 18
"""The height of the line with the answer and the accuracy."""

BAR = 56
"""The width of the bar of an accuracy of 1."""

MIN_HEIGHT = 52
"""The least height."""


@dataclass(frozen=True, eq=False)
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


class PaddingCell(View):
    """Painted in one piece: there are twelve of them.

    Signals:
        chosen(): a click, or Enter: open this variant.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reading: VariantReading | None = None
        self.score: VariantScore | None = None
        self.problem = ""
        self.colour = ""
        self.scale = CellScale()
        self.at: int | None = None
        self.is_open = False
        self.describe: Callable[[int], str] = lambda step: ""
        self._image: npt.NDArray[np.uint8] | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sized(self.setMinimumHeight, MIN_HEIGHT)
        self.dress()

    def show_reading(
        self, reading: VariantReading | None, problem: str, colour: str, scale: CellScale
    ) -> None:
        """Draw a reading, or say why there is none."""
        self.reading, self.problem, self.colour, self.scale = reading, problem, colour, scale
        self.restyle()

    def show_score(self, score: VariantScore | None) -> None:
        """Draw the accuracy over the sample."""
        self.score = score
        self.update()

    def show_step(self, step: int | None, is_open: bool) -> None:
        """Where the word at the cursor is read here; None where it is not.  ``is_open`` frames
        the variant that the window reads."""
        if (step, is_open) != (self.at, self.is_open):
            self.at, self.is_open = step, is_open
            self.update()

    def restyle(self) -> None:
        """Colour the states."""
        self._image = None
        if self.reading is not None:
            h = np.asarray(self.reading.states["h"], np.float64).T
            self._image = coloured(0.5 + 0.5 * h / self.scale.state)
        self.update()

    def sizeHint(self) -> QSize:
        """Room is welcome."""
        return QSize(px(200), px(90))

    def step_at(self, x: float) -> int:
        """The step below a pixel."""
        count = 1 if self.reading is None else len(self.reading.answers)
        return max(0, min(int(x / max(1, self.width()) * count), count - 1))

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head, the states and p(t)."""
        painter, look = QPainter(self), theme()
        everything = QRectF(self.rect())
        painter.fillRect(everything, ink(look.surface))
        if self.reading is None:
            painter.setPen(QColor(look.dim))
            painter.setFont(typeface(CAPTION))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            edge = px(8)
            painter.drawText(everything.adjusted(edge, 0, -edge, 0), flags, self.problem)
        else:
            head = px(HEAD)
            rest = self.height() - head
            states = QRectF(0, head, self.width(), round(0.45 * rest))
            answers = QRectF(0, states.bottom(), self.width(), rest - states.height())
            self._paint_head(painter, look, self.reading, head)
            self._paint_states(painter, look, self.reading, states)
            self._paint_answers(painter, look, self.reading, answers)
            self._paint_cursor(painter, look, self.reading, head)
        if self.is_open or self.hasFocus():
            wide = stroke(2)
            painter.setPen(QPen(ink(look.accent), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = wide / 2
            painter.drawRect(everything.adjusted(half, half, -half, -half))

    def answer_text(self) -> str:
        """The answer at the end, and whether it is right."""
        if self.reading is None or not np.isfinite(self.reading.answer):
            return ""
        mark = {True: " ✓", False: " ✗", None: ""}[self.reading.is_right]
        return number(self.reading.answer) + mark

    def _paint_head(
        self, painter: QPainter, look: Theme, reading: VariantReading, head: int
    ) -> None:
        text = TextPainter(painter)
        painter.setPen(QColor(self._verdict(look, reading)))
        box = QRectF(0, 0, self.width(), head)
        text.paint_in_line(box, px(6), self.answer_text(), BODY, bold=True)
        if self.score is None:
            return
        painter.setPen(QColor(look.dim))
        accuracy = f"{self.score.accuracy:.2f}"
        right = self.width() - px(6) - text_width(accuracy, CAPTION)
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

    def _paint_states(
        self, painter: QPainter, look: Theme, reading: VariantReading, box: QRectF
    ) -> None:
        assert self._image is not None
        painter.drawImage(box, image_of(self._image))

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

        def y_of(value: float) -> float:
            return float(low + (value - self.scale.low) / span * (high - low))

        painter.setPen(QPen(ink(look.dim, 140), stroke(1), Qt.PenStyle.DotLine))
        middle = y_of(self.scale.guide)
        painter.drawLine(QPointF(0, middle), QPointF(box.width(), middle))
        known = np.flatnonzero(np.isfinite(reading.answers))
        if not len(known):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(self.colour), stroke(1.5)))
        painter.drawPolyline(
            QPolygonF([QPointF((t + 0.5) * column, y_of(float(reading.answers[t]))) for t in known])
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._verdict(look, reading)))
        radius = stroke(3.5)
        end = QPointF(box.width() - radius - 1, y_of(float(reading.answers[known[-1]])))
        painter.drawEllipse(end, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_cursor(
        self, painter: QPainter, look: Theme, reading: VariantReading, head: int
    ) -> None:
        if self.at is not None:
            x = (self.at + 0.5) * self.width() / len(reading.answers)
            painter.fillRect(
                QRectF(x - stroke(1) / 2, head, stroke(1), self.height() - head), ink(look.accent)
            )

    # -- the user's hand ---------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        text = self.describe(self.step_at(event.position().x()))
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the variant."""
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_here and self.reading is not None:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reading is not None:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
