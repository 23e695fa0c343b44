"""Occlusion: what the answer would be without a word.

Source: Zeiler and Fergus (2014), Li et al., Understanding Neural Networks through
Representation Erasure (2016).  Each word is taken out, or replaced, and the network reads
again; its score is how far the answer falls.  A word that is taken out is made up for by one
step of padding on the side of the padding, so that the length stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.attribution import Check, Floats, Shares
from engine.explain.target import Reading, read_for
from engine.replay.replay import rows_at_once
from engine.replay.value import Array

Replacement = Literal["removed", "padding", "unknown"]

REPLACEMENTS: tuple[Replacement, ...] = ("removed", "padding", "unknown")

_COMPARED = 3
"""Words that the check reads again by themselves."""


def occlusion(
    reading: Reading,
    padding: npt.NDArray[np.bool_],
    replacement: Replacement = "removed",
    padding_id: int = 0,
    unknown_id: int | None = None,
    progress: Callable[[float], None] | None = None,
) -> Shares:
    """Scores ``(T,)``, 0 at padding, and the check: some words taken out one by one, against
    all of them at once.

    Args:
        reading: what was read.
        padding: ``(T,)``, true where a step was added.
        replacement: what stands in the word's place.
        padding_id: of padding; a row of zeros stands for it where numbers are read.
        unknown_id: of unknown words, None if there is none.
        progress: told of shares of the way, 0 to 1.

    Raises:
        ReplayError: there is no mark for unknown words, or no step to be taken out.
    """
    inputs = reading.inputs
    if reading.target.layer and not _looks_ahead(reading):
        assert reading.target.at is not None
        inputs = inputs[:, : reading.target.at + 1]
    words = np.flatnonzero(~padding[: inputs.shape[1]])
    if not len(words):
        raise ReplayError("There is nothing but padding, and no word that could be left out.")
    filler = _filler(reading, replacement, padding_id, unknown_id)
    padded = padding[: inputs.shape[1]]
    in_front = bool(padded[0]) or not padded.any()
    # Without padding, and where any length will do, the rest is read as it is.
    shorter = replacement == "removed" and not padded.any() and reading.network.length is None
    if shorter and inputs.shape[1] == 1:
        raise ReplayError("There is one step only; without it there is nothing to read.")

    def without(step: int) -> Array:
        rest: Array = np.delete(inputs[0], step, axis=0)
        if shorter:
            return rest
        if replacement != "removed":
            return np.concatenate([rest[:step], filler, rest[step:]])
        return np.concatenate([filler, rest] if in_front else [rest, filler])

    def answers(steps: npt.NDArray[np.intp]) -> Floats:
        return _answers(reading, np.stack([without(int(k)) for k in steps]), int(shorter))

    answer = float(reading.answers()[0])
    scores, size = (
        np.zeros(inputs.shape[1]),
        rows_at_once(reading.network, inputs.shape[1], np.float64),
    )
    for first in range(0, len(words), size):
        chosen = words[first : first + size]
        scores[chosen] = answer - answers(chosen)
        if progress is not None:
            progress(min(1.0, (first + size) / len(words)))
    off = 0.0
    for step in words[:: max(1, len(words) // _COMPARED)][:_COMPARED]:
        alone = answer - float(answers(np.array([step]))[0])
        off = max(off, abs(alone - float(scores[step])))
    check = Check("words taken out one by one", off, 1e-9 * max(1.0, abs(answer)))
    return Shares(scores, None, (check,))


def _filler(
    reading: Reading, replacement: Replacement, padding_id: int, unknown_id: int | None
) -> Array:
    """What stands in a word's place, ``(1, ...)``."""
    row: Array = np.zeros_like(reading.inputs[0, :1])
    if replacement != "unknown":
        if row.ndim == 1:
            row[:] = padding_id
        return row
    if row.ndim > 1:
        raise ReplayError("Numbers have no mark for unknown words. Take the steps out instead.")
    if unknown_id is None:
        raise ReplayError(
            "The dictionary of {network} has no mark for unknown words. Take the words out, "
            "or replace them by padding.",
            network=reading.network.name,
        )
    row[:] = unknown_id
    return row


def _answers(reading: Reading, inputs: Array, fewer: int) -> Floats:
    auxiliary = {
        name: np.repeat(rows[:1], len(inputs), axis=0) for name, rows in reading.auxiliary.items()
    }
    assert reading.target.at is not None
    target = replace(reading.target, at=reading.target.at - fewer)
    again = read_for(reading.network, inputs, auxiliary, target, reading.should_stop)
    return again.answers()


def _looks_ahead(reading: Reading) -> bool:
    return any(record.backwards for record in reading.passed.records.values())
