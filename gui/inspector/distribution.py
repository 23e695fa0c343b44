"""`HistogramView`: how often which values are among the weights, gate by gate."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.inspection.statistics import Histogram
from gui.look.colours import ink
from gui.look.numbers_text import six_digits, weight_text
from gui.look.scale import px, sized
from gui.look.theme import TITLE, theme
from gui.look.typefaces import typeface
from gui.plots.guides import paint_below, paint_beside, paint_guide
from gui.plots.ticks import round_step

LEFT, TOP, FOOT = 44, 6, 20


class HistogramView(QWidget):
    """Steps over a common axis, one band a gate; all bands have one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: Mapping[str, tuple[Histogram, str]] = {}
        sized(self.setMinimumSize, 160, 90)  # still readable
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Mapping[str, tuple[Histogram, str]]) -> None:
        """Draw histograms with the same edges, each in its colour, by what it is called."""
        self.bars = bars
        sized(self.setMaximumHeight, FOOT + (300 if len(bars) < 2 else 116 * len(bars)))
        self.update()

    def _edges(self) -> tuple[float, float]:
        first = next(iter(self.bars.values()))[0]
        return float(first.edges[0]), float(first.edges[-1])

    def x_of(self, value: float) -> float:
        """The pixel of a value."""
        low, high = self._edges()
        return px(LEFT) + (value - low) / (high - low) * (self.width() - px(LEFT) - 2)

    def describe(self, x: float) -> str:
        """Between which values the bar at a pixel lies, and how many there are; "" outside."""
        if not self.bars or x < px(LEFT):
            return ""
        low, high = self._edges()
        edges = next(iter(self.bars.values()))[0].edges
        value = low + (x - px(LEFT)) / max(1, self.width() - px(LEFT) - 2) * (high - low)
        bar = int(np.searchsorted(edges, value, side="right")) - 1
        if not 0 <= bar < len(edges) - 1:
            return ""
        lines = [f"{weight_text(edges[bar])} … {weight_text(edges[bar + 1])}"]
        for name, (each, _) in self.bars.items():
            lines.append(f"{name} {int(each.counts[bar]):,}".strip())
        return "\n".join(lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a band a gate, on one scale, and the values below."""
        if not self.bars:
            return
        painter, look = QPainter(self), theme()
        painter.setFont(typeface())
        most = max(1, *(int(each.counts.max()) for each, _ in self.bars.values()))
        low, high = self._edges()
        height = (self.height() - px(FOOT)) / len(self.bars)
        for place, (name, (each, colour)) in enumerate(self.bars.items()):
            band = QRectF(
                px(LEFT),
                place * height + px(TOP),
                self.width() - px(LEFT) - px(2),
                height - px(TOP),
            )
            self._paint_guides(painter, band, most)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_steps(painter, each, colour, most, band)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setFont(typeface(TITLE, bold=True))
            painter.setPen(QColor(colour))
            corner = band.adjusted(px(6), px(2), 0, 0)
            painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
            painter.setFont(typeface())
        if low < 0 < high:
            painter.setPen(QPen(QColor(look.faint), 1, Qt.PenStyle.DotLine))
            x = round(self.x_of(0.0)) + 0.5
            painter.drawLine(QPointF(x, px(TOP)), QPointF(x, self.height() - px(FOOT)))
        self._paint_values(painter, low, high)

    def _paint_guides(self, painter: QPainter, band: QRectF, most: int) -> None:
        """Lines at round counts."""
        tick = max(1, round(round_step(most, max(2, min(4, int(band.height() / 32))))))
        for count in range(0, most + 1, tick):
            y = band.bottom() - count / most * band.height()
            y = paint_guide(painter, y, px(LEFT), band.right())
            if count or len(self.bars) == 1:
                paint_beside(painter, y, px(LEFT - 6), f"{count:,}")

    def _paint_steps(
        self, painter: QPainter, bars: Histogram, colour: str, most: int, band: QRectF
    ) -> None:
        path = QPainterPath(QPointF(self.x_of(bars.edges[0]), band.bottom()))
        for bar, count in enumerate(bars.counts.tolist()):
            y = band.bottom() - count / most * band.height()
            path.lineTo(self.x_of(bars.edges[bar]), y)
            path.lineTo(self.x_of(bars.edges[bar + 1]), y)
        path.lineTo(self.x_of(bars.edges[-1]), band.bottom())
        painter.fillPath(path, ink(colour, 110))
        painter.setPen(QPen(QColor(colour), 1.25))
        painter.drawPath(path)

    def _paint_values(self, painter: QPainter, low: float, high: float) -> None:
        """The values below: round ones that have room."""
        step = round_step(high - low, max(1, (self.width() - px(LEFT)) // px(64)))
        top, edge = self.height() - px(FOOT) + 4, self.width() - 1
        for at in range(int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9)) + 1):
            paint_below(painter, self.x_of(at * step), top, six_digits(at * step), edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        text = self.describe(event.position().x())
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def sizeHint(self) -> QSize:
        """As wide as a column."""
        return QSize(px(280), px(180))
