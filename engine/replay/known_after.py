"""What a network wrote after a series, beside what truly came after it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.replay.trace import Trace


@dataclass(frozen=True, eq=False)
class Forecast:
    """What was written as far as the true continuation is known.

    Attributes:
        written: by the network, ``(n, F) float32``.
        true: what came after, ``(n, F) float32``, scaled as it is read.
        last: the last step that was read, ``(F,) float32``.
    """

    written: npt.NDArray[np.float32]
    true: npt.NDArray[np.float32]
    last: npt.NDArray[np.float32]

    @property
    def error(self) -> float:
        """The mean distance of what was written from the truth."""
        return float(np.abs(self.written - self.true).mean())

    @property
    def error_of_last(self) -> float:
        """The same had the last step been repeated: what a forecast has to be better than."""
        return float(np.abs(self.last - self.true).mean())


def forecast_of(trace: Trace) -> Forecast | None:
    """What a network wrote and what came after; None where it wrote nothing of the kind, or where
    nothing is known of it."""
    written, true = trace.written, trace.sequence.follows
    if written is None or true is None or written.values.ndim != 2:
        return None
    first, count = written.first, min(len(written.values), len(true))
    if not count or not first or trace.sequence.inputs.shape[1:] != true.shape[1:]:
        return None
    if written.values.shape[1:] != true.shape[1:]:
        return None
    return Forecast(
        np.asarray(written.values[:count], np.float32),
        true[:count],
        np.asarray(trace.sequence.inputs[first - 1], np.float32),
    )


def forecast_note(trace: Trace) -> Note | None:
    """How far what was written is from the truth; None where that is not known."""
    found = forecast_of(trace)
    if found is None or trace.written is None:
        return None
    return Note(
        "Of the {written} steps that {network} wrote, {known} are known: they are {error} away from "
        "them on average, and the last step, repeated, is {last} away.",
        written=len(trace.written.values),
        network=trace.network.name,
        known=len(found.true),
        error=f"{found.error:.4g}",
        last=f"{found.error_of_last:.4g}",
    )
