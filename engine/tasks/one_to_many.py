"""One value in, a wave out: how fast it swings is told once, and repeated to a network that
answers with every step of the wave."""

from __future__ import annotations

import numpy as np

from engine.tasks.task import Sample, Task, Variant, squared

STEPS = 40
TURNS = (1.0, 4.0)
"""Turns of a wave, for the values 0 and 1."""


def draw(variant: Variant, count: int, seed: int) -> Sample:
    """Values from 0 to 1 ``(N, 1, 1)``, and the waves ``(N, S)``."""
    value = np.random.default_rng(seed).random((count, 1))
    turns = TURNS[0] + (TURNS[1] - TURNS[0]) * value
    waves = np.sin(2 * np.pi * turns * np.arange(STEPS) / STEPS)
    return Sample(value[:, :, None].astype(np.float32), waves.astype(np.float32))


def baseline(variant: Variant, sample: Sample) -> dict[str, float]:
    """The mean wave, whatever the value."""
    return {"mse": float(((sample.targets - sample.targets.mean(axis=0)) ** 2).mean())}


TASK = Task(
    "one_to_many",
    "One value in, a wave out",
    "one to many",
    (Variant("one_to_many", "GRU", 32),),
    "mse",
    True,
    squared,
    baseline,
    draw,
)
