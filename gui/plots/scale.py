"""The colour scale of a map: which values its two ends stand for, and its bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.replay.cells.series import Series
from engine.session.state import SCALES
from gui.look.alignment import AT_LEFT
from gui.look.colours import gradient
from gui.look.numbers_text import number, weight_text
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.look.typefaces import typeface
from gui.plots.ticks import nice_range

BAR_WIDTH, BAR_HEIGHT, MIN_BAR = 56, 6, 12
BOUNDS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0)
"""The ranges of an unbounded series: few, so that most reviews and networks share one."""


NICE = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""What a shared scale of a signed series is rounded up to, times a power of ten."""

Values = npt.NDArray[np.floating[Any]]
Ends = tuple[float, float]


def levels(series: Series, values: Values, shared: Iterable[Values], scale: str) -> Ends:
    """The values at the two ends of a series' colours.

    *Shared*, they are the same in all panes: what these show, rounded, so that networks can be
    compared and small movements be seen.  *Fixed*, they are the bounds of the series; an unbounded
    one takes the first of `BOUNDS` that holds this trace.  *Stretched*, they are the least and the
    greatest value in this trace.  A signed series keeps zero in the middle.

    Args:
        series: what is coloured.
        values: ``(T, U)`` or ``(T,)``, NaN where the layer has none.
        shared: the same series in all panes.
        scale: one of `SCALES`.
    """
    if scale == "shared":
        span = _span(shared)
        if _is_held(series, span):
            scale = "fixed"
        else:
            return _rounded(span, signed=series.signed)
    if scale == "fixed" and series.low is not None and series.high is not None:
        return series.low, series.high
    span = _span([values])
    if series.signed or series.low is None:
        most = 0.0 if span is None else max(-span[0], span[1])
        if scale == "fixed":
            most = next((bound for bound in BOUNDS if bound >= most), most)
        most = most or 1.0
        return -most, most
    if span is None:
        return 0.0, 1.0
    low, high = span
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def answer_ends(answers: Sequence[Values], probable: bool) -> tuple[float, float, float]:
    """The values at the lower and the upper edge of answers over time, and the one in between
    that is marked: 0 and 1 for probabilities, else round ones around them.

    Args:
        answers: ``(T,)`` each, NaN where there is none.
        probable: whether they are probabilities (`engine.network.closing.is_probability`).
    """
    known = [each[np.isfinite(each)] for each in answers]
    known = [each for each in known if len(each)]
    if not known or probable:
        return 0.0, 1.0, 0.5
    low = min(float(each.min()) for each in known)
    high = max(float(each.max()) for each in known)
    # How an answer moves is what is looked at, however little beside its size.
    bottom, top, _ = nice_range(low, high, least_share=1e-4)
    return bottom, top, 0.0


def curve_ends(
    drawn: Iterable[Values], series: Sequence[Series], shared: Iterable[Ends], scale: str
) -> Ends:
    """The values at the lower and the upper edge of curves.

    Args:
        drawn: the curves, each ``(T,)``.
        series: which they are of.
        shared: the shared levels of these.
        scale: one of `SCALES`.
    """
    low, high = _span(drawn) or (-1.0, 1.0)
    if scale == "shared":
        ends = list(shared)
        low, high = (min(end[0] for end in ends), max(end[1] for end in ends)) if ends else (-1, 1)
    elif scale == "fixed":
        gates_only = bool(series) and not any(one.signed for one in series)
        low, high = min(low, 0.0 if gates_only else -1.0), max(high, 1.0)
    elif high - low < 1e-6:
        low, high = low - 0.5, high + 0.5
    return low, high


def _is_held(series: Series, span: Ends | None) -> bool:
    """Whether a gate has one value alone, of which no end can be taken: it is clamped."""
    if span is None or series.signed or series.low is None or series.high is None:
        return False
    return series.low <= span[0] == span[1] <= series.high


def _span(values: Iterable[Values]) -> Ends | None:
    """The least and the greatest of all values; None where there is none."""
    known = [each[np.isfinite(each)] for each in values]  # a gate that has not begun has no value
    ends = [(float(each.min()), float(each.max())) for each in known if each.size]
    return (min(end[0] for end in ends), max(end[1] for end in ends)) if ends else None


def _rounded(span: Ends | None, *, signed: bool) -> Ends:
    """Round values that hold a span, which leave little of their room empty."""
    low, high = span or (0.0, 1.0)
    if signed:
        most = max(-low, high) or 1.0
        power = 10.0 ** floor(log10(most))
        most = next((nice * power for nice in NICE if nice * power >= most), most)
        most = float(f"{most:.6g}")
        return -most, most
    width = max(high - low, 1e-3 * max(1.0, abs(low), abs(high)))
    power = 10.0 ** floor(log10(width / 4))
    step = next(nice * power for nice in (1.0, 2.0, 5.0, 10.0) if nice * power >= width / 5)
    # The last bits of a float32 are no reason for another step.
    first, last = floor(low / step + 1e-4), ceil(high / step - 1e-4)
    return float(f"{first * step:.6g}"), float(f"{max(last, first + 1) * step:.6g}")


