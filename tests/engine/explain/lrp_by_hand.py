"""Relevance, number by number: the equations of Arras et al. (2017) written out as loops.

Nothing here is shared with `engine.explain.lrp`, gates included.  The LSTM's rules are the
paper's (section 3.2) with the epsilon and the shares of the bias of its supplement; those of
SimpleRNN and GRU are the sentences at the top of `engine.explain.lrp`.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer

Array = npt.NDArray[np.float64]
EPSILON = 0.001


def linear(
    inputs: Array,
    weights: Array,
    bias: Array,
    sums: Array,
    relevance: Array,
    units: int,
    factor: float,
) -> Array:
    """``R_i = sum_j (z_i w_ij + factor (b_j + eps s_j) / N) / (z_j + eps s_j) R_j`` of weights
    ``(I, J)``; ``units`` is N."""
    shares = np.zeros(len(inputs))
    for i in range(len(inputs)):
        for j in range(len(sums)):
            sign = 1.0 if sums[j] >= 0 else -1.0
            given = inputs[i] * weights[i, j] + factor * (bias[j] + EPSILON * sign) / units
            shares[i] += given / (sums[j] + EPSILON * sign) * relevance[j]
    return shares


def _sigmoid(values: Array) -> Array:
    return np.array([1 / (1 + math.exp(-value)) for value in values])


def relevance(
    layer: Layer, dense: Layer, inputs: Array, factor: float
) -> tuple[Array, Array, float]:
    """Of a layer that reads ``inputs (T, F)`` and the Dense behind it: the relevance of the
    inputs ``(T, F)``, what is left before the first step ``(U,)``, and the logit."""
    units, weights = layer.weights["recurrent_kernel"].shape[0], _float(layer.weights)
    back = {"SimpleRNN": _SimpleRNN, "LSTM": _LSTM, "GRU": _GRU}[layer.kind](layer, weights, inputs)
    head = _float(dense.weights)
    last = back.hidden[-1]
    logit = last @ head["kernel"] + head["bias"]
    given = linear(last, head["kernel"], head["bias"], logit, logit, units, factor)
    shares, start = back.through(given, factor)
    return shares, start, float(logit[0])


def _float(weights: Any) -> dict[str, Array]:
    return {key: np.asarray(values, np.float64) for key, values in weights.items()}


class _SimpleRNN:
    def __init__(self, layer: Layer, weights: dict[str, Array], inputs: Array) -> None:
        self.weights, self.inputs = weights, inputs
        self.hidden = [np.zeros(weights["recurrent_kernel"].shape[0])]
        self.sums = []
        for x in inputs:
            total = x @ weights["kernel"] + self.hidden[-1] @ weights["recurrent_kernel"]
            self.sums.append(total + weights["bias"])
            self.hidden.append(np.tanh(self.sums[-1]))

    def through(self, given: Array, factor: float) -> tuple[Array, Array]:
        w, count = self.weights, self.inputs.shape[1] + len(given)
        shares = np.zeros(self.inputs.shape)
        for t in reversed(range(len(self.inputs))):
            sums = self.sums[t]
            shares[t] = linear(self.inputs[t], w["kernel"], w["bias"], sums, given, count, factor)
            given = linear(
                self.hidden[t], w["recurrent_kernel"], w["bias"], sums, given, count, factor
            )
        return shares, given


class _LSTM:
    def __init__(self, layer: Layer, weights: dict[str, Array], inputs: Array) -> None:
        units = weights["recurrent_kernel"].shape[0]
        self.units, self.inputs = units, inputs
        at = slice(2 * units, 3 * units)  # Keras's order is i, f, c, o
        self.kernel, self.recurrent = weights["kernel"][:, at], weights["recurrent_kernel"][:, at]
        self.bias = weights["bias"][at]
        self.hidden, self.cell = [np.zeros(units)], [np.zeros(units)]
        self.steps: list[tuple[Array, Array, Array, Array]] = []
        for x in inputs:
            total = x @ weights["kernel"] + self.hidden[-1] @ weights["recurrent_kernel"]
            i, f, c, o = np.split(total + weights["bias"], 4)
            i, f, o, g = _sigmoid(i), _sigmoid(f), _sigmoid(o), np.tanh(c)
            self.cell.append(f * self.cell[-1] + i * g)
            self.hidden.append(o * np.tanh(self.cell[-1]))
            self.steps.append((i, f, g, c))

    def through(self, given: Array, factor: float) -> tuple[Array, Array]:
        units, width = self.units, self.inputs.shape[1]
        one, nothing = np.eye(units), np.zeros(units)
        of_cell, of_hidden = np.zeros(units), given
        shares = np.zeros(self.inputs.shape)
        for t in reversed(range(len(self.inputs))):
            i, f, g, sums = self.steps[t]
            of_cell = of_cell + of_hidden  # the signal takes all of o tanh(c)
            after, both = self.cell[t + 1], 2 * units
            of_signal = linear(i * g, one, nothing, after, of_cell, both, factor)
            of_cell = linear(f * self.cell[t], one, nothing, after, of_cell, both, factor)
            count = units + width
            shares[t] = linear(
                self.inputs[t], self.kernel, self.bias, sums, of_signal, count, factor
            )
            of_hidden = linear(
                self.hidden[t], self.recurrent, self.bias, sums, of_signal, count, factor
            )
        return shares, of_hidden + of_cell


class _GRU:
    def __init__(self, layer: Layer, weights: dict[str, Array], inputs: Array) -> None:
        units = weights["recurrent_kernel"].shape[0]
        self.units, self.inputs, self.after = units, inputs, layer.options["reset_after"]
        self.kernel = weights["kernel"][:, 2 * units :]
        self.recurrent = weights["recurrent_kernel"][:, 2 * units :]
        outer = weights["bias"][0] if self.after else weights["bias"]
        inner = weights["bias"][1] if self.after else np.zeros(3 * units)
        self.hidden = [np.zeros(units)]
        self.steps: list[tuple[Array, Array, Array, Array, Array]] = []
        for x in inputs:
            h = self.hidden[-1]
            of_input = x @ weights["kernel"] + outer
            of_state = h @ weights["recurrent_kernel"] + inner
            z, r = (
                _sigmoid(of_input[at] + of_state[at])
                for at in (slice(units), slice(units, 2 * units))
            )
            bias = outer[2 * units :] + r * inner[2 * units :]
            share = r * (h @ self.recurrent) if self.after else (r * h) @ self.recurrent
            sums = x @ self.kernel + share + bias
            n = np.tanh(sums)
            self.steps.append((z, r, n, sums, bias))
            self.hidden.append(z * h + (1 - z) * n)

    def through(self, given: Array, factor: float) -> tuple[Array, Array]:
        units, width = self.units, self.inputs.shape[1]
        one, nothing, count = np.eye(units), np.zeros(units), units + width
        shares = np.zeros(self.inputs.shape)
        for t in reversed(range(len(self.inputs))):
            (z, r, n, sums, bias), h, after = self.steps[t], self.hidden[t], self.hidden[t + 1]
            kept = linear(z * h, one, nothing, after, given, 2 * units, factor)
            added = linear((1 - z) * n, one, nothing, after, given, 2 * units, factor)
            shares[t] = linear(self.inputs[t], self.kernel, bias, sums, added, count, factor)
            # r (h' R): the reset gate belongs to the columns of R, or to h'.
            weights = self.recurrent * r[None] if self.after else self.recurrent * r[:, None]
            given = kept + linear(h, weights, bias, sums, added, count, factor)
        return shares, given
