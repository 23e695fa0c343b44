"""The derivatives of activations: central differences, and TensorFlow's at corners."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.activations import ACTIVATIONS, ALIASES, activation
from engine.network.derivatives import DERIVATIVES, derivative, pull

STEP, APART = 1e-6, 1e-6

SETTINGS = (
    "relu(negative_slope=0.125, threshold=0.25, max_value=0.75)",
    "relu(negative_slope=0.0, max_value=6.0)",
    "leaky_relu(negative_slope=0.3)",
    "elu(alpha=0.7)",
)

CORNERS: dict[str, tuple[float, ...]] = {
    "relu": (0,),
    "relu6": (0, 6),
    "leaky_relu": (0,),
    "selu": (0,),
    "hard_sigmoid": (-3, 3),
    "hard_sigmoid_keras2": (-2.5, 2.5),
    "hard_tanh": (-1, 1),
    "hard_silu": (-3, 3),
    "hard_shrink": (-0.5, 0.5),
    "soft_shrink": (-0.5, 0.5),
    "sparse_sigmoid": (-1, 1),
}
"""Where a slope jumps."""

_MIXING = tuple(name for name in ACTIVATIONS if name not in DERIVATIVES)


@pytest.mark.parametrize("name", [*ACTIVATIONS, *ALIASES, *SETTINGS])
def test_central_differences(name: str) -> None:
    random = np.random.default_rng(0)
    x = random.standard_normal((40, 7)) * 3
    gradient = random.standard_normal(x.shape)
    function = activation(name)
    wanted = np.zeros(x.shape)
    for unit in range(x.shape[1]):
        moved = np.zeros(x.shape[1])
        moved[unit] = STEP
        slope = (function(x + moved) - function(x - moved)) / (2 * STEP)
        wanted[:, unit] = (gradient * slope).sum(axis=1)
    np.testing.assert_allclose(pull(name)(x, gradient), wanted, rtol=APART, atol=APART)


@pytest.mark.parametrize("name", DERIVATIVES)
def test_far_out_nothing_overflows(name: str) -> None:
    slope = derivative(name)
    assert slope is not None
    ends = slope(np.array([-1e4, 1e4] if name != "exponential" else [-1e4, 100]))
    assert np.isfinite(ends).all()


@pytest.mark.parametrize("name", _MIXING)
def test_what_looks_at_all_units_has_no_slope_of_its_own(name: str) -> None:
    assert derivative(name) is None


@pytest.mark.parametrize("look_up", [derivative, pull])
def test_an_unknown_activation_is_named(look_up: Callable[[str], Any]) -> None:
    with pytest.raises(ModelError, match="frobnicate"):
        look_up("frobnicate")


@pytest.mark.parametrize("name", CORNERS)
def test_tensorflow_at_corners(name: str, keras: Any) -> None:
    import tensorflow as tf

    at = np.array(CORNERS[name], np.float64)
    x = tf.constant(at)
    with tf.GradientTape() as tape:
        tape.watch(x)
        if name == "hard_sigmoid_keras2":  # as Keras 2 has it
            y = tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0)
        else:
            y = getattr(keras.activations, name)(x)
    slope = derivative(name)
    assert slope is not None
    np.testing.assert_allclose(slope(at), np.asarray(tape.gradient(y, x)), rtol=1e-6)
