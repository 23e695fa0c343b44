"""LSTM: forget, input and output gate around a cell state.

Sources: ``keras/src/layers/rnn/lstm.py`` of Keras 3.15; Hochreiter and Schmidhuber (1997) and
Gers et al. (2000).  The equations are the lecture's.  (Its second form of the input gate
prints ``b_f``; it is ``b_i``.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np

from engine.network.activations import activation
from engine.network.cell_kinds import CELL_KINDS, PEEPHOLES
from engine.network.network import Layer
from engine.replay.cells.cell import Array, Cell, Ids, PreActivation, cell_activation, clip_of
from engine.replay.cells.gradient import CellGradient, Slopes, by_step
from engine.replay.cells.series import UNBOUNDED, Bounds, Meaning


class LSTMCell(Cell):
    """Keras's columns are i, f, g, o.

    Sigmoid gates are taken as ``(1 + tanh(x / 2)) / 2`` with the half put into the weights,
    which is exact, so that a step needs one call of tanh for all gates: a step of eight units
    costs a few calls of numpy, not forty.

    Of ONNX's LSTM (`engine.network.cell_kinds.BEYOND_KERAS`): peepholes, by which the gates see
    the cell state, o the new one; another function of the cell state than of the candidate; a
    forget gate that is ``1 - i``; and the clip of all sums, which leaves the cell state alone,
    as onnxruntime has it.
    """

    EQUATIONS: ClassVar = {
        "h": "h_t = o_t * tanh(c_t)",
        "c": "c_t = f_t * c_{t-1} + i_t * g_t",
        "f": "f_t = σ(W_{xf} x_t + W_{hf} h_{t-1} + b_f)",
        "i": "i_t = σ(W_{xi} x_t + W_{hi} h_{t-1} + b_i)",
        "g": "g_t = tanh(W_{xg} x_t + W_{hg} h_{t-1} + b_g)",
        "o": "o_t = σ(W_{xo} x_t + W_{ho} h_{t-1} + b_o)",
    }
    MEANINGS: ClassVar = {
        "h": Meaning(
            "hidden state",
            "what the cell hands on to the next step and to the next layer: as much of the cell "
            "state as the output gate lets out",
        ),
        "c": Meaning(
            "cell state",
            "the long memory: what the forget gate kept of it, and what the input gate let in",
        ),
        "f": Meaning(
            "forget gate", "how much of the old cell state is kept; 1 keeps it, 0 resets it"
        ),
        "i": Meaning(
            "input gate",
            "how much of the candidate enters the cell state; 1 lets all in, 0 nothing",
        ),
        "g": Meaning(
            "candidate", "what this step would write into the cell state, if the input gate lets it"
        ),
        "o": Meaning(
            "output gate",
            "how much of the cell state is shown as the hidden state; 1 shows all, 0 nothing",
        ),
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
        self._sigmoids, self._half = slice(3 * units), np.array(0.5, self.dtype)
        self._cuts = [slice(k * units, (k + 1) * units) for k in range(4)]
        self._seen = self._activation(layer, "cell_activation", cell_activation(layer))
        self._coupled = _is_coupled(layer)
        self._peepholes = {
            key: self._column(self.block(layer, PEEPHOLES, key).astype(self.dtype))
            for key in CELL_KINDS[layer.kind].blocks_of(PEEPHOLES)
            if PEEPHOLES in layer.weights
        }
        usual = (
            options.get("recurrent_activation", "sigmoid"),
            options.get("activation", "tanh"),
            cell_activation(layer),
        )
        is_keras = not (self._coupled or self._peepholes or clip_of(layer))
        self._fused = is_keras and usual == ("sigmoid", "tanh", "tanh")
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
            sigmoids = z[self._sigmoids]
            np.multiply(sigmoids, self._half, sigmoids)
            np.add(sigmoids, self._half, sigmoids)
            if self.changes:
                for key, gate in (("i", i), ("f", f), ("o", o), ("g", g)):
                    self.change(t, key, gate)
        else:
            g[:] = self.activate(g)
            self.change(t, "g", g)
            # One gate at a time: softmax and its kin are over the units of one gate.
            self._open(t, "i", i, self._c_rows[t])
            if self._coupled:
                np.subtract(1, i, f)
                self.change(t, "f", f)
            else:
                self._open(t, "f", f, self._c_rows[t])
        np.multiply(f, self._c_rows[t], c)
        np.multiply(i, g, self._added)
        np.add(c, self._added, c)
        if self.changes:
            self.change(t, "c", c)
        if self._fused:
            np.tanh(c, h)
            np.multiply(h, o, h)
        else:
            self._open(t, "o", o, c)
            np.multiply(o, self._seen(c), h)
        if self.changes:
            self.change(t, "h", h)

    def _open(self, t: int, key: str, gate: Array, seen: Array) -> None:
        """From the sum inside a gate ``(U,)`` or ``(U, B)`` to its value, where it stands; a
        peephole lets it see a cell state."""
        if key in self._peepholes:
            gate += self._peepholes[key] * seen
        gate[:] = self.gate(gate)
        self.change(t, key, gate)

    def series(self) -> dict[str, Array]:
        """``(B, T, U)`` by key: see `Cell.series`."""
        i, f, o, g = (self._by_sequence(self._block(place)) for place in range(4))
        h, c = self._by_sequence(self._h[1:]), self._by_sequence(self._c[1:])
        return {"h": h, "c": c, "f": f, "i": i, "g": g, "o": o}

    @classmethod
    def equation(cls, key: str, layer: Layer) -> str:
        """See `Cell.equation`."""
        if key == "f" and _is_coupled(layer):
            return "f_t = 1 - i_t"
        equation = cls.EQUATIONS[key]
        if PEEPHOLES in layer.weights and key in CELL_KINDS[layer.kind].blocks_of(PEEPHOLES):
            seen = "c_t" if key == "o" else "c_{t-1}"
            equation = equation.replace(" + b_", f" + p_{key} * {seen} + b_")
        return equation

    @classmethod
    def pre_activations(
        cls,
        layer: Layer,
        inputs: Array | Ids,
        before: Mapping[str, Array],
        series: Mapping[str, Array],
        units: slice = slice(None),
    ) -> dict[str, PreActivation]:
        """See `Cell.pre_activations`, ``(..., N)``; the cell state has a share through peepholes."""
        sums = super().pre_activations(layer, inputs, before, series, units)
        if _is_coupled(layer):
            del sums["f"]
        if PEEPHOLES in layer.weights:
            for key in CELL_KINDS[layer.kind].blocks_of(PEEPHOLES):
                if key in sums:
                    seen = series["c"] if key == "o" else before["c"]
                    share = seen[..., units] * cls.block(layer, PEEPHOLES, key, units)
                    sums[key] = replace(sums[key], cell=share)
        return sums

    @staticmethod
    def state_bounds(inner: Bounds, gate: Bounds) -> Mapping[str, Bounds]:
        """See `Cell.state_bounds`; ``h`` is a product with a gate of at most 1."""
        return {"h": inner if gate[1] is not None else UNBOUNDED, "c": UNBOUNDED}


def _is_coupled(layer: Layer) -> bool:
    return bool(layer.options.get("input_forget"))


class LSTMGradient(CellGradient):
    """``dc += act'(c) o dh``, shared out to i, f, g and the cell state before; what the gates see
    of the cell state through peepholes goes back to it."""

    def _prepare(
        self, layer: Layer, series: Mapping[str, Array], before: Mapping[str, Array]
    ) -> Mapping[str, Array]:
        """The factors of the products."""
        function = cell_activation(layer)
        self._shown = Slopes(function, series["c"], series["o"])
        self._kept = by_step(series["f"])
        self._coupled = _is_coupled(layer)
        self._peepholes: dict[str, Array] = {}
        if PEEPHOLES in layer.weights:
            keys = CELL_KINDS[layer.kind].blocks_of(PEEPHOLES)
            rows = np.split(np.asarray(layer.weights[PEEPHOLES], np.float64), len(keys))
            self._peepholes = dict(zip(keys, rows, strict=True))
        seen = activation(function)(series["c"])
        return {"i": series["g"], "f": before["c"], "g": series["i"], "o": seen}

    def _couple(self, factors: dict[str, Array], left: Mapping[str, Array]) -> None:
        """See `CellGradient._couple`; ``f = 1 - i``, of i as it was changed by hand."""
        if self._coupled:
            factors["i"] = factors["i"] - factors["f"] * left.get("f", 1.0)

    def step(self, t: int, gradient: Mapping[str, Array]) -> tuple[Array, dict[str, Array]]:
        """See `CellGradient.step`; ``(N, 4 U)`` in the order i, f, g, o."""
        slopes, units = self._slopes, self.units
        h = self.changed("h", t, gradient["h"])
        sums = np.zeros((len(h), 4 * units))
        into = {key: sums[:, k * units : (k + 1) * units] for k, key in enumerate("ifgo")}
        slopes["o"].into(t, h, into["o"])
        c = np.empty_like(h)
        self._shown.into(t, h, c)
        c += gradient["c"]
        if "o" in self._peepholes:
            c += into["o"] * self._peepholes["o"]
        c = self.changed("c", t, c)
        before = c * self._kept[t]
        for key in "ifg":
            if key in slopes:  # a coupled f has no sum of its own
                slopes[key].into(t, c, into[key])
            if key in self._peepholes:
                before += into[key] * self._peepholes[key]
        return sums, {"h": sums @ self._turned, "c": before}


CELL, GRADIENT = LSTMCell, LSTMGradient
