"""`MemoryPlot`: norms on a logarithmic axis, what the gates keep, and where 1 % is left."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.numbers_text import number
from gui.look.scale import stroke
from gui.look.theme import Theme
from gui.plots.curves import Curves, Line

LOWEST = 1e-6
"""Less is not drawn."""

HORIZON = -2.0
"""The logarithm of the 1 % that is left at the horizon."""

Horizon = tuple[int, str]
"""A step, and the colour of its network."""


class MemoryPlot(Curves):
    """Curves of logarithms, dashed ones for gates; the ends are named by the numbers themselves."""

    def __init__(self) -> None:
        self.gate_products: list[Line] = []
        self.horizons: list[Horizon] = []
        self._kept_items: list[pg.PlotCurveItem] = []
        super().__init__()

    def show_memory(
        self, norms: list[Line], kept: list[Line], horizons: list[Horizon], steps: int
    ) -> None:
        """Draw norms ``(T,)``, what gates keep ``(T,)`` as far as it is as large as the norms, and
        the steps where 1 % is left."""
        lines, self.gate_products = logarithms(norms), logarithms(kept)
        self.horizons = horizons
        low, high = memory_ends(lines)
        while len(self._kept_items) < len(kept):
            item = pg.PlotCurveItem()
            self._kept_items.append(item)
            self.box.addItem(item)
        for item, (values, _) in zip(self._kept_items, self.gate_products, strict=False):
            item.setData(np.arange(len(values)) + 0.5, values, connect="finite")
            item.setVisible(True)
        for item in self._kept_items[len(kept) :]:
            item.setVisible(False)
        self._colour_kept()
        self.show_lines(lines, steps, low, high, HORIZON)

    def _colour_kept(self) -> None:
        for item, (_, colour) in zip(self._kept_items, self.gate_products, strict=False):
            item.setPen(pg.mkPen(colour, width=stroke(1), style=Qt.PenStyle.DashLine))

    @property
    def end_texts(self) -> tuple[str, str]:
        """The numbers at the lower and the upper end."""
        return end_text(self.low), end_text(self.high)

    def restyle(self) -> None:
        """Draw the lines as thick as they are to be."""
        super().restyle()
        self._colour_kept()

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Paint where 1 % is left, below the dots."""
        for step, colour in self.horizons:
            painter.setPen(QPen(QColor(colour), stroke(1), Qt.PenStyle.DashLine))
            x = round(self.x_of(step + 0.5)) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.viewport().height()))
        super().paint_marks(painter, area, look)


def memory_ends(lines: list[Line]) -> tuple[float, float]:
    """The logarithms at the lower and the upper end of the axis of lines ``(T,)``."""
    finite = [values[np.isfinite(values)] for values, _ in lines]
    low = np.floor(min([HORIZON, *(float(values.min(initial=0.0)) for values in finite)]))
    high = np.ceil(max([0.0, *(float(values.max(initial=0.0)) for values in finite)]))
    return float(low), float(high)


def end_text(logarithm: float) -> str:
    """The number at an end of the axis."""
    value = float(10.0**logarithm)
    return number(value) if value >= 0.01 else f"{value:.0e}"


def logarithms(lines: list[Line]) -> list[Line]:
    """The logarithms of lines ``(T,)``; NaN for what is not drawn."""
    return [(_logarithm(np.asarray(values, np.float64)), colour) for values, colour in lines]


def _logarithm(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    result = np.full(len(values), np.nan)
    drawn = values >= LOWEST
    result[drawn] = np.log10(values[drawn])
    return result
