"""What the lecture shows of the reviews, against simple computations of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import TrainingError
from engine.progress import finish
from engine.text.cache import PreparedCorpus
from engine.text.corpus import Corpus
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import ImdbReviews
from engine.text.sources.table import TableSource
from engine.training import preparation as module
from engine.training.data import split
from engine.training.preparation import (
    cut_and_padded,
    first_labels,
    histogram,
    one_hot_bytes,
    one_hot_row,
    prepare,
    training_review,
    unknown_share,
)
from engine.training.recipes import RECIPES

LSTM = RECIPES["lstm"]
LECTURES_LABELS = [1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1]

WORDS = ["the", "movie", "was", "good", "bad", "zyzzyva"]


@pytest.fixture(scope="module")
def reviews(prepared_reviews: Path) -> PreparedCorpus:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
        return finish(ImdbReviews().prepare())


def table(folder: Path, rows: Sequence[tuple[str, object]]) -> Corpus:
    path = folder / "mine.csv"
    lines = [f'"{text}",{label}' for text, label in rows]
    path.write_text("text,label\n" + "\n".join(lines), encoding="utf-8")
    return finish(TableSource(path).prepare())


@pytest.fixture
def twenty(tmp_path: Path) -> Corpus:
    """Reviews of 1 to 20 words, every third of them positive."""
    rows = [
        (" ".join(WORDS[(n + k) % len(WORDS)] for k in range(n)), int(n % 3 == 0))
        for n in range(1, 21)
    ]
    return table(tmp_path, rows)


def simply_padded(ids: list[int], length: int, padding: str, truncating: str) -> list[int]:
    kept = ids[-length:] if truncating == "pre" else ids[:length]
    zeros = [0] * (length - len(kept))
    return zeros + kept if padding == "pre" else kept + zeros


# -- the split and the lengths ----------------------------------------------------------------


def test_the_lengths_of_all_reviews_are_keras_s(reviews: PreparedCorpus) -> None:
    found = prepare(reviews, LSTM)
    assert (len(found.learned), len(found.held_out)) == (20_000, 5_000)
    everyone = np.concatenate([found.lengths, reviews.lengths[found.held_out]])
    assert everyone.mean() == 238.71364
    assert np.median(everyone) == 178


def test_lengths_are_of_the_training_part(reviews: PreparedCorpus) -> None:
    found = prepare(reviews, LSTM)
    learned, _ = split(reviews, LSTM)
    exact = [len(reviews.ids(number)) for number in learned.tolist()]
    assert found.mean == pytest.approx(sum(exact) / 20_000, abs=1e-9)
    middle = sorted(exact)[9_999:10_001]
    assert found.median == sum(middle) / 2
    assert found.lengths.tolist() == exact


def test_shares_of_positive_reviews(reviews: PreparedCorpus) -> None:
    found = prepare(reviews, LSTM)
    positive = (
        found.positive_share(found.learned) * 20_000 + found.positive_share(found.held_out) * 5_000
    )
    assert positive == pytest.approx(12_500)
    counted = sum(reviews.label(number) == 1 for number in found.held_out.tolist())
    assert found.positive_share(found.held_out) == counted / 5_000


def test_the_limit_and_the_seed_choose_the_reviews(twenty: Corpus) -> None:
    found = prepare(twenty, LSTM, limit=10)
    assert sorted([*found.learned.tolist(), *found.held_out.tolist()]) == list(range(10))
    other = prepare(twenty, replace(LSTM, split_seed=1), limit=10)
    assert found.held_out.tolist() != other.held_out.tolist()
    half = prepare(twenty, replace(LSTM, test_size=0.5))
    assert (len(half.learned), len(half.held_out)) == (10, 10)


def test_it_knows_what_it_is_of(twenty: Corpus, tmp_path: Path) -> None:
    found = prepare(twenty, LSTM, limit=10)
    assert found.is_of(twenty, replace(LSTM, num_words=7, length=3, padding="post"), 10)
    assert not found.is_of(twenty, LSTM, None)
    assert not found.is_of(twenty, replace(LSTM, test_size=0.3), 10)
    assert not found.is_of(twenty, replace(LSTM, split_seed=1), 10)
    other = table(tmp_path, [("good movie", 1), ("bad movie", 0)] * 10)
    assert not found.is_of(other, LSTM, 10)


def test_without_labels_nothing_is_prepared(tmp_path: Path) -> None:
    corpus = table(tmp_path, [("good movie", "")] * 20)
    with pytest.raises(TrainingError, match="0 reviews with a label"):
        prepare(corpus, LSTM)


def test_the_first_labels_are_the_lecture_s(reviews: PreparedCorpus, tmp_path: Path) -> None:
    assert first_labels(reviews).tolist() == LECTURES_LABELS
    few = table(tmp_path, [("good movie", 1), ("bad movie", 0), ("the movie", 1)])
    assert first_labels(few).tolist() == [1, 0, 1]


# -- the histogram ------------------------------------------------------------------------------


def test_the_histogram_is_matplotlib_s(reviews: PreparedCorpus) -> None:
    lengths = prepare(reviews, LSTM).lengths
    found = histogram(lengths)
    low, high = int(lengths.min()), int(lengths.max())
    np.testing.assert_allclose(found.edges, [low + k * (high - low) / 10 for k in range(11)])
    counts = [0] * 10
    for length in lengths.tolist():
        counts[min(9, int((length - low) * 10 / (high - low)))] += 1
    assert found.counts.tolist() == counts
    assert found.beyond == 0


def test_the_fine_histogram_leaves_out_the_longest(reviews: PreparedCorpus) -> None:
    lengths = prepare(reviews, LSTM).lengths
    found = histogram(lengths, fine=True)
    assert len(found.counts) > 30
    assert len(set(np.diff(found.edges).tolist())) == 1
    assert found.edges[0] == 0
    assert found.counts.sum() + found.beyond == 20_000
    assert 0 < found.beyond <= 200
    assert found.beyond == sum(length > found.edges[-1] for length in lengths.tolist())


def test_a_histogram_of_one_length() -> None:
    same = np.full(7, 5, np.int32)
    assert histogram(same).counts.sum() == 7
    fine = histogram(same, fine=True)
    assert fine.counts.sum() == 7
    assert fine.beyond == 0


def test_how_many_are_cut_and_padded(reviews: PreparedCorpus) -> None:
    lengths = prepare(reviews, LSTM).lengths
    cut, padded = cut_and_padded(lengths, 100)
    assert cut == sum(length > 100 for length in lengths.tolist()) / 20_000
    assert padded == sum(length < 100 for length in lengths.tolist()) / 20_000
    assert 0 < 1 - cut - padded < 0.01  # some have 100 ids
    assert cut_and_padded(np.array([3, 4, 4, 5], np.int32), 4) == (0.25, 0.25)


# -- words and ids --------------------------------------------------------------------------------


@pytest.mark.parametrize("num_words", [4, 24, 500, 100_000])
def test_the_share_of_unknown_words(twenty: Corpus, num_words: int) -> None:
    recipe = replace(LSTM, num_words=num_words)
    found = prepare(twenty, recipe)
    words = unknown = 0
    for number in found.learned.tolist():
        for word in twenty.text(number).split():
            rank = twenty.dictionary.tokenizer.numbers.get(word)
            words += 1
            unknown += rank is None or rank + 3 >= num_words
    assert found.sampled == 16
    assert len(found.sample) == words
    assert unknown_share(found, recipe) == pytest.approx(unknown / words)
    assert 0 < unknown_share(found, recipe) <= 1  # zyzzyva is in no vocabulary


def test_the_sample_is_bounded(reviews: PreparedCorpus, monkeypatch: pytest.MonkeyPatch) -> None:
    found = prepare(reviews, LSTM)
    assert found.sampled == 1000
    assert len(found.sample) == int(found.lengths[:1000].sum()) - 1000
    share = unknown_share(found, LSTM)
    ids = reviews.matrix(found.learned[:1000], Encoding(length=2500))
    read = int((ids > 2).sum())
    assert share == pytest.approx(int((ids >= 500).sum()) / read)
    monkeypatch.setattr(module, "SAMPLE_WORDS", 50)
    few = prepare(reviews, LSTM)
    assert len(few.sample) == 50
    assert few.sampled == 1


@pytest.mark.parametrize("padding", ["pre", "post"])
@pytest.mark.parametrize("truncating", ["pre", "post"])
@pytest.mark.parametrize("length", [1, 7, 100, 2500])
def test_a_padded_review(
    reviews: PreparedCorpus, length: int, padding: str, truncating: str
) -> None:
    recipe = replace(LSTM, length=length, padding=padding, truncating=truncating)  # type: ignore[arg-type]
    found = prepare(reviews, recipe)
    for nth in (0, 3, 19_999):
        review = training_review(found, recipe, nth)
        number = int(split(reviews, recipe)[0][nth])
        assert review.number == number
        words = reviews.ranks(number).tolist()
        ids = [1] + [rank + 3 if rank and rank + 3 < 500 else 2 for rank in words]
        assert review.token_ids.tolist() == ids
        assert review.inputs.tolist() == simply_padded(ids, length, padding, truncating)
        assert review.label == reviews.labels[number]


# -- one-hot ----------------------------------------------------------------------------------------


def test_a_one_hot_row() -> None:
    row = one_hot_row(9, 500)
    assert row.shape == (500,)
    assert row.dtype == np.float32
    assert float(np.sum(row)) == 1.0
    assert row[:12].tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert one_hot_row(499, 500)[499] == 1
    with pytest.raises(IndexError):
        one_hot_row(500, 500)


def test_what_the_one_hot_array_takes(reviews: PreparedCorpus, twenty: Corpus) -> None:
    assert one_hot_bytes(prepare(reviews, LSTM), LSTM) == 4_000_000_000
    recipe = replace(LSTM, length=3, num_words=11)
    array = np.zeros((16, 3, 11), np.float32)
    assert one_hot_bytes(prepare(twenty, recipe), recipe) == array.nbytes
