"""The last layer of a network learned anew: what the settings of a training do, in a second.

The recurrent layers stay as they were trained and read every review once; the Dense layer behind
them begins with random weights and is trained as the lecture's script trains a whole model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.progress import check
from engine.replay.replay import replay_chunks
from engine.training.data import examples
from engine.training.preparation import Preparation
from engine.training.recipes import Recipe

Floats = npt.NDArray[np.float64]
Stop = Callable[[], bool]

RHO, EPSILON = 0.9, 1e-7
"""Of Keras's RMSprop, and of its losses."""


@dataclass(frozen=True, eq=False)
class LastStates:
    """What the layer learns from: ``(n, U)`` and ``(m, U)``, the last hidden states of the training
    reviews and of those that are held out, and their labels ``(n,)`` and ``(m,)``, 1 positive."""

    training: Floats
    targets: Floats
    held_out: Floats
    held_out_targets: Floats


@dataclass(frozen=True)
class Epoch:
    """What Keras's history has of an epoch."""

    loss: float
    val_loss: float
    val_accuracy: float


def last_states(
    network: Network, prepared: Preparation, recipe: Recipe, should_stop: Stop
) -> Iterator[tuple[int, LastStates | None]]:
    """Let a network read a split corpus as the recipe has it.

    Yields:
        How many reviews are read, and None; behind the last one what was found.

    Raises:
        TextError: they cannot be read.
        Cancelled: ``should_stop`` became true.
    """
    found, done = [], 0
    for numbers in (prepared.learned, prepared.held_out):
        part = examples(prepared.corpus, numbers, recipe)
        states = np.empty((len(part), network.recurrent[-1].units))
        for chunk in replay_chunks(network, part.ids, should_stop=should_stop):
            states[chunk.rows] = list(chunk.layers.values())[-1].series["h"][:, -1]
            done += len(chunk)
            yield done, None
        found += [states, part.labels.astype(np.float64)]
    yield done, LastStates(*found)


def learn(
    states: LastStates, learning_rate: float, batch: int, epochs: int, seed: int, should_stop: Stop
) -> Iterator[Epoch]:
    """``Dense(1, activation='sigmoid')`` by RMSprop on the binary cross-entropy, an epoch at a time.

    Source: ``keras/src/optimizers/rmsprop.py`` of Keras 3.15, without momentum.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    random = np.random.default_rng(seed)
    inputs = np.column_stack([states.training, np.ones(len(states.training))])  # the bias last
    held_out = np.column_stack([states.held_out, np.ones(len(states.held_out))])
    bound = np.sqrt(6 / inputs.shape[1])  # Glorot's, of U inputs and one output
    weights = np.append(random.uniform(-bound, bound, inputs.shape[1] - 1), 0.0)
    velocity = np.zeros_like(weights)
    count = len(inputs)
    for _ in range(epochs):
        check(should_stop)
        order, answered = random.permutation(count), np.empty(count)
        mixed, targets = inputs[order], states.targets[order]
        for first in range(0, count, batch):
            rows, wanted = mixed[first : first + batch], targets[first : first + batch]
            answers = _sigmoid(rows @ weights)
            answered[first : first + batch] = answers
            gradient = (answers - wanted) @ rows / len(rows)
            velocity = RHO * velocity + (1 - RHO) * gradient**2
            weights = weights - learning_rate * gradient / np.sqrt(velocity + EPSILON)
        answers = _sigmoid(held_out @ weights)
        right = (answers > 0.5) == (states.held_out_targets > 0.5)
        val_loss = float(_losses(answers, states.held_out_targets).mean())
        yield Epoch(float(_losses(answered, targets).mean()), val_loss, float(right.mean()))


def _sigmoid(logits: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(logits, -60, 60)))


def _losses(answers: Floats, targets: Floats) -> Floats:
    """Of each answer ``(N,)``, clipped as Keras clips it."""
    clipped = np.clip(answers, EPSILON, 1 - EPSILON)
    return -np.log(np.where(targets > 0.5, clipped, 1 - clipped))
