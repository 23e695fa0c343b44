"""Intervals of 95 %: Wilson's of a share, Newcombe's of a change, the bootstrap's over sequences;
and a median of durations of which some are cut off.

Sources: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927);
Efron and Tibshirani, An Introduction to the Bootstrap (1993); Newcombe, Improved Confidence
Intervals for the Difference Between Binomial Proportions Based on Paired Data (1998); Kaplan and
Meier, Nonparametric Estimation from Incomplete Observations (1958).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.paged import let_go
from engine.progress import ShouldStop, check

Floats = npt.NDArray[np.float64]

NORMAL = 1.959963984540054
"""Between minus and plus so many standard deviations lie 95 % of a normal distribution."""

FEW = 25
"""Of fewer changes a normal distribution promises too much."""

DRAWS = 200
"""Resamples of a bootstrap."""

_DRAWN = 2**15
"""Sequences that are drawn from at once: 11 MB of the sums of seven correlations."""

NAMED = Note(
    "Intervals of 95\u00a0%: of a share Wilson's; of a mean and of a change the normal distribution's, "
    "where few change Newcombe's; of the calibration error and of r the bootstrap's over sequences."
)
"""Which interval is whose, said wherever some stand."""


@dataclass(frozen=True)
class Share:
    """A share ``count / total`` with its interval; all three NaN without a case.

    Attributes:
        count, total: how many of how many.
        low, high: Wilson's interval of 95 %, 0 to 1.
    """

    count: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.count / self.total if self.total else float("nan")


def wilson(count: int, total: int) -> Share:
    """A share with Wilson's interval, which does not count what depends on each other."""
    if not total:
        return Share(count, total, float("nan"), float("nan"))
    square = NORMAL**2
    share = count / total
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = NORMAL / (1 + square / total)
    half *= np.sqrt(share * (1 - share) / total + square / (4 * total**2))
    return Share(count, total, max(0.0, float(middle - half)), min(1.0, float(middle + half)))


def share_of(flags: npt.NDArray[np.bool_]) -> Share:
    """The share of flags ``(N,)`` that are true."""
    return wilson(int(flags.sum()), flags.size)


def paired(before: npt.NDArray[np.bool_], after: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """The interval of the difference of two shares over the same cases ``(N,)``, after minus
    before; NaN without a case.

    That of a mean of differences -1, 0 and 1, by the normal distribution; where fewer than `FEW`
    cases change, or stay, Newcombe's tenth method, of Wilson's intervals and how much the two go
    along, which keeps its width then.
    """
    both, neither = int((before & after).sum()), int((~before & ~after).sum())
    lost, won = int((before & ~after).sum()), int((~before & after).sum())
    if not (total := len(before)):
        return float("nan"), float("nan")
    if min(lost + won, both + neither) >= FEW:
        difference = after.astype(np.float64) - before
        half = NORMAL * float(difference.std()) / np.sqrt(total)
        return float(difference.mean() - half), float(difference.mean() + half)
    first, second = wilson(both + lost, total), wilson(both + won, total)
    sizes = float((both + lost) * (won + neither)) * float((both + won) * (lost + neither))
    along = float(both * neither - lost * won)
    if along > 0:
        along = max(0.0, along - total / 2)
    along = along / np.sqrt(sizes) if sizes else 0.0

    def reach(one: float, other: float) -> float:
        return float(np.sqrt(max(0.0, one**2 - 2 * along * one * other + other**2)))

    change = (won - lost) / total
    low = change - reach(second.value - second.low, first.high - first.value)
    high = change + reach(second.high - second.value, first.value - first.low)
    return max(-1.0, low), min(1.0, high)


def median_duration(durations: npt.NDArray[np.integer], ended: npt.NDArray[np.bool_]) -> int | None:
    """Kaplan and Meier's median of durations ``(N,)``, of which those that have not ``ended`` last
    at least so long; None where half of them are not known to end."""
    lasting = 1.0
    for time in np.unique(durations[ended]).tolist():
        at_risk = int((durations >= time).sum())
        lasting *= 1 - int(((durations == time) & ended).sum()) / at_risk
        if lasting <= 0.5 + 1e-12:
            return int(time)
    return None


def bootstrap(
    sums: npt.NDArray[Any],
    statistic: Callable[[Floats], Floats],
    seed: int = 0,
    draws: int = DRAWS,
    should_stop: ShouldStop | None = None,
) -> tuple[Floats, Floats]:
    """The interval of what is computed from sums over sequences, by drawing sequences anew.

    Args:
        sums: ``(N, K)``, what each sequence adds.
        statistic: from sums ``(D, K)`` to values ``(D, ...)``.
        seed: of the draw.
        draws: ``D``, how often.
        should_stop: asked now and then.

    Returns:
        the values below which 2.5 % of them lie, and 97.5 %; NaN of a single sequence, which is
        the same however often it is drawn.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    count = len(sums)
    if count < 2:
        unknown = np.full_like(statistic(sums.astype(np.float64))[0], np.nan)
        return unknown, unknown
    random = np.random.default_rng(seed)
    drawn = np.zeros((draws, sums.shape[1]))
    pieces = [slice(at, min(at + _DRAWN, count)) for at in range(0, count, _DRAWN)]
    sizes = [piece.stop - piece.start for piece in pieces]
    # How often is drawn from each piece, which is then read once.
    shares = np.array(sizes) / count
    often = (
        np.full((draws, 1), count) if len(pieces) == 1 else random.multinomial(count, shares, draws)
    )
    for place, (piece, size) in enumerate(zip(pieces, sizes, strict=True)):
        for row in range(draws):
            check(should_stop)
            times = np.bincount(random.integers(0, size, often[row, place]), minlength=size)
            # Not by BLAS, whose threads wait for each other where a core is taken.
            drawn[row] += np.einsum("n,nk->k", times.astype(np.float64), sums[piece])
        let_go(sums)
    low, high = np.nanquantile(statistic(drawn), (0.025, 0.975), axis=0)
    return low, high
