"""The lecture's models and people's checkpoints, from their files: Keras's numbers and table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.digest import digest_of
from engine.network.network import Network
from engine.network.opening import open_network, open_safely
from engine.network.packing import packed
from engine.network.summary import summary
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.training.recipes import RECIPES, Recipe

pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning"),
]

PUBLISHED = {
    "simple_rnn_one_hot": 4_081,
    "simple_rnn": 8_209,
    "lstm": 8_809,
    "lstm_dropout": 8_809,
    "two_lstm": 9_353,
    "gru": 8_633,
}
"""The parameters that the lecture and its book print."""

CLOSE = 1e-6
"""An answer is a sigmoid, 0 to 1."""


def lecture_model(k: Any, recipe: Recipe) -> Any:
    """The recipe's model in Keras 3 or Keras 2, with random weights of a trained size."""
    layers = [k.Input((recipe.length,) if recipe.embedding else (recipe.length, recipe.num_words))]
    if recipe.embedding:
        layers.append(k.layers.Embedding(recipe.num_words, recipe.embedding))
    cell = getattr(k.layers, recipe.cell)
    above = [place < recipe.layers - 1 for place in range(recipe.layers)]
    layers += [cell(recipe.units, dropout=recipe.dropout, return_sequences=more) for more in above]
    layers.append(k.layers.Dense(1, activation="sigmoid"))
    return with_weights(k.Sequential(layers))


def with_weights(model: Any) -> Any:
    random = np.random.default_rng(11)
    model.set_weights([random.standard_normal(w.shape) * 0.3 for w in model.get_weights()])
    return model


