"""The time line of a reading: every layer's own steps, laid out on common time steps.

An encoder reads steps 1 to T; a decoder writes steps T + 1 to T + n after it; a layer behind
a pooling has one step where the others have two.  On the common line a layer shows, at every
step, the last step of its own that was made by then; where it makes none, it is *idle*: its
state stays.  Before its first step it has its initial state, and no gates yet (NaN).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.trace import Float, LayerTrace
from engine.replay.value import Array, Bools, Times

Ints = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Reading:
    """What one recurrent layer did, in the order of its input.

    Attributes:
        layer: under the name of its call.
        series: ``(T, U)`` by key.
        inputs: ``(T, F)``, or ids ``(T,)``.
        mask: ``(T,)``, false at masked steps; None without a mask.
        times: ``(T,)``, when each step is made.
        start: the state before the first step that it made, by key.
        backwards: whether it read the last step first.
    """

    layer: Layer
    series: dict[str, Array]
    inputs: Array
    mask: Bools | None
    times: Times
    start: dict[str, Array]
    backwards: bool


def laid_out(reading: Reading, steps: int) -> LayerTrace:
    """A layer's trace on the common time steps.

    Args:
        reading: in its own steps.
        steps: of the whole time line.
    """
    series, inputs, mask, times = reading.series, reading.inputs, reading.mask, reading.times
    backwards = reading.backwards
    if len(times) > 1 and times[0] > times[-1]:  # its input came to it back to front
        series = {key: values[::-1] for key, values in series.items()}
        inputs, times, backwards = inputs[::-1], times[::-1], not backwards
        mask = None if mask is None else mask[::-1]
    own = len(times)
    same = own == steps and np.array_equal(times, np.arange(steps, dtype=times.dtype))
    masked = np.zeros(own, bool) if mask is None else ~mask
    idle = np.zeros(steps, bool)
    if not same:
        at = np.searchsorted(times, np.arange(steps), side="right") - 1
        fresh = np.diff(at, prepend=-1) > 0
        before = np.maximum(at, 0)
        idle, masked = ~fresh, masked[before] & fresh
        none = at < 0
        series = {
            key: _placed(values, before, none, reading, key) for key, values in series.items()
        }
        inputs = inputs[before]
    return LayerTrace(
        reading.layer,
        MappingProxyType({key: frozen(values) for key, values in series.items()}),
        inputs,
        masked,
        MappingProxyType(reading.start),
        int(times[0]),
        int(times[-1]),
        backwards,
        idle,
    )


def _placed(values: Array, rows: Ints, none: Bools, reading: Reading, key: str) -> Array:
    placed = values[rows]
    if key in CELL_KINDS[reading.layer.kind].states:
        start = reading.start.get(key)
        placed[none] = 0 if start is None else start
    else:
        placed[none] = np.nan
    return placed


def answer_on(array: Array, times: Times, steps: int) -> Float:
    """An answer's rows ``(R, C)`` on the common time steps; NaN before the first."""
    if len(times) == steps and np.array_equal(times, np.arange(steps, dtype=times.dtype)):
        return array
    if len(times) > 1 and times[0] > times[-1]:
        array, times = array[::-1], times[::-1]
    at = np.searchsorted(times, np.arange(steps), side="right") - 1
    placed: Float = array[np.maximum(at, 0)].copy()
    placed[at < 0] = np.nan
    return placed


def frozen(array: Array) -> Array:
    """The same array, or a copy where it is a view, read-only."""
    if array.base is not None and not array.flags.c_contiguous:
        array = np.ascontiguousarray(array)
    array.flags.writeable = False
    return array
