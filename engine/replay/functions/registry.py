"""What every layer without a state computes, by its Keras class name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import numpy as np

from engine.network.kinds.checks import misfit
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer
from engine.replay.functions import (
    activation,
    attention,
    convolution,
    core,
    merging,
    normalisation,
    operations,
    operations_gradient,
    pooling,
    shaping,
    spatial,
)
from engine.replay.functions.function import Array, Function, Mask
from engine.replay.functions.gradient import Gradient

Result = TypeVar("Result")

FUNCTIONS: Mapping[str, Function] = {
    **core.FUNCTIONS,
    **activation.FUNCTIONS,
    **normalisation.FUNCTIONS,
    **convolution.FUNCTIONS,
    **pooling.FUNCTIONS,
    **spatial.FUNCTIONS,
    **merging.FUNCTIONS,
    **attention.FUNCTIONS,
    **shaping.FUNCTIONS,
    **operations.FUNCTIONS,
}

GRADIENTS: Mapping[str, Gradient] = {
    **core.GRADIENTS,
    **activation.GRADIENTS,
    **normalisation.GRADIENTS,
    **convolution.GRADIENTS,
    **pooling.GRADIENTS,
    **merging.GRADIENTS,
    **attention.GRADIENTS,
    **shaping.GRADIENTS,
    **operations_gradient.GRADIENTS,
}
"""The way back through each of them but those `WITHOUT_GRADIENT`."""

WITHOUT_GRADIENT = tuple(spatial.FUNCTIONS)
"""The kinds through which there is no way back here: whoever asks is told so by name."""


def computed(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """The output of a layer without a state, its inputs ``(B, ...)`` checked first.

    Shapes that the file leaves open are only known here: a length that a layer cannot take, or
    that would make it fill the memory, is refused before anything is computed.

    Raises:
        ModelError: it cannot take these inputs.
    """
    return _checked(FUNCTIONS[layer.kind], layer, inputs, masks)


def attended(layer: Layer, inputs: list[Array], masks: list[Mask]) -> tuple[Array, Array]:
    """The output ``(B, Tq, D)`` of a layer that attends, as `computed`, and what each query takes of
    each value, ``(B, heads, Tq, Tv)``.

    Raises:
        ModelError: it cannot take these inputs.
    """
    return _checked(attention.ATTENTION[layer.kind], layer, inputs, masks)


def _checked(
    function: Callable[[Layer, list[Array], list[Mask]], Result],
    layer: Layer,
    inputs: list[Array],
    masks: list[Mask],
) -> Result:
    shapes = tuple((None, *values.shape[1:]) for values in inputs)
    options = {**layer.options, "name": layer.name}
    KINDS[layer.kind].shape(options, shapes)
    try:
        with np.errstate(all="ignore"):  # what is not finite goes on as in Keras
            return function(layer, inputs, masks)
    except (ValueError, IndexError) as error:
        raise misfit(options, shapes) from error
