"""From ONNX's nodes to drafts of layers: the walk over the graph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.errors import GatescopeError, ModelError, Note, UnsupportedError
from engine.network.formats.entries import snake
from engine.network.formats.onnx.proto import GraphInput, Model, Node
from engine.network.formats.onnx.values import (
    Array,
    Atom,
    Axes,
    OnnxTensor,
    Operand,
    Unknown,
    size,
)
from engine.network.formats.weights import as_numbers
from engine.network.kinds.checks import check_layer_count
from engine.network.network import RECURRENT, Layer, Tensor


class Reinterpret(Exception):
    """The inputs' axes mean something else than was taken for granted; begin again by this plan."""

    def __init__(self, plan: AxisPlan) -> None:
        super().__init__()
        self.plan = plan


@dataclass(frozen=True)
class AxisPlan:
    """What the axes of the inputs mean.

    Attributes:
        batch: the place of the batch axis; None where there is none.
        channels: the inputs whose last two axes are (features, steps).
    """

    batch: int | None = 0
    channels: frozenset[str] = frozenset()


@dataclass(eq=False)
class Draft:
    """A layer with its one call, while the graph is walked.

    The outputs of a recurrent draft are counted by direction and kind: ``3 d + 0`` is the
    whole sequence, ``+ 1`` the last hidden state, ``+ 2`` the last cell state.  `finish` finds
    out which of them Keras's layer has to put out.
    """

    name: str
    kind: str
    options: dict[str, Any]
    inputs: tuple[Tensor, ...]
    own: Axes = ()
    weights: Mapping[str, Array] = field(default_factory=dict)
    states: tuple[Tensor, ...] = ()
    inner: tuple[Layer, ...] = ()
    refused: GatescopeError | None = None
    stored: int | None = None
    mask: Tensor | None = None

    @property
    def sources(self) -> tuple[Tensor, ...]:
        """All that it reads."""
        return self.inputs + self.states + (() if self.mask is None else (self.mask,))

    @property
    def recurrent(self) -> bool:
        """Whether it has a state."""
        return self.kind in (*RECURRENT, "Bidirectional")


