"""`Review`: a text turned into the ids that a network reads, remembering how."""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field, replace
from itertools import compress

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.sequence import Sequence, read_only
from engine.text.dictionary import START, Dictionary, imdb
from engine.text.encoding import DEFAULT, Encoding, Flags, Ids, apply_encoding, pad


@dataclass(frozen=True)
class Counts:
    """What the steps of a review are: ``padding``, start ``marks`` (0 or 1) and ``words``, which
    together are all of them; and how many words of the text were ``cut``, that are no steps."""

    padding: int
    marks: int
    words: int
    cut: int


@dataclass(frozen=True, eq=False)
class Review(Sequence):
    """A `Sequence` made from a text: its words are its steps.

    Attributes:
        text: the raw text, as it was found or typed; "" where only ids are known.
        tokens: every word of the whole text, with "<start>" in front where the
            encoding has a start mark, without the words that it drops; length ``N``.
        token_ids: the ids of those, before padding and cutting, ``(N,) int32``.
        span: the part ``[first, last)`` of the tokens that was not cut.
        unknown: ``(T,) bool``, true where a word is not in the dictionary, so the
            network reads ``oov_char`` in its place; ``steps`` still has the word.
        encoding: how it was made.
        number: its place in its corpus, or None.
        dictionary: which its ids are from.
    """

    text: str = field(default="", repr=False)
    tokens: tuple[str, ...] = field(default=(), repr=False)
    token_ids: Ids = field(default_factory=lambda: np.zeros(0, np.int32), repr=False)
    span: tuple[int, int] = (0, 0)
    unknown: Flags = field(default_factory=lambda: np.zeros(0, bool), repr=False)
    encoding: Encoding = DEFAULT
    number: int | None = None
    dictionary: Dictionary = field(default_factory=imdb, repr=False)

    @property
    def counts(self) -> Counts:
        """What the steps are, and what was cut; the start mark is no word."""
        first, last = self.span
        mark = int(self.tokens[:1] == (START,))
        read = int(mark and first == 0 < last)
        words = last - first - read
        return Counts(int(self.padding.sum()), read, words, len(self.tokens) - mark - words)

    @property
    def all_unknown(self) -> bool:
        """Whether no word that the network reads is in its dictionary."""
        words = ~self.padding & np.array([step != START for step in self.steps], bool)
        return bool(self.unknown[words].all())

    @property
    def token_unknown(self) -> Flags:
        """``(N,) bool``: `unknown` for the whole text, cut words included."""
        unknown = self.dictionary.stand_for_unknown(self.token_ids, self.encoding.oov_char)
        if self.encoding.start_char == self.encoding.oov_char:  # a mark that is not read
            unknown[:1] = False
        return unknown

    def within(self, vocabulary_size: int) -> Review:
        """The review as a network with that many ids reads it.

        Ids that it does not have become ``oov_char``, or are dropped where that is None.

        Raises:
            TextError: every word was dropped.
        """
        beyond = self.token_ids >= vocabulary_size
        if not beyond.any():
            return self
        limit = min(vocabulary_size, self.encoding.num_words or vocabulary_size)
        encoding = replace(self.encoding, num_words=limit)
        if encoding.oov_char is None:
            return _lay_out(
                replace(self, encoding=encoding),
                tuple(compress(self.tokens, ~beyond)),
                self.token_ids[~beyond],
                np.zeros(int((~beyond).sum()), bool),
            )
        token_ids = np.where(beyond, np.int32(encoding.oov_char), self.token_ids)
        out = (self.inputs >= vocabulary_size) & ~self.padding
        inputs = np.where(out, np.int32(encoding.oov_char), self.inputs).astype(np.int32)
        return replace(
            self,
            inputs=read_only(inputs),
            token_ids=read_only(token_ids),
            unknown=read_only(self.unknown | out),
            encoding=encoding,
        )


def encode(
    text: str,
    dictionary: Dictionary,
    encoding: Encoding | None = None,
    size: int | None = None,
) -> Review:
    """The review that a network reads of a text; it has no label, title and number yet.

    Without ``encoding`` it is the dictionary's own.  ``size`` is how many ids the network knows,
    words beyond are unknown; None where each network limits them itself (`Review.within`).

    Raises:
        TextError: the text is empty, has no word, or has none that is not dropped.
    """
    words = dictionary.split(text)
    numbers, unknown = dictionary.numbers(words)
    encoding = encoding or dictionary.encoding()
    if size is not None:
        encoding = within_size(encoding, size)
    return from_numbers(numbers, unknown, words, dictionary, encoding, text)


def within_size(encoding: Encoding, size: int) -> Encoding:
    """The encoding for a network that knows ``size`` ids: words beyond are unknown."""
    size = min(size, encoding.num_words or size)
    mark = encoding.oov_char
    mark = None if mark is None else _readable(mark, size)
    return replace(encoding, num_words=size, oov_char=mark)


def from_numbers(
    numbers: Ids,
    unknown: Flags,
    words: abc.Sequence[str],
    dictionary: Dictionary,
    encoding: Encoding,
    text: str,
) -> Review:
    """The review of ``N`` words whose numbers in a dictionary, ``(N,) int32``, are known, and
    which of them are not in it, ``(N,) bool``.

    Raises:
        TextError: there is no word, or none that is not dropped.
    """
    if not len(words):
        if not text.strip():
            raise TextError("There is no text to read. Type or paste a review.")
        raise TextError("There is no word in this text, only punctuation. Type at least one word.")
    token_ids, dropped, unknown = apply_encoding(numbers, unknown, encoding)
    tokens = tuple(words) if encoding.start_char is None else (START, *words)
    if dropped is not None:
        tokens = tuple(compress(tokens, ~dropped))
    return _lay_out(_blank(dictionary, encoding, text), tokens, token_ids, unknown)


