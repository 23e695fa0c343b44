"""Networks for explanations, made in memory; no Keras."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer, Network
from engine.sequence import Sequence
from tests.networks import text_network

Array = npt.NDArray[Any]

KINDS = ("SimpleRNN", "LSTM", "GRU")


def text(kind: str, *, scale: float = 1.0, reset_after: bool = True, **options: Any) -> Network:
    """`tests.networks.text_network` with weights that are larger or smaller."""
    network = text_network(kind, **{"units": 4, "words": 50, "embedding": 3, **options})
    layers = []
    for layer in network.layers:
        weights = {key: np.float32(scale) * values for key, values in layer.weights.items()}
        if layer.kind == "GRU" and not reset_after:
            weights["bias"] = weights["bias"][0]
        reset = {"reset_after": reset_after} if layer.kind == "GRU" else {}
        layers.append(replace(layer, weights=weights, options={**layer.options, **reset}))
    return replace(network, layers=tuple(layers))


def numbers(kind: str, **options: Any) -> Network:
    """The same without its Embedding: of three numbers a step, or of ``embedding``."""
    network = text(kind, **options)
    return Network(network.name, network.layers[1:], features=options.get("embedding", 3))


def both_ways(
    kind: str, mode: str = "concat", *, mask_zero: bool = False, scale: float = 1.0
) -> Network:
    """An Embedding, a Bidirectional, a Dense."""
    there = text(kind, seed=1, mask_zero=mask_zero, scale=scale)
    back = text(kind, seed=2, scale=scale).layers[1]
    embedding, forward, dense = there.layers
    inner = (
        replace(forward, name="both/forward"),
        replace(back, name="both/backward", options={**back.options, "go_backwards": True}),
    )
    width = 8 if mode == "concat" else 4
    both = Layer("both", "Bidirectional", {"merge_mode": mode}, {}, (None, width), inner)
    kernel = np.random.default_rng(5).standard_normal((width, 1)).astype(np.float32)
    dense = replace(dense, weights={**dense.weights, "kernel": kernel})
    return Network(f"both {kind} {mode}", (embedding, both, dense))


def with_options(network: Network, place: int, options: Mapping[str, Any]) -> Network:
    """A network one of whose layers has other options."""
    layers = list(network.layers)
    layers[place] = replace(layers[place], options={**layers[place].options, **options})
    return replace(network, layers=tuple(layers), calls=(), outputs=())


def classes(count: int, *, each_step: bool = False) -> Network:
    """A softmax over so many classes, at the end or at every step."""
    network = numbers("LSTM")
    lstm, dense = network.layers
    random = np.random.default_rng(3)
    weights = {
        "kernel": random.standard_normal((4, count)).astype(np.float32),
        "bias": np.zeros(count, np.float32),
    }
    shape = (None, None, count) if each_step else (None, count)
    options = {**dense.options, "activation": "softmax", "units": count}
    dense = replace(dense, weights=weights, options=options, output_shape=shape)
    network = Network("classes", (lstm, dense), features=3)
    return with_options(network, 0, {"return_sequences": each_step})


def ids(steps: int, *, padded: int = 0, behind: bool = False, seed: int = 0) -> Sequence:
    """Words of a vocabulary of 50, with padding in front or behind."""
    words = 1 + np.random.default_rng(seed).permutation(49)[: steps - padded].astype(np.int32)
    padding = np.zeros(padded, np.int32)
    row = np.concatenate([words, padding] if behind else [padding, words])
    return Sequence(row, tuple(f"w{each}" for each in row), row == 0)


def rows(steps: int, seed: int = 0) -> Sequence:
    """Three numbers a step."""
    values = np.random.default_rng(seed).standard_normal((steps, 3)).astype(np.float32)
    return Sequence(values, tuple(map(str, range(steps))), np.zeros(steps, bool))
