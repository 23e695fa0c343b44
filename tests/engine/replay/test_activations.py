"""Each activation alone: Keras's function of the same name is the oracle."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.activations import ACTIVATIONS, ALIASES, activation
from tests.engine.replay.oracle import DOUBLE, SINGLE, distance

VALUES = np.concatenate(
    [
        np.linspace(-6, 6, 601),
        [-30.0, -12.5, -1e-3, -1e-7, 0.0, 1e-7, 1e-3, 0.5, 12.5, 30.0],
    ]
)

OTHER_SHAPE = {"glu", "threshold"}
"""Keras's functions that change the shape, or need an argument a layer cannot give them."""


def _in_keras(keras: Any, name: str, values: np.ndarray) -> np.ndarray:
    if name == "hard_sigmoid_keras2":
        return np.clip(values.dtype.type(0.2) * values + values.dtype.type(0.5), 0, 1)
    return np.asarray(keras.activations.get(name)(keras.ops.convert_to_tensor(values)))


@pytest.mark.parametrize("name", [*ACTIVATIONS, *ALIASES])
@pytest.mark.parametrize(("dtype", "bound"), [("float32", SINGLE), ("float64", DOUBLE)])
def test_equals_keras(keras: Any, name: str, dtype: str, bound: float) -> None:
    values = VALUES.astype(dtype)
    if name == "exponential":
        values = values[values < 20]
    with np.errstate(under="ignore"):
        found = activation(name)(values)
    assert found.dtype == values.dtype
    assert distance(found, _in_keras(keras, name, values)) <= bound


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_large_values_neither_warn_nor_break(name: str) -> None:
    values = np.array([-1e4, -200.0, 0.0, 200.0, 1e4], np.float32)
    with np.errstate(over="ignore", under="ignore"):
        found = activation(name)(values)
    assert not np.isnan(found).any()


@pytest.mark.parametrize("name", ["softmax", "log_softmax", "sparsemax"])
@pytest.mark.parametrize("shape", [(5,), (3, 5), (4, 1)])
def test_functions_of_a_whole_row(keras: Any, name: str, shape: tuple[int, ...]) -> None:
    values = np.random.default_rng(1).standard_normal(shape)
    rows = np.atleast_2d(values)
    wanted = _in_keras(keras, name, rows).reshape(shape)
    assert distance(activation(name)(values), wanted) <= DOUBLE


def test_every_activation_of_keras_is_there(keras: Any) -> None:
    from keras.src.activations import ALL_OBJECTS

    names = {function.__name__ for function in ALL_OBJECTS}
    assert names - OTHER_SHAPE <= set(ACTIVATIONS) | set(ALIASES)


def test_keras_2_means_the_same_by_all_names_but_one(keras: Any) -> None:
    tf_keras = pytest.importorskip("tf_keras", reason="tf-keras is not installed")
    values = VALUES.astype(np.float64)[VALUES < 20]
    checked = []
    for name, function in ACTIVATIONS.items():
        theirs = getattr(tf_keras.activations, name, None)
        if theirs is None or name == "hard_sigmoid":
            continue
        # softmax wants a batch
        wanted = np.asarray(theirs(keras.ops.convert_to_tensor(values[None])))[0]
        assert distance(function(values), wanted) <= DOUBLE, name
        checked.append(name)
    assert {"tanh", "sigmoid", "relu", "elu", "selu", "softsign", "gelu"} <= set(checked)
    wanted = np.asarray(tf_keras.activations.hard_sigmoid(keras.ops.convert_to_tensor(values)))
    assert distance(ACTIVATIONS["hard_sigmoid_keras2"](values), wanted) <= DOUBLE


def test_an_unknown_name_is_refused_with_what_is_known() -> None:
    with pytest.raises(ModelError, match=r"The activation wavy is not supported.*tanh_shrink"):
        activation("wavy")


def test_sparsemax_is_the_one_of_keras_and_not_the_published_one() -> None:
    """Keras 3 adds up all supported sums; whoever mends that here parts from Keras."""
    row = np.array([0.1, 0.4, 0.3])
    assert activation("sparsemax")(row).sum() != pytest.approx(1.0, abs=0.1)
