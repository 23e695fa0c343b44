"""`Network`: a neutral description of a model, with its weights.  No Keras object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

RECURRENT = ("SimpleRNN", "LSTM", "GRU")
"""The kinds of layer that have a state, hence a trace."""

INACTIVE = (
    "Dropout",
    "SpatialDropout1D",
    "GaussianNoise",
    "GaussianDropout",
    "AlphaDropout",
    "ActivityRegularization",
)
"""The kinds that do nothing when a model is used."""


ONE_HOT = 64
"""A network that reads more numbers a step than this reads one-hot rows, not measurements."""


@dataclass(frozen=True)
class Layer:
    """One layer, as its file describes it.

    Attributes:
        name: unique in the network, as in Keras (``lstm_1``).
        kind: the Keras class name (``LSTM``).
        options: the layer's Keras configuration (``units``, ``activation``,
            ``reset_after``, ...); plain data.
        weights: by Keras's short name: ``embeddings``, ``kernel``,
            ``recurrent_kernel``, ``bias``; float32, read-only.
        output_shape: as Keras prints it, batch axis first: ``(None, 100, 16)``.
    """

    name: str
    kind: str
    options: Mapping[str, Any]
    weights: Mapping[str, npt.NDArray[np.float32]]
    output_shape: tuple[int | None, ...]

    @property
    def parameters(self) -> int:
        """The number of trained numbers in this layer."""
        return sum(int(weight.size) for weight in self.weights.values())

    @property
    def units(self) -> int:
        """The width of the layer's output."""
        return int(self.output_shape[-1] or 0)


@dataclass(frozen=True)
class Network:
    """Layers in the order in which the input passes them.

    Attributes:
        name: what to call it on screen ("LSTM(8)").
        layers: without the input layer.
        length: the number of steps the model was built for, None if any.
        features: the width of a step's input for a network that reads numbers or
            one-hot rows; None for one that reads ids through an Embedding.
        keras_version: what wrote the file ("3.15.1"), "" if unknown.
        path: where it was read from, None if made in memory.
        digest: SHA-256 of the file in hex, "" if made in memory.
    """

    name: str
    layers: tuple[Layer, ...]
    length: int | None = None
    features: int | None = None
    keras_version: str = ""
    path: Path | None = None
    digest: str = field(default="", compare=False)

    @property
    def recurrent(self) -> tuple[Layer, ...]:
        """The layers that have a trace, first to last."""
        return tuple(layer for layer in self.layers if layer.kind in RECURRENT)

    @property
    def vocabulary_size(self) -> int | None:
        """How many ids the network knows: the Embedding's rows, or the one-hot width."""
        first = self.layers[0]
        if first.kind == "Embedding":
            return int(first.weights["embeddings"].shape[0])
        return self.features

    @property
    def reads_words(self) -> bool:
        """Whether its input stands for words: ids, or one-hot rows of a vocabulary."""
        first = self.layers[0].kind
        return first in ("Embedding", "CategoryEncoding") or (self.features or 0) > ONE_HOT

    @property
    def parameters(self) -> int:
        """The number of trained numbers in the whole network."""
        return sum(layer.parameters for layer in self.layers)

    def layer(self, name: str) -> Layer:
        """The layer of that name; KeyError if there is none."""
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise KeyError(name)
