"""The sums of a step, told one by one, are those of the trace."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lessons.step_sum import MAX_INPUTS, MAX_UNITS, step_sum
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.replay.trace import LayerTrace
from engine.sequence import Sequence
from tests.networks import text_network


def _trace(network: Network, ids: list[int]) -> LayerTrace:
    words = np.array(ids, np.int32)
    sequence = Sequence(words, ("",) * len(ids), np.zeros(len(ids), bool))
    return replay(network, sequence).layers[network.recurrent[0].name]


@pytest.mark.parametrize("units", [3, 8, 40])
@pytest.mark.parametrize("features", [4, 30])
def test_all_that_is_told_is_the_sum(units: int, features: int) -> None:
    network = text_network("SimpleRNN", units=units, embedding=features)
    trace = _trace(network, np.random.default_rng(1).integers(0, 50, 12).tolist())
    for step, unit in ((0, 0), (7, units - 1)):
        found = step_sum(trace, step, unit)
        assert found.kernel.shape == (min(units, MAX_UNITS), min(features, MAX_INPUTS))
        assert unit in found.units and (found.of_units, found.of_inputs) == (units, features)
        by_hand = (found.kernel * found.inputs).sum(axis=1)
        by_hand += (found.recurrent * found.before).sum(axis=1) + found.bias + found.rest
        np.testing.assert_allclose(by_hand, found.total, atol=1e-12)
        np.testing.assert_allclose(np.tanh(found.total), found.value, atol=1e-5)
        if units <= MAX_UNITS and features <= MAX_INPUTS:
            np.testing.assert_allclose(found.rest, 0, atol=1e-12)


def test_a_one_hot_word_adds_one_column() -> None:
    trace = _trace(open_network(MODELS / "simple_rnn_one_hot.keras"), [5, 9])
    found = step_sum(trace, 1)
    assert 9 in found.which and found.inputs.sum() == 1.0
    np.testing.assert_allclose(np.tanh(found.total), found.value, atol=1e-5)
    np.testing.assert_allclose(found.rest, 0, atol=1e-12)
