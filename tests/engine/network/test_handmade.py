"""Files as other versions wrote them: other configurations, other paths of the weights."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.opening import open_network, open_safely
from engine.network.summary import summary
from engine.replay.replay import replay
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
from tests.engine.network.zoo.handmade import (
    REWRITES,
    as_checkpoint_dependencies,
    change_zip,
    layers_of,
)
from tests.engine.network.zoo.handmade import change_config as changed

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.timeout(600),
]

IDS = np.array([0, 0, 3, 19, 7, 0, 5], np.int32)


def stacked(k: Any) -> Any:
    layers = [
        *words(k),
        k.layers.LSTM(5, return_sequences=True),
        k.layers.GRU(UNITS, return_sequences=True, reset_after=False),
        k.layers.SimpleRNN(3),
        k.layers.Dense(2, "softmax"),
    ]
    return k.Sequential(layers)


@pytest.fixture(scope="module")
def original(tf_keras: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A file of tf-keras, and what its model answers."""
    tf_keras.backend.clear_session()
    model = with_weights(stacked(tf_keras))
    path = tmp_path_factory.mktemp("handmade") / "model.h5"
    model.save(path)
    return path, np.asarray(model(IDS[None], training=False))[0]


def read(path: Path, values: Any = IDS) -> Any:
    sequence = Sequence(values, ("",) * len(values), np.zeros(len(values), bool))
    return replay(open_safely(path), sequence).answer


@pytest.mark.parametrize("name", REWRITES)
def test_it_is_the_same_model(original: tuple[Path, Any], tmp_path: Path, name: str) -> None:
    path = REWRITES[name](Path(shutil.copy(original[0], tmp_path / "model.h5")))
    network = open_safely(path)
    assert network.refusal is None
    assert [layer.kind for layer in network.recurrent] == ["LSTM", "GRU", "SimpleRNN"]
    assert network.length == (None if name == "never_built" else STEPS)
    assert network.vocabulary_size == WORDS
    np.testing.assert_allclose(read(path), original[1], atol=2e-6)
    assert summary(network).total == open_network(original[0]).parameters


def test_time_in_the_place_of_the_batch_is_refused(
    original: tuple[Path, Any], tmp_path: Path
) -> None:
    path = Path(shutil.copy(original[0], tmp_path / "model.h5"))

    def change(config: Any) -> Any:
        layers_of(config)[2]["config"]["time_major"] = True
        return config

    network = open_safely(changed(path, change))
    assert str(network.refusal) == (
        "The layer lstm uses time_major=True, which cannot be replayed yet."
    )


def test_zip_that_is_called_h5(keras: Any, tmp_path: Path) -> None:
    model = with_weights(stacked(keras))
    model.save(tmp_path / "model.keras")
    path = tmp_path / "model.keras"
    wanted = np.asarray(model(IDS[None], training=False))[0]
    path = path.rename(tmp_path / "model.h5")
    np.testing.assert_allclose(read(path), wanted, atol=2e-6)


@pytest.mark.parametrize("nested", [False, True], ids=["flat", "nested"])
def test_keras_2_12_filed_layers_elsewhere(keras: Any, tmp_path: Path, nested: bool) -> None:
    layers = [keras.layers.LSTM(UNITS), keras.layers.Dense(1)]
    model = keras.Sequential([*numbers(keras), *layers])
    if nested:
        model = keras.Sequential([*numbers(keras), model, keras.layers.Dense(1)])
    model = with_weights(model)
    model.save(tmp_path / "model.keras")
    path = change_zip(tmp_path / "model.keras", tmp_path / "old.keras", as_checkpoint_dependencies)
    values = np.random.default_rng(3).standard_normal((STEPS, FEATURES)).astype(np.float32)
    wanted = np.asarray(model(values[None], training=False))[0, 0]
    assert read(path, values) == pytest.approx(float(wanted), abs=2e-6)


WEIGHTS_ONLY = "{} holds weights without a model: it was written by save_weights. Put the"


@pytest.mark.parametrize(
    ("library", "name"),
    [("keras", "model.weights.h5"), ("tf_keras", "model.weights.h5"), ("tf_keras", "model.h5")],
)
def test_weights_alone(
    request: pytest.FixtureRequest, tmp_path: Path, library: str, name: str
) -> None:
    """``save_weights``: what they are, and what to do."""
    k = request.getfixturevalue(library)
    path = tmp_path / name
    stacked(k).save_weights(path)
    with pytest.raises(ModelError, match=re.escape(WEIGHTS_ONLY.format(name))):
        open_safely(path)


def test_weights_of_a_checkpoint_of_tensorflow(tf_keras: Any, tmp_path: Path) -> None:
    stacked(tf_keras).save_weights(tmp_path / "model")
    for path in sorted(tmp_path.glob("model*")):
        with pytest.raises(ModelError) as caught:
            open_safely(path)
        assert "\n" not in str(caught.value)
        assert "model.save('name.keras')" in str(caught.value)
