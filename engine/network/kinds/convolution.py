"""Convolutions along one, two and three axes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial
from typing import Any

from engine.network.kinds.checks import (
    check_size,
    computable,
    flag,
    integer,
    integers,
    misfit,
    unsupported,
    unusable,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.window_sizes import Window, counted, joined, parted, windows
from engine.network.network import Shape

_WINDOW = ("kernel_size", "strides", "padding", "dilation_rate", "data_format")
_ENDING = ("activation", "use_bias")
_RECURRENT = (
    *("return_sequences", "return_state", "go_backwards", "stateful"),
    "zero_output_for_mask",
)


def _checked(options: Options, shapes: Shapes, rank: int) -> tuple[Window, ...]:
    """The windows; with what is added to the axes they must stay computable."""
    result = windows(options, "kernel_size", rank)
    lengths, channels = parted(options, shapes, rank)
    for window, length in zip(result, lengths, strict=False):
        if length is not None:
            computable(options, (None, length + sum(window.margins(length)), channels))
    if rank == 1 and result[0].padding == "causal":
        computable(options, (None, result[0].span, channels))
    return result


def _sizes(options: Options, shapes: Shapes, rank: int, channels: int | None) -> Shape:
    result = _checked(options, shapes, rank)
    lengths, _ = parted(options, shapes, rank)
    if not lengths:
        return ()
    return computable(
        options, joined(options, shapes, counted(options, shapes, result, lengths), channels)
    )


def filters_and_groups(options: Options) -> tuple[int, int]:
    """How many filters a convolution has, in how many groups.

    Raises:
        ModelError: the groups are not of one size.
    """
    filters = integer(options, "filters")
    groups = 1 if options.get("groups") is None else integer(options, "groups")
    if filters % groups:
        raise unusable(options, "groups")
    return filters, groups


def _shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    _weights(rank, options, shapes)
    return _sizes(options, shapes, rank, filters_and_groups(options)[0])


def _kernel(options: Options, sizes: tuple[int, ...], inputs: int | None, outputs: int) -> Shape:
    check_size(options, math.prod(sizes) * (inputs or 1) * outputs)
    return (*sizes, inputs, outputs)


def _bias(options: Options, count: int | None) -> dict[str, Shape]:
    return {"bias": (count,)} if flag(options, "use_bias", True) else {}


def _weights(rank: int, options: Options, shapes: Shapes) -> dict[str, Shape]:
    filters, groups = filters_and_groups(options)
    _, channels = parted(options, shapes, rank)
    if channels is not None and channels % groups:
        raise misfit(options, shapes)
    inputs = None if channels is None else channels // groups
    sizes = integers(options, "kernel_size", rank)
    return {"kernel": _kernel(options, sizes, inputs, filters)} | _bias(options, filters)


def depth(options: Options) -> int:
    """How many channels a depthwise convolution makes of one."""
    return 1 if options.get("depth_multiplier") is None else integer(options, "depth_multiplier")


def _depthwise_shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    _depthwise_weights(rank, options, shapes)
    _, channels = parted(options, shapes, rank)
    return _sizes(options, shapes, rank, None if channels is None else channels * depth(options))


def _depthwise_weights(rank: int, options: Options, shapes: Shapes) -> dict[str, Shape]:
    times, (_, channels) = depth(options), parted(options, shapes, rank)
    kernel = _kernel(options, integers(options, "kernel_size", rank), channels, times)
    # Keras 2 calls it depthwise_kernel, and files it at the same place.
    return {"kernel": kernel} | _bias(options, None if channels is None else channels * times)


def _separable_shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    _separable_weights(rank, options, shapes)
    return _sizes(options, shapes, rank, integer(options, "filters"))


def _separable_weights(rank: int, options: Options, shapes: Shapes) -> dict[str, Shape]:
    filters, times = integer(options, "filters"), depth(options)
    _, channels = parted(options, shapes, rank)
    between = None if channels is None else channels * times
    check_size(options, (between or 1) * filters)
    sizes = integers(options, "kernel_size", rank)
    kernels: dict[str, Shape] = {
        "depthwise_kernel": _kernel(options, sizes, channels, times),
        "pointwise_kernel": (*(1,) * rank, between, filters),
    }
    return kernels | _bias(options, filters)


def transposed_lengths(
    options: Options, found: tuple[Window, ...], lengths: tuple[int, ...]
) -> tuple[int, ...]:
    """How long a transposed convolution's output is along each axis; source:
    ``backend_utils.py``.

    Raises:
        ModelError: it would have no positions.
    """
    added: tuple[int | None, ...] = (None,) * len(found)
    if options.get("output_padding") is not None:
        added = integers(options, "output_padding", len(found), least=0)
    each = zip(found, lengths, added, strict=True)
    return tuple(_transposed_length(options, *one) for one in each)


def _transposed_length(options: Options, window: Window, length: int, extra: int | None) -> int:
    if extra is not None and extra >= window.stride:
        raise unusable(options, "output_padding")
    if window.padding == "valid":
        extra = max(window.stride - window.span, 0) if extra is None else extra
        return (length - 1) * window.stride + window.span + extra
    if extra is None:
        return length * window.stride
    return (length - 1) * window.stride + window.span % 2 + extra


def _transposed_shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    _transposed_weights(rank, options, shapes)
    found = windows(options, "kernel_size", rank)
    if found[0].padding == "causal":
        raise unusable(options, "padding")
    lengths, _ = parted(options, shapes, rank)
    if not lengths:
        return ()
    sizes: list[int | None] = []
    for place, (window, length) in enumerate(zip(found, lengths, strict=True)):
        made = None
        if length is not None:
            # Each axis by itself: the others may be of any length.
            made = transposed_lengths(options, found, (length,) * rank)[place]
            if window.count(made) != length:
                raise misfit(options, shapes)  # TensorFlow refuses what is not the way back
        sizes.append(made)
    return computable(options, joined(options, shapes, tuple(sizes), integer(options, "filters")))


def _transposed_weights(rank: int, options: Options, shapes: Shapes) -> dict[str, Shape]:
    filters, (_, channels) = integer(options, "filters"), parted(options, shapes, rank)
    sizes = integers(options, "kernel_size", rank)
    check_size(options, math.prod(sizes) * filters * (channels or 1))
    return {"kernel": (*sizes, filters, channels)} | _bias(options, filters)


def _recurrent_shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    if rank == 1 and options.get("data_format") == "channels_first":
        raise unsupported(options, "data_format", "channels_first")
    _recurrent_weights(rank, options, shapes)
    frame = _sizes(options, _frames(options, shapes, rank), rank, integer(options, "filters"))
    if not frame:
        return ()
    steps = (shapes[0][1],) if flag(options, "return_sequences", False) else ()
    return computable(options, (frame[0], *steps, *frame[1:]))


def _frames(options: Options, shapes: Shapes, rank: int) -> Shapes:
    """The shape of one step."""
    shape = shapes[0] if shapes else ()
    if shape and len(shape) != rank + 3:
        raise misfit(options, shapes)
    return ((shape[0], *shape[2:]),) if shape else ()


def _recurrent_weights(rank: int, options: Options, shapes: Shapes) -> dict[str, Shape]:
    filters, sizes = integer(options, "filters"), integers(options, "kernel_size", rank)
    first = options.get("data_format") == "channels_first"
    frame = _frames(options, shapes, rank)
    channels = None if not frame else frame[0][1 if first else -1]
    kernels = {
        "kernel": _kernel(options, sizes, channels, 4 * filters),
        "recurrent_kernel": _kernel(options, sizes, filters, 4 * filters),
    }
    return kernels | _bias(options, 4 * filters)


def _kinds(rank: int) -> dict[str, Kind]:
    rows: dict[str, tuple[Any, Any, tuple[str, ...]]] = {
        "Conv": (_shape, _weights, ("filters", "groups")),
        "ConvLSTM": (
            _recurrent_shape,
            _recurrent_weights,
            ("filters", *_RECURRENT),
        ),
    }
    if rank < 3:
        rows["SeparableConv"] = (
            _separable_shape,
            _separable_weights,
            ("filters", "depth_multiplier"),
        )
        rows["DepthwiseConv"] = (_depthwise_shape, _depthwise_weights, ("depth_multiplier",))
    return {
        f"{name}{rank}D": Kind(
            partial(shape, rank), partial(weights, rank), (*_WINDOW, *options, *_ENDING)
        )
        for name, (shape, weights, options) in rows.items()
    }


KINDS: Mapping[str, Kind] = {
    **_kinds(1),
    **_kinds(2),
    **_kinds(3),
    **{
        f"Conv{rank}DTranspose": Kind(
            partial(_transposed_shape, rank),
            partial(_transposed_weights, rank),
            ("filters", *_WINDOW, "output_padding", *_ENDING),
        )
        for rank in (1, 2)
    },
}
