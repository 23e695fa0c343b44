"""How values are distributed that are too many to be sorted: exact, block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.survey.storage import blocks

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Keys = npt.NDArray[np.uint32]

_HALF = 1 << 16
"""Of a float32's 32 bits the upper half says in which of so many groups it lies."""


@dataclass(frozen=True, eq=False)
class Distribution:
    """The values that are finite.

    Attributes:
        count: how many.
        mean, deviation: of them; NaN without one.
        quantiles: those that were asked for, as `numpy.quantile` has them.
        histogram: how many are in each of the equal bins.
        edges: of the bins, one more.
    """

    count: int
    mean: float
    deviation: float
    quantiles: Floats
    histogram: npt.NDArray[np.int64]
    edges: Floats


def distribution(values: Singles, shares: Sequence[float], bins: int) -> Distribution:
    """Of values ``(N, T)``; those that are not finite do not count.

    The values of wanted ranks are found by their bits: counted by the upper half, then, in the groups
    in which one lies, by the lower.
    """
    total, count = 0.0, 0
    low, high = np.inf, -np.inf
    groups = np.zeros(_HALF, np.int64)
    for some in blocks(values):
        read = _finite(values[some])
        if len(read):
            count += len(read)
            total += float(read.sum(dtype=np.float64))
            low, high = min(low, float(read.min())), max(high, float(read.max()))
            groups += np.bincount(_keys(read) >> 16, minlength=_HALF)
    if not count:
        none = np.full(len(shares), np.nan)
        return Distribution(0, np.nan, np.nan, none, np.zeros(bins, np.int64), np.zeros(bins + 1))
    mean, spread = total / count, (high - low) or 1.0
    at = np.array(shares) * (count - 1)
    ranks = np.unique(np.concatenate([np.floor(at), np.ceil(at)]).astype(np.int64))
    ends = np.cumsum(groups)
    of_ranks = np.searchsorted(ends, ranks, side="right")
    wanted = np.unique(of_ranks)
    place = np.full(_HALF, -1, np.int64)
    place[wanted] = np.arange(len(wanted))
    inside = np.zeros((len(wanted), _HALF), np.int64)
    squares, edges = 0.0, np.linspace(low, low + spread, bins + 1)
    histogram = np.zeros(bins, np.int64)
    for some in blocks(values):
        read = _finite(values[some])
        precise = read.astype(np.float64)
        squares += float(np.square(precise - mean).sum())
        histogram += np.histogram(precise, edges)[0]
        keys = _keys(read)
        where = place[keys >> 16]
        keys, where = keys[where >= 0], where[where >= 0]
        for k in np.unique(where).tolist():
            inside[k] += np.bincount(keys[where == k] & (_HALF - 1), minlength=_HALF)
    sorted_at = {}
    for rank, group in zip(ranks.tolist(), of_ranks.tolist(), strict=True):
        before = int(ends[group] - groups[group])
        lower = int(np.searchsorted(np.cumsum(inside[place[group]]), rank - before, side="right"))
        sorted_at[rank] = _value(group << 16 | lower)
    quantiles = [
        np.quantile([sorted_at[int(np.floor(each))], sorted_at[int(np.ceil(each))]], each % 1)
        for each in at
    ]
    deviation = float(np.sqrt(squares / count))
    return Distribution(count, mean, deviation, np.array(quantiles), histogram, edges)


def _finite(values: Singles) -> Singles:
    return values[np.isfinite(values)]


def _keys(values: Singles) -> Keys:
    """Numbers that are in the order of the values: the bits, with those of negative ones turned."""
    bits = values.view(np.uint32)
    turned = (bits.view(np.int32) >> 31).view(np.uint32) | np.uint32(1 << 31)
    return bits ^ turned


def _value(key: int) -> float:
    """The value of a key."""
    bits = key ^ (1 << 31) if key >> 31 else key ^ 0xFFFFFFFF
    return float(np.array(bits, np.uint32).view(np.float32))
