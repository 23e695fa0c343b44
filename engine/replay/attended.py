"""`Attended`: what the queries of one attention took of its values, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer
from engine.replay.functions.function import Mask
from engine.replay.value import BEFORE, Array, Value, last_row
from engine.sequence import read_only

Floats = npt.NDArray[np.float32]
Steps = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Attended:
    """The attention weights of one call while one sequence was read.

    Attributes:
        layer: that attends, under the name of its call; of attention made by hand, the softmax.
        weights: read-only ``(heads, Tq, Tv) float32``, what each query takes of each value: of
            every query they sum to 1, but for one that may see no value at all.
        queries: ``(Tq,) int32``, the time step at which each query is made; -1 for one that is
            there before the first.
        keys: ``(Tv,)``, the same of the values.
        seen_queries: ``(Tq,) bool``, false where the mask leaves the query out.
        seen_keys: ``(Tv,) bool``, the same of the values.
    """

    layer: Layer
    weights: Floats
    queries: Steps
    keys: Steps
    seen_queries: npt.NDArray[np.bool_]
    seen_keys: npt.NDArray[np.bool_]

    @property
    def heads(self) -> int:
        """How many ways of attending there are side by side."""
        return len(self.weights)

    def of_head(self, head: int | None) -> Floats:
        """The weights of a head, from 0, or the mean of all for None, ``(Tq, Tv)``."""
        if self.heads == 1 or (head is not None and 0 <= head < self.heads):
            one: Floats = self.weights[(head or 0) % self.heads]
            return one
        mean: Floats = self.weights.mean(axis=0, dtype=np.float32)
        return mean

    def query_at(self, step: int) -> int | None:
        """Which query is the last that was made by a time step; None before the first."""
        return last_row(self.queries, step)

    def key_at(self, step: int) -> int | None:
        """Which value is the last that was made by a time step; None before the first."""
        return last_row(self.keys, step)

    def on_time(self, steps: int, head: int | None = None) -> Floats:
        """The weights on the time line, ``(steps, steps)``: row q what the query of step q takes of
        each; NaN where a step has no query or no value of its own."""
        placed = np.full((steps, steps), np.nan, np.float32)
        rows, columns = _own(self.queries, steps), _own(self.keys, steps)
        places = np.ix_(self.queries[rows], self.keys[columns])
        placed[places] = self.of_head(head)[np.ix_(rows, columns)]
        return placed

    def taken_at(self, step: int, steps: int, head: int | None = None) -> Floats | None:
        """What the query that is the last by a time step takes of the value of each step,
        ``(steps,)``, NaN where there is none; None before the first query."""
        if (query := self.query_at(step)) is None:
            return None
        columns = _own(self.keys, steps)
        taken = np.full(steps, np.nan, np.float32)
        taken[self.keys[columns]] = self.of_head(head)[query, columns]
        return taken


def attended_by(
    layer: Layer, weights: Array, query: Value, value: Value, masks: tuple[Mask, Mask]
) -> Attended:
    """The weights ``(1, heads, Tq, Tv)`` of a single sequence, with the times of the query and of
    the value that they are of."""
    kept = read_only(np.ascontiguousarray(weights[0], np.float32))
    seen = [
        np.ones(count, np.bool_) if mask is None else mask[0]
        for mask, count in zip(masks, kept.shape[1:], strict=True)
    ]
    times = [_times(one, count) for one, count in zip((query, value), kept.shape[1:], strict=True)]
    return Attended(layer, kept, times[0], times[1], seen[0], seen[1])


def attended_by_hand(layer: Layer, softmax: Value, weighed: Value) -> Attended | None:
    """The weights of a softmax ``(1, T)`` of a single sequence, or ``(1, Tq, Tv)``, by which a
    sequence is weighed; None where they are not one for each of its steps."""
    softmax, weighed = softmax.at_end(), weighed.at_end()
    shape = softmax.array.shape[1:]
    if 1 in shape or len(shape) == 1:
        weights = softmax.array.reshape(1, 1, 1, -1)
    else:
        weights = softmax.array[:, None]
    steps = weighed.array.shape[1] if weighed.array.ndim > 2 else 0
    if (
        weights.ndim != 4
        or weights.shape[-1] != steps
        or (layer.kind == "Dense" and shape[1:] > (1,))
    ):
        return None
    query = replace(softmax, times=None)
    mask = None if weighed.mask is None or len(weighed.mask[0]) != steps else weighed.mask
    return attended_by(layer, weights, query, weighed, (None, mask))


def _times(value: Value, count: int) -> Steps:
    """When each of its steps is made: of steps without an order of their own, as many as there are
    up to the one at which all are known."""
    if value.times is not None and len(value.times) == count:
        return value.times.astype(np.int32)
    last = max(value.ready, BEFORE)
    return np.arange(last - count + 1, last + 1, dtype=np.int32).clip(BEFORE)


def _own(times: Steps, steps: int) -> npt.NDArray[np.intp]:
    """The places of those that are made on the time line."""
    return np.flatnonzero((times >= 0) & (times < steps))
