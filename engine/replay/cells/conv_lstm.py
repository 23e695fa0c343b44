"""ConvLSTM along one and two axes: an LSTM whose sums are convolutions, and whose states are maps.

Sources: ``layers/rnn/conv_lstm.py`` of Keras 3.15; Shi et al., Convolutional LSTM network (2015),
without its peepholes.  What is read goes through the layer's own convolution, the state through
one with stride 1 that keeps its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from engine.network.activations import activation
from engine.network.kinds.window_sizes import Window, windows
from engine.network.network import Layer
from engine.replay.cells.cell import Array, Cell, Ids
from engine.replay.cells.change import Change, by_key
from engine.replay.cells.lstm import LSTMCell
from engine.replay.functions.spatial import convolved

_COLUMNS = ("i", "f", "g", "o")
"""Keras's order."""


class ConvLSTMCell(Cell):
    """Its inputs are ``(B, T, rows, columns, C)``, its series ``(B, T, rows, columns, U)``; along
    one axis both without the columns.

    A convolution is `convolved` of all steps for what is read, and of each step for the state; the
    sums of all steps become the gates where they stand, ``(T, B, rows, columns, 4 U)``.
    """

    EQUATIONS: ClassVar = {
        key: re.sub(r"(W_\{\w+\}) (x_t|h_\{t-1\})", r"conv(\1, \2)", equation)
        for key, equation in LSTMCell.EQUATIONS.items()
    }
    MEANINGS = LSTMCell.MEANINGS
    COMPUTED, RANKED, SHOWN = LSTMCell.COMPUTED, LSTMCell.RANKED, LSTMCell.SHOWN
    state_bounds = staticmethod(LSTMCell.state_bounds)

    def __init__(
        self,
        layer: Layer,
        inputs: Array | Ids,
        dtype: npt.DTypeLike,
        start: Mapping[str, Array] | None = None,
        table: Array | None = None,
        changes: Iterable[Change] = (),
    ) -> None:
        self.changes = by_key(changes)
        self.dtype = np.dtype(dtype)
        options, self._flat = layer.options, layer.kind == "ConvLSTM1D"
        found = windows(options, "kernel_size", 1 if self._flat else 2)
        kernel, recurrent = (
            np.array(layer.weights[name], self.dtype) for name in ("kernel", "recurrent_kernel")
        )
        if self._flat:
            found = (found[0], Window(1))
            kernel, recurrent, inputs = kernel[:, None], recurrent[:, None], inputs[:, :, :, None]
        self.units = recurrent.shape[-2]
        rows, columns = recurrent.shape[:2]
        self._around = (Window(rows, padding="same"), Window(columns, padding="same"))
        names = [str(options.get(key, usual)) for key, usual in _FUNCTIONS]
        self.activate, self.gate = map(activation, names)
        # As of an LSTM: a sigmoid is taken as (1 + tanh(x / 2)) / 2, the half in the weights.
        self._fused = names == ["tanh", "sigmoid"]
        of_gate = np.repeat(np.array([True, True, False, True]), self.units)
        self._scale = np.where(of_gate, 0.5, 1.0).astype(self.dtype)
        self._shift = np.where(of_gate, 0.5, 0.0).astype(self.dtype)
        bias = layer.weights.get("bias")
        bias = None if bias is None else np.array(bias, self.dtype)
        if self._fused:
            kernel *= self._scale
            recurrent *= self._scale
            bias = None if bias is None else bias * self._scale
        self._recurrent = recurrent
        batch, self.steps = inputs.shape[:2]
        by_step = np.ascontiguousarray(inputs.swapaxes(0, 1), self.dtype)
        sums = convolved(by_step.reshape(-1, *by_step.shape[2:]), kernel, found)
        if bias is not None:
            sums += bias
        self._sums = sums.reshape(self.steps, batch, *sums.shape[1:])
        self._start = {} if start is None else start
        self._h, self._c = self._state("h"), self._state("c")

    def _state(self, key: str) -> Array:
        """Room for a state: row 0 is the one before the first step, row ``t + 1`` after t."""
        room = np.empty((self.steps + 1, *self._sums.shape[1:-1], self.units), self.dtype)
        start = self._start.get(key, np.zeros((), self.dtype))
        room[0] = start[:, :, None] if self._flat and start.ndim else start
        return room

    def _gates(self, t: int) -> tuple[Array, ...]:
        z, units = self._sums[t], self.units
        return tuple(z[..., k * units : (k + 1) * units] for k in range(4))

    def step(self, t: int) -> None:
        """See `Cell.step`."""
        z, c, h = self._sums[t], self._c[t + 1], self._h[t + 1]
        z += convolved(self._h[t], self._recurrent, self._around)
        i, f, g, o = gates = self._gates(t)
        if self._fused:
            np.tanh(z, z)
            np.multiply(z, self._scale, z)
            np.add(z, self._shift, z)
        else:
            for gate in (i, f, o):
                gate[:] = self.gate(gate)
            g[:] = self.activate(g)
        for key, gate in zip(_COLUMNS, gates, strict=True):
            self._change(t, key, gate)
        np.multiply(f, self._c[t], c)
        c += i * g
        self._change(t, "c", c)
        np.multiply(o, self.activate(c), h)
        self._change(t, "h", h)

    def _change(self, t: int, key: str, values: Array) -> None:
        """Make the changes of a series ``(B, rows, columns, U)``: of a unit, everywhere."""
        if self.changes:
            self.change(t, key, values.transpose(3, 0, 1, 2))

    def series(self) -> dict[str, Array]:
        """``(B, T, rows, columns, U)`` by key, views."""
        units = self.units
        named = {"h": self._h[1:], "c": self._c[1:]}
        named |= {
            key: self._sums[..., place * units : (place + 1) * units]
            for place, key in enumerate(_COLUMNS)
        }
        turned = {key: named[key].swapaxes(0, 1) for key in self.EQUATIONS}
        return {key: each[:, :, :, 0] if self._flat else each for key, each in turned.items()}


_FUNCTIONS = (("activation", "tanh"), ("recurrent_activation", "sigmoid"))

CELL, GRADIENT = ConvLSTMCell, None
