"""What a network wrote, as it is read next: rows, names, and the longer sequence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from engine.replay.value import Array
from engine.sequence import Sequence, read_only
from engine.text.review import Review


def row_of(content: Any, width: int) -> Array:
    """What was written as it is read: a row of numbers ``(F,)`` as it is, an id as its one-hot row
    ``(width,)``, or itself ``()`` with a width of 0."""
    if np.ndim(content) or not width:
        return np.asarray(content)
    row: Array = np.eye(1, width, int(content), dtype=np.float32)[0]
    return row


def row_width(fed: Array) -> int:
    """Of the rows of an input ``(T, F)``; 0 where it is of ids ``(T,)``."""
    return 0 if fed.ndim == 1 else fed.shape[1]


def with_room(given: Array, count: int) -> Array:
    """The beginning of an input, with room for so many steps behind it: ``(T + count, ...)``."""
    return np.concatenate([given, np.zeros((count, *given.shape[1:]), given.dtype)])


def step_names(
    sequence: Sequence, written: list[Any], has_words: bool = True, own: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What the written steps are called, ``own`` by their ids in a vocabulary that is not read."""
    if not written or np.ndim(written[0]):
        return tuple(f"→ {nth}" for nth in range(1, len(written) + 1))
    if isinstance(sequence, Review) and has_words:
        named = sequence.dictionary.word_of
        return tuple(named(int(id), sequence.encoding) or f"#{id}" for id in written)
    return tuple(own[id] if 0 <= id < len(own) else f"#{id}" for id in map(int, written))


def longer(sequence: Sequence, written: list[Any]) -> Sequence:
    """The sequence with what was written after it."""
    if not written:
        return sequence
    count = len(written)
    width = 0 if sequence.inputs.ndim == 1 else sequence.inputs.shape[1]
    new = np.stack([row_of(content, width) for content in written]).astype(sequence.inputs.dtype)
    names = step_names(sequence, written)
    no = np.zeros(count, bool)
    longer = replace(
        sequence,
        inputs=read_only(np.concatenate([sequence.inputs, new])),
        steps=sequence.steps + names,
        padding=read_only(np.concatenate([sequence.padding, no])),
    )
    if not isinstance(longer, Review):
        return longer
    first, last = longer.span
    return replace(
        longer,
        tokens=longer.tokens[:last] + names,
        token_ids=read_only(np.concatenate([longer.token_ids[:last], new])),
        span=(first, last + count),
        unknown=read_only(np.concatenate([longer.unknown, no])),
    )
