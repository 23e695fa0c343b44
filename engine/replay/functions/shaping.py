"""Layers that move numbers and compute none."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.checks import integer, integers
from engine.network.kinds.kind import Options
from engine.replay.functions.function import Array, Function, Single, single
from engine.replay.functions.gradient import Gradient, moved


def _flatten(options: Options, values: Array) -> Array:
    if options.get("data_format") == "channels_first" and values.ndim > 1:
        values = np.moveaxis(values, 1, -1)
    return values.reshape(len(values), -1)


def _pad(options: Options, values: Array) -> Array:
    before, after = integers(options, "padding", 2, 1, least=0)
    return np.pad(values, ((0, 0), (before, after), (0, 0)))


def _crop(options: Options, values: Array) -> Array:
    before, after = integers(options, "cropping", 2, 1, least=0)
    return values[:, before : values.shape[1] - after]


_SHAPING: Mapping[str, Single] = {
    "Flatten": _flatten,
    "Reshape": lambda options, x: x.reshape(len(x), *integers(options, "target_shape", least=-1)),
    "Permute": lambda options, x: x.transpose(0, *integers(options, "dims")),
    "RepeatVector": lambda options, x: np.repeat(x[:, None], integer(options, "n"), axis=1),
    "ZeroPadding1D": _pad,
    "Cropping1D": _crop,
    "UpSampling1D": lambda options, x: np.repeat(x, integers(options, "size", 1, 2)[0], axis=1),
}

FUNCTIONS: Mapping[str, Function] = {kind: single(move) for kind, move in _SHAPING.items()}

GRADIENTS: Mapping[str, Gradient] = {kind: moved(move) for kind, move in FUNCTIONS.items()}
