"""GRU: update and reset gate.

Sources: ``keras/src/layers/rnn/gru.py`` of Keras 3.15; Cho et al. (2014).  The equations are
the lecture's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np

from engine.network.network import Layer
from engine.replay.cells.cell import Array, Cell, Ids, PreActivation, Product
from engine.replay.cells.gradient import CellGradient, by_step
from engine.replay.cells.series import UNBOUNDED, Bounds, Meaning


class GRUCell(Cell):
    """Keras's columns are z, r, n.

    With ``reset_after`` (Keras's default, cuDNN's form) the reset gate is applied after
    the recurrent kernel, which then has a bias of its own: ``bias`` is ``(2, 3 U)``.
    """

    EQUATIONS: ClassVar = {
        "h": "h_t = z_t * h_{t-1} + (1 - z_t) * n_t",
        "z": "z_t = σ(W_{xz} x_t + W_{hz} h_{t-1} + b_z)",
        "r": "r_t = σ(W_{xr} x_t + W_{hr} h_{t-1} + b_r)",
        "n": "n_t = tanh(W_{xn} x_t + r_t * (W_{hn} h_{t-1} + b_{hn}) + b_{xn})",
    }
    MEANINGS: ClassVar = {
        "h": Meaning(
            "hidden state",
            "what is remembered of everything read so far: the old state and the candidate, mixed "
            "by the update gate",
        ),
        "z": Meaning(
            "update gate",
            "how much of the old state is kept; 1 keeps it, 0 replaces it by the candidate",
        ),
        "r": Meaning(
            "reset gate",
            "how much of the old state the candidate may use; 1 all of it, 0 nothing",
        ),
        "n": Meaning("candidate", "the new state that this step proposes"),
    }
    COMPUTED = ("z", "r", "n", "h")
    RANKED = ("h", "z", "r", "n")
    SHOWN = ("h",)

    def _prepare(
        self, layer: Layer, kernel: Array, recurrent: Array, bias: Array | None
    ) -> tuple[Array, Array, Array | None]:
        """Without ``reset_after`` the candidate's share waits for the reset gate."""
        units = self.units
        self._reset_after = _reset_after(layer)
        self._candidate = Product(recurrent[:, 2 * units :], self._batch)
        self._share = np.empty((units, *self._last), self.dtype)
        self._inner_bias: Array | None = None
        if bias is not None and bias.ndim == 2:
            bias, self._inner_bias = bias[0], self._column(bias[1])
        return kernel, recurrent if self._reset_after else recurrent[:, : 2 * units], bias

    def step(self, t: int) -> None:
        """See `Cell.step`."""
        units, row, inner = self.units, self._rows[t], self._inner
        before, h = self._h_rows[t], self._h_rows[t + 1]
        self._product.into(before, inner)
        if self._inner_bias is not None:
            np.add(inner, self._inner_bias, inner)
        z, r, n = row[:units], row[units : 2 * units], row[2 * units :]
        gates = row[: 2 * units]
        np.add(gates, inner[: 2 * units], gates)
        z[:] = self.gate(z)
        r[:] = self.gate(r)
        if self.changes:
            self.change(t, "z", z)
            self.change(t, "r", r)
        if self._reset_after:
            np.multiply(r, inner[2 * units :], self._share)
        else:
            self._candidate.into(r * before, self._share)
        np.add(n, self._share, n)
        n[:] = self.activate(n)
        if self.changes:
            self.change(t, "n", n)
        np.multiply(z, before, h)
        h += (1 - z) * n
        if self.changes:
            self.change(t, "h", h)

    def series(self) -> dict[str, Array]:
        """``(B, T, U)`` by key: see `Cell.series`."""
        z, r, n = (self._by_sequence(self._block(place)) for place in range(3))
        return {"h": self._by_sequence(self._h[1:]), "z": z, "r": r, "n": n}

    @classmethod
    def equation(cls, key: str, layer: Layer) -> str:
        """See `Cell.equation`."""
        if key == "n" and not _reset_after(layer):
            return "n_t = tanh(W_{xn} x_t + W_{hn} (r_t * h_{t-1}) + b_n)"
        return cls.EQUATIONS[key]

    @staticmethod
    def state_bounds(inner: Bounds, gate: Bounds) -> Mapping[str, Bounds]:
        """See `Cell.state_bounds`; ``h`` is a mean, weighed by the gate: within bounds while no
        weight is negative."""
        return {"h": inner if gate == (0.0, 1.0) else UNBOUNDED}

    @classmethod
    def pre_activations(
        cls,
        layer: Layer,
        inputs: Array | Ids,
        before: Mapping[str, Array],
        series: Mapping[str, Array],
        units: slice = slice(None),
    ) -> dict[str, PreActivation]:
        """See `Cell.pre_activations`, ``(..., N)``; the reset gate acts on the candidate's recurrent share."""
        sums = super().pre_activations(layer, inputs, before, series, units)
        candidate, reset, bias = sums["n"], series["r"], layer.weights.get("bias")
        if not _reset_after(layer):
            recurrent = cls.block(layer, "recurrent_kernel", "n", units)
            sums["n"] = replace(candidate, recurrent=(reset * before["h"]) @ recurrent)
        elif bias is None:
            sums["n"] = replace(candidate, reset=reset[..., units])
        else:
            outer, inner = cls.block(layer, "bias", "n", units)
            inside = candidate.recurrent + inner
            sums["n"] = replace(candidate, recurrent=inside, bias=outer, reset=reset[..., units])
        return sums


def _reset_after(layer: Layer) -> bool:
    return bool(layer.options.get("reset_after", True))


class GRUGradient(CellGradient):
    """The state before is kept by z, mixed into the candidate by r, and seen by all gates."""

    def _prepare(
        self, layer: Layer, series: Mapping[str, Array], before: Mapping[str, Array]
    ) -> Mapping[str, Array]:
        """The factors of the products."""
        units = self.units
        self._reset_after = _reset_after(layer)
        self._gates = self._turned[: 2 * units]
        self._candidate = self._turned[2 * units :]
        self._z, self._r = by_step(series["z"]), by_step(series["r"])
        factors = {"z": before["h"] - series["n"], "n": 1 - series["z"], "r": before["h"]}
        if not self._reset_after:
            return factors
        share = before["h"] @ self._recurrent[:, 2 * units :]
        if (bias := layer.weights.get("bias")) is not None and bias.ndim == 2:
            share = share + bias[1, 2 * units :]
        return {**factors, "r": share}  # of a candidate's recurrent sum, before the reset gate

    def step(self, t: int, gradient: Mapping[str, Array]) -> tuple[Array, dict[str, Array]]:
        """See `CellGradient.step`; ``(N, 3 U)`` in the order z, r, n."""
        units, z, r = self.units, self._z[t], self._r[t]
        h = self.changed("h", t, gradient["h"])
        sums = np.empty((len(h), 3 * units))
        candidate, reset = sums[:, 2 * units :], sums[:, units : 2 * units]
        self._slopes["z"].into(t, h, sums[:, :units])
        self._slopes["n"].into(t, h, candidate)
        if self._reset_after:
            self._slopes["r"].into(t, candidate, reset)
            before = (candidate * r) @ self._candidate
        else:
            inner = candidate @ self._candidate
            self._slopes["r"].into(t, inner, reset)
            before = inner * r
        before += h * z
        before += sums[:, : 2 * units] @ self._gates
        return sums, {"h": before}


CELL, GRADIENT = GRUCell, GRUGradient
