"""`Rules`: how a tokenizer cuts a text into words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.text.tokenizers.steps import NORMALIZERS, PARTERS, normalized, parted

Lower = Literal["no", "ascii", "unicode"]
"""Which capitals become small: none; A to Z, as in TensorFlow's string operations; all, as
in Python's ``str.lower``."""

KERAS_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'
"""What the ``Tokenizer`` of Keras leaves out unless told otherwise; not the apostrophe."""

PUNCTUATION = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
"""What ``TextVectorization`` strips; the apostrophe too."""

MAX_NGRAM = 100
"""Words that may make one."""

MAX_STEPS = 50

_SMALL = {code: code + 0x20 for code in range(0x41, 0x5B)}
_SPACE = re.compile("[\t\n\x0b\x0c\r ]+")


@dataclass(frozen=True)
class Rules:
    """How a text becomes words.

    Sources: ``text_to_word_sequence`` of ``keras_preprocessing/text.py``, and ``_preprocess``
    of ``keras/src/layers/preprocessing/text_vectorization.py``.

    Attributes:
        lower: which capitals become small.
        filters: characters that are no part of a word.
        removes: whether those vanish; if not, they part words.
        split: what parts words; "" for white space (ASCII's).
        characters: whether every character is a word, the space too.
        whole: whether a text is one word as it stands.
        ngrams: how many words make one, as in ``tf.strings.ngrams``: all of the first number,
            then all of the next; empty for the words alone.
        steps: of a tokenizer of Hugging Face, in place of all others
            (`engine.text.tokenizers.steps`).
    """

    lower: Lower = "unicode"
    filters: str = KERAS_FILTERS
    removes: bool = False
    split: str = " "
    characters: bool = False
    whole: bool = False
    ngrams: tuple[int, ...] = ()
    steps: tuple[str, ...] = ()

    def fold(self, text: str) -> str:
        """The text with its capitals made small, as far as the rules do that."""
        if self.steps:
            return normalized(text, self.steps)
        if self.lower == "unicode":
            return text.lower()
        return text.translate(_SMALL) if self.lower == "ascii" else text

    def has_word(self, text: str) -> bool:
        """Whether there is anything to read besides white space."""
        return any(map(str.strip, self.words(text)))

    def words(self, text: str) -> list[str]:
        """The words of a text, in order; those of several parts behind one another, as Keras has
        them: ``a``, ``b``, ``c``, ``a b``, ``b c`` for the numbers 1 and 2."""
        words = self._single(text)
        if not self.ngrams:
            return words
        return [
            " ".join(words[at : at + count])
            for count in self.ngrams
            for at in range(len(words) - count + 1)
        ]

    def _single(self, text: str) -> list[str]:
        if self.steps:
            return parted(text, self.steps)
        if self == IMDB_RULES:
            # Bytes are three times as fast, and this is what whole corpora are cut by.  Lone
            # surrogates, which could not be drawn, become replacement characters.
            data = text.encode("utf-8", "surrogatepass").translate(_IMDB_BYTES)
            return [word for word in data.decode("utf-8", "replace").split(" ") if word]
        text = self.fold(text)
        if self.filters:
            text = text.translate(_table(self.filters, "" if self.removes else self.split or " "))
        if self.characters:
            return list(text)
        if self.whole:
            return [text] if text else []
        parts = text.split(self.split) if self.split else _SPACE.split(text)
        return [word for word in parts if word]


def checked_steps(found: object) -> tuple[str, ...]:
    """Names of steps, once it is sure that they are.

    Raises:
        ValueError: one is none.
    """
    if not isinstance(found, list | tuple) or len(found) > MAX_STEPS:
        raise ValueError("steps that are none")
    if not all(step in NORMALIZERS or step in PARTERS for step in found):
        raise ValueError("a step that is none")
    return tuple(found)


def checked_ngrams(found: object) -> tuple[int, ...]:
    """How many words make one, as a configuration says it: none, a number, which stands for all
    up to it, or several numbers.

    Raises:
        ValueError: it is none of these.
    """
    counts = range(1, found + 1) if type(found) is int and found <= MAX_NGRAM else found
    if counts is None:
        return ()
    if not isinstance(counts, list | tuple | range) or len(counts) > MAX_NGRAM:
        raise ValueError("n-grams that are none")
    if not all(type(count) is int and 0 < count <= MAX_NGRAM for count in counts):
        raise ValueError("n-grams that are none")
    return tuple(counts)


IMDB_RULES = Rules(lower="ascii")
"""How the words of Keras's IMDB ids were cut: the bytes of the UTF-8 text, ASCII letters
lowercased, punctuation, tab and newline taken as spaces, split on the space.  Nothing else
separates words: a carriage return, a no-break space or a control character stays part of
its word, as it did in the data."""

_IMDB_BYTES = bytes(
    0x20 if chr(byte) in KERAS_FILTERS else _SMALL.get(byte, byte) for byte in range(256)
)


@lru_cache(maxsize=32)
def _table(filters: str, instead: str) -> dict[int, str]:
    return {ord(character): instead for character in filters}
