"""Attention weights in a trace: what they sum to, where they stand in time, who keeps them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.network.by_hand import spreading, weighing
from engine.network.network import Call, Input, Layer, Network, Tensor
from engine.replay.attended import Attended
from engine.replay.export import arrays
from engine.replay.forward import forward
from engine.replay.replay import replay, replay_batch
from engine.replay.stepping import NetworkStepper, can_step
from engine.replay.value import Value
from engine.session.pane import main_layer
from tests.attending import HEADS, WIDTH, attending_network, drawn
from tests.engine.explain.networks import ids
from tests.networks import Weights, text_network


def test_a_trace_keeps_the_weights_of_every_call_that_attends() -> None:
    trace = replay(attending_network(), ids(6, padded=2))
    assert list(trace.attention) == ["heads", "look"]
    heads, look = trace.attention.values()
    assert heads.weights.shape == (HEADS, 6, 6)
    assert look.weights.shape == (1, 6, 6)
    for each in (heads, look):
        assert each.weights.dtype == np.float32
        assert not each.weights.flags.writeable
        np.testing.assert_allclose(each.weights.sum(axis=-1), 1, rtol=1e-6)
        np.testing.assert_array_equal(each.queries, np.arange(6))
    np.testing.assert_allclose(heads.of_head(None), heads.weights.mean(axis=0), rtol=1e-6)
    np.testing.assert_array_equal(heads.of_head(1), heads.weights[1])
    named = arrays(trace)
    np.testing.assert_array_equal(named["heads/attention"], heads.weights)


@pytest.mark.parametrize("looks_back", [True, False])
def test_a_call_that_returns_its_weights_returns_those_that_are_kept(looks_back: bool) -> None:
    """Of several heads one map each, of a layer that has none a map alone, as Keras does."""
    network = attending_network()
    asked = {"return_attention_scores": True, "use_causal_mask": looks_back}
    layers = tuple(replace(each, options={**each.options, **asked}) for each in network.layers)
    own = forward(replace(network, layers=layers), ids(6).inputs[None], keep=True, attention=True)
    for name in ("heads", "look"):
        kept, given = own.attention[name].weights, own.values[name, 1]
        np.testing.assert_array_equal(given.array[0], kept if name == "heads" else kept[0])
        assert given.times is None and not given.causal
        assert own.values[name, 0].causal == looks_back


def test_a_batch_keeps_none_and_answers_the_same() -> None:
    network, sequence = attending_network(), ids(6)
    trace = replay(network, sequence)
    batch = replay_batch(network, sequence.inputs[None])
    assert not batch.trace(0, sequence).attention
    np.testing.assert_array_equal(batch.prediction[0], trace.prediction)


def test_masked_steps_are_told_and_taken_from_by_nobody() -> None:
    trace = replay(attending_network(mask_zero=True), ids(6, padded=2))
    heads = trace.attention["heads"]
    np.testing.assert_array_equal(heads.seen_keys, [False, False, True, True, True, True])
    np.testing.assert_array_equal(heads.seen_queries, heads.seen_keys)
    assert heads.weights[:, 2:, :2].max() == 0


def test_heads_of_keras_3_take_the_masks_of_what_they_read() -> None:
    network, sequence = attending_network(mask_zero=True), ids(6, padded=2)
    own = forward(network, sequence.inputs[None], keep=True)
    assert own.values["look", 0].mask is None
    assert own.masks["heads"][0] is not None
    assert own.masks["look"] == [None, None]
    earlier = replace(network, keras_version="2.15.0")
    assert forward(earlier, sequence.inputs[None], keep=True).values["look", 0].mask is not None


def test_weights_stand_where_their_steps_are_made() -> None:
    weights = np.array([[[0.25, 0.75], [0.5, 0.5]]], np.float32)
    layer, seen = Layer("x", "Attention", {}, {}, ()), np.ones(2, np.bool_)
    times = np.array([1, 3], np.int32)
    each = Attended(layer, weights, times, np.array([0, 2], np.int32), seen, seen)
    placed = each.on_time(4)
    np.testing.assert_array_equal(placed[[1, 3]][:, [0, 2]], weights[0])
    assert np.isnan(placed[[0, 2]]).all()
    assert np.isnan(placed[:, [1, 3]]).all()
    assert each.taken_at(0, 4) is None
    np.testing.assert_array_equal(each.taken_at(2, 4), [0.25, np.nan, 0.75, np.nan])


def by_hand(*, weighs: bool) -> Network:
    """Scores of the steps, a softmax over them, and their sum by it; or one that weighs nothing."""
    whole, one = (None, None, 3), (None, None, 1)
    kernel = np.linspace(-1, 1, 3, dtype=np.float32)[:, None]
    layers = (
        Layer("score", "Dense", {"units": 1, "use_bias": False}, {"kernel": kernel}, one),
        Layer("shares", "Softmax", {"axis": 1}, {}, one),
        Layer("moved", "Permute", {"dims": [2, 1]}, {}, (None, 1, None)),
        Layer("sum", "Dot", {"axes": [2, 1]}, {}, (None, 1, 3)),
    )
    calls = (
        Call("score", "score", (("x", 0),)),
        Call("shares", "shares", (("score", 0),)),
        Call("moved", "moved", (("shares", 0),)),
        Call("sum", "sum", (("moved", 0), ("x", 0))),
    )
    inputs, stop = (Input("x", whole),), 4 if weighs else 3
    last = (("sum" if weighs else "moved", 0),)
    return Network(
        "by hand", layers[:stop], features=3, inputs=inputs, calls=calls[:stop], outputs=last
    )


def test_a_softmax_that_weighs_the_steps_is_attention_by_hand() -> None:
    network, rows = by_hand(weighs=True), np.random.default_rng(1).standard_normal((1, 5, 3))
    assert dict(weighing(network)) == {"shares": ("x", 0)}
    passed = forward(network, rows, dtype=np.float64, keep=True, attention=True)
    attended = passed.attention["shares"]
    assert attended.weights.shape == (1, 1, 5)
    np.testing.assert_array_equal(attended.queries, [4])
    np.testing.assert_array_equal(attended.keys, np.arange(5))
    np.testing.assert_allclose(
        attended.weights[0] @ rows[0], passed.values["sum", 0].array[0], rtol=1e-6
    )
    assert not weighing(by_hand(weighs=False))


@pytest.mark.parametrize("turned", [True, False])
def test_repeating_the_weights_makes_no_steps_of_a_decoder(turned: bool) -> None:
    """Scores, flattened, softmax, repeated for every unit, turned over, multiplied."""
    embedding, lstm, dense = text_network("LSTM", 4).layers
    lstm = replace(lstm, options={**lstm.options, "return_sequences": True})
    score = Layer("score", "Dense", dense.options, dense.weights, (None, 5, 1))
    layers = (
        *(embedding, replace(lstm, output_shape=(None, 5, 4)), score),
        Layer("flat", "Flatten", {}, {}, (None, 5)),
        Layer("shares", "Softmax", {}, {}, (None, 5)),
        Layer("wide", "RepeatVector", {"n": 4}, {}, (None, 4, 5)),
        Layer("turn", "Permute", {"dims": [2, 1]}, {}, (None, 5, 4)),
        Layer("product", "Multiply", {}, {}, (None, 5, 4)),
        Layer("mean", "GlobalAveragePooling1D", {}, {}, (None, 4)),
    )
    names = ["ids", *(layer.name for layer in layers)]
    calls = [Call(name, name, ((before, 0),)) for before, name in pairwise(names)]
    calls[-2] = Call("product", "product", (("turn", 0), ("lstm", 0)))
    if not turned:  # as a decoder would read it
        calls[-3:-1] = [Call("product", "product", (("wide", 0), ("lstm", 0)))]
    inputs = (Input("ids", (None, 5), 500),)
    network = Network("x", layers, 5, inputs=inputs, calls=tuple(calls), outputs=(("mean", 0),))
    assert (spreading(network) == {"wide"}) == turned
    if turned:
        trace = replay(network, ids(5))
        assert len(trace) == 5
        assert trace.attention["shares"].weights.shape == (1, 1, 5)
    again = replace(lstm, name="again", output_shape=(None, 5, 4))  # behind what was weighed
    behind = Call("again", "again", (("product", 0),)), Call("mean", "mean", (("again", 0),))
    deeper = replace(network, layers=(*layers, again), calls=(*calls[:-1], *behind))
    assert main_layer(deeper) == ("again" if turned else "lstm")  # a decoder is not shown first


def test_a_step_that_is_taken_alone_attends_to_what_is_not_masked() -> None:
    words = Weights(1).embedding("words", 20, WIDTH, mask_zero=True)
    layers = (words, drawn("heads", "MultiHeadAttention", {"num_heads": 2, "key_dim": 3}, 2))
    inputs = (Input("read", (None, None, WIDTH)), Input("ids", (None, 4), 20))
    calls = (
        Call("words", "words", (("ids", 0),)),
        Call("heads", "heads", (("read", 0), ("words", 0))),
    )
    network = Network(
        "n", layers, features=WIDTH, inputs=inputs, calls=calls, outputs=(("heads", 0),)
    )
    rows, beside = (
        np.random.default_rng(2).normal(size=(1, 3, WIDTH)),
        {"ids": np.array([[0, 0, 3, 4]])},
    )
    whole = forward(network, rows, beside, np.float64, keep=True).values["heads", 0].array
    begun = forward(network, rows[:, :2], beside, np.float64, keep=True)
    step = NetworkStepper(network, "read", begun, np.float64)
    last = step.step(Value(rows[:, 2:], np.array([2], np.int32), 2))
    np.testing.assert_allclose(last, whole[0, 2], rtol=1e-12)
    assert can_step(network, "read")


@pytest.mark.parametrize("looks", [{"use_causal_mask": True}, {"sliding_window": 2}])
def test_a_query_that_counts_its_steps_is_not_taken_alone(looks: dict[str, object]) -> None:
    """Nor one whose keys and values come with it, nor where a mask is another's answer."""
    options = {"num_heads": 2, "key_dim": 3}
    inputs = (Input("read", (None, None, WIDTH)), Input("beside", (None, 4, WIDTH)))

    def of(given: dict[str, object], *read: str, mask: Tensor | None = None) -> Network:
        heads = drawn("heads", "MultiHeadAttention", {**options, **given}, 2)
        call = Call("heads", "heads", tuple((name, 0) for name in read), mask=mask)
        return Network("n", (heads,), inputs=inputs, calls=(call,), outputs=(("heads", 0),))

    assert can_step(of({}, "read", "beside"), "read")
    assert not can_step(of(looks, "read", "beside"), "read")
    assert not can_step(of({}, "read", "read"), "read")
    assert not can_step(of({}, "beside", "read"), "read")
    assert not can_step(of({}, "read", "beside", mask=("beside", 0)), "read")
