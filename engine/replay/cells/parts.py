"""`parts`: what is summed inside each gate of one unit at one step.

It puts the numbers into the lecture's equations: ``f_t = σ(W_xf x_t + W_hf h_{t-1} + b_f)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.replay.cells.registry import CELLS
from engine.replay.trace import LayerTrace


@dataclass(frozen=True)
class Part:
    """The sum inside one gate or candidate of one unit.

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
    """The sums of one unit at one step, in float64, by the key of the gate or candidate.

    At a masked step nothing was computed; the sums say what would have been.
    """
    series = {key: values[step] for key, values in trace.series.items()}
    before = trace.before("h", step).astype(np.float64)
    sums = CELLS[trace.layer.kind].pre_activations(
        trace.layer, trace.inputs[step], before, series, slice(unit, unit + 1)
    )
    return {
        key: Part(
            input=float(each.input[0]),
            recurrent=float(each.recurrent[0]),
            bias=None if each.bias is None else float(each.bias[0]),
            total=float(each.total[0]),
            value=float(series[key][unit]),
            reset_after=each.reset is not None,
        )
        for key, each in sums.items()
    }
