"""A model of the zoo, and the ways in which it is written to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

WORDS, STEPS, FEATURES, UNITS = 20, 7, 3, 4
"""Of a small model: ids, time steps, numbers a step, units."""

WRITERS = ("keras3.keras", "keras3.h5", "keras2.h5", "keras2.keras")
KERAS3, KERAS2, HDF5 = WRITERS[:2], WRITERS[2:], WRITERS[1:3]
FEW = ("keras3.keras", "keras2.h5")
"""Both Kerases and both formats, for the many members of a family."""

Make = Callable[[Any], Any]
"""From the module ``keras`` or ``tf_keras`` to a model."""

CANNOT = "The layer {} is a {}, which cannot be replayed. What depends on it is not computed."
"""What refuses a layer."""

CLOSE = 2e-6
"""How far a number may be from Keras's; relative beyond 1."""


@dataclass(frozen=True)
class Case:
    """One model of the zoo.

    Attributes:
        name: what it is.
        make: builds it.
        traced: the names of the recurrent layers that can be watched.
        writers: what writes it.
        refused: the exact text that refuses a layer, "" where all of it is replayed.
        listed: whether Keras's own summary is known (no class of the author's own in it).
        unopened: the writers whose file Keras itself does not open again.
        close: where Keras itself is farther from exact than `CLOSE`.
    """

    name: str
    make: Make
    traced: tuple[str, ...]
    writers: tuple[str, ...]
    refused: str = ""
    listed: bool = True
    unopened: tuple[str, ...] = ()
    close: float = CLOSE


CASES: list[Case] = []


def zoo(*traced: str, writers: tuple[str, ...] = FEW, **settings: Any) -> Callable[[Make], Make]:
    """Note a model under the name of its builder."""

    def note(make: Make) -> Make:
        CASES.append(Case(make.__name__, make, traced, writers, **settings))
        return make

    return note


def everywhere(*traced: str, **settings: Any) -> Callable[[Make], Make]:
    """The same, written by each Keras in each format."""
    return zoo(*traced, writers=WRITERS, **settings)


def add(
    name: str, make: Make, *traced: str, writers: tuple[str, ...] = FEW, **settings: Any
) -> None:
    """Note one of a family of models."""
    CASES.append(Case(name, make, traced, writers, **settings))


def words(k: Any, steps: int | None = STEPS, width: int = 5, **options: Any) -> list[Any]:
    """An input of ids and its Embedding."""
    return [k.Input((steps,), dtype="int32"), k.layers.Embedding(WORDS, width, **options)]


def numbers(k: Any, steps: int | None = STEPS, features: int = FEATURES) -> list[Any]:
    """An input of numbers."""
    return [k.Input((steps, features))]


def functional(k: Any, layers: list[Any]) -> Any:
    """A chain as a functional model."""
    tensor = first = layers[0]
    for layer in layers[1:]:
        tensor = layer(tensor)
    return k.Model(first, tensor)


def with_weights(model: Any) -> Any:
    """Random weights of the size of trained ones; variances are positive."""
    random = np.random.default_rng(5)
    found = []
    for weight in model.weights:
        shape = tuple(weight.shape)
        width = int(np.prod(shape[:-1])) if len(shape) > 1 else 4
        values = random.standard_normal(shape) / max(1.0, width**0.5)
        if "variance" in weight.name:
            values = 0.5 + np.abs(values)
        if "count" in weight.name:
            values = np.array(9)
        found.append(values.astype(np.asarray(weight).dtype))
    model.set_weights(found)
    return model


def save(model: Any, writer: str, folder: Path) -> Path:
    """Write a model; the writer's name ends with the suffix."""
    path = folder / f"model.{writer.rsplit('.', 1)[-1]}"
    model.save(path)
    return path
