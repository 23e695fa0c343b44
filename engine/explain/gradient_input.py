"""Gradient x input: what each step would do if the network were as linear as it is here.

Source: Shrikumar et al., Not Just a Black Box (2016).  The sum over the numbers of a step of
``d(answer)/d(x) x``.
"""

from __future__ import annotations

import numpy as np

from engine.explain.attribution import Check, Shares, along, shares_of
from engine.explain.target import Reading

STEP = 1e-4
"""How far the check moves along the input, as a share of it."""


def gradient_input(reading: Reading) -> Shares:
    """Scores ``(T,)``, and the check: the sum of all against a central difference along the
    input."""
    numbers, gradients = reading.numbers(), reading.back()
    parts = {leaf: gradients[leaf] * numbers[leaf] for leaf in numbers}
    steps = [part.sum(axis=-1) for part in parts.values()]
    total, sizes = sum(map(np.sum, steps)), np.abs(sum(steps)).sum()
    ends = np.array([1 - STEP, 1 + STEP])
    moved = reading.again({leaf: along(ends, each) for leaf, each in numbers.items()})
    low, high = moved.answers()
    slope = float(high - low) / (2 * STEP)
    off = abs(float(total) - slope) / max(abs(slope), float(sizes), 1e-12)
    check = Check("central difference along the input", off, 1e-6)
    return shares_of(reading, parts, (check,))
