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
"""Every pair of two options' values occurs."""


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_activation(keras: Any, kind: str, name: str) -> None:
    for seed, options in enumerate(COMBINATIONS):
        check_parity(keras, Case(kind, activation=name, seed=seed, **options))


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_every_recurrent_activation(keras: Any, kind: str, name: str) -> None:
    """Unbounded ones too, over few steps: a gate beyond 1 lets the state grow."""
    for seed, options in enumerate(COMBINATIONS):
        check_parity(keras, Case(kind, gate=name, steps=6, seed=seed, **options))


@pytest.mark.parametrize("bias", [True, False], ids=["bias", "no bias"])
@pytest.mark.parametrize("masked", [True, False], ids=["masked", "unmasked"])
@pytest.mark.parametrize("reset_after", [True, False], ids=["reset after", "reset before"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_combination_of_options(
    keras: Any, kind: str, bias: bool, masked: bool, reset_after: bool
) -> None:
    if kind != "GRU" and not reset_after:
        pytest.skip("only a GRU has reset_after")
    check_parity(
        keras, Case(kind, 8, 16, 30, bias=bias, masked=masked, reset_after=reset_after, seed=3)
    )


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
    # Those that jump (hard_shrink) may fall on either side of the jump by rounding alone.
    smooth = st.sampled_from(sorted(set(ACTIVATIONS) - {"hard_shrink"}))
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
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(case=cases())
def test_any_layer(keras: Any, case: Case) -> None:
    check_parity(keras, case)
