"""Reading on equals Keras's own greedy loop: `model.predict`, and its answer appended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.network.opening import open_network
from engine.replay.read_on import read_on
from engine.sequence import Sequence

COUNT = 4


def opened(model: Any, folder: Path) -> Any:
    """The model with weights large enough for answers to differ, as Gatescope opens it."""
    random = np.random.default_rng(5)
    model.set_weights([random.normal(0, 0.6, each.shape) for each in model.get_weights()])
    model.compile(run_eagerly=True)  # `predict` traces nothing, and computes the same
    model.save(folder / "model.keras")
    return open_network(folder / "model.keras")


def plain(inputs: np.ndarray) -> Sequence:
    return Sequence(inputs, ("",) * len(inputs), np.zeros(len(inputs), bool))


@pytest.mark.parametrize("words", [0, 6], ids=["numbers", "vocabulary"])
@pytest.mark.parametrize(
    ("kinds", "fixed"),
    [
        *((("SimpleRNN",), False), (("LSTM",), False), (("GRU",), False)),
        *((("LSTM", "GRU"), False), (("LSTM",), True)),
    ],
    ids=["SimpleRNN", "LSTM", "GRU", "stacked", "fixed length"],
)
def test_a_network_writes_what_keras_writes(
    keras: Any, tmp_path: Path, kinds: tuple[str, ...], fixed: bool, words: int
) -> None:
    random, length = np.random.default_rng(2), 5
    shape = (length if fixed else None,) + (() if words else (2,))
    stack = [keras.Input(shape)]
    stack += [keras.layers.Embedding(words, 4)] if words else []
    for place, kind in enumerate(kinds):
        sequences = place < len(kinds) - 1 or (not fixed and bool(words))
        stack.append(getattr(keras.layers, kind)(5, return_sequences=sequences))
    stack.append(keras.layers.Dense(words or 2, "softmax" if words else None))
    model = keras.Sequential(stack)
    network = opened(model, tmp_path)
    begin = random.integers(0, words, length) if words else random.normal(size=(length, 2))
    inputs = begin.astype(np.int32 if words else np.float32)
    ours = read_on(network, plain(inputs), COUNT)
    for _ in range(COUNT):
        read = inputs[-length:] if fixed else inputs
        answer = model.predict(read[None], verbose=0)[0]
        answer = answer if answer.ndim == 1 else answer[-1]
        at = len(inputs) - 1
        np.testing.assert_allclose(ours.prediction[at], answer, atol=1e-6)
        new = np.array([answer.argmax() if words else answer], inputs.dtype)
        inputs = np.concatenate([inputs, new])
    assert ours.written is not None
    np.testing.assert_allclose(ours.written.values, inputs[length:], atol=1e-6)
    assert (ours.written.windows == length) is fixed


@pytest.mark.parametrize(
    ("kind", "one_hot"),
    [("SimpleRNN", False), ("LSTM", False), ("GRU", False), ("LSTM", True)],
    ids=["SimpleRNN", "LSTM", "GRU", "one-hot"],
)
def test_a_decoder_writes_what_keras_writes(
    keras: Any, tmp_path: Path, kind: str, one_hot: bool
) -> None:
    layers, words, answers = keras.layers, 7, 5
    source = keras.Input((None,), name="source")
    cell = getattr(layers, kind)
    _, *states = cell(6, return_state=True)(layers.Embedding(words, 4)(source))
    target = keras.Input((None, answers) if one_hot else (None,), name="target")
    read = target if one_hot else layers.Embedding(answers, 3)(target)
    steps = cell(6, return_sequences=True)(read, initial_state=states)
    model = keras.Model([source, target], layers.Dense(answers, "softmax")(steps))
    network = opened(model, tmp_path)
    text = np.array([3, 1, 6, 2], np.int32)
    ours = read_on(network, plain(text), COUNT, start=1)
    fed = [1]
    for step in range(COUNT):
        given = np.eye(answers, dtype=np.float32)[fed] if one_hot else np.array(fed, np.int32)
        answer = model.predict([text[None], given[None]], verbose=0)[0, -1]
        np.testing.assert_allclose(ours.prediction[len(text) + step], answer, atol=1e-6)
        fed.append(int(answer.argmax()))
    assert ours.written is not None
    assert ours.written.values.tolist() == fed[1:]
