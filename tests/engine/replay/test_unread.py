"""Before the first step that a mask lets be read nothing was computed, and nothing is shown."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.cell_kinds import CELL_KINDS
from engine.replay.replay import replay, replay_batch
from engine.sequence import Sequence
from tests.networks import text_network

KINDS = ("SimpleRNN", "LSTM", "GRU")


def read(ids: list[int]) -> Sequence:
    inputs = np.array(ids, np.int32)
    return Sequence(inputs, tuple(map(str, ids)), inputs == 0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ids", [[0, 0, 5, 0, 7], [0, 0, 0, 0, 0], [5, 0, 7, 0, 0]])
def test_gates_are_unknown_before_the_first_word_and_states_as_they_began(
    kind: str, ids: list[int]
) -> None:
    network = text_network(kind, mask_zero=True, layers=2)
    unread = np.cumsum(ids) == 0
    for layer in replay(network, read(ids)).layers.values():
        for key, values in layer.series.items():
            if key in CELL_KINDS[kind].states:
                assert not values[unread].any()
            else:
                assert np.isnan(values[unread]).all()
            assert np.isfinite(values[~unread]).all()


@pytest.mark.parametrize("kind", KINDS)
def test_each_of_a_batch_begins_by_itself(kind: str) -> None:
    network = text_network(kind, mask_zero=True)
    rows = [[0, 0, 0], [0, 5, 0], [7, 8, 9]]
    batch = replay_batch(network, np.array(rows, np.int32))
    for place, row in enumerate(rows):
        for name, layer in replay(network, read(row)).layers.items():
            for key, values in layer.series.items():
                np.testing.assert_allclose(batch.layers[name].series[key][place], values, atol=1e-6)


def test_without_a_mask_padding_is_computed_and_shown() -> None:
    for layer in replay(text_network("LSTM"), read([0, 0, 5])).layers.values():
        assert all(np.isfinite(values).all() for values in layer.series.values())
