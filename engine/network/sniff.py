"""What a file is that is no model we open, and what to do about it; by its content."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from engine.errors import ModelError
from engine.network.formats.registry import EXTENSIONS

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
    if (path / "saved_model.pb").exists() or (path / "keras_metadata.pb").exists():
        return ModelError(
            "{name} is a TensorFlow SavedModel, a folder with code in it, which Gatescope does "
            "not run. Load it in Python with tf.keras.models.load_model and save it with "
            "model.save('name.keras').",
            name=path.name,
        )
    return ModelError(
        "{name} is a folder, not a model file. Choose a .keras or .h5 file.",
        name=path.name or str(path),
    )


def not_a_model(path: Path) -> ModelError:
    """The reason why a file that no format claims is not opened."""
    with path.open("rb") as file:
        start = file.read(START)
        file.seek(max(0, path.stat().st_size - len(TABLE_END)))
        end = file.read(len(TABLE_END))
    for kind in KINDS:
        result = kind(path, start, end)
        if result is not None:
            return result
    return ModelError(
        "{name} is no model that Gatescope knows ({extensions}). Save the model with "
        "model.save('name.keras').",
        name=path.name,
        extensions=", ".join(EXTENSIONS),
    )


Kind = Callable[[Path, bytes, bytes], "ModelError | None"]
"""Says why, given the name, the first and the last bytes; None if it is something else."""


def _empty(path: Path, start: bytes, end: bytes) -> ModelError | None:
    if start:
        return None
    return ModelError("{name} is empty. Copy or save it again.", name=path.name)


def _pointer(path: Path, start: bytes, end: bytes) -> ModelError | None:
    if not start.startswith(b"version https://git-lfs"):
        return None
    return ModelError(
        "{name} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.",
        name=path.name,
    )


def _web_page(path: Path, start: bytes, end: bytes) -> ModelError | None:
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not text.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return None
    return ModelError(
        "{name} is a web page that was saved in place of the model. Download the file itself "
        "(on GitHub: the button Raw or Download).",
        name=path.name,
    )


def _archive(path: Path, start: bytes, end: bytes) -> ModelError | None:
    packed = (
        b"\x1f\x8b",
        b"BZh",
        b"\xfd7zXZ\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!",
        b"\x28\xb5\x2f\xfd",
    )
    if not start.startswith(packed) and start[257:262] != b"ustar":
        return None
    return ModelError(
        "{name} is a packed archive. Unpack it and open the model inside.", name=path.name
    )


def _lite(path: Path, start: bytes, end: bytes) -> ModelError | None:
    if start[4:8] != b"TFL3":
        return None
    return ModelError(
        "{name} is a TensorFlow Lite model, whose gates are no longer there to be seen. Open "
        "the Keras model that it was made from.",
        name=path.name,
    )


def _checkpoint(path: Path, start: bytes, end: bytes) -> ModelError | None:
    piece = re.search(r"\.data-\d{5}-of-\d{5}$", path.name)
    if end != TABLE_END and not start.startswith(b"model_checkpoint_path:") and not piece:
        return None
    return ModelError(
        "{name} is a part of a TensorFlow checkpoint, which holds weights without a model. "
        "Load it in Python and save the whole model with model.save('name.keras').",
        name=path.name,
    )


def _graph(path: Path, start: bytes, end: bytes) -> ModelError | None:
    known = (b"VarHandleOp", b"Placeholder", b"saved_model", b"StatefulPartitionedCall")
    if not start or start[0] not in b"\x08\x0a" or not any(word in start for word in known):
        return None
    return ModelError(
        "{name} is a TensorFlow graph (.pb), which is a program that Gatescope does not run. "
        "Load the model in Python with tf.keras.models.load_model and save it with "
        "model.save('name.keras').",
        name=path.name,
    )


def _pickle(path: Path, start: bytes, end: bytes) -> ModelError | None:
    binary = start[:1] == b"\x80" and start[1:2] in (b"\x01", b"\x02", b"\x03", b"\x04", b"\x05")
    textual = re.match(rb"[(\]}]?(?:[ldti]p\d+\n|c[\w.]+\n\w+\n|\(?[ld]p\d+\n)", start)
    if not binary and not textual:
        return None
    return ModelError(
        "{name} is a pickle, and a pickle can run code when it is opened, so Gatescope opens "
        "none. Load it in Python and save the model with model.save('name.keras').",
        name=path.name,
    )


def _architecture(path: Path, start: bytes, end: bytes) -> ModelError | None:
    json = (
        start.lstrip().startswith((b"{", b'"{')) and b"class_name" in start and b"config" in start
    )
    yaml = re.search(rb"^class_name: ", start, re.MULTILINE)
    if not json and not yaml:
        return None
    return ModelError(
        "{name} holds only the architecture of a Keras model, without its weights. Save the "
        "whole model with model.save('name.keras').",
        name=path.name,
    )


def _arrays(path: Path, start: bytes, end: bytes) -> ModelError | None:
    if not start.startswith(b"\x93NUMPY"):
        return None
    return ModelError(
        "{name} holds numbers of NumPy, not a model. Save the model with model.save('name.keras').",
        name=path.name,
    )


KINDS: tuple[Kind, ...] = (
    _empty,
    _pointer,
    _web_page,
    _archive,
    _lite,
    _checkpoint,
    _arrays,
    _pickle,
    _graph,
    _architecture,
)


def not_a_model_zip(path: Path, names: list[str], missing: str) -> ModelError:
    """The reason why a zip file is not opened.

    Args:
        path: the zip file.
        names: of its members.
        missing: of those that a ``.keras`` file has, those that it has not.
    """
    inside = next((name for name in names if name.lower().endswith(EXTENSIONS)), None)
    if any(name.endswith("saved_model.pb") for name in names):
        return ModelError(
            "{name} is a packed TensorFlow SavedModel, with code in it, which Gatescope does "
            "not run. Load it in Python with tf.keras.models.load_model and save it with "
            "model.save('name.keras').",
            name=path.name,
        )
    if any(name.endswith("data.pkl") for name in names):
        return ModelError(
            "{name} is a PyTorch pickle, which can run code when it is opened. Save the weights "
            "with safetensors.torch.save_file(model.state_dict(), 'name.safetensors').",
            name=path.name,
        )
    if inside is not None and inside != "model.weights.h5":
        return ModelError(
            "{name} is a zip archive with {member} in it. Unpack it and open that file.",
            name=path.name,
            member=inside[:80],
        )
    if names and all(name.endswith(".npy") for name in names):
        return ModelError(
            "{name} holds numbers of NumPy, not a model. Save the model with "
            "model.save('name.keras').",
            name=path.name,
        )
    return ModelError(
        "This zip file is not a Keras model: it has no {missing}. Save the model "
        "with model.save('name.keras').",
        missing=missing,
    )
