"""Files that are no model say what they are; hostile ones are refused in words and in time."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import socket
import struct
import tarfile
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest

from engine.errors import Cancelled, ModelError
from engine.network import opening
from engine.network.opening import open_network, open_safely
from tests.engine.network import files
from tests.engine.network.files import Config, config, layer

SECONDS = 10.0
Make = Callable[[Path], Path]
TABLE: list[tuple[Make, str]] = []
"""What makes a file in a folder, and the whole text that refuses it."""

KERAS = "Load it in Python and save the model with model.save('name.keras')."
SAVE = "Save the model with model.save('name.keras')."


def refused(text: str) -> Callable[[Make], Make]:
    def note(make: Make) -> Make:
        TABLE.append((make, text))
        return make

    return note


def with_bytes(name: str, data: bytes, text: str) -> None:
    """A file of that name with those bytes."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    make.__name__ = name
    TABLE.append((make, text))


# What is no model

NUMBERS = (
    "{} holds numbers of NumPy, not a model. Save the model with model.save('name.keras'); if a "
    "model is to read the numbers, open the model, and drop the file on Numbers."
)
A_TABLE = (
    "{0} is a table, not a model. Open the model that is to read it, and drop the table on Numbers; "
    "in the shell: trace MODEL --values {0}."
)
NEITHER = "{} is called like a model, but nothing in it is one. " + SAVE
PAGE = (
    "{} is a web page that was saved in place of the model. Download the file itself (on GitHub: "
    "the button Raw or Download)."
)
PACKED = "{} is a packed archive. Unpack it and open the model inside."
PICKLE = (
    "{} is a pickle, and a pickle can run code when it is opened, so Gatescope opens none. " + KERAS
)
PLAN = (
    "{} holds only the architecture of a Keras model, without its weights. Put the file of "
    "the weights beside it under the same name, or save the whole model with "
    "model.save('name.keras')."
)
CHECKPOINT = (
    "{} is a part of a TensorFlow checkpoint, which holds weights without a model. Load it in "
    "Python and save the whole model with model.save('name.keras')."
)
GRAPH = (
    "{} is a TensorFlow graph (.pb), which is a program that Gatescope does not run. Load its "
    "folder in Python with the package tf-keras (Keras 3 does not load it), "
    "tf_keras.models.load_model, and save it with model.save('name.keras'); from what model.export "
    "wrote there is no way back."
)


def _tar() -> bytes:
    stored = io.BytesIO()
    with tarfile.open(fileobj=stored, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("model.h5"))
    return stored.getvalue()


class Sequential:
    """Stands for a Keras model that was pickled whole."""


for each, data, template in [
    ("model.keras", b"I loved this film.\n" * 100, NEITHER),
    ("model.h5", b"\x89PNG\r\n\x1a\n" + bytes(500), NEITHER),
    ("zeros.h5", bytes(1000), NEITHER),
    ("empty.h5", b"", "{} is empty. Copy or save it again."),
    (
        "pointer.h5",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:1234\nsize 104104\n",
        "{} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.",
    ),
    ("lstm.keras", b"\n\n<!DOCTYPE html>\n<html lang='en'>" + b" " * 1000, PAGE),
    ("lower.h5", b"<html><head>", PAGE),
    ("model.h5.gz", gzip.compress(b"model"), PACKED),
    ("model.tar", _tar(), PACKED),
    ("model.tflite", b"\x1c\0\0\0TFL3" + bytes(100), (
        "{} is a TensorFlow Lite model, whose gates are no longer there to be seen. Open the "
        "Keras model that it was made from."
    )),
    ("model.ckpt.index", bytes(100) + bytes.fromhex("57fb808b247547db"), CHECKPOINT),
    ("model.ckpt.data-00000-of-00001", bytes(100), CHECKPOINT),
    ("checkpoint", b'model_checkpoint_path: "model.ckpt"\n', CHECKPOINT),
    ("saved_model.pb", b"\x08\x01\x12\x10\x0a\x0eVarHandleOp" + bytes(50), GRAPH),
    ("frozen.pb", b"\x0a\x20\x0a\x01x\x12\x0bPlaceholder" + bytes(50), GRAPH),
    *((f"p{p}.pkl", pickle.dumps(Sequential(), p), PICKLE) for p in range(6)),
    *((f"d{p}.pkl", pickle.dumps({"a": 1}, p), PICKLE) for p in (0, 2, 4)),
    ("model.json", json.dumps(files.CONFIG).encode(), PLAN),
    ("twice.json", json.dumps(json.dumps(files.CONFIG)).encode(), PLAN),
    ("model.yaml", b"backend: tensorflow\nclass_name: Sequential\nconfig:\n", PLAN),
    ("x.npy", b"\x93NUMPY\x01\x00" + bytes(100), NUMBERS),
    ("days.CSV", b"a,b\n1,2\n", A_TABLE),
]:  # fmt: skip
    with_bytes(each, data, template.format(each))


