"""The largest or the mean of windows over the steps, or of all of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.checks import flag
from engine.network.kinds.windows import windows
from engine.network.network import Layer
from engine.replay.functions.convolution import laid_out
from engine.replay.functions.function import Array, Function, Mask


def _largest(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    (window,) = windows(layer.options, "pool_size", 1)
    result: Array = laid_out(inputs[0], window, -np.inf).max(axis=-1)
    return result


def _mean(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Margins do not count, as in TensorFlow."""
    values = inputs[0]
    (window,) = windows(layer.options, "pool_size", 1)
    count = laid_out(np.ones((1, values.shape[1], 1), values.dtype), window).sum(axis=-1)
    result: Array = laid_out(values, window).sum(axis=-1) / count
    return result


def _largest_of_all(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    keepdims = flag(layer.options, "keepdims", False)
    result: Array = inputs[0].max(axis=1, keepdims=keepdims)
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
    "MaxPooling1D": _largest,
    "AveragePooling1D": _mean,
    "GlobalMaxPooling1D": _largest_of_all,
    "GlobalAveragePooling1D": _mean_of_all,
}
