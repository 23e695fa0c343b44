"""What a matrix is drawn with where it has more cells than there are pixels, or is zoomed."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from gui.look.colours import coloured, image_of
from gui.look.theme import theme

Array = npt.NDArray[np.floating[Any]]

MIN_SHOWN = 4
"""Rows or columns that are left when the map is zoomed in."""


def strongest(values: Array, rows: int, columns: int) -> Array:
    """A matrix that fits into so many pixels: of the numbers that share one, the strongest.

    A mean would draw large kernels flat, for their numbers cancel out; NaN stays NaN.  From
    ``(R, C)`` to ``(min(R, rows), min(C, columns))``; both at least 1.
    """
    for axis, room in ((0, rows), (1, columns)):
        count = values.shape[axis]
        if count > room:
            starts = np.unique(np.arange(room) * count // room)
            high = np.maximum.reduceat(values, starts, axis=axis)
            low = np.minimum.reduceat(values, starts, axis=axis)
            values = np.where(-low > high, low, high)
    return values


def weights_image(values: Array, most: float) -> QImage:
    """``(R, C)`` in diverging colours from ``-most`` to ``most``, one pixel a number."""
    finite = np.isfinite(values)
    cells = coloured((np.where(finite, values, 0.0) / most + 1.0) / 2)
    bad = QColor(theme().bad)
    cells[~finite] = (bad.red(), bad.green(), bad.blue())
    return image_of(cells)


def sharing(at: int, first: int, end: int, room: int) -> slice:
    """The cells from ``first`` to ``end`` that share a pixel of ``room`` with one of them."""
    count, room = end - first, max(1, room)
    if count <= room:
        return slice(at, at + 1)
    pixel = (at - first) * room // count
    # As `strongest` parts them: pixel p begins at the cell p * count // room.
    while (pixel + 1) * count // room <= at - first:
        pixel += 1
    start, stop = pixel * count // room, (pixel + 1) * count // room
    return slice(first + start, first + stop)


def zoomed_range(first: int, end: int, at: int, factor: float, count: int) -> tuple[int, int]:
    """A longer or shorter part of ``count`` cells, in which ``at`` keeps its share."""
    length = end - first
    new_length = round(length * factor)
    if new_length == length:
        new_length += 1 if factor > 1 else -1
    new_length = max(min(MIN_SHOWN, count), min(new_length, count))
    share = (at - first + 0.5) / length
    start = round(at + 0.5 - share * new_length)
    start = max(0, min(start, count - new_length))
    return start, start + new_length
