"""States that are carried from one sequence into the next, against Keras's stateful layers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.__main__ import main
from engine.errors import ReplayError
from engine.explain.target import read_for
from engine.library import MODELS
from engine.network.opening import open_safely
from engine.replay.carried import Begins, begun, left_by, without_begins
from engine.replay.edits import UnitOff
from engine.replay.replay import replay, replay_batch
from engine.sequence import Sequence
from tests.networks import FILM, film, film_network, text_network

ROWS = 3
"""Reviews side by side, each with padding and states of its own."""


def ids_of(seed: int, padding: int = 0) -> Sequence:
    ids = np.random.default_rng(seed).integers(1, 50, 6).astype(np.int32)
    ids[:padding] = 0
    return Sequence(ids, tuple("abcdef"), ids == 0)


@pytest.mark.tensorflow
def test_a_review_begins_as_a_batch_of_a_stateful_model_does(tmp_path: Path) -> None:
    import keras

    keras.utils.set_random_seed(5)
    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input(batch_shape=(ROWS, 6), dtype="int32"),
            layers.Embedding(50, 3, mask_zero=True, embeddings_initializer="random_normal"),
            layers.Bidirectional(layers.LSTM(4, stateful=True, return_sequences=True)),
            layers.GRU(3, stateful=True),
            layers.Dense(1),
        ]
    )
    model.save(tmp_path / "m.keras")
    network = open_safely(tmp_path / "m.keras")
    begins: list[Begins] = [{}] * ROWS
    for nth in range(4):
        reads = [
            begun(ids_of(nth + 4 * row, padding=(nth + row) % 4), before)
            for row, before in enumerate(begins)
        ]
        traces = [replay(network, read) for read in reads]
        begins = [left_by(trace) for trace in traces]
        ids = np.stack([read.inputs for read in reads])
        wanted = np.asarray(model(ids, training=False))[:, 0]
        np.testing.assert_allclose([float(trace.answer) for trace in traces], wanted, atol=1e-6)
        states = {
            key: np.stack([read.auxiliary_inputs[key] for read in reads])
            for key in reads[0].auxiliary_inputs
        }
        batch = replay_batch(network, ids, states)
        np.testing.assert_allclose(batch.prediction[:, -1], wanted, atol=1e-6)
    alone = replay(network, ids_of(3, padding=3)).answer
    assert abs(float(alone) - float(wanted[0])) > 1e-4  # what was carried shows


def test_whatever_reads_the_sequence_begins_so() -> None:
    network = text_network("LSTM", words=50)
    sequence = begun(ids_of(1), left_by(replay(network, ids_of(2))))
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    record = read_for(network, sequence.inputs[None], auxiliary).passed.records["lstm"]
    before = replay(network, ids_of(2)).layers["lstm"].series
    for key in ("h", "c"):
        np.testing.assert_array_equal(record.start[key][0], before[key][-1].astype(np.float64))
        assert (replay(network, sequence).layers["lstm"].before(key, 0) == before[key][-1]).all()
    assert not without_begins(sequence.auxiliary_inputs)
    off = replay(network, sequence, edits=(UnitOff("lstm", (1,)),)).layers["lstm"]
    carried = before["h"][-1].copy()
    carried[1] = 0  # a unit that is off hands on nothing that was carried
    np.testing.assert_array_equal(off.before("h", 0), carried)
    np.testing.assert_array_equal(off.before("c", 0), before["c"][-1])


@pytest.mark.parametrize("kind", ["ConvLSTM1D", "ConvLSTM2D"])
def test_maps_are_carried_whole(kind: str) -> None:
    network, one = film_network(kind), film(kind)
    half = FILM[0] // 2
    parts = [
        replace(one, inputs=one.inputs[at], steps=one.steps[at], padding=one.padding[at])
        for at in (slice(half), slice(half, None))
    ]
    begins = left_by(replay(network, parts[0]))
    whole, rest = replay(network, one), replay(network, begun(parts[1], begins))
    np.testing.assert_allclose(rest.answer, whole.answer, rtol=1e-6)
    for key in ("h", "c"):
        own = rest.layers["maps"]
        np.testing.assert_allclose(own.maps[key], whole.layers["maps"].maps[key][half:], rtol=1e-5)
        mean = whole.layers["maps"].series[key][half - 1]
        np.testing.assert_allclose(own.before(key, 0), mean, atol=1e-6)
    less = {name: state[:-1] for name, state in begins.items()}
    with pytest.raises(ReplayError, match=r"an initial state of the shape \(5, .*; its states"):
        replay(network, begun(parts[1], less))


def test_the_shell_carries_from_review_to_review(capsys: pytest.CaptureFixture[str]) -> None:
    model = str(MODELS / "lstm.keras")
    answers = []
    for more in ([], ["--carry", "3"], ["--carry", "1"]):
        assert main(["explain", model, "--method", "gradxinput", "--review", "3", *more]) == 0
        heard = capsys.readouterr()
        answers.append(heard.out.splitlines()[0])
        assert ("Reviews before this one: 2." in heard.err) == ("1" in more)
    assert answers[0] == answers[1] != answers[2]
    for wrong in (["--review", "3", "--carry", "4"], ["--text", "good", "--carry", "0"]):
        assert main(["explain", model, "--method", "gradxinput", *wrong]) == 2
        assert "carr" in capsys.readouterr().err
