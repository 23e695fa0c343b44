"""The layers that are an activation and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.activations import activation
from engine.network.derivatives import pull, pulled_through_softmax
from engine.network.kinds.checks import axes, misfit, number
from engine.network.network import Layer
from engine.replay.functions.function import Array, Function, Mask, weight
from engine.replay.functions.gradient import Gradient, of_one_input


def named(layer: Layer, values: Array) -> Array:
    """Values of any shape under the activation that the layer's options name."""
    return activation(str(layer.options.get("activation") or "linear"))(values)


def _activation(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return named(layer, inputs[0])


def _thresholded(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values = inputs[0]
    above = values > values.dtype.type(number(layer.options, "theta", 1.0))
    return np.where(above, values, values.dtype.type(0))


def _prelu(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values = inputs[0]
    below: Array = weight(layer, "alpha", values) * np.minimum(values, 0)
    return np.maximum(values, 0) + below


def softmax(values: Array, over: tuple[int, ...]) -> Array:
    """Values of any shape as shares that sum to 1 over the axes."""
    powers = np.exp(values - values.max(axis=over, keepdims=True))
    result: Array = powers / powers.sum(axis=over, keepdims=True)
    return result


def _softmax(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Shares; what is masked has none.

    Keras lays the mask along the last axes of the input, so one of ``(B, T)`` over ``(B, T, F)``
    fits only where Keras itself can compute it.

    Raises:
        ModelError: the mask does not fit, which Keras refuses as well.
    """
    values, mask = inputs[0], masks[0]
    over = axes(layer.options, "axis", values.ndim)
    if mask is None:
        return softmax(values, over)
    sizes = zip(mask.shape[::-1], values.shape[::-1], strict=False)
    if mask.ndim > values.ndim or any(one not in (1, size) for one, size in sizes):
        raise misfit({"name": layer.name}, (values.shape, mask.shape))
    shares = softmax(np.where(mask, values, values.dtype.type(-1e9)), over)
    return np.where(mask, shares, values.dtype.type(0))


FUNCTIONS: Mapping[str, Function] = {
    **dict.fromkeys(("Activation", "ReLU", "LeakyReLU", "ELU"), _activation),
    "Softmax": _softmax,
    "ThresholdedReLU": _thresholded,
    "PReLU": _prelu,
}


def _activation_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    return pull(str(layer.options.get("activation") or "linear"))(values, output)


def _thresholded_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    return output * (values > number(layer.options, "theta", 1.0))


def _prelu_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    back: Array = output * ((values > 0) + weight(layer, "alpha", values) * (values < 0))
    return back


def _softmax_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    shares = _softmax(layer, [values], [mask])
    return pulled_through_softmax(shares, output, axes(layer.options, "axis", values.ndim))


GRADIENTS: Mapping[str, Gradient] = {
    **dict.fromkeys(("Activation", "ReLU", "LeakyReLU", "ELU"), of_one_input(_activation_back)),
    "Softmax": of_one_input(_softmax_back),
    "ThresholdedReLU": of_one_input(_thresholded_back),
    "PReLU": of_one_input(_prelu_back),
}
