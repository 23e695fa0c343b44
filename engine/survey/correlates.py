"""What a unit goes along with: Pearson's correlation with other things that are known of a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.progress import ShouldStop, check
from engine.survey.corpus_inputs import Bools, CorpusInputs
from engine.survey.intervals import bootstrap

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]

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
    names, columns = [], []
    read = np.isfinite(values)
    centred = _centred(values, read)
    for name, other in _others(inputs, answers):
        check(should_stop)
        sums = _sums(centred, read, other)
        if sums is not None and np.isfinite(_pearson(sums.sum(axis=0))):
            names.append(name)
            columns.append(sums)
    if not names:
        return ()
    check(should_stop)
    whole = np.concatenate(columns, axis=1)  # the same sequences are drawn for all of them
    low, high = bootstrap(whole, lambda drawn: _pearson(_apart(drawn)), seed)
    r = _pearson(_apart(whole.sum(axis=0)))
    found = [
        Correlate(name, float(r[k]), float(low[k]), float(high[k])) for k, name in enumerate(names)
    ]
    return tuple(sorted(found, key=lambda each: -abs(each.r)))


def negated(inputs: CorpusInputs) -> Bools:
    """``(N, T)``, the steps of which one of the `NEGATED` words before is a negation."""
    ids = inputs.inputs
    result = np.zeros(ids.shape[:2], bool)
    if ids.ndim != 2 or inputs.dictionary is None:
        return result
    known = np.unique(ids)
    words = [inputs.word(int(id)).lower() for id in known]
    negates = np.array([word in NEGATIONS or word.endswith("n't") for word in words], bool)
    by_id = np.zeros(int(known[-1] - known[0]) + 1, bool)
    by_id[known - known[0]] = negates
    at = by_id[ids - known[0]] & ~inputs.padding
    for back in range(1, NEGATED + 1):
        result[:, back:] |= at[:, :-back]
    return result & ~inputs.padding


def _others(inputs: CorpusInputs, answers: Singles) -> Iterator[tuple[str, Singles]]:
    """Names, each with its ``(N, T)``, one after another, as all of a large corpus take much room;
    NaN where it is not known."""
    shape = inputs.padding.shape

    def spread(each: npt.NDArray[Any]) -> Singles:
        return np.broadcast_to(each.astype(np.float32)[:, None], shape)

    yield "answer", answers
    yield "position", np.cumsum(~inputs.padding, axis=1, dtype=np.float32)
    yield "length", spread(inputs.lengths)
    yield "label", spread(np.where(inputs.labelled, inputs.labels, np.nan))
    yield "padding", spread(inputs.padding.sum(axis=1))
    if inputs.inputs.ndim == 2:
        yield "unknown", inputs.unknown.astype(np.float32)
        yield "negated", negated(inputs).astype(np.float32)


def _sums(x: Floats, read: Bools, other: Singles) -> Floats | None:
    """``(N, 6)``: of each sequence the number of steps and the sums of x, y, xx, yy and xy; None
    where there is no step.  ``x`` is centred already, 0 where it is not ``read``."""
    known = np.isfinite(other)
    if not known.all():
        read = read & known
        x = np.where(known, x, 0.0)
    if not read.any():
        return None
    y = _centred(other, read)
    products = [np.einsum("nt,nt->n", *each) for each in ((x, x), (y, y), (x, y))]
    sums = (np.count_nonzero(read, axis=1), x.sum(axis=1), y.sum(axis=1), *products)
    return np.stack(sums, axis=1).astype(np.float64, copy=False)


def _centred(values: Singles, read: Bools) -> Floats:
    """About their mean, so that float64 loses nothing of what varies; 0 where they are not read."""
    count = int(np.count_nonzero(read))
    total = float(np.sum(values, where=read, dtype=np.float64))
    result: Floats = np.where(read, values - total / max(1, count), 0.0)
    return result


def _apart(sums: Floats) -> Floats:
    """Sums ``(..., 6 K)`` of several as ``(..., K, 6)``."""
    return sums.reshape(*sums.shape[:-1], -1, 6)


def _pearson(sums: Floats) -> Floats:
    """Correlations ``(...)`` from sums ``(..., 6)``; NaN where one of the two does not vary."""
    count, x, y, xx, yy, xy = np.moveaxis(sums, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        product = (xx / count - (x / count) ** 2) * (yy / count - (y / count) ** 2)
        product = np.where(product > 1e-30, product, np.nan)
        result: Floats = (xy / count - (x / count) * (y / count)) / np.sqrt(product)
    return result
