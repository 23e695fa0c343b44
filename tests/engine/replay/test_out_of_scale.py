"""Numbers that are far from what a network learned from are spoken of; scaled ones are not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.numbers.scaling import SCALES, Scaling
from engine.replay.out_of_scale import FAR, MAX_SHARE, out_of_scale
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.engine.numbers.networks import numbers_network
from tests.networks import text_network

NETWORK = numbers_network(2, None)
PRESSURE = np.stack(
    [1013 + 20 * np.sin(np.arange(50) / 4), np.cos(np.arange(50) / 7)], axis=1
)  # hectopascals, and a number that is scaled


def said(values: np.ndarray, padding: int = 0) -> str:
    values = np.concatenate([np.zeros((padding, values.shape[1])), values])
    steps = tuple(map(str, range(len(values))))
    sequence = Sequence(values.astype(np.float32), steps, np.arange(len(values)) < padding)
    note = out_of_scale(replay(NETWORK, sequence))
    return "" if note is None else str(note)


@pytest.mark.parametrize("padding", [0, 400])
def test_numbers_that_saturate_the_gates_are_named(padding: int) -> None:
    """Padding in front, at which nothing is saturated, does not count."""
    text = said(PRESSURE, padding)
    assert text.startswith("LSTM(8) reads numbers from 993 to 1,033 (1 of 2 columns), and ")
    share = int(text.split(" and ")[1].split(" %")[0])
    assert 100 * MAX_SHARE < share <= 100
    assert "Scale" in text and "--scale" in text


@pytest.mark.parametrize("kind", [kind for kind in SCALES if kind != "none"])
def test_scaled_numbers_are_not_spoken_of(kind: str) -> None:
    scaling = Scaling.fit(kind, list(PRESSURE.T))
    assert said(scaling.apply(PRESSURE)) == ""


def test_both_the_numbers_and_the_gates_must_be_out_of_bounds() -> None:
    assert said(np.full((50, 2), FAR)) == "", "numbers up to the bound are none of its business"
    small = numbers_network(2, None)
    lstm, dense = small.layers
    weights = {key: 1e-6 * rows for key, rows in lstm.weights.items()}
    small = replace(small, layers=(replace(lstm, weights=weights), dense))  # learned from such
    sequence = Sequence(PRESSURE.astype(np.float32), ("",) * 50, np.zeros(50, bool))
    assert out_of_scale(replay(small, sequence)) is None


def test_a_cell_without_gates_is_judged_by_its_hidden_state() -> None:
    made = text_network("SimpleRNN", 4, embedding=2, seed=3)
    network = type(made)("SimpleRNN(4)", made.layers[1:], features=2)
    sequence = Sequence(PRESSURE.astype(np.float32), ("",) * 50, np.zeros(50, bool))
    note = out_of_scale(replay(network, sequence))
    assert note is not None and "% of the hidden state" in str(note)


def test_ids_are_not_numbers() -> None:
    network = text_network("LSTM", 4)
    sequence = Sequence(np.full(20, 15, np.int32), ("",) * 20, np.zeros(20, bool))
    assert out_of_scale(replay(network, sequence)) is None
