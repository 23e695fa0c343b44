"""What the lecture shows of the reviews before it trains on them.  No TensorFlow.

How long they are, how many are cut or padded, one of them as ids and as a padded row, and
a row of the one-hot array.  Everything is about the part that is learned from, as in the
lecture, where ``train_input`` is what ``train_test_split`` left in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine.text.corpus import Corpus
from engine.text.encoding import Ids
from engine.text.review import Review
from engine.training.data import encoding_of, split
from engine.training.recipes import Recipe

BINS = 10
"""As many as ``plt.hist`` makes where it is not told otherwise."""

FINE_BINS = 60
NEARLY_ALL = 99
"""The percentile at which the fine histogram ends: the few longest reviews are left out."""

FIRST_LABELS = 20
"""``train_target[:20]``."""

SAMPLE_REVIEWS = 1000
SAMPLE_WORDS = 300_000
"""How many of the training reviews, and of their words, are looked at for unknown ones."""

_FLOAT = 4
"""Bytes of a number of the one-hot array, float32."""


@dataclass(frozen=True, eq=False)
class Preparation:
    """A corpus, split.

    Attributes:
        corpus: what was split.
        learned: ``(n,) int64``, the numbers of the training reviews, shuffled; the first of
            them is the lecture's ``train_input[0]`` after the split.
        held_out: ``(m,) int64``, those of the validation reviews.
        lengths: ``(n,) int32``, ``len(x) for x in train_input``: ids with the start mark.
        sample: ``(w,) int32``, the ranks of the words of the first ``sampled`` training
            reviews, 0 where a word is in no vocabulary; at most `SAMPLE_WORDS`.
        sampled: of how many reviews.
    """

    corpus: Corpus
    learned: npt.NDArray[np.int64]
    held_out: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int32]
    sample: Ids
    sampled: int
    _key: tuple[object, ...] = field(repr=False, default=())

    def is_of(self, corpus: Corpus, recipe: Recipe, limit: int | None) -> bool:
        """Whether `prepare` would give the same again."""
        return self.corpus is corpus and self._key == _key(recipe, limit)

    @property
    def mean(self) -> float:
        """``np.mean(lengths)``."""
        return float(self.lengths.mean())

    @property
    def median(self) -> float:
        """``np.median(lengths)``."""
        return float(np.median(self.lengths))

    def positive_share(self, part: npt.NDArray[np.int64]) -> float:
        """The share of positive reviews, 0 to 1, in a part ``(N,)``: `learned` or `held_out`."""
        return float((self.corpus.labels[part] == 1).mean())


def prepare(corpus: Corpus, recipe: Recipe, limit: int | None = None) -> Preparation:
    """Split a corpus as the recipe says, and look at a sample of its words.

    ``train_test_split(train_input, train_target, test_size=0.2, random_state=42)``.  25,000
    reviews take about 15 ms.

    Raises:
        TrainingError: there are too few reviews with a label.
        TextError: one of the parts would be empty.
    """
    learned, held_out = split(corpus, recipe, limit)
    sample, sampled = _sample(corpus, learned)
    return Preparation(
        corpus,
        learned,
        held_out,
        corpus.lengths[learned],
        sample,
        sampled,
        _key(recipe, limit),
    )


def _key(recipe: Recipe, limit: int | None) -> tuple[object, ...]:
    return recipe.test_size, recipe.split_seed, limit


def _sample(corpus: Corpus, learned: npt.NDArray[np.int64]) -> tuple[Ids, int]:
    lists: list[Ids] = []
    words = 0
    for number in learned[:SAMPLE_REVIEWS].tolist():
        # A file of one's own may have reviews as long as books.
        lists.append(corpus.ranks(number)[: SAMPLE_WORDS - words])
        words += len(lists[-1])
        if words >= SAMPLE_WORDS:
            break
    return np.concatenate(lists), len(lists)


# -- lengths ---------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class LengthHistogram:
    """How many reviews are how long.

    Of the ``(bins + 1,) float64`` edges a bin has its left one, the last bin both; ``(bins,)
    int64`` counts, and how many reviews lie ``beyond`` the last edge.
    """

    counts: npt.NDArray[np.int64]
    edges: npt.NDArray[np.float64]
    beyond: int


def histogram(lengths: npt.NDArray[np.int32], *, fine: bool = False) -> LengthHistogram:
    """``plt.hist(lengths)``, of ``(n,)`` with n > 0: ten bins from the shortest to the longest.

    Fine bins are narrower, from 0 to the `NEARLY_ALL` th percentile, where nearly all reviews are;
    never narrower than one id.
    """
    if not fine:
        counts, edges = np.histogram(lengths, BINS)
        return LengthHistogram(counts.astype(np.int64), edges.astype(np.float64), 0)
    end = max(1, int(np.ceil(np.percentile(lengths, NEARLY_ALL))))
    width = max(1, -(-end // FINE_BINS))
    edges = np.arange(0, end + width, width, dtype=np.float64)
    counts, _ = np.histogram(lengths, edges)
    return LengthHistogram(counts.astype(np.int64), edges, int((lengths > edges[-1]).sum()))


def cut_and_padded(lengths: npt.NDArray[np.int32], length: int) -> tuple[float, float]:
    """The shares of the reviews, ``(n,)`` lengths, that ``pad_sequences(maxlen=length)`` cuts
    and fills up, 0 to 1."""
    return float((lengths > length).mean()), float((lengths < length).mean())


# -- words -----------------------------------------------------------------------------


def unknown_share(preparation: Preparation, recipe: Recipe) -> float:
    """The share, 0 to 1, of the sample's words that ``load_data(num_words=...)`` reads as 2."""
    sample = preparation.sample
    if not len(sample):
        return 0.0
    known = recipe.num_words - encoding_of(recipe).index_from  # ranks below it have an id
    return float(((sample == 0) | (sample >= known)).mean())


def first_labels(corpus: Corpus) -> npt.NDArray[np.int8]:
    """``train_target[:20]``, as the lecture prints it before the split: ``(20,)`` or fewer.

    Reviews without a label are passed over, as training passes them over.
    """
    return corpus.labels[np.flatnonzero(corpus.labels >= 0)[:FIRST_LABELS]]


def training_review(preparation: Preparation, recipe: Recipe, nth: int) -> Review:
    """The ``nth`` training review, from 0, as the recipe's network reads it.

    Its ``token_ids``, ``(N,) int32``, are the lecture's ``train_input[nth]``; its
    ``inputs``, ``(T,) int32``, ``train_seq[nth]``; ``kept`` says which of the ids are in it.

    Raises:
        TextError: it cannot be read.
    """
    return preparation.corpus.review(int(preparation.learned[nth]), encoding_of(recipe))


# -- one-hot ---------------------------------------------------------------------------


def one_hot_row(id: int, num_words: int) -> npt.NDArray[np.float32]:
    """``to_categorical(id, num_words)``: ``(V,) float32`` for ``V`` words; one 1, else 0.

    In the lecture ``train_oh[0][0]``; ids are from 0 to ``num_words - 1``.
    """
    row = np.zeros(num_words, np.float32)
    row[id] = 1.0
    return row


def one_hot_bytes(preparation: Preparation, recipe: Recipe) -> int:
    """What ``train_oh``, ``(n, T, num_words) float32``, takes in memory.

    The lecture's ``(20000, 100, 500)`` takes 4 GB.
    """
    return len(preparation.learned) * recipe.length * recipe.num_words * _FLOAT
