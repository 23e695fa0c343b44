"""Gates and states against the lecture's equations, written out here in float64."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.cells.parts import parts, parts_of_steps
from tests.engine.replay.oracle import Case, read_one, traced

Array = npt.NDArray[Any]


def sigma(x: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-x))


def lecture_rnn(layer: Layer, inputs: Array) -> dict[str, Array]:
    """h_t = tanh(x_t W + h_(t-1) R + b)."""
    kernel, recurrent, bias = _weights(layer)
    h = np.zeros(layer.units)
    rows = []
    for x in inputs:
        h = np.tanh(x @ kernel + h @ recurrent + bias)
        rows.append(h)
    return {"h": np.array(rows)}


def lecture_lstm(layer: Layer, inputs: Array) -> dict[str, Array]:
    """Keras's columns are i, f, g, o."""
    kernel, recurrent, bias = _weights(layer)
    kernels = dict(zip("ifgo", np.split(kernel, 4, axis=1), strict=True))
    recurrents = dict(zip("ifgo", np.split(recurrent, 4, axis=1), strict=True))
    biases = dict(zip("ifgo", np.split(bias, 4), strict=True))
    h, c = np.zeros(layer.units), np.zeros(layer.units)
    found: dict[str, list[Array]] = {key: [] for key in "hcfigo"}
    for x in inputs:
        sums = {key: x @ kernels[key] + h @ recurrents[key] + biases[key] for key in "ifgo"}
        now = {key: sigma(sums[key]) for key in "ifo"} | {"g": np.tanh(sums["g"])}
        c = now["f"] * c + now["i"] * now["g"]
        h = now["o"] * np.tanh(c)
        for key, value in (now | {"c": c, "h": h}).items():
            found[key].append(value)
    return {key: np.array(rows) for key, rows in found.items()}


def lecture_gru(layer: Layer, inputs: Array) -> dict[str, Array]:
    """Keras's columns are z, r, n; z keeps the old state."""
    kernel, recurrent, bias = _weights(layer)
    inner_bias = np.zeros_like(bias)
    if bias.ndim == 2:
        bias, inner_bias = bias
    wz, wr, wn = np.split(kernel, 3, axis=1)
    uz, ur, un = np.split(recurrent, 3, axis=1)
    bz, br, bn = np.split(bias, 3)
    cz, cr, cn = np.split(inner_bias, 3)
    h = np.zeros(layer.units)
    found: dict[str, list[Array]] = {key: [] for key in "hzrn"}
    for x in inputs:
        z = sigma(x @ wz + bz + h @ uz + cz)
        r = sigma(x @ wr + br + h @ ur + cr)
        if layer.options["reset_after"]:
            n = np.tanh(x @ wn + bn + r * (h @ un + cn))
        else:
            n = np.tanh(x @ wn + bn + (r * h) @ un)
        h = z * h + (1 - z) * n
        for key, value in {"h": h, "z": z, "r": r, "n": n}.items():
            found[key].append(value)
    return {key: np.array(rows) for key, rows in found.items()}


def _weights(layer: Layer) -> tuple[Array, Array, Array]:
    weights = {key: np.asarray(value, np.float64) for key, value in layer.weights.items()}
    none = np.zeros(weights["kernel"].shape[1])
    return weights["kernel"], weights["recurrent_kernel"], weights.get("bias", none)


LECTURE = {"SimpleRNN": lecture_rnn, "LSTM": lecture_lstm, "GRU": lecture_gru}

KEYS = {"SimpleRNN": "h", "LSTM": "hcfigo", "GRU": "hzrn"}

CASES = [
    Case("SimpleRNN", 8, 16, 60),
    Case("SimpleRNN", 3, 2, 20, bias=False),
    Case("LSTM", 8, 16, 60),
    Case("LSTM", 3, 2, 20, bias=False),
    Case("LSTM", 1, 1, 1),
    Case("GRU", 8, 16, 60),
    Case("GRU", 8, 16, 60, reset_after=False),
    Case("GRU", 3, 2, 20, bias=False),
    Case("GRU", 3, 2, 20, bias=False, reset_after=False),
    Case("LSTM", 512, 8, 4),
]


def _name(case: Case) -> str:
    after = f"-{case.reset_after}" if case.kind == "GRU" else ""
    return f"{case.kind}({case.units}){after}{'' if case.bias else '-no-bias'}"


