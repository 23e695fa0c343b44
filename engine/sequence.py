"""`Sequence`: what a network reads, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from engine.errors import Note

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, eq=False)
class Sequence:
    """The input of one replay.  Equal only to itself, so that it can be a key.

    Attributes:
        inputs: token ids ``(T,) int32``, or numbers ``(T, F) float32``.
        steps: what each time step is called (a word, a time stamp); length ``T``.
        padding: ``(T,) bool``, true where the step was added to reach the length.
        label: 1 positive, 0 negative, None unknown.
        title: how a person would name it.
        auxiliary_inputs: what the network's inputs beside the main one are given, by name,
            each without a batch; an input that is not there is 0.  Among them may be the states
            that recurrent layers begin with, see `engine.replay.carried`.
        follows: what truly comes after it, ``(N, F) float32``, as it would be read; None where
            that is not known.
        notes: what had to be assumed of it, or was left out; said wherever it is shown.
    """

    inputs: npt.NDArray[np.int32] | npt.NDArray[np.float32]
    steps: tuple[str, ...]
    padding: npt.NDArray[np.bool_]
    label: int | None = None
    title: str = ""
    auxiliary_inputs: Mapping[str, npt.NDArray[Any]] = field(default_factory=dict, repr=False)
    notes: tuple[Note, ...] = ()
    follows: npt.NDArray[np.float32] | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.inputs)


def steps_before_padding(padding: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    """How many steps there are up to the last that is no padding, ``(N,)`` for ``(N, T)``; padding in
    front of them counts, as it is read."""
    places = np.arange(1, padding.shape[1] + 1)
    counts: npt.NDArray[np.float32] = (~padding * places).max(axis=1, initial=0)
    return counts.astype(np.float32)


def read_only(array: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
    """The same array, of any shape, which nobody can write into any more."""
    array.flags.writeable = False
    return array
