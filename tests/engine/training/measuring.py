"""Loss and accuracy by Gatescope's own replay: no Keras."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.replay.replay import replay_chunks
from engine.training.data import Examples

SMALLEST = 1e-7
"""Keras keeps predictions this far from 0 and 1 before it takes the logarithm."""


def predictions(network: Network, examples: Examples) -> npt.NDArray[np.float64]:
    """The answer to each review at its end, ``(n,)``."""
    found = np.full(len(examples.ids), np.nan)
    for chunk in replay_chunks(network, examples.ids):
        found[chunk.rows] = chunk.prediction[:, -1]
    return found


def measure(network: Network, examples: Examples) -> tuple[float, float]:
    """The loss and the accuracy, as Keras reports them."""
    found = predictions(network, examples).clip(SMALLEST, 1 - SMALLEST)
    positive = examples.labels > 0.5
    loss = -np.log(np.where(positive, found, 1 - found)).mean()
    return float(loss), float(((found > 0.5) == positive).mean())
