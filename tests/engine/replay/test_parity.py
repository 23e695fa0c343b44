"""A layer's replay equals Keras's own layer, ``return_sequences=True``; see `check_parity`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.network.activations import ACTIVATIONS
from tests.engine.replay.oracle import Case, check_parity

KINDS = ("SimpleRNN", "LSTM", "GRU")

COMBINATIONS = (
    {"bias": True, "masked": False, "reset_after": True},
    {"bias": False, "masked": True, "reset_after": True},
    {"bias": True, "masked": True, "reset_after": False},
    {"bias": False, "masked": False, "reset_after": False},
)
"""Every pair of two options' values occurs; the last two are for a GRU alone."""


def _combinations(kind: str) -> tuple[dict[str, bool], ...]:
    return COMBINATIONS if kind == "GRU" else COMBINATIONS[:2]


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_activation(keras: Any, kind: str, name: str) -> None:
    """An LSTM's state is the exponential of a sum of exponentials: few steps before inf."""
    steps = 3 if (kind, name) == ("LSTM", "exponential") else 6
    for seed, options in enumerate(_combinations(kind)):
        check_parity(keras, Case(kind, activation=name, steps=steps, seed=seed, **options))


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_every_recurrent_activation(keras: Any, kind: str, name: str) -> None:
    """Unbounded ones too, over few steps: a gate beyond 1 lets the state grow."""
    for seed, options in enumerate(_combinations(kind)):
        check_parity(keras, Case(kind, gate=name, steps=4, seed=seed, **options))


@pytest.mark.parametrize("bias", [True, False], ids=["bias", "no bias"])
@pytest.mark.parametrize("masked", [True, False], ids=["masked", "unmasked"])
@pytest.mark.parametrize(
    ("kind", "reset_after"),
    [("SimpleRNN", True), ("LSTM", True), ("GRU", True), ("GRU", False)],
    ids=["SimpleRNN", "LSTM", "GRU reset after", "GRU reset before"],
)
def test_every_combination_of_options(
    keras: Any, kind: str, reset_after: bool, masked: bool, bias: bool
) -> None:
    case = Case(kind, 8, 16, 30, bias=bias, masked=masked, reset_after=reset_after, seed=3)
    check_parity(keras, case)


@pytest.mark.parametrize("steps", [1, 2, 63, 64, 65, 129])
@pytest.mark.parametrize("kind", KINDS)
def test_lengths(keras: Any, kind: str, steps: int) -> None:
    check_parity(keras, Case(kind, steps=steps, masked=steps > 2, seed=steps), ("float32",))


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [
        Case("SimpleRNN", 8, 16, 1000, masked=True),
        Case("LSTM", 8, 16, 1000),
        Case("GRU", 8, 16, 1000, masked=True, reset_after=False),
    ],
    ids=lambda case: case.kind,
)
def test_a_thousand_steps(keras: Any, case: Case) -> None:
    check_parity(keras, case)


@pytest.mark.parametrize("units", [1, 2, 127, 512])
@pytest.mark.parametrize("kind", KINDS)
def test_units(keras: Any, kind: str, units: int) -> None:
    case = Case(kind, units, 16, 12, seed=units)
    check_parity(keras, case)
    if kind == "GRU":
        check_parity(keras, replace(case, reset_after=False, masked=True))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Layers of any kind; of the wide and the long ones only a few."""
    wide = draw(st.integers(0, 9)) == 0
    units = draw(st.integers(65, 512) if wide else st.integers(1, 64))
    steps = draw(st.integers(1, 12) if wide else st.integers(1, 40))
    # hard_shrink jumps, and rounding alone may put a value on the other side of the jump;
    # an LSTM of exponentials overflows.  Both are compared above, with values of their own.
    smooth = st.sampled_from(sorted(set(ACTIVATIONS) - {"hard_shrink", "exponential"}))
    gates = st.sampled_from(["sigmoid", "hard_sigmoid", "hard_sigmoid_keras2", "softmax", "tanh"])
    return Case(
        draw(st.sampled_from(KINDS)),
        units,
        draw(st.integers(1, 32)),
        steps,
        draw(smooth),
        draw(gates),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.integers(0, 2**31)),
    )


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(case=cases())
def test_any_layer(keras: Any, case: Case) -> None:
    check_parity(keras, case)
