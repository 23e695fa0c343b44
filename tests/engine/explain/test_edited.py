"""Explanations of a reading that was changed by hand: gradients through clamped gates."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.explain.fading import felt_in
from engine.explain.memory import memory_of
from engine.explain.methods import explain
from engine.explain.target import Target
from engine.replay.edit_texts import parse_all
from engine.replay.edits import LayerEdit, of_layers
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.engine.explain.networks import both_ways, ids
from tests.networks import text_network

EDITS = {
    "SimpleRNN": ("simplernn.h[2]=0.5@6", "simplernn[3]=off"),
    "LSTM": (
        *("lstm.f=0@9-11", "lstm.f[1-3]*0.5", "lstm.i=1", "lstm.g[2]=0.3", "lstm.o[4]*2@5-"),
        *("lstm.c=0@12", "lstm.h[1]=0.2@7", "lstm[3]=off"),
    ),
    "GRU": ("gru.z=0.9@4-9", "gru.r[1-4]*0.5", "gru.n[2]=0@5", "gru.h=0@12", "gru[3]=off"),
}
CASES = [(kind, text) for kind, texts in EDITS.items() for text in texts]


def sequence(steps: int = 16) -> Sequence:
    ids = np.random.default_rng(5).integers(4, 400, steps).astype(np.int32)
    ids[:2] = 0
    return Sequence(ids, ("w",) * steps, ids == 0)


def layer_edits(text: str) -> tuple[LayerEdit, ...]:
    return of_layers(parse_all([text]))


@pytest.mark.parametrize("mask_zero", [False, True])
@pytest.mark.parametrize(("kind", "text"), CASES)
def test_gradients_go_through_what_was_changed(kind: str, text: str, mask_zero: bool) -> None:
    network, edits = text_network(kind, mask_zero=mask_zero), layer_edits(text)
    found = explain(network, sequence(), "gradxinput", edits=edits)
    assert found.checks[0].holds, found.checks[0]
    untouched = explain(network, sequence(), "gradxinput")
    assert found.answer != untouched.answer
    trace = replay(network, sequence(), np.float64, edits=edits)
    assert 1 / (1 + np.exp(-found.answer)) == pytest.approx(float(trace.answer), abs=1e-12)
    assert explain(network, sequence(), "ig", edits=edits).checks[0].holds


def test_what_is_reset_is_forgotten() -> None:
    """With f = 0 and o = i = 0 nothing of the words before is left."""
    network = text_network("LSTM")
    edits = of_layers(parse_all(["lstm.c=0@10", "lstm.h=0@10"]))
    scores = explain(network, sequence(), "gradxinput", edits=edits).scores
    assert not scores[:10].any() and scores[10:].any()
    felt = felt_in(network, sequence(), "lstm", edits=edits)
    assert not felt.norms[:9, 9:].any() and felt.norms[:9, 8].any()
    memory = memory_of(network, sequence(), "lstm", edits=edits)
    assert not memory.felt[:9].any() and memory.felt[10]


def test_a_gate_clamped_to_zero_forgets_as_the_lecture_says() -> None:
    network, edits = text_network("LSTM"), layer_edits("lstm.f=0@10")
    series = replay(network, sequence(), np.float64, edits=edits).layers["lstm"].series
    assert series["c"][9] == pytest.approx(series["i"][9] * series["g"][9])
    memory = memory_of(network, sequence(), "lstm", edits=edits)
    assert memory.state["c"][8] == 0


def test_the_hidden_state_of_a_unit_that_is_off() -> None:
    network, edits = text_network("GRU"), layer_edits("gru[3]=off")
    found = explain(network, sequence(), "gradxinput", Target(layer="gru", unit=2), edits=edits)
    assert found.answer == 0 and not found.scores.any()


def test_relevance_says_that_it_needs_an_untouched_reading() -> None:
    with pytest.raises(ReplayError, match="not changed by hand"):
        explain(text_network("LSTM"), sequence(), "lrp", edits=layer_edits("lstm.f=0"))


def test_a_layer_that_reads_backwards() -> None:
    network = text_network("LSTM")
    layers = tuple(
        replace(layer, options={**layer.options, "go_backwards": True})
        if layer.kind == "LSTM"
        else layer
        for layer in network.layers
    )
    edits = layer_edits("lstm.f[1-3]*0.5@4-9")
    found = explain(replace(network, layers=layers), sequence(), "gradxinput", edits=edits)
    assert found.checks[0].holds


def test_one_way_of_a_bidirectional_is_explained_alone() -> None:
    """Nothing is asked of the other way of the layer."""
    network = both_ways("LSTM")
    for layer in network.recurrent:
        found = explain(network, ids(16), "gradxinput", Target(layer=layer.name, unit=1))
        assert found.checks[0].holds and found.scores.any()
