"""Baselines: what stands for "nothing was said" where a method compares with it."""

from __future__ import annotations

import numpy as np

from engine.errors import ReplayError
from engine.explain.choices import Baseline
from engine.explain.target import ExplainedReading, Floats
from engine.network.network import Tensor
from engine.replay.forward import forward


def baseline_numbers(
    reading: ExplainedReading,
    baseline: Baseline,
    padding_id: int = 0,
    unknown_id: int | None = None,
) -> dict[Tensor, Floats]:
    """What the leaves hold, ``(1, T, F)``, where every step is 0, padding, or an unknown word.

    Raises:
        ReplayError: the network does not read words, or has no id for unknown ones.
    """
    numbers = reading.numbers()
    if baseline == "zero":
        return {leaf: np.zeros_like(each[:1]) for leaf, each in numbers.items()}
    if reading.inputs.ndim != 2:
        raise ReplayError(
            "{network} reads numbers, and numbers have no {baseline}. Choose the baseline zero.",
            network=reading.network.name,
            baseline=baseline,
        )
    chosen = padding_id if baseline == "padding" else unknown_id
    if chosen is None:
        raise ReplayError(
            "The dictionary of {network} has no mark for unknown words. Choose the baseline "
            "zero or padding.",
            network=reading.network.name,
        )
    ids = np.full_like(reading.inputs[:1], chosen)
    auxiliary = {name: rows[:1] for name, rows in reading.auxiliary.items()}
    passed = forward(reading.network, ids, auxiliary, np.float64, reading.should_stop, keep=True)
    return {
        leaf: np.asarray(passed.values[leaf].numbers(np.float64).array, np.float64)
        for leaf in numbers
    }
