"""`edited`: a sequence with the edits that are of it carried out.

A review is edited before it is padded and cut: where a word goes, one that had been cut may come
in, and a review of few words stays as long as its encoding makes it.  Numbers are not padded: a
row less is a step less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import EditError
from engine.replay.edits import (
    Content,
    Delete,
    Edit,
    Insert,
    Move,
    Replace,
    SequenceEdit,
    of_sequence,
)
from engine.sequence import Sequence, read_only
from engine.text.dictionary import START
from engine.text.encoding import Flags, Ids, apply_encoding
from engine.text.review import Review, with_tokens

_NEW = "+"
"""What a step is called that was inserted among numbers."""


def edited(sequence: Sequence, edits: Iterable[Edit]) -> Sequence:
    """The sequence with those of its edits that are switched on carried out, in order; itself
    where there are none.

    Raises:
        EditError: there is no such step, or nothing can be read there that an edit names.
    """
    return reduce(_once, of_sequence(edits), sequence)


def unknown_words(review: Review, text: str, vocabulary: int | None = None) -> tuple[str, ...]:
    """Which words of a text a review would not have as themselves: they are not in its
    dictionary, or a network with a vocabulary of that size has no row for them."""
    words = review.dictionary.split(text)
    numbers, out = review.dictionary.numbers(words)
    encoding = replace(review.encoding, start_char=None, oov_char=None)
    _, lost, _ = apply_encoding(numbers, out, encoding)
    assert lost is not None  # always known where words are dropped
    if vocabulary is not None:
        lost = lost | (numbers.astype(np.int64) + encoding.index_from >= vocabulary)
    return tuple(word for word, is_lost in zip(words, lost, strict=True) if is_lost)


def _once(sequence: Sequence, edit: SequenceEdit) -> Sequence:
    return _review(sequence, edit) if isinstance(sequence, Review) else _plain(sequence, edit)


def _new_order(edit: SequenceEdit, place: int, count: int, to: int, more: int) -> list[int]:
    """What stands where: places of what was there, -1 for each of the ``more`` new ones."""
    order = list(range(count))
    if isinstance(edit, Move):
        order.insert(to, order.pop(place))
    elif isinstance(edit, Insert):
        order[place:place] = [-1] * more
    else:
        order[place : place + 1] = [-1] * more
    return order


def _filled(old: npt.NDArray[Any], order: npt.NDArray[np.intp], new: Any) -> npt.NDArray[Any]:
    """The rows in their new order, with the new ones where there are such."""
    rows = old[order]
    if (order < 0).any():
        rows[order < 0] = new
    return read_only(rows)


# -- reviews -------------------------------------------------------------------------------------


def _review(review: Review, edit: SequenceEdit) -> Review:
    first, last = review.span
    before = len(review) - (last - first) if review.encoding.padding == "pre" else 0
    mark = int(first == 0 < last and review.tokens[:1] == (START,))
    low, high = before + mark, before + last - first - 1  # the steps of words
    _check_words(edit, low, high)
    if isinstance(edit, Delete) and len(review.tokens) == 1 + (review.tokens[:1] == (START,)):
        raise EditError("“{edit}”: it is the only word. Replace it.", edit=edit)
    tokens, ids, unknown = _words(review, edit)
    place = edit.step - before + first
    to = edit.to - before + first if isinstance(edit, Move) else place
    order = np.array(_new_order(edit, place, len(review.tokens), to, len(tokens)), np.intp)
    words = iter(tokens)
    result = with_tokens(
        review,
        tuple(next(words) if at < 0 else review.tokens[at] for at in order),
        _filled(review.token_ids, order, ids),
        _filled(review.token_unknown, order, unknown),
    )
    begin, end = result.span
    new = np.flatnonzero(order < 0)
    if len(new) and not ((new >= begin) & (new < end)).any():
        raise EditError(
            "“{edit}”: it would be cut off, for all {count} steps are taken. Insert it elsewhere, "
            "or read more steps.",
            edit=edit,
            count=len(review),
        )
    return _with_given_padding(review, result, before, order)


def _check_words(edit: SequenceEdit, low: int, high: int) -> None:
    """Whether there are words at the steps of an edit.

    Raises:
        EditError: there is none at one of them.
    """
    steps = (edit.step, edit.to) if isinstance(edit, Move) else (edit.step,)
    most = high + isinstance(edit, Insert)
    for step in steps:
        if not low <= step <= most:
            raise EditError(
                "“{edit}”: there is no word at step {step}. The words are at the steps {first} to "
                "{last}.",
                edit=edit,
                step=step + 1,
                first=low + 1,
                last=high + 1,
            )


def _words(review: Review, edit: SequenceEdit) -> tuple[tuple[str, ...], Ids, Flags]:
    """The words that an edit brings, ``(N,)``, their ids, and which are unknown."""
    if not isinstance(edit, Replace | Insert):
        return (), np.zeros(0, np.int32), np.zeros(0, bool)
    content, encoding, dictionary = edit.content, review.encoding, review.dictionary
    if isinstance(content, int):
        ids = np.array([content], np.int32)
        return (
            (dictionary.word_of(content, encoding),),
            ids,
            dictionary.stand_for_unknown(ids, encoding.oov_char),
        )
    if not isinstance(content, str):
        raise EditError(
            "“{edit}”: a review has words, not rows of numbers. Name a word or an id.",
            edit=edit,
        )
    words = dictionary.split(content)
    numbers, out = dictionary.numbers(words)
    ids, dropped, unknown = apply_encoding(numbers, out, replace(encoding, start_char=None))
    if dropped is not None:
        words = [word for word, is_out in zip(words, dropped, strict=True) if not is_out]
    if not words:
        raise EditError("“{edit}”: there is no word in it that can be read.", edit=edit)
    return tuple(words), ids, unknown


def _with_given_padding(
    before: Review, after: Review, added: int, order: npt.NDArray[np.intp]
) -> Review:
    """Ids that were given as padding stay padding, where they are steps of their own."""
    first, last = before.span
    given = np.zeros(len(before.tokens), bool)
    given[first:last] = before.padding[added : added + last - first]
    if not given.any():
        return after
    begin, end = after.span
    padding = after.padding.copy()
    padding[~after.padding] = _filled(given, order, False)[begin:end]
    return replace(after, padding=read_only(padding))


# -- numbers, and ids without words --------------------------------------------------------------


def _plain(sequence: Sequence, edit: SequenceEdit) -> Sequence:
    count = len(sequence)
    for step in (edit.step, edit.to) if isinstance(edit, Move) else (edit.step,):
        if step >= count + isinstance(edit, Insert):
            raise EditError(
                "“{edit}”: there is no step {step}. There are {count}.",
                edit=edit,
                step=step + 1,
                count=count,
            )
    if isinstance(edit, Delete) and count == 1:
        raise EditError("“{edit}”: it is the only step. Replace it.", edit=edit)
    brings = isinstance(edit, Replace | Insert)
    new = _row(sequence, edit.content, edit) if isinstance(edit, Replace | Insert) else 0
    to = edit.to if isinstance(edit, Move) else 0
    order = np.array(_new_order(edit, edit.step, count, to, int(brings)), np.intp)
    name = sequence.steps[edit.step] if isinstance(edit, Replace) else _NEW
    return replace(
        sequence,
        inputs=_filled(sequence.inputs, order, new),
        steps=tuple(name if at < 0 else sequence.steps[at] for at in order),
        padding=_filled(sequence.padding, order, False),
    )


def _row(sequence: Sequence, content: Content, edit: Edit) -> Any:
    """The content as one step of the sequence: an id, or ``(F,)`` numbers."""
    if sequence.inputs.ndim == 1:
        if not isinstance(content, int):
            raise EditError(
                "“{edit}”: this sequence has ids without words. Name an id, as in id 5=17.",
                edit=edit,
            )
        return content
    width = sequence.inputs.shape[1]
    if not isinstance(content, tuple) or len(content) != width:
        raise EditError(
            "“{edit}”: this sequence has {count} numbers a step. Name as many, as in row 5={row}.",
            edit=edit,
            count=width,
            row=",".join(["0.5"] * min(width, 3)) + (",…" if width > 3 else ""),
        )
    return np.array(content, sequence.inputs.dtype)
