"""Layers over two axes: convolutions, poolings, margins and repeated points of pictures.

Windows are laid side by side, `LAID` numbers at a time, and multiplied with the kernel.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.network.kinds.checks import flag, integers
from engine.network.kinds.convolution import filters_and_groups, transposed_lengths
from engine.network.kinds.kind import Options
from engine.network.kinds.shaping import margins
from engine.network.kinds.window_sizes import Window, windows
from engine.network.network import Layer
from engine.replay.functions.activation import named
from engine.replay.functions.function import Array, Function, Mask, biased, weight
from engine.replay.functions.resizing import enlarged

LAID = 2**18
"""Numbers of windows that are laid side by side at once: 1 MB of float32, which stays near the
processor."""

_ONE_THREAD = 2**19 - 1
"""Products of numbers in one product of matrices up to which OpenBLAS does not share it out among
threads (``interface/gemm.c``: below twice 65,536 x 4 it takes one).

Where another program uses a core, each shared product waits for the thread that did not get one:
a convolution that takes 20 ms then takes 200 to 1,000.
"""

_MIN_ROWS = 4
"""Rows of a product; where one thread would take fewer, the kernel is large enough to be shared."""


def _last(options: Options, values: Array) -> Array:
    """With the channels behind."""
    first = options.get("data_format") == "channels_first"
    return np.moveaxis(values, 1, -1) if first else values


def _put_back(options: Options, values: Array) -> Array:
    """With the channels where the layer has them."""
    first = options.get("data_format") == "channels_first" and values.ndim == 4
    return np.moveaxis(values, -1, 1) if first else values


def padded(values: Array, found: tuple[Window, ...], fill: float = 0.0) -> Array:
    """With the margins that the windows want, ``(B, rows, columns, C)``."""
    around = [window.margins(size) for window, size in zip(found, values.shape[1:3], strict=True)]
    if not any(map(any, around)):
        return values
    return np.pad(values, ((0, 0), *around, (0, 0)), constant_values=values.dtype.type(fill))


def _taps(values: Array, found: tuple[Window, ...]) -> Iterator[tuple[int, int, Array]]:
    """What each point of a window sees at all its places, ``(B, places, places, C)``; of values
    with margins."""
    rows, columns = found
    reach = [
        (size - window.span) // window.stride * window.stride + 1
        for window, size in zip(found, values.shape[1:3], strict=True)
    ]
    for i in range(rows.size):
        top = i * rows.dilation
        for j in range(columns.size):
            left = j * columns.dilation
            yield (
                i,
                j,
                values[
                    :,
                    top : top + reach[0] : rows.stride,
                    left : left + reach[1] : columns.stride,
                ],
            )


def convolved(values: Array, kernel: Array, found: tuple[Window, ...], groups: int = 1) -> Array:
    """``(B, rows, columns, C)`` through a kernel ``(size, size, C/groups, filters)``."""
    seen = _seen(np.ascontiguousarray(padded(values, found)), found)
    batch, high, wide, *window, channels = seen.shape
    each, filters = channels // groups, kernel.shape[-1] // groups
    size = math.prod(window) * each
    result = np.empty((batch, high, wide, groups * filters), values.dtype)
    lines = max(1, min(high, LAID // max(1, wide * size)))
    pictures = max(1, min(batch, LAID // max(1, high * wide * size)))
    room = np.empty((pictures, lines, wide, *window, each), values.dtype)
    for group in range(groups):
        own = seen[..., group * each : (group + 1) * each]
        of_group = slice(group * filters, (group + 1) * filters)
        matrix = np.ascontiguousarray(kernel[..., of_group].reshape(size, filters))
        for first in range(0, batch, pictures):
            for top in range(0, high, lines):
                part = own[first : first + pictures, top : top + lines]
                laid = room[: part.shape[0], : part.shape[1]]
                np.copyto(laid, part)
                product = _product(laid.reshape(-1, size), matrix)
                result[first : first + pictures, top : top + lines, :, of_group] = product.reshape(
                    *part.shape[:3], filters
                )
    return result


def _seen(values: Array, found: tuple[Window, ...]) -> Array:
    """What every window sees, ``(B, places, places, size, size, C)``: a view of values with
    margins."""
    spans = [window.span for window in found]
    rows, columns = found
    view = sliding_window_view(values, spans, axis=(1, 2))[
        :, :: rows.stride, :: columns.stride, :, :: rows.dilation, :: columns.dilation
    ]
    return view.transpose(0, 1, 2, 4, 5, 3)


def _product(rows: Array, matrix: Array) -> Array:
    """``(N, size)`` times ``(size, filters)``, by so many rows at a time as one thread takes."""
    size, filters = matrix.shape
    at_once = _ONE_THREAD // max(1, size * filters)
    whole = 0 if at_once < _MIN_ROWS else len(rows) // at_once * at_once
    if not whole:
        return rows @ matrix
    result = np.empty((len(rows), filters), rows.dtype)
    blocks = rows[:whole].reshape(-1, at_once, size)
    np.matmul(blocks, matrix, out=result[:whole].reshape(-1, at_once, filters))
    np.matmul(rows[whole:], matrix, out=result[whole:])
    return result


def _each_channel(values: Array, kernel: Array, found: tuple[Window, ...]) -> Array:
    """Every channel with its own kernel ``(size, size, C, times)``."""
    total: Array | None = None
    for i, j, seen in _taps(padded(values, found), found):
        part = seen[..., None] * kernel[i, j]
        total = part if total is None else np.add(total, part, out=total)
    assert total is not None
    return total.reshape(*total.shape[:3], -1)


def _convolution(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values, found = _last(layer.options, inputs[0]), windows(layer.options, "kernel_size", 2)
    _, groups = filters_and_groups(layer.options)
    sums = convolved(values, weight(layer, "kernel", values), found, groups)
    return _put_back(layer.options, named(layer, biased(layer, sums)))


def _depthwise(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values, found = _last(layer.options, inputs[0]), windows(layer.options, "kernel_size", 2)
    sums = _each_channel(values, weight(layer, "kernel", values), found)
    return _put_back(layer.options, named(layer, biased(layer, sums)))


def _separable(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values, found = _last(layer.options, inputs[0]), windows(layer.options, "kernel_size", 2)
    between = _each_channel(values, weight(layer, "depthwise_kernel", values), found)
    sums = between @ weight(layer, "pointwise_kernel", values)[0, 0]
    return _put_back(layer.options, named(layer, biased(layer, sums)))


def _transposed(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """The way back through a convolution: every point is laid out by the kernel ``(size, size,
    filters, C)``, and what lies over each other is added."""
    values, found = _last(layer.options, inputs[0]), windows(layer.options, "kernel_size", 2)
    kernel = weight(layer, "kernel", values)
    lengths = transposed_lengths(layer.options, found, values.shape[1:3])
    reach = [
        (size - 1) * window.stride + 1
        for window, size in zip(found, values.shape[1:3], strict=True)
    ]
    before = [window.margins(size)[0] for window, size in zip(found, lengths, strict=True)]
    room = [
        max(far + window.span - 1, first + size)
        for window, far, first, size in zip(found, reach, before, lengths, strict=True)
    ]
    wide = np.zeros((len(values), *room, kernel.shape[2]), values.dtype)
    rows, columns = found
    for i, j in np.ndindex(*kernel.shape[:2]):
        part = _product(values.reshape(-1, values.shape[3]), kernel[i, j].T)
        top, left = i * rows.dilation, j * columns.dilation
        wide[:, top : top + reach[0] : rows.stride, left : left + reach[1] : columns.stride] += (
            part.reshape(*values.shape[:3], -1)
        )
    cut = wide[:, before[0] : before[0] + lengths[0], before[1] : before[1] + lengths[1]]
    return _put_back(layer.options, named(layer, biased(layer, np.ascontiguousarray(cut))))


def _largest(options: Options, values: Array) -> Array:
    found = windows(options, "pool_size", 2)
    result: Array | None = None
    for _, _, seen in _taps(padded(values, found, -np.inf), found):
        result = seen.copy() if result is None else np.maximum(result, seen, out=result)
    assert result is not None
    return result


def _mean(options: Options, values: Array) -> Array:
    """Margins do not count, as in TensorFlow."""
    found = windows(options, "pool_size", 2)
    ones = np.ones((1, *values.shape[1:3], 1), values.dtype)
    count = sum(seen for _, _, seen in _taps(padded(ones, found), found))
    total: Array | None = None
    for _, _, seen in _taps(padded(values, found), found):
        total = seen.copy() if total is None else np.add(total, seen, out=total)
    assert total is not None
    return total / count


def _whole(reduced: Callable[..., Array]) -> Callable[[Options, Array], Array]:
    def over_all(options: Options, values: Array) -> Array:
        return reduced(values, axis=(1, 2), keepdims=flag(options, "keepdims", False))

    return over_all


def _pad(options: Options, values: Array) -> Array:
    return np.pad(values, ((0, 0), *margins(options, "padding"), (0, 0)))


def _crop(options: Options, values: Array) -> Array:
    (top, bottom), (left, right) = margins(options, "cropping")
    rows, columns = values.shape[1:3]
    return values[:, top : rows - bottom, left : columns - right]


def _repeat(options: Options, values: Array) -> Array:
    high, wide = integers(options, "size", 2, 2)
    between = options.get("interpolation")
    if between not in (None, "nearest"):
        return enlarged(values, (high, wide), str(between))
    return values.repeat(high, axis=1).repeat(wide, axis=2)


_SIMPLE: Mapping[str, Callable[[Options, Array], Array]] = {
    "MaxPooling2D": _largest,
    "AveragePooling2D": _mean,
    "GlobalMaxPooling2D": _whole(np.max),
    "GlobalAveragePooling2D": _whole(np.mean),
    "ZeroPadding2D": _pad,
    "Cropping2D": _crop,
    "UpSampling2D": _repeat,
}


def _of_one(function: Callable[[Options, Array], Array]) -> Function:
    def made(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
        return _put_back(layer.options, function(layer.options, _last(layer.options, inputs[0])))

    return made


FUNCTIONS: Mapping[str, Function] = {
    "Conv2D": _convolution,
    "DepthwiseConv2D": _depthwise,
    "SeparableConv2D": _separable,
    "Conv2DTranspose": _transposed,
    **{kind: _of_one(function) for kind, function in _SIMPLE.items()},
}
