"""Nodes of two or more values, and arithmetic of a value with a constant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.formats.onnx.arranging import cannot_arrange, merged, same_axes, settled
from engine.network.formats.onnx.graph import Graph, comes_after
from engine.network.formats.onnx.nodes import dense
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import (
    Atom,
    Axes,
    Filled,
    OnnxTensor,
    Operand,
    Unknown,
    bare,
    size,
)

_MAX_WRITTEN = 4096
"""Numbers in a constant that becomes an option of a layer."""

_MAX_STACKED = 1000
"""Tensors that one value may count: the states of the layers of a module."""

LAYERS = {
    "Add": "Add", "Sub": "Subtract", "Mul": "Multiply", "Max": "Maximum", "Min": "Minimum",
    "Sum": "Add", "Mean": "Average", "Div": "ops.Divide",
}  # fmt: skip
"""What an operator is between values of the same shape."""

OPERATIONS = {
    "Add": "ops.Add", "Sub": "ops.Subtract", "Mul": "ops.Multiply", "Div": "ops.Divide",
    "Max": "ops.Maximum", "Min": "ops.Minimum",
}  # fmt: skip
"""What it is with a constant."""


def elementwise(graph: Graph, node: Node) -> Sequence[Operand]:
    """Number by number."""
    if node.kind == "Add" and len(node.inputs) == 2:
        biased = dense.add(graph, node)
        if biased is not None:
            return biased
    operands = graph.operands(node)
    before = next((operand for operand in operands if isinstance(operand, Unknown)), None)
    if before is not None:
        raise comes_after(graph, node, before)
    if any(isinstance(operand, Filled) for operand in operands):
        raise dense.computed(graph, node, "constant")
    values = [merged(graph, operand) for operand in operands if isinstance(operand, OnnxTensor)]
    if len(values) == len(operands) > 0:
        return [_layer(graph, node, values)]
    if len(operands) == 2 and len(values) == 1 and node.kind in OPERATIONS:
        place = next(at for at, operand in enumerate(operands) if isinstance(operand, OnnxTensor))
        array = dense.constant(graph, node, 1 - place)
        if array is not None:
            return [_with_constant(graph, node, values[0], array, place)]
    raise cannot_arrange(graph, node)


def _layer(graph: Graph, node: Node, values: Sequence[OnnxTensor]) -> OnnxTensor:
    if len(values) == 1:
        return values[0]
    # One whose axes are all as long as they become: others may have 1 in their stead.
    first = max(values, key=lambda value: (len(value.own), sum(map(bool, map(bare, value.own)))))
    tensors = []
    for value in values:
        if value is first or (value.own == first.own and value.axes == first.axes):
            tensors.append(value.tensor)
        else:
            tensors.append(_fitting(graph, node, value, first).tensor)
    kind = LAYERS[node.kind]
    options: dict[str, Any] = {"args": [None, None], "kwargs": {}} if kind == "ops.Divide" else {}
    return replace(first, tensors=(graph.layer(node, kind, options, tuple(tensors), first.own),))


def _fitting(graph: Graph, node: Node, value: OnnxTensor, other: OnnxTensor) -> OnnxTensor:
    """A value whose tensor has the order of another's."""
    if len(value.axes) != len(other.axes):
        raise cannot_arrange(graph, node)
    for one, two in zip(value.axes, other.axes, strict=True):
        if None not in (size(one), size(two)) and size(one) not in (1, size(two)):
            raise cannot_arrange(graph, node)
    places = [other.axes.index(axis) if axis in other.axes else -1 for axis in other.own]
    if -1 in places or len(set(places)) < len(places):
        raise cannot_arrange(graph, node)
    return settled(graph, node, value, tuple(value.axes[place] for place in places))


def _with_constant(
    graph: Graph, node: Node, value: OnnxTensor, array: npt.NDArray[Any], place: int
) -> OnnxTensor:
    fits = array.size == 1 or _along_the_features(value, array)
    if not fits or array.size > _MAX_WRITTEN:
        raise cannot_arrange(graph, node)
    if not np.isfinite(array).all():
        raise ModelError(
            "The model is damaged: a constant of its node {name} is no finite number. Export it again.",
            name=(node.name or node.kind)[:80],
        )
    written = float(array.reshape(-1)[0]) if array.size == 1 else array.reshape(-1).tolist()
    args = [None, written] if place == 0 else [written, None]
    return same_axes(graph, node, OPERATIONS[node.kind], {"args": args, "kwargs": {}}, value)


