"""The layers that are an activation and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.kinds.checks import bounded
from engine.network.kinds.core import same
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.reading import axes, misfit, number, only, unusable, wholes
from engine.network.network import Shape

_SETTINGS = ("activation", "negative_slope", "alpha", "max_value", "threshold")


def _softmax_shape(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if shape and 0 in axes(options, "axis", len(shape)):
        raise misfit(options, shapes)  # over the sequences of a batch
    return shape


def _thresholded_shape(options: Options, shapes: Shapes) -> Shape:
    number(options, "theta", 1.0)
    return only(options, shapes)


def _prelu_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    shape = list(only(options, shapes, least=2)[1:])
    if not shape:
        return {"alpha": ()}
    shared = () if options.get("shared_axes") is None else wholes(options, "shared_axes")
    for axis in shared:
        if axis > len(shape):
            raise unusable(options, "shared_axes")
        shape[axis - 1] = 1
    numbers = 1
    for size in shape:
        numbers *= size or 1
    bounded(options, numbers)
    return {"alpha": tuple(shape)}


KINDS: Mapping[str, Kind] = {
    **{name: Kind(same, options=_SETTINGS) for name in ("Activation", "ReLU", "LeakyReLU", "ELU")},
    "Softmax": Kind(_softmax_shape, options=("axis", "activation")),
    "ThresholdedReLU": Kind(_thresholded_shape, options=("theta",)),
    "PReLU": Kind(same, _prelu_weights, ("shared_axes",)),
}
