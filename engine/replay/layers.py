"""The layers without a state: each step's values from the same step's input."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.activations import activation
from engine.network.network import INACTIVE, Layer

Array = npt.NDArray[np.floating[Any]]
Ids = npt.NDArray[np.int32]
Values = Array | Ids
"""``(T, F)`` numbers, or ids ``(T,)`` that stand for one-hot rows."""


def embedding(layer: Layer, ids: Values, dtype: npt.DTypeLike) -> Array:
    """Rows of the table, ``(T, F)``."""
    rows: Array = np.asarray(layer.weights["embeddings"], dtype)[ids]
    return rows


def dense(layer: Layer, inputs: Values, dtype: npt.DTypeLike) -> Array:
    """``activation(x W + b)`` at every step, ``(T, F)`` to ``(T, units)``."""
    kernel: Array = np.asarray(layer.weights["kernel"], dtype)
    # A one-hot row times the kernel is a row of the kernel.
    result: Array = kernel[inputs] if inputs.ndim == 1 else inputs @ kernel
    bias = layer.weights.get("bias")
    if bias is not None:
        result += np.asarray(bias, dtype)
    return activation(str(layer.options.get("activation", "linear")))(result)


def masking(layer: Layer, inputs: Values, width: int) -> npt.NDArray[np.bool_]:
    """``(T,)``, false where every number of the step is the mask's value.

    Args:
        layer: a Masking.
        inputs: what it masks.
        width: of the one-hot rows, where the inputs are ids.
    """
    value = layer.options.get("mask_value", 0.0)
    if inputs.ndim == 2:
        live: npt.NDArray[np.bool_] = (inputs != value).any(axis=-1)
        return live
    # A one-hot row has a 1, and a 0 unless it is one number wide.
    return np.full(len(inputs), value != 1 or width > 1)


def stateless(layer: Layer, inputs: Values, dtype: npt.DTypeLike, width: int) -> Values:
    """Any of the layers that keep no state.

    Args:
        layer: it.
        inputs: ``(T, F)`` numbers, or ids ``(T,)``.
        dtype: the precision.
        width: of the one-hot rows, where the inputs are ids.
    """
    kind = layer.kind
    if kind in INACTIVE or kind == "CategoryEncoding":
        return inputs  # ids stand for the one-hot rows that CategoryEncoding would make
    if kind in ("Dense", "TimeDistributed"):
        return dense(layer, inputs, dtype)
    if kind == "Masking" and inputs.ndim == 1 and width > 1:
        return inputs  # a one-hot row is never masked
    numbers: Array = (
        np.eye(width, dtype=dtype)[inputs] if inputs.ndim == 1 else inputs.astype(dtype, copy=False)
    )
    if kind == "Masking":
        return np.where(masking(layer, numbers, width)[:, None], numbers, numbers.dtype.type(0))
    return activation(str(layer.options["activation"]))(numbers)
