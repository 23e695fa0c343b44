"""The counts are those of the networks that come with the app, and the lecture's."""

from __future__ import annotations

import pytest

from engine.library import MODELS
from engine.network.cell_kinds import CELL_KINDS
from engine.network.opening import open_network


@pytest.mark.parametrize("name", ["simple_rnn", "simple_rnn_one_hot", "lstm", "gru"])
def test_a_recurrent_layer(name: str) -> None:
    layer = open_network(MODELS / f"{name}.keras").recurrent[0]
    features, _ = layer.weights["kernel"].shape
    assert CELL_KINDS[layer.kind].parameters(features, layer.options["units"]) == layer.parameters


def test_the_lectures_own() -> None:
    assert CELL_KINDS["SimpleRNN"].parameters(500, 8) == 4072
    assert CELL_KINDS["SimpleRNN"].parameters(16, 8) == 200
