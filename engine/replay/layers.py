"""The layers without a state: each step's values from the same step's input."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer
from engine.network.activations import activation

Array = npt.NDArray[np.floating[Any]]

INACTIVE = ("Dropout", "SpatialDropout1D", "GaussianNoise", "GaussianDropout", "AlphaDropout")
"""Layers that do nothing when a model is used."""


def embedding(layer: Layer, ids: npt.NDArray[np.int32], dtype: npt.DTypeLike) -> Array:
    """Rows of the table, ``(T, F)``."""
    rows: Array = np.asarray(layer.weights["embeddings"], dtype)[ids]
    return rows


def dense(layer: Layer, inputs: Array) -> Array:
    """``activation(x W + b)`` at every step, ``(T, F)`` to ``(T, units)``."""
    result = inputs @ np.asarray(layer.weights["kernel"], inputs.dtype)
    bias = layer.weights.get("bias")
    if bias is not None:
        result = result + np.asarray(bias, inputs.dtype)
    return activation(str(layer.options.get("activation", "linear")))(result)


def stateless(layer: Layer, inputs: Array) -> Array:
    """Any of the layers that keep no state."""
    if layer.kind == "Dense":
        return dense(layer, inputs)
    if layer.kind == "Activation":
        return activation(str(layer.options["activation"]))(inputs)
    if layer.kind == "Masking":
        kept = (inputs != layer.options.get("mask_value", 0.0)).any(axis=-1, keepdims=True)
        result: Array = inputs * kept
        return result
    if layer.kind in INACTIVE:
        return inputs
    raise AssertionError(f"a network with a {layer.kind} should not have been opened")
