"""A small network in which steps attend to steps, made in memory."""

from __future__ import annotations

import numpy as np

from engine.network.kinds.registry import KINDS
from engine.network.network import Call, Input, Layer, Network
from tests.networks import text_network

WIDTH, HEADS = 4, 2


def attending_network(kind: str = "LSTM", *, mask_zero: bool = False) -> Network:
    """Words, a recurrent layer whose steps look at each other, with two heads in ``heads`` and with
    one in ``look``, and their mean; the weights are drawn by a seed."""
    embedding, recurrent, dense = text_network(kind, WIDTH, mask_zero=mask_zero).layers
    recurrent = _with(recurrent, return_sequences=True)
    shape = (None, None, WIDTH)
    heads = drawn("heads", "MultiHeadAttention", {"num_heads": HEADS, "key_dim": 3}, 2)
    look = drawn("look", "AdditiveAttention", {}, 2)
    layers = (
        embedding,
        Layer(recurrent.name, kind, recurrent.options, recurrent.weights, shape),
        *(heads, look),
        Layer("add", "Add", {}, {}, shape),
        Layer("mean", "GlobalAveragePooling1D", {}, {}, (None, WIDTH)),
        dense,
    )
    names = [layer.name for layer in layers]
    read = (names[1], 0)
    calls = (
        Call(names[0], names[0], (("ids", 0),)),
        Call(names[1], names[1], ((names[0], 0),)),
        Call("heads", "heads", (read, read)),
        Call("look", "look", (read, read)),
        Call("add", "add", (("heads", 0), ("look", 0))),
        Call("mean", "mean", (("add", 0),)),
        Call(dense.name, dense.name, (("mean", 0),)),
    )
    rows = int(embedding.weights["embeddings"].shape[0])
    ids = Input("ids", (None, None), rows)
    name = f"{kind}({WIDTH}) that attends"
    return Network(name, layers, inputs=(ids,), calls=calls, outputs=((dense.name, 0),))


def _with(layer: Layer, **options: object) -> Layer:
    return Layer(layer.name, layer.kind, {**layer.options, **options}, layer.weights, ())


def drawn(name: str, kind: str, options: dict[str, object], count: int) -> Layer:
    random, shapes = np.random.default_rng(3), ((None, None, WIDTH),) * count
    wanted = KINDS[kind].weights({**options, "name": name}, shapes)
    weights = {
        key: random.standard_normal([size or 1 for size in shape]).astype(np.float32)
        for key, shape in wanted.items()
    }
    return Layer(name, kind, options, weights, shapes[0])
