"""`CorpusInputs`: what one network reads of a whole corpus, side by side."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.counting import percent
from engine.errors import Note, ReplayError, WantsNumbers, WantsWords
from engine.network.network import Network
from engine.numbers.windows import Windows
from engine.progress import Progress, ShouldStop, check
from engine.sequence import Sequence
from engine.survey.storage import blocks, room, taken
from engine.text.corpus import Corpus
from engine.text.dictionary import Dictionary
from engine.text.encoding import Encoding, apply_encoding, pad
from engine.text.review import Review, within_size
from engine.text.unknown_words import MAX_UNKNOWN, unknown_notes

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]

LENGTH = 100
"""The lecture's length, for networks that take any."""

_STEP = 512
"""Reviews between two reports of progress."""


@dataclass(frozen=True, eq=False)
class CorpusInputs:
    """The sequences of a corpus as one network reads them, all of ``T`` steps.

    Attributes:
        inputs: ids ``(N, T) int32`` or numbers ``(N, T, F) float32``.
        padding: ``(N, T)``, true where a step was added to reach the length.
        unknown: ``(N, T)``, true where a word is not in the dictionary.
        labels: ``(N,) int8``: 1 positive, 0 negative, -1 none.
        lengths: ``(N,) int32``, how many steps each had before it was padded and cut.
        numbers: ``(N,) int64``, the place of each in its corpus.
        sequence: makes the sequence of a row, with the names of its steps.
        title: of the corpus.
        dictionary: what its ids mean; None for numbers.
        encoding: how texts became ids; None for numbers.
        notes: what was left out, and that hardly a word is known.
        known_share: the share of the words of the texts that the dictionary knows.
        not_judged: why no answer to it is right or wrong, whatever the labels, see `unchosen`;
            None where it may be.
    """

    inputs: npt.NDArray[np.int32] | npt.NDArray[np.float32]
    padding: Bools
    unknown: Bools
    labels: npt.NDArray[np.int8]
    lengths: npt.NDArray[np.int32]
    numbers: Ints
    sequence: Callable[[int], Sequence]
    title: str
    dictionary: Dictionary | None = None
    encoding: Encoding | None = None
    notes: tuple[Note, ...] = ()
    known_share: float = 1.0
    not_judged: ReplayError | None = None

    def __len__(self) -> int:
        return len(self.inputs)

    @property
    def steps(self) -> int:
        """``T``, how many steps each has."""
        return int(self.inputs.shape[1])

    @property
    def labelled(self) -> Bools:
        """``(N,)``, which have a label of two classes."""
        labelled: Bools = (self.labels == 0) | (self.labels == 1)
        return labelled

    def blocks(self, *arrays: npt.NDArray[Any]) -> Iterator[slice]:
        """Slices of the sequences, and of ``arrays (N, ...)`` beside them, a few at a time."""
        return blocks(self.inputs, self.padding, self.unknown, *arrays)

    @cached_property
    def padded(self) -> Counts:
        """``(N,)``, how many steps of each are padding."""
        return self._counted(self.padding)

    @cached_property
    def unknown_words(self) -> Counts:
        """``(N,)``, how many words of each are not in the dictionary."""
        return self._counted(self.unknown)

    def _counted(self, flags: Bools) -> Counts:
        result = np.zeros(len(self), np.int32)
        for some in blocks(flags):
            result[some] = np.count_nonzero(flags[some], axis=1)
        return result

    def word(self, id: int) -> str:
        """What an id is called; "" without a dictionary."""
        return "" if self.dictionary is None else self.dictionary.word_of(id, self.encoding)

    def rows(self, chosen: npt.ArrayLike) -> CorpusInputs:
        """Some of the sequences, ``(M,)`` places or ``(N,)`` flags."""
        where = np.arange(len(self))[np.asarray(chosen)]
        return replace(
            self,
            inputs=taken(self.inputs, where),
            padding=taken(self.padding, where),
            unknown=taken(self.unknown, where),
            labels=self.labels[where],
            lengths=self.lengths[where],
            numbers=self.numbers[where],
            sequence=lambda row: self.sequence(int(where[row])),
        )


