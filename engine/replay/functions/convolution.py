"""Convolutions over the steps: windows laid side by side, times the kernel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.network.derivatives import pull
from engine.network.kinds.convolution import filters_and_groups, transposed_lengths
from engine.network.kinds.window_sizes import Window, windows
from engine.network.network import Layer
from engine.replay.functions.activation import named
from engine.replay.functions.function import Array, Function, Mask, biased, weight
from engine.replay.functions.gradient import Gradient, of_one_input


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
        values = np.pad(values, ((0, 0), margins, (0, 0)), constant_values=values.dtype.type(fill))
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


def _conv_sums(layer: Layer, values: Array) -> Array:
    """``(B, T, C)`` to ``(B, places, filters)``."""
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


def _conv_back(layer: Layer, values: Array, output: Array) -> Array:
    """``(N, places, filters)`` to ``(N, T, C)``."""
    _, groups = filters_and_groups(layer.options)
    kernel = weight(layer, "kernel", values)  # (size, C/groups, filters)
    size, each, filters = kernel.shape
    parted = output.reshape(*output.shape[:2], groups, filters // groups)
    columns = kernel.reshape(size, each, groups, filters // groups)
    seen = np.einsum("npgf,kcgf->npgck", parted, columns, optimize=True)
    return laid_back(
        seen.reshape(*output.shape[:2], groups * each, size), _window(layer), values.shape[1]
    )


def _each_channel(layer: Layer, values: Array, name: str) -> Array:
    """Every channel with its own kernel, ``(B, T, C)`` to ``(B, places, C times)``."""
    seen, kernel = laid_out(values, _window(layer)), weight(layer, name, values)
    batch, places, channels, size = seen.shape
    # (C, B places, size) @ (C, size, times)
    rows = seen.transpose(2, 0, 1, 3).reshape(channels, batch * places, size)
    return (rows @ kernel.transpose(1, 0, 2)).transpose(1, 0, 2).reshape(batch, places, -1)


def _each_channel_back(layer: Layer, values: Array, name: str, output: Array) -> Array:
    """``(N, places, C times)`` to ``(N, T, C)``."""
    kernel = weight(layer, name, values)  # (size, C, times)
    parted = output.reshape(*output.shape[:2], *kernel.shape[1:])
    seen = np.einsum("npct,kct->npck", parted, kernel, optimize=True)
    return laid_back(seen, _window(layer), values.shape[1])


def _depthwise_sums(layer: Layer, values: Array) -> Array:
    return biased(layer, _each_channel(layer, values, "kernel"))


def _depthwise_back(layer: Layer, values: Array, output: Array) -> Array:
    return _each_channel_back(layer, values, "kernel", output)


def _separable_sums(layer: Layer, values: Array) -> Array:
    between = _each_channel(layer, values, "depthwise_kernel")
    return biased(layer, between @ weight(layer, "pointwise_kernel", between)[0])


def _separable_back(layer: Layer, values: Array, output: Array) -> Array:
    between = output @ weight(layer, "pointwise_kernel", output)[0].T
    return _each_channel_back(layer, values, "depthwise_kernel", between)


def _transposed_sums(layer: Layer, values: Array) -> Array:
    """The way back through a convolution, ``(B, T, C)`` to ``(B, length, filters)``."""
    window = _window(layer)
    kernel = weight(layer, "kernel", values)  # (size, filters, C)
    steps, size = values.shape[1], window.size
    (length,) = transposed_lengths(layer.options, (window,), (steps,))
    reach = (steps - 1) * window.stride + 1
    before, _ = window.margins(length)
    wide = np.zeros((len(values), max(reach + window.span - 1, before + length), kernel.shape[1]))
    parts = np.einsum("btc,kfc->kbtf", values, kernel, optimize=True)
    for place in range(size):
        start = place * window.dilation
        wide[:, start : start + reach : window.stride] += parts[place]
    return biased(layer, wide[:, before : before + length].astype(values.dtype))


def _transposed_back(layer: Layer, values: Array, output: Array) -> Array:
    """``(N, length, filters)`` to ``(N, T, C)``."""
    window, kernel, steps = _window(layer), weight(layer, "kernel", values), values.shape[1]
    length, reach = output.shape[1], (steps - 1) * window.stride + 1
    before, _ = window.margins(length)
    behind = max(0, reach + window.span - 1 - before - length)
    wide = np.pad(output, ((0, 0), (before, behind), (0, 0)))
    seen = sliding_window_view(wide, window.span, axis=1)[:, : reach : window.stride]
    back: Array = np.einsum("ntfk,kfc->ntc", seen[..., :: window.dilation], kernel, optimize=True)
    return back


Sums = Callable[[Layer, Array], Array]
"""From the input to what the activation is given."""
SumsBack = Callable[[Layer, Array, Array], Array]
"""From the gradient by the sums to that by the input."""

_CONVOLUTIONS: Mapping[str, tuple[Sums, SumsBack]] = {
    "Conv1D": (_conv_sums, _conv_back),
    "DepthwiseConv1D": (_depthwise_sums, _depthwise_back),
    "SeparableConv1D": (_separable_sums, _separable_back),
    "Conv1DTranspose": (_transposed_sums, _transposed_back),
}


def _forth(sums: Sums, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return named(layer, sums(layer, inputs[0]))


def _back(
    sums: Sums, sums_back: SumsBack, layer: Layer, values: Array, mask: Mask, output: Array
) -> Array:
    name = str(layer.options.get("activation") or "linear")
    return sums_back(layer, values, pull(name)(sums(layer, values), output))


FUNCTIONS: Mapping[str, Function] = {
    kind: partial(_forth, sums) for kind, (sums, _) in _CONVOLUTIONS.items()
}

GRADIENTS: Mapping[str, Gradient] = {
    kind: of_one_input(partial(_back, *both)) for kind, both in _CONVOLUTIONS.items()
}
