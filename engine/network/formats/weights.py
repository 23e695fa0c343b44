"""Weights as they are read from any file: numbers, finite or not."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError

Array = npt.NDArray[Any]


def as_numbers(layer: str, weight: str, array: Any) -> Array:
    """A weight in the precision of the layer: float64 where it is that, else float32; read-only.

    The array is of any shape, or an HDF5 dataset that is not read yet.

    Raises:
        ModelError: it holds no numbers.
    """
    if array.dtype.kind not in "fiu":
        raise ModelError(
            "The {weight} of the layer {layer} does not hold numbers.", weight=weight, layer=layer
        )
    plain = np.array(array[()], np.float64 if array.dtype == np.float64 else np.float32, order="C")
    plain.flags.writeable = False
    return plain
