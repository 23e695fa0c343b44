"""What the numbers of a weight are like: their statistics and their histogram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

SMALL = 1e-3
"""A weight below this, taken absolutely, does next to nothing."""

BINS = 41
"""An odd number: the middle bar of a symmetric span stands over zero."""


@dataclass(frozen=True)
class Statistics:
    """Of the finite numbers of an array; all 0.0 where there are none.

    Attributes:
        count: how many finite numbers there are.
        low, high, mean, deviation: their bounds, mean and standard deviation.
        small: the share of them below `SMALL`, 0 to 1.
        strange: how many others there are: NaN or infinite.
    """

    count: int = 0
    low: float = 0.0
    high: float = 0.0
    mean: float = 0.0
    deviation: float = 0.0
    small: float = 0.0
    strange: int = 0


def statistics(values: npt.NDArray[np.floating[Any]]) -> Statistics:
    """The statistics of an array of any shape."""
    finite = _finite(values)
    if not finite.size:
        return Statistics(strange=int(values.size))
    return Statistics(
        count=int(finite.size),
        low=float(finite.min()),
        high=float(finite.max()),
        mean=float(finite.mean(dtype=np.float64)),
        deviation=float(finite.std(dtype=np.float64)),
        small=float(np.count_nonzero(np.abs(finite) < SMALL)) / finite.size,
        strange=int(values.size - finite.size),
    )


def largest(values: npt.NDArray[np.floating[Any]]) -> float:
    """The largest finite absolute value, of any shape; 0.0 where there is none."""
    finite = _finite(values)
    return float(max(finite.max(), -finite.min())) if finite.size else 0.0


@dataclass(frozen=True, eq=False)
class Histogram:
    """How many finite numbers, ``(B,) int64``, lie between which edges, ``(B + 1,) float64``,
    ascending; the last bar has its right edge too."""

    counts: npt.NDArray[np.int64]
    edges: npt.NDArray[np.float64]


def histogram(
    values: npt.NDArray[np.floating[Any]],
    bins: int = BINS,
    span: tuple[float, float] | None = None,
) -> Histogram:
    """A histogram of the finite numbers of an array of any shape, with at least 1 bar.

    ``span`` are the outer edges, so that several arrays can be held against each other; None takes
    the least and the greatest number.  What lies outside is not counted.
    """
    finite = _finite(values).ravel()
    if span is None:
        span = (float(finite.min()), float(finite.max())) if finite.size else (-1.0, 1.0)
    low, high = span
    size = max(abs(low), abs(high))
    if not high - low > max(1e-30, bins * 1e-12 * size):  # all numbers are as good as one
        room = size / 2 if size > 1e-30 else 0.5
        low, high = low - room, high + room
    counts, edges = np.histogram(finite, bins=bins, range=(low, high))
    return Histogram(counts.astype(np.int64), edges.astype(np.float64))


def _finite(values: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.floating[Any]]:
    is_finite = np.isfinite(values)
    return values if is_finite.all() else values[is_finite]