class Graph:
    """The walk over a model's nodes, its inputs' axes taken as the plan says.

    Attributes:
        drafts: the layers so far, by name.
        inputs: of the model, with the axes of our tensors.
        counts: the names of the inputs that say how many steps are read.
        notes: what has to be said of it.
    """

    def __init__(self, model: Model, plan: AxisPlan) -> None:
        self.model = model
        self.plan = plan
        self.drafts: dict[str, Draft] = {}
        self.inputs: list[tuple[GraphInput, Axes]] = []
        self.uses = Counter(name for node in model.nodes for name in node.inputs)
        self.uses.update(model.outputs)
        self._things: dict[str, Operand] = dict(model.constants)
        self.merged: dict[tuple[Tensor, ...], OnnxTensor] = {}
        self.counts: set[str] = set()
        self.notes: list[Note] = []
        self._states = _state_inputs(model)
        self._names = {one.name for one in model.inputs}
        for given in model.inputs:
            self._things[given.name] = self._input(given)

    def _input(self, given: GraphInput) -> OnnxTensor:
        atoms: Axes = tuple((Atom(one),) for one in given.sizes)
        own, axes = atoms, atoms
        state = self._states.get(given.name)
        if state is not None and len(atoms) == 3:
            return self._initial_state(given, atoms, state)
        if state is not None and len(atoms) == 1:
            pass  # how many steps each sequence has
        elif self.plan.batch is None:
            own = ((Atom(1),), *atoms)
        elif self.plan.batch == 1 and (len(atoms) > 2 or (len(atoms) == 2 and given.whole)):
            own = (atoms[1], atoms[0], *atoms[2:])
        if given.name in self.plan.channels and len(own) == 3:
            own = (own[0], own[2], own[1])
        self.inputs.append((given, own))
        return OnnxTensor(((given.name, 0),), own, axes)

    def _initial_state(self, given: GraphInput, axes: Axes, node: Node) -> OnnxTensor:
        """One of a layer, (batch, units) for us; those of several ways or layers are side by side."""
        place = 1 if node.attributes.get("layout") else 0
        ways, batch, units = axes[place], axes[1 - place], axes[2]
        if units[0].size is None:
            units[0].size = node.attributes.get("hidden_size")
        if size(ways) in (1, None):
            self.inputs.append((given, (batch, units)))
            one = (*axes[:place], (), *axes[place + 1 :])
            return OnnxTensor(((given.name, 0),), (batch, units), one)
        self.inputs.append((given, (batch, (*ways, *units))))
        own = (batch, ways, units)
        options = {"target_shape": [size(ways), -1]}
        helper = Node("", "Reshape", (), ())
        return OnnxTensor(
            (self.layer(helper, "Reshape", options, ((given.name, 0),), own),), own, axes
        )

    # -- what the nodes ask for ----------------------------------------------------

    def operand(self, name: str) -> Operand | None:
        """What has that name; None for an input that is left out."""
        if not name:
            return None
        if (result := self._things.get(name)) is None:
            raise ModelError(
                "The model is damaged: it names a tensor {name}, which is not there. Export it again.",
                name=name[:80],
            )
        return result

    def operands(self, node: Node) -> list[Operand | None]:
        """The inputs of a node."""
        return [self.operand(name) for name in node.inputs]

    def is_input(self, tensor: Tensor) -> bool:
        """Whether it is one of the model's inputs."""
        return tensor[0] in self._names

    def name(self, node: Node, kind: str) -> str:
        """A name for a node's layer: the file's, shortened; unique.

        PyTorch writes ``/encoder/lstm/LSTM``, or ``node_LSTM_12``; tf2onnx
        ``model/lstm/PartitionedCall/lstm``.
        """
        calls = ("", "PartitionedCall", "StatefulPartitionedCall")
        parts = [part for part in re.split(r"[/:]+", node.name) if part not in calls]
        operator = node.kind.rsplit(".", maxsplit=1)[-1]
        plain = re.compile(rf"(node_)?{re.escape(operator)}(_{{1,2}}\d+)?", re.IGNORECASE)
        count = ""
        if parts and (found := plain.fullmatch(parts[-1])) is not None:
            parts.pop()
            count = found[2] or ""
        if parts and parts[-1].startswith("node_"):
            parts = []
        usual = (
            operator.lower()
            if kind in ("Activation", "ops.GetItem")
            else snake(kind.rsplit(".", 1)[-1])
        )
        base = "/".join(parts)[-80:] + count if parts else usual or "layer"
        if base in self.drafts and parts:  # an operator of the same module: dense, dense/relu
            base = f"{base}/{operator.lower()}"
        name, number = base, 1
        while name in self.drafts or name in self._names:
            name, number = f"{base}_{number}", number + 1
        return name

    def add(self, draft: Draft) -> Draft:
        """Put a layer into the graph.

        Raises:
            ModelError: there are too many.
        """
        check_layer_count(len(self.drafts) + 1)
        self.drafts[draft.name] = draft
        return draft

    def layer(
        self,
        node: Node,
        kind: str,
        options: Mapping[str, Any],
        inputs: tuple[Tensor, ...],
        own: Axes,
        weights: Mapping[str, Array] | None = None,
    ) -> Tensor:
        """Put a layer of one output into the graph; that output.

        The weights, of any shape, are those that the layer's kind asks for (`engine.network.kinds`).

        Raises:
            ModelError: a weight is not finite.
        """
        name = self.name(node, kind)
        checked = {key: as_numbers(name, key, array) for key, array in (weights or {}).items()}
        self.add(Draft(name, kind, {"name": name, **options}, inputs, own, checked))
        return (name, 0)

    def put(self, node: Node, results: Sequence[Operand]) -> None:
        """What a node makes, under the names of its outputs.

        Raises:
            ModelError: it has more outputs than its operator.
        """
        for name, result in zip(node.outputs, results, strict=False):
            if name:
                self._things[name] = result
        if any(node.outputs[len(results) :]):
            raise ModelError(
                "The model is damaged: the node {name} has {count} outputs. Export it again.",
                name=(node.name or node.kind)[:80],
                count=len(node.outputs),
            )

    def around(self, node: Node) -> list[Operand]:
        """What the body of a loop or a branch reads without being given it."""
        return [self._things[name] for name in node.captured if name in self._things]

    def forget(self, known: set[str]) -> None:
        """Take out the layers that are not among these: helpers of a node that gave up."""
        for name in set(self.drafts) - known:
            del self.drafts[name]
        self.merged = {key: value for key, value in self.merged.items() if value.tensor[0] in known}


def comes_after(graph: Graph, node: Node, before: Unknown) -> UnsupportedError:
    """What to raise for a node that reads what cannot be replayed."""
    return UnsupportedError(
        "The layer {layer} comes after {before}, which cannot be replayed.",
        layer=graph.name(node, node.kind),
        before=before.tensor[0],
    )


def tensors_of(operands: Sequence[Operand | None]) -> tuple[Tensor, ...]:
    """Our tensors in the inputs of a node."""
    result: list[Tensor] = []
    for operand in operands:
        if isinstance(operand, OnnxTensor):
            result += operand.tensors
        elif isinstance(operand, Unknown):
            result.append(operand.tensor)
    return tuple(result)


_PASSING = ("Identity", "Cast", "Slice", "Split", "Gather", "Squeeze", "Unsqueeze")
"""What may stand between an input and the layer whose initial state a part of it is."""


def _state_inputs(model: Model) -> dict[str, Node]:
    """The names of inputs that are initial states, in ONNX (directions, batch, units), or the lengths
    of sequences, with a recurrent node that reads them."""
    made = {name: node for node in model.nodes for name in node.outputs if name}
    result: dict[str, Node] = {}
    for node in model.nodes:
        for name in node.inputs[4:7] if node.kind in ("RNN", "GRU", "LSTM") else ():
            seen: set[str] = set()
            while name in made and made[name].kind in _PASSING and name not in seen:
                seen.add(name)
                name = next(iter(made[name].inputs), "")  # noqa: PLW2901
            result.setdefault(name, node)
    return result
