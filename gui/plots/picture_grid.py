"""Small pictures side by side: what a layer's filters hold at one step, and what is read there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gui.look.colours import coloured
from gui.look.scale import px, stroke
from gui.look.theme import theme

MIN_HEIGHT, MAX_HEIGHT = 12, 72
"""The least and the greatest height of a picture."""

MAX_ROWS = 6
GAP = 4
"""Between pictures; at the edges there is room for the frame of a chosen one."""

STRIP = 5.0
"""How many times as wide as high the strip of a line is."""

Values = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Grid:
    """Where each of some pictures stands.

    Attributes:
        boxes: of those that have room, in order.
        count: how many there are in all.
    """

    boxes: tuple[QRectF, ...]
    count: int

    @property
    def left_out(self) -> int:
        """How many have no room."""
        return self.count - len(self.boxes)

    def at(self, place: QPointF) -> int | None:
        """Which picture is at a place."""
        return next((nth for nth, box in enumerate(self.boxes) if box.contains(place)), None)


def grid(room: QRectF, shapes: Sequence[tuple[int, int]], *, apart: int = 0) -> Grid:
    """As large pictures of so many rows and columns as all of them fit with into the room; where
    not even small ones do, the first of them.  The first ``apart`` of them stand a little
    away from the others."""
    ratios = [_ratio(*shape) for shape in shapes]
    gap, widest, count = px(GAP), max(ratios, default=1.0), len(shapes)
    best, most = Grid((), count), 0.0
    for rows in range(1, MAX_ROWS + 1):
        columns = ceil(count / rows)
        tall = (room.height() - (rows + 1) * gap) / rows
        wide = (room.width() - (columns + 1 + 2 * min(apart, 1)) * gap) / max(1.0, columns * widest)
        height = float(int(min(px(MAX_HEIGHT), tall, max(wide, px(MIN_HEIGHT)))))
        if rows > 1 and height < px(MIN_HEIGHT):
            break
        boxes = tuple(_laid(room, ratios, max(1.0, height), rows, apart))
        if (len(boxes), height) > (len(best.boxes), most):
            best, most = Grid(boxes, count), height
    return best


def _laid(
    room: QRectF, ratios: Sequence[float], height: float, rows: int, apart: int
) -> Iterator[QRectF]:
    gap, left, top = px(GAP), room.left() + px(GAP), room.top() + px(GAP)
    for ratio in ratios:
        wide = ratio * height
        if left + wide > room.right() and left > room.left() + gap:
            left, top, rows = room.left() + gap, top + height + gap, rows - 1
        if rows < 1:
            return
        yield QRectF(round(left), round(top), round(wide), round(height))
        apart -= 1
        left += wide + (gap if apart else 3 * gap)


def _ratio(rows: int, columns: int) -> float:
    return STRIP if rows == 1 and columns > 1 else min(4.0, max(0.25, columns / max(1, rows)))


def point_in(box: QRectF, place: QPointF, rows: int, columns: int) -> tuple[int, int]:
    """The row and the column of a picture that are at a place in its box."""
    row = int((place.y() - box.top()) / max(1.0, box.height()) * rows)
    column = int((place.x() - box.left()) / max(1.0, box.width()) * columns)
    return max(0, min(row, rows - 1)), max(0, min(column, columns - 1))


def paint_map(
    painter: QPainter, box: QRectF, values: Values, ends: tuple[float, float], *, signed: bool
) -> None:
    """Paint the numbers ``(rows, columns)`` of a filter in the colours of the scale."""
    low, high = ends
    _paint(painter, box, coloured((values - low) / ((high - low) or 1.0), signed=signed))


def paint_frame(painter: QPainter, box: QRectF, values: Values) -> None:
    """Paint what is read, ``(rows, columns)`` from dark to light or ``(rows, columns, 3)`` in its
    own colours; 0 to 1."""
    shares = np.nan_to_num(np.clip(values, 0.0, 1.0))
    pixels = np.rint(shares * 255).astype(np.uint8)
    if pixels.ndim == 2:
        pixels = np.repeat(pixels[..., None], 3, axis=2)
    _paint(painter, box, pixels)


def _paint(painter: QPainter, box: QRectF, pixels: npt.NDArray[np.uint8]) -> None:
    pixels = np.ascontiguousarray(pixels)
    rows, columns = pixels.shape[:2]
    image = QImage(pixels.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
    painter.drawImage(box, image.copy())
    painter.setPen(QPen(QColor(theme().line), stroke(1)))
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_chosen(painter: QPainter, box: QRectF, colour: str) -> None:
    """Frame a chosen picture."""
    wide = stroke(2)
    painter.setPen(QPen(QColor(colour), wide))
    painter.drawRect(box.adjusted(-wide / 2, -wide / 2, wide / 2, wide / 2))
