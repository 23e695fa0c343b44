"""Memory: products of step Jacobians that are made another way, by differences in the replay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, ReplayError
from engine.explain.memory import faded, fading, horizon, memories, record_of
from engine.explain.target import Target, read_for
from engine.network.network import Layer, Network
from tests.engine.explain.jacobians import Jacobians
from tests.engine.explain.networks import KINDS, both_ways, ids, numbers, text, with_options


@settings(max_examples=15, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    reset_after=st.booleans(),
    steps=st.integers(1, 8),
    backwards=st.booleans(),
    mask=st.none() | st.lists(st.booleans(), min_size=8, max_size=8),
    seed=st.integers(0, 100),
)
def test_the_fading_map_and_the_states(
    kind: str, reset_after: bool, steps: int, backwards: bool, mask: list[bool] | None, seed: int
) -> None:
    network = text(kind, reset_after=reset_after, seed=seed, mask_zero=True, scale=2.0)
    network = with_options(network, 1, {"go_backwards": backwards})
    live = None if mask is None else np.array(mask[:steps])
    row = ids(steps, seed=seed).inputs.copy()
    if live is not None:
        row[~live] = 0
    reading = read_for(network, row[None])
    name = kind.lower()
    record = record_of(reading, name)
    order = slice(None, None, -1) if backwards else slice(None)
    own = None if live is None else live[order]
    jacobians = Jacobians(network.layers[1], np.asarray(record.inputs[0], float)[order], own)
    np.testing.assert_allclose(fading(record), jacobians.felt()[order, order], atol=1e-7)

    memory = memories(reading)[name]
    head = network.layers[2].weights["kernel"][:, 0].astype(np.float64)
    units = jacobians.units
    for place, key in enumerate(jacobians.keys):
        cut = slice(place * units, (place + 1) * units)
        products = [jacobians.between(t, steps - 1)[:units, cut] for t in range(steps)]
        state = np.array([np.linalg.norm(product) for product in products])
        answer = np.array([np.linalg.norm(head @ product) for product in products])
        np.testing.assert_allclose(memory.state[key], state[order], atol=1e-7)
        np.testing.assert_allclose(memory.answer[key], answer[order], atol=1e-7)


@pytest.mark.parametrize("kind", KINDS)
def test_many_numbers_a_step_and_in_pieces(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel is wider than its columns; the map is made a few columns at a time."""
    network = numbers(kind, embedding=40)
    inputs = np.random.default_rng(0).standard_normal((1, 11, 40))
    record = record_of(read_for(network, inputs), kind.lower())
    whole = fading(record)
    np.testing.assert_allclose(
        whole, Jacobians(network.layers[0], inputs[0], None).felt(), atol=1e-6
    )
    monkeypatch.setattr("engine.explain.memory._NUMBERS", 200)
    shares: list[float] = []
    np.testing.assert_allclose(fading(record, progress=shares.append), whole, rtol=1e-9)
    assert len(shares) > 1
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_both_ways_each_remembers_its_own_way() -> None:
    reading = read_for(both_ways("LSTM"), ids(9).inputs[None])
    there, back = (
        fading(record_of(reading, "both/forward")),
        fading(record_of(reading, "both/backward")),
    )
    assert (np.tril(there, -1) == 0).all()
    assert (np.triu(back, 1) == 0).all()
    assert there[0, -1] > 0
    assert back[-1, 0] > 0
    found = memories(reading)
    assert found["both/forward"].state["h"].argmax() > found["both/backward"].state["h"].argmax()
    assert found["both/forward"].answer["h"][-1] > 0
    assert found["both/backward"].answer["h"][0] > 0


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("padded", [0, 2])
@pytest.mark.parametrize(("kind", "place"), [("LSTM", 1), ("GRU", 0)])
def test_what_gates_keep(kind: str, place: int, padded: int, backwards: bool) -> None:
    """A gate held at one value by its bias, f or z: product and half-life follow by hand.  At a
    masked step everything is kept, and the half-life counts the steps that were read."""
    network = text(kind, units=2, mask_zero=True)
    weights = {key: np.zeros_like(values) for key, values in network.layers[1].weights.items()}
    held = np.array([0.5, 0.9])
    bias = weights["bias"] if kind == "LSTM" else weights["bias"][0]
    bias[2 * place : 2 * place + 2] = np.log(held / (1 - held))
    options = {**network.layers[1].options, "go_backwards": backwards}
    layers = list(network.layers)
    layers[1] = Layer("cell", kind, options, weights, layers[1].output_shape)
    review = ids(6, padded=padded)
    memory = memories(read_for(Network("held", tuple(layers)), review.inputs[None]))["cell"]
    assert memory.gate_product is not None
    assert memory.half_life is not None
    live = ~review.padding
    # How many steps are still read after each, in the order of reading.
    later = np.cumsum(live) - live if backwards else np.cumsum(live[::-1])[::-1] - live
    np.testing.assert_allclose(memory.gate_product, held ** later[:, None], rtol=1e-6)
    np.testing.assert_allclose(memory.half_life, np.log(0.5) / np.log(held), rtol=1e-6)


