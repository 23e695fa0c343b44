"""From a Keras configuration to entries and calls: nested models unfolded, calls in order.

Sequential models, functional ones of Keras 1, 2 and 3, and models inside models become one
flat graph.  Nothing is believed: names, references and numbers come from the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.errors import ModelError
from engine.network.formats.entries import (
    MODELS,
    Entry,
    Place,
    declared_shape,
    entry_of,
    is_operation,
    own_name,
    plain,
    snake,
)
from engine.network.formats.every_step import model_at_every_step
from engine.network.formats.nodes import LayerUse, references, uses
from engine.network.formats.ordering import in_order
from engine.network.formats.wrapped_cells import Stack, stack_of
from engine.network.kinds.checks import check_layer_count
from engine.network.network import Call, Shape, Tensor

MAX_CALLS = 10_000
MAX_DEPTH = 16

Written = Mapping[str, Any]


@dataclass
class ModelGraph:
    """What a configuration says.

    Attributes:
        entries: by the names of the layers, in the order of their first use.
        calls: in an order in which they can be carried out; ``arguments`` has the rest.
        arguments: what a call is given besides tensors, by the call's name.
        inputs: name and declared shape.
        outputs: in the model's order.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    arguments: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    inputs: list[tuple[str, Shape | None]] = field(default_factory=list)
    outputs: list[Tensor] = field(default_factory=list)


def graph_of(model: Written, keras1: bool) -> ModelGraph:
    """The flat graph of ``{"class_name": "Sequential" or "Functional" or "Model", "config": ...}``.

    Raises:
        ModelError: it is damaged, too large, goes round in circles, or only its own code
            could run it.
    """
    graph = ModelGraph()
    plan = _plan(model, 0)
    if not plan.inputs:
        raise ModelError("The model's configuration is damaged: it has no input.")
    graph.inputs = [(name, plan.shapes.get(name)) for name in plan.inputs]
    given: list[Tensor] = [(name, 0) for name, _ in graph.inputs]
    graph.outputs = _emit(graph, plan, given, "", (), keras1)
    if not graph.calls:
        raise ModelError("The model's configuration is damaged: it has no layers.")
    return graph


@dataclass
class _Plan:
    """One model, not unfolded yet: its layers, who feeds whom."""

    written: dict[str, Written]
    nodes: dict[str, list[LayerUse]]
    inputs: list[str]
    outputs: list[tuple[str, int, int]]
    shapes: dict[str, Shape | None]


def _plan(model: Written, depth: int) -> _Plan:
    if depth > MAX_DEPTH:
        raise ModelError("The model has models inside models more than 16 deep.")
    kind, config = model.get("class_name"), model.get("config")
    if kind == "Sequential":
        layers = _checked(config if isinstance(config, list) else _layers(config))
        return _sequential(layers, config)
    if kind in MODELS:
        assert kind != "Sequential"
        return _functional(_checked(_layers(config)), config if isinstance(config, Mapping) else {})
    raise ModelError(
        "The model is a {kind}, which only its own code can run. Save it as a Sequential or "
        "a functional model.",
        kind=str(kind)[:80],
    )


def _layers(config: Any) -> Any:
    return config.get("layers") if isinstance(config, Mapping) else None


def _checked(layers: Any) -> list[Written]:
    if not isinstance(layers, list) or not all(isinstance(layer, Mapping) for layer in layers):
        raise ModelError("The model's configuration is damaged: it has no list of layers.")
    check_layer_count(len(layers), exact=True)
    return list(layers)


def _by_name(layers: list[Written]) -> dict[str, Written]:
    result = {own_name(layer, place): layer for place, layer in enumerate(layers)}
    if len(result) < len(layers):
        raise ModelError("The model's configuration is damaged: two layers share a name.")
    return result


def _sequential(layers: list[Written], config: Any) -> _Plan:
    written = _by_name(layers)
    names = list(written)
    shapes: dict[str, Shape | None] = {}
    if names and layers[0].get("class_name") == "InputLayer":
        start = names[0]
        shapes[start] = declared_shape(layers[0], plain(layers[0]))
    else:
        start = "input"
        while start in written:
            start += "_"
        shapes[start] = _first_shape(layers, config)
    nodes: dict[str, list[LayerUse]] = {}
    before = start
    for name in names:
        if name != start:
            nodes[name] = [LayerUse(((before, 0, 0),))]
            before = name
    return _Plan(written, nodes, [start], [(before, 0, 0)], shapes)


