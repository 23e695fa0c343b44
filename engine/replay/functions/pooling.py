"""The largest or the mean of windows over the steps, or of all of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.checks import flag
from engine.network.kinds.window_sizes import windows
from engine.network.network import Layer
from engine.replay.functions.convolution import laid_back, laid_out
from engine.replay.functions.function import Array, Function, Mask, single
from engine.replay.functions.gradient import Gradient, of_one_input


def _mean(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Margins do not count, as in TensorFlow."""
    values = inputs[0]
    (window,) = windows(layer.options, "pool_size", 1)
    count = laid_out(np.ones((1, values.shape[1], 1), values.dtype), window).sum(axis=-1)
    result: Array = laid_out(values, window).sum(axis=-1) / count
    return result


def _mean_of_all(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Of the steps that are not masked; NaN if all are, as in Keras."""
    values, mask, keepdims = inputs[0], masks[0], flag(layer.options, "keepdims", False)
    if mask is None:
        mean: Array = values.mean(axis=1, keepdims=keepdims)
        return mean
    live = mask[..., None]
    count = live.sum(axis=1, keepdims=keepdims, dtype=values.dtype)
    total = np.where(live, values, values.dtype.type(0)).sum(axis=1, keepdims=keepdims)
    with np.errstate(invalid="ignore"):
        result: Array = total / count
    return result


FUNCTIONS: Mapping[str, Function] = {
    "MaxPooling1D": single(
        lambda options, x: laid_out(x, windows(options, "pool_size", 1)[0], -np.inf).max(axis=-1)
    ),
    "AveragePooling1D": _mean,
    "GlobalMaxPooling1D": single(
        lambda options, x: x.max(axis=1, keepdims=flag(options, "keepdims", False))
    ),
    "GlobalAveragePooling1D": _mean_of_all,
}


def _largest_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    """To the first of the largest of a window, as TensorFlow does."""
    (window,) = windows(layer.options, "pool_size", 1)
    seen = laid_out(values, window, -np.inf)
    first = seen.argmax(axis=-1)[..., None] == np.arange(seen.shape[-1])
    return laid_back(output[..., None] * first, window, values.shape[1])


def _mean_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    (window,) = windows(layer.options, "pool_size", 1)
    live = laid_out(np.ones((1, values.shape[1], 1)), window)
    return laid_back((output / live.sum(axis=-1))[..., None] * live, window, values.shape[1])


def _kept(layer: Layer, output: Array) -> Array:
    """``(N, C)`` as ``(N, 1, C)``."""
    return output if flag(layer.options, "keepdims", False) else output[:, None]


def _largest_of_all_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    """Shared by those that are equally large, as TensorFlow does."""
    largest = values == values.max(axis=1, keepdims=True)
    result: Array = _kept(layer, output) * (largest / largest.sum(axis=1, keepdims=True))
    return result


def _mean_of_all_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    live = np.ones(values.shape[:2]) if mask is None else mask.astype(np.float64)
    share = live / live.sum(axis=1, keepdims=True)
    result: Array = _kept(layer, output) * share[..., None]
    return result


GRADIENTS: Mapping[str, Gradient] = {
    "MaxPooling1D": of_one_input(_largest_back),
    "AveragePooling1D": of_one_input(_mean_back),
    "GlobalMaxPooling1D": of_one_input(_largest_of_all_back),
    "GlobalAveragePooling1D": of_one_input(_mean_of_all_back),
}