def some_ids(count: int = 500, steps: int = 100) -> np.ndarray:
    ids = np.random.default_rng(4).integers(1, count, steps).astype(np.int32)
    ids[: steps // 4] = 0
    return ids


def sequence_of(inputs: np.ndarray) -> Sequence:
    return Sequence(inputs, ("",) * len(inputs), np.zeros(len(inputs), bool))


def answer_of(model: Any, ids: np.ndarray) -> np.ndarray:
    given = np.eye(model.input_shape[-1])[ids] if len(model.input_shape) == 3 else ids
    return np.asarray(model(given[None].astype(np.float32), training=False))[0]


def shapes_of(model: Any) -> list[tuple[int | None, ...]]:
    layers = [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]
    return [tuple(layer.output.shape) for layer in layers]


def check(network: Network, model: Any) -> None:
    """The answer, the parameters and the output shapes are those of Keras's own model."""
    ids = some_ids()
    prediction = replay(network, sequence_of(ids)).prediction[-1]
    np.testing.assert_allclose(prediction, answer_of(model, ids), atol=CLOSE, rtol=0)
    table = summary(network)
    assert table.total == model.count_params() == network.parameters
    assert [row.shape for row in table.rows] == [str(shape) for shape in shapes_of(model)]
    assert [layer.name for layer in network.layers] == [
        layer.name for layer in model.layers if type(layer).__name__ != "InputLayer"
    ]


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("name", RECIPES)
@pytest.mark.parametrize("library", ["keras", "tf_keras"])
def test_lecture_models(
    request: pytest.FixtureRequest, tmp_path: Path, library: str, name: str, suffix: str
) -> None:
    k = request.getfixturevalue(library)
    model = lecture_model(k, RECIPES[name])
    path = tmp_path / f"model{suffix}"
    model.save(path)
    network = open_network(path)
    check(network, model)
    assert summary(network).total == summary(network).trainable == PUBLISHED[name]
    assert network.length == 100
    assert network.features == (None if RECIPES[name].embedding else 500)
    assert network.vocabulary_size == 500
    assert network.keras_version == k.__version__
    assert network.digest == digest_of(path)


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("name", ["simple_rnn_one_hot", "two_lstm", "gru"])
def test_the_child_hands_over_the_same_network(
    keras: Any, tmp_path: Path, name: str, suffix: str
) -> None:
    path = tmp_path / f"model{suffix}"
    lecture_model(keras, RECIPES[name]).save(path)
    here, handed = open_network(path), open_safely(path)
    assert packed(here) == packed(handed)
    assert here.path == handed.path == path
    for layer in handed.layers:
        assert not any(weight.flags.writeable for weight in layer.weights.values())


@pytest.mark.parametrize("name", RECIPES)
def test_the_recipe_s_own_model(keras: Any, tmp_path: Path, name: str) -> None:
    """What training saves is the recipe's model, by its own builder."""
    from engine.training.keras_model import build

    lecture, _ = build(RECIPES[name])
    path = tmp_path / "model.keras"
    lecture.save(path)
    check(open_network(path), lecture)


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("library", ["keras", "tf_keras"])
def test_functional_of_any_length_with_names_of_its_own(
    request: pytest.FixtureRequest, tmp_path: Path, library: str, suffix: str
) -> None:
    k = request.getfixturevalue(library)
    start = k.Input((None,), name="words")
    tensor = k.layers.Embedding(500, 5, name="meanings")(start)
    tensor = k.layers.LSTM(4, return_sequences=True, name="lower")(tensor)
    tensor = k.layers.Dropout(0.5, name="rest")(tensor)
    tensor = k.layers.GRU(3, name="upper", trainable=False)(tensor)
    model = with_weights(k.Model(start, k.layers.Dense(4, "softmax", name="stars")(tensor)))
    path = tmp_path / f"model{suffix}"
    model.save(path)
    network = open_network(path)
    check(network, model)
    assert network.length is None
    table = summary(network)
    frozen = sum(int(np.prod(w.shape)) for w in model.non_trainable_weights)
    assert table.total - table.trainable == frozen > 0


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_layers_of_one_kind_keep_their_weights_apart(
    keras: Any, tmp_path: Path, suffix: str
) -> None:
    """A ``.keras`` file counts layers by kind, not by name."""
    k = keras
    layers = [
        k.Input((12,)),
        k.layers.Embedding(500, 6, name="z"),
        k.layers.LSTM(6, return_sequences=True, name="b"),
        k.layers.LSTM(6, return_sequences=True, name="lstm"),
        k.layers.LSTM(6, name="a"),
        k.layers.Dense(6, "tanh", name="dense_1"),
        k.layers.Dense(6, "tanh", name="dense"),
    ]
    model = with_weights(k.Sequential(layers))
    path = tmp_path / f"model{suffix}"
    model.save(path)
    check(open_network(path), model)


def test_a_sequential_model_that_was_built_by_its_first_call(keras: Any, tmp_path: Path) -> None:
    k = keras
    model = k.Sequential([k.layers.Embedding(500, 4), k.layers.GRU(3), k.layers.Dense(1)])
    model(np.zeros((1, 100), np.int32))
    path = tmp_path / "model.keras"
    with_weights(model).save(path)
    network = open_network(path)
    ids = some_ids()
    prediction = replay(network, sequence_of(ids)).prediction[-1]
    assert prediction == pytest.approx(float(model(ids[None])[0, 0]), abs=2e-6)
    assert network.parameters == model.count_params()


def test_double_precision_stays_double(keras: Any, tmp_path: Path) -> None:
    k = keras
    layers = [
        k.Input((20,)),
        k.layers.Embedding(500, 4, dtype="float64"),
        k.layers.LSTM(4, dtype="float64"),
        k.layers.Dense(1, "sigmoid", dtype="float64"),
    ]
    model = with_weights(k.Sequential(layers))
    path = tmp_path / "model.keras"
    model.save(path)
    network = open_safely(path)
    assert network.layers[0].weights["embeddings"].dtype == np.float64
    ids = some_ids(steps=20)
    found = replay(network, sequence_of(ids), np.float64).prediction[-1]
    assert found == pytest.approx(float(np.asarray(model(ids[None]))[0, 0]), abs=1e-12)


CHECKPOINTS = {
    "keras-2.7-lstm.h5": "LSTM(8)",
    "keras-2.7-lstm-dropout.h5": "LSTM(8), dropout 0.3",
    "keras-2.13-simplernn.h5": "SimpleRNN(8), one-hot",
    "keras-2.13-embedding.h5": "SimpleRNN(8)",
    "keras-2.13-lstm.h5": "LSTM(8)",
    "keras-2.13-2rnn.h5": "2×LSTM(8), dropout 0.3",
    "keras-2.13-gru.h5": "GRU(8)",
}


@pytest.mark.parametrize("name", CHECKPOINTS)
def test_people_s_checkpoints(tf_keras: Any, shared_data: Path, name: str) -> None:
    """Keras 3 opens none of these files; tf-keras is their oracle.

    After 100 steps of trained weights tf-keras in float32 is up to 8e-7 from exact (the
    replay in float64), Gatescope up to 3e-7: the answer is to be within 1e-6 of exact, and
    of tf-keras by no more than that beyond tf-keras's own distance.
    """
    path = shared_data / "checkpoints" / name
    assert path.is_file(), f"the checkpoint {name} is missing from the reference data"
    network = open_safely(path)
    model = tf_keras.models.load_model(path, compile=False)
    rows = np.random.default_rng(2).integers(0, network.vocabulary_size, (8, 100))
    given = np.eye(500, dtype=np.float32)[rows] if len(model.input_shape) == 3 else rows
    wanted = np.asarray(model(given, training=False))[:, 0]
    found = [replay(network, sequence_of(row.astype(np.int32))).prediction[-1] for row in rows]
    exact = [
        replay(network, sequence_of(row.astype(np.int32)), np.float64).prediction[-1]
        for row in rows
    ]
    own = float(np.abs(wanted - exact).max())
    np.testing.assert_allclose(found, exact, atol=CLOSE, rtol=0)
    np.testing.assert_allclose(found, wanted, atol=CLOSE + own, rtol=0)
    table = summary(network)
    assert table.total == model.count_params()
    assert [row.shape for row in table.rows] == [
        str(tuple(layer.output_shape))
        for layer in model.layers
        if type(layer).__name__ != "InputLayer"
    ]
    assert network.keras_version.startswith(name[6:9].rstrip("-"))
    assert network.length == 100
    assert network.name == CHECKPOINTS[name]


def test_every_checkpoint_is_in_the_table(shared_data: Path) -> None:
    found = {path.name for path in (shared_data / "checkpoints").glob("*.h5")}
    assert found == set(CHECKPOINTS)
