"""`Vocabulary`: words and their ranks, and the ids that an `Encoding` makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.text.tokens import START, decode, normalise, tokenize, word_chunks

if TYPE_CHECKING:
    from engine.text.review import Encoding

__all__ = ["IMDB_WORDS", "Vocabulary", "tokenize"]

IMDB_WORDS = Path(__file__).resolve().parents[2] / "assets" / "vocabulary" / "imdb.txt"
"""The 10,000 most frequent words of the IMDB reviews, made by `engine.text.word_ranks`."""

UNKNOWN = "<unknown>"
"""What an id that stands for unknown words is called where the word is not known."""


class Vocabulary:
    """Words by rank: 1 is the most frequent.

    Args:
        words: undecoded and lowercased, the most frequent first, each once.
        title: what to call it on screen.
    """

    def __init__(self, words: Iterable[bytes], title: str = "") -> None:
        self._words = list(words)
        self.title = title

    @classmethod
    @lru_cache(maxsize=1)
    def imdb(cls) -> Vocabulary:
        """The first 10,000 words of the IMDB reviews, in the order of Keras's index.

        Raises:
            TextError: the asset is missing.
        """
        return cls.read(IMDB_WORDS, "IMDB")

    @classmethod
    def read(cls, path: Path, title: str = "") -> Vocabulary:
        """A vocabulary from a UTF-8 file of one word a line, the most frequent first.

        Raises:
            TextError: the file cannot be read.
        """
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as error:
            raise TextError(
                "The word list {path} cannot be read: {reason}. Install Gatescope again.",
                path=path,
                reason=error.strerror or error,
            ) from error
        # Only a newline ends a word: a carriage return is a character of some.
        if lines and not lines[-1]:
            lines.pop()
        return cls(lines, title)

    def write(self, path: Path) -> None:
        """Write the file that `read` reads."""
        path.write_bytes(b"".join(word + b"\n" for word in self._words))

    @property
    def undecoded(self) -> tuple[bytes, ...]:
        """The words as bytes, the most frequent first."""
        return tuple(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[str]:
        return map(decode, self._words)

    def __contains__(self, word: str) -> bool:
        return self.rank_of(word) is not None

    @cached_property
    def _ranks(self) -> dict[bytes, int]:
        return dict(zip(self._words, range(1, len(self._words) + 1), strict=True))

    def rank_of(self, word: str) -> int | None:
        """The place of a word, 1 the most frequent; None where it is not in the list."""
        return self._ranks.get(normalise(word))

    def word_at(self, rank: int) -> str | None:
        """The word of a rank; None where there is none."""
        return decode(self._words[rank - 1]) if 1 <= rank <= len(self._words) else None

    def id_of(self, word: str, encoding: Encoding) -> int | None:
        """The id of a word; ``oov_char`` where it is unknown, None where it is dropped."""
        rank = self.rank_of(word)
        if rank is None or not encoding.admits(rank + encoding.index_from):
            return encoding.oov_char
        return rank + encoding.index_from

    def word_of(self, id: int, encoding: Encoding) -> str:
        """The word of an id: "" for padding, "<start>", "<unknown>", or "#" and the id
        where the vocabulary ends before it."""
        word = self.word_at(id - encoding.index_from)
        if word is not None:
            return word
        if id == 0:
            return ""
        if id == encoding.start_char:
            return START
        return UNKNOWN if id == encoding.oov_char else f"#{id}"

    def ranks(self, normalised: bytes) -> npt.NDArray[np.int32]:
        """The ranks of all words of normalised bytes, ``(N,) int32``; 0 where unknown."""
        parts = [
            np.fromiter(map(self._ranks.get, words, repeat(0)), np.int32, len(words))
            for words in word_chunks(normalised)
        ]
        return np.concatenate(parts) if parts else np.zeros(0, np.int32)
