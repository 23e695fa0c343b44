"""The derivatives of the activation functions, for gradients.

Where a function has a corner its derivative is TensorFlow's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.activations import (
    ALIASES,
    WITH_SETTINGS,
    activation,
    sigmoid,
    with_settings,
)

Array = npt.NDArray[np.floating[Any]]
Derivative = Callable[[Array], Array]
Pull = Callable[[Array, Array], Array]
"""``pull(x, gradient)``: from the gradient by ``f(x)``, ``(..., U)``, to that by ``x``."""

_SELU_ALPHA = 1.6732632423543772
_SELU_SCALE = 1.0507009873554805
_LEAK = np.float32(0.2)


def _within(low: float, high: float, slope: float = 1.0) -> Derivative:
    """Of what is cut off below and above; flat at the corners."""
    return lambda x: slope * ((x > low) & (x < high))


def _clipped(low: float, high: float, slope: float = 1.0) -> Derivative:
    """Of the same by TensorFlow's ``clip_by_value``, which is not flat at the corners."""
    return lambda x: slope * ((x >= low) & (x <= high))


def _of_sigmoid(x: Array) -> Array:
    y = sigmoid(x)
    return y * (1 - y)


def _exp_below(x: Array) -> Array:
    return np.exp(np.minimum(x, 0))


def _silu(x: Array) -> Array:
    y = sigmoid(x)
    return y * (1 + x * (1 - y))


def _hard_silu(x: Array) -> Array:
    return np.clip(x / 6 + 0.5, 0, 1) + x / 6 * ((x > -3) & (x < 3))


def _gelu(x: Array) -> Array:
    from scipy.special import erfc

    result: Array = 0.5 * erfc(-x * np.sqrt(0.5)) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    return result


def _mish(x: Array) -> Array:
    bent = np.tanh(np.logaddexp(x, 0))
    result: Array = bent + x * (1 - bent**2) * sigmoid(x)
    return result


def _relu(
    x: Array, negative_slope: float = 0.0, threshold: float = 0.0, max_value: float = np.inf
) -> Array:
    """Of Keras's layer ReLU, which is put together from parts that differ at the corners."""
    if max_value == np.inf and threshold == 0:
        return np.where(x > 0, 1.0, negative_slope)
    relu6 = max_value == 6 and threshold == 0
    free = (x > threshold) & ((x < max_value) if relu6 else (x <= max_value))
    return 1.0 * free + negative_slope * (x < threshold)


DERIVATIVES: Mapping[str, Derivative] = {
    "linear": np.ones_like,
    "relu": lambda x: 1.0 * (x > 0),
    "relu6": _within(0, 6),
    "leaky_relu": lambda x: np.where(x > 0, 1, _LEAK),
    "elu": _exp_below,
    "selu": lambda x: np.where(x >= 0, _SELU_SCALE, _SELU_SCALE * _SELU_ALPHA * _exp_below(x)),
    "celu": _exp_below,
    "softplus": sigmoid,
    "softsign": lambda x: 1 / (1 + np.abs(x)) ** 2,
    "tanh": lambda x: 1 - np.tanh(x) ** 2,
    "sigmoid": _of_sigmoid,
    "log_sigmoid": lambda x: sigmoid(-x),
    "exponential": np.exp,
    "hard_sigmoid": _within(-3, 3, 1 / 6),
    "hard_sigmoid_keras2": _clipped(-2.5, 2.5, 0.2),
    "hard_tanh": _clipped(-1, 1),
    "hard_silu": _hard_silu,
    "hard_shrink": lambda x: 1.0 * (np.abs(x) > 0.5),
    "soft_shrink": lambda x: 1.0 * (np.abs(x) > 0.5),
    "tanh_shrink": lambda x: np.tanh(x) ** 2,
    "silu": _silu,
    "gelu": _gelu,
    "mish": _mish,
    "squareplus": lambda x: (1 + x / np.sqrt(x * x + 4)) / 2,
    "sparse_plus": lambda x: np.clip((x + 1) / 2, 0, 1),
    "sparse_sigmoid": _within(-1, 1, 0.5),
}
"""Of every activation that works on each number by itself, by its name."""

_WITH_SETTINGS: Mapping[str, Callable[..., Array]] = {
    "relu": _relu,
    "leaky_relu": lambda x, negative_slope: np.where(x > 0, 1, np.float32(negative_slope)),
    "elu": lambda x, alpha: np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0))),
    "linear": lambda x, alpha, beta: np.full_like(x, alpha),
    "tanh": lambda x, alpha, beta: alpha * beta * (1 - np.tanh(beta * x) ** 2),
    "hard_sigmoid": lambda x, alpha, beta: (
        alpha * ((alpha * x + beta > 0) & (alpha * x + beta < 1))
    ),
}


def pulled_through_softmax(y: Array, gradient: Array, over: tuple[int, ...] = (-1,)) -> Array:
    """From the gradient ``(..., U)`` by shares ``y`` that sum to 1 over some axes to that by their input."""
    result: Array = y * (gradient - (gradient * y).sum(axis=over, keepdims=True))
    return result


def _softmax(x: Array, gradient: Array) -> Array:
    return pulled_through_softmax(activation("softmax")(x), gradient)


def _log_softmax(x: Array, gradient: Array) -> Array:
    result: Array = gradient - activation("softmax")(x) * gradient.sum(axis=-1, keepdims=True)
    return result


def _sparsemax(x: Array, gradient: Array) -> Array:
    """Of Keras's own form: the threshold is the mean of all running sums of the support."""
    order = np.argsort(-x, axis=-1, kind="stable")
    ordered = np.take_along_axis(x, order, axis=-1)
    count = np.arange(1, x.shape[-1] + 1)
    support = ordered - (np.cumsum(ordered, axis=-1) - 1) / count > 0
    size = support.sum(axis=-1, keepdims=True)
    # How often each of the ordered numbers is in a running sum of the support.
    often = np.cumsum(support[..., ::-1], axis=-1)[..., ::-1]
    share = np.empty(x.shape)
    np.put_along_axis(share, order, often / size, axis=-1)
    kept = gradient * (activation("sparsemax")(x) > 0)
    result: Array = kept - share * kept.sum(axis=-1, keepdims=True)
    return result


_MIXING: Mapping[str, Pull] = {
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "sparsemax": _sparsemax,
}
"""Of those that look at all units."""


def derivative(name: str) -> Derivative | None:
    """``f'`` of an activation that works on each number by itself; None for one that looks at
    all units.

    Raises:
        ModelError: the activation is not known.
    """
    plain, settings = with_settings(name)
    if settings and plain in WITH_SETTINGS:
        return partial(_WITH_SETTINGS[plain], **settings)
    name = ALIASES.get(name, name)
    if name in _MIXING:
        return None
    if name not in DERIVATIVES:
        raise ModelError("The activation {name} has no gradient here.", name=name)
    return DERIVATIVES[name]


def pull(name: str) -> Pull:
    """How a gradient ``(..., U)`` goes back through an activation.

    Raises:
        ModelError: the activation is not known.
    """
    if (slope := derivative(name)) is None:
        return _MIXING[ALIASES.get(name, name)]
    return lambda x, gradient: gradient * slope(x)
