"""The colour scale of a map: which values its two ends stand for, and its bars."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.replay.cells.series import Series
from gui.look.alignment import AT_LEFT
from gui.look.colours import gradient
from gui.look.numbers_text import number, weight_text
from gui.look.theme import theme
from gui.look.typefaces import typeface

BAR_WIDTH, BAR_HEIGHT = 56, 6
BOUNDS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0)
"""The ranges of an unbounded series: few, so that most reviews and networks share one."""


def levels(
    series: Series, values: npt.NDArray[np.floating[Any]], *, stretched: bool
) -> tuple[float, float]:
    """The values at the two ends of a series' colours.

    Fixed, they are the bounds of the series, so that networks can be compared; an
    unbounded series takes the first of `BOUNDS` that holds this trace.  Stretched, they are the
    least and the greatest value in this trace; a signed series keeps zero in the middle.

    The values are ``(T, U)`` or ``(T,)``, NaN where the layer has none.
    """
    if not stretched and series.low is not None and series.high is not None:
        return series.low, series.high
    values = values[np.isfinite(values)]  # a gate that has not begun has no value
    if series.signed or series.low is None:
        most = float(np.abs(values).max()) if values.size else 0.0
        if not stretched:
            most = next((bound for bound in BOUNDS if bound >= most), most)
        most = most or 1.0
        return -most, most
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 0.5, high + 0.5)


class ScaleBar(QWidget):
    """A small colour bar with the value at either end."""

    def __init__(self) -> None:
        super().__init__()
        self._ends = (-1.0, 1.0)
        self._signed = True
        self._stretched = False
        self.setFixedHeight(16)

    def show_scale(self, ends: tuple[float, float], *, signed: bool, stretched: bool) -> None:
        """Set the ends and the kind of colours."""
        self._ends, self._signed, self._stretched = ends, signed, stretched
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and the two numbers."""
        return QSize(BAR_WIDTH + 92, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers and the gradient, right-aligned."""
        painter = QPainter(self)
        look = theme()
        painter.setFont(typeface())
        painter.setPen(QColor(look.accent if self._stretched else look.dim))
        low, high = (number(end) for end in self._ends)
        metrics = painter.fontMetrics()
        right = float(self.width())
        high_width = max(metrics.horizontalAdvance(high), metrics.horizontalAdvance("0.00"))
        box = QRectF(right - high_width, 0, high_width + 2, self.height())
        painter.drawText(box, AT_LEFT, high)
        right -= high_width + 6
        # In a narrow pane the colours give way to the numbers, and then go.
        width = min(float(BAR_WIDTH), right - metrics.horizontalAdvance(low) - 6)
        bar = QRectF(right - width, (self.height() - BAR_HEIGHT) / 2, max(0.0, width), BAR_HEIGHT)
        ends = QPointF(bar.left(), 0), QPointF(bar.right(), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setPen(QColor(look.line))
        painter.setBrush(gradient(*ends, signed=self._signed))
        painter.drawRoundedRect(bar, 2, 2)
        painter.restore()
        right = bar.left() - 6
        low_width = metrics.horizontalAdvance(low)
        box = QRectF(right - low_width, 0, low_width + 2, self.height())
        painter.drawText(box, AT_LEFT, low)


class WeightBar(QWidget):
    """An upright bar that says which value has which colour, zero in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 1.0
        self.setFixedWidth(72)

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
        height = min(float(self.height() - 16), 260.0)
        bar = QRectF(8, 8, 10, height)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(gradient(bar.bottomLeft(), bar.topLeft(), signed=True))
        painter.drawRect(bar)
        painter.setFont(typeface())
        texts = self.texts()
        for place, text in enumerate(texts):
            if height < 90 and place % 2:
                continue  # no room for the halves
            y = bar.top() + place / (len(texts) - 1) * height
            painter.setPen(QColor(look.faint))
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y))
            painter.setPen(QColor(look.dim))
            painter.drawText(QRectF(bar.right() + 6, y - 8, 48, 16), AT_LEFT, text)
