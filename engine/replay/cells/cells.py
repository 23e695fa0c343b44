"""The cells: ONE step each.  The loop and the mask are `engine.replay.replay`'s.

Sources: ``keras/src/layers/rnn/{simple_rnn,lstm,gru}.py`` of Keras 3.15; Hochreiter and
Schmidhuber (1997) and Gers et al. (2000) for the LSTM, Cho et al. (2014) for the GRU; the
lecture's equations, which `engine.replay.cells.series` quotes.

What does not depend on the state before, ``x W + b``, is summed for all steps at once when
a cell is made; a step adds ``h R`` and turns the sums into gates where they stand.  Sigmoid
gates are taken as ``(1 + tanh(x / 2)) / 2`` with the half put into the weights, which is
exact, so that a step needs one call of tanh for all gates: a step of eight units costs a
few calls of numpy, not forty.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.activations import activation
from engine.network.network import Layer

Array = npt.NDArray[np.floating[Any]]
Ids = npt.NDArray[np.int32]

_ALONE = 2**18
"""Numbers in a matrix beyond which OpenBLAS shares its product with a vector among threads.

A step is too short for that: where another program uses a core, each step waits for the
thread that did not get one, and 512 units take 45 to 105 ms for 500 steps instead of 23.
"""


class _Product:
    """``h R`` for a fixed ``R (U, columns)``, in blocks that BLAS does not share out."""

    def __init__(self, matrix: Array) -> None:
        rows, columns = matrix.shape
        width = max(1, _ALONE // rows)
        cuts = [slice(at, min(at + width, columns)) for at in range(0, columns, width)]
        self._blocks = [(cut, np.ascontiguousarray(matrix[:, cut])) for cut in cuts]
        self._whole = self._blocks[0][1] if len(self._blocks) == 1 else None

    def into(self, h: Array, out: Array) -> None:
        """Write ``h R`` into ``out (columns,)``."""
        if self._whole is not None:
            np.dot(h, self._whole, out=out)
            return
        for cut, block in self._blocks:
            np.dot(h, block, out=out[cut])


class Cell(ABC):
    """One layer's cell, in one precision, about to read one sequence.

    Args:
        layer: the recurrent layer.
        inputs: ``(T, F)``, or ids ``(T,)`` that stand for one-hot rows: a one-hot row times
            a kernel is a row of the kernel.
        dtype: float32 or float64.
        start: the initial state ``(U,)`` by key, ``h`` and ``c``; zero without.
    """

    def __init__(
        self,
        layer: Layer,
        inputs: Array | Ids,
        dtype: npt.DTypeLike,
        start: Mapping[str, Array] | None = None,
    ) -> None:
        self.units = int(layer.weights["recurrent_kernel"].shape[0])
        self.dtype = np.dtype(dtype)
        self.activate = activation(str(layer.options.get("activation", "tanh")))
        self.gate = activation(str(layer.options.get("recurrent_activation", "sigmoid")))
        kernel, recurrent, bias = self._prepare(
            layer, *(self._weight(layer, key) for key in ("kernel", "recurrent_kernel", "bias"))
        )
        assert kernel is not None
        assert recurrent is not None
        self._product = _Product(recurrent)
        self._inner = np.empty(recurrent.shape[1], self.dtype)
        projected = kernel[inputs] if inputs.ndim == 1 else inputs @ kernel
        if bias is not None:
            projected += bias
        self._sums = projected
        self._rows: list[Array] = list(projected)
        self._start = {} if start is None else start
        self._h = self._state("h")
        self._h_rows = list(self._h)

    def _weight(self, layer: Layer, key: str) -> Array | None:
        found = layer.weights.get(key)
        return None if found is None else np.asarray(found, self.dtype)

    def _prepare(
        self, layer: Layer, kernel: Array | None, recurrent: Array | None, bias: Array | None
    ) -> tuple[Array | None, Array | None, Array | None]:
        """The weights as the steps want them; the recurrent kernel may lose columns."""
        return kernel, recurrent, bias

    def _state(self, key: str) -> Array:
        """Room for a state: row 0 is the one before the first step, row ``t + 1`` after t."""
        room = np.zeros((len(self._sums) + 1, self.units), self.dtype)
        if key in self._start:
            room[0] = self._start[key]
        return room

    @abstractmethod
    def step(self, t: int) -> None:
        """Take step ``t``; every step from 0 has to be taken, in order."""

    @abstractmethod
    def series(self) -> dict[str, Array]:
        """After the last step: ``(T, U)`` by key, in the order in which they are shown."""

    def _columns(self, place: int) -> Array:
        """One gate at all steps, as an array of its own."""
        return np.ascontiguousarray(self._sums[:, place * self.units : (place + 1) * self.units])


class SimpleRNNCell(Cell):
    """``h = tanh(x W + h R + b)``."""

    def step(self, t: int) -> None:
        """See `Cell.step`."""
        z = self._rows[t]
        self._product.into(self._h_rows[t], self._inner)
        z += self._inner
        self._h_rows[t + 1][:] = self.activate(z)

    def series(self) -> dict[str, Array]:
        """See `Cell.series`."""
        return {"h": self._h[1:]}


class LSTMCell(Cell):
    """Forget, input and output gate around a cell state; Keras's columns are i, f, g, o."""

    def __init__(
        self,
        layer: Layer,
        inputs: Array | Ids,
        dtype: npt.DTypeLike,
        start: Mapping[str, Array] | None = None,
    ) -> None:
        super().__init__(layer, inputs, dtype, start)
        units = self.units
        self._c = self._state("c")
        self._c_rows = list(self._c)
        self._added = np.empty(units, self.dtype)
        # The way back from tanh(x / 2) to the sigmoid, for i, f and o; g is a tanh already.
        self._scale = np.repeat(np.array([0.5, 1.0], self.dtype), [3 * units, units])
        self._shift = np.repeat(np.array([0.5, 0.0], self.dtype), [3 * units, units])
        self._cuts = [slice(k * units, (k + 1) * units) for k in range(4)]

    def _prepare(
        self, layer: Layer, kernel: Array | None, recurrent: Array | None, bias: Array | None
    ) -> tuple[Array | None, Array | None, Array | None]:
        """Columns i f o g: the three gates stand together, so that one call serves them."""
        options = layer.options
        gates = str(options.get("recurrent_activation", "sigmoid"))
        self._fused = (gates, str(options.get("activation", "tanh"))) == ("sigmoid", "tanh")
        return self._arranged(kernel), self._arranged(recurrent), self._arranged(bias)

    def _arranged(self, weight: Array | None) -> Array | None:
        if weight is None:
            return None
        units = self.units
        i_f, g, o = np.split(weight, [2 * units, 3 * units], axis=-1)
        arranged = np.concatenate([i_f, o, g], axis=-1)
        if self._fused:
            arranged[..., : 3 * units] *= 0.5
        return arranged

    def step(self, t: int) -> None:
        """See `Cell.step`."""
        z, c, h = self._rows[t], self._c_rows[t + 1], self._h_rows[t + 1]
        self._product.into(self._h_rows[t], self._inner)
        np.add(z, self._inner, z)
        at_i, at_f, at_o, at_g = self._cuts
        i, f, o, g = z[at_i], z[at_f], z[at_o], z[at_g]
        if self._fused:
            np.tanh(z, z)
            np.multiply(z, self._scale, z)
            np.add(z, self._shift, z)
        else:
            # One gate at a time: softmax and its kin are over the units of one gate.
            for gate in (i, f, o):
                gate[:] = self.gate(gate)
            g[:] = self.activate(g)
        np.multiply(f, self._c_rows[t], c)
        np.multiply(i, g, self._added)
        np.add(c, self._added, c)
        if self._fused:
            np.tanh(c, h)
            np.multiply(h, o, h)
        else:
            np.multiply(o, self.activate(c), h)

    def series(self) -> dict[str, Array]:
        """See `Cell.series`."""
        i, f, o, g = (self._columns(place) for place in range(4))
        return {"h": self._h[1:], "c": self._c[1:], "f": f, "i": i, "g": g, "o": o}


