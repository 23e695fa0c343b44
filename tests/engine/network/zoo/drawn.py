"""Models drawn by lot: kinds that are held to Keras one by one, in any order behind each other."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.engine.network.zoo.case import FEATURES, STEPS, WORDS

Block = Callable[[Any, random.Random, Any], Any]

KINDS = ("LSTM", "GRU", "SimpleRNN")


def _recurrent(k: Any, lot: random.Random, tensor: Any, *, sequences: bool = True) -> Any:
    kind = getattr(k.layers, lot.choice(KINDS))
    backwards = lot.random() < 0.25
    return kind(lot.randint(1, 4), return_sequences=sequences, go_backwards=backwards)(tensor)


def _both_ways(k: Any, lot: random.Random, tensor: Any) -> Any:
    inner = getattr(k.layers, lot.choice(KINDS))(lot.randint(1, 3), return_sequences=True)
    mode = lot.choice(["concat", "sum", "mul", "ave", None])
    made = k.layers.Bidirectional(inner, merge_mode=mode)(tensor)
    return k.layers.Concatenate()(made) if mode is None else made


def _convolved(k: Any, lot: random.Random, tensor: Any) -> Any:
    options = {"padding": lot.choice(["valid", "same", "causal"]), "strides": lot.choice([1, 1, 2])}
    return k.layers.Conv1D(lot.randint(1, 4), 2, **options)(tensor)


def _pooled(k: Any, lot: random.Random, tensor: Any) -> Any:
    kind = getattr(k.layers, lot.choice(["MaxPooling1D", "AveragePooling1D"]))
    return kind(2, padding=lot.choice(["valid", "same"]))(tensor)


def _decoded(k: Any, lot: random.Random, tensor: Any) -> Any:
    code = _recurrent(k, lot, tensor, sequences=False)
    return k.layers.RepeatVector(lot.randint(2, 5))(code)


def _normalised(k: Any, lot: random.Random, tensor: Any) -> Any:
    layers = k.layers
    return lot.choice(
        [
            layers.BatchNormalization(),
            layers.LayerNormalization(axis=lot.choice([-1, 1, [1, 2]])),
            layers.UnitNormalization(),
        ]
    )(tensor)


BLOCKS: tuple[Block, ...] = (
    lambda k, lot, x: k.layers.Dense(lot.randint(1, 5), lot.choice(["tanh", "relu"]))(x),
    lambda k, lot, x: k.layers.Dropout(0.3)(x),
    _normalised,
    _convolved,
    _pooled,
    _recurrent,
    _recurrent,
    _both_ways,
    _both_ways,
    _decoded,
    lambda k, lot, x: k.layers.TimeDistributed(k.layers.Dense(lot.randint(1, 4)))(x),
    lambda k, lot, x: k.layers.ZeroPadding1D(1)(x),
    lambda k, lot, x: k.layers.Cropping1D((1, 0))(x),
    lambda k, lot, x: k.layers.UpSampling1D(2)(x) if x.shape[1] < 8 else x,
    lambda k, lot, x: k.layers.Permute((2, 1))(x),
    lambda k, lot, x: k.layers.Reshape((x.shape[2], x.shape[1]))(x),
    lambda k, lot, x: k.layers.Add()([x, k.layers.Dense(x.shape[2])(x)]),
    lambda k, lot, x: k.layers.Concatenate()([x, _recurrent(k, lot, x)]),
    lambda k, lot, x: k.layers.Attention()([x, x]),
    lambda k, lot, x: k.layers.MultiHeadAttention(lot.randint(1, 3), 2)(x, x),
    lambda k, lot, x: k.layers.Multiply()([x, k.layers.Dense(x.shape[2], "sigmoid")(x)]),
    lambda k, lot, x: x[:, lot.choice([0, 1]) :] * 2.0,
)

NEED = 3
"""Steps, for a layer that takes some away."""


def _end(k: Any, lot: random.Random, tensor: Any) -> Any:
    end = lot.randrange(5)
    if end == 0:
        return _recurrent(k, lot, tensor, sequences=False)
    made = _recurrent(k, lot, tensor)
    if end == 1:
        return k.layers.GlobalAveragePooling1D()(made)
    if end == 2:
        return k.layers.GlobalMaxPooling1D()(made)
    return k.layers.Flatten()(made) if end == 3 else made


def drawn(k: Any, seed: int) -> Any:
    """A model of one to five layers and an end, over masked ids, masked numbers or numbers."""
    lot = random.Random(seed)
    start = lot.randrange(3)
    if start == 0:
        first = k.Input((STEPS,), dtype="int32")
        tensor = k.layers.Embedding(WORDS, 4, mask_zero=True)(first)
    else:
        first = tensor = k.Input((STEPS, FEATURES))
        if start == 1:
            tensor = k.layers.Masking()(first)
    for _ in range(lot.randint(1, 5)):
        block = lot.choice(BLOCKS)
        if tensor.shape[1] >= NEED:
            tensor = block(k, lot, tensor)
    return k.Model(first, k.layers.Dense(1)(_end(k, lot, tensor)))
