"""ONNX models whose weights lie in files beside them, and nothing outside of their folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnx
import pytest

from engine.errors import ModelError
from engine.network.formats.onnx.external import files_of
from engine.network.formats.onnx.proto import parsed
from engine.network.network import Network
from engine.network.opening import open_network, open_safely
from engine.network.together import MAX_DATA, apart, gathered, with_data
from tests.engine.network import onnx_models
from tests.engine.network.test_onnx import assert_same

pytestmark = pytest.mark.usefixtures("forked_readings")

DATA = "model.onnx.data"


def saved(folder: Path, **how: Any) -> Path:
    """A model whose weights lie beside it, as the library saves it."""
    path = folder / "model.onnx"
    given = {"location": DATA, "size_threshold": 0} | how
    onnx.save(onnx_models.torch_like("LSTM", 2, True), path, save_as_external_data=True, **given)
    return path


@pytest.mark.parametrize("how", [{}, {"all_tensors_to_one_file": False}, {"size_threshold": 200}])
def test_it_opens_to_its_answer(how: dict[str, Any], tmp_path: Path) -> None:
    """All weights in one file, each in its own, and only the large ones outside."""
    path = saved(tmp_path, **how)
    assert len(list(tmp_path.iterdir())) > 1
    network = open_safely(path)
    assert network.refusal is None
    assert_same(network, onnx.load(path))
    assert network.digest == open_safely(path).digest


def test_its_weights_stand_for_it(tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert apart([path, path.with_name(DATA)]) == [path]
    assert_same(open_safely(path.with_name(DATA)), onnx.load(path))


def test_weights_that_are_named_lie_where_the_user_says(tmp_path: Path) -> None:
    path, other = saved(tmp_path), tmp_path / "elsewhere" / "w.bin"
    other.parent.mkdir()
    shutil.move(path.with_name(DATA), other)
    for given in ((path, other), (other, path)):
        assert open_safely(given[0], weights=given[1]).refusal is None
    with pytest.raises(ModelError, match=MISSING):
        open_safely(path, weights=other.parent)
    whole = tmp_path / "whole.onnx"
    whole.write_bytes(onnx_models.bare("RNN", "forward").SerializeToString())
    with pytest.raises(ModelError, match="does not belong to it"):
        open_safely(whole, weights=other)


def test_data_in_a_folder_below(tmp_path: Path) -> None:
    path = saved(tmp_path)
    (tmp_path / "below").mkdir()
    shutil.move(tmp_path / DATA, tmp_path / "below" / "w")
    moved(path, location="below/w")
    assert open_safely(path).refusal is None


def test_a_tensor_of_a_node_lies_outside_too(tmp_path: Path) -> None:
    model = onnx_models.bare("RNN", "forward")
    tensor = model.graph.initializer[0]
    node = onnx.helper.make_node("Constant", [], [tensor.name], value=tensor)
    model.graph.node.insert(0, node)
    del model.graph.initializer[0]
    onnx.save(
        model, tmp_path / "m.onnx", save_as_external_data=True, size_threshold=0,
        location="w", convert_attribute=True,
    )  # fmt: skip
    assert_same(open_safely(tmp_path / "m.onnx"), onnx.load(tmp_path / "m.onnx"))


def read_here(path: Path) -> Network:
    """As `open_safely` opens it, in this process."""
    with gathered(with_data(path, files_of(parsed(path.read_bytes()))), path.name) as whole:
        return open_network(whole)


def moved(path: Path, **entries: Any) -> None:
    """Write other places into the first weight of a file, without looking for its data."""
    model = onnx.load(path, load_external_data=False)
    outside = [one for one in model.graph.initializer if one.external_data]
    for tensor in outside if "location" in entries else outside[:1]:
        for one in tensor.external_data:
            one.value = str(entries.get(one.key, one.value))
    path.write_bytes(model.SerializeToString())


def _linked(path: Path) -> None:
    data = path.with_name(DATA)
    shutil.move(data, path.parent.parent / "elsewhere")
    data.symlink_to(path.parent.parent / "elsewhere")


def _all_linked(path: Path) -> None:
    """As Hugging Face's cache has it: the graph and its weights are links."""
    _linked(path)
    shutil.move(path, path.parent.parent / "graph")
    path.symlink_to(path.parent.parent / "graph")


