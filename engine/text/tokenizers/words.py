"""`Words`: a dictionary with the ids that one network gives its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import repeat

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.text.review import DEFAULT, Encoding, Ids, Review, lay_out
from engine.text.tokenizers.rules import IMDB_RULES
from engine.text.tokenizers.tokenizer import Tokenizer
from engine.text.tokens import START
from engine.text.vocabulary import UNKNOWN, Vocabulary

PADDING_NAMES = frozenset({"", "<pad>", "[pad]", "<padding>", "pad"})
"""What dictionaries call the padding, in small letters."""


@dataclass(frozen=True, eq=False)
class Words:
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

    def ids(
        self, words: Iterable[str], size: int | None = None
    ) -> tuple[Ids, npt.NDArray[np.bool_]]:
        """The ids of words, ``(N,) int32``, and which of them are unknown, ``(N,) bool``.

        Args:
            words: as `Rules.words` cuts them.
            size: how many ids the network knows; words beyond are unknown.

        An unknown word has the id `unknown`, or 0 where that is None or beyond ``size``.
        """
        found = np.fromiter(map(self.tokenizer.numbers.get, words, repeat(-1)), np.int64)
        ids = found + self.offset
        out = (found < 0) | (ids < 0)
        if self.tokenizer.limit is not None:
            out |= found >= self.tokenizer.limit
        if size is not None:
            out |= ids >= size
        ids[out] = _readable(self.unknown, size)
        # A dictionary may have a word of its own for unknown ones, which is not unknown.
        return ids.astype(np.int32), out

    def word_of(self, id: int, encoding: Encoding | None = None) -> str:
        """What an id is called: "" for padding, "<start>", the word, "<unknown>", or "#" and
        the id where the dictionary has none for it."""
        word = self.tokenizer.words.get(id - self.offset)
        if word is not None:
            return "" if id == 0 and word.lower() in PADDING_NAMES else word
        if id == self.start:
            return START
        if id == self.unknown:
            return UNKNOWN
        return "" if id == 0 else f"#{id}"

    def encoding(self, base: Encoding = DEFAULT) -> Encoding:
        """The encoding of its texts; length, sides and ``num_words`` from ``base``, unless
        the tokenizer has its own."""
        tokenizer = self.tokenizer
        return replace(
            base,
            start_char=self.start,
            oov_char=self.unknown,
            index_from=self.offset,
            length=tokenizer.length or base.length,
            padding=tokenizer.side or base.padding,
            truncating=tokenizer.side or base.truncating,
        )

    @cached_property
    def highest(self) -> int:
        """The largest id that a word can have."""
        return self.tokenizer.highest + self.offset


def encode_words(
    text: str,
    words: Words,
    encoding: Encoding = DEFAULT,
    size: int | None = None,
    label: int | None = None,
    title: str = "",
    number: int | None = None,
) -> Review:
    """The review that a network with its own dictionary reads of a text.

    Args:
        text: as it was found or typed.
        words: the network's.
        encoding: its length, sides, ``num_words`` and ``skip_top`` count; the rest is the
            dictionary's.
        size: how many ids the network knows.

    Raises:
        TextError: there is no word in the text, or none that is not dropped.
    """
    tokens = words.tokenizer.rules.words(text)
    if not tokens:
        if not text.strip():
            raise TextError("There is no text to read. Type or paste a review.")
        raise TextError("There is no word in this text, only punctuation. Type at least one word.")
    most = min((one for one in (size, encoding.num_words) if one), default=None)
    ids, unknown = words.ids(tokens, most)
    if encoding.skip_top:
        unknown |= ids < encoding.skip_top
        ids[unknown] = _readable(words.unknown, most)
    if words.unknown is None:
        tokens = [word for word, out in zip(tokens, unknown.tolist(), strict=True) if not out]
        ids, unknown = ids[~unknown], np.zeros(len(tokens), bool)
    if words.start is not None:
        tokens = [START, *tokens]
        ids = np.concatenate([np.array([words.start], np.int32), ids])
        unknown = np.concatenate([[False], unknown])
    return lay_out(
        tuple(tokens),
        ids,
        unknown,
        replace(words.encoding(encoding), length=encoding.length, num_words=most),
        text=text,
        label=label,
        title=title,
        number=number,
        words=words,
    )


def review_read_by(review: Review, words: Words | None, size: int | None = None) -> Review:
    """The same words in the same steps, as a network reads them.

    Where a network has no word for a step, it reads its id for unknown words there, or 0
    if it has none: networks side by side share their time steps, so none is dropped.  A
    network without a start mark reads 0 at that step.

    It costs one look-up a word of the whole text, about a millisecond for four thousand,
    and nothing where the review was made with these words.

    Args:
        review: made with any dictionary.
        words: the network's own; None where it reads the ids of the review's corpus, or
            IMDB's.
        size: how many ids the network knows.

    Raises:
        TextError: as `Review.within`.
    """
    if review.words is words:
        return review if size is None else review.within(size)
    if words is None:
        words = imdb_words()
    tokens = review.tokens
    marked = review.encoding.start_char is not None and len(tokens) > 0 and tokens[0] == START
    ids, unknown = words.ids(map(words.tokenizer.rules.fold, tokens), size)
    start = 0
    if marked:
        start = _readable(words.start, size)
        ids[0], unknown[0] = start, False
    first, last = review.kept
    inputs, unknown_steps = np.zeros(len(review), np.int32), np.zeros(len(review), bool)
    inputs[~review.padding] = ids[first:last]
    unknown_steps[~review.padding] = unknown[first:last]
    for array in (inputs, ids, unknown_steps):
        array.flags.writeable = False
    encoding = replace(
        words.encoding(review.encoding),
        start_char=start if marked else None,
        oov_char=_readable(words.unknown, size),
        length=review.encoding.length,
        padding=review.encoding.padding,
        truncating=review.encoding.truncating,
        num_words=size,
    )
    return replace(
        review,
        inputs=inputs,
        token_ids=ids,
        unknown=unknown_steps,
        encoding=encoding,
        words=words,
    )


@lru_cache(maxsize=1)
def imdb_words() -> Words:
    """IMDB's words as Keras's ``load_data`` numbers them: rank + 3, start 1, unknown 2."""
    vocabulary = Vocabulary.imdb()
    numbers = dict(zip(vocabulary, range(1, len(vocabulary) + 1), strict=True))
    return Words(Tokenizer(numbers, "imdb", IMDB_RULES, "IMDB"), 3, 1, 2)


def preview(words: Words, count: int = 10) -> Sequence[tuple[int, str]]:
    """The first ids with what they are called."""
    return [(id, words.word_of(id)) for id in range(count)]


def _readable(id: int | None, size: int | None) -> int:
    return 0 if id is None or (size is not None and id >= size) else id
