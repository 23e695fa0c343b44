"""`Lanes`: several columns over the same steps, one below the other."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.look.alignment import AT_LEFT
from gui.look.colours import coloured, image_of, ink
from gui.look.numbers_text import four_digits
from gui.look.scale import px
from gui.look.theme import Theme
from gui.naming import shortened

Array = npt.NDArray[np.float64]
MIN_LANE = 18
"""Pixels of a lane below which the columns become a heat map."""

_EDGE = 3
"""Pixels above and below a curve."""


class Lanes:
    """Draws columns into a rectangle.

    Args:
        values: ``(T, F)``, NaN where nothing is to be drawn.
        names: of the columns, ``F`` of them.
        steps: the length of the horizontal axis, at least ``T``; None is ``T``.
        true: ``(T, F)``, drawn as dashed curves beside: what came where other values stand; NaN
            elsewhere.
    """

    def __init__(
        self,
        values: Array | None = None,
        names: tuple[str, ...] = (),
        steps: int | None = None,
        true: Array | None = None,
    ) -> None:
        self.values = np.zeros((0, 0)) if values is None else values
        self.names = names
        self.count = self.values.shape[1] if len(self.values) else 0
        self.steps = max(1, len(self.values) if steps is None else steps)
        self._cached_lines: tuple[tuple[float, float], list[QPolygonF]] = ((0, 0), [])
        self.true = None if true is None or not np.isfinite(true).any() else true
        every = self.values if self.true is None else np.concatenate([self.values, self.true])
        known = np.isfinite(every)
        self.low = np.where(known, every, np.inf).min(axis=0, initial=np.inf)
        self.high = np.where(known, every, -np.inf).max(axis=0, initial=-np.inf)
        self.largest = np.maximum(np.abs(self.low), np.abs(self.high))

    def value(self, step: int, place: int) -> float:
        """The value of a column at a step; NaN where there is none."""
        return float(self.values[step, place]) if step < len(self.values) else math.nan

    def text(self, step: int, place: int) -> str:
        """The value of a column at a step, written."""
        return four_digits(self.value(step, place), float(self.largest[place]))

    def is_map(self, area: QRectF) -> bool:
        """Whether there are too many columns for curves."""
        return self.count > 1 and area.height() / self.count < px(MIN_LANE)

    def paint(self, painter: QPainter, area: QRectF, look: Theme) -> None:
        """Draw the curves, or the heat map."""
        if not self.count:
            return
        if self.is_map(area):
            self._paint_map(painter, area)
            return
        height = area.height() / self.count
        painter.setPen(QPen(QColor(look.line), 1))
        for place in range(1, self.count):
            y = round(area.top() + place * height) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QPen(QColor(look.text), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.save()
        painter.translate(area.topLeft())
        for line in self._lines(area.width(), area.height()):
            painter.drawPolyline(line)
        if self.true is not None:
            painter.setPen(QPen(QColor(look.accent), 1, Qt.PenStyle.DashLine))
            for line in self._curves(self.true, area.width(), area.height()):
                painter.drawPolyline(line)
        painter.restore()

    def paint_labels(
        self, painter: QPainter, area: QRectF, look: Theme, step: int | None = None
    ) -> None:
        """Name the lanes, with their values at a step."""
        if not self.count or self.is_map(area):
            return
        height = area.height() / self.count
        metrics = painter.fontMetrics()
        for place, name in enumerate(self.names):
            text = shortened(name, metrics, 140)
            value = "" if step is None else self.text(step, place)
            top = area.top() + place * height + 2
            wide = metrics.horizontalAdvance(text + "  " + value) + 8
            x_step = 0.0 if step is None else (step + 0.5) * area.width() / self.steps
            least = metrics.horizontalAdvance(text + "  −00.00") + 8
            avoided = None if step is None else x_step
            left = area.left() + self._free(place, max(wide, least), area, height, avoided)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(look.surface, 200))
            painter.drawRoundedRect(QRectF(left, top, wide, metrics.height()), px(3), px(3))
            spot = QRectF(left + px(4), top, wide, metrics.height())
            painter.setPen(QColor(look.dim))
            painter.drawText(spot, AT_LEFT, text)
            painter.setPen(QColor(look.text))
            spot.setLeft(spot.left() + metrics.horizontalAdvance(text + "  "))
            painter.drawText(spot, AT_LEFT, value)
            if step is not None and not math.isnan(self.value(step, place)):
                known = np.array([self.value(step, place)])
                y = area.top() + place * height + float(self._height(known, place, height)[0])
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.accent))
                painter.drawEllipse(QPointF(area.left() + x_step, y), px(3), px(3))

    def _free(
        self, place: int, wide: float, area: QRectF, height: float, cursor: float | None
    ) -> float:
        """Pixels from the left where a label hides the fewest values, and not the cursor."""
        most = area.width() - wide - 4
        lefts = [4.0, most, most / 2, most / 4, most * 3 / 4]
        apart = [
            left for left in lefts if cursor is None or not left - 8 <= cursor <= left + wide + 8
        ]

        def hidden(left: float) -> int:
            steps = self.steps / max(1.0, area.width())
            part = self.values[int(left * steps) : int((left + wide) * steps) + 1, place]
            return int((self._height(part, place, height) < px(MIN_LANE)).sum())

        return min(apart or lefts, key=hidden)

    # -- drawing -----------------------------------------------------------------

    def _height(self, values: Array, place: int, height: float) -> Array:
        """Pixels from the top of a lane; a column that never changes is in its middle."""
        low, high = self.low[place], self.high[place]
        width = high - low
        shares = (values - low) / width if width > 0 else np.where(np.isnan(values), np.nan, 0.5)
        return height - px(_EDGE) - shares * (height - 2 * px(_EDGE))

    def _lines(self, width: float, height: float) -> list[QPolygonF]:
        """The curves in pixels, cached until the size is another."""
        if self._cached_lines[0] != (width, height):
            self._cached_lines = ((width, height), self._curves(self.values, width, height))
        return self._cached_lines[1]

    def _curves(self, columns: Array, width: float, height: float) -> list[QPolygonF]:
        """The curves of columns ``(T, F)`` in their lanes, in pixels."""
        lane = height / self.count
        lines = []
        for place in range(self.count):
            at, values = _thinned(columns[:, place], int(2 * width))
            x = (at + 0.5) * width / self.steps
            y = self._height(values, place, lane) + place * lane
            known = np.isfinite(y)
            # A gap parts a curve.
            for part in np.split(np.arange(len(y)), np.flatnonzero(~known)):
                known_part = part[known[part]]
                if len(known_part):
                    points = zip(x[known_part].tolist(), y[known_part].tolist(), strict=True)
                    lines.append(QPolygonF([QPointF(*point) for point in points]))
        return lines

    def _paint_map(self, painter: QPainter, area: QRectF) -> None:
        """Every column a row of colours; zero is colourless."""
        most = max(float(np.abs(np.nan_to_num(self.values)).max()), 1e-9)
        image = image_of(coloured(np.nan_to_num(self.values.T) / most * 0.5 + 0.5))
        width = area.width() * image.width() / self.steps
        painter.drawImage(QRectF(area.left(), area.top(), width, area.height()), image)


def _thinned(values: Array, most: int) -> tuple[Array, Array]:
    """At most about so many points, with every peak: places and values."""
    count = len(values)
    if count <= most or most < 4:
        return np.arange(count, dtype=float), values
    size = -(-count // (most // 2))
    pieces = -(-count // size)
    blocks = np.pad(values, (0, pieces * size - count), mode="edge").reshape(pieces, size)
    at = np.arange(0, pieces * size, size)
    low = at + np.where(np.isnan(blocks), np.inf, blocks).argmin(axis=1)
    high = at + np.where(np.isnan(blocks), -np.inf, blocks).argmax(axis=1)
    places = np.minimum(np.sort(np.stack([low, high], axis=1), axis=1).ravel(), count - 1)
    return places.astype(float), values[places]
