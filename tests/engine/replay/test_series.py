"""What is said about a series holds for its numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.network.activations import ACTIVATIONS, activation
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.cells.registry import CELLS, default_series, series_of
from engine.replay.cells.series import UNBOUNDED, bounds_of
from tests.engine.replay.oracle import Case, read_one

FUNCTIONS = ["tanh", "relu", "sigmoid", "hard_sigmoid", "softsign", "linear", "softmax", "gelu"]


def _strong(layer: Layer) -> Layer:
    """Weights large enough to drive every gate to its bounds."""
    return replace(layer, weights={key: 20 * value for key, value in layer.weights.items()})


@pytest.mark.parametrize("activation", FUNCTIONS)
@pytest.mark.parametrize("gate", ["sigmoid", "hard_sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("kind", sorted(CELL_KINDS))
def test_values_stay_within_the_range_that_is_drawn(kind: str, gate: str, activation: str) -> None:
    case = Case(kind, 6, 4, 20, activation=activation, gate=gate)
    for layer in (case.layer(), _strong(case.layer())):
        with np.errstate(all="ignore"):
            trace = read_one(layer, case.inputs(), None, "float64")
        for series in series_of(layer):
            values = trace[series.key][np.isfinite(trace[series.key])]
            if series.low is not None:
                assert values.min(initial=series.low) >= series.low - 1e-12, series
            if series.high is not None:
                assert values.max(initial=series.high) <= series.high + 1e-12, series


def test_the_range_of_an_activation_is_what_it_reaches() -> None:
    for name in (*ACTIVATIONS, "tanh(alpha=-1.5, beta=0.7)"):
        with np.errstate(all="ignore"):
            found = activation(name)(np.array([[-1e9, 0.0, 1e9]]))
        if bounds_of(name) == UNBOUNDED:
            assert np.abs(found).max() > 1, name
        else:
            assert bounds_of(name) == pytest.approx((found.min(), found.max())), name


@pytest.mark.parametrize("kind", sorted(CELL_KINDS))
def test_the_series_of_a_layer_are_those_of_its_trace(kind: str) -> None:
    case = Case(kind)
    trace = read_one(case.layer(), case.inputs(), None, "float32")
    assert tuple(series.key for series in series_of(case.layer())) == tuple(trace)


@pytest.mark.parametrize("kind", sorted(CELL_KINDS))
def test_every_series_has_colours_of_its_own(kind: str) -> None:
    found = series_of(Case(kind).layer())
    for series in found:
        assert re.fullmatch("#[0-9a-f]{6}", series.dark)
        assert re.fullmatch("#[0-9a-f]{6}", series.light)
    assert len({series.dark for series in found}) == len(found)
    assert len({series.light for series in found}) == len(found)


EQUATIONS: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "LSTM"}, "i", "i_t = σ(W_{xi} x_t + W_{hi} h_{t-1} + b_i)"),
    ({"kind": "LSTM"}, "h", "h_t = o_t * tanh(c_t)"),
    ({"kind": "LSTM", "bias": False}, "f", "f_t = σ(W_{xf} x_t + W_{hf} h_{t-1})"),
    ({"kind": "LSTM", "activation": "relu"}, "h", "h_t = o_t * relu(c_t)"),
    ({"kind": "LSTM", "gate": "hard_sigmoid"}, "o", "hard_sigmoid(W_{xo} x_t"),
    ({"kind": "SimpleRNN"}, "h", "h_t = tanh(W_{xh} x_t + W_{hh} h_{t-1} + b_h)"),
    ({"kind": "GRU"}, "n", "r_t * (W_{hn} h_{t-1} + b_{hn}) + b_{xn})"),
    ({"kind": "GRU", "bias": False}, "n", "n_t = tanh(W_{xn} x_t + r_t * (W_{hn} h_{t-1}))"),
    ({"kind": "GRU", "reset_after": False}, "n", "W_{hn} (r_t * h_{t-1}) + b_n)"),
    ({"kind": "GRU"}, "h", "h_t = z_t * h_{t-1} + (1 - z_t) * n_t"),
]


@pytest.mark.parametrize(("options", "key", "text"), EQUATIONS)
def test_equations_follow_the_layer_s_options(options: dict[str, Any], key: str, text: str) -> None:
    found = {series.key: series.equation for series in series_of(Case(**options).layer())}
    assert text in found[key]
    if not options.get("bias", True):
        assert not any("b_" in equation for equation in found.values())


@pytest.mark.parametrize("kind", sorted(CELL_KINDS))
def test_a_cell_says_of_every_series_when_it_is_computed_and_how_much_it_says(kind: str) -> None:
    cell = CELLS[kind]
    assert sorted(cell.COMPUTED) == sorted(cell.EQUATIONS)
    assert set(cell.SHOWN) <= set(cell.EQUATIONS)
    assert sorted(cell.RANKED) == sorted(cell.EQUATIONS)
    by_rank = sorted(series_of(Case(kind).layer()), key=lambda series: series.rank)
    assert tuple(series.key for series in by_rank) == cell.RANKED
    ordered = sorted(series_of(Case(kind).layer()), key=lambda series: series.place)
    assert tuple(series.key for series in ordered) == cell.COMPUTED
    assert default_series(Case(kind).layer()) == {"LSTM": "c"}.get(kind, "h")
