"""Networks and traces made in memory, for tests, benches and previews; no Keras."""

from __future__ import annotations

import math

import numpy as np

from engine.network.cell_kinds import CELL_KINDS, STATEFUL
from engine.network.kinds.registry import KINDS
from engine.network.network import Call, Input, Layer, Network
from engine.sequence import Sequence


def text_network(
    kind: str = "LSTM",
    units: int = 8,
    *,
    words: int = 500,
    embedding: int = 16,
    layers: int = 1,
    seed: int = 7,
    mask_zero: bool = False,
    taps: int = 0,
) -> Network:
    """Embedding, recurrent layers and a sigmoid, with random weights.

    With ``taps``, a convolution of so many steps comes first, and the recurrent layers have
    no value before its window is full.
    """
    random = np.random.default_rng(seed)

    def weights(*shape: int | None, among: int = 1) -> np.ndarray:
        array = (random.standard_normal([size or 1 for size in shape]) * 0.3).astype(np.float32)
        array /= np.float32(np.sqrt(among))
        array.flags.writeable = False
        return array

    made = [
        Layer(
            "embedding",
            "Embedding",
            {"input_dim": words, "output_dim": embedding, "mask_zero": mask_zero},
            {"embeddings": weights(words, embedding)},
            (None, None, embedding),
        )
    ]
    width = embedding
    if taps:
        options = {"filters": width, "kernel_size": taps, "padding": "valid", "use_bias": False}
        kernel = {"kernel": weights(taps, width, width)}
        made.append(Layer("conv", "Conv1D", options, kernel, (None, None, width)))
    for place in range(layers):
        cell = CELL_KINDS[kind]
        options = {
            "units": units,
            "activation": "tanh",
            "use_bias": True,
            "return_sequences": place < layers - 1,
        }
        defaults = {"recurrent_activation": "sigmoid", "reset_after": True}
        options |= {option: defaults[option] for option in cell.options}
        shapes = KINDS[kind].weights(options, ((None, None, width),))
        made.append(
            Layer(
                f"{kind.lower()}_{place}" if place else kind.lower(),
                kind,
                options,
                {
                    name: weights(*shape, among=units if name == "recurrent_kernel" else 1)
                    for name, shape in shapes.items()
                },
                (None, units) if place == layers - 1 else (None, None, units),
            )
        )
        width = units
    made.append(
        Layer(
            "dense",
            "Dense",
            {"units": 1, "activation": "sigmoid", "use_bias": True},
            {"kernel": weights(width, 1), "bias": weights(1)},
            (None, 1),
        )
    )
    return Network(f"{kind}({units})" if layers == 1 else f"{layers}×{kind}({units})", tuple(made))


