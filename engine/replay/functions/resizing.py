"""Pictures made larger between their points.

Sources: ``UpSampling2D`` of Keras 3.15 and TensorFlow's kernels behind ``tf.image.resize``
(``resize_bicubic_op.cc``, ``scale_and_translate_op.cc``): a point of the larger picture stands
among those of the smaller one, half a point inwards, and is their mean by a kernel, of those that
there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

import numpy as np

from engine.replay.functions.function import Array

_TABLE = 1024
"""Places in TensorFlow's table of the cubic kernel: its distances are rounded to them."""


def _linear(distance: Array) -> Array:
    return np.maximum(0.0, 1.0 - np.abs(distance))


def _cubic(distance: Array) -> Array:
    """Keys (1981), with a = -1/2."""
    x = np.abs(distance)
    near = (1.5 * x - 2.5) * x * x + 1.0
    far = ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    return np.where(x < 1, near, np.where(x < 2, far, 0.0))


def _lanczos(reach: int, distance: Array) -> Array:
    shaped = np.sinc(distance) * np.sinc(distance / reach)
    return np.where(np.abs(distance) < reach, shaped, 0.0)


KERNELS: Mapping[str, Callable[[Array], Array]] = {
    "bilinear": _linear,
    "bicubic": _cubic,
    "lanczos3": partial(_lanczos, 3),
    "lanczos5": partial(_lanczos, 5),
}
"""By Keras's name."""


def enlarged(values: Array, times: tuple[int, int], interpolation: str) -> Array:
    """A picture ``(B, rows, columns, C)`` so many times as high and as wide."""
    batch, rows, columns, channels = values.shape
    high, wide = (
        _means(size, many, interpolation).astype(values.dtype)
        for size, many in zip((rows, columns), times, strict=True)
    )
    taller = np.matmul(high, values.reshape(batch, rows, -1))
    whole: Array = np.matmul(wide, taller.reshape(-1, columns, channels))
    return whole.reshape(batch, len(high), len(wide), channels)


@lru_cache(maxsize=32)
def _means(size: int, times: int, interpolation: str) -> Array:
    """What each point is made of, ``(times * size, size)``; rows add up to 1."""
    at = (np.arange(size * times) + 0.5) / times - 0.5
    if interpolation == "bicubic":
        at = np.floor(at) + np.rint((at - np.floor(at)) * _TABLE) / _TABLE
    shares: Array = KERNELS[interpolation](at[:, None] - np.arange(size))
    normal: Array = shares / shares.sum(axis=1, keepdims=True)
    return normal
