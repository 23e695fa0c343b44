"""Colours that are made from a theme's: colour maps, transparent inks, those of several units."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QLinearGradient

from gui.look.theme import Theme, theme

Pixels = npt.NDArray[np.uint8]


@lru_cache(maxsize=1024)
def ink(colour: str, alpha: int = 255) -> QColor:
    """A colour of the theme, more or less transparent: ``alpha`` from 0 to 255.  Shared: copy it
    (``QColor(...)``) to change it."""
    result = QColor(colour)
    result.setAlpha(alpha)
    return result


@lru_cache(maxsize=8)
def colour_map(look: Theme, *, signed: bool) -> Pixels:
    """A colour map, ``(256, 3) uint8``: diverging for signed values, sequential for gates."""
    stops = look.diverging if signed else look.sequential
    at = [stop[0] for stop in stops]
    inks = [QColor(stop[1]) for stop in stops]
    channels = np.array([[each.red(), each.green(), each.blue()] for each in inks], np.float64)
    grid = np.linspace(0.0, 1.0, 256)
    table = np.stack([np.interp(grid, at, channels[:, k]) for k in range(3)], axis=1)
    return np.rint(table).astype(np.uint8)


@lru_cache(maxsize=8)
def colour_words(look: Theme, *, signed: bool) -> npt.NDArray[np.uint32]:
    """A colour map as Qt's pixels of 32 bits, ``(256,)``."""
    red, green, blue = colour_map(look, signed=signed).astype(np.uint32).T
    words: npt.NDArray[np.uint32] = 0xFF000000 | red << 16 | green << 8 | blue
    return words


def coloured(shares: npt.NDArray[np.floating[Any]], *, signed: bool = True) -> Pixels:
    """The colours of the theme in use for some values.

    Args:
        shares: ``(...)``, from 0 at the low end of the colour map to 1 at the high end; what
            lies beyond takes the colour of the end, and NaN that of the middle.
        signed: diverging colours, else sequential.

    Returns:
        ``(..., 3) uint8``.
    """
    return colour_map(theme(), signed=signed)[_places(shares)]


def words_of(
    shares: npt.NDArray[np.floating[Any]], *, signed: bool = True
) -> npt.NDArray[np.uint32]:
    """The same of shares of any shape as pixels of ``QImage.Format.Format_RGB32``."""
    return colour_words(theme(), signed=signed)[_places(shares)]


def _places(shares: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.intp]:
    """Where in a colour map some values stand."""
    known = np.where(np.isnan(shares), 0.5, shares)
    within = np.minimum(np.maximum(known, 0.0), 1.0)  # half as long as `clip`
    places: npt.NDArray[np.intp] = np.rint(within * 255).astype(np.intp)
    return places


def image_of(pixels: Pixels) -> QImage:
    """An image of ``(H, W, 3)`` or, with transparency, ``(H, W, 4) uint8``."""
    pixels = np.ascontiguousarray(pixels)
    height, width, channels = pixels.shape
    form = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    # Qt does not keep the array alive, so the image gets a copy of its own.
    return QImage(pixels.data, width, height, channels * width, form).copy()


def gradient(start: QPointF, end: QPointF, *, signed: bool) -> QLinearGradient:
    """The colour map along a line, for the bar of a scale."""
    result = QLinearGradient(start, end)
    result.setStops(_stops(theme(), signed=signed))
    return result


@lru_cache(maxsize=8)
def _stops(look: Theme, *, signed: bool) -> list[tuple[float, QColor]]:
    """The colour map at some of its places, 0 to 1."""
    table = colour_map(look, signed=signed).tolist()
    return [(k / 255, QColor(*table[k])) for k in range(0, 256, 15)]


def unit_colours(look: Theme, count: int) -> list[str]:
    """Colours for the curves of several units; of one, the accent."""
    return [look.accent] if count == 1 else list(look.units[:count])
