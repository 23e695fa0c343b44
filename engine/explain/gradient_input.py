"""Gradient x input: what each step would do if the network were as linear as it is here.

Source: Shrikumar et al., Not Just a Black Box (2016).  The sum over the numbers of a step of
``d(answer)/d(x) x``.

The check needs no gradient: it reads again with the input of one step a little larger and a
little smaller, for some steps and for all of them together, and compares the slope of the answer
with the score.  So a score that stands at another step is found, though the sum is right.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.explain.attribution import Check, Floats, Shares, by_rank, shares_of
from engine.explain.target import ExplainedReading
from engine.network.network import Tensor
from engine.replay.replay import rows_at_once

STEP = 1e-4
"""How far the check moves along the input, as a share of it."""

COMPARED = 4
"""Steps that the check moves one by one."""

TOLERANCE = 1e-6
"""By how much a score may be off, as a share of the sizes of all."""


def gradient_input(reading: ExplainedReading) -> Shares:
    """Scores ``(T,)``, and the check: central differences of the answer along the input of some
    steps, and along all of it, against the scores."""
    numbers, gradients = reading.numbers(), reading.back()
    found = shares_of(reading, {leaf: gradients[leaf] * numbers[leaf] for leaf in numbers}, ())
    scores = found.scores
    alone = np.eye(len(scores))[by_rank(scores, np.arange(len(scores)), COMPARED)]
    moved = np.concatenate([alone, np.ones((1, len(scores)))])
    off = np.abs(moved @ scores - _slopes(reading, numbers, moved)).max()
    check = Check(
        "central differences step by step",
        float(off / max(np.abs(scores).sum(), 1e-12)),
        TOLERANCE,
    )
    return Shares(scores, found.by_feature, (check,))


def _slopes(reading: ExplainedReading, numbers: Mapping[Tensor, Floats], moved: Floats) -> Floats:
    """Of the answer ``(N,)``, as the inputs of the steps in ``moved (N, T)`` grow."""
    factors = np.concatenate([1 + STEP * moved, 1 - STEP * moved])
    size = max(1, rows_at_once(reading.network, moved.shape[1], np.float64) // 4)
    answers = np.concatenate(
        [
            reading.again(
                {
                    leaf: rows * factors[first : first + size].reshape(-1, *_as_steps(rows))
                    for leaf, rows in numbers.items()
                }
            ).answers()
            for first in range(0, len(factors), size)
        ]
    )
    high, low = np.split(answers, 2)
    return np.asarray((high - low) / (2 * STEP), np.float64)


def _as_steps(rows: Floats) -> tuple[int, ...]:
    """The shape of one number a step beside ``(1, T, ...)``."""
    return rows.shape[1], *(1,) * (rows.ndim - 2)
