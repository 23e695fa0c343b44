"""What is computed from traces for the views: answers by step, where they part, shading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.replay.trace import Trace
from engine.session.pane import LENT, Pane, Shade

Curve = npt.NDArray[np.floating[Any]]

PARTING = 0.1
"""Networks have parted where their predictions differ by more than this."""


def answer_of(trace: Trace) -> Curve:
    """One number a step, ``(T,)``: the output, or the probability of the class that wins
    at the end where there are several; NaN where there is no answer yet."""
    prediction = trace.prediction
    if prediction.ndim == 1:
        return prediction
    column: Curve = prediction[:, int(np.nan_to_num(prediction[-1]).argmax())]
    return column


def predictions(panes: Iterable[Pane], steps: int) -> list[Curve | None]:
    """Each pane's answer by step, ``(steps,)``; None where there is no trace.

    Where a reading is shorter than the others, its last answer stays.
    """
    return [
        None if pane.trace is None else _extended(answer_of(pane.trace), steps) for pane in panes
    ]


def values_of(panes: Iterable[Pane], key: str) -> list[Curve]:
    """A series of every pane that has it, each ``(T, U)``; NaN before a layer's first step."""
    traces = [pane.layer_trace for pane in panes]
    return [trace.series[key] for trace in traces if trace is not None and key in trace.series]


def parting(curves: Sequence[Curve | None], first: int) -> int | None:
    """The first step at which predictions that were together begin to differ by more than
    `PARTING`.

    Args:
        curves: one a network, each ``(T,)``; None and NaN have no answer and part from nobody.
        first: the step of the first word; where the curves were apart from there to the
            end, it is the answer.

    Returns:
        None where fewer than two networks answer, or where they stay together.
    """
    answers = [curve for curve in curves if curve is not None]
    if len(answers) < 2:
        return None
    stacked = np.stack(answers)
    apart = (stacked.max(axis=0) - stacked.min(axis=0) > PARTING)[first:]
    if apart.all():
        return first
    begins = np.flatnonzero(apart[1:] & ~apart[:-1]) + 1
    return first + int(begins[0]) if len(begins) else None


def shading(panes: Sequence[Pane], shade: Shade) -> Curve | None:
    """The signal that colours the words, ``(T,)``; NaN before a layer's first step.

    None where nothing is to be coloured, or the pane has no such signal.
    """
    if shade.key in ("none", *LENT) or not 0 <= shade.pane < len(panes):
        return None
    pane = panes[shade.pane]
    if pane.trace is None or pane.layer_trace is None:
        return None
    if shade.key == "change":
        answer = answer_of(pane.trace)
        return np.diff(answer, prepend=answer[:1])
    series = pane.layer_trace.series.get(shade.key)
    if series is None:
        return None
    unit = pane.units[0] if shade.unit is None else shade.unit
    column: Curve = series[:, max(0, min(unit, series.shape[1] - 1))]
    return column


def _extended(curve: Curve, steps: int) -> Curve:
    """A curve over all time steps: the last answer stays."""
    if len(curve) >= steps:
        return curve
    return np.concatenate([curve, np.repeat(curve[-1:], steps - len(curve))])
