"""Integrated gradients: the gradient along the straight way from a baseline to what was read.

Source: Sundararajan, Taly, Yan, Axiomatic Attribution for Deep Networks (2017).  The integral
is taken by Gauss and Legendre's rule, which needs fewer points than equal steps for the same
gap.  The mask stays that of what was read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from engine.explain.attribution import Check, Floats, along, summed
from engine.explain.target import Reading
from engine.network.network import Tensor
from engine.replay.replay import rows_at_once

STEPS = 64
"""Points on the way."""

MAX_GAP = 0.01
"""How much of the difference may be unexplained."""


def integrated(
    reading: Reading,
    baseline: Mapping[Tensor, Floats],
    steps: int = STEPS,
    progress: Callable[[float], None] | None = None,
) -> tuple[Floats, Floats | None, float, tuple[Check, ...]]:
    """Scores ``(T,)``, by feature, the baseline's answer, and the completeness gap: the sum of
    all scores against the difference of the answers, as a share of it."""
    numbers = reading.numbers()
    nodes, weights = np.polynomial.legendre.leggauss(steps)
    shares, weights = (nodes + 1) / 2, weights / 2
    total = {leaf: np.zeros_like(each[0]) for leaf, each in numbers.items()}
    size = max(1, rows_at_once(reading.network, reading.inputs.shape[1], np.float64) // 4)
    for first in range(0, steps, size):
        part = slice(first, first + size)
        between = {
            leaf: baseline[leaf] + along(shares[part], each - baseline[leaf])
            for leaf, each in numbers.items()
        }
        gradients = reading.again(between).back()
        for leaf, each in gradients.items():
            total[leaf] += np.tensordot(weights[part], each, 1)
        if progress is not None:
            progress(min(1.0, (first + size) / steps))
    scores, features = summed(
        reading,
        {leaf: (each - baseline[leaf]) * total[leaf] for leaf, each in numbers.items()},
    )
    nothing = float(reading.again(baseline).answers()[0])
    difference = float(reading.answers()[0]) - nothing
    gap = abs(float(scores[0].sum()) - difference) / max(abs(difference), 1e-12)
    check = Check("completeness gap", gap, MAX_GAP)
    return scores[0], None if features is None else features[0], nothing, (check,)