def from_ids(ids: npt.ArrayLike, dictionary: Dictionary, encoding: Encoding = DEFAULT) -> Review:
    """The review of ids ``(N,)`` that are read as they stand: only padded and cut.

    The encoding's other choices say what the ids mean, for their names.  Ids that are
    padding already (0 at either end) are named "" but count as steps that were given.

    Raises:
        TextError: there is no id, one is negative, or too large for 32 bits.
    """
    wide = np.asarray(ids)
    if not wide.size:
        raise TextError("There are no ids to read. Give at least one whole number.")
    wrong = wide[(wide < 0) | (wide > np.iinfo(np.int32).max)]
    if wrong.size:
        raise TextError(
            "{id} cannot be the id of a word. Ids are whole numbers from 0.", id=int(wrong[0])
        )
    token_ids = wide.astype(np.int32)
    names = {id: dictionary.word_of(id, encoding) for id in np.unique(token_ids).tolist()}
    tokens = tuple(map(names.__getitem__, token_ids.tolist()))
    unknown = dictionary.stand_for_unknown(token_ids, encoding.oov_char)
    return _lay_out(_blank(dictionary, encoding, ""), tokens, token_ids, unknown)


def with_tokens(review: Review, tokens: tuple[str, ...], token_ids: Ids, unknown: Flags) -> Review:
    """The review with these ``N`` words in place of its own, their ids ``(N,)`` and which are
    unknown, ``(N,)``; padded and cut as it is.  It keeps the text that it was made from.

    Raises:
        TextError: there is no word.
    """
    return _lay_out(review, tokens, token_ids, unknown)


def read_by(review: Review, dictionary: Dictionary, size: int | None = None) -> Review:
    """The same words in the same steps, as a network with another dictionary and so many ids
    reads them.

    Where a network has no word for a step, it reads its id for unknown words there, or 0
    if it has none: networks side by side share their time steps, so none is dropped.  A
    network without a start mark reads 0 at that step.

    It costs one look-up a word of the whole text, about a millisecond for four thousand,
    and nothing where the review was made with this dictionary, or both have IMDB's ids.

    Raises:
        TextError: as `Review.within`.
    """
    if dictionary.agrees_with(review.dictionary):
        return review if size is None else review.within(size)
    tokens = review.tokens
    numbers, out = dictionary.numbers(map(dictionary.tokenizer.rules.fold, tokens))
    ids = numbers.astype(np.int64) + dictionary.offset
    shares = np.where(out & (dictionary.unknown is not None), numbers, 0)
    out |= ids < 0
    if size is not None:
        out |= ids >= size
    mark = _readable(dictionary.unknown, size)
    own = mark + shares
    if size is not None:
        own[own >= size] = mark
    token_ids = np.where(out, own, ids).astype(np.int32)
    start = None
    if review.encoding.start_char is not None and tokens and tokens[0] == START:
        start = _readable(dictionary.start, size)
        token_ids[0], out[0] = start, False
    first, last = review.span
    inputs, unknown = np.zeros(len(review), np.int32), np.zeros(len(review), bool)
    inputs[~review.padding] = token_ids[first:last]
    unknown[~review.padding] = out[first:last]
    return replace(
        review,
        inputs=read_only(inputs),
        token_ids=read_only(token_ids),
        unknown=read_only(unknown),
        encoding=replace(
            review.encoding,
            start_char=start,
            oov_char=mark,
            index_from=dictionary.offset,
            num_words=size,
        ),
        dictionary=dictionary,
    )


def _blank(dictionary: Dictionary, encoding: Encoding, text: str) -> Review:
    """A review before its words are laid out."""
    none = np.zeros(0, np.int32)
    return Review(none, (), none.astype(bool), text=text, encoding=encoding, dictionary=dictionary)


def _lay_out(review: Review, tokens: tuple[str, ...], token_ids: Ids, unknown: Flags) -> Review:
    """The review with these ``N`` words, their ids and which are ``unknown``, ``(N,)``, in its
    steps, padded and cut as its encoding says.

    Raises:
        TextError: there is no word.
    """
    if not tokens or (tokens == (START,) and review.text):
        if name := review.dictionary.tokenizer.title:
            raise TextError(
                "No word of this text is in the vocabulary of {dictionary}, and the encoding drops "
                "unknown words. Keep unknown words, or type others.",
                dictionary=name,
            )
        raise TextError(
            "No word of this text is in the vocabulary, and the encoding drops unknown "
            "words. Keep unknown words, or type others."
        )
    encoding = review.encoding
    length = encoding.steps(len(token_ids))
    inputs, (first, last) = pad(token_ids, length, encoding.padding, encoding.truncating)
    added = len(inputs) - (last - first)
    before = added if encoding.padding == "pre" else 0
    end = before + last - first
    padding, unknown_steps = np.ones(len(inputs), bool), np.zeros(len(inputs), bool)
    padding[before:end] = False
    unknown_steps[before:end] = unknown[first:last]
    blank = ("",)
    return replace(
        review,
        inputs=read_only(inputs),
        steps=blank * before + tokens[first:last] + blank * (added - before),
        padding=read_only(padding),
        tokens=tokens,
        token_ids=read_only(token_ids),
        span=(first, last),
        unknown=read_only(unknown_steps),
    )


def _readable(id: int | None, size: int | None) -> int:
    """An id that a network with so many can read; 0 for none."""
    return 0 if id is None or (size is not None and id >= size) else id
