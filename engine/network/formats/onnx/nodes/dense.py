"""Products with constants, and what is added to them: Dense."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import UnsupportedError
from engine.network.formats.onnx.arranging import (
    cannot_arrange,
    last_axis,
    settled,
    value_of,
    with_last,
)
from engine.network.formats.onnx.graph import Draft, Graph
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import Atom, OnnxTensor, Operand, Unknown, learned, size
from engine.network.formats.weights import as_numbers
from engine.network.kinds.checks import unsupported

Array = npt.NDArray[Any]


def constant(graph: Graph, node: Node, place: int) -> Array | None:
    """An input that is a constant of numbers, of any shape; None if it is left out or something else."""
    operand = graph.operand(node.inputs[place]) if place < len(node.inputs) else None
    return operand if isinstance(operand, np.ndarray) and operand.dtype.kind in "fiu" else None


def computed(graph: Graph, node: Node, weight: str) -> UnsupportedError:
    """What to raise where a weight is no constant."""
    return UnsupportedError(
        "The {weight} of the layer {layer} is computed when the model runs, which cannot be "
        "replayed.",
        weight=weight,
        layer=graph.name(node, node.kind),
    )


def misfit(graph: Graph, node: Node, array: Array, wanted: str) -> UnsupportedError:
    """What to raise where a weight, of any shape, is not of the one that is wanted."""
    return UnsupportedError(
        "A weight of the layer {layer} has the shape {found}, and {expected} is expected.",
        layer=graph.name(node, node.kind),
        found=str(tuple(array.shape)),
        expected=wanted,
    )


def matmul(graph: Graph, node: Node) -> Sequence[Operand]:
    """``x W``: a Dense without bias; or the product of two values, as in attention."""
    if (kernel := constant(graph, node, 1)) is None:
        pair = [graph.operand(name) for name in node.inputs]
        if all(isinstance(one, OnnxTensor) and len(one.axes) == 3 for one in pair):
            return [_product(graph, node)]
        raise computed(graph, node, "kernel")
    return [_dense(graph, node, kernel, None)]


def _product(graph: Graph, node: Node) -> Operand:
    """``(B, M, K)`` times ``(B, K, N)``, both values."""
    one, other = (value_of(graph, node, place) for place in (0, 1))
    inner, outer = size(one.axes[2]), size(other.axes[1])
    if None not in (inner, outer) and inner != outer:
        raise cannot_arrange(graph, node)
    left, right = (settled(graph, node, each, each.axes) for each in (one, other))
    own = (left.own[0], left.own[1], right.own[2])
    options = {"args": [None, None], "kwargs": {}}
    tensors = (left.tensor, right.tensor)
    return OnnxTensor((graph.layer(node, "ops.Matmul", options, tensors, own),), own, own)


def gemm(graph: Graph, node: Node) -> Sequence[Operand]:
    """``alpha x W + beta b``: a Dense."""
    kernel, bias = constant(graph, node, 1), constant(graph, node, 2)
    if kernel is None or (bias is None and any(node.inputs[2:3])):
        raise computed(graph, node, "kernel")
    if node.attributes.get("transA"):
        raise cannot_arrange(graph, node)
    if node.attributes.get("transB"):
        kernel = kernel.T
    alpha, beta = node.attributes.get("alpha", 1.0), node.attributes.get("beta", 1.0)
    if alpha != 1.0:
        kernel = (kernel * alpha).astype(kernel.dtype)
    if bias is not None and beta != 1.0:
        bias = (bias * beta).astype(bias.dtype)
    return [_dense(graph, node, kernel, bias)]


def _dense(graph: Graph, node: Node, kernel: Array, bias: Array | None) -> Operand:
    if kernel.ndim != 2:
        raise misfit(graph, node, kernel, "(F, U)")
    weights = {"kernel": kernel}
    units = kernel.shape[1]
    if bias is not None:
        if bias.size not in (1, units):
            raise misfit(graph, node, bias, f"({units},)")
        weights["bias"] = np.broadcast_to(bias.reshape(-1), (units,))
    options = {"units": units, "activation": "linear", "use_bias": bias is not None}
    operand = graph.operand(node.inputs[0])
    if isinstance(operand, Unknown):
        return Unknown(graph.layer(node, "Dense", options, (operand.tensor,), (), weights))
    value = last_axis(graph, node)
    width = size(value.own[-1])
    if len(value.axes) < 2 or (width is not None and width != kernel.shape[0]):
        raise misfit(graph, node, kernel, f"({width}, U)")
    learned(value.own[-1], kernel.shape[0])
    axis = (Atom(units),)
    own = (*value.own[:-1], axis)
    return with_last(
        value, graph.layer(node, "Dense", options, (value.tensor,), own, weights), axis
    )


def add(graph: Graph, node: Node) -> Sequence[Operand] | None:
    """A constant added to a Dense that has no bias yet and no other reader: its bias.

    Returns:
        None if it is nothing of the kind.
    """
    for place in (0, 1):
        value, bias = graph.operand(node.inputs[place]), constant(graph, node, 1 - place)
        if bias is None or not isinstance(value, (OnnxTensor, Unknown)):
            continue
        tensor = value.tensor if isinstance(value, Unknown) or value.stack is None else ("", 0)
        draft = graph.drafts.get(tensor[0])
        if draft is None or not _bare_dense(draft) or graph.uses[node.inputs[place]] != 1:
            continue
        units = draft.options["units"]
        flat = bias.size == units and bias.shape[-1:] == (units,)
        fits = isinstance(value, Unknown) or value.axes[-1:] == value.own[-1:]
        if flat and fits and bias.dtype.kind == "f":
            name = draft.name
            draft.weights = {**draft.weights, "bias": as_numbers(name, "bias", bias.reshape(-1))}
            draft.options["use_bias"] = True
            return [value]
    return None


def _bare_dense(draft: Draft) -> bool:
    return draft.kind == "Dense" and "bias" not in draft.weights and draft.refused is None


def one_hot(graph: Graph, node: Node) -> Sequence[Operand]:
    """Ids as rows of zeros with a one."""
    depth, values = constant(graph, node, 1), constant(graph, node, 2)
    axis = node.attributes.get("axis", -1)
    ids = value_of(graph, node)
    plain = values is not None and list(values.reshape(-1)) == [0, 1]
    if depth is None or depth.size != 1 or not plain or axis not in (-1, len(ids.axes)):
        raise unsupported({"name": graph.name(node, node.kind)}, "axis", axis)
    count = int(depth.reshape(-1)[0])
    if not 0 < count < 2**24:
        raise unsupported({"name": graph.name(node, node.kind)}, "depth", count)
    width = (Atom(count),)
    own = (*ids.own, width)
    options = {"num_tokens": count, "output_mode": "one_hot"}
    tensor = graph.layer(node, "CategoryEncoding", options, (ids.tensor,), own)
    return [OnnxTensor((tensor,), own, (*ids.axes, width))]
