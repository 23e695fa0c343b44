"""Memory and fading map on the time steps of the reading: whose own steps are others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.explain.fading import Felt, felt_in
from engine.explain.left_over import left_over
from engine.explain.memory import memories, memory_of
from engine.explain.target import Target, read_for
from engine.replay.timeline import LayerRecord, laid_out
from engine.replay.value import last_row
from tests.engine.explain.networks import ids, text, with_options


def test_who_is_given_the_last_step_first_remembers_towards_the_front() -> None:
    """A layer above one that reads backwards, and hands on its steps as it made them: the same as
    both above the sequence turned round."""
    network = text("LSTM", layers=2, scale=0.5)
    back = with_options(network, 1, {"go_backwards": True})
    read = ids(9, padded=2, seed=1)
    turned = replace(read, inputs=read.inputs[::-1], padding=read.padding[::-1])
    memory, there = memory_of(back, read, "lstm_1"), memory_of(network, turned, "lstm_1")
    assert memory.backwards and not there.backwards
    assert memory.horizon == there.horizon is not None
    assert memory.gate_product is not None and there.gate_product is not None
    pairs = [(memory.gate_product, there.gate_product)]
    for key in ("h", "c"):
        pairs += [(memory.state[key], there.state[key]), (memory.answer[key], there.answer[key])]
    for found, wanted in pairs:
        np.testing.assert_allclose(found, wanted[::-1])
    np.testing.assert_allclose(memory.left, there.left)
    assert memory.left[0] == 1 > memory.left[1]
    felt, expected = felt_in(back, read, "lstm_1"), felt_in(network, turned, "lstm_1")
    assert felt.backwards and not expected.backwards
    np.testing.assert_allclose(felt.norms, expected.norms[::-1, ::-1])
    np.testing.assert_allclose(felt.left_after(2), expected.left_after(2)[::-1])
    for found, wanted in zip(
        left_over([back], [[read]], 2), left_over([network], [[turned]], 2), strict=True
    ):
        assert found.words == wanted.words == 7
        np.testing.assert_allclose(found.quartiles, wanted.quartiles)


def test_before_a_window_is_full_nothing_is_remembered() -> None:
    network, read = text("GRU", taps=3, embedding=4), ids(7)
    memory = memory_of(network, read, "gru")
    own = memories(read_for(network, read.inputs[None]))["gru"]
    assert memory.steps_before == 4 and memory.horizon == own.horizon
    np.testing.assert_array_equal(memory.felt, [np.nan, np.nan, *own.felt])
    felt = felt_in(network, read, "gru")
    assert np.isnan(felt.norms[:2]).all() and np.isnan(felt.norms[:, :2]).all()
    assert np.isfinite(np.diagonal(felt.norms)[2:]).all() and np.isnan(felt.norms[5, 3])
    with pytest.raises(ReplayError, match="lstm"):
        felt_in(network, read, "lstm")
    with pytest.raises(ReplayError, match="At step 2 there is nothing to be explained yet"):
        read_for(network, read.inputs[None], target=Target(layer="gru", unit=0, at=1)).back()


def test_shares_of_what_is_felt_and_what_is_drawn_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    norms = np.array([[2.0, 1, 4, 0.5], [np.nan, 0, 3, 3], [np.nan, np.nan, 4, 1], [np.nan] * 4])
    felt = Felt(norms, backwards=False, padding=np.array([False, False, False, True]))
    no = np.nan
    share = [[1, 0.5, 2, 0.25], [no] * 4, [no, no, 1, 0.25], [no] * 4]
    np.testing.assert_array_equal(felt.share, np.float32(share))
    assert felt.most == 2 and felt.drawn is felt.share
    assert felt.left_after(1).tolist() == [0.5, 0.25] and felt.left_after(4).tolist() == []
    assert replace(felt, padding=np.array([True] + [False] * 3)).left_after(1).tolist() == [0.25]
    monkeypatch.setattr("engine.explain.fading.MAX_DRAWN", 2)
    drawn = Felt(norms, backwards=False, padding=felt.padding).drawn
    np.testing.assert_array_equal(drawn, np.float32([[0.75, 1.125], [no, 0.625]]))
    assert Felt(np.full((2, 2), no), backwards=True, padding=felt.padding[:2]).most == 0


@pytest.mark.parametrize("times", [[0, 1, 2, 3], [3, 2, 1, 0], [0, 0, 1, 1], [1, 1, 0, 0], [1, 3]])
def test_what_is_explained_at_a_step_is_the_row_that_the_trace_shows(times: list[int]) -> None:
    """Of doubled steps, and of steps that come back to front, too."""
    rows = np.arange(len(times), dtype=np.float32)[None, :, None]
    layer, own = text("SimpleRNN").layers[1], np.array(times, np.int32)
    record = LayerRecord(layer, {"h": rows}, rows, None, own, {"h": np.full((1, 1), -1.0)}, False)
    shown = laid_out(record, 4).series["h"][0, :, 0].tolist()
    assert record.rows_on(4).tolist() == shown
    assert [last_row(own, step) for step in range(4)] == [None if at < 0 else at for at in shown]