def _first_shape(layers: list[Written], config: Any) -> Shape | None:
    """The shape that a Sequential model without an input layer declares."""
    build = config.get("build_input_shape") if isinstance(config, Mapping) else None
    if isinstance(build, list) and build:
        return declared_shape({}, {"batch_shape": build})
    for layer in layers:
        shape = declared_shape(layer, plain(layer))
        if shape is not None:
            return shape
        inner = plain(layer).get("layer")
        if isinstance(inner, Mapping):  # a wrapper may leave it to what it wraps
            shape = declared_shape(inner, plain(inner))
            if shape is not None:
                return shape
        if layer.get("class_name") in MODELS:
            config = layer.get("config")
            nested = config if isinstance(config, list) else _layers(config)
            return _first_shape(_checked(nested)[:1], config) if nested else None
    return None


def _functional(layers: list[Written], config: Written) -> _Plan:
    written = _by_name(layers)
    nodes: dict[str, list[LayerUse]] = {}
    shapes: dict[str, Shape | None] = {}
    for name, layer in written.items():
        if layer.get("class_name") == "InputLayer":
            shapes[name] = declared_shape(layer, plain(layer))
            continue
        found = layer.get("inbound_nodes")
        nodes[name] = uses(name, found if isinstance(found, list) else [])
    inputs = [name for name, _, _ in references(config.get("input_layers"))]
    inputs = inputs or list(shapes)
    if len(set(inputs)) < len(inputs):
        raise ModelError("The model's configuration is damaged: two layers share a name.")
    for name in inputs:
        if name not in written:
            raise _missing(name)
        shapes.setdefault(name, None)
        nodes.pop(name, None)  # a model may begin at a layer of another
    outputs = list(references(config.get("output_layers"))) or _ends(nodes)
    if not outputs:
        raise ModelError("The model's configuration is damaged: it names no output.")
    return _Plan(written, nodes, inputs, outputs, shapes)


def _ends(nodes: Mapping[str, list[LayerUse]]) -> list[tuple[str, int, int]]:
    """What no layer reads, which a model that names no output answers with; if all is read,
    the last layer, so that it is said which one goes round in circles."""
    read = {name for each in nodes.values() for node in each for name, _, _ in node.references}
    return [(name, 0, 0) for name in nodes if name not in read] or [
        (name, 0, 0) for name in list(nodes)[-1:]
    ]


def _missing(name: str) -> ModelError:
    return ModelError(
        "The model's configuration is damaged: it names a layer {layer}, which is not there.",
        layer=name[:80],
    )


def _emit(
    graph: ModelGraph,
    plan: _Plan,
    given: Sequence[Tensor],
    prefix: str,
    places: tuple[Place, ...],
    keras1: bool,
    groups_of: Written | None = None,
) -> list[Tensor]:
    """Unfold one use of a model into the graph; the tensors of its outputs."""
    if len(given) != len(plan.inputs):
        raise ModelError(
            "The model's configuration is damaged: a model inside it gets {found} inputs, and "
            "wants {wanted}.",
            found=len(given),
            wanted=len(plan.inputs),
        )
    made: dict[tuple[str, int], list[Tensor]] = {
        (name, 0): [tensor] for name, tensor in zip(plan.inputs, given, strict=True)
    }
    shift = _shifts(plan)

    def tensor(reference: tuple[str, int, int]) -> Tensor:
        name, node, place = reference
        if (result := made.get((name, max(0, node - shift.get(name, 0))))) is None:
            raise _missing(name)
        if len(result) == 1 and place:  # one call with several outputs
            return (result[0][0], place)
        if place >= len(result):
            raise _missing(name)
        return result[place]

    groups = _groups(plan.written if groups_of is None else _as_written(groups_of))
    for name, node_place in _ordered(plan, shift):
        written, node = plan.written[name], plan.nodes[name][node_place]
        inputs = tuple(tensor(reference) for reference in node.inputs)
        here = (*places, Place(name, groups.get(name, "")))
        full = f"{prefix}{name}"
        if written.get("class_name") in MODELS:
            inner = _plan(written, len(here))
            made[name, node_place] = _emit(graph, inner, inputs, f"{full}/", here, keras1)
            continue
        if (every := model_at_every_step(written)) is not None:
            inside = _plan(every, len(here))
            at = (*here, Place(_named(every), "", "layer"))
            step = _emit(graph, inside, inputs, f"{full}/", at, keras1, groups_of=written)
            made[name, node_place] = step
            continue
        states = tuple(tensor(reference) for reference in node.states)
        mask = None if node.mask is None else tensor(node.mask)
        if (stack := stack_of(written)) is not None:
            use = Call(full, full, inputs, states, mask)
            made[name, node_place] = _emit_cells(graph, stack, use, here, keras1)
            continue
        if full not in graph.entries:
            check_layer_count(len(graph.entries) + 1)
            graph.entries[full] = entry_of(written, full, here, keras1)
        call = _call_name(graph, full)
        _note_call(graph, Call(call, full, inputs, states, mask), node.arguments)
        made[name, node_place] = [(call, 0)]
    return [tensor(reference) for reference in plan.outputs]


