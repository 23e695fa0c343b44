"""What each step shows: answers as of that step, layers that read later, later ones that write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.replay.value import Value, with_common_ends
from engine.sequence import Sequence
from tests.engine.network.zoo.case import (
    FEATURES,
    STEPS,
    UNITS,
    WORDS,
    numbers,
    with_weights,
    words,
)

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(600)]

CLOSE = 2e-6
Array = npt.NDArray[Any]
Make = Callable[[Any], Any]
CAUSAL: dict[str, Make] = {}


def causal(make: Make) -> Make:
    CAUSAL[make.__name__] = make
    return make


def written(k: Any, make: Make, folder: Path) -> tuple[Any, Network]:
    """A model of Keras with random weights, and ours from its file."""
    k.backend.clear_session()
    model = with_weights(make(k))
    path = folder / "model.keras"
    model.save(path)
    return model, open_network(path)


def numbers_of(steps: int, features: int = FEATURES, seed: int = 3) -> Array:
    return np.random.default_rng(seed).standard_normal((steps, features)).astype(np.float32)


def sequence_of(values: Array, **others: Array) -> Sequence:
    names = tuple(f"w{t}" for t in range(len(values)))
    return Sequence(values, names, np.zeros(len(values), bool), auxiliary_inputs=others)


def answer_of(model: Any, *given: Array) -> Array:
    batch = [one[None] for one in given]
    return np.asarray(model(batch if len(batch) > 1 else batch[0], training=False))[0]


def same(found: Array, wanted: Array) -> None:
    np.testing.assert_allclose(found, np.reshape(wanted, np.shape(found)), atol=CLOSE, rtol=CLOSE)


# -- answers as of every step --------------------------------------------------------


@causal
def last_state(k: Any) -> Any:
    return k.Sequential([*numbers(k, None), k.layers.LSTM(UNITS), k.layers.Dense(2)])


@causal
def stacked_and_normalised(k: Any) -> Any:
    layers = [
        *numbers(k, None),
        k.layers.LSTM(UNITS, return_sequences=True),
        k.layers.BatchNormalization(),
        k.layers.GRU(UNITS),
        k.layers.Dense(3, "softmax"),
    ]
    return k.Sequential(layers)


@causal
def masked_words(k: Any) -> Any:
    layers = [*words(k, None, mask_zero=True), k.layers.GRU(UNITS), k.layers.Dense(1, "sigmoid")]
    return k.Sequential(layers)


@causal
def causal_convolution(k: Any) -> Any:
    layers = [
        *numbers(k, None),
        k.layers.Conv1D(4, 3, padding="causal", dilation_rate=2, activation="relu"),
        k.layers.LSTM(UNITS),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@causal
def mean_over_the_steps(k: Any) -> Any:
    layers = [
        *words(k, None, mask_zero=True),
        k.layers.LSTM(UNITS, return_sequences=True),
        k.layers.GlobalAveragePooling1D(),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@causal
def largest_over_the_steps(k: Any) -> Any:
    layers = [
        *numbers(k, None),
        k.layers.LSTM(UNITS, return_sequences=True),
        k.layers.GlobalMaxPooling1D(),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@causal
def two_heads_joined(k: Any) -> Any:
    """States and pooled steps: all are running, and are known together."""
    first = k.Input((None, FEATURES))
    made, h, c = k.layers.LSTM(UNITS, return_sequences=True, return_state=True)(first)
    both = k.layers.Concatenate()([h, k.layers.GlobalMaxPooling1D()(made), c])
    return k.Model(first, k.layers.Dense(2)(both))


@causal
def last_step_taken(k: Any) -> Any:
    first = k.Input((None, FEATURES))
    made = k.layers.LSTM(UNITS, return_sequences=True)(first)
    return k.Model(first, k.layers.Dense(1)(made[:, -1]))


@causal
def arithmetic(k: Any) -> Any:
    first = k.Input((None, FEATURES))
    a, b = k.layers.LSTM(UNITS)(first), k.layers.GRU(UNITS)(first)
    return k.Model(first, k.layers.Dense(1)(a * 2.0 - a * b))


@pytest.mark.parametrize("name", CAUSAL)
def test_an_answer_is_that_of_the_sequence_cut_there(keras: Any, tmp_path: Path, name: str) -> None:
    model, network = written(keras, CAUSAL[name], tmp_path)
    values = numbers_of(9)
    if network.features is None:
        values = np.array([0, 3, 0, 0, 7, 19, 0, 1, 0], np.int32)
    trace = replay(network, sequence_of(values))
    assert not trace.looks_ahead
    assert len(trace) == 9
    for t in range(9):
        if name == "mean_over_the_steps" and not values[: t + 1].any():
            continue  # Keras divides by the count of no steps at all
        same(trace.prediction[t], answer_of(model, values[: t + 1]))


def test_an_answer_at_every_step_is_what_is_said_of_it(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        layers = [*numbers(k, None), k.layers.LSTM(UNITS, return_sequences=True), k.layers.Dense(2)]
        return k.Sequential(layers)

    model, network = written(keras, make, tmp_path)
    values = numbers_of(6)
    trace = replay(network, sequence_of(values))
    assert not trace.looks_ahead
    same(trace.prediction, answer_of(model, values))


# -- answers that need what comes after ------------------------------------------------


AHEAD: dict[str, Make] = {
    "bidirectional": lambda k: [k.layers.Bidirectional(k.layers.LSTM(UNITS))],
    "backwards": lambda k: [k.layers.LSTM(UNITS, go_backwards=True)],
    "flattened": lambda k: [k.layers.LSTM(UNITS, return_sequences=True), k.layers.Flatten()],
    "permuted": lambda k: [k.layers.Permute((2, 1)), k.layers.LSTM(UNITS)],
}


@pytest.mark.parametrize("name", AHEAD)
def test_without_an_answer_before_the_end(keras: Any, tmp_path: Path, name: str) -> None:
    def make(k: Any) -> Any:
        return k.Sequential([*numbers(k), *AHEAD[name](k), k.layers.Dense(2)])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert trace.looks_ahead
    assert np.isnan(trace.prediction[: STEPS - 1]).all()
    same(trace.answer, answer_of(model, values))


@pytest.mark.parametrize("name", ["same convolution", "bidirectional sequences"])
def test_answers_at_every_step_that_look_ahead(keras: Any, tmp_path: Path, name: str) -> None:
    def make(k: Any) -> Any:
        inner = {
            "same convolution": lambda: k.layers.Conv1D(4, 3, padding="same"),
            "bidirectional sequences": lambda: k.layers.Bidirectional(
                k.layers.GRU(UNITS, return_sequences=True)
            ),
        }[name]()
        layers = [*numbers(k), inner, k.layers.LSTM(UNITS, return_sequences=True)]
        return k.Sequential([*layers, k.layers.Dense(2)])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert trace.looks_ahead
    same(trace.prediction, answer_of(model, values))


def test_answers_of_several_layers_are_those_of_the_same_ends() -> None:
    """Each as of its last step by then; none before all of them have one."""
    rows, ends = np.arange(4.0)[None, :, None], np.arange(4, dtype=np.int32)
    every = Value(rows, ends, 3, running=True)
    pooled = Value(rows[:, :2] + 10, ends[1::2], 3, running=True)
    once = Value(rows[:, 0], None, 3)
    one, other, same_at_all = with_common_ends([every, pooled, once])
    assert one.times.tolist() == other.times.tolist() == [1, 2, 3]
    assert one.array.tolist() == [[[1], [2], [3]]]
    assert other.array.tolist() == [[[10], [10], [11]]]
    assert same_at_all is once


# -- an encoder and a decoder ------------------------------------------------------------


def test_a_decoder_writes_after_all_is_read(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        layers = [
            *numbers(k),
            k.layers.LSTM(UNITS, name="encoder"),
            k.layers.RepeatVector(3),
            k.layers.LSTM(UNITS, return_sequences=True, name="decoder"),
            k.layers.TimeDistributed(k.layers.Dense(2)),
        ]
        return k.Sequential(layers)

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert len(trace) == STEPS + 3
    assert trace.steps == (*(f"w{t}" for t in range(STEPS)), "→ 1", "→ 2", "→ 3")
    encoder, decoder = trace.layers["encoder"], trace.layers["decoder"]
    assert encoder.idle is not None and encoder.idle.tolist() == [False] * STEPS + [True] * 3
    assert decoder.idle is not None and decoder.idle.tolist() == [True] * STEPS + [False] * 3
    assert not encoder.masked.any() and not decoder.masked.any()
    for key in "hc":
        kept = encoder.series[key][STEPS - 1]
        assert (encoder.series[key][STEPS:] == kept).all()
        assert (decoder.series[key][:STEPS] == 0).all()
    assert np.isnan(trace.prediction[:STEPS]).all()
    same(trace.prediction[STEPS:], answer_of(model, values))


def test_a_second_decoder_writes_after_the_first(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        layers = [
            *numbers(k),
            k.layers.LSTM(UNITS, name="encoder"),
            k.layers.RepeatVector(3),
            k.layers.LSTM(UNITS, name="first"),
            k.layers.RepeatVector(2),
            k.layers.LSTM(UNITS, return_sequences=True, name="second"),
        ]
        return k.Sequential(layers)

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert trace.steps[STEPS:] == ("→ 1", "→ 2", "→ 3", "→ 4", "→ 5")
    first, second = trace.layers["first"], trace.layers["second"]
    assert (first.first, first.last) == (STEPS, STEPS + 2)
    assert (second.first, second.last) == (STEPS + 3, STEPS + 4)
    same(trace.prediction[STEPS + 3 :], answer_of(model, values))


def test_a_repeated_answer_is_written_after_all_is_read(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        last = (k.layers.LSTM(UNITS), k.layers.RepeatVector(3), k.layers.Dense(2))
        return k.Sequential([*numbers(k), *last])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert trace.steps[STEPS:] == ("→ 1", "→ 2", "→ 3")
    assert np.isnan(trace.prediction[:STEPS]).all()
    same(trace.prediction[STEPS:], answer_of(model, values))


def test_a_decoder_begins_where_the_encoder_ended(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        one, two = k.Input((STEPS,), dtype="int32"), k.Input((4,), dtype="int32", name="written")
        first = k.layers.Embedding(WORDS, 4)(one)
        _, *states = k.layers.LSTM(UNITS, return_state=True, name="encoder")(first)
        second = k.layers.Embedding(WORDS, 4)(two)
        made = k.layers.LSTM(UNITS, return_sequences=True, name="decoder")(
            second, initial_state=states
        )
        return k.Model([one, two], k.layers.Dense(3, "softmax")(made))

    model, network = written(keras, make, tmp_path)
    ids, second = np.arange(1, STEPS + 1, dtype=np.int32), np.array([4, 9, 0, 2], np.int32)
    trace = replay(network, sequence_of(ids, written=second))
    assert len(trace) == STEPS + 4
    assert trace.steps[STEPS:] == ("→ 1", "→ 2", "→ 3", "→ 4")
    encoder, decoder = trace.layers["encoder"], trace.layers["decoder"]
    assert (decoder.first, decoder.last) == (STEPS, STEPS + 3)
    for key in "hc":
        kept = encoder.series[key][STEPS - 1]
        assert (decoder.before(key, STEPS) == kept).all()
        assert (decoder.start[key] == kept).all()
        assert (decoder.series[key][:STEPS] == kept).all()
        assert (decoder.before(key, STEPS + 2) == decoder.series[key][STEPS + 1]).all()
    same(trace.prediction[STEPS:], answer_of(model, ids, second))


# -- fewer steps than were read ----------------------------------------------------------


def test_behind_a_pooling_the_step_shown_is_the_last_one_made(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        layers = [*numbers(k, 8), k.layers.MaxPooling1D(2), k.layers.LSTM(UNITS, name="rnn")]
        return k.Sequential([*layers, k.layers.Dense(1)])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(8)
    trace = replay(network, sequence_of(values))
    rnn = trace.layers["rnn"]
    # A step is made of two: the first is there once the second number is read.
    assert rnn.idle is not None and rnn.idle.tolist() == [True, False] * 4
    assert (rnn.series["h"][0] == 0).all()
    for t in (1, 3, 5):
        assert (rnn.series["h"][t] == rnn.series["h"][t + 1]).all()
        assert (rnn.inputs[t] == values[t - 1 : t + 1].max(axis=0)).all()
    assert np.isnan(trace.prediction[0])
    assert not trace.looks_ahead
    same(trace.answer, answer_of(model, values))
    for t in (1, 3, 5, 7):
        before = rnn.before("h", t)
        assert (before == (rnn.series["h"][t - 2] if t > 1 else 0)).all()


def test_backwards_behind_a_pooling(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        inner = k.layers.LSTM(UNITS, return_sequences=True)
        both = k.layers.Bidirectional(inner, name="both")
        return k.Sequential([*numbers(k, 8), k.layers.AveragePooling1D(2), both])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(8)
    trace = replay(network, sequence_of(values))
    way, answer = trace.layers["both/backward"], answer_of(model, values)
    same(way.series["h"][1::2], answer[:, UNITS:])
    for t in (1, 3, 5):
        assert (way.before("h", t) == way.series["h"][t + 2]).all()
    assert (way.before("h", 7) == 0).all()


@pytest.mark.parametrize(("name", "first"), [("Cropping1D", 1), ("UpSampling1D", 0), ("part", 2)])
def test_steps_that_are_moved_keep_their_times(
    keras: Any, tmp_path: Path, name: str, first: int
) -> None:
    def make(k: Any) -> Any:
        start = k.Input((8, FEATURES))
        moved = (
            start[:, 2:]
            if name == "part"
            else getattr(k.layers, name)((1, 0) if name == "Cropping1D" else 2)(start)
        )
        made = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(moved)
        return k.Model(start, k.layers.Dense(1)(k.layers.GRU(UNITS, name="top")(made)))

    model, network = written(keras, make, tmp_path)
    values = numbers_of(8)
    trace = replay(network, sequence_of(values))
    assert len(trace) == 8
    assert not trace.looks_ahead
    assert np.isnan(trace.prediction[:first]).all()
    assert np.isfinite(trace.prediction[first:]).all()
    assert trace.layers["rnn"].first == first
    same(trace.answer, answer_of(model, values))


@pytest.mark.parametrize("name", ["softmax over time", "query of the last state", "norm"])
def test_what_looks_at_all_steps_says_so(keras: Any, tmp_path: Path, name: str) -> None:
    def make(k: Any) -> Any:
        start = k.Input((STEPS, FEATURES))
        made, h, _ = k.layers.LSTM(UNITS, return_sequences=True, return_state=True)(start)
        if name == "softmax over time":
            made = k.layers.Multiply()([made, k.layers.Softmax(axis=1)(k.layers.Dense(1)(made))])
            return k.Model(start, k.layers.Dense(1)(made))
        if name == "norm":
            return k.Model(start, k.layers.Dense(1)(k.layers.LayerNormalization(axis=[1, 2])(made)))
        scores = k.layers.Softmax()(k.layers.Dot(axes=(2, 1))([made, h]))
        return k.Model(start, k.layers.Dense(1)(k.layers.Dot(axes=1)([made, scores])))

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert trace.looks_ahead
    answer = answer_of(model, values)
    if name == "query of the last state":
        assert np.isnan(trace.prediction[:-1]).all()
        same(trace.answer, answer)
    else:
        same(trace.prediction, answer)


def test_behind_a_valid_convolution_the_first_steps_are_empty(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        layers = [*numbers(k, None), k.layers.Conv1D(4, 3), k.layers.LSTM(UNITS, name="rnn")]
        return k.Sequential([*layers, k.layers.Dense(1)])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(8)
    trace = replay(network, sequence_of(values))
    rnn = trace.layers["rnn"]
    assert [rnn.is_idle(t) for t in range(8)] == [True, True] + [False] * 6
    assert np.isnan(trace.prediction[:2]).all()
    assert not trace.looks_ahead
    for t in range(2, 8):
        same(trace.prediction[t], answer_of(model, values[: t + 1]))


# -- the other direction -------------------------------------------------------------------


def test_both_directions_stand_in_the_order_of_the_review(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        inner = k.layers.LSTM(UNITS, return_sequences=True)
        return k.Sequential([*numbers(k), k.layers.Bidirectional(inner, name="both")])

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    forward, backward = trace.layers["both/forward"], trace.layers["both/backward"]
    answer = answer_of(model, values)
    same(forward.series["h"], answer[:, :UNITS])
    same(backward.series["h"], answer[:, UNITS:])
    assert (forward.backwards, backward.backwards) == (False, True)
    for t in range(STEPS):
        before, after = forward.before("c", t), backward.before("c", t)
        assert (before == (forward.series["c"][t - 1] if t else 0)).all()
        assert (after == (backward.series["c"][t + 1] if t < STEPS - 1 else 0)).all()
    assert (backward.inputs == values).all()


def test_a_layer_that_reads_what_another_read_backwards(keras: Any, tmp_path: Path) -> None:
    """The first hands its steps on back to front, as Keras does: so the second reads."""

    def make(k: Any) -> Any:
        layers = [
            *numbers(k),
            k.layers.LSTM(UNITS, return_sequences=True, go_backwards=True, name="a"),
            k.layers.GRU(UNITS, return_sequences=True, name="b"),
        ]
        return k.Sequential(layers)

    model, network = written(keras, make, tmp_path)
    values = numbers_of(STEPS)
    trace = replay(network, sequence_of(values))
    assert trace.looks_ahead
    b = trace.layers["b"]
    assert b.backwards
    same(b.series["h"], answer_of(model, values)[::-1])
    for t in range(STEPS):
        assert (b.before("h", t) == (b.series["h"][t + 1] if t < STEPS - 1 else 0)).all()
    assert (b.inputs == trace.layers["a"].series["h"]).all()


# -- refused ---------------------------------------------------------------------------------


def test_what_stands_before_a_refused_layer_is_replayed(keras: Any, tmp_path: Path) -> None:
    def make(k: Any) -> Any:
        first = k.Input((STEPS, FEATURES))
        made = k.layers.LSTM(UNITS, return_sequences=True, name="before")(first)
        odd = k.layers.Lambda(lambda x: x * 2, name="odd")(made)
        k.layers.Dense(2, name="fine")(made)
        return k.Model(first, [k.layers.Dense(1)(odd), k.layers.Dense(2, name="fine")(made)])

    _, network = written(keras, make, tmp_path)
    trace = replay(network, sequence_of(numbers_of(STEPS)))
    assert not network.answers
    assert list(trace.layers) == ["before"]
    assert np.isnan(trace.prediction).all()
    assert list(trace.outputs) == ["fine"]
    assert trace.outputs["fine"].shape == (STEPS, 2)
    assert isinstance(trace, Trace)
