"""The time line of a reading: every layer's own steps, laid out on common time steps.

An encoder reads steps 1 to T; a decoder writes steps T + 1 to T + n after it; a layer behind
a pooling has one step where the others have two.  On the common line a layer shows, at every
step, the last step of its own that was made by then; where it makes none, it is *idle*: its
state stays.  Before its first step it has its initial state, and no gates yet (NaN).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import STATEFUL
from engine.network.network import Layer
from engine.replay.cells.change import Change
from engine.replay.trace import Float, LayerTrace
from engine.replay.value import Array, Bools, Times, is_turned
from engine.sequence import read_only

Ints = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class LayerRecord:
    """What one recurrent layer did with a batch, in its own steps and in the order of its input.

    Attributes:
        layer: under the name of its call.
        series: ``(B, T, U)`` by key.
        inputs: ``(B, T, F)``, or ids ``(B, T)``.
        mask: ``(B, T)``, false at masked steps; None without a mask.
        times: ``(T,)``, when each step is made.
        start: the state ``(B, U)`` before the first step that it made, by key; empty for zeros.
        backwards: whether it read the last step first.
        changes: what was changed by hand, at its own steps.
        maps: where states are maps, ``(B, T, rows, columns, U)`` by key, or ``(B, T, length, U)``;
            the series are their means.
    """

    layer: Layer
    series: Mapping[str, Array]
    inputs: Array
    mask: Bools | None
    times: Times
    start: Mapping[str, Array]
    backwards: bool
    changes: tuple[Change, ...] = ()
    maps: Mapping[str, Array] = field(default_factory=dict)

    @property
    def reads_last_first(self) -> bool:
        """Whether it read the last time step first: backwards, or what came to it back to front."""
        return self.backwards != is_turned(self.times)

    def rows_on(self, steps: int) -> Ints:
        """Its own step that is shown at each time step, ``(steps,)``: the last by then; -1 before
        its first."""
        order = np.arange(len(self.times))[:: -1 if is_turned(self.times) else 1]
        by_then = np.searchsorted(self.times[order], np.arange(steps), side="right")
        return np.concatenate([[-1], order])[by_then]


@dataclass(frozen=True, eq=False)
class BatchLayerTrace:
    """`LayerTrace` of a whole batch, on the time steps of the whole reading.

    Attributes:
        layer, first, last, backwards, idle: as of a `LayerTrace`; the same for all.
        series: read-only arrays ``(B, T, U)`` by key; views, not always contiguous.
        inputs: ``(B, T, F)``, or ids ``(B, T) int32``.
        masked: ``(B, T) bool``.
        start: ``(B, U)`` by key.
        maps: read-only arrays ``(B, T, ..., U)`` by key, as of a `LayerTrace`; views.
    """

    layer: Layer
    series: Mapping[str, Float]
    inputs: Float | npt.NDArray[np.int32]
    masked: npt.NDArray[np.bool_]
    start: Mapping[str, Float]
    first: int
    last: int
    backwards: bool
    idle: npt.NDArray[np.bool_]
    maps: Mapping[str, Float] = field(default_factory=dict)

    def row(self, place: int) -> LayerTrace:
        """One sequence's."""
        return LayerTrace(
            self.layer,
            MappingProxyType({key: frozen(rows[place]) for key, rows in self.series.items()}),
            self.inputs[place],
            self.masked[place],
            MappingProxyType({key: rows[place] for key, rows in self.start.items()}),
            self.first,
            self.last,
            self.backwards,
            self.idle,
            maps=MappingProxyType({key: read_only(rows[place]) for key, rows in self.maps.items()}),
        )


def laid_out(record: LayerRecord, steps: int) -> BatchLayerTrace:
    """A layer's trace on the common time steps, of which there are ``steps``."""
    series, inputs, mask, times = record.series, record.inputs, record.mask, record.times
    maps = record.maps
    backwards = record.backwards
    if is_turned(times):
        series, maps = (
            {key: values[:, ::-1] for key, values in each.items()} for each in (series, maps)
        )
        inputs, times, backwards = inputs[:, ::-1], times[::-1], not backwards
        mask = None if mask is None else mask[:, ::-1]
    states = STATEFUL[record.layer.kind].states
    series, maps = (_unless_unread(each, mask, states, backwards) for each in (series, maps))
    own = len(times)
    same = own == steps and np.array_equal(times, np.arange(steps, dtype=times.dtype))
    masked = np.zeros((len(inputs), own), bool) if mask is None else ~mask
    idle = np.zeros(steps, bool)
    if not same:
        at = np.searchsorted(times, np.arange(steps), side="right") - 1
        fresh = np.diff(at, prepend=-1) > 0
        rows = np.maximum(at, 0)
        idle, masked, inputs = ~fresh, masked[:, rows] & fresh, inputs[:, rows]
        start: dict[str, Any] = dict.fromkeys(states, 0.0)
        before = {key: start.get(key, np.nan) for key in maps}
        maps = {key: _placed(values, at, before[key]) for key, values in maps.items()}
        start |= {key: state[:, None] for key, state in record.start.items()}
        series = {
            key: _placed(values, at, start.get(key, np.nan)) for key, values in series.items()
        }
    return BatchLayerTrace(
        record.layer,
        MappingProxyType({key: read_only(values) for key, values in series.items()}),
        inputs,
        masked,
        MappingProxyType(record.start),
        int(times[0]),
        int(times[-1]),
        backwards,
        idle,
        MappingProxyType({key: read_only(values) for key, values in maps.items()}),
    )


def _unless_unread(
    series: Mapping[str, Array], mask: Bools | None, states: Sequence[str], backwards: bool
) -> Mapping[str, Array]:
    """The series, NaN in gates and candidates before the first step that the mask lets be read:
    states are 0 there, or as given, and nothing else was computed."""
    if mask is None:
        return series
    way = slice(None, None, -1 if backwards else 1)
    unread = ~np.logical_or.accumulate(mask[:, way], axis=1)[:, way]
    if not unread.any():
        return series
    return {
        key: values
        if key in states
        else np.where(
            unread.reshape(*unread.shape, *(1,) * (values.ndim - 2)),
            values.dtype.type(np.nan),
            values,
        )
        for key, values in series.items()
    }


def _placed(values: Array, at: Ints, before: Any) -> Array:
    """The rows of ``values (B, R, ...)`` at the time steps; ``before`` where there is none yet."""
    placed = values[:, np.maximum(at, 0)]
    placed[:, at < 0] = before
    return placed


def answer_on(array: Array, times: Times, steps: int) -> Float:
    """An answer's rows ``(B, R, C)`` on the common time steps ``(B, T, C)``; NaN before the
    first."""
    if len(times) == steps and np.array_equal(times, np.arange(steps, dtype=times.dtype)):
        return array
    if is_turned(times):
        array, times = array[:, ::-1], times[::-1]
    return _placed(array, np.searchsorted(times, np.arange(steps), side="right") - 1, np.nan)


def frozen(array: Array) -> Array:
    """The same array, or a copy where it is a view with gaps, read-only; of any shape."""
    return read_only(np.ascontiguousarray(array))
