"""Convolutions and poolings along one axis; those of images are refused.

ONNX has the channels before the steps.  Files of TensorFlow have an axis of size 1 beside
the steps, because its one-dimensional convolution is a flat one of an image.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.network.formats.onnx.arranging import cannot_arrange, node_for, settled, value_of
from engine.network.formats.onnx.graph import Graph
from engine.network.formats.onnx.nodes.dense import computed, constant, misfit
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import (
    Atom,
    Axes,
    Axis,
    OnnxTensor,
    Operand,
    bare,
    learned,
    size,
)
from engine.network.kinds.checks import unsupported
from engine.network.kinds.window_sizes import Window
from engine.network.network import Tensor


def _steps(graph: Graph, node: Node) -> tuple[OnnxTensor, int]:
    """The input as (batch, steps, channels), and the place of the steps in the file's axes."""
    value = value_of(graph, node)
    axes = value.axes
    spatial = [place for place in range(2, len(axes)) if bare(axes[place])]
    if len(axes) in (3, 4) and not spatial:
        spatial = [2]
    if len(axes) not in (3, 4) or len(spatial) != 1:
        raise unsupported({"name": graph.name(node, node.kind)}, "axes", len(axes) - 2)
    place = spatial[0]
    wanted: Axes = (axes[0], axes[place], axes[1])
    return replace(settled(graph, node, value, wanted), axes=axes), place


def _along(node: Node, name: str, place: int, rank: int, default: int) -> list[int]:
    """An attribute with a number for each spatial axis: that of the steps alone."""
    given = node.attributes.get(name)
    count = rank - 2
    if not isinstance(given, list):
        return [default] * (2 if name == "pads" else 1)
    at = place - 2
    if name == "pads":
        return [given[at], given[at + count]] if len(given) == 2 * count else [-1, -1]
    return [given[at]] if len(given) == count else [-1]


def _padded(graph: Graph, tensor: Tensor, own: Axes, pads: Sequence[int]) -> Tensor:
    if not any(pads):
        return tensor
    steps = size(own[1])
    wide: Axis = (Atom(None if steps is None else steps + sum(pads)),)
    options = {"padding": list(pads)}
    inputs = (tensor,)
    return graph.layer(node_for("Pad"), "ZeroPadding1D", options, inputs, (own[0], wide, own[2]))


def _window(graph: Graph, node: Node, place: int, rank: int, window: int) -> tuple[str, list[int]]:
    """How the ends are padded: Keras's name for it, and zeros to put there before."""
    auto = node.attributes.get("auto_pad", "NOTSET")
    if auto == "SAME_UPPER":
        return "same", [0, 0]
    pads = _along(node, "pads", place, rank, 0)
    if auto not in ("NOTSET", "VALID") or min(pads) < 0 or max(pads) > 2**20 or window < 1:
        raise unsupported({"name": graph.name(node, node.kind)}, "auto_pad", auto)
    return "valid", [0, 0] if auto == "VALID" else pads


def conv(graph: Graph, node: Node) -> Sequence[Operand]:
    """A convolution over the steps."""
    kernel, bias = constant(graph, node, 1), constant(graph, node, 2)
    if kernel is None or (bias is None and any(node.inputs[2:3])):
        raise computed(graph, node, "kernel")
    value, place = _steps(graph, node)
    rank = len(value.axes)
    other = tuple(axis for axis in range(2, rank) if axis != place)
    if kernel.ndim != rank or any(kernel.shape[axis] != 1 for axis in other):
        raise unsupported({"name": graph.name(node, node.kind)}, "kernel_shape", kernel.shape[2:])
    kernel = np.squeeze(kernel, axis=other)
    filters, inside, width = kernel.shape
    groups = int(node.attributes.get("group", 1))
    (stride,) = _along(node, "strides", place, rank, 1)
    (dilation,) = _along(node, "dilations", place, rank, 1)
    channels = size(value.own[2])
    fits = groups > 0 and filters % groups == 0 and channels in (None, inside * groups)
    if not fits or min(stride, dilation) < 1 or max(stride, dilation) > 2**20:
        raise misfit(graph, node, kernel, f"({filters}, {channels}, {width})")
    learned(value.own[2], inside * groups)
    padding, pads = _window(graph, node, place, rank, width)
    tensor = _padded(graph, value.tensor, value.own, pads)
    steps = size(value.own[1])
    if steps is not None:
        left = steps + sum(pads)
        steps = Window(width, stride, dilation, padding).count(left)
        if steps < 1:
            raise misfit(graph, node, kernel, f"({filters}, {channels}, {left})")
    own = (value.own[0], (Atom(steps),), (Atom(filters),))
    weights = {"kernel": kernel.transpose(2, 1, 0)}
    if bias is not None:
        if bias.shape != (filters,):
            raise misfit(graph, node, bias, f"({filters},)")
        weights["bias"] = bias
    options: dict[str, Any] = {
        "filters": filters,
        "kernel_size": [width],
        "strides": [stride],
        "padding": padding,
        "data_format": "channels_last",
        "dilation_rate": [dilation],
        "groups": groups,
        "activation": "linear",
        "use_bias": bias is not None,
    }
    return [_out(value, place, graph.layer(node, "Conv1D", options, (tensor,), own, weights), own)]


def _out(value: OnnxTensor, place: int, tensor: Tensor, own: Axes) -> OnnxTensor:
    axes = list(value.axes)
    axes[0], axes[1], axes[place] = own[0], own[2], own[1]
    return OnnxTensor((tensor,), own, tuple(axes))


def pooling(kind: str) -> Callable[[Graph, Node], Sequence[Operand]]:
    """The largest or the mean of windows over the steps."""

    def handler(graph: Graph, node: Node) -> Sequence[Operand]:
        value, place = _steps(graph, node)
        rank = len(value.axes)
        (window,) = _along(node, "kernel_shape", place, rank, -1)
        (stride,) = _along(node, "strides", place, rank, 1)
        (dilation,) = _along(node, "dilations", place, rank, 1)
        padding, pads = _window(graph, node, place, rank, window)
        # Zeros at the ends would take part in the largest and in the mean.
        if any(pads) or dilation != 1 or node.attributes.get("ceil_mode") or stride < 1:
            raise unsupported({"name": graph.name(node, node.kind)}, "pads", pads)
        if window > 2**20 or stride > 2**20:
            raise cannot_arrange(graph, node)
        steps = size(value.own[1])
        if steps is not None:
            steps = Window(window, stride, padding=padding).count(steps)
            if steps < 1:
                raise cannot_arrange(graph, node)
        own = (value.own[0], (Atom(steps),), value.own[2])
        options = {
            "pool_size": [window],
            "strides": [stride],
            "padding": padding,
            "data_format": "channels_last",
        }
        return [_out(value, place, graph.layer(node, kind, options, (value.tensor,), own), own)]

    return handler
