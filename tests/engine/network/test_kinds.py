"""Every supported layer and both ways to build a model, through files: the answer is Keras's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence

WORDS, STEPS = 20, 7
IDS = np.array([0, 0, 3, 19, 7, 0, 5], np.int32)
NUMBERS = np.random.default_rng(1).standard_normal((STEPS, 3)).astype(np.float32)
NUMBERS[[0, 4]] = 0  # masked where there is a Masking

Model = Callable[[Any], Any]
MODELS: dict[str, Model] = {}


def model(make: Model) -> Model:
    MODELS[make.__name__] = make
    return make


def _words(k: Any, **options: Any) -> list[Any]:
    return [k.Input((STEPS,), dtype="int32"), k.layers.Embedding(WORDS, 4, **options)]


def _linear(k: Any, layers: list[Any]) -> Any:
    """The same layers as a functional model."""
    tensor = first = layers[0]
    for layer in layers[1:]:
        tensor = layer(tensor)
    return k.Model(first, tensor)


@model
def lstm(k: Any) -> Any:
    return k.Sequential([*_words(k), k.layers.LSTM(3), k.layers.Dense(1, "sigmoid")])


@model
def masked_stack(k: Any) -> Any:
    layers = [
        *_words(k, mask_zero=True),
        k.layers.SpatialDropout1D(0.2),
        k.layers.LSTM(3, return_sequences=True, dropout=0.3),
        k.layers.Dropout(0.5),
        k.layers.LSTM(3),
        k.layers.Dense(4, "relu"),
        k.layers.Dense(3, "softmax"),
    ]
    return k.Sequential(layers)


@model
def functional_masked(k: Any) -> Any:
    layers = [
        *_words(k, mask_zero=True),
        k.layers.GRU(3, return_sequences=True),
        k.layers.SimpleRNN(2),
        k.layers.Dense(1, "sigmoid"),
    ]
    return _linear(k, layers)


@model
def functional_masking(k: Any) -> Any:
    layers = [
        k.Input((STEPS, 3)),
        k.layers.Masking(),
        k.layers.TimeDistributed(k.layers.Dense(4, "tanh")),
        k.layers.LSTM(3),
        k.layers.Dense(2),
    ]
    return _linear(k, layers)


@model
def numbers_dense_first(k: Any) -> Any:
    layers = [
        k.Input((None, 3)),
        k.layers.Dense(5),
        k.layers.LeakyReLU(),
        k.layers.GRU(3, reset_after=False, use_bias=False),
        k.layers.ELU(0.7),
        k.layers.Dense(4),
        k.layers.Softmax(),
    ]
    return k.Sequential(layers)


@model
def hard_gates(k: Any) -> Any:
    """``hard_sigmoid`` of Keras 2 and of Keras 3 are two functions."""
    layers = [
        *_words(k),
        k.layers.LSTM(3, recurrent_activation="hard_sigmoid", return_sequences=True),
        k.layers.GRU(3, activation="relu", recurrent_activation="hard_sigmoid"),
        k.layers.Dense(1, "hard_sigmoid"),
    ]
    return k.Sequential(layers)


@model
def activation_layers(k: Any) -> Any:
    layers = [
        *_words(k),
        k.layers.Activation("tanh"),
        k.layers.SimpleRNN(4, activation=k.layers.LeakyReLU()),
        k.layers.Dense(4),
        k.layers.ReLU(max_value=0.5, negative_slope=0.1, threshold=0.05),
        k.layers.Dense(2),
        k.layers.Activation("softmax"),
    ]
    return k.Sequential(layers)


@model
def answer_at_every_step(k: Any) -> Any:
    layers = [
        *_words(k),
        k.layers.LSTM(3, return_sequences=True),
        k.layers.TimeDistributed(k.layers.Dense(2, "softmax")),
    ]
    return k.Sequential(layers)


@model
def one_hot(k: Any) -> Any:
    layers = [k.Input((STEPS, WORDS)), k.layers.SimpleRNN(3), k.layers.Dense(1, "sigmoid")]
    return k.Sequential(layers)


@model
def one_hot_dense_first(k: Any) -> Any:
    layers = [k.Input((STEPS, WORDS)), k.layers.Masking(), k.layers.Dense(4), k.layers.LSTM(3)]
    return k.Sequential(layers)


@model
def category_encoding(k: Any) -> Any:
    layers = [
        k.Input((STEPS,), dtype="int32"),
        k.layers.CategoryEncoding(WORDS, output_mode="one_hot"),
        k.layers.GRU(3),
        k.layers.Dense(1, "sigmoid"),
    ]
    return k.Sequential(layers)


def _check(model: Any, path: Path) -> Network:
    random = np.random.default_rng(5)
    model.set_weights([random.standard_normal(w.shape) * 0.4 for w in model.get_weights()])
    model.save(path)
    network = open_network(path)
    values = NUMBERS if network.features == 3 else IDS
    given = values
    if values is IDS and len(model.input_shape) == 3:
        given = np.eye(WORDS, dtype=np.float32)[IDS]
    answer = np.asarray(model(given[None], training=False))[0]
    sequence = Sequence(values, ("",) * STEPS, np.zeros(STEPS, bool))
    prediction = replay(network, sequence).prediction
    if answer.ndim == 1:
        prediction = prediction[-1]
    np.testing.assert_allclose(prediction, answer.reshape(prediction.shape), atol=2e-6, rtol=2e-6)
    assert network.parameters == model.count_params()
    return network


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("name", MODELS)
def test_keras_3(keras: Any, tmp_path: Path, name: str, suffix: str) -> None:
    network = _check(MODELS[name](keras), tmp_path / f"model{suffix}")
    assert network.keras_version == keras.__version__


NOT_IN_KERAS_2 = {"category_encoding"}  # there it joins all words of a review in one row


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("name", sorted(set(MODELS) - NOT_IN_KERAS_2))
def test_keras_2(tf_keras: Any, tmp_path: Path, name: str, suffix: str) -> None:
    network = _check(MODELS[name](tf_keras), tmp_path / f"model{suffix}")
    assert network.keras_version.startswith("2.")
