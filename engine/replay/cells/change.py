"""`Change`: an edit as a cell carries it out, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Change:
    """What an edit does to one series of a layer.

    Attributes:
        key: of the series.
        units: which of its units, ``(N,)``.
        at: at which of the layer's steps, ``(T,)``; ``(T, B)`` where sequences differ.
        value: what they become; None where they are scaled.
        factor: what they are multiplied by.
    """

    key: str
    units: npt.NDArray[np.intp]
    at: Bools
    value: float | None
    factor: float = 1.0

    @cached_property
    def _acts(self) -> list[bool]:
        """Whether it changes any sequence, by step."""
        return list(map(bool, np.asarray(self.at.reshape(len(self.at), -1).any(axis=1))))

    def turned(self) -> Change:
        """For a layer that takes its steps from the last to the first."""
        return replace(self, at=self.at[::-1])

    def packed(self, live: npt.NDArray[np.intp]) -> Change:
        """For a layer that takes only some steps, ``live (B, L)`` of each sequence."""
        at = self.at[live].T
        return replace(self, at=at[:, 0] if at.shape[1] == 1 else at)

    def apply(self, t: int, row: Array) -> None:
        """Change a row of the series where it stands, ``(U,)`` or ``(U, B)``."""
        if not self._acts[t]:
            return
        part: Any = self.units
        if self.at.ndim > 1:
            part = np.ix_(part, np.flatnonzero(self.at[t]))
        row[part] = row[part] * self.factor if self.value is None else self.value


def by_key(changes: Iterable[Change]) -> dict[str, tuple[Change, ...]]:
    """Changes by the key of their series, in order."""
    groups: dict[str, tuple[Change, ...]] = {}
    for change in changes:
        groups[change.key] = (*groups.get(change.key, ()), change)
    return groups
