"""`parts`: what is summed inside each gate of one unit at one step.

It puts the numbers into the lecture's equations: ``f_t = σ(W_xf x_t + W_hf h_{t-1} + b_f)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from engine.network.cell_kinds import CELL_KINDS
from engine.replay.cells.registry import CELLS
from engine.replay.trace import LayerTrace


class Part(NamedTuple):
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
        cell: the cell state's share through a peephole, None without one.
        clip: where the sum was cut off, below and above 0; None where it was not.
    """

    input: float
    recurrent: float
    bias: float | None
    total: float
    value: float
    reset_after: bool = False
    cell: float | None = None
    clip: float | None = None


def parts(trace: LayerTrace, step: int, unit: int) -> Mapping[str, Part]:
    """The sums of one unit at one step, in float64, by the key of the gate or candidate.

    At a masked step nothing was computed; the sums say what would have been.
    """
    return parts_of_steps(trace, range(step, step + 1), unit)[0]


def parts_of_steps(trace: LayerTrace, steps: range, unit: int) -> list[dict[str, Part]]:
    """The same at several steps, computed at once; none where states are maps, as the sums stand
    at every point of them."""
    if trace.maps:
        return [{} for _ in steps]
    at = slice(steps.start, steps.stop)
    series = {key: values[at] for key, values in trace.series.items()}
    before = {
        key: np.stack([trace.before(key, step) for step in steps]).astype(np.float64)
        for key in CELL_KINDS[trace.layer.kind].states
    }
    sums = CELLS[trace.layer.kind].pre_activations(
        trace.layer, trace.inputs[at], before, series, slice(unit, unit + 1)
    )
    of_gates: dict[str, list[Part]] = {}
    for key, each in sums.items():
        bias = None if each.bias is None else float(each.bias[0])
        columns = [each.input, each.recurrent, each.total, series[key][:, unit : unit + 1]]
        columns += [] if each.cell is None else [each.cell]
        rows = np.hstack(columns).tolist()
        is_after = each.reset is not None
        of_gates[key] = [
            Part(
                row[0], row[1], bias, row[2], row[3], is_after, next(iter(row[4:]), None), each.clip
            )
            for row in rows
        ]
    return [
        dict(zip(of_gates, gates, strict=True)) for gates in zip(*of_gates.values(), strict=True)
    ]
