"""Keras is given a file only if nothing but Keras's own can run."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import h5py
import pytest

from engine.library import bundled
from engine.verification.trusted import why_not


def written(tmp_path: Path, entry: dict[str, Any], suffix: str) -> Path:
    """A file whose configuration holds an entry."""
    layers = [{"class_name": "LSTM", "config": {"name": "lstm", "units": 3}}, entry]
    config = {"class_name": "Sequential", "config": {"name": "mine", "layers": layers}}
    path = tmp_path / f"model{suffix}"
    if suffix == ".h5":
        with h5py.File(path, "w") as file:
            file.attrs["model_config"] = json.dumps(config)
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("config.json", json.dumps(config))
    return path


STRANGE: dict[str, tuple[dict[str, Any], str]] = {
    "a lambda": ({"class_name": "Lambda", "config": {"function": ["code"]}}, "Lambda"),
    "a class of the author's": ({"class_name": "Mine", "config": {}}, "the class Mine"),
    "another module": (
        {"class_name": "Dense", "module": "os", "config": {}},
        "the module os",
    ),
    "a registered class": (
        {"class_name": "Dense", "registered_name": "Custom>Dense", "config": {}},
        "the class Custom>Dense",
    ),
    "a function inside": (
        {
            "class_name": "Dense",
            "config": {"activation": {"class_name": "__lambda__", "config": {"code": "x"}}},
        },
        "__lambda__",
    ),
    "a function by name": (
        {
            "class_name": "Dense",
            "config": {
                "activation": {"class_name": "function", "module": "builtins", "config": "eval"}
            },
        },
        "the function eval",
    ),
    "TensorFlow's writing of files": (
        {"class_name": "TFOpLambda", "config": {"function": "io.write_file"}},
        "a function of TensorFlow",
    ),
    "a file to be read": (
        {"class_name": "StringLookup", "config": {"vocabulary": "/etc/passwd"}},
        "a vocabulary outside of it",
    ),
    "a model compiled inside": (
        {
            "class_name": "Sequential",
            "config": {"layers": []},
            "compile_config": {"optimizer": {"class_name": "Mine", "config": {}}},
        },
        "the class Mine",
    ),
}


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
@pytest.mark.parametrize("name", STRANGE)
def test_what_could_run_is_not_given_to_keras(tmp_path: Path, name: str, suffix: str) -> None:
    entry, says = STRANGE[name]
    assert says in why_not(written(tmp_path, entry, suffix))


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
def test_keras_own_layers_are(tmp_path: Path, suffix: str) -> None:
    entry = {
        "class_name": "Dense",
        "module": "keras.layers",
        "registered_name": None,
        "config": {
            "activation": "relu",
            "kernel_initializer": {
                "module": "keras.initializers",
                "class_name": "GlorotUniform",
                "config": {"seed": None},
            },
        },
    }
    assert why_not(written(tmp_path, entry, suffix)) == ""


def test_what_comes_with_the_app_is() -> None:
    assert {entry.name: why_not(entry.path) for entry in bundled() if why_not(entry.path)} == {}


def test_what_is_no_keras_file_is_not(tmp_path: Path) -> None:
    path = tmp_path / "text.h5"
    path.write_text("hello")
    assert why_not(path)
