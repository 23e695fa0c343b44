"""The summary is the table that Keras prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.library import bundled
from engine.network.network import Network
from engine.network.opening import open_network
from engine.network.summary import summary
from tests.networks import text_network

CHECKPOINTS = {
    "keras-2.13-simplernn.h5": 4081,
    "keras-2.13-embedding.h5": 8209,
    "keras-2.13-lstm.h5": 8809,
    "keras-2.7-lstm.h5": 8809,
    "keras-2.7-lstm-dropout.h5": 8809,
    "keras-2.13-2rnn.h5": 9353,
    "keras-2.13-gru.h5": 8633,
}


@pytest.mark.parametrize(("name", "parameters"), CHECKPOINTS.items())
def test_the_lecture_s_numbers(shared_data: Path, name: str, parameters: int) -> None:
    found = summary(open_network(shared_data / "checkpoints" / name))
    assert (found.total, found.trainable) == (parameters, parameters)
    assert f" Total params: {parameters:,} (" in found.text()


def test_one_hot_reads_500_numbers_at_each_of_100_steps(shared_data: Path) -> None:
    network = open_network(shared_data / "checkpoints" / "keras-2.13-simplernn.h5")
    assert (network.length, network.features, network.vocabulary_size) == (100, 500, 500)
    assert [row.shape for row in summary(network).rows] == ["(None, 8)", "(None, 1)"]


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_it_is_keras_s_table_to_the_letter(keras: Any, tmp_path: Path) -> None:
    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((100,), dtype="int32"),
            layers.Embedding(500, 16, name="an_embedding_with_quite_a_long_name_indeed"),
            layers.LSTM(8, return_sequences=True, trainable=False),
            layers.GRU(300, reset_after=False, return_sequences=True),
            layers.Dropout(0.3),
            layers.SimpleRNN(8, name="a_name_that_leaves_no_room_for"),
            layers.Dense(1),
        ]
    )
    lines: list[str] = []
    model.summary(line_length=76, print_fn=lines.append)
    model.save(tmp_path / "model.keras")
    ours = summary(open_network(tmp_path / "model.keras")).text()
    theirs = "\n".join(lines).rstrip()
    assert ours.splitlines()[1:] == theirs.splitlines()[1:]


def test_a_network_without_a_length() -> None:
    found = summary(text_network("LSTM", 8))
    assert [row.shape for row in found.rows] == ["(None, None, 16)", "(None, 8)", "(None, 1)"]
    assert found.data()["total"] == found.data()["trainable"] == 8809


def test_the_bundled_models() -> None:
    found: dict[str, Network] = {}
    for entry in bundled():
        if entry.path.exists():
            found[entry.path.stem] = open_network(entry.path)
    assert {name: network.parameters for name, network in found.items()} == {
        "simple_rnn_one_hot": 4081,
        "simple_rnn": 8209,
        "lstm": 8809,
        "lstm_dropout": 8809,
        "two_lstm": 9353,
        "gru": 8633,
    }
