"""What a file is that is no model we open, and what to do about it; by its content."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.errors import GatescopeError, ModelError
from engine.network.formats.archive import names_in
from engine.network.formats.registry import EXTENSIONS
from engine.own_files import OWN_FILES, OwnFile
from engine.pointers import is_pointer

START = 2**16
"""Bytes at the beginning that are looked at."""

TABLE_END = bytes.fromhex("57fb808b247547db")
"""The last bytes of a checkpoint's index (``tensorflow/core/lib/io/format.h``)."""


def regular(path: Path) -> os.stat_result:
    """The state of a file that can be read without waiting for anyone.

    Raises:
        ModelError: it is a folder, a pipe or a device.
        OSError: there is none.
    """
    if "\0" in str(path):
        raise FileNotFoundError(path)
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        raise _folder(path)
    if not stat.S_ISREG(state.st_mode):
        raise ModelError(
            "{name} is a pipe or a device, not a file. Save the model to a file and open that.",
            name=path.name,
        )
    return state


def _folder(path: Path) -> ModelError:
    if (path / "keras_metadata.pb").exists():
        return ModelError(
            "{name} is a TensorFlow SavedModel, a folder with code in it, which Gatescope does "
            "not run. Load it in Python with the package tf-keras (Keras 3 does not load it), "
            "tf_keras.models.load_model, and save it with model.save('name.keras').",
            name=path.name,
        )
    if (path / "saved_model.pb").exists():
        return ModelError(
            "{name} is a TensorFlow SavedModel without Keras's layers, as model.export writes it: "
            "there is no way back to the model. Open the file that it was exported from. (One that "
            "TensorFlow before 2.5 saved can be loaded with tf_keras.models.load_model.)",
            name=path.name,
        )
    return ModelError(
        "{name} is a folder, not a model file. Choose a .keras or .h5 file.",
        name=path.name or str(path),
    )


def not_a_model(path: Path) -> ModelError:
    """The reason why a file that no format claims is not opened."""
    if names := names_in(path):
        return not_a_model_zip(path, names, "config.json, model.weights.h5")
    with path.open("rb") as file:
        start = file.read(START)
        file.seek(max(0, path.stat().st_size - len(TABLE_END)))
        end = file.read(len(TABLE_END))
    for is_kind, reason in KINDS:
        if is_kind(path.name, start, end):
            return ModelError(reason.template, name=path.name)
    if path.name.lower().endswith(EXTENSIONS):
        return ModelError(
            "{name} is called like a model, but nothing in it is one. Save the model with "
            "model.save('name.keras').",
            name=path.name,
        )
    return ModelError(
        "{name} is no model that Gatescope knows ({extensions}). Save the model with "
        "model.save('name.keras').",
        name=path.name,
        extensions=", ".join(EXTENSIONS),
    )


Test = Callable[[str, bytes, bytes], object]
"""Whether it is that kind of file, by its name, its first and its last bytes."""

_PACKED = (
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x28\xb5\x2f\xfd",
)
_GRAPH = (b"VarHandleOp", b"Placeholder", b"saved_model", b"StatefulPartitionedCall")
_NUMPY = ModelError(
    "{name} holds numbers of NumPy, not a model. Save the model with model.save('name.keras'); if "
    "a model is to read the numbers, open the model, and drop the file on Numbers."
)
_TABLES = (".csv", ".tsv", ".tab", ".parquet", ".pq", ".xlsx")


def _is_web_page(name: str, start: bytes, end: bytes) -> bool:
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return text.startswith((b"<!doctype html", b"<html", b"<?xml"))


def _is_checkpoint(name: str, start: bytes, end: bytes) -> object:
    is_piece = re.search(r"\.data-\d{5}-of-\d{5}$", name)
    return end == TABLE_END or start.startswith(b"model_checkpoint_path:") or is_piece


def _is_pickle(name: str, start: bytes, end: bytes) -> object:
    is_binary = start[:1] == b"\x80" and start[1:2] in (b"\x01", b"\x02", b"\x03", b"\x04", b"\x05")
    return is_binary or re.match(rb"[(\]}]?(?:[ldti]p\d+\n|c[\w.]+\n\w+\n|\(?[ld]p\d+\n)", start)


