"""Copy memory: ten symbols are shown, then nothing, then all ten are to be said again.

Whoever remembers nothing, and only knows when to speak, guesses one of eight: the mean
cross-entropy of all steps is 10 ln 8 / (T + 20), where T is how long nothing is shown.
"""

from __future__ import annotations

import numpy as np

from engine.tasks.task import Array, Measured, Sample, Task, Variant

LENGTHS = (5, 20, 50)
CELLS = ("SimpleRNN", "LSTM", "GRU")

SYMBOLS = 8
SHOWN = 10
BLANK, MARK = 0, SYMBOLS + 1
"""Ids: nothing, the symbols 1 to 8, and the mark that asks for them."""

IDS = SYMBOLS + 2


def draw(variant: Variant, count: int, seed: int) -> Sample:
    """Ids ``(N, T + 20)``: ten symbols, T - 1 blanks, the mark, ten blanks; and the targets
    ``(N, T + 20)``: T + 10 blanks, then the symbols."""
    waits, random = variant.length, np.random.default_rng(seed)
    symbols = random.integers(1, SYMBOLS + 1, (count, SHOWN)).astype(np.int32)
    inputs = np.full((count, waits + 2 * SHOWN), BLANK, np.int32)
    targets = inputs.copy()
    inputs[:, :SHOWN] = symbols
    inputs[:, SHOWN + waits - 1] = MARK
    targets[:, -SHOWN:] = symbols
    return Sample(inputs, targets)


def measure(answers: Array, sample: Sample) -> Measured:
    """The cross-entropy of each sequence, and which of the ten symbols are right; of
    probabilities ``(N, S, C)``."""
    right = np.take_along_axis(answers, sample.targets[..., None].astype(np.intp), -1)[..., 0]
    return {
        "loss": -np.log(right.clip(1e-7, 1)).mean(axis=1),
        "symbols": (answers[:, -SHOWN:].argmax(axis=-1) == sample.targets[:, -SHOWN:]).mean(axis=1),
    }


def baseline(variant: Variant) -> float:
    """The cross-entropy of one that remembers nothing."""
    return float(SHOWN * np.log(SYMBOLS) / (variant.length + 2 * SHOWN))


TASK = Task(
    "copying",
    "Copy memory",
    "many to many",
    tuple(
        Variant(f"copying_{cell.lower()}_{length}", cell, 32, length)
        for length in LENGTHS
        for cell in CELLS
    ),
    "loss",
    True,
    measure,
    lambda variant, sample: {"loss": baseline(variant), "symbols": 1 / SYMBOLS},
    draw,
)
