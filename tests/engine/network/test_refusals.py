"""Files that are no model, damaged, foreign or hostile: each is refused, in words, in time."""

from __future__ import annotations

import base64
import marshal
import os
import pickle
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.opening import open_network, open_safely
from engine.network.refusal import check_replayable
from tests.engine.network import files
from tests.engine.network.files import Config, Weights, config, functional, layer, weights

SECONDS = 10.0
"""Longer than that no file may take."""

Make = Callable[[Path], Path]
TABLE: list[tuple[Make, str]] = []
"""What makes a file in a folder, and a part of the text that refuses it."""


def refused(text: str) -> Callable[[Make], Make]:
    def note(make: Make) -> Make:
        TABLE.append((make, text))
        return make

    return note


def _spoiled(spoil: Callable[[Config, Weights], None], folder: Path, suffix: str) -> Path:
    model, arrays = config(), weights()
    spoil(model, arrays)
    write = files.write_keras if suffix == ".keras" else files.write_h5
    return write(folder / f"model{suffix}", model, arrays)


def refused_in_both(text: str) -> Callable[[Callable[[Config, Weights], None]], None]:
    """The same fault in a ``.keras`` and in an ``.h5`` file."""

    def note(spoil: Callable[[Config, Weights], None]) -> None:
        for suffix in (".keras", ".h5"):

            def make(folder: Path, suffix: str = suffix) -> Path:
                return _spoiled(spoil, folder, suffix)

            make.__name__ = f"{spoil.__name__}{suffix}"
            TABLE.append((make, text))

    return note


# What is no model file at all


@refused("model.keras is called like a model, but nothing in it is one.")
def a_text(folder: Path) -> Path:
    path = folder / "model.keras"
    path.write_text("I loved this film.\n" * 100)
    return path


@refused("model.h5 is called like a model, but nothing in it is one.")
def a_picture(folder: Path) -> Path:
    path = folder / "model.h5"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    return path


@refused("model.keras is empty. Copy or save it again.")
def empty(folder: Path) -> Path:
    path = folder / "model.keras"
    path.touch()
    return path


@refused("model.h5 is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.")
def an_lfs_pointer(folder: Path) -> Path:
    path = folder / "model.h5"
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:1234\nsize 104104\n")
    return path


@refused("model.keras is a folder, not a model file. Choose a .keras or .h5 file.")
def a_folder(folder: Path) -> Path:
    path = folder / "model.keras"
    path.mkdir()
    return path


@refused("There is no file ")
def missing(folder: Path) -> Path:
    return folder / "nothing.keras"


@refused("There is no file ")
def a_link_to_nothing(folder: Path) -> Path:
    path = folder / "model.keras"
    path.symlink_to(folder / "nothing.keras")
    return path


@refused("This zip file is not a Keras model: it has no config.json. Save the model with")
def a_zip_without_a_configuration(folder: Path) -> Path:
    return files.write_keras(folder / "model.keras", members={"config.json": None})


@refused("This zip file is not a Keras model: it has no config.json, model.weights.h5.")
def a_zip_of_texts(folder: Path) -> Path:
    path = folder / "reviews.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "good")
    return path


@refused("it has no model.weights.h5")
def a_zip_without_weights(folder: Path) -> Path:
    return files.write_keras(folder / "model.keras", members={"model.weights.h5": None})


@refused("weights.h5 holds weights without a model: it was written by save_weights. Put the")
def weights_only(folder: Path) -> Path:
    def fill(file: h5py.File) -> None:
        del file.attrs["model_config"]

    return files.write_h5(folder / "weights.h5", fill=fill)


# Damage


@refused("model.keras is damaged or cut off: ")
def truncated_keras(folder: Path) -> Path:
    path = files.write_keras(folder / "model.keras")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


@refused("model.h5 is damaged or cut off: ")
def truncated_h5(folder: Path) -> Path:
    path = files.write_h5(folder / "model.h5")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


@refused("model.keras is damaged or cut off: ")
def a_signature_alone_keras(folder: Path) -> Path:
    path = folder / "model.keras"
    path.write_bytes(b"PK\x03\x04")
    return path


