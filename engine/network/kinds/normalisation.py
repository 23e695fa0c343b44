"""Layers that shift and scale."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.network.kinds.checks import (
    Numbers,
    axes,
    check_size,
    flag,
    misfit,
    number,
    numbers,
    only_shape,
    unsupported,
    unusable,
    unwrapped,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.network import Shape

_AFFINE = ("axis", "epsilon", "center", "scale")


def _kept(options: Options, shapes: Shapes) -> Shape:
    """The sizes along the axes that are named."""
    if not (shape := only_shape(options, shapes, least=2)):
        return (None,)
    found = axes(options, "axis", len(shape))
    if not found or 0 in found:
        raise unusable(options, "axis")
    kept = tuple(shape[axis] for axis in found)
    check_size(options, math.prod(size or 1 for size in kept))
    return kept


def _unit_shape(options: Options, shapes: Shapes) -> Shape:
    _kept(options, shapes)
    return only_shape(options, shapes, least=2)


def _shape(options: Options, shapes: Shapes) -> Shape:
    if number(options, "epsilon", 1e-3) < 0:
        raise unusable(options, "epsilon")
    return _unit_shape(options, shapes)


def _affine(options: Options, sizes: Shape) -> dict[str, Shape]:
    result = {}
    if flag(options, "scale", True):
        result["gamma"] = sizes
    if flag(options, "center", True):
        result["beta"] = sizes
    return result


def _batch_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    sizes = _kept(options, shapes)
    if len(sizes) != 1:
        raise unsupported(options, "axis", options.get("axis"))
    names = ["moving_mean", "moving_variance"]
    if flag(options, "renorm", False):
        names += ["moving_stddev", "renorm_mean", "renorm_stddev"]
    return _affine(options, sizes) | dict.fromkeys(names, sizes)


def _layer_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    sizes = _kept(options, shapes)
    return {"gamma": sizes} if flag(options, "rms_scaling", False) else _affine(options, sizes)


def fixed_moments(options: Options) -> tuple[Numbers, Numbers] | None:
    """The mean and the variance, of any shape, that a Normalization was given; None if it
    measured them.

    Raises:
        ModelError: they are no finite numbers, or not of one shape.
    """
    if unwrapped(options.get("mean")) is None:
        return None
    mean, variance = numbers(options, "mean"), numbers(options, "variance")
    if mean.shape != variance.shape:
        raise unusable(options, "variance")
    return mean, variance


def named_axes(options: Options, shape: Shape) -> tuple[int, ...]:
    """The axes along which a Normalization tells numbers apart, counted from 0.

    Raises:
        ModelError: one is not there.
    """
    if "axis" in options and unwrapped(options["axis"]) is None:
        return ()
    return axes(options, "axis", len(shape))


def _normalization_shape(options: Options, shapes: Shapes) -> Shape:
    shape = only_shape(options, shapes)
    flag(options, "invert", False)
    given = fixed_moments(options)
    if shape:
        kept = named_axes(options, shape)
        if 0 in kept:
            raise unusable(options, "axis")
        if given is not None:
            _check_moments(options, given[0].shape, tuple(shape[axis] for axis in kept), shapes)
    return shape


def _check_moments(options: Options, given: tuple[int, ...], kept: Shape, shapes: Shapes) -> None:
    """Moments that were given stretch over the axes that are kept, from the last one."""
    if len(given) > max(len(kept), 1):
        raise unusable(options, "mean")
    for one, size in zip(given[::-1], kept[::-1] or (1,), strict=False):
        if one not in (1, size) and size is not None:
            raise misfit(options, shapes)


def _normalization_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    shape = only_shape(options, shapes)
    if fixed_moments(options) is not None:
        return {}
    sizes: Shape = (None,)
    if shape:
        sizes = tuple(shape[axis] for axis in named_axes(options, shape))
    return {"mean": sizes, "variance": sizes, "count": ()}


def _rescaling_shape(options: Options, shapes: Shapes) -> Shape:
    shape = only_shape(options, shapes)
    for option, default in (("scale", 1.0), ("offset", 0.0)):
        given = numbers(options, option, default).shape
        if shape and len(given) >= len(shape):
            raise unusable(options, option)
        for one, size in zip(given[::-1], shape[::-1], strict=False):
            if one not in (1, size) and size is not None:
                raise unusable(options, option)
    return shape


KINDS: Mapping[str, Kind] = {
    "BatchNormalization": Kind(
        _shape,
        _batch_weights,
        (*_AFFINE, "renorm"),
        ("moving_mean", "moving_variance", "moving_stddev", "renorm_mean", "renorm_stddev"),
    ),
    "LayerNormalization": Kind(_shape, _layer_weights, (*_AFFINE, "rms_scaling")),
    "UnitNormalization": Kind(_unit_shape, options=("axis",)),
    "Normalization": Kind(
        _normalization_shape,
        _normalization_weights,
        ("axis", "mean", "variance", "invert"),
        ("mean", "variance", "count"),
    ),
    "Rescaling": Kind(_rescaling_shape, options=("scale", "offset")),
}
