"""Nodes that move axes about, take parts of them, or ask how long they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.errors import UnsupportedError
from engine.network.formats.onnx.arranging import (
    ALL,
    cannot_arrange,
    node_for,
    picked,
    picked_keeping,
    value_of,
)
from engine.network.formats.onnx.folding import attribute_or_input, slices
from engine.network.formats.onnx.graph import Graph
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import (
    Atom,
    Axes,
    Dim,
    OnnxTensor,
    Operand,
    bare,
    regrouped,
    size,
    split,
)


def _value(graph: Graph, node: Node) -> OnnxTensor:
    """The first input, several tensors staying several."""
    operand = graph.operand(node.inputs[0])
    return operand if isinstance(operand, OnnxTensor) else value_of(graph, node)


def _axis(graph: Graph, node: Node, axis: int, rank: int) -> int:
    if not -rank <= axis < rank:
        raise cannot_arrange(graph, node)
    return axis % rank


def _constants(graph: Graph, node: Node) -> list[Operand | None]:
    """The inputs after the first, which must be constants.

    Raises:
        UnsupportedError: they are not.
    """
    operands = graph.operands(node)
    for operand in operands[1:]:
        if operand is not None and (not isinstance(operand, np.ndarray) or operand.dtype == object):
            raise cannot_arrange(graph, node)
    return [None, *operands[1:]]


def same(graph: Graph, node: Node) -> Sequence[Operand]:
    """Identity, Cast of ids or of numbers, and what does nothing when a model is used."""
    return [_value(graph, node)]


_BFLOAT16 = 16
"""Of ``TensorProto.DataType``."""


def cast(graph: Graph, node: Node) -> Sequence[Operand]:
    """Between the kinds of numbers; half precision is computed in float32, which a note says."""
    if node.attributes.get("to") == _BFLOAT16:
        raise UnsupportedError(
            "The layer {layer} uses {option}, which cannot be replayed yet.",
            layer=graph.name(node, node.kind),
            option="bfloat16",
        )
    return same(graph, node)


def shape(graph: Graph, node: Node) -> Sequence[Operand]:
    """The sizes of the file's axes, open ones as `Dim`."""
    axes = _value(graph, node).axes
    result = np.empty(len(axes), object)
    for place, axis in enumerate(axes):
        # The batch stays open: its size in the file is only that of an example.
        known = size(axis)
        result[place] = Dim(axis) if known is None else known
    start, end = node.attributes.get("start", 0), node.attributes.get("end")
    return [result[start:end]]


def transpose(graph: Graph, node: Node) -> Sequence[Operand]:
    """The file's axes in another order."""
    value = _value(graph, node)
    rank = len(value.axes)
    order = node.attributes.get("perm", list(range(rank))[::-1])
    if sorted(order) != list(range(rank)):
        raise cannot_arrange(graph, node)
    return [replace(value, axes=tuple(value.axes[place] for place in order))]


def squeeze(graph: Graph, node: Node) -> Sequence[Operand]:
    """Axes of size 1 away."""
    value = _value(graph, node)
    rank = len(value.axes)
    axes = attribute_or_input(node, _constants(graph, node), 1, "axes")
    if axes is None:
        places = {place for place, axis in enumerate(value.axes) if size(axis) == 1}
    else:
        places = {_axis(graph, node, axis, rank) for axis in axes}
    if any(size(value.axes[place]) != 1 for place in places):
        raise cannot_arrange(graph, node)
    return [replace(value, axes=tuple(a for p, a in enumerate(value.axes) if p not in places))]


def unsqueeze(graph: Graph, node: Node) -> Sequence[Operand]:
    """New axes of size 1."""
    value = _value(graph, node)
    axes = attribute_or_input(node, _constants(graph, node), 1, "axes") or []
    rank = len(value.axes) + len(axes)
    if rank > 8:
        raise cannot_arrange(graph, node)
    places = {_axis(graph, node, axis, rank) for axis in axes}
    rest = iter(value.axes)
    return [replace(value, axes=tuple(() if p in places else next(rest) for p in range(rank)))]


def reshape(graph: Graph, node: Node) -> Sequence[Operand]:
    """The same numbers in other axes."""
    value = _value(graph, node)
    wanted = graph.operand(node.inputs[1]) if len(node.inputs) > 1 else None
    if not isinstance(wanted, np.ndarray) or wanted.size > 8:
        raise cannot_arrange(graph, node)
    sizes = [one if isinstance(one, Dim) else int(one) for one in wanted.reshape(-1).tolist()]
    return [_regrouped(graph, node, value, sizes)]


def flatten(graph: Graph, node: Node) -> Sequence[Operand]:
    """Two axes: those before ``axis`` and those from it on."""
    value = _value(graph, node)
    axis = node.attributes.get("axis", 1)
    if not isinstance(axis, int) or not -len(value.axes) <= axis <= len(value.axes):
        raise cannot_arrange(graph, node)
    before, after = value.axes[:axis], value.axes[axis:]
    axes: Axes = (
        tuple(atom for part in before for atom in part),
        tuple(atom for part in after for atom in part),
    )
    return [replace(value, axes=axes)]


def _regrouped(
    graph: Graph, node: Node, value: OnnxTensor, sizes: Sequence[int | Dim]
) -> OnnxTensor:
    if (found := regrouped(value.axes, sizes)) is None:
        raise cannot_arrange(graph, node)
    axes, parts = found
    if value.stack in parts:
        raise cannot_arrange(graph, node)
    return replace(value, own=split(value.own, parts), axes=axes)


