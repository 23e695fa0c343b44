"""From a parsed ONNX model to a `Network`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.errors import ModelError, UnsupportedError
from engine.network.formats.foreign import read_by
from engine.network.formats.onnx.arranging import merged, node_for, settled
from engine.network.formats.onnx.finish import finished
from engine.network.formats.onnx.graph import AxisPlan, Graph, Reinterpret
from engine.network.formats.onnx.proto import Model
from engine.network.formats.onnx.values import OnnxTensor, Unknown, bare, shape_of
from engine.network.formats.onnx.walk import walked
from engine.network.formats.precision import half_note
from engine.network.network import Call, Input, Layer, Network, Tensor

_FLOAT16 = 10
"""Of ``TensorProto.DataType``."""


def converted(model: Model, path: Path, digest: str) -> Network:
    """The network of a model.

    Raises:
        ModelError: it is damaged.
    """
    plan = AxisPlan()
    # At most once for the batch axis, and once for each input.
    for _ in range(len(model.inputs) + 2):
        try:
            graph = walked(model, plan)
            outputs = [tensor for name in model.outputs for tensor in _outputs(graph, name)]
        except Reinterpret as again:
            plan = again.plan
            continue
        break
    else:
        raise ModelError(
            "The model is damaged: the axes of its inputs contradict each other. Export it again."
        )
    if not graph.drafts or not outputs or not graph.inputs:
        raise ModelError(
            "The model is damaged: it has no layers between its input and output. Export it again."
        )
    layers, calls, answers = finished(list(graph.drafts.values()), tuple(outputs))
    inputs = _inputs(graph, layers, calls)
    main, length, features = read_by(inputs, calls, layers)
    return Network(
        name="",
        layers=layers,
        length=length,
        features=features,
        path=path,
        digest=digest,
        inputs=inputs,
        calls=calls,
        outputs=answers,
        main=main,
        notes=(*graph.notes, *([half_note("float16")] if _is_half(model) else ())),
    )


def _is_half(model: Model) -> bool:
    """Whether something in it is in half precision: a weight, or what a Cast makes."""
    if any(array.dtype == np.float16 for array in model.constants.values()):
        return True
    return any(
        node.kind == "Cast" and node.attributes.get("to") == _FLOAT16 for node in model.nodes
    )


def _outputs(graph: Graph, name: str) -> list[Tensor]:
    """Our tensor of an output; its axes as they are in ours, where they are all there."""
    operand = graph.operand(name)
    if isinstance(operand, Unknown):
        return [operand.tensor]
    if not isinstance(operand, OnnxTensor):
        return []  # a constant answers nothing
    node = node_for("Concat")
    value = merged(graph, operand)
    if {bare(axis) for axis in value.axes} >= {bare(axis) for axis in value.own}:
        return [value.tensor]
    try:
        return [settled(graph, node, value, value.axes).tensor]
    except (UnsupportedError, Reinterpret):
        # The same numbers in an order of ours: the states of several ways or layers, say, which
        # ONNX has before the batch.
        return [value.tensor]


def _inputs(graph: Graph, layers: tuple[Layer, ...], calls: tuple[Call, ...]) -> tuple[Input, ...]:
    by_name = {layer.name: layer for layer in layers}
    result = []
    for given, own in graph.inputs:
        readers = [by_name[call.layer] for call in calls if (given.name, 0) in call.inputs]
        rows = [one.weights["embeddings"].shape[0] for one in readers if one.kind == "Embedding"]
        counts = given.name in graph.counts
        vocabulary = min(rows, default=None)
        result.append(Input(given.name, shape_of(own), vocabulary, counts_steps=counts))
    return tuple(result)
