"""`Attribution`: how much each step did for an answer, with the method's own check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.explain.target import ExplainedReading, Target
from engine.network.network import Tensor

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Check:
    """A method's own proof.

    Attributes:
        name: what is compared.
        value: by how much it is off.
        tolerance: how much it may be.
    """

    name: str
    value: float
    tolerance: float

    @property
    def holds(self) -> bool:
        """Whether it is within the tolerance."""
        return bool(self.value <= self.tolerance)


@dataclass(frozen=True, eq=False)
class Attribution:
    """How much each step did for an answer.

    Attributes:
        method: the name of its row in `engine.explain.methods`.
        scores: one number a step, ``(T,)``; positive where it pushed the answer up.  The steps
            after the one that was asked about have 0.
        by_feature: the same for each number of a step, ``(T, F)``; None where the method has
            one number a step.
        answer: the number that is explained.
        baseline_answer: that of the baseline, or of nothing; NaN where there is none.
        explains: what the answer is: a logit, an output, or a hidden state.
        target: what was asked, with its choices made.
        checks: the method's own.
        seconds: how long it took.
        settings: what the method went by, by name; plain data.
        several: whether the answer is one of several numbers, such as classes.
    """

    method: str
    scores: Floats
    by_feature: Floats | None
    answer: float
    baseline_answer: float
    explains: Literal["logit", "output", "h"]
    target: Target
    checks: tuple[Check, ...]
    seconds: float = 0.0
    settings: Mapping[str, object] = field(default_factory=dict)
    several: bool = False

    def on_padding(self, padding: npt.NDArray[np.bool_]) -> float:
        """The share of all that is attributed that falls on steps of padding ``(T,)``, 0 to 1."""
        total = float(np.abs(self.scores).sum())
        return (
            float(np.abs(self.scores[padding[: len(self.scores)]]).sum() / total) if total else 0.0
        )


@dataclass(frozen=True, eq=False)
class Shares:
    """What a method finds about one sequence.

    Attributes:
        scores: ``(T,)``.
        by_feature: ``(T, F)``, None where there is one number a step.
        checks: the method's own.
        baseline_answer: NaN where there is none.
        settings: what it went by, by name; plain data.
    """

    scores: Floats
    by_feature: Floats | None
    checks: tuple[Check, ...]
    baseline_answer: float = float("nan")
    settings: Mapping[str, object] = field(default_factory=dict)


def shares_of(
    reading: ExplainedReading,
    parts: Mapping[Tensor, Floats],
    checks: tuple[Check, ...],
    baseline_answer: float = float("nan"),
    settings: Mapping[str, object] | None = None,
) -> Shares:
    """Of shares ``(1, T, F)`` by leaf: one number a step, and one a feature where there is one
    leaf of numbers."""
    rows = [part.reshape(*part.shape[:2], -1) for part in parts.values()]
    steps = np.asarray(sum(part.sum(axis=-1) for part in rows), np.float64)
    features = None if reading.network.reads_words or len(rows) > 1 else rows[0][0]
    return Shares(steps[0], features, checks, baseline_answer, settings or {})


def along(amounts: Floats, values: Floats) -> Floats:
    """``amounts (N,)`` times each of the values ``(1, T, ...)``: ``(N, T, ...)``."""
    return amounts.reshape(-1, *(1,) * (values.ndim - 1)) * values


def by_rank(scores: Floats, places: npt.NDArray[np.intp], count: int) -> npt.NDArray[np.intp]:
    """Up to so many of the places ``(N,)``, spread evenly from the largest of their scores ``(T,)``
    downwards: what a check looks at."""
    order = places[np.argsort(-np.abs(scores[places]), kind="stable")]
    return order[:: max(1, -(-len(order) // count))]
