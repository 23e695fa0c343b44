"""Half precision and quantised models: computed in float32, and said so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.network.formats import precision
from engine.network.opening import open_network, open_safely
from engine.network.summary import summary
from engine.replay.replay import replay
from engine.verification.verify import sequences_for, verify
from tests.engine.network.zoo.case import with_weights

pytestmark = pytest.mark.filterwarnings("ignore")

SUFFIXES = (".keras", ".h5")


def half(k: Any, policy: str) -> Any:
    layers = [
        k.Input((9, 3)),
        k.layers.LSTM(5, return_sequences=True, dtype=policy),
        k.layers.Bidirectional(k.layers.GRU(4, dtype=policy)),
        k.layers.Dense(3, "tanh", dtype=policy),
    ]
    return with_weights(k.Sequential(layers))


def quantised(k: Any, mode: str) -> Any:
    layers = [
        k.Input((9,), dtype="int32"),
        k.layers.Embedding(20, 7, name="words"),
        k.layers.LSTM(5, return_sequences=True, name="read"),
        k.layers.Dense(7, "relu", name="middle"),
        k.layers.GRU(4, name="more"),
        k.layers.Dense(3, name="answer", use_bias=False),
    ]
    model = with_weights(k.Sequential(layers))
    if mode == "int4 of channels":
        model.quantize("int4", config=k.quantizers.Int4QuantizationConfig(block_size=-1))
    elif mode == "int4 of four":
        model.quantize("int4", config=k.quantizers.Int4QuantizationConfig(block_size=4))
    else:
        model.quantize(mode)
    return model


def answers(model: Any, path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Keras's and ours, of a few sequences."""
    network = open_network(path)
    sequences = sequences_for(network, 4)
    inputs = np.stack([sequence.inputs for sequence in sequences])
    theirs = np.asarray(model(inputs, training=False))  # as `predict`, which traces it first
    return theirs, np.stack([replay(network, sequence).prediction[-1] for sequence in sequences])


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16", "float16"])
@pytest.mark.parametrize("which", ["keras", "tf_keras"])
def test_half_precision(
    keras: Any, tf_keras: Any, tmp_path: Path, which: str, policy: str, suffix: str
) -> None:
    model = half(keras if which == "keras" else tf_keras, policy)
    path = tmp_path / f"model{suffix}"
    model.save(path)
    network = open_safely(path)
    assert network.refusal is None
    (note,) = network.notes
    assert f"half precision ({policy})" in str(note)
    proof = verify(path, 2, network)
    assert (proof.by, proof.verdict) == ("rebuilt", "same"), proof.text()
    assert "rounds on the way" in proof.reason
    theirs, ours = answers(model, path)
    # A number of half precision has 11 bits, one of bfloat16 8.
    assert np.abs(theirs - ours).max() < (2**-5 if "bfloat" in policy else 2**-8)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("mode", ["int8", "int4", "int4 of channels", "int4 of four", "float8"])
def test_a_quantised_model_is_dequantised(
    keras: Any, tmp_path: Path, mode: str, suffix: str
) -> None:
    model = quantised(keras, mode)
    path = tmp_path / f"model{suffix}"
    model.save(path)
    network = open_safely(path)
    assert network.refusal is None
    (note,) = network.notes
    assert f"quantised ({mode.split(maxsplit=1)[0]})" in str(note)
    assert summary(network).total == model.count_params()
    proof = verify(path, 2, network)
    assert (proof.by, proof.verdict) == ("rebuilt", "same"), proof.text()
    theirs, ours = answers(model, path)
    # Weights of four bits are all that is rounded there; elsewhere the inputs of a layer are too.
    close = 2e-6 if mode.startswith("int4") else 0.1
    assert np.abs(theirs - ours).max() < close


def test_the_numbers_are_kerass_own(keras: Any, tmp_path: Path) -> None:
    """Eight-bit rows of an Embedding and columns of a Dense, as Keras scales them back."""
    model = quantised(keras, "int8")
    model.save(tmp_path / "model.keras")
    network = open_network(tmp_path / "model.keras")
    words = np.asarray(model.get_layer("words")(np.arange(20)))
    np.testing.assert_allclose(network.layer("words").weights["embeddings"], words, rtol=1e-6)
    dense = model.get_layer("middle")
    kernel = np.asarray(dense._kernel).astype(np.float32) / np.asarray(dense.kernel_scale)
    np.testing.assert_allclose(network.layer("middle").weights["kernel"], kernel, rtol=1e-6)


def test_four_bits(keras: Any) -> None:
    numbers = np.arange(-8, 8, dtype=np.int8).reshape(2, 8)[:, :7]
    packed, *_ = keras.quantizers.pack_int4(numbers, axis=-1)
    np.testing.assert_array_equal(precision._unpacked(np.asarray(packed), 7), numbers)


def test_a_quantised_kind_that_is_not_replayed_is_named(keras: Any, tmp_path: Path) -> None:
    layers = [
        keras.Input((9, 3)),
        keras.layers.LSTM(5, return_sequences=True),
        keras.layers.EinsumDense("abc,cd->abd", output_shape=(None, 3), name="odd"),
    ]
    model = keras.Sequential(layers)
    model.quantize("int8")
    model.save(tmp_path / "model.keras")
    assert "odd" in str(open_network(tmp_path / "model.keras").refusal)


@pytest.mark.parametrize("mode", ["int8", "int4"])
def test_a_quantised_layer_at_every_step_is_as_before_it_was_quantised(
    keras: Any, tmp_path: Path, mode: str
) -> None:
    """Keras's own answer of then is hundreds of times too large, which a note says."""
    layers = keras.layers
    each = layers.TimeDistributed(layers.Dense(8), name="each")
    read = layers.LSTM(6, return_sequences=True)
    model = with_weights(keras.Sequential([keras.Input((9, 3)), read, each]))
    model.save(tmp_path / "before.keras")
    model.quantize(mode)
    model.save(tmp_path / "model.keras")
    before, network = (open_network(tmp_path / f"{name}.keras") for name in ("before", "model"))
    (sequence,) = sequences_for(before, 1)
    was, now = (replay(one, sequence).prediction for one in (before, network))
    assert np.abs(now - was).max() < (0.01 if mode == "int8" else 0.2) * np.abs(was).max()
    assert not before.notes
    assert "The layer each is a quantised one in a TimeDistributed" in str(network.notes[-1])
