"""The kinds of question of a lesson, one row each: the engine answers them on what is read.

A question is asked of one layer's reading.  Its choices are computed from the network too; which
of them is right is computed when the answer is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.errors import Note
from engine.lessons.checks.kind import CheckKind
from engine.lessons.checks.of_cell import (
    ask_adds,
    ask_gate,
    ask_held,
    ask_most,
    ask_parameters,
    ask_slope,
)
from engine.lessons.checks.of_reading import (
    ask_fades,
    ask_halfway,
    ask_padded,
    ask_padding,
    ask_shuffle,
)

CELLS = "SimpleRNN", "LSTM", "GRU"
FUNCTIONS = "sigmoid", "tanh", "relu"
VALUES: Mapping[str, tuple[str, ...]] = {"kind": CELLS, "beside": CELLS, "function": FUNCTIONS}
"""What options of these names take, of whatever question; the others take what the question says."""

CHECKS: Mapping[str, CheckKind] = {
    kind.name: replace(kind, options=(*kind.options, "kind"))
    for kind in (
        CheckKind(
            "gate", Note("What a gate or state does at a word"), ask_gate, ("series", "word")
        ),
        CheckKind("most", Note("Which word changes it most"), ask_most, ("series",)),
        CheckKind(
            "parameters", Note("How many weights a layer has"), ask_parameters, ("times", "steps")
        ),
        CheckKind(
            "shuffle",
            Note("Whether the answer changes when words are shuffled"),
            ask_shuffle,
            ("seed",),
        ),
        CheckKind("padding", Note("What a state is after padding"), ask_padding, ("series",)),
        CheckKind(
            "padded",
            Note("Whether the side of the padding changes the answer"),
            ask_padded,
            ("words",),
        ),
        CheckKind(
            "slope",
            Note("How steep an activation function is"),
            ask_slope,
            ("function", "at"),
            is_of_network=False,
        ),
        CheckKind(
            "fades", Note("How much of the gradient is left"), ask_fades, ("steps", "beside")
        ),
        CheckKind(
            "held", Note("What the answer does if a gate is held"), ask_held, ("series", "value")
        ),
        CheckKind("halfway", Note("What the answer is after half of the words"), ask_halfway),
        CheckKind(
            "adds",
            Note("Whether the word or the memory adds more"),
            ask_adds,
            ("word",),
            "SimpleRNN",
        ),
    )
}
"""By name."""
