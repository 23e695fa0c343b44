"""`StateDict`: tensors by name, whatever file they are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import numpy.typing as npt

from engine.errors import Note

MAX_TENSORS = 20_000


class StateDict(Protocol):
    """The tensors of an open file; each is read when it is asked for."""

    @property
    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """The tensors of numbers with a point, by name, in the order of the file."""

    @property
    def nonlinearity(self) -> str | None:
        """What the file says besides that RNNs use: ``tanh`` or ``relu``; None where it does not."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was chosen among what the file has."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """The names of other state dicts in it."""

    def read(self, name: str) -> npt.NDArray[Any]:
        """A tensor of any shape: float64 where it is that, else float32.

        Raises:
            KeyError: there is none of that name.
            ValueError: it is not whole.
        """


def nonlinearity_in(content: object, depth: int = 8) -> str | None:
    """What plain dicts, such as the settings that a training kept, say under ``nonlinearity``."""
    if not isinstance(content, Mapping) or not depth:
        return None
    said = content.get("nonlinearity")
    if said in ("tanh", "relu"):
        return str(said)
    found = (nonlinearity_in(value, depth - 1) for value in content.values())
    return next((one for one in found if one is not None), None)
