"""CuDNN's layers: their weights stand otherwise; held against tf-keras, which converts them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from engine.network.opening import open_safely
from engine.network.summary import summary
from engine.verification.verify import compared, verify
from tests.engine.network.zoo.case import CLOSE, STEPS, UNITS, with_weights, words

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.timeout(600),
]


def _model(k: Any, kind: str, *, both: bool) -> Any:
    """What CuDNN computes, in layers that run anywhere."""
    inner = getattr(k.layers, kind)(UNITS, return_sequences=both, name="rnn")
    layers = [*words(k)]
    if both:
        layers += [k.layers.Bidirectional(inner, name="both"), k.layers.GlobalMaxPooling1D()]
    else:
        layers.append(inner)
    return k.Sequential([*layers, k.layers.Dense(1, "sigmoid", name="answer")])


def _to_cudnn(kind: str, arrays: list[Any]) -> list[Any]:
    """tf-keras's own way there: a layer called CuDNNLSTM is given the weights of an LSTM."""
    from tf_keras.src.saving.legacy.hdf5_format import _convert_rnn_weights

    target = type(f"CuDNN{kind}", (), {})()
    return list(_convert_rnn_weights(target, arrays))


def _rewritten(path: Path, kind: str) -> int:
    """The file with CuDNN's layers in place of Keras's; how many numbers it has more."""
    more = 0
    with h5py.File(path, "r+") as file:
        config = json.loads(file.attrs["model_config"])
        for layer in config["config"]["layers"]:
            inner = layer["config"].get("layer", layer)
            if inner["class_name"] != kind:
                continue
            keep = ("name", "trainable", "units", "return_sequences", "return_state",
                    "go_backwards", "stateful", "kernel_initializer")  # fmt: skip
            inner["config"] = {key: value for key, value in inner["config"].items() if key in keep}
            inner["class_name"] = f"CuDNN{kind}"
            group = file["model_weights"][layer["config"]["name"]]
            names = [_text(name) for name in group.attrs["weight_names"]]
            arrays = [group[name][()] for name in names]
            for begin in range(0, len(arrays), 3):
                new = _to_cudnn(kind, arrays[begin : begin + 3])
                for name, array in zip(names[begin : begin + 3], new, strict=True):
                    more += array.size - group[name].size
                    del group[name]
                    group[name] = array.astype(np.float32)
        file.attrs["model_config"] = json.dumps(config)
        file.attrs["keras_version"] = "2.2.4-tf"
    return more


def _text(name: Any) -> str:
    return name.decode() if isinstance(name, bytes) else str(name)


@pytest.mark.parametrize("both", [False, True], ids=["alone", "both ways"])
@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_cudnn(
    tf_keras: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, both: bool
) -> None:
    from engine.verification import verify as module

    monkeypatch.setattr(module, "_reviews", lambda size, steps, count: [])
    tf_keras.backend.clear_session()
    model = with_weights(_model(tf_keras, kind, both=both))
    path = tmp_path / "model.h5"
    model.save(path)
    more = _rewritten(path, kind)
    network = open_safely(path)
    assert network.refusal is None
    names = ["both/forward", "both/backward"] if both else ["rnn"]
    assert [layer.name for layer in network.recurrent] == names
    assert {layer.kind for layer in network.recurrent} == {kind}
    assert {layer.written_as for layer in network.recurrent} == {f"CuDNN{kind}"}
    assert network.length == STEPS
    # The table counts what the file holds: CuDNN's LSTM has a second bias.
    assert more == (0 if kind == "GRU" else (4 * UNITS) * (2 if both else 1))
    assert summary(network).total == model.count_params() + more
    found = compared(model, network, 3)
    assert max(max(each.values()) for each in found.values()) <= CLOSE, found
    proof = verify(path, 3, network)
    assert proof.ok, proof.text()
