"""Room for what is kept of every sequence: in memory, or on the disk where that is much.

What has a number for every step of every sequence is never asked for as a whole, but in `blocks`,
so that the memory of a survey hardly grows with its corpus.  What is left there is a few numbers a
sequence: about 150 bytes, with 40 bytes for every unit of the widest layer while a plane is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.paged import let_go, paged
from engine.text.cache import cache_dir

IN_MEMORY = 2**25
"""Bytes of one array, from which on it lies on the disk: 32 MB, as of 80,000 reviews of 100 ids."""

NUMBERS = 2**19
"""Numbers of a block: 4 MB in float64."""


def folder() -> Path:
    """Where the large arrays lie, and readings that are kept."""
    return cache_dir() / "surveys"


def room(shape: tuple[int, ...], dtype: npt.DTypeLike, fill: float = 0) -> npt.NDArray[Any]:
    """An array of a shape ``(N, ...)`` with the same number everywhere.

    Raises:
        ReplayError: it is large, and the disk has no room for it.
    """
    size = int(np.prod(shape, dtype=np.int64)) * np.dtype(dtype).itemsize
    if size <= IN_MEMORY:
        return np.full(shape, fill, dtype) if fill else np.zeros(shape, dtype)
    try:
        result = paged(shape, dtype, folder())
    except (OSError, ValueError) as error:
        raise ReplayError(
            "There is no room for what is kept of so many sequences, {size} MB in {folder}: "
            "{reason}. Make room on the disk, name another folder in the environment variable "
            "GATESCOPE_CACHE, or read fewer sequences.",
            size=f"{size / 1e6:,.0f}",
            folder=folder(),
            reason=(getattr(error, "strerror", None) or str(error)).rstrip("."),
        ) from error
    if fill:
        for some in blocks(result):
            result[some] = fill
    return result


def blocks(*arrays: npt.NDArray[Any]) -> Iterator[slice]:
    """Slices of the rows of arrays, ``(N, ...)`` each, a few at a time and in order; the pages of
    what lies on the disk are let go after each."""
    count = len(arrays[0])
    widest = max((array[:1].size for array in arrays), default=1)
    rows = max(1, NUMBERS // max(1, widest))
    for first in range(0, count, rows):
        yield slice(first, min(first + rows, count))
        let_go(*arrays)


def put(array: npt.NDArray[Any], first: int, rows: npt.NDArray[Any]) -> None:
    """Set rows ``(M, ...)`` of an array ``(N, ...)`` from the first on."""
    array[first : first + len(rows)] = rows
    let_go(array)


def taken(array: npt.NDArray[Any], where: npt.NDArray[np.intp]) -> npt.NDArray[Any]:
    """Some rows of an array ``(N, ...)``, by their places ``(M,)``."""
    result = room((len(where), *array.shape[1:]), array.dtype)
    for some in blocks(result):
        result[some] = array[where[some]]
        let_go(array)
    return result
