"""Layers that shift and scale."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.checks import axes, flag, number, numbers
from engine.network.kinds.kind import Options
from engine.network.kinds.normalisation import fixed_moments, named_axes
from engine.network.network import Layer
from engine.replay.functions.function import Array, Function, Mask, single, weight
from engine.replay.functions.gradient import Gradient, of_one_input

_MIN_DEVIATION = 1e-7  # ``keras.backend.epsilon()``
_MIN_NORM = 1e-12


def _along(values: Array, over: tuple[int, ...]) -> tuple[int, ...]:
    """The shape that lays a weight along the axes."""
    return tuple(size if axis in over else 1 for axis, size in enumerate(values.shape))


def _scaled(
    layer: Layer, inverse: Array, mean: Array, values: Array, shape: tuple[int, ...]
) -> Array:
    """``(x - mean) * inverse``, with gamma and beta where there are some."""
    if "gamma" in layer.weights:
        inverse = inverse * weight(layer, "gamma", values).reshape(shape)
    shift = -mean * inverse
    if "beta" in layer.weights:
        shift = shift + weight(layer, "beta", values).reshape(shape)
    result: Array = values * inverse + shift
    return result


def _batch(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """By the mean and the variance that training measured; source: ``backend/tensorflow/nn.py``."""
    values = inputs[0]
    shape = _along(values, axes(layer.options, "axis", values.ndim))
    mean = weight(layer, "moving_mean", values).reshape(shape)
    variance = weight(layer, "moving_variance", values).reshape(shape)
    inverse = 1 / np.sqrt(variance + values.dtype.type(number(layer.options, "epsilon", 1e-3)))
    return _scaled(layer, inverse, mean, values, shape)


def _layer(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """By mean and variance of the numbers themselves; source: ``ops/nn.py``."""
    values = inputs[0]
    over = axes(layer.options, "axis", values.ndim)
    shape = _along(values, over)
    mean = values.mean(axis=over, keepdims=True)
    variance = values.var(axis=over, keepdims=True)
    inverse = 1 / np.sqrt(variance + values.dtype.type(number(layer.options, "epsilon", 1e-3)))
    if flag(layer.options, "rms_scaling", False):
        result: Array = values * inverse * weight(layer, "gamma", values).reshape(shape)
        return result
    return _scaled(layer, inverse, mean, values, shape)


def normalised(values: Array, over: tuple[int, ...], least: float) -> Array:
    """Values of any shape, divided by the root of the sum of squares, taken as at least so much."""
    norm = np.sqrt(np.square(values).sum(axis=over, keepdims=True))
    result: Array = values / np.maximum(norm, values.dtype.type(least))
    return result


def _moments(layer: Layer, values: Array) -> tuple[Array, Array]:
    """Mean and variance of a Normalization, in the shape of what they are taken from."""
    along = named_axes(layer.options, values.shape)
    fixed = fixed_moments(layer.options)
    if fixed is None:
        shape = _along(values, along)
        mean, variance = (weight(layer, name, values) for name in ("mean", "variance"))
        return mean.reshape(shape), variance.reshape(shape)
    sizes = [1] * values.ndim
    for axis, size in zip(along[::-1], fixed[0].shape[::-1], strict=False):
        sizes[axis] = size
    mean, variance = (moment.astype(values.dtype).reshape(sizes) for moment in fixed)
    return mean, variance


def _normalization(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values = inputs[0]
    mean, variance = _moments(layer, values)
    deviation = np.maximum(np.sqrt(variance), values.dtype.type(_MIN_DEVIATION))
    invert = flag(layer.options, "invert", False)
    result: Array = mean + values * deviation if invert else (values - mean) / deviation
    return result


def _rescaling(options: Options, values: Array) -> Array:
    scale, offset = numbers(options, "scale", 1.0), numbers(options, "offset", 0.0)
    result: Array = values * scale.astype(values.dtype) + offset.astype(values.dtype)
    return result


FUNCTIONS: Mapping[str, Function] = {
    "BatchNormalization": _batch,
    "LayerNormalization": _layer,
    "UnitNormalization": single(
        lambda options, x: normalised(x, axes(options, "axis", x.ndim), _MIN_NORM)
    ),
    "Normalization": _normalization,
    "Rescaling": single(_rescaling),
}


def _affine_back(function: Function) -> Gradient:
    """Of ``x a + b`` with constants: the slope is what a step of 1 makes."""

    def back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
        at = np.zeros((1, *values.shape[1:]))
        slope = function(layer, [at + 1], [mask]) - function(layer, [at], [mask])
        result: Array = output * slope
        return result

    return of_one_input(back)


def _layer_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim)
    shape = _along(values, over)
    if "gamma" in layer.weights:
        output = output * weight(layer, "gamma", values).reshape(shape)
    apart = values - values.mean(axis=over, keepdims=True)
    inverse = 1 / np.sqrt(
        values.var(axis=over, keepdims=True) + number(layer.options, "epsilon", 1e-3)
    )
    rms = flag(layer.options, "rms_scaling", False)
    factor = values if rms else apart
    count = np.prod([values.shape[axis] for axis in over])
    shared = (output * factor).sum(axis=over, keepdims=True) / count
    back: Array = inverse * output - inverse**3 * apart * shared
    return back if rms else back - (inverse * output).mean(axis=over, keepdims=True)


def normalised_back(values: Array, over: tuple[int, ...], least: float, output: Array) -> Array:
    """From a gradient ``(N, ...)`` by what was `normalised` to that by the values ``(B, ...)``."""
    norm = np.sqrt(np.square(values).sum(axis=over, keepdims=True))
    along = (output * values).sum(axis=over, keepdims=True) / np.maximum(norm, least) ** 3
    result: Array = output / np.maximum(norm, least) - np.where(norm > least, along * values, 0.0)
    return result


GRADIENTS: Mapping[str, Gradient] = {
    **{
        kind: _affine_back(FUNCTIONS[kind])
        for kind in ("BatchNormalization", "Normalization", "Rescaling")
    },
    "LayerNormalization": of_one_input(_layer_back),
    "UnitNormalization": of_one_input(
        lambda layer, values, mask, output: normalised_back(
            values, axes(layer.options, "axis", values.ndim), _MIN_NORM, output
        )
    ),
}
