"""What is computed from traces for the views: answers by step, where they part, shading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.closing import gives_probability, is_probability
from engine.network.network import Network
from engine.replay.trace import Trace
from engine.session.pane import LENT, Pane, Shade

Curve = npt.NDArray[np.floating[Any]]

PARTING = 0.1
"""Networks have parted where their predictions differ by more than this."""


def winner_of(prediction: Curve) -> int:
    """The class that wins at the end, of ``(T, C)``; where there is no answer, the first."""
    return int(np.nan_to_num(prediction[-1]).argmax())


def answer_of(trace: Trace, winner: Trace | None = None) -> Curve:
    """One number a step, ``(T,)``: the output, or the probability of the class that wins
    at the end, of ``winner`` where that is given; NaN where there is no answer yet."""
    prediction = trace.prediction
    if prediction.ndim == 1:
        return prediction
    return prediction[:, winner_of((winner or trace).prediction)]


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


def changes(values: Curve, ghost: Curve) -> Curve:
    """A reading minus the untouched one, step by step, ``(T, ...)``; NaN beyond its end."""
    change = np.full_like(values, np.nan)
    both = min(len(values), len(ghost))
    change[:both] = values[:both] - ghost[:both]
    return change


def ghosts(panes: Iterable[Pane], steps: int) -> list[Curve | None]:
    """Each pane's answer by step without edits, ``(steps,)``, of the class that wins with them;
    None where nothing is edited."""
    return [
        None
        if pane.ghost is None or pane.trace is None or pane.only_reads_on
        else _before(pane.ghost, pane.trace, steps)
        for pane in panes
    ]


def _before(ghost: Trace, trace: Trace, steps: int) -> Curve:
    """The answers of a ghost, ``(steps,)``; NaN where only the network's own steps are."""
    answers = answer_of(ghost, trace)
    before = _extended(answers, steps)[:steps]
    if trace.written is not None:
        before = before.copy()
        before[len(answers) :] = np.nan
    return before


def are_probabilities(panes: Iterable[Pane]) -> bool:
    """Whether the answers of all panes that have a trace are, those before edits too."""
    return all(
        is_probability([trace.network], trace.prediction)
        for pane in panes
        for trace in (pane.trace, pane.ghost)
        if trace is not None
    )


def is_assumed(trace: Trace) -> bool:
    """Whether an answer counts for a probability because of its values alone."""
    if gives_probability(trace.network) is not None or not np.isfinite(trace.prediction).any():
        return False
    return is_probability([trace.network], trace.prediction)


def are_shares(network: Network, answer: npt.NDArray[np.floating[Any]], output: int = 0) -> bool:
    """Whether an answer, ``(C,)``, is the probabilities of classes: more than one number, none
    negative, together 1, out of a function that gives such, or out of one that is not known."""
    if len(answer) < 2 or gives_probability(network, output) is False:
        return False
    return bool((answer >= 0).all()) and abs(float(answer.sum()) - 1.0) < 1e-3


def parting(traces: Sequence[Trace], steps: int, first: int) -> int | None:
    """The first step at which the answers of two networks that were together begin to differ by
    more than `PARTING`: in any class, or by that share of their range where they are no
    probabilities.

    Args:
        traces: one a network; NaN is no answer, and parts from nobody.
        steps: the number of time steps; where a reading is shorter, its last answer stays.
        first: the step of the first word; where two are apart from there to the end, it is the
            answer.

    Returns:
        None where they stay together, or where no two of them answer with as many classes.
    """
    answers = [_extended(_columns(trace.prediction), steps)[first:] for trace in traces]
    bounded = [is_probability([trace.network], trace.prediction) for trace in traces]
    begins = [
        _begins_to_differ(answers[a], answers[b], are_bounded=bounded[a] and bounded[b])
        for a, b in combinations(range(len(traces)), 2)
        if answers[a].shape == answers[b].shape
    ]
    return min((first + step for step in begins if step is not None), default=None)


def _columns(prediction: Curve) -> Curve:
    """``(T, C)``, of one number too."""
    return prediction if prediction.ndim == 2 else prediction[:, None]


def _begins_to_differ(a: Curve, b: Curve, *, are_bounded: bool) -> int | None:
    """The first step, of ``(T, C)`` each; None where they stay together."""
    known = np.concatenate([each[np.isfinite(each)] for each in (a, b)])
    if not len(known):
        return None
    reach = 1.0 if are_bounded else float(np.ptp(known.astype(np.float64)))
    with np.errstate(invalid="ignore", over="ignore"):
        distance = np.abs(a - b).max(axis=1)
    apart, together = distance > PARTING * reach, distance <= PARTING * reach
    begins = np.flatnonzero(apart[1:] & together[:-1]) + 1 if together.any() else apart.nonzero()[0]
    return int(begins[0]) if len(begins) else None


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
    if (series := pane.layer_trace.series.get(shade.key)) is None:
        return None
    unit = pane.units[0] if shade.unit is None else shade.unit
    return series[:, max(0, min(unit, series.shape[1] - 1))]


def _extended(curve: Curve, steps: int) -> Curve:
    """A curve over all time steps: the last answer stays."""
    if len(curve) >= steps:
        return curve
    return np.concatenate([curve, np.repeat(curve[-1:], steps - len(curve), axis=0)])
