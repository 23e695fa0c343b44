"""A layer without a state, and without a rule of its own for the steps: row by row, or on all
the steps at once."""

from __future__ import annotations

import numpy as np

from engine.network.kinds.checks import axes
from engine.network.network import Layer
from engine.replay.context import Context
from engine.replay.functions.masks import mask_of, masks_used
from engine.replay.functions.registry import computed
from engine.replay.value import Array, Times, Value, folded, with_common_ends

_ALONG_AN_AXIS = (
    *("Softmax", "LayerNormalization", "UnitNormalization"),
    *("ops.Softmax", "ops.LogSoftmax", "ops.Flip"),
)
_IN_PLACE = tuple(kind for kind in _ALONG_AN_AXIS if kind != "ops.Flip")
"""Kinds whose steps stay where they are, whatever they look at."""

MIXING = (
    *("Permute", "Dot", "ops.Dot", "ops.Transpose", "ops.Swapaxes"),
    *("ops.Matmul", "ops.Einsum", "ops.Repeat"),
    *(
        "Conv2D",
        "Conv2DTranspose",
        "SeparableConv2D",
        "DepthwiseConv2D",
        "MaxPooling2D",
        "AveragePooling2D",
    ),
    *("GlobalMaxPooling2D", "GlobalAveragePooling2D"),
    *("ZeroPadding2D", "Cropping2D", "UpSampling2D"),
)
"""Kinds whose steps may be made of any others."""


def row_by_row(context: Context, layer: Layer, inputs: list[Value]) -> Value:
    """The output of a layer without a state that knows nothing of time, of numbers.

    Raises:
        ModelError: the layer cannot take them.
    """
    # Only a vector can be had at every end, and only from vectors: one that looks at all the
    # steps of a sequence would know what comes after.
    steps = any(not value.running and value.array.ndim > 2 for value in inputs)
    if len(layer.output_shape) > 2 or steps:
        inputs = [value.at_end() for value in inputs]
    ready = max(value.ready for value in inputs)
    causal = all(value.causal for value in inputs)
    masks = [value.mask for value in inputs]
    if any(value.running for value in inputs):
        inputs = with_common_ends(inputs)
        batch, ends = next(value.array.shape[:2] for value in inputs if value.running)
        masks = [None if mask is None else np.repeat(mask, ends, axis=0) for mask in masks]
        arrays = [folded(value, ends) for value in inputs]
        rows = computed(layer, arrays, masks_used(layer, masks, context.keras2))
        times = next(value.times for value in inputs if value.running)
        array = rows.reshape(batch, ends, *rows.shape[1:])
        return Value(array, times, ready, None, True, causal and not mixes(layer, inputs))
    arrays = [value.array for value in inputs]
    array = computed(layer, arrays, masks_used(layer, masks, context.keras2))
    mixed = mixes(layer, inputs)
    times = None
    if array.ndim >= 3 and (not mixed or layer.kind in _IN_PLACE):
        times = _times_of(array, inputs)
    mask = mask_of(layer, arrays, masks, context.keras2)
    return Value(array, times, ready, mask, False, causal and times is not None and not mixed)


def mixes(layer: Layer, inputs: list[Value]) -> bool:
    """Whether a step of the output of a layer without a state, and without a rule of its own,
    may be made of later steps of the input."""
    if layer.kind in MIXING:
        return not all(value.running for value in inputs)  # each end by itself
    if layer.kind not in _ALONG_AN_AXIS:
        return False
    options = {**layer.options, "name": layer.name}
    rank = inputs[0].array.ndim - inputs[0].running
    return rank > 2 and 1 in axes(options, "axis", rank)


def _times_of(array: Array, inputs: list[Value]) -> Times | None:
    """The times of the first input that has as many steps as came out."""
    for value in inputs:
        if value.times is not None and len(value.times) == array.shape[1] == value.array.shape[1]:
            return value.times
    return None
