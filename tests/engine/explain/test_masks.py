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


def test_a_mask_within_the_steps_is_heeded_on_the_way_back() -> None:
    """A mean of what is not masked of each step, and a cell that answers from all of them."""
    weights = Weights(2)
    mean = Layer("mean", "GlobalAveragePooling1D", {}, {}, (None, 2))
    layers = (
        Layer("mask", "Masking", {"mask_value": 0.0}, {}, (None, 3, 5, 2)),
        Layer("each", "TimeDistributed", {}, {}, (None, 3, 2), (mean,)),
        Layer("flat", "Flatten", {}, {}, (None, 6)),
        weights.dense(6, 1, "linear", steps=False),
    )
    network = Network("within", layers, 3, 10, inputs=(Input("x", (None, 3, 5, 2)),))
    values = np.random.default_rng(3).standard_normal((1, 3, 5, 2))
    values[0, 1, 3:], values[0, 2, :2] = 0, 0
    reading = read_for(network, values.reshape(1, 3, 10))
    ((leaf, numbers),) = reading.numbers().items()
    (gradient,) = reading.back().values()
    for at in ((0, 0, 4, 1), (0, 1, 2, 0), (0, 1, 3, 0), (0, 2, 1, 1), (0, 2, 4, 1)):
        other = numbers.copy()
        other[at] += 1e-6
        slope = (reading.again({leaf: other}).answers() - reading.answers()).item() / 1e-6
        assert gradient[at] == pytest.approx(slope, abs=1e-6)
    assert not gradient[0, 1, 3:].any() and gradient[0, 1, :3].all()