def _linked_folder(path: Path) -> None:
    path.with_name("etc").symlink_to("/etc")
    moved(path, location="etc/passwd")


def _pipe(path: Path) -> None:
    path.with_name(DATA).unlink()
    os.mkfifo(path.with_name(DATA))


def _round(path: Path) -> None:
    path.with_name(DATA).unlink()
    path.with_name(DATA).symlink_to(DATA)


def _cut(path: Path) -> None:
    os.truncate(path.with_name(DATA), 100)


def _huge(path: Path) -> None:
    os.truncate(path.with_name(DATA), MAX_DATA + 1)


OUTSIDE = "which lies outside of its folder; nothing there is read"
MISSING = "does not lie beside it. Put all files of the model in one folder"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.with_name(DATA).unlink(), f"model.onnx names {DATA}, which {MISSING}"),
        (lambda path: moved(path, location="../../etc/passwd"), OUTSIDE),
        (lambda path: moved(path, location="a/../../x"), OUTSIDE),
        (lambda path: moved(path, location="/etc/passwd"), OUTSIDE),
        (lambda path: moved(path, location="C:\\x"), OUTSIDE),
        (lambda path: moved(path, location="..\\x"), OUTSIDE),
        (_linked, OUTSIDE),
        (_linked_folder, OUTSIDE),
        (_linked, f"{DATA}, a link to a file {OUTSIDE}. Copy the files that the links lead to"),
        (_all_linked, f"{DATA}, a link to a file {OUTSIDE}. Copy the files that the links lead to"),
        (_round, MISSING),
        (_pipe, MISSING),
        (lambda path: moved(path, location="."), MISSING),
        (lambda path: moved(path, location="x" * 1000), MISSING),
        (lambda path: moved(path, location="x" * 2000), "names no file"),
        (lambda path: moved(path, location=""), "names no file"),
        (lambda path: moved(path, offset=-8), "begins before its file"),
        (lambda path: moved(path, offset=2**40), f"{DATA} ends before the weight"),
        (lambda path: moved(path, length=4), "has 4 bytes in model.onnx.data, and its shape takes"),
        (lambda path: moved(path, length=2**20), "has 1,048,576 bytes in model.onnx.data"),
        (_cut, "it has 100 bytes, and the weight ends at"),
        (_huge, "more than Gatescope opens of an ONNX model"),
    ],
)
def test_what_cannot_be_read_is_named(
    change: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = saved(folder)
    change(path)
    with pytest.raises((ModelError, ValueError)) as caught:
        read_here(path)
    assert said in str(caught.value)


@pytest.mark.parametrize("change", [_linked, _cut, lambda path: moved(path, location="")])
def test_the_locked_process_says_the_same(change: Callable[[Path], None], tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = saved(folder)
    change(path)
    with pytest.raises(ModelError, match=r"outside of its folder|ends before|names no file"):
        open_safely(path)


def test_many_files_are_refused(tmp_path: Path) -> None:
    model = onnx_models.bare("RNN", "forward")
    for place in range(300):
        tensor = model.graph.initializer.add(name=f"w{place}", data_type=1, dims=[0])
        tensor.data_location = onnx.TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=str(place))
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(ModelError, match="lie in 300 files; at most 256 are read"):
        read_here(tmp_path / "m.onnx")


def test_without_its_files_it_says_where_they_are_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Open the model where that file lies beside it"):
        open_network(saved(tmp_path))
    assert with_data(tmp_path / "model.onnx", []) == {}
