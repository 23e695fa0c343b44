"""Occlusion: what the answer would be without a word.

Source: Zeiler and Fergus (2014), Li et al., Understanding Neural Networks through
Representation Erasure (2016).  Each word is taken out, or replaced, and the network reads
again; its score is how far the answer falls.  A word that is taken out is made up for by one
step of padding on the side of the padding, so that the length stays.

The check reads some of these texts once more, each by itself, from its first word to the end of
the network: what is left is written out word by word, and the answer taken from a reading that
shares neither batch nor prepared input with the others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.attribution import Check, Floats, Shares, by_rank
from engine.explain.choices import Replacement
from engine.explain.target import ExplainedReading, read_for
from engine.network.network import Network
from engine.replay.forward import forward
from engine.replay.replay import rows_at_once
from engine.replay.value import Array

COMPARED = 4
"""Words that the check takes out one by one."""


def occlusion(
    reading: ExplainedReading,
    padding: npt.NDArray[np.bool_],
    replacement: Replacement = "removed",
    padding_id: int = 0,
    unknown_id: int | None = None,
    progress: Callable[[float], None] | None = None,
) -> Shares:
    """Scores ``(T,)``, 0 at padding, and the check: by how much the answers of readings without
    one word, each from the start and by itself, are off, as a share of the answer's size.

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
    rule = without_of(reading, padding, replacement, padding_id, unknown_id)
    steps = len(rule.inputs)
    words = np.flatnonzero(~rule.padding)
    if not len(words):
        raise ReplayError("There is nothing but padding, and no word that could be left out.")
    if rule.shorter and steps == 1:
        raise ReplayError("There is one step only; without it there is nothing to read.")

    def answers(chosen: npt.NDArray[np.intp]) -> Floats:
        return answers_without(reading, rule, [chosen[k : k + 1] for k in range(len(chosen))])

    answer = float(reading.answers()[0])
    scores, size = np.zeros(steps), rows_at_once(reading.network, steps, np.float64)
    for first in range(0, len(words), size):
        chosen = words[first : first + size]
        scores[chosen] = answer - answers(chosen)
        if progress is not None:
            progress(min(1.0, (first + size) / len(words)))
    chosen = by_rank(scores, words, COMPARED)
    off = max(abs(answer - float(scores[step]) - _alone(reading, rule, step)) for step in chosen)
    check = Check("steps taken out one by one", off / max(1.0, abs(answer)), 1e-9)
    return Shares(scores, None, (check,))


def _alone(reading: ExplainedReading, rule: Without, gone: np.intp) -> float:
    """The answer without one word, read from the start by itself; see the module."""
    network, target = reading.network, reading.target
    left = [row for place, row in enumerate(rule.inputs) if place != gone]
    if rule.replacement != "removed":
        left.insert(int(gone), rule.filler[0])
    elif not rule.shorter:
        is_behind = rule.padding.any() and not rule.padding[0]
        left.insert(len(left) if is_behind else 0, rule.filler[0])
    inputs = np.array(left, rule.inputs.dtype)[None]
    auxiliary = {name: rows[:1] for name, rows in reading.auxiliary.items()}
    passed = forward(
        network, inputs, auxiliary, np.float64, reading.should_stop, edits=reading.edits
    )
    own = replace(target, at=rule.moved(np.array([gone]), target.at or 0))
    return float(replace(reading, inputs=inputs, passed=passed, target=own).answers()[0])


@dataclass(frozen=True, eq=False)
class Without:
    """How words are taken out of what was read.

    Attributes:
        inputs: ids ``(T,)`` or numbers ``(T, F)``.
        padding: ``(T,)``.
        filler: what stands in the place of a word, ``(1, ...)``.
        replacement: how.
        network: what reads.
    """

    inputs: Array
    padding: npt.NDArray[np.bool_]
    filler: Array
    replacement: Replacement
    network: Network

    @property
    def shorter(self) -> bool:
        """Whether the rest is read as it is: without padding, and where any length will do."""
        return (
            self.replacement == "removed" and not self.padding.any() and self.network.length is None
        )

    def without(self, steps: npt.NDArray[np.intp]) -> Array:
        """The rest ``(T, ...)`` without some steps ``(K,)``; of ``T - K`` where it is shorter."""
        fillers = np.repeat(self.filler, len(steps), axis=0)
        if self.replacement != "removed":
            changed = self.inputs.copy()
            changed[steps] = fillers
            return changed
        rest: Array = np.delete(self.inputs, steps, axis=0)
        if self.shorter:
            return rest
        return np.concatenate([fillers, rest] if self._in_front else [rest, fillers])

    def moved(self, steps: npt.NDArray[np.intp], at: int) -> int:
        """Where the step ``at`` stands without some steps ``(K,)``; the last stays the last."""
        if self.replacement != "removed" or (at == len(self.inputs) - 1 and not self.shorter):
            return at
        put_in_front = 0 if self.shorter or not self._in_front else len(steps)
        return max(0, at - int((steps <= at).sum()) + put_in_front)

    @property
    def _in_front(self) -> bool:
        return bool(self.padding[0]) or not self.padding.any()


def without_of(
    reading: ExplainedReading,
    padding: npt.NDArray[np.bool_],
    replacement: Replacement = "removed",
    padding_id: int = 0,
    unknown_id: int | None = None,
) -> Without:
    """How words are taken out of a reading of one sequence; see `occlusion` for the arguments,
    ``padding (T,)``.  Of a hidden state only what was read by then counts."""
    target, inputs = reading.target, reading.inputs[0]
    if target.layer and not any(record.backwards for record in reading.passed.records.values()):
        assert target.at is not None
        inputs = inputs[: target.at + 1]
    filler = _filler(reading, replacement, padding_id, unknown_id)
    return Without(inputs, padding[: len(inputs)], filler, replacement, reading.network)


def _filler(
    reading: ExplainedReading, replacement: Replacement, padding_id: int, unknown_id: int | None
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


def answers_without(
    reading: ExplainedReading, rule: Without, deleted: Sequence[npt.NDArray[np.intp]]
) -> Floats:
    """The answers ``(N,)`` without some steps ``(K,)``, of several choices of them; those that
    are as long, and asked about at the same step, are read together, as memory allows."""
    assert reading.target.at is not None
    groups: dict[tuple[int, int], list[int]] = {}
    for place, steps in enumerate(deleted):
        length = len(rule.inputs) - (len(steps) if rule.shorter else 0)
        groups.setdefault((length, rule.moved(steps, reading.target.at)), []).append(place)
    answers = np.zeros(len(deleted))
    for (length, at), places in groups.items():
        size = rows_at_once(reading.network, length, np.float64)
        for first in range(0, len(places), size):
            some = places[first : first + size]
            inputs = np.stack([rule.without(deleted[place]) for place in some])
            auxiliary = {
                name: np.repeat(each[:1], len(some), axis=0)
                for name, each in reading.auxiliary.items()
            }
            target = replace(reading.target, at=at)
            again = read_for(
                reading.network, inputs, auxiliary, target, reading.should_stop, reading.edits
            )
            answers[some] = again.answers()
    return answers
