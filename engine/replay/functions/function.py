"""`Function`: what a layer without a state makes of its inputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.kinds.kind import Options
from engine.network.network import Layer

Array = npt.NDArray[Any]
"""Batch first, ``(B, ...)``: numbers of one precision; ids for an Embedding."""

Mask = npt.NDArray[np.bool_] | None
"""``(B, T)``, false at the steps to be passed over; None where there is none."""

Function = Callable[[Layer, list[Array], list[Mask]], Array]
"""``function(layer, inputs, masks)``: the output, in the precision of the inputs.

The options of the layer have been read by its kind (`engine.network.kinds`), which raised
what is wrong with them; activations are there by their names.
"""

Single = Callable[[Options, Array], Array]
"""``function(options, values)``: of one input, without weights, whatever the mask."""


def single(function: Single) -> Function:
    """The `Function` of a layer that its options and one input are enough for."""
    return lambda layer, inputs, masks: function(layer.options, inputs[0])


def weight(layer: Layer, name: str, like: Array) -> Array:
    """A weight, of any shape, in the precision of an input."""
    return np.asarray(layer.weights[name], like.dtype)


def biased(layer: Layer, values: Array) -> Array:
    """Values ``(..., U)`` with the bias ``(U,)`` added, if there is one; they are overwritten."""
    if "bias" in layer.weights:
        values += weight(layer, "bias", values)
    return values
