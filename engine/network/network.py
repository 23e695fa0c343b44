"""`Network`: a neutral description of a model, with its weights.  No Keras object.

A network is a graph: layers, and the calls by which tensors pass through them.  Most
networks are chains, and one that is made without calls is taken for a chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, Note
from engine.network.cell_kinds import CELL_KINDS, MAP_KINDS, STATEFUL

RECURRENT = tuple(CELL_KINDS)
"""The kinds of layer whose state is a vector, ``(U,)``."""

MAPS = tuple(MAP_KINDS)
"""The kinds of layer whose state is a map, ``(rows, columns, U)``, or a line, ``(length, U)``."""

INACTIVE = (
    "Dropout",
    "SpatialDropout1D",
    "GaussianNoise",
    "GaussianDropout",
    "AlphaDropout",
    "ActivityRegularization",
    "SpatialDropout2D",
    "SpatialDropout3D",
    "Identity",
)
"""The kinds that do nothing when a model is used."""

INDEXING = ("TextVectorization", "StringLookup")
"""The kinds that turn words into ids; their dictionary is read apart, and ids go through."""


ONE_HOT = 64
"""A network that reads more numbers a step than this reads one-hot rows, not measurements."""

Shape = tuple[int | None, ...]
"""As Keras prints it, batch axis first: ``(None, 100, 16)``; None where any size will do."""

Tensor = tuple[str, int]
"""What passes through the graph: the call (or the input) that made it, and which of its outputs."""


def output_name(tensor: Tensor) -> str:
    """What an output is called: its call, ``NAME:1`` for the second that the call makes."""
    name, place = tensor
    return f"{name}:{place}" if place else name


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer, as its file describes it.

    Attributes:
        name: unique in the network, as in Keras (``lstm_1``); of a layer in a nested model
            ``encoder/lstm_1``, of one inside a Bidirectional ``bidirectional/forward``.
        kind: the Keras class name (``LSTM``).  CuDNN's layers are an ``LSTM`` or a ``GRU``
            here, with their weights in Keras's order; ``written_as`` says what they were.
        options: the layer's Keras configuration (``units``, ``activation``,
            ``reset_after``, ...); plain data.
        weights: by Keras's short name: ``embeddings``, ``kernel``,
            ``recurrent_kernel``, ``bias``; float32 (float64 where stored so), read-only.
        output_shape: of its first output; ``()`` where it is not known.
        inner: what a Bidirectional (forward, backward) or a TimeDistributed (one) wraps.
        refused: why it cannot be replayed, None if it can.
        written_as: the class name in the file where that is not ``kind``, else "".
        stored: how many numbers the file holds for it, where that is not what ``weights`` hold.
    """

    name: str
    kind: str
    options: Mapping[str, Any]
    weights: Mapping[str, npt.NDArray[np.float32]]
    output_shape: Shape
    inner: tuple[Layer, ...] = ()
    refused: GatescopeError | None = field(default=None, compare=False)
    written_as: str = ""
    stored: int | None = None

    @property
    def parameters(self) -> int:
        """The number of trained numbers in this layer and in what it wraps."""
        if self.stored is not None:
            return self.stored
        own = sum(int(weight.size) for weight in self.weights.values())
        return own + sum(layer.parameters for layer in self.inner)

    @property
    def size(self) -> int:
        """Their bytes; of numbers that were not read, as float32."""
        if self.stored is not None:
            return 4 * self.stored
        own = sum(int(weight.nbytes) for weight in self.weights.values())
        return own + sum(layer.size for layer in self.inner)

    @property
    def units(self) -> int:
        """The width of the layer's output; how many filters where its states are maps."""
        if self.kind in MAPS:
            return int(self.options.get("filters", 0))
        return int(self.output_shape[-1] or 0) if self.output_shape else 0


