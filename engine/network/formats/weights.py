"""Weights as they are read from any file: numbers, all of them finite."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError

Array = npt.NDArray[Any]


def finite(layer: str, weight: str, array: Any) -> Array:
    """A weight in the precision of the layer: float64 where it is that, else float32; read-only.

    The array is of any shape, or an HDF5 dataset that is not read yet.

    Raises:
        ModelError: it holds no numbers, or some that are not finite.
    """
    if array.dtype.kind not in "fiu":
        raise ModelError(
            "The {weight} of the layer {layer} does not hold numbers.", weight=weight, layer=layer
        )
    plain = np.array(array[()], np.float64 if array.dtype == np.float64 else np.float32, order="C")
    wrong = int(plain.size - np.isfinite(plain).sum())
    if wrong:
        raise ModelError(
            "The {weight} of the layer {layer} has {count} values that are not finite "
            "numbers (NaN or infinity). The training of this model diverged; open an "
            "earlier checkpoint.",
            weight=weight,
            layer=layer,
            count=wrong,
        )
    plain.flags.writeable = False
    return plain
