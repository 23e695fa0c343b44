"""`Review`: a text turned into the ids that a network reads, remembering how.

`Encoding` holds the choices of ``keras.datasets.imdb.load_data`` and
``keras.utils.pad_sequences``, under their names.
"""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.sequence import Sequence
from engine.text.tokens import START, Tokens, normalise
from engine.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from engine.text.tokenizers.words import Words

Side = Literal["pre", "post"]
Ids = npt.NDArray[np.int32]
Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True)
class Encoding:
    """How words become a sequence of ids; the names mean what they mean in Keras.

    ``num_words=None`` keeps every word; each network then limits the ids to its
    own vocabulary (`Review.within`).  ``length=None`` neither pads nor cuts.
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

    def admits(self, id: int) -> bool:
        """Whether an id lies between ``skip_top`` and ``num_words``."""
        return self.skip_top <= id and (not self.num_words or id < self.num_words)


DEFAULT = Encoding()
"""Keras's encoding, 100 steps."""


@dataclass(frozen=True, eq=False)
class Review(Sequence):
    """A `Sequence` made from a text: its words are its steps.

    Attributes:
        text: the raw text, as it was found or typed; "" where only ids are known.
        tokens: every word of the whole text, with "<start>" in front where the
            encoding has a start mark, without the words that it drops; length ``N``.
            Words are cut out of the text when they are asked for.
        token_ids: the ids of those, before padding and cutting, ``(N,) int32``.
        kept: the part ``[first, last)`` of the tokens that was not cut.
        unknown: ``(T,) bool``, true where a word is outside the vocabulary, so the
            network reads ``oov_char`` in its place; ``steps`` still has the word.
        encoding: how it was made.
        number: its place in its corpus, or None.
        words: the dictionary that its ids are from, where that is a network's own; None for
            the corpus's, as a rule IMDB's.
    """

    text: str = field(default="", repr=False)
    tokens: abc.Sequence[str] = field(default=(), repr=False)
    token_ids: Ids = field(default_factory=lambda: np.zeros(0, np.int32), repr=False)
    kept: tuple[int, int] = (0, 0)
    unknown: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool), repr=False)
    encoding: Encoding = DEFAULT
    number: int | None = None
    words: Words | None = field(default=None, repr=False)

    @property
    def all_unknown(self) -> bool:
        """Whether no word that the network reads is in its vocabulary."""
        words = ~self.padding & np.array([step != START for step in self.steps], bool)
        return bool(self.unknown[words].all())

    @property
    def token_unknown(self) -> npt.NDArray[np.bool_]:
        """``(N,) bool``: `unknown` for the whole text, cut words included."""
        if self.encoding.oov_char is None:
            return np.zeros(len(self.token_ids), bool)
        unknown: npt.NDArray[np.bool_] = self.token_ids == self.encoding.oov_char
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
            tokens = (
                self.tokens.where(~beyond)
                if isinstance(self.tokens, Tokens)
                else tuple(word for word, out in zip(self.tokens, beyond, strict=True) if not out)
            )
            return lay_out(
                tokens,
                self.token_ids[~beyond],
                np.zeros(int((~beyond).sum()), bool),
                encoding,
                text=self.text,
                label=self.label,
                title=self.title,
                number=self.number,
                words=self.words,
            )
        token_ids = self.token_ids.copy()
        token_ids[beyond] = encoding.oov_char
        out = (self.inputs >= vocabulary_size) & ~self.padding
        inputs = np.where(out, np.int32(encoding.oov_char), self.inputs).astype(np.int32)
        return replace(
            self,
            inputs=_frozen(inputs),
            token_ids=_frozen(token_ids),
            unknown=_frozen(self.unknown | out),
            encoding=encoding,
        )


def pad(
    ids: npt.ArrayLike,
    length: int | None,
    padding: Side = "pre",
    truncating: Side = "pre",
    value: int = 0,
) -> tuple[Ids, tuple[int, int]]:
    """One sequence brought to a length, as ``keras.utils.pad_sequences`` does.

    Args:
        ids: ``(N,)`` integers.
        length: the wanted number of steps, at least 1; None leaves it as it is.
        padding: where ``value`` is added to a short one.
        truncating: where a long one is cut.
        value: what is added.

    Returns:
        ``(length,) int32``, and the part ``[first, last)`` of ``ids`` that was kept.
    """
    given = np.asarray(ids, np.int32)
    if length is None:
        return given, (0, len(given))
    if length < 1:
        raise ValueError("a sequence has at least one step")
    first, last = _kept(len(given), length, truncating)
    padded = np.full(length, value, np.int32)
    at = 0 if padding == "post" else length - (last - first)
    padded[at : at + last - first] = given[first:last]
    return padded, (first, last)


def encode(
    text: str,
    vocabulary: Vocabulary,
    encoding: Encoding = DEFAULT,
    label: int | None = None,
    title: str = "",
    number: int | None = None,
) -> Review:
    """The review that a network reads of a text.

    Raises:
        TextError: the text is empty, has no word, or has none that is not dropped.
    """
    normalised = normalise(text)
    return from_ranks(
        vocabulary.ranks(normalised), Tokens.split(normalised), encoding, text, label, title, number
    )


