"""Contexts: the steps at which a unit is highest or lowest, each with the words around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.storage import blocks

Singles = npt.NDArray[np.float32]

AROUND = 5
"""Words before and after that are shown."""


@dataclass(frozen=True)
class WordContext:
    """One place in the corpus.

    Attributes:
        number: of the sequence in its corpus.
        row: its place among those that were read.
        step: the time step, from 0.
        value: of the unit there.
        label: 1 positive, 0 negative, None unknown.
        before, word, after: what the steps are called.
    """

    number: int
    row: int
    step: int
    value: float
    label: int | None
    before: tuple[str, ...]
    word: str
    after: tuple[str, ...]


def extremes(
    values: Singles, inputs: CorpusInputs, count: int, highest: bool
) -> tuple[WordContext, ...]:
    """The ``count`` sequences in which values ``(N, T)`` are highest, or lowest, each at its
    extreme, the farthest first; a sequence counts once, so that they differ."""
    steps, best = np.zeros(len(values), np.int32), np.zeros(len(values), np.float32)
    none = np.float32(-np.inf if highest else np.inf)
    for some in blocks(values):
        filled = np.where(np.isfinite(values[some]), values[some], none)
        steps[some] = filled.argmax(axis=1) if highest else filled.argmin(axis=1)
        best[some] = np.take_along_axis(filled, steps[some, None], axis=1)[:, 0]
    order = np.argsort(-best if highest else best, kind="stable")[:count]
    order = order[np.isfinite(best[order])]
    return tuple(context(inputs, int(row), int(steps[row]), float(best[row])) for row in order)


def context(inputs: CorpusInputs, row: int, step: int, value: float) -> WordContext:
    """A step of a sequence with what stands around it."""
    sequence = inputs.sequence(row)
    label = int(inputs.labels[row])
    return WordContext(
        int(inputs.numbers[row]),
        row,
        step,
        value,
        None if label < 0 else label,
        tuple(word for word in sequence.steps[max(0, step - AROUND) : step] if word),
        sequence.steps[step],
        tuple(word for word in sequence.steps[step + 1 : step + 1 + AROUND] if word),
    )
