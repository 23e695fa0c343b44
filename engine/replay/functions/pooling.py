"""The largest or the mean of windows over the steps, or of all of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.checks import flag
from engine.network.kinds.windows import windows
from engine.network.network import Layer
from engine.replay.functions.convolution import laid_out
from engine.replay.functions.function import Array, Function, Mask, single


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
