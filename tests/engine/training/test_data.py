"""The split of the lecture as a network reads it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import TrainingError
from engine.progress import finish
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import ImdbReviews
from engine.training.data import Data, load
from engine.training.recipes import RECIPES


@pytest.fixture
def cached(prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))


def test_the_split_of_the_lecture(cached: None) -> None:
    data: Data = finish(load(RECIPES["lstm"]))
    assert data.training.ids.shape == (20_000, 100)
    assert data.held_out.ids.shape == (5_000, 100)
    assert data.training.ids.dtype == np.int32
    assert data.training.ids.max() == 499
    numbers = np.concatenate([data.training.numbers, data.held_out.numbers])
    assert sorted(numbers.tolist()) == list(range(25_000))
    assert data.source["reviews"] == 25_000
    assert len(data.source["sha256"]) == 64
    corpus = finish(ImdbReviews().prepare())
    number = int(data.held_out.numbers[7])
    review = corpus.review(number, Encoding(num_words=500, length=100))
    np.testing.assert_array_equal(data.held_out.ids[7], review.inputs)
    assert data.held_out.labels[7] == review.label


def test_a_limit_takes_the_first_reviews(cached: None) -> None:
    data: Data = finish(load(RECIPES["gru"], limit=50))
    assert (len(data.training), len(data.held_out)) == (40, 10)
    assert max(data.training.numbers.max(), data.held_out.numbers.max()) == 49


def test_a_limit_beyond_all_takes_all(cached: None) -> None:
    data: Data = finish(load(RECIPES["gru"], limit=1_000_000))
    assert len(data.training) + len(data.held_out) == 25_000


@pytest.mark.parametrize("limit", [-1, 0, 9])
def test_too_few(cached: None, limit: int) -> None:
    with pytest.raises(TrainingError, match=f"{limit} reviews are too few"):
        finish(load(RECIPES["gru"], limit=limit))
