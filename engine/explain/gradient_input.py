"""Gradient x input: what each step would do if the network were as linear as it is here.

Source: Shrikumar et al., Not Just a Black Box (2016).  The sum over the numbers of a step of
``d(answer)/d(x) x``.
"""

from __future__ import annotations

import numpy as np

from engine.explain.attribution import Check, Floats, along, summed
from engine.explain.target import Reading

STEP = 1e-4
"""How far the check moves along the input, as a share of it."""


def gradient_input(reading: Reading) -> tuple[Floats, Floats | None, float, tuple[Check, ...]]:
    """Scores ``(T,)``, by feature, the baseline's answer (there is none), and the check: the sum
    of all scores against a central difference along the input."""
    numbers, gradients = reading.numbers(), reading.back()
    parts = {leaf: gradients[leaf] * numbers[leaf] for leaf in numbers}
    scores, features = summed(reading, parts)
    ends = np.array([1 - STEP, 1 + STEP])
    moved = reading.again({leaf: along(ends, each) for leaf, each in numbers.items()})
    low, high = moved.answers()
    slope = (high - low) / (2 * STEP)
    size = max(abs(slope), float(np.abs(scores[0]).sum()), 1e-12)
    off = abs(float(scores[0].sum()) - float(slope)) / size
    check = Check("central difference along the input", off, 1e-6)
    return scores[0], None if features is None else features[0], float("nan"), (check,)
