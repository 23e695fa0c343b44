"""Whole networks: every step's answer is Keras's for the sequence that ends there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, ReplayError
from engine.network.network import Input
from engine.network.opening import open_network
from engine.replay.inputs import auxiliary_value
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.engine.numbers.networks import numbers_network
from tests.networks import text_network

WORDS, STEPS = 30, 12
SINGLE, DOUBLE = 1e-6, 1e-12

IDS = {
    "leading": [0, 0, 0, 4, 29, 7, 7, 1, 2, 3, 11, 5],
    "middle": [3, 0, 0, 4, 29, 0, 7, 1, 0, 3, 11, 5],
    "trailing": [3, 9, 8, 4, 29, 7, 7, 1, 2, 3, 0, 0],
    "all": [0] * STEPS,
    "none": list(range(1, STEPS + 1)),
}


def sequence_of(values: Any) -> Sequence:
    array = np.asarray(values)
    array = array.astype(np.int32 if array.ndim == 1 else np.float32)
    return Sequence(array, tuple(map(str, array)), np.zeros(len(array), bool))


def _models(k: Any, dtype: str) -> dict[str, Any]:
    """Masked and unmasked stacks; the layers between are Keras's own, inactive."""

    def words(**options: Any) -> list[Any]:
        return [k.Input((None,)), k.layers.Embedding(WORDS, 5, dtype=dtype, **options)]

    def more(kind: str, units: int, **options: Any) -> Any:
        return getattr(k.layers, kind)(units, return_sequences=True, dtype=dtype, **options)

    answer = k.layers.Dense(1, "sigmoid", dtype=dtype)
    stars = k.layers.Dense(3, "softmax", dtype=dtype)
    return {
        "stacked": [
            *words(),
            k.layers.SpatialDropout1D(0.5, dtype=dtype),
            more("LSTM", 6, dropout=0.3, recurrent_dropout=0.2),
            k.layers.Dropout(0.5, dtype=dtype),
            more("GRU", 4, reset_after=False),
            k.layers.GaussianNoise(1.0, dtype=dtype),
            more("SimpleRNN", 3),
            k.layers.Dense(4, "relu", dtype=dtype),
            answer,
        ],
        "masked": [*words(mask_zero=True), more("LSTM", 5), more("GRU", 4), more("LSTM", 3), stars],
        "masked GRU": [*words(mask_zero=True), more("GRU", 5), answer],
        "masked SimpleRNN": [*words(mask_zero=True), more("SimpleRNN", 5), answer],
        "masked LSTM": [*words(mask_zero=True), more("LSTM", 5), answer],
    }


NAMES = ["stacked", "masked", "masked GRU", "masked SimpleRNN", "masked LSTM"]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", NAMES)
def test_every_layer_and_every_answer(keras: Any, tmp_path: Path, name: str, dtype: str) -> None:
    """Each recurrent layer's output and the answer, at every step, masked ones too."""
    layers = _models(keras, dtype)[name]
    model = keras.Sequential(layers)
    random = np.random.default_rng(3)
    model.set_weights([random.standard_normal(w.shape) * 0.4 for w in model.get_weights()])
    path = tmp_path / "model.keras"
    model.save(path)
    network = open_network(path)
    recurrent = [layer for layer in model.layers if hasattr(layer, "cell")]
    inside = keras.Model(model.inputs, [layer.output for layer in [*recurrent, model.layers[-1]]])
    bound = SINGLE if dtype == "float32" else DOUBLE
    for which, ids in IDS.items():
        *wanted, answers = (np.asarray(each)[0] for each in inside(np.array([ids])))
        trace = replay(network, sequence_of(ids), dtype)
        assert len(trace) == STEPS
        for layer, theirs in zip(recurrent, wanted, strict=True):
            ours = trace.layers[layer.name]
            np.testing.assert_allclose(ours.series["h"], theirs, atol=bound, rtol=0, err_msg=which)
            if name != "stacked":
                assert ours.masked.tolist() == [id == 0 for id in ids]
        ours = trace.prediction.reshape(STEPS, -1)
        np.testing.assert_allclose(ours, answers, atol=bound, rtol=0, err_msg=which)


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(ids=st.lists(st.integers(0, 49), min_size=1, max_size=40), mask_zero=st.booleans())
def test_an_answer_is_that_of_the_review_cut_there(
    kind: str, ids: list[int], mask_zero: bool
) -> None:
    network = text_network(kind, 4, words=50, layers=2, mask_zero=mask_zero)
    whole = replay(network, sequence_of(ids), np.float64)
    for end in {1, len(ids) // 2 + 1, len(ids)}:
        cut = replay(network, sequence_of(ids[:end]), np.float64)
        assert np.abs(cut.prediction - whole.prediction[:end]).max() <= 1e-14
        for name, layer in cut.layers.items():
            for key, values in layer.series.items():
                of_whole = whole.layers[name].series[key][:end]
                np.testing.assert_allclose(values, of_whole, rtol=0, atol=1e-14)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(ids=st.lists(st.integers(1, 49), min_size=1, max_size=20), zeros=st.integers(0, 30))
def test_masked_padding_in_front_changes_nothing(ids: list[int], zeros: int) -> None:
    network = text_network("LSTM", 4, words=50, mask_zero=True)
    plain = replay(network, sequence_of(ids), np.float64).prediction
    padded = replay(network, sequence_of([0] * zeros + ids), np.float64).prediction
    assert np.abs(padded[zeros:] - plain).max() <= 1e-14


def test_padding_without_a_mask_is_really_computed() -> None:
    network = text_network("LSTM", 4, words=50)
    h = replay(network, sequence_of([0, 0, 0, 7])).layers["lstm"].series["h"]
    assert (np.abs(h[2]) > 1e-4).all()


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        ([], "There is nothing to read: the sequence has no step."),
        ([3, 50], "Step 2, “50”, has the id 50, but LSTM(4) knows only the ids 0 to 49. Encode"),
        ([-1, 3], "Step 1, “-1”, has the id -1, but LSTM(4) knows only the ids 0 to 49."),
        (np.zeros((3, 2)), "LSTM(4) reads the ids of words, not numbers. Give it a text or ids."),
    ],
)
def test_what_an_embedding_cannot_read(ids: Any, text: str) -> None:
    with pytest.raises(ReplayError) as caught:
        replay(text_network("LSTM", 4, words=50), sequence_of(ids))
    assert text in str(caught.value)


