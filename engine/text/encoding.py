"""How words become a sequence of ids: `Encoding`, `apply_encoding` and `pad`.

The choices are those of ``keras.datasets.imdb.load_data`` and ``keras.utils.pad_sequences``,
under their names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

Side = Literal["pre", "post"]
Ids = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Encoding:
    """How words become a sequence of ids; the names mean what they mean in Keras.

    The id of a word is its number in a dictionary and ``index_from``.  ``num_words=None``
    keeps every word; each network then limits the ids to those that it has
    (`engine.text.review.Review.within`).  ``length=None`` neither pads nor cuts.
    ``fills=False`` cuts to the length and leaves what is shorter as it is.
    ``oov_char=None`` drops unknown words.  As in Keras, ``skip_top`` and ``num_words``
    are held against ids, not ranks, the start mark's included.
    """

    num_words: int | None = None
    skip_top: int = 0
    start_char: int | None = 1
    oov_char: int | None = 2
    index_from: int = 3
    length: int | None = 100
    padding: Side = "pre"
    truncating: Side = "pre"
    fills: bool = True

    def at(self, length: int) -> Encoding:
        """In the length of a network: a text that nothing else brings to a length is filled, too."""
        return replace(self, length=length, fills=self.fills or self.length is None)

    def steps(self, count: int) -> int | None:
        """The steps to which so many ids are brought, None where they are left."""
        return self.length if self.fills or self.length is None else min(self.length, count)

    def admits(self, id: int) -> bool:
        """Whether an id lies between ``skip_top`` and ``num_words``."""
        return self.skip_top <= id and (not self.num_words or id < self.num_words)


DEFAULT = Encoding()
"""Keras's encoding, 100 steps."""


def apply_encoding(
    numbers: Ids, unknown: Flags, encoding: Encoding
) -> tuple[Ids, Flags | None, Flags]:
    """The ids of words, with the start mark, as ``load_data`` makes them; not padded.

    Takes the words' ``numbers``, ``(N,) int32``, and which are ``unknown``, ``(N,) bool``: their
    numbers say which of several ids for unknown words they get, 0 for ``oov_char`` itself.

    Returns:
        the ids ``(M,) int32``; which of the words (start mark included) were dropped,
        ``(N or N + 1,) bool``, or None; which ids stand for unknown words, ``(M,) bool``.
    """
    ids = numbers.astype(np.int64) + encoding.index_from
    out = unknown | (ids < 0)
    if encoding.start_char is not None:
        ids = np.concatenate([[encoding.start_char], ids])
        out = np.concatenate([[False], out])
    if encoding.skip_top:
        out |= ids < encoding.skip_top
    if encoding.num_words:
        out |= ids >= encoding.num_words
    if encoding.oov_char is None:
        return ids[~out].astype(np.int32), out, np.zeros(len(ids) - int(out.sum()), bool)
    first = len(ids) - len(numbers)  # the start mark
    own = np.full(len(ids), encoding.oov_char, np.int64)
    own[first:] += np.where(unknown, numbers, 0)
    if encoding.num_words:
        own[own >= encoding.num_words] = encoding.oov_char
    ids[out] = own[out]
    return ids.astype(np.int32), None, out


def pad(
    ids: npt.ArrayLike,
    length: int | None,
    padding: Side = "pre",
    truncating: Side = "pre",
) -> tuple[Ids, tuple[int, int]]:
    """One sequence brought to a length, as ``keras.utils.pad_sequences`` does; None leaves it.

    Returns:
        ``(length,) int32``, and the part ``[first, last)`` of the ``(N,)`` ids that was not cut.

    Raises:
        ValueError: ``length`` is below 1.
    """
    ids = np.asarray(ids, np.int32)
    if length is None:
        return ids, (0, len(ids))
    if length < 1:
        raise ValueError("a sequence has at least one step")
    surplus = max(len(ids) - length, 0)
    first, last = (surplus, len(ids)) if truncating == "pre" else (0, len(ids) - surplus)
    padded = np.zeros(length, np.int32)
    at = 0 if padding == "post" else length - (last - first)
    padded[at : at + last - first] = ids[first:last]
    return padded, (first, last)
