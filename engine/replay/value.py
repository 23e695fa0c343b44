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
class Value:
    """One tensor, and when each part of it is known.

    Time is counted in the time steps of the whole reading: those of the sequence, then those
    of whatever is written after it, as by a decoder.

    Attributes:
        array: batch first, as Keras has it with a batch of one; or ``(R, ...)`` with a row
            for each end that the reading might have had, if it is ``running``.
        times: of a sequence, when each of its own steps is known, ``(T,)``; of a running
            value, when each row is; None where there is no such order.
        ready: when all of it is known.
        mask: ``(1, T)``, false at the steps to be passed over; None without one.
        running: see ``array``.
        exact: whether a step depends on nothing that comes later.
        width: of the one-hot rows that ids ``(1, T)`` stand for; 0 if they are no such.
    """

    array: Array
    times: Times | None = None
    ready: int = BEFORE
    mask: Bools | None = None
    running: bool = False
    exact: bool = True
    width: int = 0

    def whole(self) -> Value:
        """Only the last row of a running value: what it is when all is read."""
        if not self.running:
            return self
        return replace(self, array=self.array[-1:], times=None, running=False)

    def numbers(self, dtype: npt.DTypeLike) -> Value:
        """With one-hot rows in place of the ids that stand for them."""
        if not self.width:
            return self
        return replace(self, array=np.eye(self.width, dtype=dtype)[self.array], width=0)

    @property
    def is_sequence(self) -> bool:
        """Whether it has steps: ``(1, T, F)``, or ids ``(1, T)`` for one-hot rows."""
        return not self.running and (self.array.ndim == 3 or bool(self.width))


def together(values: list[Value]) -> list[Value]:
    """Values with the same rows: the ends at which all of them are known.

    Those that are not running stay as they are, to be spread over the rows by numpy.
    """
    running = [value for value in values if value.running]
    if len(running) < 2:
        return values
    first = running[0].times
    assert first is not None
    if all(value.times is not None and np.array_equal(value.times, first) for value in running):
        return values
    every = [value.times for value in running if value.times is not None]
    start = max(int(times[0]) for times in every)
    times = np.unique(np.concatenate(every))
    times = times[times >= start].astype(np.int32)
    found = []
    for value in values:
        if value.running and value.times is not None:
            rows = np.searchsorted(value.times, times, side="right") - 1
            found.append(replace(value, array=value.array[rows], times=times))
        else:
            found.append(value)
    return found


def spread(values: list[Value]) -> list[Value]:
    """Values of one row, repeated over the rows of those that are running."""
    rows = max((len(value.array) for value in values if value.running), default=0)
    if not rows:
        return values
    return [
        value
        if value.running
        else replace(value, array=np.broadcast_to(value.array, (rows, *value.array.shape[1:])))
        for value in values
    ]