@refused(
    "lstm is a TensorFlow SavedModel, a folder with code in it, which Gatescope does not run. "
    "Load it in Python with the package tf-keras (Keras 3 does not load it), "
    "tf_keras.models.load_model, and save it with model.save('name.keras')."
)
def a_saved_model(folder: Path) -> Path:
    path = an_exported_model(folder)
    (path / "keras_metadata.pb").write_bytes(b"\x0a\x01")
    return path


@refused(
    "lstm is a TensorFlow SavedModel without Keras's layers, as model.export writes it: there is no "
    "way back to the model. Open the file that it was exported from. (One that TensorFlow before 2.5 "
    "saved can be loaded with tf_keras.models.load_model.)"
)
def an_exported_model(folder: Path) -> Path:
    path = folder / "lstm"
    path.mkdir()
    (path / "saved_model.pb").write_bytes(b"\x08\x01")
    return path


@refused("model.keras is a folder, not a model file. Choose a .keras or .h5 file.")
def a_folder(folder: Path) -> Path:
    path = folder / "model.keras"
    path.mkdir()
    return path


def _zip(folder: Path, *members: str) -> Path:
    path = folder / "model.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return path


@refused("model.zip is a zip archive with run/best.h5 in it. Unpack it and open that file.")
def a_zip_of_a_model(folder: Path) -> Path:
    return _zip(folder, "run/readme.txt", "run/best.h5")


@refused(
    "model.zip is a packed TensorFlow SavedModel, with code in it, which Gatescope does not run. "
    "Unpack it, load it in Python with the package tf-keras (Keras 3 does not load it), "
    "tf_keras.models.load_model, and save it with model.save('name.keras')."
)
def a_zip_of_a_saved_model(folder: Path) -> Path:
    return _zip(folder, "lstm/saved_model.pb", "lstm/variables/variables.index")


@refused(NUMBERS.format("model.zip"))
def a_zip_of_arrays(folder: Path) -> Path:
    return _zip(folder, "a.npy", "b.npy")


@refused("This zip file is not a Keras model: it has no config.json, model.weights.h5. " + SAVE)
def a_zip_of_anything(folder: Path) -> Path:
    return _zip(folder, "a.txt")


# What is no file


@refused("model.h5 is a pipe or a device, not a file. Save the model to a file and open that.")
def a_pipe(folder: Path) -> Path:
    path = folder / "model.h5"
    os.mkfifo(path)
    return path


@refused("zero is a pipe or a device, not a file. Save the model to a file and open that.")
def a_device(folder: Path) -> Path:
    return Path("/dev/zero")


@refused("link.h5 is a pipe or a device, not a file. Save the model to a file and open that.")
def a_link_to_a_device(folder: Path) -> Path:
    path = folder / "link.h5"
    path.symlink_to("/dev/zero")
    return path


@refused("socket.h5 is a pipe or a device, not a file. Save the model to a file and open that.")
def a_socket(folder: Path) -> Path:
    path, before = folder / "socket.h5", Path.cwd()
    os.chdir(folder)  # the name of a socket has at most 107 letters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)
    return path


@refused("There is no file {folder}/nothing.h5.")
def nothing(folder: Path) -> Path:
    return folder / "nothing.h5"


@refused("There is no file {folder}/link.h5.")
def a_link_to_nothing(folder: Path) -> Path:
    path = folder / "link.h5"
    path.symlink_to(folder / "nothing.h5")
    return path


@refused("{folder}/one.h5 is a link that leads back to itself. Choose the file itself.")
def links_in_a_circle(folder: Path) -> Path:
    (folder / "one.h5").symlink_to(folder / "two.h5")
    (folder / "two.h5").symlink_to(folder / "one.h5")
    return folder / "one.h5"


@refused("{folder}/{long}.h5 cannot be read: File name too long.")
def a_name_that_is_too_long(folder: Path) -> Path:
    return folder / ("x" * 300 + ".h5")


# Zips


def _changed(folder: Path, change: Callable[[zipfile.ZipFile], None]) -> Path:
    path = files.write_keras(folder / "model.keras")
    with zipfile.ZipFile(path, "a") as archive:
        change(archive)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@refused(
    "model.keras has config.json twice, and no one can say which is meant. Save the model again."
)
def a_member_twice(folder: Path) -> Path:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _changed(folder, lambda archive: archive.writestr("config.json", "{}"))


