"""The adding problem: two numbers of a long row are marked; the answer is their sum.

The first of them is to be kept until the end.  Always answering 1, the mean, has a squared
error of 1/6, 0.1667: whoever is not below it has kept nothing.
"""

from __future__ import annotations

import numpy as np

from engine.numbers.generated import adding
from engine.tasks.task import Sample, Task, Variant, squared

LENGTHS = (20, 50, 100)
CELLS = ("SimpleRNN", "LSTM", "GRU")
BASELINE = 1 / 6


def draw(variant: Variant, count: int, seed: int) -> Sample:
    """Values and marks ``(N, T, 2)``, and the sums ``(N,)``; a sequence has at least 2 steps."""
    table = adding(variant.length, count, seed)
    assert table.answers is not None
    inputs = table.values.reshape(count, variant.length, 2).astype(np.float32)
    return Sample(inputs, table.answers.astype(np.float32))


TASK = Task(
    "adding",
    "Adding problem",
    "many to one",
    tuple(
        Variant(f"adding_{cell.lower()}_{length}", cell, 32, length)
        for length in LENGTHS
        for cell in CELLS
    ),
    "mse",
    True,
    squared,
    lambda variant, sample: {"mse": BASELINE},
    draw,
)
