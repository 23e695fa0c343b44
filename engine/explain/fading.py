"""`Felt`: the fading map of one layer on the time steps of the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.memory import fading
from engine.network.network import Network
from engine.network.refusal import no_layer
from engine.replay.edits import LayerEdit
from engine.replay.forward import forward
from engine.sequence import Sequence

Floats = npt.NDArray[np.float64]

MAX_DRAWN = 2_000
"""Rows and columns of what is drawn: more than a screen has pixels for a map."""


@dataclass(frozen=True, eq=False)
class Felt:
    """How much of the input of every step is felt at every other.

    Attributes:
        norms: ``(T, T)``, row s and column t: the norm of ``d(h_t)/d(x_s)`` of one layer; NaN where
            t comes before s, or the layer has no step of its own yet.
        backwards: whether the layer reads the last step first.
        padding: ``(T,) bool``, true where a step was added.
    """

    norms: Floats
    backwards: bool
    padding: npt.NDArray[np.bool_]

    @cached_property
    def share(self) -> npt.NDArray[np.float32]:
        """The same as a share of what is felt at s itself, ``(T, T)``; NaN where nothing is."""
        own = np.diagonal(self.norms)[:, None]
        shares = np.full(self.norms.shape, np.nan, np.float32)
        with np.errstate(all="ignore"):  # of thousands of steps no copy is made on the way
            np.divide(self.norms, own, out=shares, where=own > 0, casting="same_kind")
        return shares

    @cached_property
    def drawn(self) -> npt.NDArray[np.float32]:
        """`share` as it is drawn: of more than `MAX_DRAWN` steps the mean of so many by so many as
        leave no more, without what is NaN, ``(D, D)``."""
        steps = len(self.share)
        each = -(-steps // MAX_DRAWN)
        if each == 1:
            return self.share
        firsts = np.arange(0, steps, each)
        drawn = np.empty((len(firsts), len(firsts)), np.float32)
        for place, first in enumerate(firsts):
            rows = self.share[first : first + each]
            known = np.isfinite(rows)
            sums = np.add.reduceat(np.where(known, rows, 0.0).sum(axis=0), firsts)
            counts = np.add.reduceat(known.sum(axis=0), firsts)
            drawn[place] = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
        return drawn

    @cached_property
    def most(self) -> float:
        """The largest share; 0 where nothing is felt."""
        return float(np.max(self.share, initial=0.0, where=np.isfinite(self.share)))

    def left_after(self, steps: int) -> Floats:
        """What is left of each word after so many steps, ``(n,)``, of those that are felt; what is
        left of padding is not asked."""
        if steps >= len(self.norms):
            return np.zeros(0)
        words = (
            ~self.padding[steps:] if self.backwards else ~self.padding[: len(self.norms) - steps]
        )
        left = np.diagonal(self.share, -steps if self.backwards else steps)[words]
        return left[np.isfinite(left)].astype(np.float64)


def felt_in(
    network: Network,
    sequence: Sequence,
    layer: str,
    should_stop: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
    edits: tuple[LayerEdit, ...] = (),
) -> Felt:
    """The fading map ``(T, T)`` of a layer, by its own input at each step.

    Raises:
        ReplayError: there is no such layer, or its weights are not finite.
        Cancelled: ``should_stop`` became true.
    """
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    inputs = sequence.inputs[None]
    records = forward(network, inputs, auxiliary, np.float64, should_stop, edits=edits).records
    if layer not in records:
        raise no_layer(network, layer, records)
    record = records[layer]
    own = fading(record, should_stop, progress)
    if not np.isfinite(own).all():
        raise ReplayError(
            "The states of {layer} are not finite numbers, and have no gradients.", layer=layer
        )
    order = np.arange(len(own))
    earlier = order[:, None] < order if record.backwards else order[:, None] > order
    own[earlier] = np.nan
    steps = len(sequence)
    if not np.array_equal(record.times, np.arange(steps)):
        at = record.rows_on(steps)
        placed = own[np.maximum(at, 0)][:, np.maximum(at, 0)]
        placed[at < 0] = np.nan
        placed[:, at < 0] = np.nan
        own = placed
    return Felt(own, record.reads_last_first, sequence.padding)
