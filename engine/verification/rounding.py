"""How far float32 is from the exact answer, by the replay in float64, and how that grows.

Two programs that compute the same differ by rounding.  A network may amplify that from step to
step until nothing of it is left to trust, whoever computes it; so a difference alone is no fault.
Three things are measured: how far Keras and the replay each are from the replay in float64; how
far they are after *one* step from Keras's own states, where nothing has grown yet; and from which
step on the distance is more than a share of what the layer's values range over.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import STATEFUL
from engine.replay.recurrent import read_layer
from engine.replay.timeline import LayerRecord

Array = npt.NDArray[np.floating[Any]]

UNRELIABLE = 1e-3
"""The share of the range of a series beyond which a value is not to be trusted."""


@dataclass(frozen=True)
class Distance:
    """How far two are from exact, relative to values beyond 1.

    Attributes:
        keras: Keras's largest distance.
        ours: the replay's.
    """

    keras: float
    ours: float

    @classmethod
    def of(cls, theirs: Array, ours: Array, exact: Array) -> Distance:
        """The largest distances of two arrays from a third, of any shape; infinite where theirs are
        not one and the same."""
        if not theirs.shape == ours.shape == exact.shape:
            return cls(math.inf, math.inf)
        return cls(difference(exact, theirs), difference(exact, ours))

    @property
    def is_finite(self) -> bool:
        """Whether both are numbers."""
        return math.isfinite(self.keras) and math.isfinite(self.ours)

    def data(self) -> dict[str, float]:
        """Plain data, for JSON."""
        return {"keras": self.keras, "gatescope": self.ours}


@dataclass(frozen=True)
class Amplification:
    """A layer in which rounding grows until its values cannot be trusted.

    Attributes:
        layer: its name.
        series: the series in which that is first.
        factor: by how much rounding grows in a step.
        reliable: how many steps, from the first that is read, can be trusted.
        steps: how many there were.
    """

    layer: str
    series: str
    factor: float
    reliable: int
    steps: int

    def data(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        return {
            "layer": self.layer,
            "series": self.series,
            "factor": self.factor,
            "reliable_steps": self.reliable,
            "steps": self.steps,
        }


def difference(wanted: Array, found: Array) -> float:
    """The largest difference of two arrays of any shape, relative to values beyond 1; infinite
    where only one of them is a finite number: weights that are none make both no numbers."""
    with np.errstate(invalid="ignore"):
        gap = np.abs(wanted.astype(np.float64) - found) / np.maximum(1.0, np.abs(wanted))
    gap = np.where((wanted == found) | (np.isnan(wanted) & np.isnan(found)), 0.0, gap)
    worst = float(gap.max()) if gap.size else 0.0
    return worst if math.isfinite(worst) else math.inf


def of_one_step(
    record: LayerRecord,
    theirs: Mapping[str, Array],
    inputs: Array,
    mask: npt.NDArray[np.bool_] | None,
    start: list[Array],
) -> Distance:
    """How far one step is from exact, from where Keras stood before it.

    Every step is taken anew, in float64 and in float32, from Keras's own states; so nothing of
    what rounding had become by then counts.

    Args:
        record: of our own layer.
        theirs: Keras's series, ``(B, T, U)`` by key, in the order of the input.
        inputs: what Keras's layer was given, ``(B, T, F)``.
        mask: ``(B, T)``, false at steps that were passed over.
        start: Keras's states before the first step, ``(B, U)``; none for zeros.
    """
    keys = STATEFUL[record.layer.kind].states
    order = slice(None, None, -1) if record.backwards else slice(None)
    batch, steps, *shape = theirs[keys[0]].shape
    live = np.ones((batch, steps), bool) if mask is None else mask
    before = {}
    for place, key in enumerate(keys):
        first = start[place] if place < len(start) else np.zeros((batch, *shape))
        states = theirs[key][:, order].astype(np.float64)
        before[key] = np.concatenate([first[:, None], states[:, :-1]], axis=1)[:, order][live]
    taken = inputs[live][:, None]
    made = {
        dtype: read_layer(record.layer, taken, None, dtype, None, before).series
        for dtype in ("float64", "float32")
    }
    distances = [
        Distance.of(values[live][:, None], made["float32"][key], made["float64"][key])
        for key, values in theirs.items()
    ]
    return Distance(max(each.keras for each in distances), max(each.ours for each in distances))


def amplification(
    record: LayerRecord, theirs: Mapping[str, Array], exact: Mapping[str, Array]
) -> Amplification | None:
    """Where the values of a layer, Keras's or ours, become unreliable; None if nowhere.

    Args:
        record: of our own layer.
        theirs, exact: Keras's series and those of the replay in float64, ``(B, T, U)`` by key.
    """
    found = [
        _of_series(record, key, values, exact[key])
        for key, values in theirs.items()
        if values.shape == exact[key].shape
    ]
    return min(
        (each for each in found if each is not None), key=lambda each: each.reliable, default=None
    )


def _of_series(record: LayerRecord, key: str, theirs: Array, exact: Array) -> Amplification | None:
    # With 0 in it: a gate that stays near 1 has no range of its own but what float32 rounds by.
    span = float(max(exact.max(), 0) - min(exact.min(), 0)) if exact.size else 0.0
    if not math.isfinite(span) or span == 0:
        return None
    gaps = np.maximum(np.abs(theirs - exact), np.abs(record.series[key] - exact))
    by_step = gaps.max(axis=(0, *range(2, gaps.ndim)))[:: -1 if record.backwards else 1] / span
    beyond = np.flatnonzero(by_step > UNRELIABLE)
    if not len(beyond):
        return None
    first = int(beyond[0])
    begins = int(np.flatnonzero(by_step > 0)[0])
    grown = float(by_step[first] / by_step[begins])
    # Where the very first step is beyond, from what float32 rounds by.
    factor = grown ** (1 / (first - begins)) if first > begins else float(by_step[first]) * 2**24
    return Amplification(record.layer.name, key, factor, first, len(by_step))