def of_reviews(
    corpus: Corpus,
    network: Network,
    numbers: npt.ArrayLike | None = None,
    dictionary: Dictionary | None = None,
    encoding: Encoding | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, CorpusInputs]:
    """The reviews of a corpus as a network reads them.

    Args:
        corpus: where they are from.
        network: what is to read.
        numbers: which of them, ``(N,)``; all where None.
        dictionary: the network's; the corpus's own where None.
        encoding: length, sides and number of words; where None those of the dictionary, and
            the network's length, or `LENGTH` where it takes any.
        should_stop: asked now and then.

    Raises:
        WantsNumbers: the network reads numbers.
        ReplayError: there is nothing to read.
        Cancelled: ``should_stop`` became true.
    """
    size = network.vocabulary_size
    if size is None or not network.reads_words:
        raise WantsNumbers("{network} reads numbers, not words.", network=network.name)
    own = dictionary or corpus.dictionary
    base = encoding or Encoding(length=network.length or LENGTH)
    wanted = within_size(own.encoding(base), size)
    length = wanted.length or base.length or LENGTH
    wanted = replace(wanted, length=length, fills=True)
    places = np.arange(len(corpus)) if numbers is None else np.asarray(numbers, np.int64)
    if not len(places):
        raise ReplayError("{corpus} has no review to read.", corpus=corpus.title)
    count = len(places)
    inputs = room((count, length), np.int32)
    padding, unknown = room((count, length), bool, True), room((count, length), bool)
    lengths, wordless = np.zeros(count, np.int32), np.zeros(count, bool)
    agrees = own.agrees_with(corpus.dictionary)
    words = words_unknown = 0
    for row, number in _one_by_one(places, inputs, padding, unknown):
        if row % _STEP == 0:
            check(should_stop)
            corpus.let_go()
            yield Progress(row, count, "Encoding the reviews")
        ranks = corpus.ranks(number) if agrees else None
        if ranks is None:
            ranks, out = own.numbers(own.split(corpus.text(number)))
        else:
            out = ranks == 0
        ids, dropped, not_known = apply_encoding(ranks, out, wanted)
        words += len(ranks)
        words_unknown += int(not_known.sum() if dropped is None else dropped.sum())
        lengths[row], wordless[row] = len(ids), len(ids) == 0
        inputs[row], (first, last) = pad(ids, length, wanted.padding, wanted.truncating)
        begin = length - (last - first) if wanted.padding == "pre" else 0
        padding[row, begin : begin + last - first] = False
        unknown[row, begin : begin + last - first] = not_known[first:last]
    notes = unknown_notes(network.name, words_unknown, words, corpus.title)
    if wordless.any():
        notes = (
            *notes,
            Note(
                "{count} of {total} reviews have no word that is read, and are left out.",
                count=f"{int(wordless.sum()):,}",
                total=f"{count:,}",
            ),
        )
    title = corpus.title

    def sequence(row: int) -> Review:
        return corpus.review(int(places[row]), wanted, own, size)

    result = CorpusInputs(
        inputs,
        padding,
        unknown,
        corpus.labels[places],
        lengths,
        places,
        sequence,
        title,
        own,
        wanted,
        notes,
        1 - words_unknown / max(1, words),
    )
    if wordless.all():
        raise ReplayError("{corpus} has no review to read.", corpus=title)
    return result.rows(~wordless) if wordless.any() else result


def unchosen(inputs: CorpusInputs, network: Network, *, is_assumed: bool) -> CorpusInputs:
    """Reviews that nobody chose for a network: it is not judged by them where its words are another
    dictionary's.

    Args:
        inputs: the reviews.
        network: what reads them.
        is_assumed: whether nobody knows its dictionary, so that they are read with IMDB's words.
    """
    why: ReplayError | None = None
    if is_assumed:
        why = ReplayError(
            "{network} has no dictionary of its own, and what its ids mean is not known: read with "
            "IMDB's words its accuracy is not judged. Name the dictionary that it was trained with, "
            "or give it reviews of its own.",
            network=network.name,
        )
    elif inputs.known_share < 1 - MAX_UNKNOWN:
        why = ReplayError(
            "The dictionary of {network} is one of other texts, and knows {share} of the words of "
            "{corpus}: its accuracy is not judged. Name the dictionary that it was trained with, or "
            "give it reviews of its own.",
            network=network.name,
            share=percent(inputs.known_share, 0),
            corpus=inputs.title,
        )
    return replace(inputs, not_judged=why)


def of_windows(
    windows: Windows,
    network: Network,
    numbers: npt.ArrayLike | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, CorpusInputs]:
    """Windows of a series as a network reads them, ``numbers (N,)`` of them, all where None; they
    have no labels.

    Raises:
        WantsWords: the network reads words.
        TextError: a window cannot be read.
        Cancelled: ``should_stop`` became true.
    """
    if network.features is None:
        raise WantsWords("{network} reads the ids of words, not numbers.", network=network.name)
    places = np.arange(len(windows)) if numbers is None else np.asarray(numbers, np.int64)
    count, length = len(places), windows.length
    inputs = room((count, length, len(windows.columns)), np.float32)
    padding, lengths = room((count, length), bool), np.zeros(count, np.int32)
    for row, number in _one_by_one(places, inputs, padding):
        if row % _STEP == 0:
            check(should_stop)
            yield Progress(row, count, "Cutting the windows")
        sequence = windows.window(number).sequence
        inputs[row], padding[row] = sequence.inputs, sequence.padding
        lengths[row] = length - int(sequence.padding.sum())
    return CorpusInputs(
        inputs,
        padding,
        room(padding.shape, bool),
        np.full(count, -1, np.int8),
        lengths,
        places,
        lambda row: windows.window(int(places[row])).sequence,
        windows.table.title,
    )


def _one_by_one(places: Ints, *arrays: npt.NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Each row of the arrays, ``(N, ...)``, with its number among ``places (N,)``."""
    for some in blocks(*arrays):
        yield from enumerate(places[some].tolist(), some.start)
