"""The one place that says what each series is.

Symbol, full name, range, colour and equation of ``h c f i g o z r n``; plots,
diagram, equations, legend and export all read it from here.

Equations are the lecture's, in a small TeX: ``_x`` and ``_{xf}`` are subscripts.
(The lecture's second form of the input gate prints ``b_f``; it is ``b_i``.)
Colours are chosen so that no two are confused with the common kinds of colour
blindness; they differ in lightness as well as in hue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.network.network import Layer

Role = Literal["state", "gate", "candidate"]


@dataclass(frozen=True)
class Series:
    """One named quantity of a recurrent layer.

    Attributes:
        key: its key in a trace and in the ``LAYER/SERIES`` names of the trace file.
        symbol: how it is written in an equation.
        name: the full name by language, ``{"en": ..., "ko": ...}``.
        role: a gate (sequential colours), a candidate or a state (diverging ones).
        low, high: the bounds of its values; None where it is unbounded.
        dark, light: its colour on a dark and on a light ground.
        equation: how a step computes it.
    """

    key: str
    symbol: str
    name: Mapping[str, str]
    role: Role
    low: float | None
    high: float | None
    dark: str
    light: str
    equation: str

    @property
    def signed(self) -> bool:
        """Whether zero is the middle of its range."""
        return self.role != "gate"


_BOUNDS: Mapping[str, tuple[float | None, float | None]] = {
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

_LOOK: Mapping[str, tuple[str, str, Role, str, str]] = {
    # key: English, Korean, role, colour on dark, colour on light
    "h": ("hidden state", "은닉 상태", "state", "#5aa2f0", "#1f6fc4"),
    "c": ("cell state", "셀 상태", "state", "#a97be0", "#7a45bd"),
    "f": ("forget gate", "망각 게이트", "gate", "#ee8849", "#c4581a"),
    "i": ("input gate", "입력 게이트", "gate", "#3fb591", "#16805f"),
    "g": ("candidate", "후보", "candidate", "#e0649b", "#b8326f"),
    "o": ("output gate", "출력 게이트", "gate", "#d6b13a", "#8f6f00"),
    "z": ("update gate", "갱신 게이트", "gate", "#ee8849", "#c4581a"),
    "r": ("reset gate", "리셋 게이트", "gate", "#3fb591", "#16805f"),
    "n": ("candidate", "후보", "candidate", "#e0649b", "#b8326f"),
}

_EQUATIONS: Mapping[str, Mapping[str, str]] = {
    "SimpleRNN": {"h": "h_t = tanh(W_{xh} x_t + W_{hh} h_{t-1} + b_h)"},
    "LSTM": {
        "h": "h_t = o_t * tanh(c_t)",
        "c": "c_t = f_t * c_{t-1} + i_t * g_t",
        "f": "f_t = σ(W_{xf} x_t + W_{hf} h_{t-1} + b_f)",
        "i": "i_t = σ(W_{xi} x_t + W_{hi} h_{t-1} + b_i)",
        "g": "g_t = tanh(W_{xg} x_t + W_{hg} h_{t-1} + b_g)",
        "o": "o_t = σ(W_{xo} x_t + W_{ho} h_{t-1} + b_o)",
    },
    "GRU": {
        "h": "h_t = z_t * h_{t-1} + (1 - z_t) * n_t",
        "z": "z_t = σ(W_{xz} x_t + W_{hz} h_{t-1} + b_z)",
        "r": "r_t = σ(W_{xr} x_t + W_{hr} h_{t-1} + b_r)",
        "n": "n_t = tanh(W_{xn} x_t + r_t * (W_{hn} h_{t-1} + b_{hn}) + b_{xn})",
    },
}

_GRU_RESET_BEFORE = "n_t = tanh(W_{xn} x_t + W_{hn} (r_t * h_{t-1}) + b_n)"

KEYS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(equations) for kind, equations in _EQUATIONS.items()
}
"""The keys of each kind of layer, in the order in which they are shown."""


def series_of(layer: Layer) -> tuple[Series, ...]:
    """The series of a recurrent layer, with ranges and equations as its options have them.

    ``tanh`` and ``σ`` in an equation give way to the layer's own activation; a bound
    that this activation does not have becomes None.
    """
    activation = str(layer.options.get("activation", "tanh"))
    gate = str(layer.options.get("recurrent_activation", "sigmoid"))
    found = []
    for key in KEYS[layer.kind]:
        english, korean, role, dark, light = _LOOK[key]
        equation = _EQUATIONS[layer.kind][key]
        if key == "n" and not layer.options.get("reset_after", True):
            equation = _GRU_RESET_BEFORE
        if not layer.options.get("use_bias", True):
            equation = _without_bias(equation)
        equation = equation.replace("tanh(", f"{_written(activation)}(")
        if gate != "sigmoid":
            equation = equation.replace("σ(", f"{_written(gate)}(")
        low, high = _BOUNDS.get(gate if role == "gate" else activation, (None, None))
        if key == "c" or (key == "h" and not _bounded_state(layer.kind, gate)):
            low = high = None
        if role != "gate" and low == 0.0:
            low = -1.0  # a symmetric range keeps zero in the middle of the colours
        found.append(
            Series(
                key=key,
                symbol=key,
                name={"en": english, "ko": korean},
                role=role,
                low=low,
                high=high,
                dark=dark,
                light=light,
                equation=equation,
            )
        )
    return tuple(found)


def _bounded_state(kind: str, gate: str) -> bool:
    """Whether the gates keep the hidden state within the bounds of the activation."""
    low, high = _BOUNDS.get(gate, (None, None))
    if kind == "LSTM":  # a product with a gate of at most 1
        return high is not None
    # A GRU's is a mean, weighed by the gate: within bounds while no weight is negative.
    return kind == "SimpleRNN" or (low, high) == (0.0, 1.0)


def _written(activation: str) -> str:
    """An activation's name in an equation: without its settings and the version of Keras."""
    return activation.split("(", maxsplit=1)[0].removesuffix("_keras2")


def _without_bias(equation: str) -> str:
    for bias in (" + b_{hn}", " + b_{xn}", *(f" + b_{key}" for key in "hfigozrn")):
        equation = equation.replace(bias, "")
    return equation
