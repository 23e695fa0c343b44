"""Files of Keras 1: other names, other arrays; held against tf-keras, which converts them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.network.opening import open_safely
from engine.network.summary import summary
from engine.verification.verify import compared, verify
from tests.engine.network.zoo.case import CANNOT, CLOSE
from tests.engine.network.zoo.keras1 import (
    OLD,
    Old,
    dense,
    dense_arrays,
    lstm_arrays,
    plain,
    sequential,
)

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.timeout(600),
]


@pytest.mark.parametrize("name", OLD)
def test_what_keras_1_wrote(
    tf_keras: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from engine.verification import verify as module

    monkeypatch.setattr(module, "_reviews", lambda size, steps, count: [])
    made = OLD[name]()
    network = open_safely(made.write(tmp_path / "model.h5"))
    assert network.refusal is None
    assert tuple(layer.name for layer in network.recurrent) == made.traced
    assert network.keras_version == "1.2.2"
    model = made.oracle(tf_keras)
    assert summary(network).total == model.count_params()
    assert [layer.name for layer in network.layers] == [
        layer.name for layer in model.layers if type(layer).__name__ != "InputLayer"
    ]
    found = compared(model, network, 3)
    assert max(max(each.values()) for each in found.values()) <= CLOSE, found
    # No Keras of today opens them all: the proof rebuilds the layers.
    proof = verify(tmp_path / "model.h5", 3, network)
    assert proof.ok, proof.text()


def test_a_merge_of_whole_models_is_refused_by_name(tmp_path: Path) -> None:
    """Keras 1 let a Sequential model begin with several others."""
    half = sequential(dense("dense_1", 2, 3))
    merge = plain("Merge", "merge_1", mode="concat", concat_axis=-1, layers=[half, half])
    config = sequential(merge, plain("LSTM", "lstm_1", output_dim=2), dense("dense_2", 1))
    arrays = {
        "lstm_1": lstm_arrays("lstm_1", 4, 2),
        "dense_2": dense_arrays("dense_2", 2, 1),
    }
    made = Old(config, arrays, lambda k: None, ())
    network = open_safely(made.write(tmp_path / "model.h5"))
    assert str(network.refusal) == CANNOT.format("merge_1", "Merge")
    assert not network.recurrent
