"""What ``torch.save`` writes: PyTorch computes the same, and nothing in it is carried out."""

from __future__ import annotations

import pickle
import pickletools
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from engine.errors import ModelError
from engine.network.formats import keras3, pytorch
from engine.network.formats.pytorch import chain, pickles, zipped
from engine.network.network import Network
from engine.network.opening import open_safely
from engine.replay.replay import replay
from tests.engine.network import torch_files
from tests.engine.network.test_safetensors import head, names_and_kinds, of_ids, parameters

REFERENCE = Path(__file__).parent / "reference"
SAVED = REFERENCE / "torch_saved.npz"
FILES = ["lstm.pt", "lstm_proj.pt", "lstm_proj_both.pth", "gru.bin", "gru_no_bias.pt",
         "rnn_relu.pt", "rnn_tanh.pt", "double.pt", "half.pt", "bfloat16.pt"]  # fmt: skip


def opened(content: bytes, folder: Path, name: str = "model.pt") -> Network:
    path = folder / name
    path.write_bytes(content)
    assert zipped.match(path) and not pickles.match(path)
    return zipped.open_file(path, "digest")


def error_of(content: bytes, folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        opened(content, folder)
    return str(caught.value)


# -- the numbers -------------------------------------------------------------------


def check(network: Network, name: str) -> None:
    with np.load(SAVED, allow_pickle=False) as stored:
        x, y, out = (stored[f"{name}/{part}"] for part in ("x", "y", "out"))
    trace = replay(network, of_ids(x))
    np.testing.assert_allclose(trace.answer, y, rtol=1e-5, atol=1e-6)
    last = next(layer for layer in reversed(network.layers) if layer.kind in
                ("LSTM", "GRU", "SimpleRNN", "Bidirectional"))  # fmt: skip
    ends = (last.name, f"{last.name}/forward", f"{last.name}/backward")
    h = np.concatenate([trace.layers[one].series["h"] for one in ends if one in trace.layers], -1)
    projection = next((layer for layer in network.layers if layer.name == f"{last.name}_hr"), None)
    if projection is not None:
        h = h @ projection.weights["kernel"]
    np.testing.assert_allclose(h, out, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", FILES)
def test_pytorch_computes_the_same(name: str) -> None:
    """Files and numbers from PyTorch itself (``reference/make_torch.py``)."""
    network = open_safely(REFERENCE / name)
    assert network.format == "PyTorch"
    check(network, name)
    assert (chain.PROJECTIONS in network.notes) == ("proj" in name)
    assert (chain.TANH in network.notes) == (name == "rnn_tanh.pt")
    assert not network.is_partial


@pytest.mark.parametrize("name", FILES)
def test_safetensors_of_the_same_weights(name: str, tmp_path: Path) -> None:
    path = REFERENCE / name
    with zipfile.ZipFile(path) as archive:
        tensors = zipped.opened(path, archive)
        arrays = {each: tensors.read(each) for each in tensors.shapes}
    said = {"nonlinearity": "relu"} if name == "rnn_relu.pt" else None
    save_file(arrays, tmp_path / "m.safetensors", said)
    network = pytorch.open_file(tmp_path / "m.safetensors", "")
    check(network, name)
    assert [(one.name, one.options) for one in network.layers] == [
        (one.name, one.options) for one in zipped.open_file(path, "").layers
    ]


def test_tensors_that_lie_turned_round() -> None:
    """Views of their storages with strides of their own."""
    path = REFERENCE / "turned.pt"
    with zipfile.ZipFile(path) as archive, np.load(SAVED) as stored:
        tensors = zipped.opened(path, archive)
        for name in tensors.shapes:
            expected = stored[f"turned.pt/{name.removeprefix('rnn.')}"]
            np.testing.assert_array_equal(tensors.read(name), expected)
    assert names_and_kinds(zipped.open_file(path, "")) == [("rnn", "GRU")]


# -- what is found in a file -----------------------------------------------------------


def test_the_state_dict_of_a_checkpoint(tmp_path: Path) -> None:
    state = parameters("GRU", 3, 4, prefix="module.rnn.") | head("module.fc", 4, 2)
    content = {"epoch": 2, "nets": [1, 2], "run": {"best": None, "state_dict": state}}
    network = opened(torch_files.torch_file(content), tmp_path)
    assert names_and_kinds(network) == [("module/rnn", "GRU"), ("module/fc", "Dense")]
    assert network.layers[0].weights["kernel"].tolist() == opened(
        torch_files.torch_file(state), tmp_path
    ).layers[0].weights["kernel"].tolist()  # fmt: skip


def test_of_several_state_dicts_the_others_are_named(tmp_path: Path) -> None:
    both = {"encoder": parameters("LSTM", 3, 4), "decoder": parameters("GRU", 3, 4)}
    network = opened(torch_files.torch_file({"plain": head("fc", 4, 2), **both}), tmp_path)
    assert names_and_kinds(network) == [("lstm", "LSTM")]
    assert str(network.notes[-1]) == (
        "The file has several state dicts: encoder is read, and decoder left out."
    )
    assert network.is_partial


def test_numbers_of_another_order(tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4)
    data, storages = torch_files.pickled(arrays)
    turned = [np.frombuffer(raw, "<f4").astype(">f4").tobytes() for raw in storages]
    network = opened(torch_files.zipped(data, turned, order="big"), tmp_path)
    np.testing.assert_array_equal(network.layers[0].weights["kernel"], arrays["weight_ih_l0"].T)


def test_whole_numbers_are_no_weights(tmp_path: Path) -> None:
    arrays = parameters("LSTM", 3, 4) | {"steps": np.array([3], np.int64)}
    assert not opened(torch_files.torch_file(arrays), tmp_path).is_partial


# -- what is refused -------------------------------------------------------------------


def test_whole_models_old_forms_and_programs_are_refused_by_name() -> None:
    said = {
        "whole_model.pt": "its pickle asks for torch.nn.modules.rnn.LSTM, and a pickle can run",
        "old_form.pt": "a pickle as PyTorch wrote it before version 1.6",
        "script.pt": "script.pt is a TorchScript model, a program",
    }
    for name, words in said.items():
        with pytest.raises(ModelError, match=words):
            open_safely(REFERENCE / name)


def test_no_recurrent_weights(tmp_path: Path) -> None:
    message = error_of(torch_files.torch_file(head("fc", 4, 2)), tmp_path)
    assert "model.pt has no recurrent weights of PyTorch" in message
    assert "has no tensors with names" in error_of(torch_files.torch_file({"a": 1}), tmp_path)


class Asks:
    """What a pickle may ask for; it writes a file where it is carried out."""

    def __init__(self, call: Any, *arguments: Any) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> Any:
        return self.call, self.arguments


def hostile(path: Path) -> dict[str, bytes]:
    """Pickles that ask for something, by what they ask for."""
    target, line = str(path), f"open({str(path)!r}, 'w')"
    return {
        "io.open": pickle.dumps(Asks(open, target, "w"), 2),
        "builtins.exec": pickle.dumps(Asks(exec, f"{line}.close()"), 4),
        "builtins.eval": pickle.dumps({"weight_ih_l0": Asks(eval, line)}, 4),
        "os.system": b"cos\nsystem\n(V" + f"touch {target}".encode() + b"\ntR.",
        "torch.load": b"ctorch\nload\n(V" + target.encode() + b"\ntR.",
        "torch.hub.load": b"ctorch.hub\nload\n(tR.",
        "torch._utils._rebuild_qtensor": b"ctorch._utils\n_rebuild_qtensor\n(tR.",
        "os.mkdir": b"(ios\nmkdir\n.",
        "BUILD": b"ccollections\nOrderedDict\n(tR}X\x04\x00\x00\x00evilK\x01sb.",
        "REDUCE": b"(I1\n(tR.",
        "NEWOBJ": b"ctorch\nFloatStorage\n)\x81.",
        "torch._utils._rebuild_parameter()": b"ctorch._utils\n_rebuild_parameter\n(I1\ntR.",
        "the persistent id module": b"(X\x06\x00\x00\x00moduletQ.",
        "the persistent id ?": b"I5\nQ.",
        "EXT1": b"\x82\x01.",
        "PERSID": b"Pstorage\n.",
    }


@pytest.mark.parametrize("asks", hostile(Path("/x")))
def test_nothing_else_is_carried_out(asks: str, tmp_path: Path) -> None:
    target = tmp_path / "was-here"
    data = hostile(target)[asks]
    list(pickletools.genops(data))  # it is a pickle, and would do so
    message = error_of(torch_files.zipped(data, []), tmp_path)
    assert f"its pickle asks for {asks}" in message
    assert not target.exists()


def test_pythons_own_machine_would_have_written_it(tmp_path: Path) -> None:
    pickle.loads(hostile(tmp_path / "was-here")["builtins.exec"])
    assert (tmp_path / "was-here").exists()


DESCRIBED: dict[str, dict[str, Any]] = {
    "behind the end": {"start": 1},
    "before the start": {"start": -1},
    "another shape": {"shape": (99, 99)},
    "strides that run out": {"strides": (99, 1)},
    "strides that run back": {"strides": (-3, 1)},
    "no shape": {"shape": None},
    "truth": {"shape": (True, True)},
    "other axes": {"shape": (2,)},
    "many axes": {"shape": (1,) * 9, "strides": (1,) * 9},
    "a storage that is not there": {"key": "77"},
    "a member elsewhere": {"key": "../../data/0"},
    "more than there is": {"count": 1000, "start": 500},
    "a billion numbers": {"shape": (2**20, 2**20), "strides": (0, 0)},
    "no count": {"count": -1},
    "a huge count": {"count": 2**80},
}


@pytest.mark.parametrize("kind", DESCRIBED)
def test_a_tensor_that_is_not_there(kind: str, tmp_path: Path) -> None:
    arrays = {"weight_ih_l0": np.ones((12, 3), np.float32)}
    said = error_of(torch_files.torch_file(arrays, **DESCRIBED[kind]), tmp_path)
    assert "damaged or cut off" in said or "more than Gatescope opens" in said or "whole" in said


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_pickle_that_is_cut_off(share: float, tmp_path: Path) -> None:
    data, storages = torch_files.pickled(parameters("LSTM", 3, 4))
    cut = torch_files.zipped(data[: int(len(data) * share)], storages)
    message = error_of(cut, tmp_path)  # a name may be cut to another
    assert "damaged or cut off" in message or "its pickle asks for" in message
    short = torch_files.zipped(data, [raw[: int(len(raw) * share)] for raw in storages])
    assert "is cut off" in error_of(short, tmp_path)


@pytest.mark.parametrize("root", ["archive/", "", "a/b/"])
def test_it_is_known_by_its_content(root: str, tmp_path: Path) -> None:
    data, storages = torch_files.pickled(parameters("RNN", 3, 4))
    network = opened(torch_files.zipped(data, storages, root), tmp_path, "any.keras")
    assert names_and_kinds(network) == [("rnn", "SimpleRNN")]
    assert not keras3.match(tmp_path / "any.keras")
    assert open_safely(tmp_path / "any.keras").format == "PyTorch"


@pytest.mark.parametrize("data", [b"h\xff.", b"", b".", b"a.", b"(t", b"Vx\n", b"\x80\x09N."])
def test_a_damaged_pickle(data: bytes, tmp_path: Path) -> None:
    message = error_of(torch_files.zipped(data, []), tmp_path)
    assert "damaged or cut off" in message or "no tensors" in message or "asks for" in message
