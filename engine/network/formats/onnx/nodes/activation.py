"""Activations, as nodes and by the names that recurrent nodes have for them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from engine.network.formats.onnx.arranging import last_axis, same_axes, value_of
from engine.network.formats.onnx.folding import attribute_or_input
from engine.network.formats.onnx.graph import Graph
from engine.network.formats.onnx.nodes.dense import constant
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import Axis, OnnxTensor, Operand, Unknown, size
from engine.network.kinds.checks import unsupported

PLAIN = {
    "Relu": "relu", "Sigmoid": "sigmoid", "Tanh": "tanh", "Softplus": "softplus",
    "Softsign": "softsign", "Mish": "mish", "HardSwish": "hard_silu", "Exp": "exponential",
}  # fmt: skip
"""Without settings: the name in `engine.network.activations`."""

_DEFAULTS: Mapping[str, tuple[float, float]] = {
    "LeakyRelu": (0.01, 0.0), "ThresholdedRelu": (1.0, 0.0), "Elu": (1.0, 0.0),
    "HardSigmoid": (0.2, 0.5), "Affine": (1.0, 0.0), "ScaledTanh": (1.0, 1.0),
    "Celu": (1.0, 0.0), "Swish": (1.0, 0.0),
    "Selu": (1.67326319217681884765625, 1.05070102214813232421875),
}  # fmt: skip
"""ONNX's alpha and beta (gamma of Selu)."""


def named(kind: str, alpha: float | None, beta: float | None) -> str | None:
    """An activation with its settings, by our name; None if we have none."""
    if kind in PLAIN:
        return PLAIN[kind]
    if kind not in _DEFAULTS:
        return None
    usual = _DEFAULTS[kind]
    first = usual[0] if alpha is None else alpha
    second = usual[1] if beta is None else beta
    if not math.isfinite(first) or not math.isfinite(second):
        return None
    both = f"alpha={first!r}, beta={second!r}"
    settings: dict[str, str | None] = {
        "LeakyRelu": f"leaky_relu(negative_slope={first!r})",
        "ThresholdedRelu": f"relu(threshold={first!r})",
        "Elu": "elu" if first == 1.0 else f"elu(alpha={first!r})",
        "Celu": "celu" if first == 1.0 else None,
        "Swish": "silu" if first == 1.0 else None,
        "Selu": "selu" if _near((first, second), usual) else None,
        "Affine": "linear" if _near((first, second), (1.0, 0.0)) else f"linear({both})",
        "ScaledTanh": "tanh" if _near((first, second), (1.0, 1.0)) else f"tanh({both})",
        "HardSigmoid": "hard_sigmoid"
        if _near((first, second), (1 / 6, 0.5))
        else f"hard_sigmoid({both})",
    }
    if kind == "HardSigmoid" and _near((first, second), (0.2, 0.5)):
        return "hard_sigmoid_keras2"
    return settings[kind]


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(
        math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-7) for a, b in zip(one, other, strict=True)
    )


def activation(graph: Graph, node: Node) -> Sequence[Operand]:
    """A node that is an activation of each number."""
    attributes = node.attributes
    beta = attributes.get("gamma" if node.kind == "Selu" else "beta")
    if (function := named(node.kind, attributes.get("alpha"), beta)) is None:
        raise unsupported({"name": graph.name(node, node.kind)}, "alpha", attributes.get("alpha"))
    return [_each(graph, node, function)]


def _layer(
    graph: Graph,
    node: Node,
    kind: str,
    options: dict[str, Any],
    read: Callable[[Graph, Node], OnnxTensor] = value_of,
) -> Operand:
    """A layer that changes no axis, also behind one that cannot be replayed."""
    operand = graph.operand(node.inputs[0])
    if isinstance(operand, Unknown):
        return Unknown(graph.layer(node, kind, options, (operand.tensor,), ()))
    return same_axes(graph, node, kind, options, read(graph, node))


def _each(graph: Graph, node: Node, function: str) -> Operand:
    return _layer(graph, node, "Activation", {"activation": function})


def gelu(graph: Graph, node: Node) -> Sequence[Operand]:
    """The exact one; the approximation by tanh is another function."""
    option = node.attributes.get("approximate", "none")
    if option != "none":
        raise unsupported({"name": graph.name(node, node.kind)}, "approximate", option)
    return [_each(graph, node, "gelu")]


def over_an_axis(function: str, kind: str) -> Callable[[Graph, Node], Sequence[Operand]]:
    """Softmax and LogSoftmax, over the last axis or, as in attention, over the steps."""

    def handler(graph: Graph, node: Node) -> Sequence[Operand]:
        axis = node.attributes.get("axis", -1 if graph.model.opset >= 13 else 1)
        operand = graph.operand(node.inputs[0])
        rank = len(operand.axes) if isinstance(operand, OnnxTensor) else 0
        if axis in (-1, rank - 1) or not rank:
            return [_layer(graph, node, "Activation", {"activation": function}, last_axis)]
        value = value_of(graph, node)
        # Older versions take all axes from this one on together.
        alone = graph.model.opset >= 13 or all(size(one) == 1 for one in value.axes[axis + 1 :])
        if not -rank <= axis < rank or not alone or value.axes[axis] not in value.own[1:]:
            raise unsupported({"name": graph.name(node, node.kind)}, "axis", axis)
        return [same_axes(graph, node, kind, {"axis": value.own.index(value.axes[axis])}, value)]

    return handler


