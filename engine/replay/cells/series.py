"""What a series is: its key, its role, its colour, how its equation is written.

Which series a cell has, what they are called and their equations stand in the cell's own module.

Equations are the lecture's, in a small TeX: ``_x`` and ``_{xf}`` are subscripts.
Colours are chosen so that no two are confused with the common kinds of colour
blindness; they differ in lightness as well as in hue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.network.activations import with_settings

Role = Literal["state", "gate", "candidate"]
Bounds = tuple[float | None, float | None]
"""The lowest and the highest value; None where there is none."""

UNBOUNDED: Bounds = (None, None)


@dataclass(frozen=True)
class Meaning:
    """A name and one sentence that a student understands, both in English; the sentence
    begins small, as it stands behind the name and a colon."""

    name: str
    says: str


@dataclass(frozen=True)
class Series:
    """One named quantity of a recurrent layer.

    Attributes:
        key: its key in a trace and in the ``LAYER/SERIES`` names of the trace file.
        symbol: how it is written in an equation.
        role: a gate (sequential colours), a candidate or a state (diverging ones).
        low, high: the bounds of its values; None where it is unbounded.
        dark, light: its colour on a dark and on a light ground.
        equation: how a step computes it.
        place: when, among the series of its cell: 0 for the first that a step computes.
        shown: whether its curve is shown until others are chosen.
        rank: how much it says, among the series of its cell: 0 for the one that is seen where
            there is room for no other.
    """

    key: str
    symbol: str
    role: Role
    low: float | None
    high: float | None
    dark: str
    light: str
    equation: str
    place: int
    shown: bool
    rank: int

    @property
    def signed(self) -> bool:
        """Whether zero is the middle of its range."""
        return is_signed(self.key)


BOUNDS: Mapping[str, Bounds] = {
    "tanh": (-1.0, 1.0),
    "sigmoid": (0.0, 1.0),
    "hard_sigmoid": (0.0, 1.0),
    "hard_sigmoid_keras2": (0.0, 1.0),
    "hard_tanh": (-1.0, 1.0),
    "softsign": (-1.0, 1.0),
    "softmax": (0.0, 1.0),
    "sparse_sigmoid": (0.0, 1.0),
    "sparsemax": (0.0, 1.0),
}
"""The bounds of activations; what is not here has none."""

LOOKS: Mapping[str, tuple[Role, str, str]] = {
    # key: role, colour on a dark ground, colour on a light one
    "h": ("state", "#5aa2f0", "#1f6fc4"),
    "c": ("state", "#a97be0", "#7a45bd"),
    "f": ("gate", "#ee8849", "#c4581a"),
    "i": ("gate", "#3fb591", "#16805f"),
    "g": ("candidate", "#e0649b", "#b8326f"),
    "o": ("gate", "#d6b13a", "#8f6f00"),
    "z": ("gate", "#ee8849", "#c4581a"),
    "r": ("gate", "#3fb591", "#16805f"),
    "n": ("candidate", "#e0649b", "#b8326f"),
}


def is_signed(key: str) -> bool:
    """Whether zero is the middle of a series' range: of all but the gates.  Another signal than
    a series is signed."""
    return key not in LOOKS or LOOKS[key][0] != "gate"


def bounds_of(activation: str) -> Bounds:
    """The bounds of an activation by its name, with its settings where it has some."""
    plain, settings = with_settings(activation)
    if plain == "tanh" and settings:
        most = abs(settings["alpha"])
        return -most, most
    return BOUNDS.get(plain, UNBOUNDED)


def written(equation: str, activation: str, gate: str, *, bias: bool, clip: bool = False) -> str:
    """An equation with a layer's own activations, without the bias if it has none; with a clip of
    what goes into them if it has one."""
    if not bias:
        for constant in (" + b_{hn}", " + b_{xn}", *(f" + b_{key}" for key in LOOKS)):
            equation = equation.replace(constant, "")
    if clip:
        equation = re.sub(r"(σ|tanh)\((.*)\)", r"\1(clip(\2))", equation)
    equation = equation.replace("tanh(", f"{_name(activation)}(")
    return equation if gate == "sigmoid" else equation.replace("σ(", f"{_name(gate)}(")


def _name(activation: str) -> str:
    """An activation's name in an equation: without its settings and the version of Keras."""
    return activation.split("(", maxsplit=1)[0].removesuffix("_keras2")
