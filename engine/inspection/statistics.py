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
    found = _finite(values)
    if not found.size:
        return Statistics(strange=int(values.size))
    mean = float(found.mean(dtype=np.float64))
    return Statistics(
        count=int(found.size),
        low=float(found.min()),
        high=float(found.max()),
        mean=mean,
        deviation=float(found.std(dtype=np.float64)),
        small=float(np.count_nonzero(np.abs(found) < SMALL)) / found.size,
        strange=int(values.size - found.size),
    )


def largest(values: npt.NDArray[np.floating[Any]]) -> float:
    """The largest finite absolute value, of any shape; 0.0 where there is none."""
    found = _finite(values)
    return float(max(found.max(), -found.min())) if found.size else 0.0


@dataclass(frozen=True, eq=False)
class Histogram:
    """How many finite numbers lie between which.

    Attributes:
        counts: ``(B,) int64``.
        edges: ``(B + 1,) float64``, ascending; the last bar has its right edge too.
    """

    counts: npt.NDArray[np.int64]
    edges: npt.NDArray[np.float64]


def histogram(
    values: npt.NDArray[np.floating[Any]],
    bins: int = BINS,
    span: tuple[float, float] | None = None,
) -> Histogram:
    """A histogram of the finite numbers of an array of any shape.

    Args:
        values: the numbers.
        bins: how many bars, at least 1.
        span: the outer edges, so that several arrays can be held against each other;
            None takes the least and the greatest number.  What lies outside is not counted.
    """
    found = _finite(values).ravel()
    if span is None:
        span = (float(found.min()), float(found.max())) if found.size else (-1.0, 1.0)
    low, high = span
    size = max(abs(low), abs(high))
    if not high - low > max(1e-30, bins * 1e-12 * size):  # all numbers are as good as one
        room = size / 2 if size > 1e-30 else 0.5
        low, high = low - room, high + room
    counts, edges = np.histogram(found, bins=bins, range=(low, high))
    return Histogram(counts.astype(np.int64), edges.astype(np.float64))


def _finite(values: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.floating[Any]]:
    finite = np.isfinite(values)
    return values if finite.all() else values[finite]
