"""SimpleRNN: one hidden state, no gate.

Source: ``keras/src/layers/rnn/simple_rnn.py`` of Keras 3.15; the equation is the lecture's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from engine.network.network import Layer
from engine.replay.cells.cell import Array, Cell
from engine.replay.cells.gradient import CellGradient
from engine.replay.cells.series import Bounds, Meaning


class SimpleRNNCell(Cell):
    """``h = tanh(x W + h R + b)``."""

    EQUATIONS: ClassVar = {"h": "h_t = tanh(W_{xh} x_t + W_{hh} h_{t-1} + b_h)"}
    MEANINGS: ClassVar = {
        "h": Meaning(
            "hidden state",
            "what is remembered of everything read so far; the new input and the old state, "
            "mixed and squeezed between −1 and 1",
        ),
    }
    COMPUTED = ("h",)
    RANKED = ("h",)
    SHOWN = ("h",)

    def step(self, t: int) -> None:
        """See `Cell.step`."""
        z = self._rows[t]
        self._product.into(self._h_rows[t], self._inner)
        z += self._inner
        self._h_rows[t + 1][:] = self.activate(z)
        if self.changes:
            self.change(t, "h", self._h_rows[t + 1])

    def series(self) -> dict[str, Array]:
        """``(B, T, U)`` by key: see `Cell.series`."""
        return {"h": self._by_sequence(self._h[1:])}

    @staticmethod
    def state_bounds(inner: Bounds, gate: Bounds) -> Mapping[str, Bounds]:
        """See `Cell.state_bounds`."""
        return {"h": inner}


class SimpleRNNGradient(CellGradient):
    """``dz = act'(z) dh``, and ``dz R^T`` goes on."""

    def _prepare(
        self, layer: Layer, series: Mapping[str, Array], before: Mapping[str, Array]
    ) -> Mapping[str, Array]:
        """Nothing more is wanted."""
        return {}

    def step(self, t: int, gradient: Mapping[str, Array]) -> tuple[Array, dict[str, Array]]:
        """See `CellGradient.step`, ``(N, U)``."""
        sums = np.empty_like(gradient["h"])
        self._slopes["h"].into(t, gradient["h"], sums)
        return sums, {"h": sums @ self._turned}


CELL, GRADIENT = SimpleRNNCell, SimpleRNNGradient
