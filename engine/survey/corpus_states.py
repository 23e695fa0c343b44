"""Where a corpus stands in the space of a state, at the end or at a step, in two dimensions."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.explain.state_space import Plane, plane_of
from engine.network.cell_kinds import STATEFUL
from engine.progress import Progress, ShouldStop, check
from engine.survey.card import reader_of
from engine.survey.collectors import StatesAt
from engine.survey.passes import Workers, pass_over
from engine.survey.storage import taken
from engine.survey.survey import Survey
from engine.survey.umap_map import umap_of

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

SEED = 0

COMPONENTS, UMAP = "components", "umap"
DRAWN = 25_000
"""Sequences that stand in a plane, at most: of more a point says less, and UMAP takes minutes."""

METHODS = (COMPONENTS, UMAP)
"""What brings states into two dimensions: their first two principal components (Pearson 1901), or
UMAP (McInnes, Healy and Melville 2018), which keeps neighbours near each other."""


class Projects(Protocol):
    """What knows where a state stands in two dimensions."""

    def project(self, states: npt.ArrayLike) -> Floats:
        """States ``(..., U)`` as points ``(..., 2)``."""


@dataclass(frozen=True)
class Where:
    """Which states are meant.

    Attributes:
        layer, key: of which state.
        step: the time step, from 0; None for the end of each sequence.
        method: one of `METHODS`.
    """

    layer: str
    key: str
    step: int | None = None
    method: str = COMPONENTS


@dataclass(frozen=True, eq=False)
class CorpusStates:
    """One state of every sequence of a corpus, in two dimensions.

    Attributes:
        where: which states.
        map: where other states of the layer would stand.
        rows: ``(M,)``, the places of the sequences among those that were read: all at the end, at
            a step those that read a step there which is no padding.
        points: ``(M, 2)``.
        count: how many have a state there; of more than `DRAWN` some are drawn by seed, which the
            notes say.
        notes: what went otherwise than asked.
    """

    where: Where
    map: Projects
    rows: Ints
    points: Floats
    count: int
    notes: tuple[Note, ...] = ()

    @property
    def shares(self) -> Floats | None:
        """``(2,)``, the shares of the variance across and up, 0 to 1; None of UMAP, whose
        distances do not add up to a variance."""
        return self.map.shares if isinstance(self.map, Plane) else None


def corpus_states(
    survey: Survey,
    where: Where,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, CorpusStates]:
    """Where the sequences of a survey stand.

    Raises:
        ReplayError: there is no such state or step, there are fewer than two sequences, or all
            stand alike.
        GatescopeError: UMAP is not installed.
        Cancelled: ``should_stop`` became true.
    """
    kinds = {each.name: STATEFUL[each.kind] for each in survey.network.recurrent}
    if where.layer not in kinds or where.key not in kinds[where.layer].states:
        raise ReplayError("{layer} has no state {key}.", layer=where.layer, key=where.key)
    rows, kept, notes = yield from _states(survey, where, workers, should_stop)
    count = len(rows)
    if count > DRAWN:
        rows = np.sort(np.random.default_rng(SEED).permutation(rows)[:DRAWN])
        drawn_by = {"count": f"{DRAWN:,}", "total": f"{count:,}", "seed": SEED}
        notes = (
            *notes,
            Note("{count} of {total} sequences stand here, drawn by seed {seed}.", **drawn_by),
        )
    states = taken(kept, rows).astype(np.float64)
    if count < 2:
        raise ReplayError("A plane needs at least two sequences.")
    yield Progress(0, 1, "Finding the plane")
    check(should_stop)
    plane = plane_of(states, where.layer)  # which also says of UMAP's states that they are usable
    drawn: Projects = plane
    if where.method == UMAP:
        drawn = yield from umap_of(states, should_stop)
    return CorpusStates(where, drawn, rows, drawn.project(states), count, notes)


def _states(
    survey: Survey, where: Where, workers: Workers | None, should_stop: ShouldStop | None
) -> Generator[Progress, None, tuple[Ints, Singles, tuple[Note, ...]]]:
    """The sequences that have a state there, ``(M,)``, and the states ``(N, U)`` of all."""
    count, steps = len(survey.inputs), survey.inputs.steps
    if where.step is None:
        return np.arange(count), survey.ends[where.layer].states[where.key], ()
    if not 0 <= where.step < steps:
        raise ReplayError(
            "There is no step {step}; the sequences have the steps 1 to {steps}.",
            step=where.step + 1,
            steps=steps,
        )
    units = survey.network.layer(where.layer).units
    kept = StatesAt(where.layer, where.key, where.step, units, count)
    network, edits = reader_of(survey, where.layer)
    passed = yield from pass_over(network, survey.inputs, [kept], workers, edits, should_stop)
    return np.flatnonzero(kept.read), kept.states, passed.notes