IDS_BESIDE, PAIRS = Input("ids", (None, None), 5), Input("pairs", (None, None, 2))
COUNT = Input("count", (None,), counts_steps=True)


@pytest.mark.parametrize(
    ("wanted", "values", "text"),
    [
        (IDS_BESIDE, [[0, 5]], "The input ids knows only the ids 0 to 4."),
        (IDS_BESIDE, [[-1, 4]], "The input ids knows only the ids 0 to 4."),
        (PAIRS, [[[1, np.nan]]], "The input pairs has a value that is not a finite number. Give"),
        (PAIRS, [[[1, 2, 3]]], "pairs wants numbers of the shape ('?', 2), but got (1, 3)."),
        (PAIRS, [[1, 2]], "pairs wants numbers of the shape ('?', 2), but got (2,)."),
        (PAIRS, [[[1, 2]], [[1, 2]]], "pairs wants numbers of the shape"),
        (COUNT, [1.5], "The input count counts steps: it is a whole number from 0 on."),
        (COUNT, [-1], "The input count counts steps: it is a whole number from 0 on."),
    ],
)
def test_what_another_input_cannot_be(wanted: Input, values: Any, text: str) -> None:
    with pytest.raises(ReplayError) as caught:
        auxiliary_value(wanted, np.array(values, np.float64), 1, np.dtype("float32"), 7)
    assert text in str(caught.value)


@pytest.mark.parametrize(
    ("wanted", "values", "taken"),
    [
        (IDS_BESIDE, [[0, 4]], [[0, 4]]),
        (IDS_BESIDE, None, [[0] * 7]),
        (PAIRS, None, [[[0, 0]] * 7]),
        (COUNT, None, [7]),
        (COUNT, [0], [0]),
        (COUNT, [9], [7]),
    ],
)
def test_what_another_input_is(wanted: Input, values: Any, taken: Any) -> None:
    """Given, or as many zeros as there are steps, or all the steps that there are."""
    given = None if values is None else np.array(values, np.float64)
    value = auxiliary_value(wanted, given, 1, np.dtype("float32"), 7)
    assert value.array.tolist() == taken
    assert (value.times is None) == (wanted is COUNT)


def test_a_stop_ends_it_soon() -> None:
    asked = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        replay(text_network(), sequence_of([1] * 5000), should_stop=stop)
    assert len(asked) == 3
    replay(text_network(), sequence_of([1] * 200), should_stop=lambda: False)


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_saturated_gates_neither_warn_nor_break(kind: str) -> None:
    network = text_network(kind, 4, words=50)
    for layer in network.layers:
        for weight in layer.weights.values():
            weight.flags.writeable = True
            np.multiply(weight, 1e4, out=weight)
    with np.errstate(all="raise"):
        trace = replay(network, sequence_of([0, 49, 3, 3, 20]))
    for values in trace.layers[kind.lower()].series.values():
        assert np.isfinite(values).all()


def test_a_trace_cannot_be_written_to() -> None:
    trace = replay(text_network("GRU"), sequence_of([1, 2, 3]))
    with pytest.raises(ValueError, match="read-only"):
        trace.prediction[0] = 1
    with pytest.raises(TypeError):
        trace.layers["gru"].series["h"] = trace.prediction  # type: ignore[index]


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf])
def test_a_number_that_is_not_finite_is_named_with_its_step(strange: float) -> None:
    numbers = np.zeros((6, 2), np.float32)
    numbers[4, 1] = strange
    sequence = Sequence(numbers, tuple("abcdef"), np.zeros(6, bool))
    with pytest.raises(ReplayError, match="Number 2 of step 5 is not"):
        replay(numbers_network(2, None), sequence)
