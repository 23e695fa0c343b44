"""`Ending`: the answer that counts, and what it would have been had the reading ended before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.replay.trace import Trace


@dataclass(frozen=True, eq=False)
class Ending:
    """What a network answers once, at the end.

    Attributes:
        answer: one number; of several the largest.
        channel: which of them it is, from 0; None for a network with one output.
        count: how many outputs there are.
        on_the_way: the same output had the reading ended at each step, ``(T,)``; NaN where there is
            no answer yet.
    """

    answer: float
    channel: int | None
    count: int
    on_the_way: npt.NDArray[np.float64]


def ending(trace: Trace) -> Ending:
    """What a network answers at the end, and what it would have before.

    Raises:
        ReplayError: it has no answer there, or its answers on the way are not what they would have
            been had the reading ended: it looks ahead, or says something of every step.
    """
    answers = np.asarray(trace.prediction, np.float64)
    last = np.atleast_1d(answers[-1])
    if not last.size or not np.isfinite(last).all():
        raise ReplayError("{network} has no answer of one number.", network=trace.network.name)
    if trace.looks_ahead:
        raise ReplayError(
            "{network} looks at what comes after, too: what it would have answered had the review "
            "ended earlier is not known.",
            network=trace.network.name,
        )
    if _answers_every_step(trace):
        raise ReplayError(
            "{network} answers at every step, and not once at the end.", network=trace.network.name
        )
    if answers.ndim == 1:
        return Ending(float(last[0]), None, 1, answers)
    channel = int(last.argmax())
    return Ending(float(last[channel]), channel, last.size, answers[:, channel])


def _answers_every_step(trace: Trace) -> bool:
    calls = {call.name: call for call in trace.network.calls}
    name, place = next(iter(trace.network.outputs), ("", 0))
    if name not in calls or place:
        return False
    return len(trace.network.layer_of(calls[name]).output_shape) > 2
