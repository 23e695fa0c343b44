"""RNN, LSTM and GRU.

Source: ``onnx.ai/onnx/operators/onnx__LSTM.html`` and its neighbours.  ONNX keeps the gates
as blocks of rows: LSTM i o f c, GRU z r h; Keras as blocks of columns: i f c o, z r h.  A
bidirectional node is a `Bidirectional` of ours; one that reads backwards alone is a layer
that goes backwards, and its sequence is turned round afterwards: ONNX puts out what was read
at a step at that step, Keras in the order of reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np

from engine.errors import UnsupportedError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.formats.foreign import Array, gate_weights
from engine.network.formats.onnx.arranging import ALL, node_for, sequence, settled
from engine.network.formats.onnx.graph import Draft, Graph, tensors_of
from engine.network.formats.onnx.nodes.activation import named
from engine.network.formats.onnx.nodes.dense import computed, constant, misfit
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import (
    Atom,
    Axes,
    Axis,
    Dim,
    Filled,
    OnnxTensor,
    Operand,
    Unknown,
    bare,
    learned,
    shape_of,
    size,
)
from engine.network.kinds.checks import unsupported
from engine.network.network import Layer, Tensor

KINDS = {"RNN": "SimpleRNN", "LSTM": "LSTM", "GRU": "GRU"}
ORDER = {"RNN": (0,), "LSTM": (0, 2, 3, 1), "GRU": (0, 1, 2)}
_FUNCTIONS = {
    "RNN": ("Tanh",),
    "LSTM": ("Sigmoid", "Tanh", "Tanh"),
    "GRU": ("Sigmoid", "Tanh"),
}
_PRECISE = {np.dtype(kind) for kind in (np.float16, np.float32, np.float64)}
"""The precisions of weights; half precision is computed in float32, which a note says."""

_ALLOWED: Mapping[str, tuple[Any, ...]] = {
    "direction": ("forward", "reverse", "bidirectional"),
    "layout": (0, 1),
    "clip": (0, None),
    "input_forget": (0, None),
}
"""What these attributes may be, the usual first."""


def recurrent(graph: Graph, node: Node) -> Sequence[Operand]:
    """One recurrent node of any direction.

    One that cannot be replayed keeps its weights, to be looked at.
    """
    name = graph.name(node, KINDS[node.kind])
    way = node.attributes.get("direction", "forward")
    ways = 2 if way == "bidirectional" else 1
    weights, units = _weights(graph, node, name, ways)
    try:
        draft, layout = _draft(graph, node, name, weights, units)
    except UnsupportedError as error:
        steps: Axes = ((Atom(None),), (Atom(None),), (Atom(units),))
        inputs = tensors_of(graph.operands(node))
        options = [{"units": units} for _ in range(ways)]
        refused = _layers(node, name, inputs, (), steps, options, weights)
        refused.refused = error
        graph.add(refused)
        return [Unknown((name, place)) for place in range(len(node.outputs))]
    graph.add(draft)
    return _outputs(graph, name, node, draft.own, ways, layout, backwards=way == "reverse")


def _draft(
    graph: Graph, node: Node, name: str, weights: list[dict[str, Array]], units: int
) -> tuple[Draft, int]:
    """The layer, and the layout of the node."""
    named_so = {"name": name}
    _check(graph, node, named_so)
    ways = len(weights)
    layout = int(node.attributes.get("layout", 0))
    x, own = sequence(graph, node, 0, (0, 1, 2) if layout else (1, 0, 2))
    kernel = weights[0]["kernel"]
    learned(own[2], kernel.shape[0])
    if size(own[2]) != kernel.shape[0]:
        raise misfit(graph, node, kernel, f"({size(own[2])}, {kernel.shape[1]})")
    _check_lengths(graph, node, own[1], named_so)
    options = [_options(node, d, ways, units, named_so) for d in range(ways)]
    states = _initial(graph, node, ways, layout, units, named_so)
    steps: Axes = (own[0], own[1], (Atom(units),))
    return _layers(node, name, (x,), states, steps, options, weights), layout


def _layers(
    node: Node,
    name: str,
    inputs: tuple[Tensor, ...],
    states: tuple[Tensor, ...],
    steps: Axes,
    options: list[dict[str, Any]],
    weights: list[dict[str, Array]],
) -> Draft:
    """A layer, or a Bidirectional of two."""
    kind, way = KINDS[node.kind], node.attributes.get("direction", "forward")
    if len(weights) == 1:
        made = {**options[0], "go_backwards": way == "reverse"}
        return Draft(name, kind, made, inputs, steps, weights[0], states)
    inner = tuple(
        Layer(
            f"{name}/{side}", kind, {**made, "go_backwards": d == 1}, cast("Any", had),
            shape_of(steps),
        )
        for d, (side, made, had) in enumerate(
            zip(("forward", "backward"), options, weights, strict=True)
        )
    )  # fmt: skip
    return Draft(name, "Bidirectional", {}, inputs, steps, {}, states, inner)


def _check(graph: Graph, node: Node, named_so: Mapping[str, Any]) -> None:
    attributes = node.attributes
    for option, allowed in _ALLOWED.items():
        if attributes.get(option, allowed[0]) not in allowed:
            raise unsupported(named_so, option, attributes[option])
    if len(node.inputs) > 7 and node.inputs[7]:
        peepholes = constant(graph, node, 7)
        if peepholes is None or peepholes.any():
            raise unsupported(named_so, "P", "peepholes")


def _check_lengths(graph: Graph, node: Node, steps: Axis, named_so: Mapping[str, Any]) -> None:
    """Sequences that end early are not replayed: each must be as long as there are steps."""
    operand = graph.operand(node.inputs[4]) if len(node.inputs) > 4 else None
    if operand is None:
        return
    if isinstance(operand, Filled):
        fits = isinstance(operand.value, Dim) and bare(operand.value.atoms) == bare(steps)
        fits = fits or (size(steps) is not None and operand.value == size(steps))
    else:
        fits = isinstance(operand, np.ndarray) and all(
            bare(one.atoms) == bare(steps) if isinstance(one, Dim) else one == size(steps)
            for one in operand.reshape(-1).tolist()
        )
    if not fits:
        raise unsupported(named_so, "sequence_lens", "shorter")


def _weights(graph: Graph, node: Node, name: str, ways: int) -> tuple[list[dict[str, Array]], int]:
    kernel, inner = constant(graph, node, 1), constant(graph, node, 2)
    bias = constant(graph, node, 3)
    if kernel is None or inner is None or (bias is None and any(node.inputs[3:4])):
        raise computed(graph, node, "kernel")
    if not {kernel.dtype, inner.dtype, inner.dtype if bias is None else bias.dtype} <= _PRECISE:
        raise unsupported({"name": name}, "dtype", str(kernel.dtype))
    kind = KINDS[node.kind]
    gates = len(CELL_KINDS[kind].gates)
    if inner.ndim != 3 or inner.shape[0] != ways or inner.shape[1] != gates * inner.shape[2]:
        raise misfit(graph, node, inner, f"({ways}, {gates} U, U)")
    units = inner.shape[2]
    if units < 1 or node.attributes.get("hidden_size", units) != units:
        raise misfit(graph, node, inner, f"({ways}, {gates} U, U)")
    rows = gates * units
    if kernel.ndim != 3 or kernel.shape[:2] != (ways, rows) or not kernel.shape[2]:
        raise misfit(graph, node, kernel, f"({ways}, {rows}, F)")
    if bias is not None and bias.shape != (ways, 2 * rows):
        raise misfit(graph, node, bias, f"({ways}, {2 * rows})")
    after = bool(node.attributes.get("linear_before_reset", 0))
    result = []
    for d in range(ways):
        biases = None if bias is None else (bias[d, :rows], bias[d, rows:])
        kernels = (kernel[d], inner[d])
        result.append(gate_weights(name, kind, kernels, biases, ORDER[node.kind], after))
    return result, units


def _options(
    node: Node, d: int, ways: int, units: int, named_so: Mapping[str, Any]
) -> dict[str, Any]:
    usual = _FUNCTIONS[node.kind]
    count = len(usual)
    activations = node.attributes.get("activations") or list(usual) * ways
    if len(activations) != count * ways:
        raise unsupported(named_so, "activations", activations)
    known = {one.lower(): one for one in _SETTINGS}
    alphas = iter(node.attributes.get("activation_alpha") or [])
    betas = iter(node.attributes.get("activation_beta") or [])
    names: list[str] = []
    for one in activations:
        kind = known.get(str(one).lower(), "")
        # The lists have a number for each function that has such a setting, in order.
        alpha = next(alphas, None) if _SETTINGS.get(kind, 0) > 0 else None
        beta = next(betas, None) if _SETTINGS.get(kind, 0) > 1 else None
        name = named(kind, alpha, beta)
        if name is None:
            raise unsupported(named_so, "activations", one)
        names.append(name)
    mine = names[count * d : count * (d + 1)]
    if node.kind == "LSTM" and mine[1] != mine[2]:
        raise unsupported(named_so, "activations", activations)
    options = {"units": units, "activation": mine[-1], "use_bias": any(node.inputs[3:4])}
    of_gates = {
        "recurrent_activation": mine[0],
        "reset_after": bool(node.attributes.get("linear_before_reset", 0)),
    }
    return options | {option: of_gates[option] for option in CELL_KINDS[KINDS[node.kind]].options}


_SETTINGS = {
    "Relu": 0, "Tanh": 0, "Sigmoid": 0, "Softsign": 0, "Softplus": 0, "LeakyRelu": 1,
    "ThresholdedRelu": 1, "Elu": 1, "HardSigmoid": 2, "ScaledTanh": 2, "Affine": 2,
}  # fmt: skip
"""How many of alpha and beta the functions of recurrent nodes have."""


def _initial(
    graph: Graph, node: Node, ways: int, layout: int, units: int, named_so: Mapping[str, Any]
) -> tuple[Tensor, ...]:
    """The initial states, in Keras's order: h and c forwards, h and c backwards; () for zeros."""
    found: list[list[Tensor | None]] = []
    for place in (5, 6)[: len(CELL_KINDS[KINDS[node.kind]].states)]:
        operand = graph.operand(node.inputs[place]) if len(node.inputs) > place else None
        zero = (
            operand is None
            or (isinstance(operand, Filled) and operand.value == 0)
            or (isinstance(operand, np.ndarray) and operand.dtype != object and not operand.any())
        )
        if zero:
            found.append([None] * ways)
        elif isinstance(operand, OnnxTensor):
            found.append(_given_states(graph, node, operand, ways, layout, units, named_so))
        else:
            raise unsupported(named_so, "initial_h" if place == 5 else "initial_c", "constant")
    states = [one[d] for d in range(ways) for one in found]
    if all(one is None for one in states):
        return ()
    if any(one is None for one in states):
        raise unsupported(named_so, "initial_h", "initial_h without initial_c")
    return tuple(one for one in states if one is not None)


