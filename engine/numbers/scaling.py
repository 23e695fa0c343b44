"""Scaling: what is done to the numbers before a network reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

SCALES = ("none", "minmax", "signed", "standard")
"""As they stand; minimum and maximum to 0..1, or to -1..1; mean 0 and deviation 1."""


@dataclass(frozen=True, eq=False)
class Scaling:
    """A change of each column, ``factor * (value - offset)``, and back.

    Attributes:
        kind: one of `SCALES`.
        first: the minimum, or the mean, of each column, ``(F,)``; zeros for ``"none"``.
        second: the maximum, or the standard deviation, of each column, ``(F,)``.
    """

    kind: str
    first: Floats
    second: Floats

    @classmethod
    def fit(cls, kind: str, columns: Sequence[Floats]) -> Scaling:
        """Measure the columns, as scikit-learn's MinMaxScaler and StandardScaler do.

        Args:
            kind: one of `SCALES`.
            columns: ``F`` of them, each ``(N,)``, finite; at least one row.

        Raises:
            ValueError: there is no such kind.
        """
        if kind not in SCALES:
            raise ValueError(f"no scaling is called {kind}")
        if kind in ("minmax", "signed"):
            return cls(kind, _each(columns, np.min), _each(columns, np.max))
        if kind == "standard":
            return cls(kind, _each(columns, np.mean), _each(columns, np.std))
        return cls(kind, np.zeros(len(columns)), np.ones(len(columns)))

    @property
    def _width(self) -> Floats:
        """What becomes 1; a column that never changes is only moved."""
        with np.errstate(over="ignore"):
            width = self.second - self.first if self.kind in ("minmax", "signed") else self.second
        return np.where(width == 0, 1.0, width)

    def apply(self, values: npt.NDArray[np.floating[Any]]) -> Floats:
        """The scaled values, of the same shape ``(..., F)``."""
        with np.errstate(over="ignore", invalid="ignore"):
            scaled = (np.asarray(values, np.float64) - self.first) / self._width
            return scaled * 2 - 1 if self.kind == "signed" else scaled

    def undo(self, scaled: npt.NDArray[np.floating[Any]]) -> Floats:
        """What was scaled, of the same shape ``(..., F)``."""
        values = np.asarray(scaled, np.float64)
        if self.kind == "signed":
            values = (values + 1) / 2
        return values * self._width + self.first


def _each(columns: Sequence[Floats], measure: Callable[[Floats], Any]) -> Floats:
    return np.array([float(measure(column)) for column in columns])
