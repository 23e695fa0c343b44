"""Heads of Keras 3 take the masks of what they read: who read it before still has them, and so has
the same reading with other numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.explain.target import ExplainedReading, read_for
from engine.network.network import Call, Input, Layer, Network
from tests.attending import HEADS, WIDTH, drawn
from tests.networks import Weights

IDS = np.array([[0, 0, 3, 4, 5]], np.int32)
POOL, HEAD = Call("pool", "pool", (("words", 0),)), Call("heads", "heads", (("words", 0),) * 2)


def network(*read: Call, keras: str = "") -> Network:
    """Words that are read by a mean and by heads, in this order."""
    weights = Weights(1)
    calls = (
        Call("words", "words", (("ids", 0),)),
        *read,
        Call("mean", "mean", (("heads", 0),)),
        Call("both", "both", (("pool", 0), ("mean", 0))),
        Call("dense", "dense", (("both", 0),)),
    )
    layers = (
        weights.embedding("words", 20, WIDTH, mask_zero=True),
        drawn("heads", "MultiHeadAttention", {"num_heads": HEADS, "key_dim": 3}, 2),
        *(
            Layer(name, "GlobalAveragePooling1D", {}, {}, (None, WIDTH))
            for name in ("pool", "mean")
        ),
        Layer("both", "Add", {}, {}, (None, WIDTH)),
        weights.dense(WIDTH, 1, "linear", steps=False),
    )
    ids = Input("ids", (None, None), 20)
    made = Network("masks", layers, inputs=(ids,), calls=calls, outputs=(("dense", 0),))
    return replace(made, keras_version=keras) if keras else made


def moved(reading: ExplainedReading, step: int, far: float) -> float:
    """The answer where one row of the table is another."""
    words, *others = reading.network.layers
    table: Any = words.weights["embeddings"].astype(np.float64)
    table[IDS[0, step], 0] += far
    made = replace(words, weights={"embeddings": table})
    return float(read_for(replace(reading.network, layers=(made, *others)), IDS).answers()[0])


@pytest.mark.parametrize("keras", ["", "2.15.0"])
@pytest.mark.parametrize("read", [(POOL, HEAD), (HEAD, POOL)])
def test_whoever_reads_them_before_or_again(read: tuple[Call, Call], keras: str) -> None:
    reading = read_for(network(*read, keras=keras), IDS)
    np.testing.assert_array_equal(reading.again(reading.numbers()).answers(), reading.answers())
    (gradient,) = reading.back().values()
    for step in range(2, 5):
        wanted = (moved(reading, step, 1e-5) - moved(reading, step, -1e-5)) / 2e-5
        assert gradient[0, step, 0] == pytest.approx(wanted, rel=1e-6)
