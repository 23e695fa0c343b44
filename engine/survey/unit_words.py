"""The words that a unit responds to: its mean at every word of the corpus."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.survey.corpus_inputs import Bools, CorpusInputs
from engine.survey.intervals import NORMAL
from engine.survey.storage import blocks, room

Singles = npt.NDArray[np.float32]

MIN_COUNT = 20
"""A word that is read less often is not listed: its mean says little."""


@dataclass(frozen=True)
class WordMean:
    """What a unit does at one word.

    Attributes:
        word, id: which.
        count: how often it is read.
        mean: of the values there.
        low, high: the interval of the mean, of 95 %, by the normal distribution; steps of one
            review are taken for independent.
    """

    word: str
    id: int
    count: int
    mean: float
    low: float
    high: float


def word_means(
    values: Singles, inputs: CorpusInputs, min_count: int = MIN_COUNT
) -> tuple[WordMean, ...]:
    """The mean of values ``(N, T)`` at every word that is read often enough, falling.

    Steps without a value, NaN, do not count; nor do marks of padding.
    """
    if inputs.inputs.ndim != 2:
        return ()
    ids = inputs.inputs
    size = 1 + max((int(ids[some].max(initial=0)) for some in blocks(ids)), default=0)
    counts, total, squares = np.zeros(size, np.int64), np.zeros(size), np.zeros(size)
    for some in blocks(ids, values):
        read = np.isfinite(values[some]) & (ids[some] >= 0)
        at, here = ids[some][read].astype(np.int64), values[some][read].astype(np.float64)
        counts += np.bincount(at, minlength=size)
        total += np.bincount(at, here, size)
        squares += np.bincount(at, here * here, size)
    often = np.flatnonzero(counts >= max(2, min_count))
    means = total[often] / counts[often]
    variance = np.maximum(squares[often] / counts[often] - means**2, 0)
    half = NORMAL * np.sqrt(variance / (counts[often] - 1))
    return tuple(
        WordMean(
            inputs.word(int(often[k])),
            int(often[k]),
            int(counts[often[k]]),
            float(means[k]),
            float(means[k] - half[k]),
            float(means[k] + half[k]),
        )
        for k in np.argsort(-means, kind="stable").tolist()
    )


def changes(raw: Singles, read: Bools, start: Singles, backwards: bool = False) -> Singles:
    """By how much a value changes at every step, ``(N, T)``; NaN where the step does not count, and
    at a gate's first.

    Args:
        raw: the value at every step, ``(N, T)``, of padding too, which moves a state that does not
            mask it; NaN where the layer does not read, and keeps what it has.
        read: ``(N, T)``, the steps that count.
        start: ``(N,)``, the value before the first step; NaN of a gate, which has none.
        backwards: whether the last step is read first.
    """
    if backwards:
        return changes(raw[:, ::-1], read[:, ::-1], start)[:, ::-1]
    result = room(raw.shape, np.float32)
    for some in blocks(raw, read, result):
        whole = np.concatenate([start[some, None], raw[some]], axis=1)
        places = np.where(np.isfinite(whole), np.arange(whole.shape[1]), 0)
        kept = np.take_along_axis(whole, np.maximum.accumulate(places, axis=1), axis=1)
        result[some] = np.where(read[some], raw[some] - kept[:, :-1], np.float32(np.nan))
    return result
