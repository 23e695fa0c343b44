"""`Value`: what passes through the graph while a network reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Bools = npt.NDArray[np.bool_]
Times = npt.NDArray[np.int32]

BEFORE = -1
"""The time of what is known before the first time step."""


@dataclass(frozen=True, eq=False)
class Lookup:
    """Numbers that are rows of a table, as an Embedding's are.

    Attributes:
        ids: ``(B, T) int32``.
        table: ``(V, F)``.
    """

    ids: Array
    table: Array


@dataclass(frozen=True, eq=False)
class Value:
    """One tensor of a batch of ``B`` sequences, and when each part of it is known.

    Time is counted in the time steps of the whole reading: those of the sequence, then those
    of whatever is written after it, as by a decoder.  The sequences of a batch are of one
    length, so they share their times.

    Attributes:
        array: batch first, ``(B, ...)``; ``(B, R, ...)`` with a row for each of the ``R`` ends
            that the reading might have had, if it is ``running``.
        times: of a sequence, when each of its own steps is known, ``(T,)``; of a running
            value, when each row is, ``(R,)``; None where there is no such order.
        ready: when all of it is known.
        mask: ``(B, T)``, false at the steps to be passed over; None without one.
        running: see ``array``.
        causal: whether a step depends on nothing that comes later.
        width: of the one-hot rows that ids ``(B, T)`` stand for; 0 if they are no such.
        lookup: where the numbers were looked up; None if they were not.
    """

    array: Array
    times: Times | None = None
    ready: int = BEFORE
    mask: Bools | None = None
    running: bool = False
    causal: bool = True
    width: int = 0
    lookup: Lookup | None = None

    def at_end(self) -> Value:
        """What a running value is when all is read, ``(B, ...)``; another one as it is."""
        if not self.running:
            return self
        return replace(self, array=self.array[:, -1], times=None, running=False)

    def numbers(self, dtype: npt.DTypeLike) -> Value:
        """With one-hot rows in place of the ids that stand for them."""
        if not self.width:
            return self
        return replace(self, array=np.eye(self.width, dtype=dtype)[self.array], width=0)

    @property
    def is_sequence(self) -> bool:
        """Whether it has steps: ``(B, T, F)``, or ids ``(B, T)`` for one-hot rows."""
        return not self.running and (self.array.ndim == 3 or bool(self.width))


def with_common_ends(values: list[Value]) -> list[Value]:
    """Values whose rows are for the same ends: those at which all of them are known.

    Those that are not running stay as they are, to be spread over the rows.
    """
    every = [value.times for value in values if value.running and value.times is not None]
    if all(np.array_equal(times, every[0]) for times in every):
        return values
    times = np.unique(np.concatenate(every))
    times = times[times >= max(int(own[0]) for own in every)].astype(np.int32)
    aligned = []
    for value in values:
        if value.running and value.times is not None:
            rows = np.searchsorted(value.times, times, side="right") - 1
            aligned.append(replace(value, array=value.array[:, rows], times=times))
        else:
            aligned.append(value)
    return aligned


def folded(value: Value, ends: int) -> Array:
    """Every end as a sequence of the batch, ``(B R, ...)``; a value that is not running is
    the same at all ``ends``."""
    array = value.array
    if not value.running:
        array = np.broadcast_to(array[:, None], (len(array), ends, *array.shape[1:]))
    return array.reshape(-1, *array.shape[2:])


def is_turned(times: Times) -> bool:
    """Whether the input of who has these times ``(T,)`` came to it back to front."""
    return len(times) > 1 and bool(times[0] > times[-1])


def last_row(times: Times, step: int) -> int | None:
    """The row of times ``(T,)`` that is shown at a time step: the last by then; None where there is
    none yet."""
    made = np.flatnonzero(times <= step)
    latest = made[times[made] == times[made].max(initial=BEFORE)]
    return int(latest[0 if is_turned(times) else -1]) if len(latest) else None
