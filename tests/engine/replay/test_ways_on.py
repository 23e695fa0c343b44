"""Who can read on: seen in the network alone, before anything is read."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.network import Call, Input, Layer, Network
from engine.replay.forward import forward
from engine.replay.read_on import read_on
from engine.replay.ways_on import drawn_shares, why_not, written_id
from engine.sequence import Sequence
from tests.networks import Weights

STEPS, WIDTH = 6, 2


def horizon(kind: str, length: int | None = None) -> Network:
    """One that forecasts three steps at once; or one, with ``one``."""
    weights = Weights(1)
    steps = 1 if kind == "one" else 3
    made = [weights.recurrent("lstm", "LSTM", 5, WIDTH)]
    if kind == "RepeatVector":
        repeated = Layer("repeat", kind, {"n": steps}, {}, (None, steps, 5))
        decoder = weights.recurrent("decoder", "LSTM", 5, 5, return_sequences=True)
        made += [repeated, decoder, weights.dense(5, WIDTH, "linear", steps=True)]
    else:
        shape = {"target_shape": [steps, WIDTH]}
        made.append(weights.dense(5, steps * WIDTH, "linear", steps=False))
        made.append(Layer("reshape", "Reshape", shape, {}, (None, steps, WIDTH)))
    return Network("horizon", tuple(made), length=length, features=WIDTH)


@pytest.mark.parametrize("length", [None, STEPS])
@pytest.mark.parametrize("kind", ["Reshape", "RepeatVector"])
def test_an_answer_of_several_steps_is_not_the_next_step(kind: str, length: int | None) -> None:
    assert str(why_not(horizon(kind, length))) == (
        "horizon cannot read on: it answers several steps at once, and only one comes next."
    )


def test_what_is_repeated_again_comes_after_what_was_repeated_before() -> None:
    """Also where no layer between them steps."""
    lstm, repeated, *_ = horizon("RepeatVector").layers
    flat = Layer("flat", "Flatten", {}, {}, (None, 15))
    again = Layer("again", "RepeatVector", {"n": 2}, {}, (None, 2, 15))
    network = Network("twice", (lstm, repeated, flat, again), features=WIDTH)
    values = forward(network, np.ones((1, STEPS, WIDTH), np.float32), keep=True).values
    times = [values[name, 0].times.tolist() for name in ("repeat", "again")]
    assert times == [[STEPS, STEPS + 1, STEPS + 2], [STEPS + 3, STEPS + 4]]


@pytest.mark.parametrize("length", [None, STEPS])
def test_an_answer_of_one_step_is(length: int | None) -> None:
    network = horizon("one", length)
    assert why_not(network) is None
    values = np.random.default_rng(2).normal(size=(STEPS, WIDTH)).astype(np.float32)
    sequence = Sequence(values, ("",) * STEPS, np.zeros(STEPS, bool))
    assert read_on(network, sequence, 3).written.values.shape == (3, WIDTH)


def beside(how: str) -> Network:
    """One that reads another input beside the one that is read: step by step, as a vector, or as
    what its steps attend to."""
    weights = Weights(1)
    joined = Layer("join", "Concatenate", {"axis": -1}, {}, (None, STEPS, WIDTH + 3))
    read = ("join", 0)
    other = Layer("other", "Activation", {"activation": "tanh"}, {}, (None, STEPS, 3))
    if how == "vector":
        other = weights.recurrent("other", "GRU", 3, 3)
        joined = Layer("join", "Concatenate", {"axis": -1}, {}, (None, 8))
    if how == "attended":
        joined = Layer("join", "Attention", {}, {}, (None, None, WIDTH))
    width = {"steps": WIDTH + 3, "vector": WIDTH, "attended": WIDTH}[how]
    lstm = weights.recurrent("lstm", "LSTM", 5, width)
    dense = weights.dense(8 if how == "vector" else 5, WIDTH, "linear", steps=False)
    late = how == "vector"
    calls = (
        Call("other", "other", (("beside", 0),)),
        *([Call("lstm", "lstm", (("read", 0),))] if late else []),
        Call("join", "join", (("lstm" if late else "read", 0), ("other", 0))),
        *([] if late else [Call("lstm", "lstm", (read,))]),
        Call("dense", "dense", (("join" if late else "lstm", 0),)),
    )
    columns = WIDTH if how == "attended" else 3
    inputs = (Input("read", (None, STEPS, WIDTH)), Input("beside", (None, STEPS, columns)))
    return Network(
        "two",
        (other, joined, lstm, dense),
        length=STEPS,
        features=WIDTH,
        inputs=inputs,
        calls=calls,
        outputs=(("dense", 0),),
    )


def test_steps_of_another_input_beside_those_that_are_read_would_have_to_go_on() -> None:
    assert str(why_not(beside("steps"))) == (
        "two cannot read on: beside has steps of its own, which nobody knows yet."
    )


@pytest.mark.parametrize("how", ["vector", "attended"])
def test_another_input_that_is_not_read_step_by_step_stays_as_it_is(how: str) -> None:
    assert why_not(beside(how)) is None


@pytest.mark.parametrize("likelihoods", [True, False])
def test_the_lowest_temperature_takes_the_most_likely(likelihoods: bool) -> None:
    answer = np.array([0.1, 0.0, 0.6, 0.3], np.float32)
    for temperature in (1e-310, 5e-324):
        chosen = written_id(
            answer,
            likelihoods=likelihoods,
            temperature=temperature,
            random=np.random.default_rng(1),
        )
        assert chosen == 2


@pytest.mark.parametrize("likelihoods", [True, False])
def test_shares_are_those_with_which_ids_are_drawn(likelihoods: bool) -> None:
    sums = np.log(np.array([0.1, 0.2, 0.6, 0.1]))
    answer = (np.exp(sums) if likelihoods else sums).astype(np.float32)
    shares = drawn_shares(answer, likelihoods=likelihoods, temperature=2.0)
    np.testing.assert_allclose(shares, np.exp(sums / 2) / np.exp(sums / 2).sum(), atol=1e-6)
    random = np.random.default_rng(3)
    drawn = [
        written_id(answer, likelihoods=likelihoods, temperature=2.0, random=random)
        for _ in range(4000)
    ]
    np.testing.assert_allclose(np.bincount(drawn, minlength=4) / 4000, shares, atol=0.03)