def _named(model: Written) -> str:
    config = model.get("config")
    own = config.get("name") if isinstance(config, Mapping) else None
    return str(own or model.get("name") or "")


def _as_written(wrapper: Written) -> Mapping[str, Written]:
    """The layers of the model inside a TimeDistributed, which are filed under their own classes."""
    config = wrapper["config"]["layer"].get("config")
    return _by_name(_checked(config if isinstance(config, list) else _layers(config)))


def _note_call(graph: ModelGraph, call: Call, arguments: Mapping[str, Any]) -> None:
    graph.calls.append(call)
    graph.arguments[call.name] = arguments
    if len(graph.calls) > MAX_CALLS:
        raise ModelError("The model calls its layers more than 10,000 times.")


def _emit_cells(
    graph: ModelGraph, stack: Stack, use: Call, here: tuple[Place, ...], keras1: bool
) -> list[Tensor]:
    """One use of cells, one on the other, as a call of a layer for each; the tensors of its outputs."""
    inputs, states = use.inputs, use.states
    if len(inputs) > 1 and not states:  # Keras 2 lists the initial state after the input
        inputs, states = inputs[:1], inputs[1:]
    left = list(states)
    ends: list[Tensor] = []
    last: list[Tensor] = []
    ways = zip(stack.ways, stack.roles, stack.names, strict=True)
    for way, (cells, role, own) in enumerate(ways):
        prefix = use.name if not role else f"{use.name}/{('forward', 'backward')[way]}"
        tensors, mask = inputs, use.mask
        for cell in cells:
            full = f"{prefix}/{cell.written['config']['name']}"
            places = (*here, Place(own, "", role)) if role else here
            if full not in graph.entries:
                check_layer_count(len(graph.entries) + 1)
                at = (*places, Place(cell.name, "", cell.role))
                graph.entries[full] = entry_of(cell.written, full, at, keras1)
            call = _call_name(graph, full)
            given, left = tuple(left[: cell.states]), left[cell.states :]
            _note_call(graph, Call(call, full, tensors, given, mask), {})
            tensors, mask = ((call, 0),), None
            if cell.written["config"].get("return_state"):
                last += [(call, place) for place in range(1, cell.states + 1)]
        ends += tensors
    if stack.merge is not None:
        full = use.name
        if full not in graph.entries:
            merge = {"class_name": stack.merge, "config": {"name": full, "axis": -1}}
            graph.entries[full] = entry_of(merge, full, here, keras1)
        call = _call_name(graph, full)
        _note_call(graph, Call(call, full, tuple(ends)), {})
        ends = [(call, 0)]
    return [*ends, *last]


def _call_name(graph: ModelGraph, layer: str) -> str:
    if layer not in graph.arguments:
        return layer
    count = 2
    while f"{layer} ({count})" in graph.arguments:
        count += 1
    return f"{layer} ({count})"


def _shifts(plan: _Plan) -> dict[str, int]:
    """Models inside models: Keras 2 counts the use that made them, and does not write it down."""
    highest: Counter[str] = Counter()
    for nodes in plan.nodes.values():
        for node in nodes:
            for name, place, _ in node.references:
                highest[name] = max(highest[name], place)
    for name, place, _ in plan.outputs:
        highest[name] = max(highest[name], place)
    return {
        name: max(0, place + 1 - len(plan.nodes[name]))
        for name, place in highest.items()
        if plan.written.get(name, {}).get("class_name") in MODELS and plan.nodes.get(name)
    }


def _ordered(plan: _Plan, shift: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The uses of the layers that the outputs need, each after what it is made of.

    Raises:
        ModelError: the graph goes round in circles, or names what is not there.
    """
    ready = {(name, 0) for name in plan.inputs}
    sources: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for name, nodes in plan.nodes.items():
        for place, node in enumerate(nodes):
            here = sources[name, place] = set()
            for source, at, _ in node.references:
                if source not in plan.written and source not in plan.inputs:
                    raise _missing(source)
                here.add((source, max(0, at - shift.get(source, 0))))
            here -= ready

    def stuck(use: tuple[str, int]) -> ModelError:
        return ModelError(
            "The model's configuration is damaged: the layer {layer} waits for its own output, "
            "or for a layer that is not there.",
            layer=use[0][:80],
        )

    return in_order(sources, stuck)


def _groups(written: Mapping[str, Written]) -> dict[str, str]:
    """What Keras 3 calls each layer's group in a file: its class, counted."""
    counted: Counter[str] = Counter()
    result = {}
    for name, layer in written.items():
        if is_operation(layer):
            continue
        kind = snake(str(layer.get("class_name")))
        result[name] = f"{kind}_{counted[kind]}" if counted[kind] else kind
        counted[kind] += 1
    return result
