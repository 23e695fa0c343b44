"""`verify` proves a replay, and can fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import GatescopeError, UnsupportedError
from engine.library import LESSONS, bundled
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.forward import forward
from engine.verification import oracle
from engine.verification.proof import TOLERANCE
from engine.verification.verify import _compare_layers, _Passes, verify
from tests.networks import text_network

CHECKPOINTS = (
    "keras-2.13-2rnn.h5",
    "keras-2.13-embedding.h5",
    "keras-2.13-gru.h5",
    "keras-2.13-lstm.h5",
    "keras-2.13-simplernn.h5",
    "keras-2.7-lstm-dropout.h5",
    "keras-2.7-lstm.h5",
)


def _bundled(name: str) -> Path:
    path = next(entry.path for entry in bundled() if entry.path.stem == name)
    assert path.exists()
    return path


def _changed(network: Network, layer: str, key: str, by: float) -> Network:
    """The network, one number of one weight changed."""
    layers = []
    for one in network.layers:
        if one.name == layer:
            weight = one.weights[key].copy()
            weight.flat[0] += by
            layers.append(replace(one, weights={**one.weights, key: weight}))
        else:
            layers.append(one)
    return replace(network, layers=tuple(layers))


@pytest.mark.parametrize("name", CHECKPOINTS)
def test_files_of_keras_2_against_tf_keras(keras: Any, shared_data: Path, name: str) -> None:
    pytest.importorskip("tf_keras", reason="tf-keras, Keras 2, is not installed")
    proof = verify(shared_data / "checkpoints" / name, 4)
    assert proof.by == "tf-keras"
    assert proof.ok, proof.text()
    assert "prediction" in proof.differences["output"]


@pytest.mark.parametrize("name", ["lstm", "gru", "simple_rnn_one_hot"])
def test_our_own_files_against_keras_3(keras: Any, name: str) -> None:
    path = _bundled(name)
    proof = verify(path, 4)
    assert (proof.by, proof.version) == ("keras", keras.__version__)
    assert proof.ok, proof.text()
    layer = open_network(path).recurrent[0]
    keys = {"LSTM": "hcfigo", "GRU": "hzrn", "SimpleRNN": "h"}[layer.kind]
    assert set(proof.differences) == {layer.name, "output"}
    assert set(proof.differences[layer.name]) == set(keys)


@pytest.mark.parametrize(
    ("layer", "key"), [("lstm", "recurrent_kernel"), ("lstm", "bias"), ("dense", "kernel")]
)
def test_a_weight_that_was_changed_is_noticed(keras: Any, layer: str, key: str) -> None:
    path = _bundled("lstm")
    proof = verify(path, 2, _changed(open_network(path), layer, key, 0.01))
    assert not proof.ok
    assert proof.largest > TOLERANCE
    assert "NOT as Keras" in proof.text()
    assert proof.data()["ok"] is False
    if layer == "dense":
        assert proof.worst == ("output", "prediction")
        assert max(proof.differences["lstm"].values()) <= TOLERANCE


def test_swapped_gates_are_noticed(keras: Any) -> None:
    path = _bundled("lstm")
    network = open_network(path)
    layers = []
    for one in network.layers:
        if one.kind == "LSTM":
            swapped = {
                name: np.concatenate([np.split(w, 4, -1)[k] for k in (1, 0, 2, 3)], axis=-1)
                for name, w in one.weights.items()
            }
            layers.append(replace(one, weights=swapped))
        else:
            layers.append(one)
    proof = verify(path, 2, replace(network, layers=tuple(layers)))
    assert not proof.ok
    assert proof.worst[0] == "lstm"


def test_without_a_keras_that_opens_it_the_layers_are_rebuilt(
    keras: Any, shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "tf_keras", None)
    proof = verify(shared_data / "checkpoints" / "keras-2.13-gru.h5", 2)
    assert (proof.by, proof.version) == ("rebuilt", keras.__version__)
    assert proof.ok, proof.text()


@pytest.mark.parametrize("name", ["activation_layers", "functional_masking", "hard_gates"])
@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_rebuilt_layers_keep_their_settings(keras: Any, tmp_path: Path, name: str) -> None:
    tf_keras = pytest.importorskip("tf_keras", reason="tf-keras, Keras 2, is not installed")
    from tests.engine.network.test_kinds import MODELS

    MODELS[name](tf_keras).save(tmp_path / "model.h5")
    network = open_network(tmp_path / "model.h5")

    def nobody(path: Path, **options: bool) -> oracle.Loaded:
        return oracle.Loaded(None, "rebuilt", keras.__version__, "no")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(oracle, "load", nobody)
        proof = verify(tmp_path / "model.h5", 2, network)
    assert proof.ok, proof.text()
    assert proof.by == "rebuilt"
    compared = [layer.name for layer in network.layers if layer.kind not in ("Masking", "Dropout")]
    assert set(proof.differences) & set(compared)


@pytest.mark.parametrize("count", [0, 1001])
def test_how_many(count: int) -> None:
    with pytest.raises(GatescopeError, match=f"not {count}"):
        verify(_bundled("lstm"), count)


def test_a_cell_that_keras_does_not_have_is_not_called_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = text_network("GRU")
    ours = forward(network, np.zeros((1, 5), np.int32), {}, keep=True)
    monkeypatch.setattr(oracle, "rebuilt", lambda layer, shapes: None)
    with pytest.raises(UnsupportedError, match="gru is a GRU that Keras does not have"):
        _compare_layers(network, _Passes(ours, ours, lambda _: None))


def test_a_network_without_a_state_is_proven_by_its_answers() -> None:
    path = LESSONS / "conv1d.keras"
    proof = verify(path, 4)
    assert proof.ok
    assert set(proof.differences) == {"output"}
    network = open_network(path)
    assert not verify(path, 4, _changed(network, network.layers[-1].name, "bias", 1.0)).ok