def _along_the_features(value: OnnxTensor, array: npt.NDArray[Any]) -> bool:
    """Whether a constant has a number for each feature, and is the same everywhere else."""
    long = [place for place, count in enumerate(array.shape[::-1], 1) if count != 1]
    if len(long) != 1 or array.ndim > len(value.axes):
        return False
    axis = value.axes[-long[0]]
    return axis == value.own[-1] and array.size == size(axis)


def concat(graph: Graph, node: Node) -> Sequence[Operand]:
    """Values side by side: in an axis of theirs, or counted in one that they do not have."""
    operands = graph.operands(node)
    values = [operand for operand in operands if isinstance(operand, OnnxTensor)]
    rank = len(values[0].axes) if values else 0
    axis = node.attributes.get("axis", 0)
    if len(values) != len(operands) or not -rank <= axis < rank:
        raise cannot_arrange(graph, node)
    if len(values) == 1:
        return [values[0]]
    axis %= rank
    if any(len(value.axes) != rank for value in values):
        raise cannot_arrange(graph, node)
    if all(_counts(value, axis) for value in values):
        return [_stacked(graph, node, values, axis)]
    return [_side_by_side(graph, node, [merged(graph, value) for value in values], axis)]


def _counts(value: OnnxTensor, axis: int) -> bool:
    """Whether an axis counts tensors, or is there only to count."""
    here = value.axes[axis]
    return here == (value.stack,) if value.stack is not None else here == ()


def _stacked(graph: Graph, node: Node, values: Sequence[OnnxTensor], axis: int) -> OnnxTensor:
    first = values[0]
    if sum(len(value.tensors) for value in values) > _MAX_STACKED:
        raise cannot_arrange(graph, node)
    tensors = tuple(tensor for value in values for tensor in value.tensors)
    if not all(_parallel(first, value, axis) for value in values[1:]):
        raise cannot_arrange(graph, node)
    atom = Atom(len(tensors))
    axes = (*first.axes[:axis], (atom,), *first.axes[axis + 1 :])
    return OnnxTensor(tensors, first.own, axes, atom)


def _parallel(one: OnnxTensor, other: OnnxTensor, axis: int) -> bool:
    """Whether two values have the same sizes, and their axes in the same order."""
    if len(one.own) != len(other.own):
        return False
    match = {
        atom: twin
        for a, b in zip(one.own, other.own, strict=True)
        if len(a) == len(b)
        for atom, twin in zip(a, b, strict=True)
        if atom.size == twin.size
    }
    rest = [(one.axes[place], other.axes[place]) for place in range(len(one.axes)) if place != axis]
    return all(tuple(match.get(atom) for atom in a) == b for a, b in rest)


def _side_by_side(graph: Graph, node: Node, values: Sequence[OnnxTensor], axis: int) -> OnnxTensor:
    first = values[0]
    arranged: list[OnnxTensor] = []
    if first.axes[axis] in first.own[1:] and all(bare(a) for a in first.own):
        at = first.own.index(first.axes[axis])
        places = [first.axes.index(one) if one in first.axes else -1 for one in first.own]
        if -1 not in places and len(places) == len(first.axes):
            for value in values:
                wanted: Axes = tuple(value.axes[place] for place in places)
                arranged.append(settled(graph, node, value, wanted))
    if not arranged:
        at = axis
        arranged = [settled(graph, node, value, value.axes) for value in values]
        places = list(range(len(first.axes)))
    sizes = [size(value.own[at]) for value in arranged]
    known = [one for one in sizes if one is not None]
    if at == 0:
        raise cannot_arrange(graph, node)
    atom = Atom(sum(known) if len(known) == len(sizes) else None)
    own = (*arranged[0].own[:at], (atom,), *arranged[0].own[at + 1 :])
    axes: list[Any] = [None] * len(places)
    for mine, place in enumerate(places):
        axes[place] = own[mine]
    last = at if at < len(own) - 1 else -1
    tensors = tuple(value.tensor for value in arranged)
    tensor = graph.layer(node, "Concatenate", {"axis": last}, tensors, own)
    return OnnxTensor((tensor,), own, tuple(axes))
