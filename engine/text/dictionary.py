"""`Dictionary`: words to the ids that a network reads, and back.

There is one form, whatever it comes from: IMDB's index, a Keras tokenizer, a list of words,
a ``TextVectorization``.  The words, their numbers and how a text is cut are the
`Tokenizer`'s; a `Dictionary` adds how numbers become the ids of one network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, repeat
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.text.encoding import DEFAULT, Encoding, Ids
from engine.text.tokenizers.rules import IMDB_RULES
from engine.text.tokenizers.tokenizer import Tokenizer

IMDB_WORDS = Path(__file__).resolve().parents[2] / "assets" / "vocabulary" / "imdb.txt"
"""The 10,000 most frequent words of the IMDB reviews, made by `engine.text.word_ranks`."""

START = "<start>"
"""What the start mark is called; no word of a review can be, since ``<`` parts words."""

UNKNOWN = "<unknown>"
"""What an id that stands for unknown words is called where the word is not known."""

PADDING_NAMES = frozenset({"", "<pad>", "[pad]", "<padding>", "pad"})
"""What dictionaries call the padding, in small letters."""

IMDB_MARKS = (DEFAULT.index_from, DEFAULT.start_char, DEFAULT.oov_char)
"""Offset, start mark and id of unknown words in ``load_data``."""

_PIECE = 1 << 16
"""Words that are looked up at once."""


@dataclass(frozen=True, eq=False)
class Dictionary:
    """A `Tokenizer`, and how its numbers become the ids of a network.  Equal only to itself.

    Attributes:
        tokenizer: words and numbers.
        offset: the id of a word is its number and this.
        start: the id of the start mark, None where texts begin without one.
        unknown: the id that is read for a word that is not in the dictionary; None drops
            such words.
    """

    tokenizer: Tokenizer
    offset: int = 0
    start: int | None = None
    unknown: int | None = None

    @property
    def marks(self) -> tuple[int, int | None, int | None]:
        """Offset, start mark and id of unknown words."""
        return self.offset, self.start, self.unknown

    @property
    def is_imdb(self) -> bool:
        """Whether its ids are those of ``load_data``: all corpora and many networks have
        them, and differ only in how many they know."""
        return self.tokenizer.kind == "ranks" and self.marks == IMDB_MARKS

    def agrees_with(self, other: Dictionary) -> bool:
        """Whether a word that both know has one id."""
        return self is other or (self.is_imdb and other.is_imdb)

    def encoding(self, base: Encoding = DEFAULT) -> Encoding:
        """The encoding of its texts; length, sides and ``num_words`` from ``base``, unless
        the tokenizer has its own."""
        tokenizer = self.tokenizer
        return replace(
            base,
            start_char=self.start,
            oov_char=self.unknown,
            index_from=self.offset,
            length=tokenizer.length or (base.length if tokenizer.fills else None),
            padding=tokenizer.side or base.padding,
            truncating=tokenizer.side or base.truncating,
            fills=tokenizer.fills,
        )

    def split(self, text: str) -> list[str]:
        """The words of a text, in order."""
        return self.tokenizer.split(text)

    def numbers(self, words: Iterable[str]) -> tuple[Ids, npt.NDArray[np.bool_]]:
        """The numbers of words as `split` cuts them, ``(N,) int32``; and which of them are not
        there, ``(N,) bool``: those have 0, or which of several ids for unknown words is theirs."""
        remaining, parts = iter(words), [np.zeros(0, np.int32)]
        buckets, shares = self.tokenizer.buckets, []
        # Piece by piece: numpy does not let other threads run in between.
        while piece := list(islice(remaining, _PIECE)):
            looked_up = map(self.tokenizer.numbers.get, piece, repeat(-1))
            parts.append(np.fromiter(looked_up, np.int32, len(piece)))
            if buckets is not None:
                shares += [buckets.of(piece[at]) for at in np.flatnonzero(parts[-1] < 0)]
        numbers = np.concatenate(parts)
        unknown = numbers < 0
        if self.tokenizer.limit is not None:
            unknown |= numbers >= self.tokenizer.limit
        numbers[unknown] = shares or 0
        return numbers, unknown

    def stand_for_unknown(self, ids: Ids, mark: int | None) -> npt.NDArray[np.bool_]:
        """Which of some ids of any shape stand for unknown words, ``(...) bool``, if the first that
        does is ``mark``; with None none does."""
        buckets = self.tokenizer.buckets
        if mark is None:
            return np.zeros(np.shape(ids), bool)
        last = mark if buckets is None else mark + buckets.count - 1
        return (ids >= mark) & (ids <= last)

    def id_of(self, word: str, encoding: Encoding | None = None) -> int | None:
        """The id of a word, in capitals or not as far as its dictionary minds them, with the
        marks and limits of an encoding (the dictionary's own if None); ``oov_char`` where it is
        unknown, None where it is dropped."""
        marks = encoding or self.encoding()
        (number,), (unknown,) = self.numbers([self.tokenizer.rules.fold(word)])
        id = int(number) + marks.index_from
        if not unknown and marks.admits(id):
            return id
        share = int(number) if unknown else 0
        return None if marks.oov_char is None else marks.oov_char + share

    def word_of(self, id: int, encoding: Encoding | None = None) -> str:
        """What any id is called, with the marks of an encoding (the dictionary's own if None):
        "" for padding, "<start>", the word, "<unknown>", or "#" and the id where the dictionary
        has none for it."""
        marks = encoding or self.encoding()
        if (word := self.tokenizer.words.get(id - marks.index_from)) is not None:
            return "" if id == 0 and word.lower() in PADDING_NAMES else word
        if id == marks.start_char:
            return START
        if self.stand_for_unknown(np.array(id, np.int32), marks.oov_char):
            return UNKNOWN
        return "" if id == 0 else f"#{id}"

    def preview(self, count: int = 10) -> Sequence[tuple[int, str]]:
        """The first ids with what they are called."""
        return [(id, self.word_of(id)) for id in range(count)]


def ranked(words: Iterable[str], title: str = "") -> Dictionary:
    """A dictionary with the ids of ``load_data``, of words as `IMDB_RULES` cut them, the most
    frequent first, each once."""
    numbers = {word: rank for rank, word in enumerate(words, 1)}
    return Dictionary(Tokenizer(numbers, "ranks", IMDB_RULES, title), *IMDB_MARKS)


@lru_cache(maxsize=1)
def imdb() -> Dictionary:
    """The first 10,000 words of the IMDB reviews, in the order of Keras's index.

    Raises:
        TextError: the asset is missing.
    """
    return read_ranked(IMDB_WORDS, "IMDB")


def read_ranked(path: Path, title: str = "") -> Dictionary:
    """A dictionary from a UTF-8 file of one word a line, the most frequent first.

    Raises:
        TextError: the file cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise TextError(
            "The word list {path} cannot be read: {reason}. Install Gatescope again.",
            path=path,
            reason=error.strerror or error,
        ) from error
    # Only a newline ends a word: a carriage return is a character of some.
    return ranked(text.removesuffix("\n").split("\n") if text else (), title)


def write_ranked(words: Iterable[str], path: Path) -> None:
    """Write the file that `read_ranked` reads."""
    path.write_bytes("".join(f"{word}\n" for word in words).encode())
