"""States that a sequence begins with, as the reading before it left them.

They travel among the `auxiliary_inputs` of a sequence, under names that no input has: so
whatever reads the sequence, to draw or to explain it, begins with them.  A layer whose initial
state is wired keeps that one, as Keras's does.

Source: ``stateful=True`` in ``keras/src/layers/rnn/rnn.py`` of Keras 3.15, where a batch begins
with the last states of the one before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.errors import Note
from engine.network.cell_kinds import STATEFUL
from engine.replay.trace import Trace
from engine.replay.value import Array
from engine.sequence import Sequence

_MARK = "\0"  # which no name of a layer holds

Begins = Mapping[str, Array]
"""States ``(U,)``, maps whole, by the names that they have among the auxiliary inputs."""


def left_by(trace: Trace) -> Begins:
    """The states in which the recurrent layers of a reading ended."""
    states = {}
    for name, layer in trace.layers.items():
        last = layer.first if layer.backwards else -1
        ends = layer.maps or layer.series
        for key in STATEFUL[layer.layer.kind].states:
            states[f"{_MARK}{name}{_MARK}{key}"] = np.asarray(ends[key][last])
    return states


def begun(sequence: Sequence, begins: Begins) -> Sequence:
    """A sequence that begins with these states."""
    given = {**without_begins(sequence.auxiliary_inputs), **begins}
    return replace(sequence, auxiliary_inputs=given) if begins else sequence


def without_begins(auxiliary: Mapping[str, Array]) -> dict[str, Array]:
    """The auxiliary inputs ``(...)`` or ``(B, ...)`` alone, by name."""
    return {name: array for name, array in auxiliary.items() if not name.startswith(_MARK)}


def begins_in(auxiliary: Mapping[str, Array], count: int) -> dict[str, dict[str, Array]]:
    """The states ``(B, U)``, maps ``(B, ..., U)``, by layer and key that stand among auxiliary
    inputs ``(B, ...)`` of so many sequences; those of a single one are everyone's."""
    states: dict[str, dict[str, Array]] = {}
    for name, array in auxiliary.items():
        if name.startswith(_MARK):
            _, layer, key = name.split(_MARK)
            states.setdefault(layer, {})[key] = np.broadcast_to(array, (count, *array.shape[1:]))
    return states


def carried_note(count: int) -> Note:
    """That a review begins with the states that so many before it left."""
    return Note(
        "The state is carried: a network that read the review before begins with the state that it "
        "ended in. Reviews before this one: {count}.",
        count=count,
    )
