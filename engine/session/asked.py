"""`Asked`: what is explained in a window, and how; plain data, as all of a snapshot is."""

from __future__ import annotations

from dataclasses import dataclass

from engine.checked import a_choice, a_text, between, items, one_of, optional_integer
from engine.explain.choices import MAX_STEPS, REPLACEMENTS
from engine.explain.methods import METHODS

MAX_NAME, MAX_ATTENDING = 1000, 64
"""Letters in the name of a layer, and layers that are chosen at once."""

STRIPS = ("prediction", "attribution", "memory")
"""What stands under the words."""


@dataclass(frozen=True)
class Asked:
    """What is explained, and where it is shown.

    Attributes:
        strip: what the strip under the words shows, one of `STRIPS`.
        methods: the methods of attribution that are shown, in order, by their names in `METHODS`.
        at: whether the answer at the "end" is explained, or the one at the "cursor".
        channel: the class that is explained; None for the likeliest.
        baseline: of integrated gradients; "" for what fits the network.
        points: of integrated gradients; 0 for as many as are needed.
        replacement: what occlusion puts in a word's place.
        memory: whose gradients by the states are shown: those of the last "state", or of the
            "answer".
        attends: the layers whose attention is shown, at most one of each network, by their names; a
            network of which none is named shows its first.
        head: the head that is shown, from 1; 0 for the mean of all.
    """

    strip: str = one_of(*STRIPS)
    methods: tuple[str, ...] = items(a_choice(*METHODS), len(METHODS), default=("gradxinput",))
    at: str = one_of("end", "cursor")
    channel: int | None = optional_integer(0, 1_000_000)
    baseline: str = one_of("", *METHODS["ig"].baselines)
    points: int = between(0, 0, MAX_STEPS)
    replacement: str = one_of(*REPLACEMENTS)
    memory: str = one_of("state", "answer")
    attends: tuple[str, ...] = items(a_text(MAX_NAME), MAX_ATTENDING)
    head: int = between(0, 0, 10_000)
