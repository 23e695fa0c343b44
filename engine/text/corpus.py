"""`Corpus`: many reviews, read one at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note, TextError
from engine.paged import let_go
from engine.progress import ShouldStop, check
from engine.text.dictionary import Dictionary
from engine.text.encoding import DEFAULT, Encoding, Ids, apply_encoding, pad
from engine.text.review import Review, encode, from_numbers

Numbers = npt.NDArray[np.int64]

_CHUNK = 1 << 20


class Corpus(ABC):
    """Reviews by number, ``0 .. len(corpus) - 1``; nothing is read before it is asked for.

    Attributes:
        title: how a person would name it.
        labels: ``(N,) int8``: 1 positive, 0 negative, -1 none.
        lengths: ``(N,) int32``, the number of ids of each, start mark included.
        notes: what is odd about them, to be shown.
        beside: how many reviews the same source has besides, to test with; 0 where it has none.
    """

    title: str
    labels: npt.NDArray[np.int8]
    lengths: npt.NDArray[np.int32]
    notes: tuple[Note, ...] = ()
    beside: int = 0

    @property
    @abstractmethod
    def dictionary(self) -> Dictionary:
        """The words of its ids, by rank."""

    @abstractmethod
    def text(self, n: int) -> str:
        """The raw text of a review, words parted by spaces where only ids are known."""

    @abstractmethod
    def ranks(self, n: int) -> Ids:
        """The ranks of a review's words, ``(L,) int32``; 0 where a word is unknown."""

    @property
    @abstractmethod
    def _all_texts(self) -> tuple[npt.NDArray[np.uint8], Numbers, Numbers]:
        """All texts in UTF-8, one after the other, ``(bytes,) uint8``; where each begins and
        the last ends, ``(N + 1,)``; the number of each, ``(N,)``."""

    def __len__(self) -> int:
        return len(self.labels)

    def let_go(self) -> None:
        """Take out of memory what can be read from the disk again."""
        let_go(*self._on_disk)

    @property
    def _on_disk(self) -> tuple[npt.NDArray[Any], ...]:
        """What lies there."""
        return ()

    def label(self, n: int) -> int | None:
        """1 positive, 0 negative, None unknown."""
        label = int(self.labels[n])
        return None if label < 0 else label

    def ids(self, n: int) -> Ids:
        """All ids of a review in Keras's default encoding, ``(length,) int32``."""
        return encode_ranks(self.ranks(n), DEFAULT)

    def words(self, n: int) -> Sequence[str]:
        """The words of a review, ``L`` of them."""
        return self.dictionary.split(self.text(n))

    def review(
        self,
        n: int,
        encoding: Encoding = DEFAULT,
        dictionary: Dictionary | None = None,
        size: int | None = None,
    ) -> Review:
        """A review as a network with that ``dictionary`` (the corpus's own if None) reads it;
        ``size`` is that of `encode`.

        Raises:
            TextError: there is no such review, or the encoding drops every word.
        """
        check_number(n, len(self))
        text = self.text(n)
        if dictionary is not None and not dictionary.agrees_with(self.dictionary):
            review = encode(text, dictionary, encoding, size)
        else:
            ranks = self.ranks(n)
            review = from_numbers(ranks, ranks == 0, self.words(n), self.dictionary, encoding, text)
        return replace(review, label=self.label(n), title=f"{self.title} #{n}", number=n)

    def matrix(
        self,
        indices: npt.ArrayLike,
        encoding: Encoding = DEFAULT,
    ) -> npt.NDArray[np.int32]:
        """Reviews ``(n,)`` padded and cut to the encoding's length, or the longest review's, as
        ``pad_sequences`` returns them: ``(n, T) int32``."""
        numbers = np.asarray(indices, np.int64)
        steps = encoding.length or int(self.lengths[numbers].max(initial=1))
        rows = np.empty((len(numbers), steps), np.int32)
        for row, number in zip(rows, numbers.tolist(), strict=True):
            ids = encode_ranks(self.ranks(number), encoding)
            row[:], _ = pad(ids, steps, encoding.padding, encoding.truncating)
        return rows

    def search(
        self,
        query: str = "",
        label: int | None = None,
        shortest: int = 0,
        longest: int | None = None,
        should_stop: ShouldStop | None = None,
    ) -> Numbers:
        """The numbers of the reviews that match, rising, ``(k,) int64``.

        The query stands somewhere in the text, in capitals or not; "" matches every text.  A label
        of -1 is of reviews without one, None matches every label.  Lengths are in words, without
        the start mark.  ``should_stop`` is asked about every megabyte.

        Raises:
            Cancelled: ``should_stop`` became true.
        """
        words = self.lengths - 1
        wanted = words >= shortest
        if longest is not None:
            wanted &= words <= longest
        if label is not None:
            wanted &= self.labels == label
        if query:
            wanted &= self._containing(query, should_stop)
        return np.flatnonzero(wanted)

    def _containing(self, query: str, should_stop: ShouldStop | None) -> npt.NDArray[np.bool_]:
        matches = np.zeros(len(self), bool)
        sought = query.lower().encode("utf-8", "surrogatepass")
        texts, offsets, numbers = self._all_texts
        for first, last in chunk_rows(offsets):
            check(should_stop)
            self.let_go()
            chunk = texts[offsets[first] : offsets[last]].tobytes()
            places = offsets[first : last + 1] - offsets[first]
            if query.isascii():
                hits = _rows_with(sought, chunk.lower(), places)
            else:
                # Other scripts change their length with their case: one text at a time.
                hits = [
                    row
                    for row, (begin, end) in enumerate(pairwise(places.tolist()))
                    if query.lower() in chunk[begin:end].decode("utf-8", "surrogatepass").lower()
                ]
            matches[numbers[first:last][hits]] = True
        return matches


def encode_ranks(ranks: Ids, encoding: Encoding) -> Ids:
    """The ids of ranks, ``(L,) int32`` with 0 where a word is unknown; ``(M,) int32``."""
    return apply_encoding(ranks, ranks == 0, encoding)[0]


def check_number(number: int, count: int) -> None:
    """Raise TextError unless there is a review of that number among so many."""
    if not 0 <= number < count:
        raise TextError(
            "There is no review {number}. The reviews are numbered from 0 to {last}.",
            number=number,
            last=count - 1,
        )


def _rows_with(sought: bytes, texts: bytes, offsets: Numbers) -> list[int]:
    """Which of the texts, that stand one after the other, contain the bytes sought."""
    rows: list[int] = []
    at = texts.find(sought)
    while at >= 0:
        row = int(np.searchsorted(offsets, at, "right")) - 1
        end = int(offsets[row + 1])
        if at + len(sought) <= end:
            rows.append(row)
            at = texts.find(sought, end)
        else:
            # It runs over into the next text: neither contains it there.
            at = texts.find(sought, at + 1)
    return rows


def chunk_rows(offsets: Numbers) -> Iterator[tuple[int, int]]:
    """Runs ``[first, last)`` of ``N`` texts, each of about a megabyte, at least one text, from
    where each begins and the last ends, ``(N + 1,)``."""
    first, count = 0, len(offsets) - 1
    while first < count:
        last = int(np.searchsorted(offsets, offsets[first] + _CHUNK, "right")) - 1
        last = min(max(last, first + 1), count)
        yield first, last
        first = last
