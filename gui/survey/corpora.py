"""What the window has open, as a corpus that one network reads; and which one that is."""

from __future__ import annotations

from collections.abc import Generator, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.errors import Note, WantsNumbers
from engine.network.network import Network
from engine.numbers.windows import Windows
from engine.progress import Progress, ShouldStop
from engine.text.corpus import Corpus
from engine.text.dictionary import Dictionary
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import COUNT
from engine.text.sources.reference import SourceReference
from gui.numbers.numbers import Numbers
from gui.review.reading import Reading

if TYPE_CHECKING:
    from engine.survey.corpus_inputs import CorpusInputs

SEED = 0
"""Draws the sequences, where not all are read; as in the shell."""


@dataclass(frozen=True)
class Reviews:
    """The reviews that the window has open, as a network reads them.

    Attributes:
        reference: where they are from.
        corpus: they themselves; None before they are prepared.
        dictionary: the network's.
        encoding: of the window, in the network's own length.
        count: how many are drawn; 0 for all.
        is_assumed: whether nobody knows the network's dictionary.
        is_chosen: whether somebody chose the reviews, or the dictionary.
    """

    reference: SourceReference
    corpus: Corpus | None
    dictionary: Dictionary
    encoding: Encoding
    count: int
    is_assumed: bool = False
    is_chosen: bool = True

    @property
    def key(self) -> Hashable:
        """Tells what is read from all else that is read while this is remembered."""
        return self.reference, id(self.dictionary), self.encoding, self.count, self.is_chosen

    def inputs(
        self, network: Network, should_stop: ShouldStop
    ) -> Generator[Progress, None, CorpusInputs]:
        """Read them; see `engine.survey.corpus_inputs.of_reviews`."""
        from engine.survey.corpus_inputs import of_reviews, unchosen

        corpus = self.corpus or (yield from self.reference.prepare(should_stop))
        numbers, notes = drawn(len(corpus), self.count, corpus.title)
        inputs = yield from of_reviews(
            corpus, network, numbers, self.dictionary, self.encoding, should_stop
        )
        if not self.is_chosen:
            inputs = unchosen(inputs, network, is_assumed=self.is_assumed)
        return replace(inputs, notes=(*corpus.notes, *notes, *inputs.notes))


@dataclass(frozen=True, eq=False)
class SeriesCorpus:
    """The windows of the numbers that the window has open, and how many of them are drawn; 0 for
    all."""

    windows: Windows
    count: int

    @property
    def key(self) -> Hashable:
        """As that of `Reviews`."""
        return self.windows.key, self.count

    def inputs(
        self, network: Network, should_stop: ShouldStop
    ) -> Generator[Progress, None, CorpusInputs]:
        """Read them; see `engine.survey.corpus_inputs.of_windows`."""
        from engine.survey.corpus_inputs import of_windows

        numbers, notes = drawn(len(self.windows), self.count, self.windows.table.title)
        inputs = yield from of_windows(self.windows, network, numbers, should_stop)
        return replace(inputs, notes=(*notes, *inputs.notes))


Open = Reviews | SeriesCorpus


def drawn(
    total: int, count: int, title: str
) -> tuple[npt.NDArray[np.int64] | None, tuple[Note, ...]]:
    """Which of so many are read, ``(count,)`` in their order, and that they were drawn; None for
    all, where ``count`` is 0 or no fewer."""
    if not 0 < count < total:
        return None, ()
    note = Note(
        "{count} of {total} sequences of {corpus} are read, drawn by seed {seed}.",
        count=f"{count:,}",
        total=f"{total:,}",
        corpus=title,
        seed=SEED,
    )
    return np.sort(np.random.default_rng(SEED).permutation(total)[:count]), (note,)


def open_for(network: Network, reading: Reading, numbers: Numbers, count: int) -> Open:
    """What a network is to read.

    Raises:
        GatescopeError: it reads numbers and none are open, or its dictionary cannot be used.
    """
    if not network.reads_words:
        if numbers.cut.windows is None:
            raise numbers.cut.problem or WantsNumbers(
                "{network} reads numbers, and none are open.", network=network.name
            )
        return SeriesCorpus(numbers.cut.windows, count)
    choice = reading.dictionaries.of(network)
    if choice.problem is not None:
        raise choice.problem.anew()
    encoding = reading.encoding
    encoding = replace(encoding, length=network.length or encoding.length)
    given = choice.origin == "chosen" or reading.reference.kind in ("table", "folder")
    return Reviews(
        *(reading.reference, reading.corpus, choice.dictionary, encoding, count),
        is_assumed=choice.origin == "assumed",
        is_chosen=given or choice.is_certain or network.path is None,  # made in memory
    )


def size_of(network: Network, reading: Reading, numbers: Numbers) -> int:
    """How many sequences are open for a network; 0 where none are."""
    if not network.reads_words:
        return 0 if numbers.cut.windows is None else len(numbers.cut.windows)
    if reading.corpus is not None:
        return len(reading.corpus)
    return COUNT if reading.offline else 0
