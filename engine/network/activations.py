"""Keras's activation functions, in numpy.

Source: ``keras/src/activations/activations.py`` of Keras 3.15.  Two names mean other
functions in Keras 2 and carry a suffix here: ``hard_sigmoid`` was
``clip(0.2 x + 0.5, 0, 1)`` and is ``relu6(x + 3) / 6`` now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError

Array = npt.NDArray[np.floating[Any]]
Activation = Callable[[Array], Array]

_SELU_ALPHA = 1.6732632423543772
_SELU_SCALE = 1.0507009873554805

# TensorFlow keeps these as float32, whatever the values are.
_LEAK = np.float32(0.2)
_ROOT_HALF = np.float32(0.7071067811865476)


def sigmoid(x: Array) -> Array:
    """``1 / (1 + exp(-x))``, by the tanh that never overflows; of any shape."""
    half = x.dtype.type(0.5)
    return half * np.tanh(half * x) + half


def _softplus(x: Array) -> Array:
    return np.logaddexp(x, x.dtype.type(0))


def _expm1_negative(x: Array) -> Array:
    return np.expm1(np.minimum(x, 0))


def _softmax(x: Array) -> Array:
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    result: Array = powers / powers.sum(axis=-1, keepdims=True)
    return result


def _log_softmax(x: Array) -> Array:
    shifted = x - x.max(axis=-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _sparsemax(x: Array) -> Array:
    """As Keras 3 computes it, which is what a model was trained with.

    Martins and Astudillo's sparsemax (2016) takes the last of the supported sums for its
    threshold; Keras adds them all up, so its rows do not sum to 1.
    """
    ordered = -np.sort(-x, axis=-1)
    summed = np.cumsum(ordered, axis=-1)
    count = np.arange(1, x.shape[-1] + 1, dtype=x.dtype)
    support = ordered - (summed - 1) / count > 0
    total = np.where(support, summed, x.dtype.type(0)).sum(axis=-1, keepdims=True)
    threshold = (total - 1) / support.sum(axis=-1, keepdims=True, dtype=x.dtype)
    result: Array = np.maximum(x - threshold, 0)
    return result


def _gelu(x: Array) -> Array:
    # Keras's default is the exact form; numpy has no error function of its own.
    from scipy.special import erfc

    result: Array = x.dtype.type(0.5) * x * erfc(-x * x.dtype.type(_ROOT_HALF))
    return result


ACTIVATIONS: Mapping[str, Activation] = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "relu6": lambda x: np.clip(x, 0, 6),
    "leaky_relu": lambda x: np.where(x > 0, x, x * x.dtype.type(_LEAK)),
    "elu": lambda x: np.where(x > 0, x, _expm1_negative(x)),
    "selu": lambda x: np.where(
        x > 0,
        x.dtype.type(_SELU_SCALE) * x,
        x.dtype.type(_SELU_SCALE * _SELU_ALPHA) * _expm1_negative(x),
    ),
    "celu": lambda x: np.maximum(x, 0) + _expm1_negative(x),
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "softplus": _softplus,
    "softsign": lambda x: x / (1 + np.abs(x)),
    "tanh": np.tanh,
    "sigmoid": sigmoid,
    "log_sigmoid": lambda x: -_softplus(-x),
    "exponential": np.exp,
    "hard_sigmoid": lambda x: np.clip(x / 6 + x.dtype.type(0.5), 0, 1),
    "hard_sigmoid_keras2": lambda x: np.clip(x.dtype.type(0.2) * x + x.dtype.type(0.5), 0, 1),
    "hard_tanh": lambda x: np.clip(x, -1, 1),
    "hard_silu": lambda x: x * np.clip(x / 6 + x.dtype.type(0.5), 0, 1),
    "hard_shrink": lambda x: np.where(np.abs(x) > 0.5, x, 0).astype(x.dtype),
    "soft_shrink": lambda x: np.sign(x) * np.maximum(np.abs(x) - x.dtype.type(0.5), 0),
    "tanh_shrink": lambda x: x - np.tanh(x),
    "silu": lambda x: x * sigmoid(x),
    "gelu": _gelu,
    "mish": lambda x: x * np.tanh(_softplus(x)),
    "squareplus": lambda x: (x + np.sqrt(x * x + 4)) / 2,
    "sparse_plus": lambda x: np.where(x <= -1, 0, np.where(x < 1, (x + 1) ** 2 / 4, x)).astype(
        x.dtype
    ),
    "sparse_sigmoid": lambda x: np.clip((x + 1) / 2, 0, 1),
    "sparsemax": _sparsemax,
}
"""Every activation of Keras that keeps the shape, by its name in a configuration."""

ALIASES = {"swish": "silu", "hard_swish": "hard_silu"}


def _relu(
    x: Array, negative_slope: float = 0.0, threshold: float = 0.0, max_value: float = np.inf
) -> Array:
    """The settings of Keras's layer ReLU; source: ``ReLU.static_call``."""
    kept = np.minimum(np.where(x > threshold, x, 0), max_value)
    below = np.maximum(threshold - x, 0) if threshold else np.maximum(-x, 0)
    return (kept - negative_slope * below).astype(x.dtype)


WITH_SETTINGS: Mapping[str, Callable[..., Array]] = {
    "relu": _relu,
    "leaky_relu": lambda x, negative_slope: np.where(
        x > 0, x, x * x.dtype.type(np.float32(negative_slope))
    ),
    "elu": lambda x, alpha: np.where(x > 0, x, x.dtype.type(alpha) * _expm1_negative(x)),
    "linear": lambda x, alpha, beta: x.dtype.type(alpha) * x + x.dtype.type(beta),
    "tanh": lambda x, alpha, beta: x.dtype.type(alpha) * np.tanh(x.dtype.type(beta) * x),
    "hard_sigmoid": lambda x, alpha, beta: np.clip(
        x.dtype.type(alpha) * x + x.dtype.type(beta), 0, 1
    ),
}
"""Activations of layers that have settings, ``leaky_relu(negative_slope=0.1)``; the last three are
ONNX's Affine, ScaledTanh and HardSigmoid."""

_CALL = re.compile(r"(\w+)\((.*)\)")


def activation(name: str) -> Activation:
    """The function of a name, or of a name with settings.

    Raises:
        ModelError: Gatescope does not know it.
    """
    plain, settings = with_settings(name)
    if settings and plain in WITH_SETTINGS:
        return partial(WITH_SETTINGS[plain], **settings)
    if (result := ACTIVATIONS.get(ALIASES.get(name, name))) is None:
        raise ModelError(
            "The activation {name} is not supported. Supported are: {known}.",
            name=name,
            known=", ".join(sorted(ACTIVATIONS)),
        )
    return result


def with_settings(name: str) -> tuple[str, dict[str, float]]:
    """``leaky_relu(negative_slope=0.1)`` taken apart; the settings are empty for a plain name."""
    if (call := _CALL.fullmatch(name)) is None:
        return name, {}
    pairs = (pair.split("=") for pair in call[2].split(", "))
    return call[1], {key: float(value) for key, value in pairs}
