"""`Kind`: what a class of layers wants of its file, and what shape it makes of its inputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.network.network import Shape

Options = Mapping[str, Any]
Shapes = tuple[Shape, ...]
"""The shapes of the inputs of a call, batch axis first; ``()`` for one that is not known."""


def same(options: Options, shapes: Shapes) -> Shape:
    """The output has the shape of the first input."""
    return shapes[0] if shapes else ()


def no_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    """The layer has none."""
    return {}


@dataclass(frozen=True)
class Kind:
    """One class of layers.

    Attributes:
        shape: the shape of its output, from its options and the shapes of its inputs.
        weights: the weights it should have, by Keras's short name and in Keras's order, with
            their shapes (None where any size will do).
        options: the names of the configuration that decide what is computed.
        fixed: the weights that training does not change (``moving_mean``).

    ``shape`` and ``weights`` raise `engine.errors.ModelError` where the options cannot be
    (`engine.network.kinds.checks`), with what to do; they see untrusted data.
    """

    shape: Callable[[Options, Shapes], Shape] = same
    weights: Callable[[Options, Shapes], dict[str, Shape]] = no_weights
    options: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