class GRUCell(Cell):
    """Update and reset gate; Keras's columns are z, r, n.

    With ``reset_after`` (Keras's default, cuDNN's form) the reset gate is applied after
    the recurrent kernel, which then has a bias of its own: ``bias`` is ``(2, 3 U)``.
    """

    def _prepare(
        self, layer: Layer, kernel: Array | None, recurrent: Array | None, bias: Array | None
    ) -> tuple[Array | None, Array | None, Array | None]:
        """Without ``reset_after`` the candidate's share waits for the reset gate."""
        assert recurrent is not None
        units = self.units
        self._reset_after = bool(layer.options.get("reset_after", True))
        self._candidate = _Product(recurrent[:, 2 * units :])
        self._share = np.empty(units, self.dtype)
        self._inner_bias: Array | None = None
        if bias is not None and bias.ndim == 2:
            bias, self._inner_bias = bias[0], bias[1]
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
        if self._reset_after:
            np.multiply(r, inner[2 * units :], self._share)
        else:
            self._candidate.into(r * before, self._share)
        np.add(n, self._share, n)
        n[:] = self.activate(n)
        np.multiply(z, before, h)
        h += (1 - z) * n

    def series(self) -> dict[str, Array]:
        """See `Cell.series`."""
        z, r, n = (self._columns(place) for place in range(3))
        return {"h": self._h[1:], "z": z, "r": r, "n": n}


CELLS: Mapping[str, type[Cell]] = {
    "SimpleRNN": SimpleRNNCell,
    "LSTM": LSTMCell,
    "GRU": GRUCell,
}
