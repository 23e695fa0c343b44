"""What a unit goes along with: Pearson's correlation with other things that are known of a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.progress import ShouldStop, check
from engine.survey.corpus_inputs import Bools, CorpusInputs
from engine.survey.intervals import bootstrap
from engine.survey.storage import blocks, room

Floats = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int32]
Singles = npt.NDArray[np.float32]

_SUMS = 6
"""Of two things, from which their correlation comes."""

NEGATED = 3
"""Words after a negation that count as inside it."""

NEGATIONS = ("not", "no", "never", "nor", "neither", "cannot", "without", "nothing", "nobody")
"""Words that negate, besides those that end in ``n't``."""


NAMES: Mapping[str, Note] = {
    "answer": Note("the answer at that step"),
    "position": Note("how many steps were read"),
    "length": Note("the length of the sequence"),
    "label": Note("the label"),
    "padding": Note("how much is padded"),
    "unknown": Note("a word that is not in the dictionary"),
    "negated": Note("a negation just before"),
}
"""What each is called."""


@dataclass(frozen=True)
class Correlate:
    """How a unit goes along with something.

    Attributes:
        name: of `NAMES`.
        r: Pearson's correlation over all steps, -1 to 1.
        low, high: its interval of 95 %, by drawing sequences anew.
    """

    name: str
    r: float
    low: float
    high: float


def correlates(
    values: Singles,
    inputs: CorpusInputs,
    answers: Singles,
    seed: int = 0,
    should_stop: ShouldStop | None = None,
) -> tuple[Correlate, ...]:
    """What values ``(N, T)`` go along with, the strongest first.

    ``answers (N, T)`` are what the network would have said at each step.  What does not vary is
    left out.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    others = _others(inputs, answers)
    sums = room((len(values), _SUMS * len(others)), np.float64)
    totals = np.zeros(sums.shape[1])
    middles: dict[str, tuple[float, float]] = {}
    for some in inputs.blocks(values, answers, sums):
        check(should_stop)
        x = values[some]
        for place, (name, other) in enumerate(others.items()):
            y = other(some)
            read = np.isfinite(x) & np.isfinite(y)
            if read.any():
                if name not in middles:
                    middles[name] = _mean(x, read), _mean(y, read)
                columns = slice(_SUMS * place, _SUMS * (place + 1))
                sums[some, columns] = _sums(x, y, read, middles[name])
        totals += sums[some].sum(axis=0)
    r = _pearson(_apart(totals))
    varied = np.flatnonzero(np.isfinite(r))
    if not len(varied):
        return ()
    low, high = bootstrap(  # the same sequences are drawn for all of them
        sums, lambda drawn: _pearson(_apart(drawn)[..., varied, :]), seed, should_stop=should_stop
    )
    names = list(others)
    found = [
        Correlate(names[place], float(r[place]), float(low[k]), float(high[k]))
        for k, place in enumerate(varied.tolist())
    ]
    return tuple(sorted(found, key=lambda each: -round(abs(each.r), 9)))


def negated(inputs: CorpusInputs, negating: Ids, some: slice) -> Bools:
    """The steps ``(B, T)`` of some sequences of which one of the `NEGATED` words before is a
    negation, whose ids are ``negating``."""
    padding = inputs.padding[some]
    at = np.isin(inputs.inputs[some], negating) & ~padding
    result = np.zeros(at.shape, bool)
    for back in range(1, NEGATED + 1):
        result[:, back:] |= at[:, :-back]
    return result & ~padding


def negations(inputs: CorpusInputs) -> Ids:
    """The ids ``(K,)`` that are read of words that negate."""
    known: set[int] = set()
    for some in blocks(inputs.inputs):
        known.update(np.unique(inputs.inputs[some]).tolist())
    words = {id: inputs.word(id).lower() for id in sorted(known)}
    found = [id for id, word in words.items() if word in NEGATIONS or word.endswith("n't")]
    return np.array(found, np.int32)


def _others(
    inputs: CorpusInputs, answers: Singles
) -> Mapping[str, Callable[[slice], npt.NDArray[Any]]]:
    """What is known of some sequences by its name, ``(B, T)`` or ``(B, 1)``; NaN where it is not
    known."""
    labels = np.where(inputs.labelled, inputs.labels, np.float32(np.nan)).astype(np.float32)
    padding = inputs.padding
    result: dict[str, Callable[[slice], npt.NDArray[Any]]] = {
        "answer": lambda some: answers[some],
        "position": lambda some: np.cumsum(~padding[some], axis=1, dtype=np.float32),
        "length": lambda some: inputs.lengths[some, None],
        "label": lambda some: labels[some, None],
        "padding": lambda some: inputs.padded[some, None],
    }
    if inputs.inputs.ndim == 2:
        result["unknown"] = lambda some: inputs.unknown[some]
        if inputs.dictionary is not None:
            negating = negations(inputs)
            result["negated"] = lambda some: negated(inputs, negating, some)
    return result


def _mean(values: npt.NDArray[Any], read: Bools) -> float:
    """About the mean of some, so that float64 loses nothing of what varies."""
    spread = np.broadcast_to(values, read.shape)
    return float(np.sum(spread, where=read, dtype=np.float64)) / int(np.count_nonzero(read))


def _sums(x: Singles, y: npt.NDArray[Any], read: Bools, middle: tuple[float, float]) -> Floats:
    """``(B, 6)``: of each sequence the number of steps and the sums of x, y, xx, yy and xy, about
    their middles."""
    x = np.where(read, x.astype(np.float64) - middle[0], 0.0)
    y = np.where(read, y.astype(np.float64) - middle[1], 0.0)
    products = [np.einsum("nt,nt->n", *each) for each in ((x, x), (y, y), (x, y))]
    sums = (np.count_nonzero(read, axis=1), x.sum(axis=1), y.sum(axis=1), *products)
    return np.stack(sums, axis=1).astype(np.float64, copy=False)


def _apart(sums: Floats) -> Floats:
    """Sums ``(..., 6 K)`` of several as ``(..., K, 6)``."""
    return sums.reshape(*sums.shape[:-1], -1, _SUMS)


def _pearson(sums: Floats) -> Floats:
    """Correlations ``(...)`` from sums ``(..., 6)``; NaN where one of the two does not vary."""
    count, x, y, xx, yy, xy = np.moveaxis(sums, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        product = (xx / count - (x / count) ** 2) * (yy / count - (y / count) ** 2)
        product = np.where(product > 1e-30, product, np.nan)
        result: Floats = (xy / count - (x / count) * (y / count)) / np.sqrt(product)
    return result
