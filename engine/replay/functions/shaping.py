"""Layers that move numbers and compute none."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.checks import integer, integers
from engine.network.network import Layer
from engine.replay.functions.function import Array, Function, Mask


def _flatten(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    values = inputs[0]
    if layer.options.get("data_format") == "channels_first" and values.ndim > 1:
        values = np.moveaxis(values, 1, -1)
    return values.reshape(len(values), -1)


def _reshape(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return inputs[0].reshape(len(inputs[0]), *integers(layer.options, "target_shape", least=-1))


def _permute(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return inputs[0].transpose(0, *integers(layer.options, "dims"))


def _repeat(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return np.repeat(inputs[0][:, None], integer(layer.options, "n"), axis=1)


def _pad(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    before, after = integers(layer.options, "padding", 2, 1, least=0)
    return np.pad(inputs[0], ((0, 0), (before, after), (0, 0)))


def _crop(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    before, after = integers(layer.options, "cropping", 2, 1, least=0)
    return inputs[0][:, before : inputs[0].shape[1] - after]


def _upsample(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    (times,) = integers(layer.options, "size", 1, 2)
    return np.repeat(inputs[0], times, axis=1)


FUNCTIONS: Mapping[str, Function] = {
    "Flatten": _flatten,
    "Reshape": _reshape,
    "Permute": _permute,
    "RepeatVector": _repeat,
    "ZeroPadding1D": _pad,
    "Cropping1D": _crop,
    "UpSampling1D": _upsample,
}
