"""`ActivationCurve`: an activation function as a small curve, and what its slope says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from engine.network.activations import Activation, activation
from engine.network.derivatives import Derivative, derivative
from gui.look.meanings import meaning
from gui.look.numbers_text import number

REACH = 5.0
"""The curve goes as far to both sides of 0; a point beyond stands at its edge."""

FLAT = 0.1
"""Below this share of its greatest slope, or of 1 where that is greater, a curve is called flat."""


@dataclass(frozen=True)
class ActivationCurve:
    """The curve of a function that works on each number by itself.

    Attributes:
        name: the function, as Keras calls it.
        function: ``f``.
        slope: its derivative.
        low, high: its least and its greatest value within `REACH`.
        steepest: its greatest slope there.
    """

    name: str
    function: Activation
    slope: Derivative
    low: float
    high: float
    steepest: float

    def place(self, room: QRectF, x: float, y: float) -> QPointF:
        """Where a number that goes in and one that comes out stand in a room, and within it."""
        across = (x + REACH) / (2 * REACH)
        up = (y - self.low) / (self.high - self.low)
        return QPointF(
            room.left() + room.width() * min(max(across, 0.0), 1.0),
            room.bottom() - room.height() * min(max(up, 0.0), 1.0),
        )

    def path(self, room: QRectF) -> QPainterPath:
        """The curve, from edge to edge of a room."""
        xs = np.linspace(-REACH, REACH, 61)
        points = [self.place(room, x, y) for x, y in zip(xs, self.function(xs), strict=True)]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        return path

    def says(self, x: float) -> str:
        """What goes in, what comes out, and whether the curve is flat there: three lines."""
        into = np.array([x])
        out, slope = float(self.function(into)[0]), float(self.slope(into)[0])
        is_flat = abs(slope) < FLAT * min(1.0, self.steepest)
        return "\n".join(
            (
                meaning("pre_activation", number(x, 4, sign=True)),
                f"{self.name}: {number(x, 4, sign=True)} → {number(out, 4)}",
                meaning("flat" if is_flat else "steep", number(slope, 4)),
            )
        )


@lru_cache(maxsize=64)
def curve_of(name: str) -> ActivationCurve | None:
    """The curve of an activation; None for one that looks at all units, as softmax does."""
    slope = derivative(name)
    if slope is None:
        return None
    function, xs = activation(name), np.linspace(-REACH, REACH, 601)
    values, steepest = function(xs), float(np.abs(slope(xs)).max())
    return ActivationCurve(
        name, function, slope, float(values.min()), float(values.max()), steepest
    )