for way in ("../../evil.txt", "/etc/evil.txt", "a/../../b", "C:\\evil.txt", "..\\evil.txt"):

    def climbs(folder: Path, way: str = way) -> Path:
        return _changed(folder, lambda archive: archive.writestr(way, "x"))

    climbs.__name__ = f"climbs_{way}"
    TABLE.append(
        (climbs, f"model.keras has a member {way} that leads out of it; such files are not opened.")
    )


def _in_directory(folder: Path, member: bytes, at: int, value: bytes) -> Path:
    """Change a field of a member's line in the directory at the end of the zip."""
    path = files.write_keras(folder / "model.keras")
    data = bytearray(path.read_bytes())
    line = data.rindex(member) - 46
    assert data[line : line + 4] == b"PK\x01\x02"
    data[line + at : line + at + len(value)] = value
    path.write_bytes(data)
    return path


@refused("model.keras is encrypted with a password. Save the model again without one.")
def encrypted(folder: Path) -> Path:
    return _in_directory(folder, b"config.json", 8, b"\x01\x00")


@refused(
    "The config.json in this file is packed in a way that Keras does not use. Save the model again."
)
def packed_by_lzma(folder: Path) -> Path:
    return _in_directory(folder, b"config.json", 10, b"\x0e\x00")


@refused(
    "The model.weights.h5 in this file would unpack to 4,000,000,000 bytes, more than Gatescope "
    "opens."
)
def a_size_that_lies(folder: Path) -> Path:
    return _in_directory(folder, b"model.weights.h5", 24, struct.pack("<I", 4_000_000_000))


@refused(
    "model.keras is damaged or cut off: the size of config.json is a lie. Copy or save it again."
)
def a_ratio_that_lies(folder: Path) -> Path:
    return _in_directory(folder, b"config.json", 24, struct.pack("<I", 50_000_000))


@refused(
    "The model.weights.h5 in this file would unpack to 209,715,200 bytes, more than Gatescope "
    "opens."
)
def a_bomb(folder: Path) -> Path:
    path = files.write_keras(
        folder / "model.keras", members={"model.weights.h5": bytes(200 * 2**20)}
    )
    assert path.stat().st_size < 300_000
    return path


@refused("model.keras has 100,003 members; a model has at most 100,000.")
def absurdly_many_members(folder: Path) -> Path:
    def fill(archive: zipfile.ZipFile) -> None:
        for number in range(100_000):
            archive.writestr(str(number), "")

    return _changed(folder, fill)


# HDF5

ABSENT = (
    "A weight in this file is said to have 90,000,000 numbers, but they are not in it. The file "
    "is damaged; copy or save it again."
)
PLACE = "model_weights/dense/dense/0:0"


def _weights(folder: Path, fill: Callable[[h5py.File], None]) -> Path:
    def replace(file: h5py.File) -> None:
        del file[PLACE]
        fill(file)

    return files.write_h5(folder / "model.h5", fill=replace)


@refused(ABSENT)
def chunks_that_are_not_there(folder: Path) -> Path:
    return _weights(
        folder,
        lambda file: file.create_dataset(PLACE, (9000, 10_000), np.float32, chunks=(100, 100)),
    )


@refused(ABSENT)
def numbers_that_are_not_there(folder: Path) -> Path:
    return _weights(folder, lambda file: file.create_dataset(PLACE, (9000, 10_000), np.float32))


@refused(
    "A weight in this file is packed by a filter (number 32000) that Gatescope does not load. "
    "Save the model again without it."
)
def a_foreign_filter(folder: Path) -> Path:
    data = np.ones((3, 1), np.float32)
    return _weights(folder, lambda file: file.create_dataset(PLACE, data=data, compression="lzf"))


@refused("A weight in this file lies outside of it; such files are not opened.")
def soft_links_in_a_circle(folder: Path) -> Path:
    def fill(file: h5py.File) -> None:
        file[PLACE] = h5py.SoftLink(f"/{PLACE}")

    return _weights(folder, fill)


@refused("The model's configuration is larger than Gatescope reads.")
def an_attribute_without_end(folder: Path) -> Path:
    def fill(file: h5py.File) -> None:
        del file.attrs["model_config"]
        file.attrs.create("model_config", np.zeros(2**26 + 1, np.uint8))

    path = folder / "model.h5"
    with h5py.File(path, "w", libver="latest") as file:
        file.attrs["model_config"] = ""
        fill(file)
    return path


@refused("The kernel of the layer dense does not hold numbers.")
def numbers_in_pairs(folder: Path) -> Path:
    pairs = np.zeros((3, 1), [("a", "<f4"), ("b", "<f4")])
    return _weights(folder, lambda file: file.create_dataset(PLACE, data=pairs))


