"""A batch is the single sequences side by side: the same numbers, each with its own mask."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, ReplayError
from engine.network.network import Call, Input, Layer, Network
from engine.network.opening import open_network
from engine.replay import replay as module
from engine.replay.recurrent import read_layer
from engine.replay.replay import BatchTrace, replay, replay_batch, replay_chunks
from engine.sequence import Sequence
from tests.engine.replay.oracle import Case, distance
from tests.networks import text_network

Array = npt.NDArray[Any]
KINDS = ("SimpleRNN", "LSTM", "GRU")


def sequence_of(inputs: Array) -> Sequence:
    return Sequence(inputs, tuple(map(str, inputs)), np.zeros(len(inputs), bool))


def assert_singles(network: Network, batch: BatchTrace, inputs: Any, dtype: str) -> None:
    """Every sequence of a batch has the trace that it has alone."""
    bound = 1e-5 if dtype == "float32" else 1e-12
    for place, row in enumerate(batch.rows):
        sequence = sequence_of(np.asarray(inputs[row]))
        alone, among = replay(network, sequence, dtype), batch.trace(place, sequence)
        assert among.steps == alone.steps
        np.testing.assert_allclose(among.prediction, alone.prediction, atol=bound, rtol=0)
        assert list(among.layers) == list(alone.layers)
        for name, layer in alone.layers.items():
            assert np.array_equal(among.layers[name].masked, layer.masked)
            np.testing.assert_allclose(among.layers[name].inputs, layer.inputs, atol=bound, rtol=0)
            for key, values in layer.series.items():
                ours = among.layers[name].series[key]
                np.testing.assert_allclose(ours, values, atol=bound, rtol=0, err_msg=key)
                assert ours.dtype == values.dtype


def many_ids(words: int = 50, rows: int = 7, steps: int = 11, seed: int = 1) -> Array:
    """Ids with zeros in front, in the middle, behind, everywhere and nowhere."""
    random = np.random.default_rng(seed)
    ids = random.integers(1, words, (rows, steps)).astype(np.int32)
    ids[random.random(ids.shape) < 0.3] = 0
    ids[0], ids[1, :4], ids[2, -3:] = 0, 0, 0
    ids[3] = random.integers(1, words, steps)
    return ids


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("mask_zero", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_is_its_sequences(kind: str, mask_zero: bool, dtype: str) -> None:
    network = text_network(kind, 5, words=50, layers=2, mask_zero=mask_zero)
    ids = many_ids()
    batch = replay_batch(network, ids, dtype=dtype)
    assert batch.prediction.shape == ids.shape
    assert_singles(network, batch, ids, dtype)


def test_a_table_that_is_smaller_than_the_batch_is_multiplied_once() -> None:
    """Looked up row by row or projected as a whole, the numbers are the same."""
    network, ids = text_network("LSTM", 5, words=8), many_ids(words=8, rows=40)
    assert ids.size > 8
    assert_singles(network, replay_batch(network, ids, dtype="float64"), ids, "float64")


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(
    lengths=st.lists(st.integers(1, 9), min_size=1, max_size=12),
    kind=st.sampled_from(KINDS),
    mask_zero=st.booleans(),
    rows=st.integers(1, 5),
)
def test_chunks_hold_every_sequence_once(
    lengths: list[int], kind: str, mask_zero: bool, rows: int
) -> None:
    """Of any lengths and in chunks of any size, each is read as if it were alone."""
    network = text_network(kind, 3, words=20, mask_zero=mask_zero)
    random = np.random.default_rng(len(lengths))
    inputs = [random.integers(0, 20, length).astype(np.int32) for length in lengths]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_ROWS", rows)
        chunks = list(replay_chunks(network, inputs, dtype="float64"))
    assert sorted(row for chunk in chunks for row in chunk.rows) == list(range(len(lengths)))
    assert max(map(len, chunks)) <= rows
    for chunk in chunks:
        assert_singles(network, chunk, inputs, "float64")


def with_end(units: int) -> Network:
    """An answer of many numbers, had at every step."""
    network, weight = text_network("LSTM", 8), np.ones((8, units), np.float32)
    options = {"units": units, "activation": "softmax", "use_bias": False}
    end = Layer("end", "Dense", options, {"kernel": weight}, (None, units))
    return Network("end", (*network.layers[:-1], end))


def with_attention() -> Network:
    """Every step looks at every other."""
    embedding, *rest = text_network("LSTM", 8).layers
    attention = Layer("attention", "Attention", {}, {}, (None, None, 16))
    calls = (
        Call("embedding", "embedding", (("ids", 0),)),
        Call("attention", "attention", (("embedding", 0),) * 2),
        Call("lstm", "lstm", (("attention", 0),)),
        Call("dense", "dense", (("lstm", 0),)),
    )
    ids = Input("ids", (None, None), 500)
    layers = (embedding, attention, *rest)
    return Network("attention", layers, inputs=(ids,), calls=calls, outputs=(("dense", 0),))


@pytest.mark.parametrize(
    "network",
    [
        text_network("LSTM", 128),
        text_network("GRU", 16, layers=3, mask_zero=True),
        text_network("SimpleRNN", 4, embedding=256),
        text_network("LSTM", 4, embedding=64, taps=20),
        with_end(1000),
        with_attention(),
    ],
    ids=["units", "layers", "embedding", "convolution", "end", "attention"],
)
def test_a_chunk_is_bounded_in_memory(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is widest in the network; and the bound is not far from what is taken."""
    monkeypatch.setattr(module, "CHUNK_BYTES", 2**24)
    length = 200
    rows = module.rows_at_once(network, length)
    assert 1 < rows < 1024
    assert module.rows_at_once(network, length, np.float64) in (rows // 2, (rows + 1) // 2)
    tracemalloc.start()
    try:
        replay_batch(network, np.ones((rows, length), np.int32))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert module.CHUNK_BYTES / 4 < peak < module.CHUNK_BYTES


def test_a_small_network_reads_many_at_once_and_an_endless_sequence_is_read_alone() -> None:
    assert module.rows_at_once(text_network("LSTM", 8), 100) == 1024
    assert module.rows_at_once(text_network("LSTM", 512), 100_000) == 1


def test_a_stop_ends_it_between_and_within_chunks() -> None:
    network, asked = text_network("LSTM", 4, words=20), []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        list(replay_chunks(network, np.ones((5000, 10), np.int32), should_stop=stop))
    assert len(asked) == 4


def test_what_does_not_fit_is_said() -> None:
    network, ids = text_network("LSTM", 4, words=20), many_ids(words=20)
    ids[4, 6] = 20
    with pytest.raises(ReplayError, match="Step 7, “20”, has the id 20"):
        replay_batch(network, ids)
    with pytest.raises(ReplayError, match="no step"):
        replay_batch(network, ids[:, :0])
    with pytest.raises(ReplayError, match="no sequence"):
        replay_batch(network, ids[:0])
    assert list(replay_chunks(network, ids[:0])) == []


def fed_numbers(network: Network, *, scale: float | None = None) -> Network:
    """The network with an input of numbers in place of ids; perhaps scaled first."""
    layers, numbers = network.layers, Input("input", (None, None))
    if scale is not None:
        rescaling = Layer("scale", "Rescaling", {"scale": scale, "offset": 0.0}, {}, (None, None))
        layers = (rescaling, *layers)
    return Network("numbers", layers, inputs=(numbers,), features=1)


@pytest.mark.parametrize("rows", [1, 7])
@pytest.mark.parametrize("scale", [None, 0.5], ids=["fed", "computed"])
@pytest.mark.parametrize("kind", KINDS)
def test_ids_that_come_as_numbers_are_looked_up(kind: str, scale: float | None, rows: int) -> None:
    """Fewer words than ids, so that the table is multiplied once."""
    network, ids = text_network(kind, 5, words=8, mask_zero=True), many_ids(8, 7)[-rows:]
    numbers = (ids / (scale or 1)).astype(np.float32)[..., None]
    batch = replay_batch(fed_numbers(network, scale=scale), numbers)
    wanted = replay_batch(network, ids)
    np.testing.assert_allclose(batch.prediction[:, -1], wanted.prediction[:, -1], atol=1e-6, rtol=0)
    assert batch.layers.keys() == wanted.layers.keys()


@pytest.mark.parametrize("rows", [1, 7])
@pytest.mark.parametrize("wrong", [-1, 8])
def test_an_id_that_the_table_does_not_have_is_refused_in_any_row(rows: int, wrong: int) -> None:
    """Also at a step that is masked, and in a row that is masked at all others."""
    network, numbers = text_network("LSTM", 5, words=8, mask_zero=True), np.zeros((rows, 9, 1))
    numbers[-1, 3] = wrong
    with pytest.raises(ReplayError, match="embedding knows only the ids 0 to 7"):
        replay_batch(fed_numbers(network), numbers)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("masked", [True, False], ids=["masked", "unmasked"])
@pytest.mark.parametrize("gate", ["sigmoid", "hard_sigmoid", "softmax"])
@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
def test_a_layer_with_masks_of_each_row_equals_keras(
    keras: Any, kind: str, masked: bool, gate: str, backwards: bool
) -> None:
    import tensorflow as tf

    case = Case(kind, gate=gate, reset_after=not masked, seed=4)
    layer, random = case.layer(), np.random.default_rng(9)
    inputs = random.standard_normal((6, 9, case.features))
    mask = random.random((6, 9)) < 0.6 if masked else None
    theirs = getattr(keras.layers, kind)(
        **layer.options, return_sequences=True, go_backwards=backwards, dtype="float64"
    )
    theirs.build(inputs.shape)
    theirs.set_weights(list(layer.weights.values()))
    wanted = np.asarray(theirs(inputs, mask=None if mask is None else tf.constant(mask)))
    ours = read_layer(layer, inputs, mask, "float64", backwards=backwards).series["h"]
    assert distance(ours[:, ::-1] if backwards else ours, wanted) <= 1e-12


def _both_ways(k: Any, words: Any) -> Any:
    """Stacked, both ways, GRU before and after."""
    x = k.Embedding(30, 5, mask_zero=True)(words)
    x = k.Bidirectional(k.LSTM(4, return_sequences=True))(x)
    x = k.Bidirectional(k.GRU(3, return_sequences=True, reset_after=False), merge_mode="sum")(x)
    return k.SimpleRNN(3)(k.GRU(4, return_sequences=True)(x))


def _each_step(k: Any, words: Any) -> Any:
    x = k.Embedding(30, 5, mask_zero=True)(words)
    x = k.TimeDistributed(k.Dense(4, "tanh"))(k.LSTM(4, return_sequences=True)(x))
    return k.GlobalAveragePooling1D()(x)


def _nested(k: Any, words: Any) -> Any:
    from keras import Sequential

    inner = Sequential([k.Input((None, 5)), k.Bidirectional(k.GRU(3, return_sequences=True))])
    return k.LSTM(4)(inner(k.Embedding(30, 5, mask_zero=True)(words)))


def _cells_on_cells(k: Any, words: Any) -> Any:
    cells = [k.LSTMCell(4), k.GRUCell(3), k.SimpleRNNCell(2)]
    return k.RNN(cells)(k.Embedding(30, 5, mask_zero=True)(words))


def _attending(k: Any, words: Any) -> Any:
    """Each way of attending, one after the other, and a mean of what is not masked."""
    x = k.LSTM(4, return_sequences=True)(k.Embedding(30, 5, mask_zero=True)(words))
    x = k.AdditiveAttention()([x, k.Attention()([x, x])])
    return k.GlobalAveragePooling1D()(k.MultiHeadAttention(2, 3)(x, x))


def _maps(k: Any, words: Any) -> Any:
    """Words as lines that a convolution reads, the mask of the words behind them."""
    lines = k.TimeDistributed(k.Reshape((6, 1)))(k.Embedding(30, 6, mask_zero=True)(words))
    return k.Flatten()(k.ConvLSTM1D(2, 3)(lines))


MODELS = (_both_ways, _each_step, _nested, _cells_on_cells, _attending, _maps)


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("make", MODELS, ids=lambda make: make.__name__[1:])
def test_a_batch_of_masked_sequences_equals_keras(
    keras: Any, tmp_path: Path, make: Callable[[Any, Any], Any]
) -> None:
    """Batch against batch, each row with a mask of its own; and of other lengths, chunk by chunk."""
    words = keras.Input((None,), dtype="int32")
    model = keras.Model(words, keras.layers.Dense(2, "softmax")(make(keras.layers, words)))
    path = tmp_path / "model.keras"
    model.save(path)
    network, ids = open_network(path), many_ids(words=30)
    batch = replay_batch(network, ids)
    wanted = np.asarray(model(ids))
    np.testing.assert_allclose(batch.prediction[:, -1], wanted, atol=1e-6, rtol=0)
    assert_singles(network, batch, ids, "float32")
    lengths = [11, 5, 8, 5, 8, 11, 5]
    cut = [row[:length] for row, length in zip(ids, lengths, strict=True)]
    for chunk in replay_chunks(network, cut):
        wanted = np.asarray(model(np.stack([cut[row] for row in chunk.rows])))
        np.testing.assert_allclose(chunk.prediction[:, -1], wanted, atol=1e-6, rtol=0)
