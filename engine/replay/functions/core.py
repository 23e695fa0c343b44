"""Dense, Embedding, and the layers that hand on what they get."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.derivatives import pull
from engine.network.kinds.checks import integer, number
from engine.network.kinds.core import STEPS_READ, encoding_mode
from engine.network.network import INACTIVE, Layer
from engine.replay.functions.activation import named
from engine.replay.functions.function import Array, Function, Mask, biased, single, weight
from engine.replay.functions.gradient import Gradient, of_one_input


def dense(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """``activation(x W + b)``, ``(B, ..., F)`` to ``(B, ..., units)``."""
    return named(layer, biased(layer, inputs[0] @ weight(layer, "kernel", inputs[0])))


def embedding(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Rows of the table, in its precision; ids ``(B, ...)`` to ``(B, ..., F)``."""
    return layer.weights["embeddings"][inputs[0].astype(np.intp, copy=False)]


def category_encoding(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Ids as rows of 0 and 1, ``(B, T)`` to ``(B, T, N)``, or counted, ``(B, N)``; float32.

    Source: ``encode_categorical_inputs`` in ``utils/numerical_utils.py``.
    """
    tokens, mode = integer(layer.options, "num_tokens"), encoding_mode(layer.options)
    ids = inputs[0]
    if mode == "one_hot" and ids.ndim > 1 and ids.shape[-1] == 1:
        ids = ids[..., 0]
    if mode != "one_hot" and ids.ndim == 1:
        ids = ids[:, None]
    rows: Array = (ids[..., None] == np.arange(tokens)).astype(np.float32)
    if mode == "one_hot":
        return rows
    counts: Array = rows.sum(axis=-2)
    return counts if mode == "count" else np.minimum(counts, 1)


def masking(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """Zero at the steps where every number is the mask's value; ``(B, T, F)`` as it was."""
    values = inputs[0]
    live = (values != mask_value(layer, values)).any(axis=-1, keepdims=True)
    return np.where(live, values, values.dtype.type(0))


def steps_read(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """1 at the steps that are read, 0 at those behind them, ``(B, T)``; see `STEPS_READ`."""
    values, own = inputs[0], layer.options.get("length")
    lengths = np.full(len(values), own) if own is not None else inputs[1].reshape(len(values))
    return (np.arange(values.shape[1]) < lengths[:, None]).astype(np.float32)


def mask_value(layer: Layer, values: Array) -> Array:
    """The value, one for any shape, that marks a step to be passed over, in the precision of the values."""
    return np.asarray(number(layer.options, "mask_value", 0.0), values.dtype)


FUNCTIONS: Mapping[str, Function] = {
    "Dense": dense,
    "Embedding": embedding,
    "CategoryEncoding": category_encoding,
    "Masking": masking,
    STEPS_READ: steps_read,
    **dict.fromkeys(INACTIVE, single(lambda options, values: values)),
}


def _dense_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    kernel = weight(layer, "kernel", values)
    sums = biased(layer, values @ kernel)
    return pull(str(layer.options.get("activation") or "linear"))(sums, output) @ kernel.T


def _masking_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    live = (values != mask_value(layer, values)).any(axis=-1, keepdims=True)
    return np.where(live, output, 0.0)


GRADIENTS: Mapping[str, Gradient] = {
    "Dense": of_one_input(_dense_back),
    "Masking": of_one_input(_masking_back),
    **dict.fromkeys(INACTIVE, of_one_input(lambda layer, values, mask, output: output)),
    # From numbers to ids there is no way back.
    **dict.fromkeys(("Embedding", "CategoryEncoding"), lambda *given: [None]),
    STEPS_READ: lambda layer, inputs, *given: [None] * len(inputs),
}
