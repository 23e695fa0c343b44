"""`LengthPlot`: how many reviews are how long, with lines at mean, median and length."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from engine.counting import filled
from engine.training.preparation import LengthHistogram
from gui.look.colours import ink
from gui.look.scale import px, sized
from gui.look.theme import Theme
from gui.plots.guides import paint_below, paint_beside, paint_guide
from gui.training.cards.drawing import Drawing

FOOT = 16
"""Room for the numbers below."""

LEFT = 44
"""Room for the numbers on the left."""

TOP = 6


def pen_of(kind: str, look: Theme) -> QPen:
    """How the line of the "mean", the "median" or the "length" is drawn."""
    if kind == "length":
        return QPen(QColor(look.accent), 2)
    pen = QPen(QColor(look.networks[2] if kind == "mean" else look.good), 1.5)
    if kind == "median":
        pen.setDashPattern([3.0, 2.0])
    return pen


class LengthPlot(Drawing):
    """Bars with numbers at both axes; the pointer says how many a bar has."""

    fixed_height = 136

    def __init__(self) -> None:
        super().__init__()
        self.histogram: LengthHistogram | None = None
        self.rules: Mapping[str, float] = {}
        self.setMouseTracking(True)

    def show_lengths(self, histogram: LengthHistogram, rules: Mapping[str, float]) -> None:
        """Draw a histogram, and lines above it: the lengths of the kinds of `pen_of`."""
        self.histogram, self.rules = histogram, rules
        self.update()

    # -- places ------------------------------------------------------------------

    def _span(self) -> tuple[float, float]:
        """The lengths at the left and the right edge: all bars, and the line of the length."""
        assert self.histogram is not None
        first, last = float(self.histogram.edges[0]), float(self.histogram.edges[-1])
        length = self.rules.get("length", last)
        # A length far beyond all reviews is not worth squeezing the bars for.
        return min(0.0, first), max(last, length) if length <= 1.25 * last else last

    def x_of(self, length: float) -> float:
        """The pixel of a length."""
        low, high = self._span()
        return px(LEFT) + (length - low) / max(1e-9, high - low) * (self.width() - px(LEFT) - 1)

    def bar_at(self, x: float) -> int | None:
        """The bar below or above a pixel."""
        if self.histogram is None:
            return None
        edges = self.histogram.edges
        for bar in range(len(edges) - 1):
            if self.x_of(edges[bar]) <= x < self.x_of(edges[bar + 1]):
                return bar
        return None

    # -- painting ----------------------------------------------------------------

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw the guides, the bars and the lines, from back to front."""
        if self.histogram is None:
            return
        histogram = self.histogram
        foot = self.height() - px(FOOT)
        most = max(1, int(histogram.counts.max()))
        tick = _tick(most, 2)
        high = max(most, tick)

        def y_of(count: float) -> float:
            return px(TOP) + (1 - count / high) * (foot - px(TOP))

        for count in range(0, high + 1, tick):
            y = paint_guide(painter, y_of(count), px(LEFT), self.width())
            paint_beside(painter, y, px(LEFT - 6), f"{count:,}")
        for bar, count in enumerate(histogram.counts.tolist()):
            # Whole pixels: the gaps between the bars are all alike.
            x, end = (round(self.x_of(edge)) for edge in histogram.edges[bar : bar + 2])
            if count:
                top = min(y_of(count), foot - 1.0)
                width = max(1, end - x - (1 if end - x > 2 else 0))
                painter.fillRect(QRectF(x, top, width, foot - top), ink(look.networks[0], 150))
        self._paint_lengths(painter)
        for kind, length in self.rules.items():
            x = round(self.x_of(length))
            if px(LEFT) <= x <= self.width():
                painter.setPen(pen_of(kind, look))
                painter.drawLine(QPointF(x, px(TOP)), QPointF(x, foot))

    def _paint_lengths(self, painter: QPainter) -> None:
        low, high = self._span()
        room = (self.width() - px(LEFT)) / px(64)  # numbers that have room
        tick = _tick(high - low, max(1, int(room)), most=True)
        length = math.ceil(low / tick) * tick
        while length <= high:
            top = self.height() - px(FOOT) + 2
            paint_below(painter, self.x_of(length), top, f"{length:,}", edge=self.width())
            length += tick

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say how many reviews a bar has."""
        bar = self.bar_at(event.position().x())
        if bar is None or self.histogram is None:
            self.explain("")
            return
        histogram = self.histogram
        self.explain(
            filled(
                self.tr("{low} to {high} ids: {count} reviews"),
                {
                    "low": f"{histogram.edges[bar]:,.0f}",
                    "high": f"{histogram.edges[bar + 1]:,.0f}",
                    "count": f"{int(histogram.counts[bar]):,}",
                },
            )
        )


def _tick(span: float, wanted: int, *, most: bool = False) -> int:
    """A round distance of which at least, or at most, so many fit into a range."""
    rough = max(1.0, span / wanted)
    power: int = 10 ** math.floor(math.log10(rough))
    if most:
        steps = (1, 2, 2.5, 5, 10) if power >= 10 else (1, 2, 5, 10)
        return next(int(step * power) for step in steps if step * power >= rough)
    return next(step * power for step in (5, 2, 1) if step * power <= rough)


class RuleMark(Drawing):
    """A short piece of a line, for the legend."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        sized(self.setFixedSize, 14, 12)

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw it upright, as it is in the plot."""
        painter.setPen(pen_of(self._kind, look))
        painter.drawLine(QPointF(px(7), 0), QPointF(px(7), px(12)))
