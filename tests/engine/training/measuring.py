"""Loss and accuracy by Gatescope's own replay: no Keras, one review after the other."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.training.data import Examples

SMALLEST = 1e-7
"""Keras keeps predictions this far from 0 and 1 before it takes the logarithm."""


def predictions(network: Network, examples: Examples) -> npt.NDArray[np.float64]:
    """The answer to each review at its end, ``(n,)``."""
    steps = tuple("" for _ in range(examples.ids.shape[1]))
    padding = np.zeros(len(steps), bool)
    return np.array(
        [replay(network, Sequence(ids, steps, padding)).prediction[-1] for ids in examples.ids],
        np.float64,
    )


def measure(network: Network, examples: Examples) -> tuple[float, float]:
    """The loss and the accuracy, as Keras reports them."""
    found = predictions(network, examples).clip(SMALLEST, 1 - SMALLEST)
    positive = examples.labels > 0.5
    loss = -np.log(np.where(positive, found, 1 - found)).mean()
    return float(loss), float(((found > 0.5) == positive).mean())
