"""The table of formats: every row opens, and what it says reaches the network."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from safetensors.numpy import save_file

from engine.library import MODELS
from engine.network.formats.registry import EXTENSIONS, FORMATS, Format
from engine.network.opening import open_network, open_safely
from tests.engine.network import files

REFERENCE = Path(__file__).parent / "reference"
NAMES = {form.name: form for form in FORMATS if form.extensions}


def _safetensors(path: Path) -> Path:
    random = files.np.random.default_rng(1)
    shapes = {"weight_ih_l0": (12, 70), "weight_hh_l0": (12, 3)}
    save_file({f"lstm.{key}": random.random(shape, "f4") for key, shape in shapes.items()}, path)
    return path


MAKE: dict[str, Callable[[Path], Path]] = {
    "PyTorch": lambda path: Path(shutil.copy(REFERENCE / "lstm.pt", path)),
    "Keras": files.write_keras,
    "HDF5": files.write_h5,
    "safetensors": _safetensors,
    "ONNX": lambda path: Path(shutil.copy(REFERENCE / "lstm_script.onnx", path)),
}


@pytest.mark.parametrize("form", NAMES.values(), ids=list(NAMES))
def test_a_file_is_known_by_its_content(form: Format, tmp_path: Path) -> None:
    path = MAKE[form.name](tmp_path / "a file without a name of its own")
    assert [row.name for row in FORMATS if row.module.match(path)] == [form.name]
    network = open_network(path)
    assert network.format == form.name
    assert form.name in network.written_by or network.written_by.startswith("Keras ")


def test_what_is_read_elsewhere_says_its_format_too(tmp_path: Path) -> None:
    network = open_safely(_safetensors(tmp_path / "model.safetensors"))
    assert network.written_by == network.format == "safetensors"


def test_only_rows_of_students_are_words(tmp_path: Path) -> None:
    wide = open_network(_safetensors(tmp_path / "model.safetensors"))
    assert wide.features == 70
    assert not wide.reads_words
    assert open_network(MODELS / "lstm.keras").reads_words


def test_no_two_rows_are_called_alike() -> None:
    assert len(set(EXTENSIONS)) == len(EXTENSIONS)
    assert len({form.name for form in FORMATS}) == len(FORMATS)