@dataclass(frozen=True)
class Input:
    """What a network wants to be given.

    Attributes:
        name: as in the model.
        shape: batch axis first: ``(None, 100)`` ids, ``(None, 30, 4)`` numbers.
        vocabulary: how many ids the Embedding that it goes to knows; None for numbers.
        one_hot: whether a step of more than `ONE_HOT` numbers is a one-hot row, hence a word,
            as in models of Keras's students; other frameworks' vectors may be of any width.
        counts_steps: whether it is one number, of how many steps of the main input are to be
            read (ONNX's ``sequence_lens``): all, where nothing is given.
    """

    name: str
    shape: Shape
    vocabulary: int | None = None
    one_hot: bool = False
    counts_steps: bool = False

    def sized(self, steps: int) -> tuple[int, ...]:
        """Its shape without the batch axis; what may be any is ``steps`` on the axis of time, and 1
        elsewhere."""
        inner = self.shape[1:]
        timed = len(inner) > 1 or self.vocabulary is not None
        return tuple(
            (steps if axis == 0 and timed else 1) if size is None else int(size)
            for axis, size in enumerate(inner)
        )


@dataclass(frozen=True)
class Call:
    """One use of a layer.

    Attributes:
        name: unique; the layer's own name, ``name (2)`` for its second use.
        layer: the name of the layer.
        inputs: what it is called with, in order.
        states: its initial state, if it is given one.
        mask: the mask that it is given by name, if any; others come with the inputs.
    """

    name: str
    layer: str
    inputs: tuple[Tensor, ...]
    states: tuple[Tensor, ...] = ()
    mask: Tensor | None = None

    @property
    def sources(self) -> tuple[Tensor, ...]:
        """Everything that has to be there before it."""
        return self.inputs + self.states + (() if self.mask is None else (self.mask,))