def _given_states(
    graph: Graph,
    node: Node,
    value: OnnxTensor,
    ways: int,
    layout: int,
    units: int,
    named_so: Mapping[str, Any],
) -> list[Tensor | None]:
    if len(value.axes) != 3:
        raise unsupported(named_so, "initial_h", "axes")
    direction = value.axes[1 if layout else 0]
    rest = (value.axes[0 if layout else 1], value.axes[2])
    if size(rest[1]) not in (None, units):
        raise unsupported(named_so, "initial_h", size(rest[1]))
    if value.stack is not None and direction == (value.stack,) and len(value.tensors) == ways:
        singles = [OnnxTensor((one,), value.own, rest) for one in value.tensors]
    elif value.stack is None and not bare(direction) and ways == 1:
        singles = [OnnxTensor(value.tensors, value.own, rest)]
    else:
        raise unsupported(named_so, "initial_h", "directions")
    return [settled(graph, node, one, rest).tensor for one in singles]


def _outputs(
    graph: Graph, name: str, node: Node, steps: Axes, ways: int, layout: int, backwards: bool
) -> list[Operand]:
    batch, time, width = steps
    stack = Atom(2) if ways == 2 else None
    direction: Axis = () if stack is None else (stack,)
    whole = [(name, 3 * d) for d in range(ways)]
    if backwards:
        turned = {"start": None, "stop": None, "step": -1}
        key = [ALL, {"class_name": "__slice__", "config": turned}]
        options = {"args": [None, key], "kwargs": {}, "turned": True}
        whole = [graph.layer(node_for("GetItem"), "ops.GetItem", options, (whole[0],), steps)]
    axes: Axes = (batch, time, direction, width) if layout else (time, direction, batch, width)
    result: list[Operand] = [OnnxTensor(tuple(whole), steps, axes, stack)]
    own: Axes = (batch, width)
    state_axes: Axes = (batch, direction, width) if layout else (direction, batch, width)
    for k in range(1, len(CELL_KINDS[KINDS[node.kind]].states) + 1):
        tensors = tuple((name, 3 * d + k) for d in range(ways))
        result.append(OnnxTensor(tensors, own, state_axes, stack))
    return result[: max(1, len(node.outputs))]
