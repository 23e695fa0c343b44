"""Batch and layer normalisation."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.network.formats.onnx.arranging import cannot_arrange, last_axis, same_axes, value_of
from engine.network.formats.onnx.graph import Graph
from engine.network.formats.onnx.nodes.dense import Array, computed, constant, misfit
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import OnnxTensor, Operand, size
from engine.network.kinds.checks import unsupported


def _weight(graph: Graph, node: Node, place: int, name: str, width: int | None) -> Array:
    if (array := constant(graph, node, place)) is None:
        raise computed(graph, node, name)
    if width is None or array.reshape(-1).shape != (width,):
        raise misfit(graph, node, array, f"({width},)")
    return array.reshape(-1)


def _layer(
    graph: Graph, node: Node, kind: str, value: OnnxTensor, weights: dict[str, Array]
) -> OnnxTensor:
    epsilon = float(node.attributes.get("epsilon", 1e-5))
    if not 0 <= epsilon < math.inf:
        raise unsupported({"name": graph.name(node, node.kind)}, "epsilon", epsilon)
    options = {"axis": -1, "epsilon": epsilon, "center": "beta" in weights, "scale": True}
    return same_axes(graph, node, kind, options, value, weights)


def batch(graph: Graph, node: Node) -> Sequence[Operand]:
    """By the mean and the variance of the training, for each feature."""
    value = value_of(graph, node)
    if node.attributes.get("training_mode"):
        raise unsupported({"name": graph.name(node, node.kind)}, "training_mode", 1)
    if len(value.axes) < 2 or value.axes[1] != value.own[-1]:
        raise cannot_arrange(graph, node)
    width = size(value.own[-1])
    names = ("gamma", "beta", "moving_mean", "moving_variance")
    weights = {
        name: _weight(graph, node, place, name, width) for place, name in enumerate(names, 1)
    }
    return [_layer(graph, node, "BatchNormalization", value, weights)]


def layer(graph: Graph, node: Node) -> Sequence[Operand]:
    """By the mean and the variance of the features of each step."""
    value = last_axis(graph, node)
    axis = node.attributes.get("axis", -1)
    if axis not in (-1, len(value.axes) - 1) or len(node.outputs) > 1:
        raise unsupported({"name": graph.name(node, node.kind)}, "axis", axis)
    width = size(value.own[-1])
    weights = {"gamma": _weight(graph, node, 1, "gamma", width)}
    if any(node.inputs[2:3]):
        weights["beta"] = _weight(graph, node, 2, "beta", width)
    return [_layer(graph, node, "LayerNormalization", value, weights)]
