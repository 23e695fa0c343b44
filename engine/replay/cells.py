"""The cells: ONE step each.  The loop and the mask are `engine.replay.replay`'s.

Sources: ``keras/src/layers/rnn/{simple_rnn,lstm,gru}.py`` of Keras 3.15; Hochreiter and
Schmidhuber (1997) and Gers et al. (2000) for the LSTM, Cho et al. (2014) for the GRU; the
lecture's equations, which `engine.replay.series` quotes.

Everything that does not depend on the state before, ``x W + b``, is summed for all steps
at once (`Cell.project`); a step adds ``h R``.  Sigmoid gates are taken as
``(1 + tanh(x / 2)) / 2`` with the half put into the weights, which is exact, so that a
step needs one call of tanh for all gates: a step of eight units costs a few calls of
numpy, not forty.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer
from engine.network.activations import activation

Array = npt.NDArray[np.floating[Any]]
Ids = npt.NDArray[np.int32]


class Cell(ABC):
    """One layer's cell in one precision.

    Args:
        layer: the recurrent layer.
        dtype: float32 or float64.

    Attributes:
        keys: the series that a step writes, in the order in which they are shown.
    """

    keys: tuple[str, ...]
    gates: int

    def __init__(self, layer: Layer, dtype: npt.DTypeLike) -> None:
        self.units = layer.units
        self.dtype = np.dtype(dtype)
        weights = layer.weights
        self.kernel = np.asarray(weights["kernel"], self.dtype)
        self.recurrent = np.asarray(weights["recurrent_kernel"], self.dtype)
        bias = weights.get("bias")
        self.bias = None if bias is None else np.asarray(bias, self.dtype)
        self.activate = activation(str(layer.options.get("activation", "tanh")))
        gate = str(layer.options.get("recurrent_activation", "sigmoid"))
        self.gate = activation(gate)
        self.fused = gate == "sigmoid" and layer.options.get("activation", "tanh") == "tanh"
        self._h = np.zeros(self.units, self.dtype)

    def project(self, inputs: Array | Ids) -> Array:
        """``x W + b`` for all steps, ``(T, gates U)``.

        Args:
            inputs: ``(T, F)``, or ids ``(T,)`` that stand for one-hot rows: a one-hot row
                times a kernel is a row of the kernel.
        """
        if inputs.ndim == 1:
            projected = self.kernel[inputs]
        else:
            projected = np.asarray(inputs, self.dtype) @ self.kernel
        if self.bias is not None:
            projected = projected + self.bias
        return projected

    @abstractmethod
    def step(self, projected: Array, out: Mapping[str, Array], t: int) -> None:
        """Take one step: update the state and write row ``t`` of every series.

        Args:
            projected: this step's row of `project`.
            out: the series, ``(T, U)`` each.
            t: the time step.
        """


class SimpleRNNCell(Cell):
    """``h = tanh(x W + h R + b)``."""

    keys = ("h",)
    gates = 1

    def step(self, projected: Array, out: Mapping[str, Array], t: int) -> None:
        """See `Cell.step`."""
        h = out["h"][t]
        h[:] = self.activate(projected + self._h @ self.recurrent)
        self._h = h


class LSTMCell(Cell):
    """Forget, input and output gate around a cell state; Keras's columns are i, f, g, o."""

    keys = ("h", "c", "f", "i", "g", "o")
    gates = 4

    def __init__(self, layer: Layer, dtype: npt.DTypeLike) -> None:
        super().__init__(layer, dtype)
        units = self.units
        # i f o g: the three gates stand together, so that one call serves them all.
        order = np.r_[0 : 2 * units, 3 * units : 4 * units, 2 * units : 3 * units]
        half = np.ones(4 * units, self.dtype)
        if self.fused:
            half[: 3 * units] = 0.5
        self.kernel = self.kernel[:, order] * half
        self.recurrent = self.recurrent[:, order] * half
        if self.bias is not None:
            self.bias = self.bias[order] * half
        self._sum = np.empty(4 * units, self.dtype)
        self._c = np.zeros(units, self.dtype)
        self._product = np.empty(units, self.dtype)

    def step(self, projected: Array, out: Mapping[str, Array], t: int) -> None:
        """See `Cell.step`."""
        units, z = self.units, self._sum
        np.dot(self._h, self.recurrent, out=z)
        z += projected
        if self.fused:
            np.tanh(z, out=z)
            gates = z[: 3 * units]
            gates *= 0.5
            gates += 0.5
        else:
            # One gate at a time: softmax and its kin are over the units of one gate.
            for first in range(0, 3 * units, units):
                z[first : first + units] = self.gate(z[first : first + units])
            z[3 * units :] = self.activate(z[3 * units :])
        i, f, o, g = z[:units], z[units : 2 * units], z[2 * units : 3 * units], z[3 * units :]
        c, h = out["c"][t], out["h"][t]
        np.multiply(f, self._c, out=c)
        np.multiply(i, g, out=self._product)
        c += self._product
        if self.fused:
            np.tanh(c, out=h)
            h *= o
        else:
            np.multiply(o, self.activate(c), out=h)
        out["i"][t], out["f"][t], out["o"][t], out["g"][t] = i, f, o, g
        self._h, self._c = h, c


class GRUCell(Cell):
    """Update and reset gate; Keras's columns are z, r, n.

    With ``reset_after`` (Keras's default, cuDNN's form) the reset gate is applied after
    the recurrent kernel, which then has a bias of its own: ``bias`` is ``(2, 3 U)``.
    """

    keys = ("h", "z", "r", "n")
    gates = 3

    def __init__(self, layer: Layer, dtype: npt.DTypeLike) -> None:
        super().__init__(layer, dtype)
        units = self.units
        self.reset_after = bool(layer.options.get("reset_after", True))
        self._gates_recurrent = np.ascontiguousarray(self.recurrent[:, : 2 * units])
        self._candidate_recurrent = np.ascontiguousarray(self.recurrent[:, 2 * units :])
        self._recurrent_bias = None
        if self.bias is not None and self.bias.ndim == 2:
            self._recurrent_bias = self.bias[1]
            self.bias = self.bias[0]

    def step(self, projected: Array, out: Mapping[str, Array], t: int) -> None:
        """See `Cell.step`."""
        units, before = self.units, self._h
        z, r, n, h = (out[key][t] for key in ("z", "r", "n", "h"))
        if self.reset_after:
            inner = before @ self.recurrent
            if self._recurrent_bias is not None:
                inner += self._recurrent_bias
            gates = projected[: 2 * units] + inner[: 2 * units]
        else:
            gates = projected[: 2 * units] + before @ self._gates_recurrent
        z[:] = self.gate(gates[:units])
        r[:] = self.gate(gates[units:])
        if self.reset_after:
            n[:] = self.activate(projected[2 * units :] + r * inner[2 * units :])
        else:
            n[:] = self.activate(projected[2 * units :] + (r * before) @ self._candidate_recurrent)
        np.multiply(z, before, out=h)
        h += (1 - z) * n
        self._h = h


CELLS: Mapping[str, type[Cell]] = {
    "SimpleRNN": SimpleRNNCell,
    "LSTM": LSTMCell,
    "GRU": GRUCell,
}
