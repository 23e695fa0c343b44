"""Arrays of numpy, ``.npy``: one series, a table, sequences of one length, or films."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path

import numpy as np

from engine.errors import TextError
from engine.numbers.table import Table, check_size, no_rows, not_finite
from engine.progress import Progress, ShouldStop, check

_CHUNK = 1 << 20
"""Numbers between two reports of progress."""


def read_npy(path: Path, should_stop: ShouldStop | None = None) -> Generator[Progress, None, Table]:
    """An array ``(N,)``, ``(N, F)``, or ``(n, T, F)``, ``n`` sequences; a film ``(T, rows, columns,
    C)``, or ``n`` of them ``(n, T, rows, columns, C)``, whose pictures are given row after row.  A
    network that reads other steps arranges it anew (`Table.arranged`).

    Raises:
        Cancelled: ``should_stop`` became true.
        OSError: it cannot be read.
        TextError: it is damaged, holds Python objects, or has another shape.
    """
    try:
        # Mapped: what its head promises is compared with the file before anything is taken.
        array = np.lib.format.open_memmap(path, mode="r")
    except OSError:
        raise
    except Exception as error:  # whatever Python's parser finds in the head
        raise TextError(
            "{path} does not hold a table of numbers: {reason}.",
            path=path.name,
            reason=(str(error).splitlines() or [type(error).__name__])[0].rstrip("."),
        ) from error
    if array.dtype.kind not in "fiub" or array.ndim not in range(1, 6):
        raise TextError(
            "{path} must hold numbers in T rows and F columns; it holds {kind} of the shape "
            "{shape}.",
            path=path.name,
            kind=str(array.dtype),
            shape=str(array.shape),
        )
    if not array.size:
        raise no_rows(path.name)
    block = int(array.shape[1]) if array.ndim in (3, 5) else 0
    step = array.shape[-3:] if array.ndim > 3 else array.shape[-1:]
    width = math.prod(step) if array.ndim > 1 else 1
    count = array.size // width
    check_size(path.name, count, width)
    flat = array.reshape(count, width)
    values = np.empty((count, width))
    rows = max(1, _CHUNK // width)
    for first in range(0, count, rows):
        check(should_stop)
        yield Progress(first, count, "Reading the numbers")
        values[first : first + rows] = flat[first : first + rows]
    infinite = np.isinf(values)
    if infinite.any():
        row, column = np.argwhere(infinite)[0]
        raise not_finite(path.name, int(row) + 1, str(column + 1))
    columns = tuple(str(place + 1) for place in range(width))
    shape = array.shape if array.ndim > 2 else ()
    return Table(path.name, columns, values, block=block, shape=shape)
