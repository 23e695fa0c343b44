"""Layers that put several inputs together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial, reduce

import numpy as np

from engine.network.kinds.checks import flag
from engine.network.kinds.merging import dot_axes, one_axis
from engine.network.network import Layer
from engine.replay.functions.function import Array, Function, Mask
from engine.replay.functions.gradient import Gradient, like, moved
from engine.replay.functions.normalisation import normalised, normalised_back

_MIN_NORM = 1e-7  # ``keras.backend.epsilon()``

Operation = Callable[[Array, Array], Array]


def _aligned(inputs: list[Array], masks: list[Mask]) -> tuple[list[Array], list[Mask]]:
    """All of one rank, by axes put in after that of the batch; a mask is lost by that."""
    rank = max(values.ndim for values in inputs)
    wide = [
        values.reshape(len(values), *(1,) * (rank - values.ndim), *values.shape[1:])
        for values in inputs
    ]
    kept = [
        mask if values.ndim == rank else None for values, mask in zip(inputs, masks, strict=True)
    ]
    return wide, kept


def _each(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return reduce(operation, _aligned(inputs, masks)[0])


def _average(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    total: Array = reduce(np.add, _aligned(inputs, masks)[0])
    result: Array = total / total.dtype.type(len(inputs))
    return result


def _wide(mask: Mask, values: Array) -> Mask:
    return None if mask is None else np.broadcast_to(mask[..., None], values.shape)


def _multiply(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """What one masks counts as 1, and is 0 in the end if all mask it; source: ``multiply.py``."""
    arrays, masks = _aligned(inputs, masks)
    wide = [_wide(mask, values) for values, mask in zip(arrays, masks, strict=True)]
    known = [mask for mask in wide if mask is not None]
    factors = [
        values if mask is None else np.where(mask, values, values.dtype.type(1))
        for values, mask in zip(arrays, wide, strict=True)
    ]
    result: Array = reduce(np.multiply, factors)
    if len(known) == len(wide):
        result = np.where(reduce(np.logical_or, known), result, result.dtype.type(0))
    return result


def _extreme(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """What one masks is taken from the others.

    Source: ``Merge._apply_merge_op_and_or_mask`` in ``layers/merging/base_merge.py``.
    """
    arrays, masks = _aligned(inputs, masks)
    result, seen = arrays[0], _wide(masks[0], arrays[0])
    for values, narrow in zip(arrays[1:], masks[1:], strict=True):
        mask = _wide(narrow, values)
        other = values if mask is None else np.where(mask, values, result)
        if seen is not None:
            result = np.where(seen, result, other)
        seen = None if mask is None or seen is None else seen | mask
        result = operation(result, other)
    return result


def concatenate(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """One after the other: ``(B, T, F)`` and ``(B, T, G)`` to ``(B, T, F + G)``, or another axis."""
    return np.concatenate(inputs, axis=one_axis(layer.options, inputs[0].ndim))


def _dot(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Summed over one axis of each, for each sequence of the batch by itself."""
    left, right = inputs
    first, second = dot_axes(layer.options, (left.ndim, right.ndim))
    if flag(layer.options, "normalize", False):
        left = normalised(left, (first,), _MIN_NORM)
        right = normalised(right, (second,), _MIN_NORM)
    left, right = np.moveaxis(left, first, -1), np.moveaxis(right, second, 1)
    rest = left.shape[1:-1] + right.shape[2:]
    batch, inner = max(len(left), len(right)), left.shape[-1]
    flat = left.reshape(len(left), -1, inner) @ right.reshape(len(right), inner, -1)
    return flat.reshape(batch, *(rest or (1,)))


FUNCTIONS: Mapping[str, Function] = {
    "Add": partial(_each, np.add),
    "Subtract": partial(_each, np.subtract),
    "Average": _average,
    "Multiply": _multiply,
    "Maximum": partial(_extreme, np.maximum),
    "Minimum": partial(_extreme, np.minimum),
    "Concatenate": concatenate,
    "Dot": _dot,
}


def _signed(*signs: float) -> Gradient:
    """Of a sum whose inputs after the first have the last of the signs."""

    def back(
        layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
    ) -> list[Array | None]:
        each = (*signs[:1], *(signs[-1] for _ in inputs[1:]))
        return [like(sign * output, values) for sign, values in zip(each, inputs, strict=True)]

    return back


def _average_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    return [like(output / len(inputs), values) for values in inputs]


def _multiply_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    arrays, masks = _aligned(inputs, masks)
    wide = [_wide(mask, values) for values, mask in zip(arrays, masks, strict=True)]
    known = [mask for mask in wide if mask is not None]
    if len(known) == len(wide):
        output = np.where(reduce(np.logical_or, known), output, 0.0)
    factors = [
        values if mask is None else np.where(mask, values, 1.0)
        for values, mask in zip(arrays, wide, strict=True)
    ]
    result: list[Array | None] = []
    for place, (values, mask) in enumerate(zip(inputs, wide, strict=True)):
        back = reduce(np.multiply, factors[:place] + factors[place + 1 :], output)
        result.append(like(back if mask is None else np.where(mask, back, 0.0), values))
    return result


def _extreme_back(
    function: Function,
    layer: Layer,
    inputs: list[Array],
    masks: list[Mask],
    output: Array,
) -> list[Array | None]:
    """To the first input that the number came from, as TensorFlow does."""
    best = function(layer, inputs, masks)
    arrays, masks = _aligned(inputs, masks)
    free = np.ones(best.shape, bool)
    won = []
    for values, narrow in zip(arrays, masks, strict=True):
        mask = _wide(narrow, values)
        here = free & (values == best) & (True if mask is None else mask)
        won.append(here)
        free &= ~here
    won[0] |= free  # all of them are masked: it is the first one's
    return [
        like(np.where(here, output, 0.0), values) for here, values in zip(won, inputs, strict=True)
    ]


def _dot_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    left, right = inputs
    first, second = dot_axes(layer.options, (left.ndim, right.ndim))
    scale = flag(layer.options, "normalize", False)
    a = normalised(left, (first,), _MIN_NORM) if scale else left
    b = normalised(right, (second,), _MIN_NORM) if scale else right
    a, b = np.moveaxis(a, first, -1), np.moveaxis(b, second, 1)
    rows, columns = a.reshape(len(a), -1, a.shape[-1]), b.reshape(len(b), b.shape[1], -1)
    flat = output.reshape(len(output), rows.shape[1], columns.shape[2])
    back_a = (flat @ columns.swapaxes(1, 2)).reshape(len(flat), *a.shape[1:])
    back_b = (rows.swapaxes(1, 2) @ flat).reshape(len(flat), *b.shape[1:])
    backs = [np.moveaxis(back_a, -1, first), np.moveaxis(back_b, 1, second)]
    if not scale:
        return list(backs)
    return [
        normalised_back(values, (axis,), _MIN_NORM, back)
        for values, axis, back in zip(inputs, (first, second), backs, strict=True)
    ]


GRADIENTS: Mapping[str, Gradient] = {
    "Add": _signed(1.0, 1.0),
    "Subtract": _signed(1.0, -1.0),
    "Average": _average_back,
    "Multiply": _multiply_back,
    "Maximum": partial(_extreme_back, FUNCTIONS["Maximum"]),
    "Minimum": partial(_extreme_back, FUNCTIONS["Minimum"]),
    "Concatenate": moved(concatenate),
    "Dot": _dot_back,
}
