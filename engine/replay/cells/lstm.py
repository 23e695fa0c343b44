"""LSTM: forget, input and output gate around a cell state.

Sources: ``keras/src/layers/rnn/lstm.py`` of Keras 3.15; Hochreiter and Schmidhuber (1997) and
Gers et al. (2000).  The equations are the lecture's.  (Its second form of the input gate
prints ``b_f``; it is ``b_i``.)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from engine.network.activations import activation
from engine.network.network import Layer
from engine.replay.cells.cell import Array, Cell
from engine.replay.cells.gradient import CellGradient, Slopes, by_step
from engine.replay.cells.series import UNBOUNDED, Bounds


class LSTMCell(Cell):
    """Keras's columns are i, f, g, o.

    Sigmoid gates are taken as ``(1 + tanh(x / 2)) / 2`` with the half put into the weights,
    which is exact, so that a step needs one call of tanh for all gates: a step of eight units
    costs a few calls of numpy, not forty.
    """

    EQUATIONS: ClassVar = {
        "h": "h_t = o_t * tanh(c_t)",
        "c": "c_t = f_t * c_{t-1} + i_t * g_t",
        "f": "f_t = σ(W_{xf} x_t + W_{hf} h_{t-1} + b_f)",
        "i": "i_t = σ(W_{xi} x_t + W_{hi} h_{t-1} + b_i)",
        "g": "g_t = tanh(W_{xg} x_t + W_{hg} h_{t-1} + b_g)",
        "o": "o_t = σ(W_{xo} x_t + W_{ho} h_{t-1} + b_o)",
    }
    COMPUTED = ("f", "i", "g", "c", "o", "h")
    RANKED = ("c", "f", "i", "o", "h", "g")
    SHOWN = ("c", "f")

    def _prepare(
        self, layer: Layer, kernel: Array, recurrent: Array, bias: Array | None
    ) -> tuple[Array, Array, Array | None]:
        """Columns i f o g: the three gates stand together, so that one call serves them."""
        options, units = layer.options, self.units
        self._c = self._state("c")
        self._c_rows = list(self._c)
        self._added = np.empty((units, *self._last), self.dtype)
        # The way back from tanh(x / 2) to the sigmoid, for i, f and o; g is a tanh already.
        scale = np.repeat(np.array([0.5, 1.0], self.dtype), [3 * units, units])
        shift = np.repeat(np.array([0.5, 0.0], self.dtype), [3 * units, units])
        self._scale, self._shift = self._column(scale), self._column(shift)
        self._cuts = [slice(k * units, (k + 1) * units) for k in range(4)]
        gates = str(options.get("recurrent_activation", "sigmoid"))
        self._fused = (gates, str(options.get("activation", "tanh"))) == ("sigmoid", "tanh")
        bias = None if bias is None else self._arranged(bias)
        return self._arranged(kernel), self._arranged(recurrent), bias

    def _arranged(self, weight: Array) -> Array:
        units = self.units
        g, o = weight[..., 2 * units : 3 * units], weight[..., 3 * units :]
        arranged = np.concatenate([weight[..., : 2 * units], o, g], axis=-1)
        if self._fused:
            arranged[..., : 3 * units] *= 0.5
        return arranged

    def step(self, t: int) -> None:
        """See `Cell.step`."""
        z, c, h = self._rows[t], self._c_rows[t + 1], self._h_rows[t + 1]
        at_i, at_f, at_o, at_g = self._cuts
        i, f, o, g = z[at_i], z[at_f], z[at_o], z[at_g]
        self._product.into(self._h_rows[t], self._inner)
        np.add(z, self._inner, z)
        if self._fused:
            np.tanh(z, z)
            np.multiply(z, self._scale, z)
            np.add(z, self._shift, z)
        else:
            # One gate at a time: softmax and its kin are over the units of one gate.
            for gate in (i, f, o):
                gate[:] = self.gate(gate)
            g[:] = self.activate(g)
        if self.changes:
            for key, gate in (("i", i), ("f", f), ("o", o), ("g", g)):
                self.change(t, key, gate)
        np.multiply(f, self._c_rows[t], c)
        np.multiply(i, g, self._added)
        np.add(c, self._added, c)
        if self.changes:
            self.change(t, "c", c)
        if self._fused:
            np.tanh(c, h)
            np.multiply(h, o, h)
        else:
            np.multiply(o, self.activate(c), h)
        if self.changes:
            self.change(t, "h", h)

    def series(self) -> dict[str, Array]:
        """``(B, T, U)`` by key: see `Cell.series`."""
        i, f, o, g = (self._by_sequence(self._block(place)) for place in range(4))
        h, c = self._by_sequence(self._h[1:]), self._by_sequence(self._c[1:])
        return {"h": h, "c": c, "f": f, "i": i, "g": g, "o": o}

    @staticmethod
    def state_bounds(inner: Bounds, gate: Bounds) -> Mapping[str, Bounds]:
        """See `Cell.state_bounds`; ``h`` is a product with a gate of at most 1."""
        return {"h": inner if gate[1] is not None else UNBOUNDED, "c": UNBOUNDED}


class LSTMGradient(CellGradient):
    """``dc += act'(c) o dh``, shared out to i, f, g and the cell state before."""

    def _prepare(
        self, layer: Layer, series: Mapping[str, Array], before: Mapping[str, Array]
    ) -> Mapping[str, Array]:
        """The factors of the products."""
        self._shown = Slopes(self._activation, series["c"], series["o"])
        self._kept = by_step(series["f"])
        seen = activation(self._activation)(series["c"])
        return {"i": series["g"], "f": before["c"], "g": series["i"], "o": seen}

    def step(self, t: int, gradient: Mapping[str, Array]) -> tuple[Array, dict[str, Array]]:
        """See `CellGradient.step`; ``(N, 4 U)`` in the order i, f, g, o."""
        slopes, units = self._slopes, self.units
        h = self.changed("h", t, gradient["h"])
        c = np.empty_like(h)
        self._shown.into(t, h, c)
        c += gradient["c"]
        c = self.changed("c", t, c)
        sums = np.empty((len(c), 4 * units))
        slopes["i"].into(t, c, sums[:, :units])
        slopes["f"].into(t, c, sums[:, units : 2 * units])
        slopes["g"].into(t, c, sums[:, 2 * units : 3 * units])
        slopes["o"].into(t, h, sums[:, 3 * units :])
        return sums, {"h": sums @ self._turned, "c": c * self._kept[t]}


CELL, GRADIENT = LSTMCell, LSTMGradient
