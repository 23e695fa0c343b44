"""The walk over a model's nodes: each becomes layers, moves axes, or is refused by name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from engine.errors import GatescopeError, ModelError, UnsupportedError
from engine.network.formats.onnx.folding import folded
from engine.network.formats.onnx.graph import AxisPlan, Draft, Graph, comes_after, tensors_of
from engine.network.formats.onnx.nodes import recurrent
from engine.network.formats.onnx.nodes.registry import AFTER_ANYTHING, MOVES, NODES
from engine.network.formats.onnx.proto import Model, Node
from engine.network.formats.onnx.values import Filled, OnnxTensor, Operand, Unknown
from engine.network.formats.ordering import in_order
from engine.network.kinds.checks import unknown_kind

_COMPARISONS = ("Equal", "Not", "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "And", "Or")


def walked(model: Model, plan: AxisPlan) -> Graph:
    """The graph of a model, its inputs' axes taken as the plan says.

    Raises:
        ModelError: it is damaged.
        Reinterpret: the inputs' axes are to be taken otherwise.
    """
    graph = Graph(model, plan)
    for node in _ordered(model):
        operands = graph.operands(node)
        made = _without_layer(node, operands)
        graph.put(node, _layers(graph, node, operands) if made is None else made)
    return graph


def _without_layer(node: Node, operands: Sequence[Operand | None]) -> Sequence[Operand] | None:
    """What a node makes that is no layer of ours; None if it is one."""
    if (before := _before(operands)) is not None and before is operands[0] and node.kind in MOVES:
        return [Filled(math.nan) if node.kind == "Shape" else before] * len(node.outputs)
    is_dynamic = any(isinstance(operand, (OnnxTensor, Unknown)) for operand in operands)
    constant = None if is_dynamic else folded(node, operands)
    if constant is None and not node.captured and (node.kind in _COMPARISONS or not is_dynamic):
        return [Filled(math.nan)] * len(node.outputs)  # a mask, or a constant that is not known
    return constant


def _layers(graph: Graph, node: Node, operands: Sequence[Operand | None]) -> Sequence[Operand]:
    """What a node makes by way of layers; it is refused if it is none that we know."""
    handler = NODES.get(node.kind)
    before = _before(operands)
    known = set(graph.drafts)
    try:
        if handler is None:
            raise _unknown(graph, node)
        if before is not None and node.kind not in AFTER_ANYTHING:
            raise comes_after(graph, node, before)
        return handler(graph, node)
    except UnsupportedError as error:
        graph.forget(known)
        return _refused(graph, node, operands, error)


def _before(operands: Sequence[Operand | None]) -> Unknown | None:
    return next((operand for operand in operands if isinstance(operand, Unknown)), None)


def _unknown(graph: Graph, node: Node) -> UnsupportedError:
    name = graph.name(node, node.kind)
    if node.kind in ("Loop", "Scan"):
        return UnsupportedError(
            "The layer {layer} is a {kind}, in which the exporter has hidden a recurrent layer; "
            "it cannot be replayed. Open the model in the format that it was trained in.",
            layer=name,
            kind=node.kind,
        )
    return unknown_kind(name, node.kind)


def _refused(
    graph: Graph, node: Node, operands: Sequence[Operand | None], error: GatescopeError
) -> list[Operand]:
    """A node as a layer that is shown, with how many numbers it holds."""
    name = graph.name(node, node.kind)
    kind = recurrent.KINDS.get(node.kind, node.kind)
    stored = sum(
        int(operand.size)
        for operand in operands
        if isinstance(operand, np.ndarray) and operand.dtype.kind == "f"
    )
    inputs = tuple(dict.fromkeys(tensors_of([*operands, *graph.around(node)])))
    graph.add(Draft(name, kind, {"name": name}, inputs, refused=error, stored=stored))
    return [Unknown((name, place)) for place in range(len(node.outputs))]


def _ordered(model: Model) -> Iterator[Node]:
    """The nodes, each after those that it reads from.

    Raises:
        ModelError: the graph goes round in circles.
    """
    made = {name: place for place, node in enumerate(model.nodes) for name in node.outputs if name}
    sources = {
        place: {made[name] for name in node.sources if name in made}
        for place, node in enumerate(model.nodes)
    }

    def stuck(place: int) -> ModelError:
        node = model.nodes[place]
        return ModelError(
            "The model is damaged: the node {name} waits for its own output. Export it again.",
            name=(node.name or node.kind)[:80],
        )

    return (model.nodes[place] for place in in_order(sources, stuck))
