"""`StepSum`: the arithmetic of one step of a SimpleRNN, number by number.

``h_t = tanh(W_x x_t + W_h h_{t-1} + b)``, the lecture's basic step of an RNN; the weights are
turned as the equation has them: a row a unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.replay.trace import LayerTrace

Array = npt.NDArray[np.floating[Any]]

MAX_INPUTS = 16
"""Columns of ``W_x`` that are told one by one."""

MAX_UNITS = 16
"""Units that are told one by one."""


@dataclass(frozen=True, eq=False)
class StepSum:
    """Everything that is multiplied and summed; float64.

    Attributes:
        inputs: ``(K,)`` those numbers of x_t that are told one by one.
        which: ``(K,) int`` their places in x_t, from 0.
        of_inputs: how many numbers x_t has.
        before: ``(M,)`` those of h_(t-1) that are told one by one, of as many units.
        units: ``(M,) int`` which units are told, from 0.
        of_units: how many units there are.
        kernel: ``(M, K)``, recurrent: ``(M, M)``, bias: ``(M,)``.
        rest: ``(M,)`` the sum of all that is not told one by one.
        total: ``(M,)`` the sum of all, as it goes into the activation.
        value: ``(M,)`` h_t, as the trace has it.
    """

    inputs: Array
    which: npt.NDArray[np.intp]
    of_inputs: int
    before: Array
    units: npt.NDArray[np.intp]
    of_units: int
    kernel: Array
    recurrent: Array
    bias: Array
    rest: Array
    total: Array
    value: Array


def step_sum(trace: LayerTrace, step: int, unit: int = 0) -> StepSum:
    """The sums of a SimpleRNN's step.

    Of many inputs those are told that add most to any unit, of many units the `MAX_UNITS` around
    ``unit``; what the others add is `StepSum.rest`.  At a masked step it is what would have been.
    """
    weights = trace.layer.weights
    kernel = np.asarray(weights["kernel"], np.float64).T
    recurrent = np.asarray(weights["recurrent_kernel"], np.float64).T
    size, features = kernel.shape
    bias = np.asarray(weights.get("bias", np.zeros(size)), np.float64)
    inputs = trace.inputs[step]
    if trace.inputs.dtype.kind == "i":  # an id stands for its one-hot row
        inputs = np.eye(1, features, int(inputs))[0]
    inputs = np.asarray(inputs, np.float64)
    before = np.asarray(trace.before("h", step), np.float64)
    first = min(max(unit - MAX_UNITS // 2, 0), max(size - MAX_UNITS, 0))
    units = np.arange(first, min(first + MAX_UNITS, size))
    added = np.abs(kernel[units] * inputs).max(axis=0)
    which = np.sort(np.argsort(-added, kind="stable")[:MAX_INPUTS])
    total = kernel[units] @ inputs + recurrent[units] @ before + bias[units]
    told = kernel[np.ix_(units, which)] @ inputs[which]
    told += recurrent[np.ix_(units, units)] @ before[units] + bias[units]
    return StepSum(
        inputs[which],
        which,
        features,
        before[units],
        units,
        size,
        kernel[np.ix_(units, which)],
        recurrent[np.ix_(units, units)],
        bias[units],
        total - told,
        total,
        np.asarray(trace.series["h"][step], np.float64)[units],
    )
