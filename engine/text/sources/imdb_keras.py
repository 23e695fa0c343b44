"""The reviews of ``keras.datasets.imdb``, in the order of its ``load_data``; no Keras is imported."""

from __future__ import annotations

from collections.abc import Generator
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.digest import digest_of
from engine.errors import Note, TextError
from engine.progress import Progress, ShouldStop, check
from engine.text.corpus import Corpus, Numbers
from engine.text.dictionary import Dictionary, imdb, ranked
from engine.text.encoding import Ids
from engine.text.sources.keras_cache import (
    SHA256,
    cached_path,
    cached_word_index,
    datasets_dir,
    read_index,
)
from engine.text.sources.keras_npz import SPLITS, Halves, Ragged, Split, read_npz

SEED = 113


class KerasReviews(Corpus):
    """One half of ``imdb.npz`` in the order of ``load_data``; texts are made of the words.

    Args:
        ragged: flat ranks and offsets, in the order of the file.
        labels: ``(N,) int8``, in the order of the file.
        dictionary: names the ranks.
        order: which of them each number is, ``(N,) int64``: see `shuffled`.
    """

    def __init__(
        self,
        ragged: Ragged,
        labels: npt.NDArray[np.int8],
        dictionary: Dictionary,
        order: Numbers,
    ) -> None:
        self.title = "keras.datasets.imdb"
        self._flat, self._offsets = ragged
        self._dictionary = dictionary
        self._order = order
        self.labels = labels[order]
        self.lengths = (np.diff(self._offsets) + 1).astype(np.int32)[order]

    @property
    def dictionary(self) -> Dictionary:
        """The words of its ids, by rank."""
        return self._dictionary

    def ranks(self, n: int) -> Ids:
        """The ranks of a review's words, ``(L,) int32``."""
        row = self._order[n]
        return self._flat[self._offsets[row] : self._offsets[row + 1]]

    def words(self, n: int) -> list[str]:
        """The words of a review, ``L`` of them."""
        return [*map(self._names.__getitem__, self.ranks(n).tolist())]

    def text(self, n: int) -> str:
        """The words of a review, parted by spaces; the text itself is not in the file."""
        return " ".join(self.words(n))

    @cached_property
    def _names(self) -> list[str]:
        """By rank, also of those that the dictionary does not have."""
        words = self._dictionary.tokenizer.numbers
        last = int(self._flat.max(initial=0))
        # Not a word that could be in a text: "#" parts words.
        return ["#0", *words, *(f"#{rank}" for rank in range(len(words) + 1, last + 1))]

    @cached_property
    def _all_texts(self) -> tuple[npt.NDArray[np.uint8], Numbers, Numbers]:
        texts = [self.text(n).encode("utf-8", "surrogatepass") for n in range(len(self))]
        offsets = np.cumsum([0, *map(len, texts)], dtype=np.int64)
        return np.frombuffer(b"".join(texts), np.uint8), offsets, np.arange(len(self))


def prepare(
    path: Path | None = None,
    split: Split = "train",
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, KerasReviews]:
    """One half of ``imdb.npz``, of the cached one if no path is given, as a corpus; yields progress.

    Raises:
        Cancelled: ``should_stop`` became true.
        TextError: there is no file, or it is damaged.
    """
    check(should_stop)
    source = path or cached_path()
    if source is None:
        raise TextError(
            "There is no imdb.npz in {folder}. Download it, or use the offline reviews.",
            folder=datasets_dir(),
        )
    halves = yield from read_npz(source, should_stop)
    ragged, labels = halves[split]
    result = KerasReviews(ragged, labels, _dictionary(), shuffled(halves)[split])
    result.beside = len(halves["test"][1]) if split == "train" else 0
    if digest_of(source) != SHA256:
        note = Note(
            "{name} is not the imdb.npz that Keras publishes: its checksum differs. Its reviews, and "
            "with them the numbers of the lecture, may be others.",
            name=source.name,
        )
        result.notes = (note,)
    return result


def shuffled(halves: Halves, seed: int = SEED) -> dict[Split, Numbers]:
    """The order of each half in ``load_data``, ``(N,) int64``: one generator for both, train first."""
    random = np.random.RandomState(seed)
    orders: dict[Split, Numbers] = {}
    for split in SPLITS:
        orders[split] = np.arange(len(halves[split][1]))
        random.shuffle(orders[split])
    return orders


def _dictionary() -> Dictionary:
    """All words if Keras's index is cached too, else the first 10,000."""
    path = cached_word_index()
    if path.is_file():
        try:
            index = read_index(path)
        except TextError:
            return imdb()
        if sorted(index.values()) == list(range(1, len(index) + 1)):
            return ranked(sorted(index, key=index.__getitem__))
    return imdb()
