"""Convolutions over the steps: windows laid side by side, times the kernel."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.network.derivatives import pull
from engine.network.kinds.convolution import filters_and_groups, transposed_length
from engine.network.kinds.windows import Window, windows
from engine.network.network import Layer
from engine.replay.functions.activation import named
from engine.replay.functions.function import Array, Function, Mask, biased, weight
from engine.replay.functions.gradient import Gradient, one


def laid_out(values: Array, window: Window, fill: float = 0.0) -> Array:
    """What a window sees at each of its places.

    Args:
        values: ``(B, T, C)``.
        window: that moves along ``T``.
        fill: what stands in the margins.

    Returns:
        ``(B, places, C, size)``, a view where no margin is needed.
    """
    margins = window.margins(values.shape[1])
    if any(margins):
        around = ((0, 0), margins, (0, 0))
        values = np.pad(values, around, constant_values=values.dtype.type(fill))
    seen: Array = sliding_window_view(values, window.span, axis=1)
    return seen[:, :: window.stride, :, :: window.dilation]


def _window(layer: Layer) -> Window:
    return windows(layer.options, "kernel_size", 1)[0]


def laid_back(seen: Array, window: Window, length: int) -> Array:
    """Gradients ``(N, places, C, size)`` by what a window saw, summed to ``(N, T, C)``."""
    before, after = window.margins(length)
    count, places, channels, size = seen.shape
    wide = np.zeros((count, before + length + after, channels), seen.dtype)
    for place in range(size):
        start = place * window.dilation
        reach = slice(start, start + (places - 1) * window.stride + 1, window.stride)
        wide[:, reach] += seen[..., place]
    return wide[:, before : before + length]


def _conv(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """``(B, T, C)`` to ``(B, places, filters)``."""
    return named(layer, _conv_sums(layer, inputs[0]))


def _conv_sums(layer: Layer, values: Array) -> Array:
    seen = laid_out(values, _window(layer))
    kernel = weight(layer, "kernel", values)
    _, groups = filters_and_groups(layer.options)
    batch, places, channels, size = seen.shape
    each, filters = channels // groups, kernel.shape[-1] // groups
    # (groups, B places, size C/groups) @ (groups, size C/groups, filters/groups)
    rows = seen.reshape(batch, places, groups, each, size).transpose(2, 0, 1, 4, 3)
    columns = kernel.reshape(size * each, groups, filters).transpose(1, 0, 2)
    result = rows.reshape(groups, batch * places, size * each) @ columns
    joined = result.reshape(groups, batch, places, filters).transpose(1, 2, 0, 3)
    return biased(layer, joined.reshape(batch, places, groups * filters))


def _conv_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    """``(N, places, filters)`` to ``(N, T, C)``."""
    _, groups = filters_and_groups(layer.options)
    kernel = weight(layer, "kernel", values)  # (size, C/groups, filters)
    size, each, filters = kernel.shape
    sums = pull(str(layer.options.get("activation") or "linear"))(_conv_sums(layer, values), output)
    parted = sums.reshape(*sums.shape[:2], groups, filters // groups)
    columns = kernel.reshape(size, each, groups, filters // groups)
    seen = np.einsum("npgf,kcgf->npgck", parted, columns, optimize=True)
    return laid_back(
        seen.reshape(*sums.shape[:2], groups * each, size), _window(layer), values.shape[1]
    )


def _each_channel(layer: Layer, values: Array, name: str) -> Array:
    """Every channel with its own kernel, ``(B, T, C)`` to ``(B, places, C times)``."""
    seen, kernel = laid_out(values, _window(layer)), weight(layer, name, values)
    batch, places, channels, size = seen.shape
    # (C, B places, size) @ (C, size, times)
    rows = seen.transpose(2, 0, 1, 3).reshape(channels, batch * places, size)
    result = rows @ kernel.transpose(1, 0, 2)
    return result.transpose(1, 0, 2).reshape(batch, places, -1)


def _depthwise(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return named(layer, biased(layer, _each_channel(layer, inputs[0], "kernel")))


def _separable(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    between = _each_channel(layer, inputs[0], "depthwise_kernel")
    result = between @ weight(layer, "pointwise_kernel", between)[0]
    return named(layer, biased(layer, result))


def _transposed(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """The way back through a convolution, ``(B, T, C)`` to ``(B, length, filters)``."""
    values, window = inputs[0], _window(layer)
    kernel = weight(layer, "kernel", values)  # (size, filters, C)
    steps, size = values.shape[1], window.size
    length = transposed_length(layer.options, window, steps)
    reach = (steps - 1) * window.stride + 1
    before, _ = window.margins(length)
    wide = np.zeros((len(values), max(reach + window.span - 1, before + length), kernel.shape[1]))
    parts = np.einsum("btc,kfc->kbtf", values, kernel, optimize=True)
    for place in range(size):
        start = place * window.dilation
        wide[:, start : start + reach : window.stride] += parts[place]
    result = wide[:, before : before + length].astype(values.dtype)
    return named(layer, biased(layer, result))


FUNCTIONS: Mapping[str, Function] = {
    "Conv1D": _conv,
    "DepthwiseConv1D": _depthwise,
    "SeparableConv1D": _separable,
    "Conv1DTranspose": _transposed,
}

GRADIENTS: Mapping[str, Gradient] = {"Conv1D": one(_conv_back)}
