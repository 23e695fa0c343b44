"""RNN, LSTM and GRU.

Source: ``onnx.ai/onnx/operators/onnx__LSTM.html`` and its neighbours.  ONNX keeps the gates
as blocks of rows: LSTM i o f c, GRU z r h; Keras as blocks of columns: i f c o, z r h.  A
bidirectional node is a `Bidirectional` of ours; one that reads backwards alone is a layer
that goes backwards, and its sequence is turned round afterwards: ONNX puts out what was read
at a step at that step, Keras in the order of reading.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np

from engine.errors import Note, UnsupportedError
from engine.network.cell_kinds import CELL_KINDS, INITIAL, PEEPHOLES
from engine.network.formats.foreign import Array, columns, gate_weights
from engine.network.formats.onnx.arranging import ALL, node_for, picked, sequence, settled
from engine.network.formats.onnx.graph import Draft, Graph, comes_after, tensors_of
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
from engine.network.formats.weights import as_numbers
from engine.network.kinds.checks import unsupported
from engine.network.kinds.core import STEPS_READ
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
    "input_forget": (0, 1),
    "linear_before_reset": (0, 1),
}
"""What these attributes may be, the usual first."""

_OF_ONE_KIND = {"input_forget": "LSTM", "linear_before_reset": "GRU"}
_ATTRIBUTES = (
    *_ALLOWED, "clip", "hidden_size", "activations", "activation_alpha", "activation_beta",
    "output_sequence",
)  # fmt: skip
"""All that the versions of the operators have had."""


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
    _check(node, named_so)
    ways = len(weights)
    layout = int(node.attributes.get("layout", 0))
    x, own = sequence(graph, node, 0, (0, 1, 2) if layout else (1, 0, 2))
    kernel = weights[0]["kernel"]
    learned(own[2], kernel.shape[0])
    if size(own[2]) != kernel.shape[0]:
        raise misfit(graph, node, kernel, f"({size(own[2])}, {kernel.shape[1]})")
    options = [_options(node, d, ways, units, named_so) for d in range(ways)]
    states, own_states = _initial(graph, node, ways, layout, units, named_so)
    weights = [{**one, **own_states[d]} for d, one in enumerate(weights)]
    mask = _mask(graph, node, x, own, named_so)
    steps: Axes = (own[0], own[1], (Atom(units),))
    draft = _layers(node, name, (x,), states, steps, options, weights)
    draft.mask = mask
    if any(one.get("input_forget") for one in options):
        graph.notes.append(
            Note(
                "The forget gate of the layer {layer} is 1 less its input gate (input_forget); the "
                "weights that the file has for it are not used.",
                layer=name,
            )
        )
    return draft, layout


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


def _not_yet(node: Node, named_so: Mapping[str, Any], what: str, value: Any) -> UnsupportedError:
    """What to raise for an attribute or an input of the node, by its operator and its name."""
    return unsupported(named_so, f"{node.kind}.{what}", value)


def _check(node: Node, named_so: Mapping[str, Any]) -> None:
    for option, value in node.attributes.items():
        known = option in _ATTRIBUTES and _OF_ONE_KIND.get(option, node.kind) == node.kind
        if not known or value not in _ALLOWED.get(option, (value,)):
            raise _not_yet(node, named_so, option, value)


def _clip(node: Node, named_so: Mapping[str, Any]) -> float | None:
    """Where sums are cut off; 0 stands for nowhere, as where the attribute is left out."""
    clip = node.attributes.get("clip") or None
    if clip is not None and not (isinstance(clip, (int, float)) and 0 < clip < math.inf):
        raise _not_yet(node, named_so, "clip", clip)
    return None if clip is None else float(clip)


def _mask(
    graph: Graph, node: Node, x: Tensor, own: Axes, named_so: Mapping[str, Any]
) -> Tensor | None:
    """Which steps each sequence has, by ``sequence_lens``; None where it has all."""
    operand = graph.operand(node.inputs[4]) if len(node.inputs) > 4 else None
    if operand is None:
        return None
    options: dict[str, Any] = {}
    inputs: tuple[Tensor, ...] = (x,)
    if isinstance(operand, Unknown):
        raise comes_after(graph, node, operand)
    if isinstance(operand, OnnxTensor):
        lengths = settled(graph, node, operand, operand.axes)
        if len(lengths.axes) != 1:
            raise _not_yet(node, named_so, "sequence_lens", "axes")
        if graph.is_input(lengths.tensor):
            graph.counts.add(lengths.tensor[0])
        inputs = (x, lengths.tensor)
    else:
        own_steps = size(own[1])
        values = [operand.value] if isinstance(operand, Filled) else operand.reshape(-1).tolist()
        if all(
            bare(one.atoms) == bare(own[1]) if isinstance(one, Dim) else one == own_steps
            for one in values
        ):
            return None
        first = values[0]
        most = 2**31 if own_steps is None else own_steps
        if len(set(values)) > 1 or isinstance(first, Dim) or not 0 <= first < most:
            known = [one for one in values if isinstance(one, (int, float)) and one == one // 1]
            raise _not_yet(node, named_so, "sequence_lens", known or "computed")
        options["length"] = int(first)
    return graph.layer(node_for("SequenceLens"), STEPS_READ, options, inputs, own[:2])


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
    for d, peepholes in enumerate(_peepholes(graph, node, ways, units)):
        result[d][PEEPHOLES] = as_numbers(name, PEEPHOLES, peepholes)
    return result, units


def _peepholes(graph: Graph, node: Node, ways: int, units: int) -> Sequence[Array]:
    """For each way ``(3 U,)``, in the order of our gates; none where all are 0."""
    if node.kind != "LSTM" or not any(node.inputs[7:8]):
        return ()
    if (given := constant(graph, node, 7)) is None:
        raise computed(graph, node, PEEPHOLES)
    if given.shape != (ways, 3 * units):
        raise misfit(graph, node, given, f"({ways}, {3 * units})")
    return [columns(row, (0, 2, 1)) for row in given] if given.any() else ()  # ONNX: i, o, f


def _options(
    node: Node, d: int, ways: int, units: int, named_so: Mapping[str, Any]
) -> dict[str, Any]:
    usual = _FUNCTIONS[node.kind]
    count = len(usual)
    activations = node.attributes.get("activations") or list(usual) * ways
    if len(activations) != count * ways:
        raise _not_yet(node, named_so, "activations", activations)
    known = {one.lower(): one for one in _SETTINGS}
    alphas = iter(node.attributes.get("activation_alpha") or [])
    betas = iter(node.attributes.get("activation_beta") or [])
    names: list[str] = []
    for one in activations:
        kind = known.get(str(one).lower(), "")
        # The lists have a number for each function that has such a setting, in order.
        alpha = next(alphas, None) if _SETTINGS.get(kind, 0) > 0 else None
        beta = next(betas, None) if _SETTINGS.get(kind, 0) > 1 else None
        if (name := named(kind, alpha, beta)) is None:
            raise _not_yet(node, named_so, "activations", one)
        names.append(name)
    mine = names[count * d : count * (d + 1)]
    place = 1 if node.kind == "LSTM" else -1
    options = {"units": units, "activation": mine[place], "use_bias": any(node.inputs[3:4])}
    beyond = {
        "clip": _clip(node, named_so),
        "cell_activation": mine[-1] if mine[-1] != mine[place] else None,
        "input_forget": True if node.attributes.get("input_forget") else None,
    }
    options |= {option: value for option, value in beyond.items() if value is not None}
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
) -> tuple[tuple[Tensor, ...], list[dict[str, Array]]]:
    """The initial states, in Keras's order: h and c forwards, h and c backwards; () where they are
    constants.  Those of each way that are constants and not 0, ``(U,)`` by the name of the weight."""
    found: list[list[Tensor | None]] = []
    constants: list[dict[str, Array]] = [{} for _ in range(ways)]
    for place, key in zip((5, 6), CELL_KINDS[KINDS[node.kind]].states, strict=False):
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
            array = operand.repeated if isinstance(operand, Filled) else operand
            if layout and isinstance(array, np.ndarray) and array.ndim == 3:
                array = array.swapaxes(0, 1)
            is_known = isinstance(array, np.ndarray) and array.dtype in _PRECISE
            if not is_known or not isinstance(array, np.ndarray) or array.ndim != 3:
                raise _not_yet(node, named_so, INITIAL[key], "computed")
            if array.shape != (ways, array.shape[1] or 1, units):
                raise misfit(graph, node, array, f"({ways}, 1, {units})")
            if (array != array[:, :1]).any():  # of the sequences of an example
                raise _not_yet(node, named_so, INITIAL[key], "unlike")
            for d, row in enumerate(array[:, 0]):
                constants[d][INITIAL[key]] = as_numbers(str(named_so["name"]), INITIAL[key], row)
            found.append([None] * ways)
    states = [one[d] for d in range(ways) for one in found]
    if all(one is None for one in states):
        return (), constants
    if any(one is None for one in states):
        raise _not_yet(node, named_so, "initial_h", "initial_h without initial_c")
    return tuple(one for one in states if one is not None), constants


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
        raise _not_yet(node, named_so, "initial_h", "axes")
    place = 1 if layout else 0
    direction = value.axes[place]
    rest = (value.axes[1 - place], value.axes[2])
    if size(rest[1]) not in (None, units):
        raise _not_yet(node, named_so, "initial_h", size(rest[1]))
    if value.stack is not None and direction == (value.stack,) and len(value.tensors) == ways:
        singles = [OnnxTensor((one,), value.own, rest) for one in value.tensors]
    elif value.stack is None and not bare(direction) and ways == 1:
        singles = [OnnxTensor(value.tensors, value.own, rest)]
    elif value.stack is None and direction in value.own[1:] and size(direction) == ways:
        singles = [picked(graph, node, value, place, d) for d in range(ways)]
    else:
        raise _not_yet(node, named_so, "initial_h", "directions")
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