def gather(graph: Graph, node: Node) -> Sequence[Operand]:
    """One place of an axis (the last step), or rows of a table by ids (an Embedding)."""
    table, places = graph.operands(node)[:2]
    axis = node.attributes.get("axis", 0)
    if isinstance(table, np.ndarray) and isinstance(places, OnnxTensor):
        if axis != 0 or table.ndim != 2 or table.dtype.kind != "f":
            raise cannot_arrange(graph, node)
        ids = value_of(graph, node, 1)
        width = (Atom(table.shape[1]),)
        own = (*ids.own, width)
        options = {"input_dim": table.shape[0], "output_dim": table.shape[1], "mask_zero": False}
        tensor = graph.layer(node, "Embedding", options, (ids.tensor,), own, {"embeddings": table})
        return [OnnxTensor((tensor,), own, (*ids.axes, width))]
    value = _value(graph, node)
    if not isinstance(places, np.ndarray) or places.size != 1 or places.dtype == object:
        raise cannot_arrange(graph, node)
    axis = _axis(graph, node, axis, len(value.axes))
    place = int(places.reshape(-1)[0])
    whole = size(value.axes[axis])
    if whole is not None and not -whole <= place < whole:
        raise cannot_arrange(graph, node)
    if places.ndim > 1:
        raise cannot_arrange(graph, node)
    pick = picked_keeping if places.ndim else picked
    return [pick(graph, node, value, axis, place)]


def slice_(graph: Graph, node: Node) -> Sequence[Operand]:
    """A part of one axis."""
    value = _value(graph, node)
    for axis, part in enumerate(slices(node, _constants(graph, node), len(value.axes))):
        value = _part(graph, node, value, axis, part)
    return [value]


def _part(graph: Graph, node: Node, value: OnnxTensor, axis: int, part: slice) -> OnnxTensor:
    whole = size(value.axes[axis])
    if part in (slice(None), slice(0, None, 1)):
        return value
    if whole is not None:
        left = range(whole)[part]
        if len(left) == whole and left.step == 1:
            return value
        if len(left) == 1:
            return picked_keeping(graph, node, value, axis, left[0])
        if not len(left):
            raise cannot_arrange(graph, node)
        count: int | None = len(left)
    else:
        count = None
        if part == slice(-1, None, 1):
            return picked_keeping(graph, node, value, axis, -1)
    if (ways := _ways(value, axis, part)) is not None:
        return ways
    atom = Atom(count)
    axes = (*value.axes[:axis], (atom,), *value.axes[axis + 1 :])
    if value.stack is not None and value.axes[axis] == (value.stack,):
        return OnnxTensor(value.tensors[part], value.own, axes, atom)
    bounds = (part.start, part.stop, part.step)
    far = any(bound is not None and abs(bound) >= 2**31 for bound in bounds)
    if value.axes[axis] not in value.own[1:] or far:
        raise cannot_arrange(graph, node)
    at = value.own.index(value.axes[axis])
    own = (*value.own[:at], (atom,), *value.own[at + 1 :])
    written = {"start": part.start, "stop": part.stop, "step": part.step}
    key = [ALL] * at + [{"class_name": "__slice__", "config": written}]
    options = {"args": [None, key], "kwargs": {}}
    tensors = tuple(
        graph.layer(node_for("Slice"), "ops.GetItem", options, (tensor,), own)
        for tensor in value.tensors
    )
    return replace(value, tensors=tensors, own=own, axes=axes)


def _ways(value: OnnxTensor, axis: int, part: slice) -> OnnxTensor | None:
    """Whole tensors of several that lie side by side in an axis: one way of a layer that reads both."""
    whole, width = value.axes[axis], size(value.axes[axis][1:])
    if value.stack is None or whole[:1] != (value.stack,) or not width or len(whole) < 2:
        return None
    left = range(width * len(value.tensors))[part]
    if left.step != 1 or left.start % width or len(left) % width or not len(left):
        return None
    tensors = value.tensors[left.start // width : left.stop // width]
    stack = Atom(len(tensors)) if len(tensors) > 1 else None
    kept = whole[1:] if stack is None else (stack, *whole[1:])
    axes = (*value.axes[:axis], kept, *value.axes[axis + 1 :])
    return OnnxTensor(tensors, value.own, axes, stack)


def split_(graph: Graph, node: Node) -> Sequence[Operand]:
    """Parts of one axis, one after another."""
    value = _value(graph, node)
    axis = _axis(graph, node, node.attributes.get("axis", 0), len(value.axes))
    sizes = attribute_or_input(node, _constants(graph, node), 1, "split")
    whole = size(value.axes[axis])
    if sizes is None:
        count = len(node.outputs)
        if whole is None or count == 0:
            raise cannot_arrange(graph, node)
        each = -(-whole // count)
        sizes = [min(each, whole - each * k) for k in range(count)]
    if whole is None or sum(sizes) != whole or len(sizes) != len(node.outputs):
        raise cannot_arrange(graph, node)
    result, at = [], 0
    for one in sizes:
        result.append(_part(graph, node, value, axis, slice(at, at + one, 1)))
        at += one
    return result


def expand(graph: Graph, node: Node) -> Sequence[Operand]:
    """To a shape that a value has already."""
    value = _value(graph, node)
    wanted = graph.operand(node.inputs[1]) if len(node.inputs) > 1 else None
    if not isinstance(wanted, np.ndarray) or wanted.size > len(value.axes):
        raise cannot_arrange(graph, node)
    sizes = wanted.reshape(-1).tolist()
    for axis, one in zip(value.axes[len(value.axes) - len(sizes) :], sizes, strict=True):
        if not (bare(one.atoms) == bare(axis) if isinstance(one, Dim) else one in (1, size(axis))):
            raise cannot_arrange(graph, node)
    return [value]
