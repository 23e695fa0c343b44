"""The plane of the states, its readout and its fixed points, against other ways of computing them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.explain.state_space import SETTLING, state_space
from engine.network.network import Call, Input, Layer
from engine.replay.carried import begun, left_by
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.engine.explain.networks import both_ways, ids
from tests.networks import text_network


def sample(count: int = 12, steps: int = 20, seed: int = 3) -> list[Sequence]:
    random = np.random.default_rng(seed)
    made = []
    for place in range(count):
        ids = random.integers(4, 400, steps).astype(np.int32)
        padding = np.arange(steps) < place % 4
        ids[padding] = 0
        made.append(Sequence(ids, ("w",) * steps, padding, place % 2))
    return made


@pytest.mark.parametrize(("kind", "key"), [("SimpleRNN", "h"), ("LSTM", "c"), ("GRU", "h")])
def test_the_plane_is_that_of_the_principal_components(kind: str, key: str) -> None:
    from sklearn.decomposition import PCA

    network, reviews = text_network(kind), sample()
    space = state_space(network, reviews, kind.lower(), key)
    traces = [replay(network, each) for each in reviews]
    states = np.concatenate(
        [
            trace.layers[kind.lower()].series[key][~trace.sequence.padding].astype(np.float64)
            for trace in traces
        ]
    )
    expected = PCA(2).fit(states)
    assert space.plane.shares == pytest.approx(expected.explained_variance_ratio_, rel=1e-4)
    along = np.abs((space.plane.axes * expected.components_).sum(axis=1))
    assert along == pytest.approx([1, 1], abs=1e-4)
    ends = np.stack([trace.layers[kind.lower()].series[key][-1] for trace in traces])
    assert space.ends == pytest.approx(space.plane.project(ends), abs=1e-5)
    assert np.abs(space.ends) == pytest.approx(np.abs(expected.transform(ends)), abs=1e-4)
    assert space.labels.tolist() == [place % 2 for place in range(12)]


@pytest.mark.parametrize("place", [0, 2])
def test_one_that_begins_with_a_carried_state_does_so_among_others(place: int) -> None:
    network, reviews = text_network("LSTM"), sample(4, steps=6)
    reviews[place] = begun(reviews[place], left_by(replay(network, reviews[3])))
    space = state_space(network, reviews, "lstm", "c")
    ends = [replay(network, each).layers["lstm"].series["c"][-1] for each in reviews]
    assert space.ends == pytest.approx(space.plane.project(np.stack(ends)), abs=1e-5)


@pytest.mark.parametrize(("kind", "key"), [("SimpleRNN", "h"), ("LSTM", "c"), ("GRU", "h")])
def test_the_readout_is_where_the_logit_grows(kind: str, key: str) -> None:
    network, reviews = text_network(kind, units=2), sample(2)
    space = state_space(network, reviews, kind.lower(), key)
    assert space.readout is not None and space.readout_share == pytest.approx(1)
    kernel = network.layer("dense").weights["kernel"][:, 0]
    if key == "h":
        expected = space.plane.axes @ kernel / np.linalg.norm(kernel)
    else:
        total = np.zeros(2)
        for each in reviews:
            series = replay(network, each, np.float64).layers["lstm"].series
            total += kernel * series["o"][-1] * (1 - np.tanh(series["c"][-1]) ** 2)
        expected = space.plane.axes @ total / np.linalg.norm(total)
    assert space.readout == pytest.approx(expected, abs=1e-6)


def test_the_readout_of_a_layer_that_reads_backwards_is_at_its_own_end() -> None:
    """Its last step is the first; both ways have four units."""
    network = both_ways("GRU")
    reviews = [ids(9, seed=seed) for seed in range(3)]
    kernel = network.layer("dense").weights["kernel"][:, 0]
    for layer, part in (("both/forward", kernel[:4]), ("both/backward", kernel[4:])):
        space = state_space(network, reviews, layer, "h")
        expected = space.plane.axes @ part / np.linalg.norm(part)
        assert space.readout == pytest.approx(expected, abs=1e-6)
        assert space.readout_share == pytest.approx(np.linalg.norm(expected), abs=1e-6)


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_a_fixed_point_stays_and_draws_as_its_radius_says(kind: str) -> None:
    network = text_network(kind)
    space = state_space(network, sample(), kind.lower(), "h", {"word": np.int32(7)})
    (fixed,) = space.fixed
    assert fixed.still and fixed.radius < 1
    held = Sequence(np.full(60, 7, np.int32), ("w",) * 60, np.zeros(60, bool))
    h = replay(network, held, np.float64).layers[kind.lower()].series["h"]
    assert space.plane.project(h[-1]) == pytest.approx(fixed.point, abs=1e-6)
    apart = np.linalg.norm(h[10:40] - h[-1], axis=1)
    known = apart > 1e-11
    rate = (apart[known][-1] / apart[known][0]) ** (1 / (known.sum() - 1))
    assert rate == pytest.approx(fixed.radius, abs=0.12)
    assert SETTLING > 60


def test_what_is_masked_stays_where_it_is() -> None:
    network = text_network("LSTM", mask_zero=True)
    space = state_space(network, sample(), "lstm", "h", {"padding": np.int32(0)})
    (fixed,) = space.fixed
    assert fixed.masked and fixed.point == pytest.approx(space.plane.project(np.zeros(8)))


def test_a_fixed_point_is_that_of_all_inputs() -> None:
    """Numbers beside the words at every step, and the state to begin with."""
    network = text_network("LSTM")
    add = Layer("add", "Add", {}, {}, (None, None, 16))
    network = replace(
        network,
        layers=(*network.layers, add),
        inputs=(
            network.input,
            Input("beside", (None, None, 16)),
            Input("h", (None, 8)),
            Input("c", (None, 8)),
        ),
        calls=(
            Call("embedding", "embedding", ((network.input.name, 0),)),
            Call("add", "add", (("embedding", 0), ("beside", 0))),
            Call("lstm", "lstm", (("add", 0),), states=(("h", 0), ("c", 0))),
            Call("dense", "dense", (("lstm", 0),)),
        ),
    )
    random = np.random.default_rng(1)
    others = {
        "beside": random.standard_normal((20, 16)).astype(np.float32),
        "h": random.standard_normal(8).astype(np.float32),
        "c": random.standard_normal(8).astype(np.float32),
    }
    reviews = [replace(each, auxiliary_inputs=others) for each in sample()]
    word = np.int32(7)
    (fixed,) = state_space(network, reviews, "lstm", "h", {"held": word}).fixed
    plane = state_space(network, reviews, "lstm", "h").plane
    held = Sequence(
        np.full(300, word, np.int32),
        ("w",) * 300,
        np.zeros(300, bool),
        auxiliary_inputs={**others, "beside": np.repeat(others["beside"][-1:], 300, axis=0)},
    )
    h = replay(network, held, np.float64).layers["lstm"].series["h"]
    assert fixed.point == pytest.approx(plane.project(h[-1]), abs=1e-6)
    alone = replace(held, auxiliary_inputs={})
    h = replay(network, alone, np.float64).layers["lstm"].series["h"]
    assert fixed.point != pytest.approx(plane.project(h[-1]), abs=1e-2)


def test_what_cannot_be_shown_is_said() -> None:
    network = text_network("LSTM")
    with pytest.raises(ReplayError, match="no recurrent layer gru"):
        state_space(network, sample(), "gru", "h")
    with pytest.raises(ReplayError, match="at least two"):
        state_space(network, sample(1), "lstm", "h")
    with pytest.raises(ReplayError, match="no state x"):
        state_space(network, sample(), "lstm", "x")