def _is_graph(name: str, start: bytes, end: bytes) -> bool:
    return start[:1] in (b"\x08", b"\x0a") and any(word in start for word in _GRAPH)


def is_architecture(start: bytes) -> bool:
    """Whether a file that begins so is the architecture of a Keras model, in JSON or YAML."""
    is_json = start.lstrip().startswith((b"{", b'"{')) and b"class_name" in start
    is_yaml = re.search(rb"^class_name: ", start, re.MULTILINE) is not None
    return (is_json and b"config" in start) or is_yaml


def _is_architecture(name: str, start: bytes, end: bytes) -> object:
    return is_architecture(start)


def _own(kind: OwnFile) -> Test:
    return lambda name, start, end: name.lower().endswith(kind.suffix) or kind.is_in(start)


KINDS: tuple[tuple[Test, GatescopeError], ...] = (
    (
        lambda name, start, end: not start,
        ModelError("{name} is empty. Copy or save it again."),
    ),
    (
        lambda name, start, end: is_pointer(start),
        ModelError(
            "{name} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull."
        ),
    ),
    (
        _is_web_page,
        ModelError(
            "{name} is a web page that was saved in place of the model. Download the file itself "
            "(on GitHub: the button Raw or Download)."
        ),
    ),
    (
        lambda name, start, end: start.startswith(_PACKED) or start[257:262] == b"ustar",
        ModelError("{name} is a packed archive. Unpack it and open the model inside."),
    ),
    (
        lambda name, start, end: start[4:8] == b"TFL3",
        ModelError(
            "{name} is a TensorFlow Lite model, whose gates are no longer there to be seen. Open "
            "the Keras model that it was made from."
        ),
    ),
    (
        _is_checkpoint,
        ModelError(
            "{name} is a part of a TensorFlow checkpoint, which holds weights without a model. "
            "Load it in Python and save the whole model with model.save('name.keras')."
        ),
    ),
    (lambda name, start, end: start.startswith(b"\x93NUMPY"), _NUMPY),
    *((_own(kind), kind.says) for kind in OWN_FILES),
    (
        lambda name, start, end: name.lower().endswith(_TABLES),
        ModelError(
            "{name} is a table, not a model. Open the model that is to read it, and drop the table "
            "on Numbers; in the shell: trace MODEL --values {name}."
        ),
    ),
    (
        _is_pickle,
        ModelError(
            "{name} is a pickle, and a pickle can run code when it is opened, so Gatescope opens "
            "none. Load it in Python and save the model with model.save('name.keras')."
        ),
    ),
    (
        _is_graph,
        ModelError(
            "{name} is a TensorFlow graph (.pb), which is a program that Gatescope does not run. "
            "Load its folder in Python with the package tf-keras (Keras 3 does not load it), "
            "tf_keras.models.load_model, and save it with model.save('name.keras'); from what "
            "model.export wrote there is no way back."
        ),
    ),
    (
        _is_architecture,
        ModelError(
            "{name} holds only the architecture of a Keras model, without its weights. Put the file "
            "of the weights beside it under the same name, or save the whole model with "
            "model.save('name.keras')."
        ),
    ),
)
"""The kinds that are told apart, in this order, and the reason for each; it lacks the name."""


def not_a_model_zip(path: Path, names: Sequence[str], missing: str) -> ModelError:
    """The reason why a zip file is not opened.

    Args:
        names: of its members.
        missing: of those that a ``.keras`` file has, those that it has not.
    """
    inside = next((name for name in names if name.lower().endswith(EXTENSIONS)), None)
    if any(name.endswith("saved_model.pb") for name in names):
        return ModelError(
            "{name} is a packed TensorFlow SavedModel, with code in it, which Gatescope does "
            "not run. Unpack it, load it in Python with the package tf-keras (Keras 3 does not load "
            "it), tf_keras.models.load_model, and save it with model.save('name.keras').",
            name=path.name,
        )
    if inside is not None and inside != "model.weights.h5":
        return ModelError(
            "{name} is a zip archive with {member} in it. Unpack it and open that file.",
            name=path.name,
            member=inside[:80],
        )
    if names and all(name.endswith(".npy") for name in names):
        return ModelError(_NUMPY.template, name=path.name)
    return ModelError(
        "This zip file is not a Keras model: it has no {missing}. Save the model "
        "with model.save('name.keras').",
        missing=missing,
    )
