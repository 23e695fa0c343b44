"""`parts`: what is summed inside each gate of one unit at one step.

It puts the numbers into the lecture's equations: ``f_t = σ(W_xf x_t + W_hf h_{t-1} + b_f)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.replay.trace import LayerTrace

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "SimpleRNN": ("h",),
    "LSTM": ("i", "f", "g", "o"),
    "GRU": ("z", "r", "n"),
}
"""The order in which Keras keeps the gates' columns."""


@dataclass(frozen=True)
class Part:
    """The sum inside one gate or candidate.

    Attributes:
        input: the input's share, ``W_x x_t``.
        recurrent: the hidden state's share: ``W_h h_{t-1}``; for a GRU candidate with
            ``reset_after`` with its own bias, before the reset gate; without it, of the
            reset state ``W_h (r * h_{t-1})``.
        bias: the constant, None without one.
        total: what goes into the activation.
        value: what comes out.
        reset_after: whether ``recurrent`` is still to be multiplied by the reset gate.
    """

    input: float
    recurrent: float
    bias: float | None
    total: float
    value: float
    reset_after: bool = False


def parts(trace: LayerTrace, step: int, unit: int) -> Mapping[str, Part]:
    """The sums of one unit at one step, by the key of the gate or candidate.

    At a masked step nothing was computed; the sums say what would have been.
    """
    layer = trace.layer
    before = trace.before("h", step).astype(np.float64)
    units = len(before)
    bias = layer.weights.get("bias")
    reset_after = layer.kind == "GRU" and bool(layer.options.get("reset_after", True))
    found = {}
    for place, key in enumerate(COLUMNS[layer.kind]):
        column = place * units + unit
        kernel = layer.weights["kernel"][:, column]
        inputs = trace.inputs[step]
        share = float(kernel[inputs]) if trace.inputs.ndim == 1 else float(inputs @ kernel)
        state = before
        if key == "n" and not reset_after:
            state = before * trace.series["r"][step]
        recurrent = float(state @ layer.weights["recurrent_kernel"][:, column])
        constant: float | None = None
        if bias is not None:
            constant = float(bias[column] if bias.ndim == 1 else bias[0, column])
            if bias.ndim == 2:
                if key == "n":
                    recurrent += float(bias[1, column])
                else:
                    constant += float(bias[1, column])
        weighed = recurrent
        if key == "n" and reset_after:
            weighed *= float(trace.series["r"][step, unit])
        found[key] = Part(
            input=share,
            recurrent=recurrent,
            bias=constant,
            total=share + weighed + (constant or 0.0),
            value=float(trace.series[key][step, unit]),
            reset_after=key == "n" and reset_after,
        )
    return found
