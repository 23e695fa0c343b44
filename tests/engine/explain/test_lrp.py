"""Relevance equals the paper's equations written out by hand, and none is lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UnsupportedError
from engine.explain.lrp import MAX_LOST, RelevanceRules
from engine.explain.methods import MethodSettings, explain
from engine.explain.target import read_for
from engine.network.network import Layer, Network
from engine.replay.carried import begun, left_by
from engine.replay.replay import replay
from tests.engine.explain import lrp_by_hand
from tests.engine.explain.networks import KINDS, both_ways, ids, numbers, rows, text, with_options


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.0])
@pytest.mark.parametrize(
    ("kind", "reset_after"), [("SimpleRNN", True), ("LSTM", True), ("GRU", True), ("GRU", False)]
)
def test_equals_the_equations_by_hand(kind: str, reset_after: bool, factor: float) -> None:
    network = numbers(kind, reset_after=reset_after, scale=2.0)
    inputs = rows(9).inputs
    layer, dense = network.layers
    wanted, start, logit = lrp_by_hand.relevance(layer, dense, inputs.astype(np.float64), factor)
    reading, rules = read_for(network, inputs[None]), RelevanceRules(factor)
    np.testing.assert_allclose(reading.answers(), [logit], rtol=1e-12)
    (found,) = reading.back(rules, reading.answers()).values()
    np.testing.assert_allclose(found[0], wanted, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(rules.start, start.sum(), rtol=1e-9, atol=1e-12)


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    layers=st.integers(1, 3),
    steps=st.integers(1, 12),
    masked=st.booleans(),
    padded=st.integers(0, 5),
    seed=st.integers(0, 1000),
)
def test_all_biases_shared_out_nothing_is_lost(
    kind: str, layers: int, steps: int, masked: bool, padded: int, seed: int
) -> None:
    network = text(kind, layers=layers, mask_zero=masked, seed=seed)
    sequence = ids(steps, padded=min(padded, steps - 1), seed=seed)
    result = explain(network, sequence, "lrp")
    (check,) = result.checks
    assert check.holds, check
    assert check.tolerance == MAX_LOST == 1e-6
    if masked:
        assert (result.scores[sequence.padding] == 0).all()


@pytest.mark.parametrize("mode", ["concat", "sum", "ave"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_both_ways(kind: str, mode: str) -> None:
    (check,) = explain(both_ways(kind, mode), ids(8), "lrp").checks
    assert check.holds, check


@pytest.mark.parametrize("kind", [*KINDS, "both ways"])
def test_what_falls_on_a_carried_state_is_counted(kind: str) -> None:
    network = both_ways("LSTM", "sum") if kind == "both ways" else text(kind, layers=2)
    sequence = begun(ids(8), left_by(replay(network, ids(8, seed=1))))
    (check,) = explain(network, sequence, "lrp").checks
    assert check.holds, check


def test_without_the_biases_what_they_keep_is_said() -> None:
    (check,) = explain(text("LSTM"), ids(8), "lrp", settings=MethodSettings(bias_factor=0.0)).checks
    assert check.name == "relevance kept by biases"
    assert not check.holds


def test_a_sum_and_a_mean_share_out_by_what_was_given() -> None:
    network = with_options(text("LSTM"), 1, {"return_sequences": True})
    embedding, lstm, dense = network.layers
    pooling = Layer("pool", "GlobalAveragePooling1D", {}, {}, (None, 4))
    (check,) = explain(Network("pooled", (embedding, lstm, pooling, dense)), ids(8), "lrp").checks
    assert check.holds, check


@pytest.mark.parametrize("refused", ["a product of both ways", "a softmax in between"])
def test_what_has_no_rule_is_refused_by_name(refused: str) -> None:
    if refused == "a product of both ways":
        network, name = both_ways("GRU", "mul"), "merge_mode mul"
    else:
        embedding, lstm, dense = text("LSTM").layers
        softmax = Layer("shares", "Softmax", {"axis": -1}, {}, (None, 4))
        network, name = Network("n", (embedding, lstm, softmax, dense)), "Softmax"
    with pytest.raises(UnsupportedError, match=name):
        explain(network, ids(5), "lrp")


@pytest.mark.parametrize("kind", KINDS)
def test_a_layer_without_biases_is_one_whose_biases_are_zero(kind: str) -> None:
    network = text(kind)
    embedding, cell, dense = network.layers
    bare = {key: each for key, each in cell.weights.items() if key != "bias"}
    without = replace(cell, weights=bare, options={**cell.options, "use_bias": False})
    zeros = {**cell.weights, "bias": np.zeros_like(cell.weights["bias"])}
    found, wanted = (
        explain(replace(network, layers=(embedding, each, dense)), ids(8), "lrp")
        for each in (without, replace(cell, weights=zeros))
    )
    np.testing.assert_allclose(found.scores, wanted.scores, atol=1e-12)
    assert found.checks[0].holds


def test_a_cell_without_a_rule_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is asked of its weights, which may have other blocks of columns."""
    monkeypatch.setattr("engine.explain.lrp.RULED", ("LSTM",))
    with pytest.raises(UnsupportedError, match="no relevance rule for the cell GRU"):
        explain(text("GRU"), ids(4), "lrp")
