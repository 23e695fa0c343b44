"""A sine, of which the next value is asked at every step; and which then writes itself on.

Period, phase and height differ from sequence to sequence, so that they have to be read.
"""

from __future__ import annotations

import numpy as np

from engine.network.network import Network
from engine.replay.replay import replay_batch
from engine.tasks.task import Array, Float, Measured, Sample, Task, Variant, squared

READ = 60
"""Steps that are read before a sine is written on."""

WRITTEN = 40
PERIODS = (15.0, 25.0)
NOISE = 0.03
"""The deviation of what is added to the values that are learned from."""

HEIGHTS = (0.5, 1.0)


def waves(count: int, steps: int, seed: int) -> Float:
    """So many sines ``(N, S)`` by chance."""
    random = np.random.default_rng(seed)
    period = random.uniform(*PERIODS, (count, 1))
    phase = random.uniform(0, 2 * np.pi, (count, 1))
    height = random.uniform(*HEIGHTS, (count, 1))
    return height * np.sin(2 * np.pi * np.arange(steps) / period + phase)


def draw(variant: Variant, count: int, seed: int) -> Sample:
    """Values ``(N, T, 1)``, and at every step the next, ``(N, T)``."""
    values = waves(count, READ + 1, seed).astype(np.float32)
    return Sample(values[:, :-1, None], values[:, 1:])


def draw_learned(variant: Variant, count: int, seed: int) -> Sample:
    """The same, ``(N, T, 1)``, read with noise, so that small mistakes of its own do not lead
    a network astray."""
    sample = draw(variant, count, seed)
    noise = NOISE * np.random.default_rng(seed + 1).standard_normal(sample.inputs.shape)
    return Sample(sample.inputs + noise.astype(np.float32), sample.targets)


def write_on(network: Network, inputs: Array, count: int = WRITTEN) -> Float:
    """What a network says after numbers ``(N, T, 1)`` when each answer is its next input,
    ``(N, count)``.

    It is read anew at every step, and judged by that: the plain way, for a measurement.
    """
    values = np.asarray(inputs, np.float32)
    for _ in range(count):
        answer = replay_batch(network, values).prediction[:, -1]
        values = np.concatenate([values, answer[:, None, None].astype(np.float32)], axis=1)
    return values[:, -count:, 0].astype(np.float64)


def besides(network: Network, count: int, seed: int) -> tuple[Measured, dict[str, float]]:
    """The squared error of each of so many sines that a network writes on, ``(N,)``, and that
    of always saying the mean, 0."""
    values = waves(count, READ + WRITTEN, seed)
    said = write_on(network, values[:, :READ, None])
    wanted = values[:, READ:]
    error = ((said - wanted) ** 2).mean(axis=1)
    return {"written mse": error}, {"written mse": float((wanted**2).mean())}


def baseline(variant: Variant, sample: Sample) -> dict[str, float]:
    """Saying the value before once more."""
    return {"mse": float(((sample.inputs[:, :, 0] - sample.targets) ** 2).mean())}


TASK = Task(
    "sine",
    "A sine that writes itself on",
    "many to many",
    (Variant("sine", "GRU", 32),),
    "mse",
    True,
    squared,
    baseline,
    draw,
    besides=besides,
)
