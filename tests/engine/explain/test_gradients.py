"""Gradients of whole networks against central differences in float64."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.explain.target import ExplainedReading, Target, read_for
from engine.network.network import Layer, Network
from tests.engine.explain.networks import KINDS, Array, both_ways, ids, text, with_options

STEP, APART = 1e-5, 1e-6


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    reset_after=st.booleans(),
    layers=st.integers(1, 3),
    masked=st.booleans(),
    backwards=st.booleans(),
    steps=st.integers(1, 7),
    batch=st.integers(1, 3),
    seed=st.integers(0, 999),
)
def test_cells_depths_masks_lengths_batches(
    kind: str,
    reset_after: bool,
    layers: int,
    masked: bool,
    backwards: bool,
    steps: int,
    batch: int,
    seed: int,
) -> None:
    network = text(
        kind, layers=layers, mask_zero=masked, reset_after=reset_after, scale=2, seed=seed
    )
    network = with_options(network, layers, {"go_backwards": backwards})
    _check(read_for(network, _batch(steps, batch, seed)))


@settings(max_examples=15, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    mode=st.sampled_from(["concat", "sum", "ave", "mul"]),
    masked=st.booleans(),
    steps=st.integers(1, 6),
    seed=st.integers(0, 999),
)
def test_both_ways(kind: str, mode: str, masked: bool, steps: int, seed: int) -> None:
    network = both_ways(kind, mode, mask_zero=masked, scale=2)
    _check(read_for(network, _batch(steps, 2, seed)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("at", [0, 3, 6])
def test_of_a_hidden_state(kind: str, at: int) -> None:
    network = text(kind, layers=2, scale=2)
    name = network.layers[1].name
    gradient = _check(read_for(network, _batch(7, 2, 1), target=Target(at, layer=name, unit=1)))
    assert (gradient[:, at + 1 :] == 0).all()
    assert gradient[:, at].any()


@pytest.mark.parametrize("function", ["tanh", "softmax"])
@pytest.mark.parametrize("kind", KINDS)
def test_sums_that_are_cut_off(kind: str, function: str) -> None:
    network = with_options(text(kind, scale=2), 1, {"activation": function, "clip": 0.7})
    _check(read_for(network, _batch(5, 2, 1)))


@pytest.mark.parametrize("silent", [False, True])
def test_an_output_that_is_silent_at_masked_steps(silent: bool) -> None:
    embedding, lstm, dense = text("LSTM", mask_zero=True, scale=2).layers
    options = {**lstm.options, "return_sequences": True, "zero_output_for_mask": silent}
    lstm = Layer("lstm", "LSTM", options, lstm.weights, (None, None, 4))
    flat = Layer("flat", "Flatten", {}, {}, (None, 24))
    kernel = np.random.default_rng(0).standard_normal((24, 1))
    dense = Layer("dense", "Dense", dense.options, {**dense.weights, "kernel": kernel}, (None, 1))
    row = np.array([[0, 3, 0, 0, 5, 0], [4, 0, 6, 7, 0, 8]], np.int32)
    _check(read_for(Network("n", (embedding, lstm, flat, dense)), row))


def test_any_number_of_answers_of_one_sequence() -> None:
    """Of N = 3 amounts of one sequence's answer: as much of its gradient."""
    reading = read_for(text("GRU"), ids(6).inputs[None])
    (single,) = reading.back().values()
    amounts = np.array([2.0, -1.0, 0.0])
    again = reading.again({leaf: np.repeat(rows, 3, 0) for leaf, rows in reading.numbers().items()})
    (several,) = again.back(asked=amounts).values()
    np.testing.assert_allclose(several, amounts[:, None, None] * single, rtol=1e-12, atol=1e-15)


def _batch(steps: int, batch: int, seed: int) -> Array:
    """Ids ``(B, T)``, with padding in front of all but the first."""
    return np.stack(
        [ids(steps, padded=min(k, steps - 1), seed=seed + k).inputs for k in range(batch)]
    )


def _check(reading: ExplainedReading) -> Array:
    (gradient,) = reading.back().values()
    ((leaf, numbers),) = reading.numbers().items()
    wanted = np.zeros(numbers.shape)
    for t in range(numbers.shape[1]):
        for feature in range(numbers.shape[2]):
            ends = []
            for step in (STEP, -STEP):
                moved = numbers.copy()
                moved[:, t, feature] += step
                ends.append(reading.again({leaf: moved}).answers())
            wanted[:, t, feature] = (ends[0] - ends[1]) / (2 * STEP)
    assert np.abs(gradient - wanted).max() <= APART * max(1.0, np.abs(wanted).max())
    return gradient
