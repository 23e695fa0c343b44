"""`Gradient`: the way back through a layer without a state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer
from engine.replay.functions.function import Array, Function, Mask

Gradient = Callable[[Layer, "list[Array]", "list[Mask]", Array], "list[Array | None]"]
"""``gradient(layer, inputs, masks, output)``: from the gradient by the output to those by the
inputs; None where an input has none.

Inputs are float64 ``(B, ...)``.  Gradients are ``(N, ...)``: of ``N = B`` sequences, or of any
``N`` numbers that are asked of a single one (``B = 1``), so that all that is of the inputs is
laid beside them by broadcasting."""


def of_one_input(back: Callable[[Layer, Array, Mask, Array], Array]) -> Gradient:
    """The `Gradient` of a layer with one input, of any shape."""
    return lambda layer, inputs, masks, output: [back(layer, inputs[0], masks[0], output)]


def like(gradient: Array, values: Array) -> Array:
    """A gradient ``(N, ...)`` by what ``values`` were spread to, as one by the values, ``(N,
    *values.shape[1:])``."""
    wide = (1,) * (gradient.ndim - values.ndim) + values.shape[1:]
    over = tuple(
        axis
        for axis, size in enumerate(wide, gradient.ndim - len(wide))
        if size == 1 < gradient.shape[axis]
    )
    summed = gradient.sum(axis=over, keepdims=True) if over else gradient
    return summed.reshape(len(gradient), *values.shape[1:])


def scattered(came: npt.NDArray[np.intp], gradient: Array, size: int) -> Array:
    """Gradients ``(N, K)`` summed at the places ``(1 or N, K)`` that they came from, below
    ``size``: ``(N, size)``."""
    first = np.arange(len(gradient))[:, None] * size
    summed = np.bincount((came + first).reshape(-1), gradient.reshape(-1), len(gradient) * size)
    return summed.reshape(len(gradient), size)


def moved(function: Function) -> Gradient:
    """The `Gradient` of a layer that moves numbers, repeats or drops some, and computes none.

    Which number came from where is found by letting it move their places; margins have none.
    """

    def back(
        layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
    ) -> list[Array | None]:
        places = _numbered([values.shape[1:] for values in inputs])
        came = function(layer, list(places), masks).reshape(1, -1).astype(np.intp)
        sizes = [values.size for values in places]
        sent = scattered(came, output.reshape(len(output), -1), 1 + sum(sizes))
        parts = np.split(sent[:, 1:], np.cumsum(sizes)[:-1], axis=1)
        return [
            part.reshape(len(output), *values.shape[1:])
            for part, values in zip(parts, inputs, strict=True)
        ]

    return back


def _numbered(shapes: Sequence[tuple[int, ...]]) -> list[Array]:
    """The places of one sequence's numbers, counted over all inputs; 0 is what is put in."""
    numbered, first = [], 1
    for shape in shapes:
        places = first + np.arange(np.prod(shape, dtype=int), dtype=np.float64)
        numbered.append(places.reshape(1, *shape))
        first += places.size
    return numbered
