"""Layers whose states are maps: traces, edits, files."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import ReplayError, UnsupportedError
from engine.explain.backward import GradientRules, backward
from engine.network.network import Call, Input, Network
from engine.replay.cells.parts import parts
from engine.replay.cells.registry import CELLS, default_series, series_of
from engine.replay.edits import GateEdit, UnitOff
from engine.replay.export import write_csv, write_npz
from engine.replay.forward import forward
from engine.replay.replay import replay, replay_batch
from engine.session.pane import Pane
from tests.networks import film, film_network

KINDS = ("ConvLSTM1D", "ConvLSTM2D")


@pytest.mark.parametrize("kind", KINDS)
def test_series_are_the_means_of_the_maps(kind: str) -> None:
    trace = replay(film_network(kind), film(kind)).layers["maps"]
    space = (6, 5) if kind == "ConvLSTM2D" else (6,)
    for key, values in trace.maps.items():
        assert values.shape == (4, *space, 3)
        assert not values.flags.writeable
        mean = values.reshape(4, -1, 3).mean(axis=1)
        np.testing.assert_allclose(trace.series[key], mean, atol=1e-6)
    assert tuple(trace.maps) == tuple(trace.series) == tuple(CELLS[kind].EQUATIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_says_of_each_film_what_it_says_alone(kind: str) -> None:
    network, films = film_network(kind), [film(kind, seed) for seed in range(3)]
    batch = replay_batch(network, np.stack([each.inputs for each in films]))
    for place, one in enumerate(films):
        alone, found = replay(network, one), batch.trace(place, one)
        for key, values in alone.layers["maps"].maps.items():
            np.testing.assert_allclose(found.layers["maps"].maps[key], values, atol=1e-6)
        np.testing.assert_allclose(found.prediction, alone.prediction, atol=1e-6)
    assert not alone.looks_ahead
    assert np.isfinite(alone.prediction).all()  # an answer at every end


def test_a_series_is_held_everywhere() -> None:
    edit = GateEdit("maps", "f", (1,), value=0.25, first=1, last=2)
    trace = replay(film_network(), film(), edits=(edit,)).layers["maps"]
    assert (trace.maps["f"][1:3, ..., 1] == 0.25).all()
    assert (trace.maps["f"][0, ..., 1] != 0.25).all()
    assert (trace.maps["f"][1:3, ..., 0] != 0.25).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_says_what_those_of_an_lstm_say(kind: str) -> None:
    layer = film_network(kind).layer("maps")
    found = {series.key: series for series in series_of(layer)}
    assert found["f"].equation == "f_t = σ(conv(W_{xf}, x_t) + conv(W_{hf}, h_{t-1}) + b_f)"
    assert found["c"].equation == "c_t = f_t * c_{t-1} + i_t * g_t"
    assert default_series(layer) == "c"
    trace = replay(film_network(kind), film(kind)).layers["maps"]
    assert parts(trace, 1, 0) == {}  # there are sums at every point


@pytest.mark.parametrize("kind", KINDS)
def test_files_have_every_point(kind: str, tmp_path: Path) -> None:
    trace = replay(film_network(kind), film(kind))
    maps = trace.layers["maps"].maps["g"]
    write_npz(trace, tmp_path / "trace.npz")
    with np.load(tmp_path / "trace.npz") as found:
        np.testing.assert_array_equal(found["maps/g/map"], maps)
        assert found["maps/g"].shape == (4, 3)
    write_csv(trace, tmp_path / "trace.csv")
    with (tmp_path / "trace.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    point = (2, 1, 0) if kind == "ConvLSTM2D" else (2, 0)
    name = "/".join(("maps", "g", *map(str, point)))
    assert [float(row[name]) for row in rows] == pytest.approx(maps[(slice(None), *point)].tolist())


def test_there_is_no_way_back_and_that_is_said() -> None:
    network, one = film_network(), film()
    passed = forward(network, one.inputs[None], None, np.float64, keep=True)
    asked = {network.outputs[0]: np.ones((1, 1))}
    with pytest.raises(UnsupportedError, match="maps is a ConvLSTM2D, which has no gradient"):
        backward(network, passed, asked, [(network.input.name, 0)], GradientRules())


def test_an_initial_state_of_another_shape_is_refused() -> None:
    network = film_network()
    state = Input("state", (None, 3, 3, 3))
    first = network.calls[0]
    begun = replace(first, states=(("state", 0), ("state", 0)))
    given = Network(
        "x",
        network.layers,
        length=network.length,
        features=network.features,
        inputs=(*network.inputs, state),
        calls=(begun, *network.calls[1:]),
        outputs=network.outputs,
    )
    assert isinstance(first, Call)
    with pytest.raises(ReplayError, match=r"initial state of the shape \(3, 3, 3\); its states"):
        replay(given, film())


def test_a_filter_that_is_off_begins_at_0_everywhere() -> None:
    network = film_network()
    first = network.calls[0]
    encoder = replace(
        network.layers[0], name="enc", options={**network.layers[0].options, "return_state": True}
    )
    calls = (
        replace(first, name="enc", layer="enc"),
        replace(first, states=(("enc", 1), ("enc", 2))),
        *network.calls[1:],
    )
    both = replace(network, layers=(encoder, *network.layers), calls=calls)
    off = (UnitOff("maps", (2,)),)
    began = forward(both, film().inputs[None], edits=off).records
    wanted = began["enc"].series["h"][:, -1].copy()
    wanted[:, 2] = 0
    np.testing.assert_array_equal(began["maps"].start["h"], wanted)


def test_a_film_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    network = film_network()
    monkeypatch.setattr("engine.network.kinds.checks.MAX_COMPUTED", 359)  # one step has 90
    with pytest.raises(UnsupportedError, match="maps makes 360 numbers of one sequence, more than"):
        replay(network, film())


def test_the_layer_is_shown_first_where_it_is_the_only_one() -> None:
    pane = Pane.of(film_network())
    assert pane.layer == "maps"
    assert pane.shown.units == 3
