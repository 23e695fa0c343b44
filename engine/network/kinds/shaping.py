"""Layers that move numbers and compute none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

from engine.network.kinds.checks import (
    choice,
    computable,
    integer,
    integers,
    is_integer,
    misfit,
    only_shape,
    unsupported,
    unusable,
    unwrapped,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.window_sizes import channels_first, joined, parted
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


def margins(options: Options, option: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """What is added or taken before and after each of two axes.

    Raises:
        ModelError: it is no number, pair of numbers or pair of pairs.
    """
    value = unwrapped(options.get(option))
    value = 1 if value is None else value
    each = value if isinstance(value, list) else [value, value]
    if len(each) != 2:
        raise unusable(options, option)
    pairs = []
    for one in map(unwrapped, each):
        pair = one if isinstance(one, list) else [one, one]
        if len(pair) != 2 or not all(is_integer(size, 0) for size in pair):
            raise unusable(options, option)
        pairs.append((int(pair[0]), int(pair[1])))
    return pairs[0], pairs[1]


def _added_shape(sign: int, option: str, options: Options, shapes: Shapes) -> Shape:
    """Of a picture with margins added or taken."""
    lengths, channels = parted(options, shapes, 2)
    around = margins(options, option)
    if not lengths:
        return ()
    sizes = tuple(
        None if length is None else length + sign * sum(both)
        for length, both in zip(lengths, around, strict=True)
    )
    if any(size is not None and size < 1 for size in sizes):
        raise misfit(options, shapes)
    return computable(options, joined(options, shapes, sizes, channels))


INTERPOLATIONS = (None, "nearest", "bilinear", "bicubic", "lanczos3", "lanczos5")
"""What UpSampling2D does between the points of a picture: those of Keras 3."""


def _repeated_shape(options: Options, shapes: Shapes) -> Shape:
    """Of a picture that is made larger."""
    times = integers(options, "size", 2, 2)
    if options.get("interpolation") not in INTERPOLATIONS:
        raise unsupported(options, "interpolation", options["interpolation"])
    lengths, channels = parted(options, shapes, 2)
    if not lengths:
        return ()
    sizes = tuple(
        None if length is None else length * many
        for length, many in zip(lengths, times, strict=True)
    )
    return computable(options, joined(options, shapes, sizes, channels))


KINDS: Mapping[str, Kind] = {
    "Flatten": Kind(_flat_shape, options=("data_format",)),
    "Reshape": Kind(_reshape_shape, options=("target_shape",)),
    "Permute": Kind(_permute_shape, options=("dims",)),
    "RepeatVector": Kind(_repeat_shape, options=("n",)),
    "ZeroPadding1D": Kind(_padding_shape, options=("padding", "data_format")),
    "Cropping1D": Kind(_cropping_shape, options=("cropping",)),
    "UpSampling1D": Kind(_upsampling_shape, options=("size",)),
    "ZeroPadding2D": Kind(partial(_added_shape, 1, "padding"), options=("padding", "data_format")),
    "Cropping2D": Kind(partial(_added_shape, -1, "cropping"), options=("cropping", "data_format")),
    "UpSampling2D": Kind(_repeated_shape, options=("size", "data_format", "interpolation")),
}