@dataclass(frozen=True, eq=False)
class Network:
    """Layers, and how what is read passes through them.

    Attributes:
        name: what to call it on screen ("LSTM(8)").
        layers: without the input layers, in the order of their first call.
        length: the number of steps the model was built for, None if any; of the input that
            the recurrent layers read.
        features: how many numbers a step has for a network that reads numbers or one-hot
            rows (of a table at every step, all of them, row after row); None for one that
            reads ids through an Embedding.
        keras_version: what wrote the file ("3.15.1"), "" if unknown.
        path: where it was read from, None if made in memory.
        digest: SHA-256 of the file in hex, "" if made in memory.
        inputs: what it reads, in the model's order.
        calls: in an order in which they can be carried out.
        outputs: its answers.
        main: the place of the input that is read step by step.
        format: the name of its row in `engine.network.formats.registry`, "" if made in memory.
        notes: what had to be assumed in reading it, a sentence each, to be shown.
        left_out: the weights in the file that no layer has a place for, by name; with any, the
            network is a part of the model, and its answer is not the model's.
    """

    name: str
    layers: tuple[Layer, ...]
    length: int | None = None
    features: int | None = None
    keras_version: str = ""
    path: Path | None = None
    digest: str = field(default="", compare=False)
    inputs: tuple[Input, ...] = ()
    calls: tuple[Call, ...] = ()
    outputs: tuple[Tensor, ...] = ()
    main: int = 0
    format: str = ""
    notes: tuple[Note, ...] = ()
    left_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Without calls it is a chain."""
        if self.calls:
            return
        first = self.layers[0]
        ids = first.kind == "Embedding"
        size = int(first.weights["embeddings"].shape[0]) if ids else None
        shape: Shape = (None, self.length) if ids else (None, self.length, self.features)
        inputs = self.inputs or (Input("input", shape, size, one_hot=True),)
        before, calls = inputs[0].name, []
        for layer in self.layers:
            calls.append(Call(layer.name, layer.name, ((before, 0),)))
            before = layer.name
        object.__setattr__(self, "inputs", inputs)
        object.__setattr__(self, "calls", tuple(calls))
        object.__setattr__(self, "outputs", ((before, 0),))

    @cached_property
    def recurrent(self) -> tuple[Layer, ...]:
        """The layers that have a trace, first to last, under the names of their calls.

        Those inside a Bidirectional are two, ``NAME/forward`` and ``NAME/backward``; a layer
        that is called twice is there twice; one behind a refused layer is not there.
        """
        return tuple(
            layer
            for call in self.calls
            if call.name in self.reached
            for layer in traced(self._by_name[call.layer], call.name)
        )

    @cached_property
    def reached(self) -> frozenset[str]:
        """The names of the inputs and of the calls that can be carried out."""
        result = {one.name for one in self.inputs}
        for call in self.calls:
            layer = self._by_name[call.layer]
            if layer.refused is None and all(name in result for name, _ in call.sources):
                result.add(call.name)
        return frozenset(result)

    @property
    def answers(self) -> bool:
        """Whether its first output can be computed."""
        return bool(self.outputs) and self.outputs[0][0] in self.reached

    @property
    def refusal(self) -> GatescopeError | None:
        """Why the first refused layer on the way cannot be replayed, None if all can."""
        return next(iter(self.refusals), None)

    @property
    def refusals(self) -> tuple[GatescopeError, ...]:
        """Why layers cannot be replayed, one a refused layer, in the order of the calls."""
        names = dict.fromkeys(call.layer for call in self.calls)
        refused = (self._by_name[name].refused for name in names)
        return tuple(each for each in refused if each is not None)

    @property
    def is_partial(self) -> bool:
        """Whether the file has weights that were left out, or an answer that is not computed:
        what there is is a part of the model, and as nothing."""
        return bool(self.left_out) or any(name not in self.reached for name, _ in self.outputs)

    @property
    def keras2(self) -> bool:
        """Whether Keras 1 or 2 wrote it."""
        return self.keras_version.split(".", maxsplit=1)[0] in ("1", "2")

    @property
    def input(self) -> Input:
        """The input that is read step by step."""
        return self.inputs[self.main]

    @cached_property
    def vocabulary_size(self) -> int | None:
        """How many ids the network knows: the Embedding's rows, or the one-hot width."""
        return self.features if self.input.vocabulary is None else self.input.vocabulary

    @cached_property
    def reads_words(self) -> bool:
        """Whether its input stands for words: ids, or one-hot rows of a vocabulary."""
        if self.input.vocabulary is not None:
            return True
        encodes = any(
            self._by_name[call.layer].kind == "CategoryEncoding"
            for call in self.calls
            if (self.input.name, 0) in call.inputs
        )
        return encodes or (self.input.one_hot and (self.features or 0) > ONE_HOT)

    @property
    def indexing(self) -> tuple[Layer, ...]:
        """The layers that turn words into ids."""
        return tuple(layer for layer in self.layers if layer.kind in INDEXING)

    @property
    def written_by(self) -> str:
        """What wrote the file (``Keras 3.15.1``), or else what it is (``ONNX``)."""
        return f"Keras {self.keras_version}" if self.keras_version else self.format

    @property
    def parameters(self) -> int:
        """The number of trained numbers in the whole network."""
        return sum(layer.parameters for layer in self.layers)

    @cached_property
    def _by_name(self) -> dict[str, Layer]:
        return {layer.name: layer for layer in self.layers}

    @cached_property
    def _traced(self) -> dict[str, Layer]:
        return {layer.name: layer for layer in self.recurrent}

    def layer_of(self, call: Call) -> Layer:
        """What a call calls."""
        return self._by_name[call.layer]

    def layer(self, name: str) -> Layer:
        """The layer of that name, or the traced one; KeyError if there is none."""
        return self._traced[name] if name in self._traced else self._by_name[name]


def traced(layer: Layer, name: str) -> Iterator[Layer]:
    """The layers with a state in a call of that name: itself, or those that it wraps."""
    if layer.kind in STATEFUL:
        yield layer if layer.name == name else replace(layer, name=name)
    elif layer.kind == "Bidirectional":
        for way, inner in zip(("forward", "backward"), layer.inner, strict=True):
            yield replace(inner, name=f"{name}/{way}")