@refused("The kernel of the layer dense does not hold numbers.")
def numbers_of_any_length(folder: Path) -> Path:
    kind = h5py.vlen_dtype(np.float32)
    return _weights(folder, lambda file: file.create_dataset(PLACE, (3, 1), kind))


@refused("The kernel of the layer dense does not hold numbers.")
def references(folder: Path) -> Path:
    return _weights(folder, lambda file: file.create_dataset(PLACE, (3, 1), h5py.regionref_dtype))


def _cases() -> list[object]:
    skip = pytest.mark.skipif(os.name == "nt", reason="POSIX has such files")
    slow = {absurdly_many_members: [pytest.mark.slow]}
    return [
        pytest.param(
            make, text, id=make.__name__.replace("_", " "), marks=[skip, *slow.get(make, ())]
        )
        for make, text in TABLE
    ]


@pytest.mark.parametrize(("make", "text"), _cases())
def test_refused_in_words_and_in_time(tmp_path: Path, make: Make, text: str) -> None:
    path = make(tmp_path)
    start = time.monotonic()
    with pytest.raises(ModelError) as caught:
        open_safely(path)
    text = text.replace("{folder}", str(tmp_path)).replace("{long}", "x" * 300)
    assert str(caught.value) == text
    assert time.monotonic() - start < SECONDS
    with pytest.raises(ModelError) as caught:  # the same in this process
        open_network(path)
    assert str(caught.value) == text


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_packed_weights_open(tmp_path: Path, suffix: str) -> None:
    """The filters of HDF5 itself, which Keras users switch on."""

    def fill(file: h5py.File) -> None:
        place = PLACE if suffix == ".h5" else "layers/dense/vars/0"
        data = file[place][()]
        del file[place]
        file.create_dataset(place, data=data, compression="gzip", shuffle=True, fletcher32=True)

    write = files.write_h5 if suffix == ".h5" else files.write_keras
    network = open_safely(write(tmp_path / f"model{suffix}", fill=fill))
    wanted = files.weights()["dense"][0]
    assert (network.layer("dense").weights["kernel"] == wanted).all()


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"m\xff.keras")
    try:
        files.write_keras(path)
    except OSError:
        pytest.skip("this file system knows only names in UTF-8")
    assert open_safely(path).path == path
    path.write_bytes(b"")
    with pytest.raises(ModelError) as caught:
        open_safely(path)
    str(caught.value).encode()  # can be shown


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_and_crooked_paths_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real folder").mkdir()
    whole = files.write_h5(tmp_path / "real folder" / "model \ud55c.h5")
    (tmp_path / "link.h5").symlink_to(whole)
    (tmp_path / "folder").symlink_to(whole.parent)
    monkeypatch.chdir(tmp_path)
    for name in ("link.h5", "folder/model \ud55c.h5", "folder/../link.h5"):
        assert open_safely(name).name == "LSTM(3)"


def test_a_path_with_a_zero_in_it() -> None:
    with pytest.raises(ModelError, match="There is no file"):
        open_safely("a\0b.h5")
    with pytest.raises(ModelError, match="There is no file"):
        open_network("a\0b.h5")


def test_a_layer_whose_name_is_not_utf8(tmp_path: Path) -> None:
    def spoil(model: Config) -> str:
        layer(model, "LSTM")["config"]["name"] = "l\ud800"
        return json.dumps(model)

    path = files.write_keras(tmp_path / "model.keras", spoil(config()))
    for layer_ in open_safely(path).layers:
        layer_.name.encode()


def test_a_file_that_grows_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files.write_h5(tmp_path / "model.h5")
    whole = opening.digest_of

    def grows(path: Path) -> str:
        result = whole(path)
        with path.open("ab") as file:
            file.write(b"more")
        return result

    monkeypatch.setattr(opening, "digest_of", grows)
    with pytest.raises(ModelError) as caught:
        open_network(path)
    assert str(caught.value) == (
        "model.h5 changed while it was read. Wait until it is written, then open it again."
    )


def test_a_file_that_vanishes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files.write_h5(tmp_path / "model.h5")

    def vanishes(path: Path) -> str:
        path.unlink()
        return ""

    monkeypatch.setattr(opening, "digest_of", vanishes)
    with pytest.raises(ModelError, match=r"There is no file|damaged or cut off"):
        open_network(path)


def test_opening_can_be_cancelled(tmp_path: Path) -> None:
    path = files.write_h5(tmp_path / "model.h5")
    start = time.monotonic()
    with pytest.raises(Cancelled):
        open_safely(path, should_stop=lambda: True)
    assert time.monotonic() - start < 0.5


def test_files_are_read_side_by_side(tmp_path: Path) -> None:
    path = files.write_h5(tmp_path / "model.h5")
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(open_safely(path))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