def test_a_simple_rnn_has_no_gate_that_keeps() -> None:
    memory = memories(read_for(text("SimpleRNN"), ids(5).inputs[None]))["simplernn"]
    assert memory.gate_product is None
    assert memory.half_life is None


@pytest.mark.parametrize(
    ("norms", "backwards", "wanted"),
    [
        ([0.001, 0.5, 1.0], False, 2),
        ([0.001, 0.002, 0.5, 1.0], False, 2),
        ([0.5, 0.001, 1.0], False, None),  # it comes back
        ([0.5, 0.7, 1.0], False, None),
        ([1.0, 0.009, 0.001], True, 1),
        ([1.0], False, None),
        ([np.nan, np.nan], False, None),
    ],
)
def test_the_horizon(norms: list[float], backwards: bool, wanted: int | None) -> None:
    assert horizon({"h": np.array(norms)}, backwards=backwards) == wanted


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("backwards", [False, True])
def test_two_diagonals_alone(kind: str, backwards: bool) -> None:
    network = with_options(text(kind, mask_zero=True), 1, {"go_backwards": backwards})
    record = record_of(read_for(network, ids(45, padded=7).inputs[None]), kind.lower())
    order = slice(None, None, -1 if backwards else 1)
    whole = fading(record)[order, order]
    asked = np.arange(45) > 21
    for after in (0, 3, 20, 45, 50):
        places = np.arange(max(0, 45 - after))
        for some in (places, places[asked[: len(places)]]):
            own, later = faded(record, after, None if some is places else asked)
            np.testing.assert_allclose(own, whole[some, some], rtol=1e-12)
            np.testing.assert_allclose(later, whole[some, some + after], rtol=1e-12)


def test_what_has_come_to_nothing_is_not_gone_on_with() -> None:
    """A long reading of a network that forgets: nothing is left of its first steps."""
    row = np.random.default_rng(0).integers(1, 50, (1, 1_500)).astype(np.int32)
    record = record_of(read_for(text("GRU", scale=0.1), row), "gru")
    whole = fading(record)
    assert whole[0, -1] == 0
    assert (np.diagonal(whole) > 0).all()
    ahead = np.diagonal(whole, 400)
    assert (ahead > 0).all()  # as the lecture says: 0.5 a step
    np.testing.assert_allclose(
        np.log(ahead / np.diagonal(whole)[:-400]), 400 * np.log(0.5), rtol=0.1
    )


def test_it_can_be_stopped() -> None:
    record = record_of(read_for(text("LSTM"), ids(40).inputs[None]), "lstm")
    with pytest.raises(Cancelled):
        fading(record, should_stop=lambda: True)


def test_a_layer_that_is_not_there() -> None:
    reading = read_for(text("LSTM"), ids(5).inputs[None])
    with pytest.raises(ReplayError, match="no recurrent layer gru"):
        record_of(reading, "gru")


def test_of_a_state_at_a_step() -> None:
    reading = read_for(text("GRU"), ids(9).inputs[None], target=Target(at=4, layer="gru"))
    assert memories(reading)["gru"].answer == {}