class Weights:
    """Random weights of layers."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)

    def of(self, *shape: int | None) -> np.ndarray:
        array = self._random.standard_normal([size or 1 for size in shape]) * 0.6
        return array.astype(np.float32)

    def recurrent(self, name: str, kind: str, units: int, width: int, **more: object) -> Layer:
        defaults = {"recurrent_activation": "sigmoid", "reset_after": True}
        options = {"units": units, "activation": "tanh", "use_bias": True, **more}
        options |= {option: defaults[option] for option in CELL_KINDS[kind].options}
        shapes = KINDS[kind].weights(options, ((None, None, width),))
        sequences = bool(options.get("return_sequences"))
        shape = (None, None, units) if sequences else (None, units)
        made = {key: self.of(*sizes) for key, sizes in shapes.items()}
        return Layer(name, kind, options, made, shape)

    def dense(self, width: int, columns: int, activation: str, *, steps: bool) -> Layer:
        shape = (None, None, columns) if steps else (None, columns)
        options = {"units": columns, "activation": activation, "use_bias": True}
        made = {"kernel": self.of(width, columns) * 2, "bias": self.of(columns)}
        return Layer("dense", "Dense", options, made, shape)

    def embedding(self, name: str, words: int, width: int, *, mask_zero: bool = False) -> Layer:
        options = {"input_dim": words, "output_dim": width, "mask_zero": mask_zero}
        return Layer(
            name, "Embedding", options, {"embeddings": self.of(words, width)}, (None, None, width)
        )


def writing_network(
    kind: str = "LSTM",
    *,
    words: int = 0,
    features: int = 2,
    layers: int = 1,
    every_step: bool = False,
    length: int | None = None,
    mask_zero: bool = False,
    taps: int = 0,
    seed: int = 7,
) -> Network:
    """One whose answer can be its next input: words of its vocabulary, or numbers without any.

    ``every_step`` answers at each step; ``taps`` puts a causal convolution in front.
    """
    weights = Weights(seed)
    made = [weights.embedding("embedding", words, 4, mask_zero=mask_zero)] if words else []
    width = 4 if words else features
    if taps:
        options = {"filters": width, "kernel_size": taps, "padding": "causal", "use_bias": False}
        kernel = {"kernel": weights.of(taps, width, width)}
        made.append(Layer("conv", "Conv1D", options, kernel, (None, None, width)))
    for place in range(layers):
        sequences = every_step or place < layers - 1
        name = f"{kind.lower()}_{place}" if place else kind.lower()
        made.append(weights.recurrent(name, kind, 5, width, return_sequences=sequences))
        width = 5
    activation = "softmax" if words else "linear"
    made.append(weights.dense(width, words or features, activation, steps=every_step))
    reads = None if words else features
    return Network(f"{kind}(5)", tuple(made), length=length, features=reads)


def decoding_network(
    kind: str = "LSTM", *, words: int = 7, answers: int = 6, seed: int = 7
) -> Network:
    """An encoder of ids, and a decoder of ids that begins with its states and answers with a
    softmax over its own vocabulary."""
    weights, states = Weights(seed), len(CELL_KINDS[kind].states)
    made = (
        weights.embedding("from", words, 4),
        weights.recurrent("encoder", kind, 5, 4, return_state=True),
        weights.embedding("to", answers, 3),
        weights.recurrent("decoder", kind, 5, 3, return_sequences=True),
        weights.dense(5, answers, "softmax", steps=True),
    )
    calls = (
        Call("from", "from", (("source", 0),)),
        Call("encoder", "encoder", (("from", 0),)),
        Call("to", "to", (("target", 0),)),
        Call(
            "decoder",
            "decoder",
            (("to", 0),),
            tuple(("encoder", place) for place in range(1, states + 1)),
        ),
        Call("dense", "dense", (("decoder", 0),)),
    )
    inputs = (Input("source", (None, None), words), Input("target", (None, None), answers))
    return Network(
        f"{kind}(5) → {kind}(5)", made, inputs=inputs, calls=calls, outputs=(("dense", 0),)
    )


FILM = (4, 6, 5, 2)
"""Steps, rows, columns and channels of a small film."""


def film_network(kind: str = "ConvLSTM2D", filters: int = 3, *, seed: int = 7) -> Network:
    """A layer whose states are maps, or lines, and an answer from all of the last one."""
    axes = STATEFUL[kind].axes
    shape = (None, *(FILM if axes == 2 else (*FILM[:2], FILM[3])))
    weights = Weights(seed)
    options = {"name": "maps", "filters": filters, "kernel_size": 3, "padding": "same"}
    shapes = KINDS[kind].weights(options, (shape,))
    made = {key: weights.of(*sizes) for key, sizes in shapes.items()}
    space = shape[2:-1]
    wide = filters * math.prod(size or 1 for size in space)
    layers = (
        Layer("maps", kind, options, made, (None, *space, filters)),
        Layer("flat", "Flatten", {}, {}, (None, wide)),
        weights.dense(wide, 1, "sigmoid", steps=False),
    )
    features = math.prod(size or 1 for size in shape[2:])
    return Network(f"{kind}({filters})", layers, FILM[0], features, inputs=(Input("film", shape),))


def film(kind: str = "ConvLSTM2D", seed: int = 0) -> Sequence:
    """What it reads, ``(T, numbers of a picture)``."""
    size = math.prod(FILM[1:]) if STATEFUL[kind].axes == 2 else FILM[1] * FILM[3]
    values = np.random.default_rng(seed).standard_normal((FILM[0], size)).astype(np.float32)
    return Sequence(values, ("",) * FILM[0], np.zeros(FILM[0], bool))
