"""The layers that are an activation and nothing else."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.network.kinds.checks import (
    axes,
    check_size,
    integers,
    like_the_input,
    misfit,
    only_shape,
    unusable,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.network import Shape

_SETTINGS = ("activation", "negative_slope", "alpha", "max_value", "threshold")


def _softmax_shape(options: Options, shapes: Shapes) -> Shape:
    shape = only_shape(options, shapes)
    if shape and 0 in axes(options, "axis", len(shape)):
        raise misfit(options, shapes)  # over the sequences of a batch
    return shape


def _prelu_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    if not (shape := list(only_shape(options, shapes, least=2)[1:])):
        return {"alpha": ()}
    shared = () if options.get("shared_axes") is None else integers(options, "shared_axes")
    for axis in shared:
        if axis > len(shape):
            raise unusable(options, "shared_axes")
        shape[axis - 1] = 1
    check_size(options, math.prod(size or 1 for size in shape))
    return {"alpha": tuple(shape)}


KINDS: Mapping[str, Kind] = {
    **{
        name: Kind(only_shape, options=_SETTINGS)
        for name in ("Activation", "ReLU", "LeakyReLU", "ELU")
    },
    "Softmax": Kind(_softmax_shape, options=("axis", "activation")),
    "ThresholdedReLU": Kind(like_the_input(theta=1.0), options=("theta",)),
    "PReLU": Kind(only_shape, _prelu_weights, ("shared_axes",)),
}
