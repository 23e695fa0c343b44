"""From a Keras configuration and a store of weights to a `Network`.

Both Keras formats share this: they differ only in where the weights lie.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.network.cell_kinds import STATEFUL
from engine.network.formats.cudnn import KINDS as CUDNN
from engine.network.formats.entries import Entry, Place
from engine.network.formats.graph import ModelGraph, graph_of
from engine.network.formats.layers import layer_of
from engine.network.formats.operations import as_operation
from engine.network.formats.precision import notes as precision_notes
from engine.network.formats.store import Store
from engine.network.kinds.checks import checked_steps
from engine.network.kinds.merging import weights_shape
from engine.network.kinds.registry import KINDS
from engine.network.network import (
    INDEXING,
    MAPS,
    RECURRENT,
    Call,
    Input,
    Layer,
    Network,
    Shape,
    Tensor,
)


def network_of(
    model: Mapping[str, Any],
    store: Store,
    keras_version: str,
    path: Path,
    digest: str,
) -> Network:
    """The network of a configuration, ``{"class_name": "Sequential", "config": ...}``.

    Raises:
        ModelError: the configuration or a weight is damaged.
    """
    major = keras_version.split(".", maxsplit=1)[0]
    graph = graph_of(model, keras1=major == "1")
    for entry in graph.entries.values():
        store.share(entry.places[-1].name, entry.places)
        inside = entry.options.get("layer")
        config = inside.get("config") if isinstance(inside, Mapping) else None
        if isinstance(config, Mapping):
            name = str(config.get("name"))
            store.share(name, (*entry.places, Place(name, "", "layer")))
    reading = _Reading(graph, store, keras2=major in ("1", "2"))
    layers = tuple(reading.layers.values())
    inputs = tuple(reading.input(name) for name, _ in graph.inputs)
    main = main_input(inputs, reading.calls, reading.layers)
    length, features = _read_by(inputs[main], layers)
    return Network(
        name="",
        layers=layers,
        length=length,
        features=features,
        keras_version=keras_version,
        path=path,
        digest=digest,
        inputs=inputs,
        calls=tuple(reading.calls),
        outputs=tuple(graph.outputs),
        main=main,
        notes=tuple(precision_notes(layers)),
    )


class _Reading:
    """Goes through the calls in order; every layer is made at its first one."""

    def __init__(self, graph: ModelGraph, store: Store, *, keras2: bool) -> None:
        self._graph, self._store, self._keras2 = graph, store, keras2
        self.layers: dict[str, Layer] = {}
        self._inputs = {(name, 0) for name, _ in graph.inputs}
        self._ids: dict[Tensor, Tensor] = {}  # what a dictionary makes of an input: that input
        self.calls: list[Call] = []
        self._made: dict[str, Layer] = {}
        self.shapes: dict[Tensor, Shape] = {(name, 0): shape or () for name, shape in graph.inputs}
        for shape in self.shapes.values():
            checked_steps(shape[1] if len(shape) > 1 else None)
        for call in graph.calls:
            self._take(call)
        for tensor in graph.outputs:
            self.check(tensor)

    def _take(self, call: Call) -> None:
        entry = self._graph.entries[call.layer]
        arguments = self._graph.arguments.get(call.name, {})
        entry, arguments = as_operation(entry, arguments)
        call = _with_states(entry, call)
        for source in call.sources:
            self.check(source)
        shapes = tuple(self.shapes.get(source, ()) for source in call.inputs)
        if not any(shapes) and entry.declared is not None and len(shapes) == 1:
            shapes = (entry.declared,)
            self.shapes[call.inputs[0]] = entry.declared
        layer = self.layers.get(call.layer)
        if layer is None:
            layer = layer_of(entry, shapes, self._store, self._keras2, arguments)
            self.layers[call.layer] = layer
            shape = layer.output_shape
        else:
            shape = _again(layer, shapes)
        self.calls.append(call)
        self._made[call.name] = layer
        self.shapes[call.name, 0] = shape
        if layer.kind in INDEXING and layer.refused is None and call.inputs[0] in self._inputs:
            # What it reads is words; what we give it is their ids.
            self._ids[call.name, 0] = call.inputs[0]
            self.shapes[call.inputs[0]] = shape
        for place, state in enumerate(_states(layer), 1):
            self.shapes[call.name, place] = state
        if layer.refused is None and layer.options.get("return_attention_scores"):
            self.shapes[call.name, 1] = weights_shape(layer.options, shapes)

    def check(self, tensor: Tensor) -> None:
        """Whether a layer makes so many outputs; of a refused one no one can say.

        Raises:
            ModelError: it does not.
        """
        name, place = tensor
        made = self._made.get(name)
        if tensor not in self.shapes and (made is None or made.refused is None):
            raise ModelError(
                "The model's configuration is damaged: it names output {place} of the layer "
                "{layer}, which is not there.",
                place=place + 1,
                layer=name[:80],
            )

    def input(self, name: str) -> Input:
        """What an input wants, with the vocabulary of the Embedding that it goes to."""
        shape = self.shapes[name, 0]
        rows = []
        for call in self.calls:
            layer = self.layers[call.layer]
            reads = {self._ids.get(source, source) for source in call.inputs}
            if (name, 0) in reads and layer.kind == "Embedding" and layer.refused is None:
                rows.append(layer.weights["embeddings"].shape[0])
        size = min(rows, default=None)
        if not shape and size is not None:
            shape = (None, None)
        return Input(name, shape, size, one_hot=len(shape) <= 3)


def _with_states(entry: Entry, call: Call) -> Call:
    """Keras 2 lists the initial state of a recurrent layer after its input."""
    recurrent = entry.kind in (*RECURRENT, *MAPS, *CUDNN, "Bidirectional")
    if recurrent and len(call.inputs) > 1 and not call.states:
        return replace(call, inputs=call.inputs[:1], states=call.inputs[1:])
    return call


def _again(layer: Layer, shapes: tuple[Shape, ...]) -> Shape:
    """The shape of the output of a layer that is called once more."""
    kind = KINDS.get(layer.kind)
    return layer.output_shape if kind is None else kind.shape(layer.options, shapes)


def _states(layer: Layer) -> list[Shape]:
    """The shapes of the further outputs: both ways that are not merged, and the states."""
    inner = layer.inner if layer.kind == "Bidirectional" else (layer,)
    if layer.refused is not None:
        return []
    states: list[Shape] = []
    if layer.kind == "Bidirectional" and layer.options.get("merge_mode") is None:
        states.append(layer.inner[1].output_shape)
    if not layer.options.get("return_state"):
        return states
    for one in inner:
        last = one.output_shape[-1 - STATEFUL[one.kind].axes :]
        states += [(None, *last)] * len(STATEFUL[one.kind].states)
    return states


def main_input(
    inputs: tuple[Input, ...], calls: list[Call] | tuple[Call, ...], layers: Mapping[str, Layer]
) -> int:
    """The place of the input that is read step by step: the first that a recurrent layer reads."""
    reads: dict[str, frozenset[str]] = {one.name: frozenset([one.name]) for one in inputs}
    for call in calls:
        behind: frozenset[str] = frozenset()
        for name, _ in call.inputs:
            behind |= reads.get(name, frozenset())
        if layers[call.layer].kind in (*RECURRENT, *MAPS, "Bidirectional"):
            for place, one in enumerate(inputs):
                if one.name in behind:
                    return place
        reads[call.name] = behind
    return 0


def _read_by(given: Input, layers: tuple[Layer, ...]) -> tuple[int | None, int | None]:
    """The steps and the features of the main input."""
    shape = given.shape
    length = shape[1] if len(shape) > 1 else None
    if given.vocabulary is not None:
        return checked_steps(length), None
    if len(shape) == 2:  # (None, F): a vector, whose numbers may become the steps
        encodes = next((one for one in layers if one.kind == "CategoryEncoding"), None)
        if encodes is not None:
            return checked_steps(length), encodes.units
        return checked_steps(length), 1
    features = shape[2] if len(shape) == 3 else None
    if len(shape) > 3:  # a table at every step, which is given row after row
        known = [size for size in shape[2:] if size is not None]
        return checked_steps(length), math.prod(known) if len(known) == len(shape) - 2 else None
    if features is None:
        first = next((one for one in layers if one.weights or one.inner), None)
        while first is not None and first.inner:
            first = first.inner[0]
        kernel = None if first is None else first.weights.get("kernel")
        features = None if kernel is None else int(kernel.shape[-2])
    return checked_steps(length), features
