"""Integrated gradients: the gradient along the straight way from a baseline to what was read.

Source: Sundararajan, Taly, Yan, Axiomatic Attribution for Deep Networks (2017).  The integral
is taken by Gauss and Legendre's rule, which needs fewer points than equal steps for the same
gap.  A network that amplifies bends sharply at places of the way: there it is halved, and
halved again, until what was found adds up.  Each piece of the way has a gap of its own, since
the answers at its ends are known.  The mask stays that of what was read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
import numpy.typing as npt

from engine.explain.attribution import Check, Floats, Shares, along, shares_of
from engine.explain.choices import MAX_STEPS
from engine.explain.target import ExplainedReading
from engine.network.network import Tensor
from engine.replay.replay import rows_at_once

Numbers = Mapping[Tensor, Floats]
"""By leaf, ``(N, T, F)``."""

Progress = Callable[[float], None] | None

STEPS = 64
"""Points on the whole way; where they do not do, more follow."""

IN_A_HALF = 8
"""Points on a piece that was halved."""

MAX_GAP = 0.01
"""How much of the difference may be unexplained."""


MAX_NODES = 128
"""Points of one rule."""


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Some pieces of the way.

    Attributes:
        low, high: where each begins and ends, 0 to 1, ``(P,)``.
        attributed: what each attributed, ``(P, T, F)`` by leaf.
        gap: how far that is from the difference of the answers at its ends, ``(P,)``.
    """

    low: Floats
    high: Floats
    attributed: dict[Tensor, Floats] = field(repr=False)
    gap: Floats

    def some(self, chosen: npt.NDArray[np.intp]) -> _Pieces:
        """Those in the places ``(K,)``."""
        found = {leaf: rows[chosen] for leaf, rows in self.attributed.items()}
        return _Pieces(self.low[chosen], self.high[chosen], found, self.gap[chosen])

    def joined(self, other: _Pieces) -> _Pieces:
        """These and others."""
        return _Pieces(
            np.concatenate([self.low, other.low]),
            np.concatenate([self.high, other.high]),
            {
                leaf: np.concatenate([rows, other.attributed[leaf]])
                for leaf, rows in self.attributed.items()
            },
            np.concatenate([self.gap, other.gap]),
        )


@dataclass(eq=False)
class _Way:
    """The straight way from a baseline to what was read."""

    reading: ExplainedReading
    baseline: Numbers
    numbers: Numbers
    progress: Progress
    points: int = 0

    def at(self, shares: Floats) -> ExplainedReading:
        """What is read at shares of the way, ``(N,)``."""
        return self.reading.again(
            {
                leaf: self.baseline[leaf] + along(shares, each - self.baseline[leaf])
                for leaf, each in self.numbers.items()
            }
        )

    def pieces(self, low: Floats, high: Floats, points: int) -> _Pieces:
        """Pieces ``(P,)``, each by so many points."""
        nodes, weights = np.polynomial.legendre.leggauss(points)
        wide = (high - low)[:, None]
        shares, weights = low[:, None] + wide * (nodes + 1) / 2, wide * weights / 2
        found = {leaf: np.zeros((len(low), *each.shape[1:])) for leaf, each in self.numbers.items()}
        size = rows_at_once(self.reading.network, self.reading.inputs.shape[1], np.float64) // 4
        size = max(1, size)
        place = np.repeat(np.arange(len(low)), points)
        flat, weighed = shares.reshape(-1), weights.reshape(-1)
        for first in range(0, len(flat), size):
            part = slice(first, first + size)
            for leaf, gradient in self.at(flat[part]).back().items():
                np.add.at(found[leaf], place[part], along(weighed[part], gradient))
            if self.progress is not None:
                self.progress(min(1.0, (first + size) / len(flat)))
        self.points += len(flat)
        for leaf, each in self.numbers.items():
            found[leaf] *= each - self.baseline[leaf]
        ends = self.at(np.concatenate([low, high])).answers()
        total = sum(rows.reshape(len(low), -1).sum(axis=1) for rows in found.values())
        return _Pieces(low, high, found, np.abs(total - (ends[len(low) :] - ends[: len(low)])))


def integrated(
    reading: ExplainedReading,
    baseline: Numbers,
    steps: int | None = None,
    progress: Progress = None,
) -> Shares:
    """Integrated gradients of one sequence.

    Args:
        reading: what was read.
        baseline: ``(1, T, F)`` by leaf.
        steps: points on the way; None for `STEPS`, and more, up to `MAX_STEPS`, where they leave
            a gap.
        progress: told of shares of the way, 0 to 1; anew where more points are wanted.

    Returns:
        Scores ``(T,)``, the baseline's answer, and the completeness gap: the sum of all scores
        against the difference of the answers, as a share of it.
    """
    way = _Way(reading, baseline, reading.numbers(), progress)
    pieces = _first_pieces(way, steps or STEPS)
    nothing = float(way.at(np.zeros(1)).answers()[0])
    difference = float(reading.answers()[0]) - nothing
    most = MAX_GAP * abs(difference) / 2
    while steps is None and pieces.gap.sum() > most:
        if not (affordable := (MAX_STEPS - way.points) // (2 * IN_A_HALF)):
            break
        order = np.argsort(pieces.gap)
        good = int((np.cumsum(pieces.gap[order]) <= most / 2).sum())
        good = max(good, len(order) - affordable)  # the worst are halved
        bent = pieces.some(order[good:])
        middle = (bent.low + bent.high) / 2
        low, high = np.concatenate([bent.low, middle]), np.concatenate([middle, bent.high])
        pieces = pieces.some(order[:good]).joined(way.pieces(low, high, IN_A_HALF))
    shares = {leaf: rows.sum(axis=0, keepdims=True) for leaf, rows in pieces.attributed.items()}
    total = sum(float(rows.sum()) for rows in shares.values())
    gap = abs(total - difference) / max(abs(difference), 1e-12)
    check = Check("completeness gap", gap, MAX_GAP)
    return shares_of(reading, shares, (check,), nothing, {"points": way.points})


def _first_pieces(way: _Way, points: int) -> _Pieces:
    """The whole way by so many points.  Many stand in pieces: nodes of a high order take longer
    to find than to use."""
    parts = -(-points // MAX_NODES)
    cuts = np.linspace(0, 1, parts + 1)
    fewer, longer = divmod(points, parts)
    groups = (cuts[: longer + 1], fewer + 1), (cuts[longer:], fewer)
    return reduce(
        _Pieces.joined,
        (way.pieces(cut[:-1], cut[1:], each) for cut, each in groups if len(cut) > 1),
    )
