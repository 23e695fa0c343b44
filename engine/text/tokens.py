"""`Tokens`: the words of a text, cut out of its bytes only when they are asked for.

The rules are those by which Keras's IMDB ids were made: the bytes of the UTF-8 text,
ASCII letters lowercased, punctuation, tab and newline taken as spaces, split on the
space.  Nothing else separates words: a carriage return, a no-break space or a control
character stays part of its word, as it did in the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

FILTERS = b'!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'
"""What parts words besides the space; the apostrophe does not."""

START = "<start>"
"""What the start mark is called; no word can be, since ``<`` parts words."""

_TABLE = bytes(
    0x20 if byte in FILTERS else byte + 0x20 if 0x41 <= byte <= 0x5A else byte
    for byte in range(256)
)
_CHUNK = 1 << 20


def normalise(text: str) -> bytes:
    """The bytes of a text, lowercased, with spaces alone between words.

    Lone surrogates, which UTF-8 has no place for, go through.
    """
    return text.encode("utf-8", "surrogatepass").translate(_TABLE)


def words_of(normalised: bytes) -> list[bytes]:
    """The words of normalised bytes, undecoded."""
    return [word for word in normalised.split(b" ") if word]


def word_chunks(normalised: bytes) -> Iterator[list[bytes]]:
    """The same words, about a megabyte of text at a time, so that a book stays small."""
    first = 0
    while first < len(normalised):
        last = normalised.find(b" ", first + _CHUNK)
        last = len(normalised) if last < 0 else last
        yield words_of(normalised[first:last])
        first = last


def decode(word: bytes) -> str:
    """A word as a string that can be drawn."""
    return word.decode("utf-8", "replace")


class Tokens(Sequence[str]):
    """The words of a text, in order; compares equal to any sequence of the same words.

    Args:
        data: normalised bytes.
        bounds: ``(N, 2) int64``, where each word begins and ends in ``data``.
    """

    __slots__ = ("_bounds", "_data")

    def __init__(self, data: bytes, bounds: npt.NDArray[np.int64]) -> None:
        self._data = data
        self._bounds = bounds

    @classmethod
    def split(cls, normalised: bytes) -> Tokens:
        """The words of normalised bytes."""
        words = np.frombuffer(normalised, np.uint8) != 0x20
        edges = np.flatnonzero(np.diff(words, prepend=False, append=False))
        return cls(normalised, edges.astype(np.int64).reshape(-1, 2))

    def with_start(self) -> Tokens:
        """The same words after the start mark."""
        mark = START.encode()
        bounds = np.concatenate([[[0, len(mark)]], self._bounds + len(mark)])
        return Tokens(mark + self._data, bounds)

    def where(self, keep: npt.NDArray[np.bool_]) -> Tokens:
        """The words for which ``keep``, ``(N,) bool``, is true."""
        return Tokens(self._data, self._bounds[keep])

    def __len__(self) -> int:
        return len(self._bounds)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        if isinstance(at, slice):
            return tuple(
                decode(self._data[first:last]) for first, last in self._bounds[at].tolist()
            )
        first, last = self._bounds[at].tolist()
        return decode(self._data[first:last])

    def __iter__(self) -> Iterator[str]:
        for at in range(0, len(self), 4096):
            yield from self[at : at + 4096]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == its for mine, its in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} words: {' '.join(self[:8])}{' …' if len(self) > 8 else ''}>"


def tokenize(text: str) -> list[str]:
    """The words of a text."""
    return [decode(word) for word in words_of(normalise(text))]