def end_text(value: float) -> str:
    """A value at the end of a scale; a small one in digits that count."""
    return number(value) if value == 0 or abs(value) >= 0.1 else weight_text(value)


class ScaleBar(QWidget):
    """A small colour bar with the value at either end."""

    def __init__(self) -> None:
        super().__init__()
        self._ends = (-1.0, 1.0)
        self._signed = True
        self._scale = SCALES[0]
        self._is_exceeded = False
        self._shown: tuple[object, ...] = ()
        self._texts = 92  # until it knows better
        sized(self.setFixedHeight, 16)

    def show_scale(
        self, ends: Ends, *, signed: bool, scale: str, is_exceeded: bool = False
    ) -> None:
        """Set the ends, the kind of colours, which of `SCALES` it is, and whether values above the
        upper end have its colour."""
        if (shown := (ends, signed, scale, is_exceeded)) == self._shown:
            return
        self._shown = shown
        self._ends, self._signed, self._scale = ends, signed, scale
        self._is_exceeded = is_exceeded
        self.fit()

    @property
    def texts(self) -> tuple[str, str]:
        """What stands at either end."""
        low, high = map(end_text, self._ends)
        return low, f"≥ {high}" if self._is_exceeded else high

    def fit(self) -> None:
        """Take the room of the numbers, in the typeface of the moment."""
        metrics, hint = QFontMetrics(typeface()), self.sizeHint()
        texts = sum(map(metrics.horizontalAdvance, self.texts))
        self._texts = texts + px(12)
        self.setMinimumWidth(self._texts + px(MIN_BAR))
        if self.sizeHint() != hint:  # else the window would be laid out anew at each trace
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and the two numbers."""
        return QSize(px(BAR_WIDTH) + self._texts, px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers and the gradient, right-aligned."""
        painter = QPainter(self)
        look = theme()
        painter.setFont(typeface())
        painter.setPen(QColor(look.accent if self._scale == "stretched" else look.dim))
        low, high = self.texts
        metrics = painter.fontMetrics()
        right = float(self.width())
        high_width = metrics.horizontalAdvance(high)
        box = QRectF(right - high_width, 0, high_width + px(2), self.height())
        painter.drawText(box, AT_LEFT, high)
        right -= high_width + px(6)
        # In a narrow pane the colours give way to the numbers, and then go.
        width = min(float(px(BAR_WIDTH)), right - metrics.horizontalAdvance(low) - px(6))
        bar = QRectF(
            right - width, (self.height() - px(BAR_HEIGHT)) / 2, max(0.0, width), px(BAR_HEIGHT)
        )
        ends = QPointF(bar.left(), 0), QPointF(bar.right(), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setPen(QColor(look.line))
        painter.setBrush(gradient(*ends, signed=self._signed))
        painter.drawRoundedRect(bar, px(2), px(2))
        painter.restore()
        right = bar.left() - px(6)
        low_width = metrics.horizontalAdvance(low)
        box = QRectF(right - low_width, 0, low_width + px(2), self.height())
        painter.drawText(box, AT_LEFT, low)


class WeightBar(QWidget):
    """An upright bar that says which value has which colour, zero in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 1.0
        sized(self.setFixedWidth, 72)

    def show_scale(self, most: float) -> None:
        """The value of the upper end; the lower end is its negative."""
        self.most = most or 1.0
        self.update()

    def texts(self) -> list[str]:
        """What stands beside it, from the top."""
        return [weight_text(self.most * share) for share in (1.0, 0.5, 0.0, -0.5, -1.0)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colours and the values."""
        painter, look = QPainter(self), theme()
        height = min(float(self.height() - px(16)), float(px(260)))
        bar = QRectF(px(8), px(8), px(10), height)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(gradient(bar.bottomLeft(), bar.topLeft(), signed=True))
        painter.drawRect(bar)
        painter.setFont(typeface())
        texts = self.texts()
        for place, text in enumerate(texts):
            if height < px(90) and place % 2:
                continue  # no room for the halves
            y = bar.top() + place / (len(texts) - 1) * height
            painter.setPen(QColor(look.faint))
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + px(3), y))
            painter.setPen(QColor(look.dim))
            painter.drawText(QRectF(bar.right() + px(6), y - px(8), px(48), px(16)), AT_LEFT, text)