@refused("model.h5 is damaged or cut off: ")
def a_signature_alone_h5(folder: Path) -> Path:
    path = folder / "model.h5"
    path.write_bytes(b"\x89HDF\r\n\x1a\n")
    return path


@refused("model.keras is damaged or cut off: ")
def weights_that_are_no_hdf5(folder: Path) -> Path:
    return files.write_keras(folder / "model.keras", members={"model.weights.h5": b"no" * 50})


@refused("model.keras is damaged or cut off: ")
def a_wrong_checksum(folder: Path) -> Path:
    path = files.write_keras(folder / "model.keras")
    data = bytearray(path.read_bytes())
    at = data.index(b"config.json") + 40  # inside the packed configuration
    data[at : at + 8] = bytes(8)
    path.write_bytes(data)
    return path


@refused("model.keras is damaged or cut off: ")
def a_configuration_that_is_no_json_keras(folder: Path) -> Path:
    return files.write_keras(folder / "model.keras", '{"class_name": "Sequential", ')


@refused("model.h5 is damaged or cut off: ")
def a_configuration_that_is_no_json_h5(folder: Path) -> Path:
    return files.write_h5(folder / "model.h5", "layers: [lstm, dense]")


@refused("The model's configuration is damaged: config.json is no object.")
def a_configuration_that_is_a_list(folder: Path) -> Path:
    return files.write_keras(folder / "model.keras", "[1, 2]")


@refused("The model's configuration is damaged: it is no object.")
def a_configuration_that_is_a_number(folder: Path) -> Path:
    return files.write_h5(folder / "model.h5", "7")


@refused_in_both("The model's configuration is damaged: it has no list of layers.")
def no_list_of_layers(model: Config, arrays: Weights) -> None:
    model["config"]["layers"] = {"lstm": 3}


