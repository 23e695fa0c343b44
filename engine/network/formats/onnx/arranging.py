"""Bringing a value's axes into the order that a layer of ours needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.errors import UnsupportedError
from engine.network.formats.onnx.graph import Graph, Reinterpret
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import (
    Array,
    Atom,
    Axes,
    Axis,
    OnnxTensor,
    Unknown,
    alike,
    bare,
    size,
)
from engine.network.network import Tensor

ALL = {"class_name": "__slice__", "config": {"start": None, "stop": None, "step": None}}


def cannot_arrange(graph: Graph, node: Node) -> UnsupportedError:
    """What to raise where a node moves axes in a way that our layers cannot follow."""
    return UnsupportedError(
        "The layer {layer} ({kind}) needs its axes in an order that cannot be replayed.",
        layer=graph.name(node, node.kind),
        kind=node.kind[:80],
    )


def value_of(graph: Graph, node: Node, place: int = 0) -> OnnxTensor:
    """An input that is no constant, as one tensor of ours.

    Raises:
        UnsupportedError: it is something else.
    """
    operand = graph.operand(node.inputs[place]) if place < len(node.inputs) else None
    if not isinstance(operand, OnnxTensor):
        raise UnsupportedError(
            "The layer {layer} ({kind}) computes with constants where Gatescope knows it with "
            "values.",
            layer=graph.name(node, node.kind),
            kind=node.kind[:80],
        )
    return merged(graph, operand)


def merged(graph: Graph, value: OnnxTensor) -> OnnxTensor:
    """Several tensors as one: side by side in the last axis."""
    if value.stack is None:
        return value
    own = (*value.own[:-1], (value.stack, *value.own[-1]))
    key = value.tensors
    if key not in graph.merged:
        tensor = graph.layer(node_for("Concat"), "Concatenate", {"axis": -1}, value.tensors, own)
        graph.merged[key] = OnnxTensor((tensor,), own, value.axes)
    return replace(graph.merged[key], own=own, axes=value.axes)


def settled(graph: Graph, node: Node, value: OnnxTensor, axes: Axes) -> OnnxTensor:
    """A value whose tensor has exactly these axes, batch first, by Permute and Reshape if need be.

    Raises:
        UnsupportedError: no layer of ours does that.
        Reinterpret: it would fit, if the model's inputs had their axes in another order.
    """
    if value.own == axes or alike(value.own, axes):
        return replace(value, own=axes, axes=axes)
    if bare(axes[0] if axes else ()) != bare(value.own[0]):
        raise _batch_elsewhere(graph, node, value, axes)
    if (order := _order(value.own, axes)) is None:
        raise cannot_arrange(graph, node)
    moved = tuple(value.own[place] for place in order)
    tensor = value.tensor
    if order != list(range(len(order))):
        is_swap = order == [0, 2, 1] and graph.is_input(tensor)
        if is_swap and tensor[0] not in graph.plan.channels:
            raise Reinterpret(replace(graph.plan, channels=graph.plan.channels | {tensor[0]}))
        tensor = graph.layer(
            node_for("Transpose"), "Permute", {"dims": order[1:]}, (tensor,), moved
        )
    if not alike(moved, axes):
        tensor = _reshaped(graph, node, tensor, axes)
    return OnnxTensor((tensor,), axes, axes)


def _batch_elsewhere(graph: Graph, node: Node, value: OnnxTensor, axes: Axes) -> Exception:
    """What to raise where the batch is not the first of the axes that are asked for."""
    if graph.plan.batch == 0 and value.own[0] in axes[1:]:
        return Reinterpret(replace(graph.plan, batch=None if axes[0] == () else 1))
    return cannot_arrange(graph, node)


def _order(own: Axes, axes: Axes) -> list[int] | None:
    """The axes of a tensor in the order in which others name their atoms; None if none is."""
    wanted = [atom for axis in axes for atom in bare(axis)]
    left = list(range(len(own)))
    result: list[int] = []
    while left:
        fitting = next(
            (
                place
                for place in left
                if list(bare(own[place])) == wanted[: len(bare(own[place]))]
                and (bare(own[place]) or not wanted or place == left[0])
            ),
            None,
        )
        if fitting is None:
            return None
        left.remove(fitting)
        result.append(fitting)
        wanted = wanted[len(bare(own[fitting])) :]
    return None if wanted or result[0] != 0 else result


def _reshaped(graph: Graph, node: Node, tensor: Tensor, axes: Axes) -> Tensor:
    sizes = [size(axis) for axis in axes[1:]]
    if len(sizes) == 1:
        return graph.layer(node_for("Flatten"), "Flatten", {}, (tensor,), axes)
    if sizes.count(None) > 1:
        raise cannot_arrange(graph, node)
    target = [-1 if one is None else one for one in sizes]
    return graph.layer(node_for("Reshape"), "Reshape", {"target_shape": target}, (tensor,), axes)


def node_for(kind: str) -> Node:
    """A node that the file does not have, to name a layer by."""
    return Node("", kind, (), ())


def sequence(graph: Graph, node: Node, place: int, axes: Sequence[int]) -> tuple[Tensor, Axes]:
    """An input as a tensor (batch, steps, features) of ours; ``axes`` are their places in the file."""
    operand = graph.operand(node.inputs[place])
    if isinstance(operand, Unknown):
        return operand.tensor, ((Atom(None),), (Atom(None),), (Atom(None),))
    value = value_of(graph, node, place)
    if len(value.axes) != len(axes):
        raise cannot_arrange(graph, node)
    result = settled(graph, node, value, tuple(value.axes[at] for at in axes))
    return result.tensor, result.own


def last_axis(graph: Graph, node: Node, place: int = 0) -> OnnxTensor:
    """An input whose last axis is the last of our tensor too, settled if it was not."""
    value = value_of(graph, node, place)
    if value.axes and value.axes[-1] == value.own[-1]:
        return value
    return settled(graph, node, value, value.axes)


def same_axes(
    graph: Graph,
    node: Node,
    kind: str,
    options: dict[str, Any],
    value: OnnxTensor,
    weights: Mapping[str, Array] | None = None,
) -> OnnxTensor:
    """The value that a layer makes which keeps the axes of its input, any shape."""
    tensor = graph.layer(node, kind, options, (value.tensor,), value.own, weights)
    return OnnxTensor((tensor,), value.own, value.axes)


def with_last(value: OnnxTensor, tensor: Tensor, axis: Axis) -> OnnxTensor:
    """The value that a layer makes which changes nothing but the last axis."""
    return OnnxTensor((tensor,), (*value.own[:-1], axis), (*value.axes[:-1], axis))


def picked_keeping(
    graph: Graph, node: Node, value: OnnxTensor, axis: int, place: int
) -> OnnxTensor:
    """As `picked`, the axis staying as one of size 1."""
    result = picked(graph, node, value, axis, place)
    return replace(result, axes=(*result.axes[:axis], (), *result.axes[axis:]))


def picked(graph: Graph, node: Node, value: OnnxTensor, axis: int, place: int) -> OnnxTensor:
    """One place of an axis; the axis goes.

    Raises:
        UnsupportedError: it is not an axis of our tensor.
    """
    whole = value.axes[axis]
    axes = value.axes[:axis] + value.axes[axis + 1 :]
    if not bare(whole):
        return replace(value, axes=axes)
    if value.stack is not None and whole == (value.stack,):
        return OnnxTensor((value.tensors[place],), value.own, axes)
    if whole not in value.own[1:] or abs(place) >= 2**31:
        raise cannot_arrange(graph, node)
    at = value.own.index(whole)
    steps = size(whole)
    if steps is not None and place == steps - 1:
        place = -1
    states = [_read_last(graph, tensor, place) if at == 1 else None for tensor in value.tensors]
    if all(state is not None for state in states):
        tensors = tuple(state for state in states if state is not None)
        return replace(value, tensors=tensors, own=value.own[:1] + value.own[2:], axes=axes)
    value = merged(graph, value)
    own = value.own[:at] + value.own[at + 1 :]
    options = {"args": [None, [ALL] * at + [place]], "kwargs": {}}
    helper = node_for("Step" if at == 1 else "GetItem")
    tensor = graph.layer(helper, "ops.GetItem", options, (value.tensor,), own)
    return OnnxTensor((tensor,), own, axes)


def _read_last(graph: Graph, tensor: Tensor, place: int) -> Tensor | None:
    """The state after the last step that was read, if that is this step of a sequence."""
    name, output = tensor
    if (draft := graph.drafts.get(name)) is None:
        return None
    if draft.mask is not None:
        return None  # behind the end of a sequence there are zeros
    if draft.recurrent and output % 3 == 0 and place == (-1 if output < 3 else 0):
        return (name, output + 1)
    if draft.options.get("turned") and place == 0:
        return _read_last(graph, (draft.inputs[0][0], 0), -1)
    return None
