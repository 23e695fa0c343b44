"""Saturation of gates, and units that do nothing of their own.

Source: Karpathy et al., Visualizing and Understanding Recurrent Networks (2015), figure 2: a gate
is left-saturated below 0.1 and right-saturated above 0.9; a point a unit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.survey.storage import blocks
from engine.survey.survey import Survey

Floats = npt.NDArray[np.float64]

DEAD = 1e-3
"""A unit whose hidden state is never larger is dead."""

CONSTANT = 1e-3
"""A unit whose hidden state deviates by less is constant."""

ALIKE = 0.999
"""Units whose hidden states at the end of all sequences correlate more, by size, are duplicates."""


MIN_SEQUENCES = 100
"""Of fewer, units go along by chance; nothing is said of duplicates."""


@dataclass(frozen=True, eq=False)
class GateSaturation:
    """How saturated a gate is.

    Attributes:
        layer, key: which.
        below, above: ``(U,)``, the shares of steps below 0.1 and above 0.9.
        mean: ``(U,)``; as they, NaN of a unit that has no finite number at some step.
    """

    layer: str
    key: str
    below: Floats
    above: Floats
    mean: Floats

    @property
    def saturated(self) -> float:
        """The share of steps and units that are either; NaN where no unit has one."""
        shares = self.below + self.above
        known = shares[np.isfinite(shares)]
        return float(known.mean()) if len(known) else float("nan")


@dataclass(frozen=True)
class IdleUnits:
    """Units of a layer that do nothing of their own, from 0.

    Attributes:
        layer: which.
        dead: those whose hidden state stays 0.
        constant: those whose hidden state stays the same, but not 0.
        duplicates: pairs whose hidden states at the end go along, or against each other; None of
            fewer than `MIN_SEQUENCES`.
        unknown: those whose hidden state is no finite number at some step; of them nothing else
            is said.
    """

    layer: str
    dead: tuple[int, ...]
    constant: tuple[int, ...]
    duplicates: tuple[tuple[int, int], ...] | None
    unknown: tuple[int, ...] = ()


def saturation(survey: Survey) -> tuple[GateSaturation, ...]:
    """Every gate of every layer, in order, that has a step that counts."""
    return tuple(
        GateSaturation(layer, key, each.share_below, each.share_above, each.mean)
        for layer, by_key in survey.moments.items()
        for key, each in by_key.items()
        if not each.signed and each.count
    )


def idle_units(survey: Survey) -> tuple[IdleUnits, ...]:
    """Of every layer that has a step that counts the units that are dead, constant or duplicates."""
    return tuple(
        _idle(survey, layer) for layer, by_key in survey.moments.items() if by_key["h"].count
    )


def _idle(survey: Survey, layer: str) -> IdleUnits:
    moments = survey.moments[layer]["h"]
    largest = np.maximum(np.abs(moments.min), np.abs(moments.max))
    known = moments.is_finite
    dead = known & (largest <= DEAD)
    constant = known & ~dead & (moments.deviation <= CONSTANT)
    live = np.flatnonzero(known & ~dead & ~constant)
    pairs: list[tuple[int, int]] = []
    ends = survey.ends[layer].states["h"]
    if len(live) > 1:
        together = _covariance(ends, live)
        spread = np.sqrt(together.diagonal())
        varied = spread > 0
        scale = np.where(varied, spread, 1.0)
        alike = np.abs(together / scale / scale[:, None]) > ALIKE
        alike &= varied & varied[:, None]
        first, second = np.nonzero(np.triu(alike, 1))
        pairs = [(int(live[a]), int(live[b])) for a, b in zip(first, second, strict=True)]
    return IdleUnits(
        layer,
        tuple(np.flatnonzero(dead).tolist()),
        tuple(np.flatnonzero(constant).tolist()),
        tuple(pairs) if len(ends) >= MIN_SEQUENCES else None,
        tuple(np.flatnonzero(~known).tolist()),
    )


def _covariance(states: npt.NDArray[np.float32], units: npt.NDArray[np.intp]) -> Floats:
    """Of the states ``(N, U)`` of some units, ``(M, M)``."""
    total, products = np.zeros(len(units)), np.zeros((len(units), len(units)))
    for some in blocks(states):
        total += states[some][:, units].sum(axis=0, dtype=np.float64)
    for some in blocks(states):
        here = states[some][:, units] - total / len(states)
        products += here.T @ here
    return products / len(states)
