"""Rows of plain numbers by pandas, ten times as fast as row by row.

pandas runs only in the process that reads tables (`engine.numbers.locked`), never in the window's.
It says neither where a cell is wrong nor that a row is too short: what it does not understand is
read row by row.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from engine.numbers.number_texts import MISSING

_GAPS = sorted({form for word in MISSING for form in (word, word.upper(), word.title())})
_ROUND = {} if pd.__version__.startswith(("3.1", "3.2", "4")) else {"float_precision": "round_trip"}
"""Since 3.1 pandas reads every float exactly without being asked to."""


def typed(
    text: str, delimiter: str, numbers: Sequence[int], time: int | None
) -> tuple[npt.NDArray[np.float64], list[str]] | None:
    """Values ``(N, F) float64`` and times of lines without quotes, each with all its cells.

    Args:
        text: the lines.
        delimiter: between the cells.
        numbers: the places of the columns of numbers.
        time: the place of the times; None gives none.

    Returns:
        None where a cell is no plain number, or a row has none.
    """
    times = [] if time is None else [time]
    try:
        frame = pd.read_csv(
            io.StringIO(text),
            sep=delimiter,
            header=None,
            usecols=sorted({*numbers, *times}),
            dtype={place: np.float64 for place in numbers if place != time},
            converters=dict.fromkeys(times, str),
            na_values=dict.fromkeys(numbers, _GAPS),
            keep_default_na=False,
            skip_blank_lines=False,
            quoting=3,
            **_ROUND,
        )
        cells = [] if time is None else [str(cell).strip() for cell in frame[time]]
        values = np.empty((len(frame), len(numbers)))
        for nth, place in enumerate(numbers):
            values[:, nth] = frame[place] if place != time else list(map(float, cells))
    except (ValueError, OverflowError):
        return None
    if np.isinf(values).any() or np.isnan(values).all(axis=1).any():
        return None  # which row it is, or whether there is something else in it, is for others
    return values, cells
