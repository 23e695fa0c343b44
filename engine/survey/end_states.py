"""Where a corpus ends in the space of a state: its two principal components over all sequences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.state_space import Plane, plane_of
from engine.network.cell_kinds import CELL_KINDS
from engine.survey.survey import Survey

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class EndStates:
    """The last state of every sequence of a corpus, in two dimensions.

    Attributes:
        layer, key: of which state.
        plane: of the ends of all sequences.
        points: ``(N, 2)``.
    """

    layer: str
    key: str
    plane: Plane
    points: Floats


def end_states(survey: Survey, layer: str, key: str) -> EndStates:
    """Where the sequences of a survey end.

    Raises:
        ReplayError: there is no such state, there are fewer than two sequences, or all end alike.
    """
    kinds = {each.name: CELL_KINDS[each.kind] for each in survey.network.recurrent}
    if layer not in kinds or key not in kinds[layer].states:
        raise ReplayError("{layer} has no state {key}.", layer=layer, key=key)
    states = survey.ends[layer].states[key].astype(np.float64)
    if len(states) < 2:
        raise ReplayError("A plane needs at least two sequences.")
    plane = plane_of(states, layer)
    return EndStates(layer, key, plane, plane.project(states))
