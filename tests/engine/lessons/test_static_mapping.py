"""Shuffling keeps the words; a bag of words does not notice; the filters' windows are recomputed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.static_mapping import (
    answers,
    filter_values,
    shuffle,
    shuffled_order,
    strongest_windows,
)
from engine.library import LESSONS, MODELS
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode


def _sequence(ids: list[int], length: int = 0) -> Sequence:
    padding = np.arange(max(length, len(ids))) < length - len(ids)
    inputs = np.concatenate([np.zeros(padding.sum(), np.int32), np.array(ids, np.int32)])
    return Sequence(inputs, ("",) * len(inputs), padding)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=30), st.integers(0, 9))
def test_shuffling_keeps_words_and_padding(ids: list[int], seed: int) -> None:
    sequence = _sequence(ids, 40)
    mixed = sequence.inputs[shuffled_order(sequence, seed)]
    assert not mixed[sequence.padding].any()
    assert sorted(mixed.tolist()) == sorted(sequence.inputs.tolist())
    assert shuffled_order(sequence, seed).tolist() == shuffled_order(sequence, seed).tolist()


def test_the_start_mark_stays() -> None:
    """It is no word: a network with time would notice that it was moved, whatever is read."""
    review = encode("a film that is as good as it is long", imdb(), Encoding(500, length=14))
    (mark,) = np.flatnonzero(review.inputs == review.encoding.start_char)
    assert mark == np.flatnonzero(~review.padding)[0]
    orders = [shuffled_order(review, seed) for seed in range(20)]
    assert all(order[mark] == mark for order in orders)
    assert len({tuple(order) for order in orders}) > 10


def test_a_bag_does_not_notice_what_an_lstm_does() -> None:
    random = np.random.default_rng(0)
    reviews = [_sequence(random.integers(4, 500, 60).tolist(), 100) for _ in range(6)]
    bag = shuffle(open_network(LESSONS / "bag.keras"), reviews, 1)
    lstm = shuffle(open_network(MODELS / "lstm.keras"), reviews, 1)
    assert bag.changes.max() < 1e-6 and bag.turned == 0.0
    assert lstm.changes.min() > 0.0
    assert np.isnan(lstm.accuracies).all(), "nobody knows their labels"
    known = [replace(each, label=int(k % 2)) for k, each in enumerate(reviews)]
    found = shuffle(open_network(MODELS / "lstm.keras"), known, 1)
    right = [(answer > 0.5) == (k % 2 == 1) for k, answer in enumerate(found.after)]
    assert found.accuracies[1] == pytest.approx(np.mean(right))
    one = replay(open_network(MODELS / "lstm.keras"), reviews[2]).prediction[-1]
    assert lstm.before[2] == pytest.approx(float(one), abs=1e-6)


def test_the_windows_of_the_filters() -> None:
    network = open_network(LESSONS / "conv1d.keras")
    ids = np.random.default_rng(2).integers(4, 500, 100).astype(np.int32)
    weights = {layer.kind: layer.weights for layer in network.layers}
    rows = weights["Embedding"]["embeddings"][ids]
    kernel, bias = weights["Conv1D"]["kernel"], weights["Conv1D"]["bias"]
    steps = len(kernel)
    sums = [
        np.tensordot(rows[k : k + steps], kernel, 2) + bias for k in range(len(ids) - steps + 1)
    ]
    values = np.maximum(np.array(sums), 0)
    np.testing.assert_allclose(filter_values(network, ids), values, atol=1e-5)
    found = strongest_windows(network, filter_values(network, ids))
    assert {each.filter for each in found} == set(range(kernel.shape[2]))
    for each in found:
        assert each.value == pytest.approx(values[:, each.filter].max(), abs=1e-5)
        assert values[each.first, each.filter] == pytest.approx(each.value, abs=1e-5)
    logit = sum(each.added for each in found) + float(weights["Dense"]["bias"][0])
    assert answers(network, ids[None])[0] == pytest.approx(1 / (1 + np.exp(-logit)), abs=1e-5)