def _compare(found: Mapping[str, Array], wanted: Mapping[str, Array], bound: float) -> None:
    assert set(found) == set(wanted)
    for key, values in wanted.items():
        assert np.abs(found[key] - values).max() <= bound, key


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_every_series_is_the_lecture_s(case: Case) -> None:
    layer, inputs = case.layer(), case.inputs()
    wanted = LECTURE[case.kind](layer, inputs)
    assert "".join(wanted) != "" and set(wanted) == set(KEYS[case.kind])
    _compare(read_one(layer, inputs, None, "float64"), wanted, 1e-12)
    single = read_one(layer, inputs.astype(np.float32), None, "float32")
    _compare(single, wanted, 2e-6)
    assert all(values.dtype == np.float32 for values in single.values())


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    kind=st.sampled_from(sorted(KEYS)),
    units=st.integers(1, 40),
    features=st.integers(1, 40),
    steps=st.integers(1, 150),
    bias=st.booleans(),
    reset_after=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_any_layer_is_the_lecture_s(
    kind: str, units: int, features: int, steps: int, bias: bool, reset_after: bool, seed: int
) -> None:
    case = Case(kind, units, features, steps, bias=bias, reset_after=reset_after, seed=seed)
    wanted = LECTURE[kind](case.layer(), case.inputs())
    _compare(read_one(case.layer(), case.inputs(), None, "float64"), wanted, 1e-12)


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_a_masked_step_keeps_every_series(kind: str) -> None:
    case = Case(kind, 5, 4, 12)
    mask = np.array([0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0], bool)
    trace = traced(case.layer(), case.inputs(), mask, "float64")
    # What the live steps alone give, without a mask, is what stands at the live steps.
    live = LECTURE[kind](case.layer(), case.inputs()[mask])
    for key, values in trace.series.items():
        assert np.abs(values[mask] - live[key]).max() <= 1e-12
        before = 0 if key in CELL_KINDS[kind].states else np.nan
        np.testing.assert_array_equal(values[:2], before, "nothing is computed before a live step")
        for t in np.flatnonzero(~mask)[2:]:
            assert (values[t] == values[t - 1]).all()
    assert (trace.masked == ~mask).all()


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_nothing_but_masked_steps(kind: str) -> None:
    case = Case(kind, 5, 4, 7)
    trace = traced(case.layer(), case.inputs(), np.zeros(7, bool), "float32")
    for key, values in trace.series.items():
        assert (values == 0).all() if key in CELL_KINDS[kind].states else np.isnan(values).all()
    assert trace.masked.all()


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_ids_are_one_hot_rows(kind: str) -> None:
    case = Case(kind, 4, 20, 15)
    ids = np.random.default_rng(3).integers(0, 20, 15).astype(np.int32)
    by_id = read_one(case.layer(), ids, None, "float64")
    by_row = read_one(case.layer(), np.eye(20)[ids], None, "float64")
    for key, values in by_row.items():
        assert np.abs(by_id[key] - values).max() <= 1e-14


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_a_trace_is_read_only_and_the_network_is_as_it_was(kind: str) -> None:
    case = Case(kind, 4, 3, 6)
    layer, inputs = case.layer(), case.inputs()
    before = {key: weight.copy() for key, weight in layer.weights.items()}
    first = traced(layer, inputs, None, "float64").series
    for key, weight in before.items():
        assert (layer.weights[key] == weight).all()
    for values in first.values():
        with pytest.raises(ValueError, match="read-only"):
            values[0, 0] = 1
    again = traced(layer, inputs, None, "float64").series
    assert all((again[key] == values).all() for key, values in first.items())


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_parts_explain_every_gate(case: Case) -> None:
    """The sum of the parts, through the activation, is the number in the trace."""
    layer, inputs = case.layer(), case.inputs().astype(np.float32)
    trace = traced(layer, inputs, None, "float32")
    for step in sorted({0, 1, case.steps // 2, case.steps - 1} & set(range(case.steps))):
        for unit in {0, case.units - 1}:
            found = parts(trace, step, unit)
            assert tuple(found) == CELL_KINDS[case.kind].gates
            for key, part in found.items():
                state = key in "hgn"
                value = (np.tanh if state else sigma)(part.total)
                assert value == pytest.approx(part.value, abs=1e-5)
                assert part.value == trace.series[key][step, unit]
                assert (part.bias is None) == (not case.bias)
                if step == 0 and not case.bias:
                    assert part.recurrent == 0
                weighed = part.recurrent
                if part.reset_after:
                    weighed *= float(trace.series["r"][step, unit])
                total = part.input + weighed + (part.bias or 0.0)
                assert total == pytest.approx(part.total, abs=1e-12)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_parts_of_several_steps_are_those_of_each(case: Case) -> None:
    layer, inputs = case.layer(), case.inputs().astype(np.float32)
    trace = traced(layer, inputs, None, "float32")
    for steps in (range(case.steps), range(case.steps // 2, case.steps)):
        found = parts_of_steps(trace, steps, case.units - 1)
        assert len(found) == len(steps)
        for step, gates in zip(steps, found, strict=True):
            for key, part in parts(trace, step, case.units - 1).items():
                assert gates[key].reset_after == part.reset_after
                assert (gates[key].bias is None) == (part.bias is None)
                numbers, wanted = (
                    [float(each) for each in those if each is not None]
                    for those in (gates[key], part)
                )
                assert numbers == pytest.approx(wanted, abs=1e-12)


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_parts_of_a_one_hot_input(kind: str) -> None:
    case = Case(kind, 4, 20, 5)
    ids = np.array([3, 0, 19, 3, 7], np.int32)
    by_id = traced(case.layer(), ids, None, "float64")
    by_row = traced(case.layer(), np.eye(20)[ids], None, "float64")
    for step in range(5):
        for key, part in parts(by_row, step, 2).items():
            assert parts(by_id, step, 2)[key].total == pytest.approx(part.total, abs=1e-12)


def test_parts_of_an_lstm_make_its_state() -> None:
    case = Case("LSTM", 6, 4, 9)
    trace = traced(case.layer(), case.inputs(), None, "float64")
    for step in range(1, 9):
        part = parts(trace, step, 2)
        before = trace.series["c"][step - 1, 2]
        c = part["f"].value * before + part["i"].value * part["g"].value
        assert c == pytest.approx(trace.series["c"][step, 2], abs=1e-12)
        assert part["o"].value * np.tanh(c) == pytest.approx(trace.series["h"][step, 2], abs=1e-12)
