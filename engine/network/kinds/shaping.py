"""Layers that move numbers and compute none."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.network.kinds.checks import (
    choice,
    computable,
    integer,
    integers,
    misfit,
    only_shape,
    unusable,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.windows import channels_first
from engine.network.network import Shape


def _product(sizes: Shape) -> int | None:
    return None if None in sizes else math.prod(size or 0 for size in sizes)


def _flat_shape(options: Options, shapes: Shapes) -> Shape:
    choice(options, "data_format", ("channels_last", "channels_first"))
    shape = only_shape(options, shapes)
    return (shape[0], _product(shape[1:])) if shape else ()


def reshaped(options: Options, shapes: Shapes, given: Shape, wanted: tuple[int, ...]) -> Shape:
    """The given sizes, without the batch, as others of as many numbers; -1 is whatever is left.

    Raises:
        ModelError: there are more or fewer numbers.
    """
    if wanted.count(-1) > 1 or 0 in wanted:
        raise misfit(options, shapes)
    total = _product(given)
    rest = math.prod(size for size in wanted if size > 0)
    if total is None:
        return tuple(None if size == -1 else size for size in wanted)
    if total % rest or (-1 not in wanted and total != rest):
        raise misfit(options, shapes)
    return tuple(total // rest if size == -1 else size for size in wanted)


def _reshape_shape(options: Options, shapes: Shapes) -> Shape:
    shape, wanted = only_shape(options, shapes), integers(options, "target_shape", least=-1)
    if not shape:
        return ()
    return (shape[0], *reshaped(options, shapes, shape[1:], wanted))


def _permute_shape(options: Options, shapes: Shapes) -> Shape:
    shape, dims = only_shape(options, shapes), integers(options, "dims")
    if sorted(dims) != list(range(1, len(dims) + 1)):
        raise unusable(options, "dims")
    if not shape:
        return ()
    if len(shape) != len(dims) + 1:
        raise misfit(options, shapes)
    return (shape[0], *(shape[axis] for axis in dims))


def _repeat_shape(options: Options, shapes: Shapes) -> Shape:
    shape, times = only_shape(options, shapes, 2, 2), integer(options, "n")
    batch, width = shape or (None, None)
    return computable(options, (batch, times, width))


def _padding_shape(options: Options, shapes: Shapes) -> Shape:
    shape = only_shape(options, shapes, 3, 3)
    added = integers(options, "padding", 2, 1, least=0)
    channels_first(options, 1)
    if not shape:
        return ()
    computable(options, (None, sum(added), shape[2]))
    length = None if shape[1] is None else shape[1] + sum(added)
    return computable(options, (shape[0], length, shape[2]))


def _cropping_shape(options: Options, shapes: Shapes) -> Shape:
    shape, taken = only_shape(options, shapes, 3, 3), integers(options, "cropping", 2, 1, least=0)
    if not shape:
        return ()
    length = None if shape[1] is None else shape[1] - sum(taken)
    if length is not None and length < 1:
        raise misfit(options, shapes)
    return (shape[0], length, shape[2])


def _upsampling_shape(options: Options, shapes: Shapes) -> Shape:
    shape, (times,) = only_shape(options, shapes, 3, 3), integers(options, "size", 1, 2)
    if not shape:
        return ()
    computable(options, (None, times, shape[2]))
    length = None if shape[1] is None else shape[1] * times
    return computable(options, (shape[0], length, shape[2]))


KINDS: Mapping[str, Kind] = {
    "Flatten": Kind(_flat_shape, options=("data_format",)),
    "Reshape": Kind(_reshape_shape, options=("target_shape",)),
    "Permute": Kind(_permute_shape, options=("dims",)),
    "RepeatVector": Kind(_repeat_shape, options=("n",)),
    "ZeroPadding1D": Kind(_padding_shape, options=("padding", "data_format")),
    "Cropping1D": Kind(_cropping_shape, options=("cropping",)),
    "UpSampling1D": Kind(_upsampling_shape, options=("size",)),
}