@refused_in_both("The model's configuration is damaged: a layer has no options.")
def a_layer_without_options(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"] = None


# Weights


@refused_in_both(
    "The recurrent_kernel of the layer lstm has the shape (3, 12), but its configuration asks "
    "for (5, 20)."
)
def units_that_do_not_fit(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["units"] = 5
    arrays["lstm"][0] = np.zeros((4, 20), np.float32)


@refused_in_both("The kernel of the layer lstm has the shape (4, 12), but its configuration asks")
def a_wider_embedding(model: Config, arrays: Weights) -> None:
    layer(model, "Embedding")["config"]["output_dim"] = 7
    arrays["embedding"] = [np.zeros((20, 7), np.float32)]


@refused_in_both("The embeddings of the layer embedding has the shape (20, 4), but its")
def a_larger_vocabulary(model: Config, arrays: Weights) -> None:
    layer(model, "Embedding")["config"]["input_dim"] = 500


@refused_in_both("The bias of the layer lstm has the shape (1, 12), but its configuration asks")
def a_bias_of_another_rank(model: Config, arrays: Weights) -> None:
    arrays["lstm"][2] = arrays["lstm"][2][None]


@refused_in_both("The layer lstm should have 3 weights, but the file has 2. It is damaged, or")
def a_weight_too_few(model: Config, arrays: Weights) -> None:
    arrays["lstm"].pop()


@refused_in_both("The layer lstm should have 2 weights, but the file has 3.")
def a_weight_too_many(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["use_bias"] = False


@refused_in_both("The layer dense should have 2 weights, but the file has 0.")
def a_layer_without_weights(model: Config, arrays: Weights) -> None:
    del arrays["dense"]


@refused_in_both("The kernel of the layer dense does not hold numbers.")
def weights_that_are_texts(model: Config, arrays: Weights) -> None:
    arrays["dense"][0] = np.array([[b"a"], [b"b"], [b"c"]])


@refused("weight")
def a_group_in_the_place_of_a_weight(folder: Path) -> Path:
    def fill(file: h5py.File) -> None:
        del file["layers/dense/vars/0"]
        file.create_group("layers/dense/vars/0")

    return files.write_keras(folder / "model.keras", fill=fill)


# Layers that are not replayed


@refused_in_both("This model has no recurrent layer, so there is no state to watch. Open a model")
def no_recurrent_layer(model: Config, arrays: Weights) -> None:
    del model["config"]["layers"][2]
    arrays["dense"][0] = np.zeros((4, 1), np.float32)


@refused_in_both("The layer conv should have 2 weights, but the file has 0.")
def a_convolution_without_weights(model: Config, arrays: Weights) -> None:
    entry = {"class_name": "Conv1D", "config": {"name": "conv", "filters": 4, "kernel_size": 3}}
    model["config"]["layers"].insert(2, entry)


@refused_in_both("The layer both/forward should have 3 weights, but the file has 0.")
def bidirectional_without_weights(model: Config, arrays: Weights) -> None:
    inner = layer(model, "LSTM")
    model["config"]["layers"][2] = {
        "class_name": "Bidirectional",
        "config": {"name": "both", "layer": inner, "merge_mode": "concat"},
    }


@refused_in_both("The layer lstm uses the activation mine>wavy, which is not one of Keras's or is")
def a_registered_activation(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["activation"] = {
        "module": "mine",
        "class_name": "function",
        "config": "wavy",
        "registered_name": "mine>wavy",
    }


@refused_in_both("The layer lstm uses the activation mine>tanh, which is not one of Keras's")
def a_registered_activation_with_a_known_name(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["activation"] = {
        "module": "mine",
        "class_name": "function",
        "config": "tanh",
        "registered_name": "mine>tanh",
    }


@refused_in_both("The layer dense uses the activation wavy, which is not one of Keras's or is not")
def a_custom_activation(model: Config, arrays: Weights) -> None:
    layer(model, "Dense")["config"]["activation"] = "wavy"


@refused_in_both("The model is a Reader, which only its own code can run. Save it as a Sequential")
def a_class_of_its_own(model: Config, arrays: Weights) -> None:
    model["class_name"] = "Reader"


@refused_in_both("The layer lstm does not get a sequence but (None, 10, 4, 4), so it has no steps.")
def an_embedding_of_numbers(model: Config, arrays: Weights) -> None:
    entry = {
        "class_name": "Embedding",
        "config": {"name": "embedding_1", "input_dim": 20, "output_dim": 4},
    }
    model["config"]["layers"].insert(2, entry)
    arrays["embedding_1"] = [np.zeros((20, 4), np.float32)]


def _quantised(policy: str, mode: str, extra: list[np.ndarray]) -> None:
    """An Embedding as ``quantize`` leaves it: numbers of fewer bits, with more beside them."""

    @refused_in_both(f"The layer embedding is quantised ({mode}), in a way that is not replayed")
    def quantised(model: Config, arrays: Weights) -> None:
        layer(model, "Embedding")["config"]["dtype"] = {
            "module": "keras.dtype_policies",
            "class_name": policy,
            "config": {"mode": mode, "source_name": "float32"},
        }
        arrays["embedding"] = [arrays["embedding"][0].astype(np.int8), *extra]


_quantised("QuantizedDTypePolicy", "gptq/4/128", [np.ones(20, np.float32)])
_quantised("QuantizedDTypePolicy", "int8", [np.ones(20, np.float32), np.ones(20, np.float32)])
_quantised(
    "Int4DTypePolicy", "int4/128", [np.ones((20, 1), np.float32), np.zeros((20, 1), np.int8)]
)
_quantised("QuantizedFloat8DTypePolicy", "float8", [np.float32(1), np.zeros(1024, np.float32)])


@refused_in_both("The layer lstm uses dtype='DTypePolicyMap', which cannot be replayed yet.")
def a_policy_for_each_layer(model: Config, arrays: Weights) -> None:
    policy = {"class_name": "DTypePolicyMap", "config": {"default_policy": None, "policy_map": {}}}
    layer(model, "LSTM")["config"]["dtype"] = policy


# Graphs that are no chain


@refused_in_both("The layer other should have 2 weights, but the file has 0.")
def a_branch_without_weights(model: Config, arrays: Weights) -> None:
    functional(model)
    other = {
        "class_name": "Dense",
        "name": "other",
        "config": {"name": "other", "units": 1, "activation": "sigmoid"},
        "inbound_nodes": [[["lstm", 0, 0, {}]]],
    }
    model["config"]["layers"].append(other)


@refused_in_both("waits for its own output, or for a layer that is not there.")
def a_cycle_with_an_entry(model: Config, arrays: Weights) -> None:
    functional(model)
    layer(model, "Embedding")["inbound_nodes"] = [[["words", 0, 0, {}], ["dense", 0, 0, {}]]]


@refused_in_both("waits for its own output, or for a layer that is not there.")
def a_layer_that_follows_itself(model: Config, arrays: Weights) -> None:
    functional(model)
    layer(model, "LSTM")["inbound_nodes"] = [[["lstm", 0, 0, {}]]]


@refused_in_both("two layers share a name")
def one_name_twice(model: Config, arrays: Weights) -> None:
    functional(model)
    model["config"]["layers"].append(dict(layer(model, "Dense")))


@refused_in_both("two layers share a name")
def one_name_twice_in_a_sequence(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["return_sequences"] = True
    model["config"]["layers"].insert(3, layer(model, "LSTM"))
    arrays["lstm"][0] = np.zeros((3, 12), np.float32)
    layer(model, "Embedding")["config"]["output_dim"] = 3
    arrays["embedding"] = [np.zeros((20, 3), np.float32)]


# Sizes beyond reason


@refused_in_both("The model has 100,000 layers; Gatescope opens models of at most 1,000.")
def a_hundred_thousand_layers(model: Config, arrays: Weights) -> None:
    model["config"]["layers"] = [layer(model, "LSTM")] * 100_000


@refused_in_both(
    "The layer lstm asks for 4,000,000,000,000,000,000 numbers in one weight, more than"
)
def a_billion_units(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["units"] = 10**9


@refused_in_both("The layer embedding asks for 8,000,000,000 numbers in one weight, more than")
def a_billion_words(model: Config, arrays: Weights) -> None:
    layer(model, "Embedding")["config"]["input_dim"] = 2 * 10**9


@refused_in_both("The layer lstm has no usable units in its configuration: -3.")
def negative_units(model: Config, arrays: Weights) -> None:
    layer(model, "LSTM")["config"]["units"] = -3


@refused_in_both("The layer dense has no usable units in its configuration: 1.5.")
def a_share_of_a_unit(model: Config, arrays: Weights) -> None:
    layer(model, "Dense")["config"]["units"] = 1.5


@refused_in_both("The model reads 1,000,000,000 steps; Gatescope opens models of 1 to 1,000,000.")
def a_billion_steps(model: Config, arrays: Weights) -> None:
    layer(model, "InputLayer")["config"]["batch_shape"] = [None, 10**9]


@refused_in_both("The model's configuration is damaged: a shape has the size -5.")
def fewer_steps_than_none(model: Config, arrays: Weights) -> None:
    layer(model, "InputLayer")["config"]["batch_shape"] = [None, -5]


def _huge(file: h5py.File, place: str) -> None:
    """A weight of 1.2e9 numbers that takes no room on disk."""
    del file[place]
    file.create_dataset(place, (30_000, 40_000), np.float32, chunks=(100, 100))


@refused("A weight in this file is larger than Gatescope opens.")
def a_huge_weight_keras(folder: Path) -> Path:
    return files.write_keras(
        folder / "model.keras", fill=lambda file: _huge(file, "layers/dense/vars/0")
    )


@refused("A weight in this file is larger than Gatescope opens.")
def a_huge_weight_h5(folder: Path) -> Path:
    return files.write_h5(
        folder / "model.h5", fill=lambda file: _huge(file, "model_weights/dense/dense/0:0")
    )


@refused("The config.json in this file would unpack to 100,000,000 bytes, more than Gatescope")
def a_zip_bomb(folder: Path) -> Path:
    path = files.write_keras(folder / "model.keras", " " * 100_000_000)
    assert path.stat().st_size < 200_000
    return path


@refused("The model.weights.h5 in this file would unpack to 3,221,225,472 bytes, more than")
def a_zip_bomb_of_weights(folder: Path) -> Path:
    path = files.write_keras(folder / "model.keras")
    data = bytearray(path.read_bytes())
    at = data.rindex(b"model.weights.h5") - 46  # its line in the directory at the end
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (3 * 2**30).to_bytes(4, "little")
    path.write_bytes(data)
    return path


@refused("is nested too deeply to be a model.")
def deep_nesting_keras(folder: Path) -> Path:
    return files.write_keras(folder / "model.keras", '{"class_name": ' * 200_000)


@refused("is nested too deeply to be a model.")
def deep_nesting_h5(folder: Path) -> Path:
    return files.write_h5(folder / "model.h5", "[" * 60_000)


# Ways out of the file


def _external(file: h5py.File, place: str) -> None:
    del file[place]
    file[place] = h5py.ExternalLink("other.h5", "/secret")


OUTSIDE = "A weight in this file lies outside of it; such files are not opened."


@refused(OUTSIDE)
def an_external_link_keras(folder: Path) -> Path:
    return files.write_keras(
        folder / "model.keras", fill=lambda file: _external(file, "layers/dense/vars/0")
    )


@refused(OUTSIDE)
def an_external_link_h5(folder: Path) -> Path:
    with h5py.File(folder / "other.h5", "w") as other:
        other["secret"] = np.ones((3, 1), np.float32)
    return files.write_h5(
        folder / "model.h5", fill=lambda file: _external(file, "model_weights/dense/dense/0:0")
    )


@refused(OUTSIDE)
def an_external_group(folder: Path) -> Path:
    return files.write_h5(
        folder / "model.h5", fill=lambda file: _external(file, "model_weights/dense")
    )


@refused(OUTSIDE)
def a_virtual_dataset(folder: Path) -> Path:
    with h5py.File(folder / "other.h5", "w") as other:
        other["secret"] = np.ones((3, 1), np.float32)

    def fill(file: h5py.File) -> None:
        place = "model_weights/dense/dense/0:0"
        del file[place]
        layout = h5py.VirtualLayout((3, 1), np.float32)
        layout[:] = h5py.VirtualSource(str(folder / "other.h5"), "secret", (3, 1))
        file.create_virtual_dataset(place, layout)

    return files.write_h5(folder / "model.h5", fill=fill)


@refused(OUTSIDE)
def external_storage(folder: Path) -> Path:
    (folder / "raw.bin").write_bytes(np.ones((3, 1), np.float32).tobytes())

    def fill(file: h5py.File) -> None:
        place = "model_weights/dense/dense/0:0"
        del file[place]
        raw = [(str(folder / "raw.bin"), 0, h5py.h5f.UNLIMITED)]
        file.create_dataset(place, (3, 1), np.float32, external=raw)

    return files.write_h5(folder / "model.h5", fill=fill)


@pytest.mark.parametrize(
    ("make", "text"), TABLE, ids=[make.__name__.replace("_", " ") for make, _ in TABLE]
)
def test_refused_in_words_and_in_time(tmp_path: Path, make: Make, text: str) -> None:
    path = make(tmp_path)
    start = time.monotonic()
    with pytest.raises(ModelError) as caught:
        check_replayable(open_safely(path))
    assert text in str(caught.value)
    assert time.monotonic() - start < SECONDS
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_the_file_that_the_others_spoil_is_good(tmp_path: Path, suffix: str) -> None:
    network = open_safely(_spoiled(lambda model, arrays: None, tmp_path, suffix))
    assert network.name == "LSTM(3)"
    for name, arrays in weights().items():
        for found, wanted in zip(network.layer(name).weights.values(), arrays, strict=True):
            assert (found == wanted).all()


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_a_functional_chain_in_any_order(tmp_path: Path, suffix: str) -> None:
    def spoil(model: Config, arrays: Weights) -> None:
        functional(model)["config"]["layers"].reverse()

    network = open_network(_spoiled(spoil, tmp_path, suffix))
    assert [layer.kind for layer in network.layers] == ["Embedding", "LSTM", "Dense"]


# Files that may not be read


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = files.write_h5(tmp_path / "model.h5")
    path.chmod(0)
    with pytest.raises(ModelError, match=r"model.h5 may not be read. Change its permissions, or"):
        open_safely(path)


def test_a_file_that_the_system_denies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files.write_h5(tmp_path / "model.h5")

    def denied(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(ModelError, match=r"model.h5 may not be read. Change its permissions, or"):
        open_network(path)


def test_a_file_that_the_disk_cannot_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files.write_h5(tmp_path / "model.h5")

    def broken(self: Path, *arguments: object, **options: object) -> None:
        raise OSError(5, "Input/output error", str(self))

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(ModelError, match=r"model.h5 cannot be read: Input/output error\."):
        open_network(path)


# Reading that does not end, or ends badly


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """How a reading process that hangs or fails is ended: `test_safety_process`."""
    path = tmp_path / "model.h5"
    os.mkfifo(path)
    start = time.monotonic()
    with pytest.raises(ModelError, match=r"model.h5 is a pipe or a device, not a file"):
        open_safely(path, timeout=5)
    assert time.monotonic() - start < 4


# Nothing in a file is executed


class _Payload:
    """Unpickled, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def _lambda(trace: Path) -> Config:
    """A Lambda layer as Keras writes it, with code that makes a file."""
    code = compile(f"open({str(trace)!r}, 'w').close()", "payload", "exec")
    packed = base64.b64encode(marshal.dumps(code)).decode()
    function = {"class_name": "__lambda__", "config": {"code": packed, "defaults": None}}
    return {"class_name": "Lambda", "config": {"name": "payload", "function": function}}


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_a_lambda_is_named_and_not_run(tmp_path: Path, suffix: str) -> None:
    trace = tmp_path / "executed"

    def spoil(model: Config, arrays: Weights) -> None:
        model["config"]["layers"].insert(2, _lambda(trace))

    path = _spoiled(spoil, tmp_path, suffix)
    network = open_safely(path)
    with pytest.raises(ModelError, match="The layer payload is a Lambda, which cannot be replayed"):
        check_replayable(network)
    assert not trace.exists()


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_a_named_function_is_not_imported(tmp_path: Path, suffix: str) -> None:
    trace = tmp_path / "executed"
    (tmp_path / "payload.py").write_text(f"open({str(trace)!r}, 'w').close()\n")

    def spoil(model: Config, arrays: Weights) -> None:
        entry = layer(model, "LSTM")
        entry["module"], entry["registered_name"] = "payload", "payload>LSTM"
        entry["config"]["activation"] = {
            "module": "payload",
            "class_name": "function",
            "config": "tanh",
            "registered_name": "payload>tanh",
        }

    path = _spoiled(spoil, tmp_path, suffix)
    with pytest.raises(ModelError, match="The layer lstm is a LSTM, a class of its author's own"):
        check_replayable(open_safely(path))
    assert not trace.exists()


def test_a_pickle_in_the_place_of_a_model_is_not_unpickled(tmp_path: Path) -> None:
    trace = tmp_path / "executed"
    path = tmp_path / "model.h5"
    path.write_bytes(pickle.dumps(_Payload(trace)))
    with pytest.raises(ModelError, match=r"model.h5 is a pickle, and a pickle can run code"):
        open_safely(path)
    assert not trace.exists()
    pickle.loads(path.read_bytes())
    assert trace.exists(), "the payload itself does nothing, so that it proves nothing"


def test_a_pickle_in_the_place_of_a_weight_is_not_unpickled(tmp_path: Path) -> None:
    trace = tmp_path / "executed"

    def fill(file: h5py.File) -> None:
        place = "model_weights/dense/dense/0:0"
        del file[place]
        file[place] = np.void(pickle.dumps(_Payload(trace)))

    path = files.write_h5(tmp_path / "model.h5", fill=fill)
    with pytest.raises(ModelError, match="The kernel of the layer dense has the shape"):
        open_safely(path)
    assert not trace.exists()