def clip(graph: Graph, node: Node) -> Sequence[Operand]:
    """Between 0 and 6, between -1 and 1, or from 0 on: those have names."""
    bounds: list[Any] = []
    for place, name in ((1, "min"), (2, "max")):
        array = constant(graph, node, place)
        bounds.append(node.attributes.get(name) if array is None else float(array.reshape(-1)[0]))
    low, high = (-math.inf if bounds[0] is None else bounds[0]), bounds[1]
    functions = {(0.0, 6.0): "relu6", (-1.0, 1.0): "hard_tanh", (0.0, None): "relu"}
    function = functions.get((low, high))
    if function is None and low == 0.0 and high is not None and high > 0:
        function = f"relu(max_value={high!r})"
    if function is None:
        raise unsupported({"name": graph.name(node, node.kind)}, "min", bounds[0])
    return [_each(graph, node, function)]


def prelu(graph: Graph, node: Node) -> Sequence[Operand]:
    """A slope for each number of the last axis."""
    slope = constant(graph, node, 1)
    value = last_axis(graph, node)
    width = size(value.own[-1])
    if slope is None or width is None or slope.size not in (1, width):
        raise unsupported({"name": graph.name(node, node.kind)}, "slope", None)
    if slope.size == width and slope.shape[-1:] != (width,):
        raise unsupported({"name": graph.name(node, node.kind)}, "slope", slope.shape)
    shared = list(range(1, len(value.own) - 1))
    alpha = np.broadcast_to(slope.reshape(-1), (width,)).reshape([1] * len(shared) + [width])
    options = {"shared_axes": shared or None}
    return [same_axes(graph, node, "PReLU", options, value, {"alpha": alpha})]


def dropout(graph: Graph, node: Node) -> Sequence[Operand]:
    """Nothing is dropped when a model is used."""
    training = graph.operand(node.inputs[2]) if len(node.inputs) > 2 else None
    if isinstance(training, np.ndarray) and training.size == 1 and bool(training.reshape(-1)[0]):
        raise unsupported({"name": graph.name(node, node.kind)}, "training_mode", True)
    ratio = constant(graph, node, 1)
    rate = node.attributes.get("ratio", 0.5) if ratio is None else float(ratio.reshape(-1)[0])
    return [_layer(graph, node, "Dropout", {"rate": rate})] * len(node.outputs)


def reduced(kind: str, operation: str) -> Callable[[Graph, Node], Sequence[Operand]]:
    """The mean, the sum or the largest over the steps, a global pooling where there is such a layer
    ("" for none); or over another axis."""

    def handler(graph: Graph, node: Node) -> Sequence[Operand]:
        value = value_of(graph, node)
        rank = len(value.axes)
        axes = attribute_or_input(node, _only_constants(graph, node), 1, "axes")
        place = axes[0] % rank if axes is not None and len(axes) == 1 and rank else None
        keep = bool(node.attributes.get("keepdims", 1))
        if place is None or value.axes[place] not in value.own[1:]:
            raise unsupported({"name": graph.name(node, node.kind)}, "axes", axes)
        if kind and len(value.own) == 3 and value.axes[place] == value.own[1]:
            return [_pooled(graph, node, kind, value, (place,), keep)]
        at = value.own.index(value.axes[place])
        own = (*value.own[:at], *value.own[at + 1 :])
        tensor = graph.layer(node, operation, {"axis": at, "keepdims": False}, (value.tensor,), own)
        gone: tuple[Axis, ...] = ((),) if keep else ()
        return [OnnxTensor((tensor,), own, (*value.axes[:place], *gone, *value.axes[place + 1 :]))]

    return handler


def global_pooling(kind: str) -> Callable[[Graph, Node], Sequence[Operand]]:
    """The mean or the largest over all axes but the batch and the features."""

    def handler(graph: Graph, node: Node) -> Sequence[Operand]:
        value = value_of(graph, node)
        spatial = [place for place in range(2, len(value.axes)) if value.axes[place] != ()]
        if len(spatial) != 1 or len(value.own) != 3 or value.axes[spatial[0]] != value.own[1]:
            raise unsupported({"name": graph.name(node, node.kind)}, "axes", spatial)
        return [_pooled(graph, node, kind, value, tuple(spatial), keep=True)]

    return handler


def _only_constants(graph: Graph, node: Node) -> list[Any]:
    return [None, *(constant(graph, node, place) for place in range(1, len(node.inputs)))]


def _pooled(
    graph: Graph, node: Node, kind: str, value: OnnxTensor, places: tuple[int, ...], keep: bool
) -> OnnxTensor:
    own = (value.own[0], value.own[2])
    tensor = graph.layer(node, kind, {"keepdims": False}, (value.tensor,), own)
    axes: list[Axis] = [() if at in places else axis for at, axis in enumerate(value.axes)]
    if not keep:
        axes = [axis for at, axis in enumerate(axes) if at not in places]
    return OnnxTensor((tensor,), own, tuple(axes))