def from_ranks(
    ranks: Ids,
    tokens: Tokens,
    encoding: Encoding = DEFAULT,
    text: str = "",
    label: int | None = None,
    title: str = "",
    number: int | None = None,
) -> Review:
    """The review of words whose ranks are known.

    Args:
        ranks: ``(N,) int32``, 0 where a word is unknown.
        tokens: the ``N`` words.

    Raises:
        TextError: there is no word, or none that is not dropped.
    """
    if not len(tokens):
        if not text.strip():
            raise TextError("There is no text to read. Type or paste a review.")
        raise TextError("There is no word in this text, only punctuation. Type at least one word.")
    token_ids, dropped, unknown = apply_encoding(ranks, encoding)
    if encoding.start_char is not None:
        tokens = tokens.with_start()
    if dropped is not None:
        tokens = tokens.where(~dropped)
    return lay_out(
        tokens, token_ids, unknown, encoding, text=text, label=label, title=title, number=number
    )


def from_ids(
    ids: npt.ArrayLike,
    vocabulary: Vocabulary,
    encoding: Encoding = DEFAULT,
    label: int | None = None,
    title: str = "",
    number: int | None = None,
    words: Words | None = None,
) -> Review:
    """The review of ids that are read as they stand: only padded and cut.

    The encoding's other choices say what the ids mean, for their names.  Ids that are
    padding already (0 at either end) are named "" but count as steps that were given.
    ``words``, where a network has its own, names them instead of the vocabulary.

    Raises:
        TextError: there is no id, one is negative, or too large for 32 bits.
    """
    given = np.asarray(ids)
    if not given.size:
        raise TextError("There are no ids to read. Give at least one whole number.")
    wrong = given[(given < 0) | (given > np.iinfo(np.int32).max)]
    if wrong.size:
        raise TextError(
            "{id} cannot be the id of a word. Ids are whole numbers from 0.", id=int(wrong[0])
        )
    token_ids = given.astype(np.int32)
    source = vocabulary if words is None else words
    names = {int(id): source.word_of(int(id), encoding) for id in np.unique(token_ids)}
    unknown = (
        np.zeros(len(token_ids), bool)
        if encoding.oov_char is None
        else token_ids == encoding.oov_char
    )
    tokens = tuple(map(names.__getitem__, token_ids.tolist()))
    return lay_out(
        tokens,
        token_ids,
        unknown,
        encoding,
        text="",
        label=label,
        title=title,
        number=number,
        words=words,
    )


def apply_encoding(
    ranks: Ids, encoding: Encoding
) -> tuple[Ids, npt.NDArray[np.bool_] | None, npt.NDArray[np.bool_]]:
    """The ids of ranks, with the start mark, as ``load_data`` makes them; not padded.

    Args:
        ranks: ``(N,) int32``, 0 where a word is unknown.

    Returns:
        the ids ``(M,) int32``; which of the words (start mark included) were dropped,
        ``(N or N + 1,) bool``, or None; which ids stand for unknown words, ``(M,) bool``.
    """
    ids = ranks + np.int32(encoding.index_from)
    out = ranks == 0
    if encoding.start_char is not None:
        ids = np.concatenate([np.array([encoding.start_char], np.int32), ids])
        out = np.concatenate([[False], out])
    if encoding.skip_top:
        out |= ids < encoding.skip_top
    if encoding.num_words:
        out |= ids >= encoding.num_words
    if encoding.oov_char is None:
        return ids[~out], out, np.zeros(len(ids) - int(out.sum()), bool)
    ids[out] = encoding.oov_char
    return ids, None, out


def lay_out(
    tokens: abc.Sequence[str],
    token_ids: Ids,
    unknown: npt.NDArray[np.bool_],
    encoding: Encoding,
    *,
    text: str,
    label: int | None,
    title: str,
    number: int | None,
    words: Words | None = None,
) -> Review:
    """The review of words whose ids are known: pad and cut them.

    Args:
        tokens: the ``N`` words.
        token_ids: ``(N,) int32``.
        unknown: ``(N,) bool``, which of the words the vocabulary does not have.
        encoding: how they were made; its length and sides count.
        text, label, title, number, words: of the review.

    Raises:
        TextError: there is no word.
    """
    if len(tokens) == 0 or (len(tokens) == 1 and tokens[0] == START and text):
        raise TextError(
            "No word of this text is in the vocabulary, and the encoding drops unknown "
            "words. Keep unknown words, or type others."
        )
    inputs, (first, last) = pad(token_ids, encoding.length, encoding.padding, encoding.truncating)
    added = len(inputs) - (last - first)
    before = added if encoding.padding == "pre" else 0
    blank = ("",)
    steps = blank * before + tuple(tokens[first:last]) + blank * (added - before)
    padding = np.ones(len(inputs), bool)
    padding[before : before + last - first] = False
    unknown_steps = np.zeros(len(inputs), bool)
    unknown_steps[before : before + last - first] = unknown[first:last]
    return Review(
        inputs=_frozen(inputs),
        steps=steps,
        padding=_frozen(padding),
        label=label,
        title=title,
        text=text,
        tokens=tokens,
        token_ids=_frozen(token_ids),
        kept=(first, last),
        unknown=_frozen(unknown_steps),
        encoding=encoding,
        number=number,
        words=words,
    )


def _kept(given: int, length: int, truncating: Side) -> tuple[int, int]:
    if given <= length:
        return 0, given
    return (given - length, given) if truncating == "pre" else (0, length)


def _frozen(array: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
    array.flags.writeable = False
    return array
