"""`Task`: something that a small bundled model was trained for, and how it is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.replay.replay import replay_chunks

Array = npt.NDArray[Any]
Float = npt.NDArray[np.float64]

Kind = Literal[
    "one to one", "one to many", "many to one", "many to many", "many to many, after the whole"
]
"""What a network is given and what it answers."""


@dataclass(frozen=True, eq=False)
class Sample:
    """Sequences with what is to be answered.

    Attributes:
        inputs: ids ``(N, T) int32`` or numbers ``(N, T, F) float32``.
        targets: one number ``(N,)``, numbers at every step ``(N, S)``, or ids ``(N, S) int32``.
        auxiliary_inputs: for inputs besides the main one, ``(N, ...)`` by name.
        counts: ``(N, S) bool``, which of the answers are judged; None for all.
        plain: ``(N, S)``, what a simple rule answers, where scores are about that; else None.
    """

    inputs: Array
    targets: Array
    auxiliary_inputs: Mapping[str, Array] = field(default_factory=dict)
    counts: npt.NDArray[np.bool_] | None = None
    plain: Array | None = None

    def __len__(self) -> int:
        return len(self.targets)


@dataclass(frozen=True)
class Variant:
    """One of the models of a task.

    Attributes:
        name: the stem of its file.
        cell: the kind of its recurrent layer, "" without one.
        units: the width of it.
        length: the task's own length; 0 where it has none.
    """

    name: str
    cell: str = ""
    units: int = 0
    length: int = 0


Measured = Mapping[str, Float]
"""What is averaged to a score, ``(M,)`` by the score's name."""


def read(network: Network, sample: Sample) -> Float:
    """The answers of a network, by our own replay: ``(N,)``, or ``(N, S)`` and ``(N, S, C)``
    at the last ``S`` steps, as many as the targets have."""
    steps = sample.targets.shape[1] if sample.targets.ndim > 1 else 1
    parts = [
        (chunk.rows, chunk.prediction[:, -steps:])
        for chunk in replay_chunks(network, sample.inputs, sample.auxiliary_inputs)
    ]
    answers = np.empty((len(sample), *parts[0][1].shape[1:]))
    for rows, found in parts:
        answers[rows] = found
    return answers if sample.targets.ndim > 1 else answers[:, 0]


@dataclass(frozen=True)
class Task:
    """Something to learn, with everything that is needed to judge who has.

    Attributes:
        name: in the shell, and the stem of its record.
        title: what a person calls it.
        kind: which kind of mapping it is.
        variants: its models.
        metric: the name of the score that counts.
        is_loss: whether less of it is better.
        measure: of answers and sample, what is averaged to each score.
        draw: a sample for a variant, so many sequences by a seed; None where the sample is made
            of the reviews.
        baseline: of a variant's sample, what a simple rule that learns nothing measures.
        answer: what a network answers to a sample.
        besides: what else is measured of a network, so often by a seed, with the baselines of it.
        of_reviews: whether it is learned from the reviews.
    """

    name: str
    title: str
    kind: Kind
    variants: tuple[Variant, ...]
    metric: str
    is_loss: bool
    measure: Callable[[Array, Sample], Measured]
    baseline: Callable[[Variant, Sample], Mapping[str, float]]
    draw: Callable[[Variant, int, int], Sample] | None = None
    answer: Callable[[Network, Sample], Array] = read
    besides: Callable[[Network, int, int], tuple[Measured, Mapping[str, float]]] = (
        lambda network, count, seed: ({}, {})
    )

    @property
    def of_reviews(self) -> bool:
        """Whether its sample is made of the reviews, and not drawn."""
        return self.draw is None


def scores(measured: Measured) -> dict[str, float]:
    """The mean of each thing measured, ``(M,)``."""
    return {name: float(np.mean(values)) for name, values in measured.items()}


def standard_errors(measured: Measured) -> dict[str, float]:
    """How far each score is off by the chance of the sample, of things measured ``(M,)``."""
    return {
        name: float(np.std(values) / np.sqrt(max(1, len(values))))
        for name, values in measured.items()
    }


def squared(answers: Array, sample: Sample) -> Measured:
    """The squared error of each sequence, ``(N,)``, of answers ``(N,)`` or ``(N, S)``."""
    errors = (answers - sample.targets) ** 2
    return {"mse": errors.reshape(len(errors), -1).mean(axis=1)}


def binary(answers: Array, sample: Sample) -> Measured:
    """Cross-entropy and accuracy of probabilities ``(N,)``."""
    clipped = answers.clip(1e-7, 1 - 1e-7)
    positive = sample.targets > 0.5
    loss = -np.log(np.where(positive, clipped, 1 - clipped))
    return {"accuracy": ((answers > 0.5) == positive).astype(np.float64), "loss": loss}
