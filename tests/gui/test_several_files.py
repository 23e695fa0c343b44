"""Models of several files in the window: dropped, listed, saved in a view, there at the next start."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.library import MODELS
from engine.network.opening import open_network
from engine.network.together import opened_together, shown_name
from engine.replay.edit_texts import parse_all
from engine.session import edits_file
from engine.session.references import Reference
from gui.places import NUMBERS
from gui.window.main_window import MainWindow
from gui.window.missing import MissingDialog
from tests.engine.network import files
from tests.engine.network.test_onnx_external import saved
from tests.gui.conftest import dispose, settle
from tests.gui.test_views import launch, missing_dialog, snapshot, written_by_hand

__all__ = ["launch"]
pytestmark = pytest.mark.usefixtures("forked_readings")

Launch = Callable[..., MainWindow]


def unzipped(folder: Path) -> Path:
    """A ``.keras`` file as a folder."""
    path = folder / "hub"
    with zipfile.ZipFile(files.write_keras(folder / "m.keras")) as archive:
        archive.extractall(path)
    return path


def in_two(folder: Path, name: str = "net", weights: str = "net.weights.h5") -> list[Path]:
    """An architecture and its weights."""
    (folder / f"{name}.json").write_text(json.dumps(files.config()))

    def bare(file: h5py.File) -> None:
        del file.attrs["model_config"]

    return [folder / f"{name}.json", files.write_h5(folder / weights, fill=bare)]


def tensorflow_js(folder: Path) -> Path:
    """A folder of TensorFlow.js."""
    path = folder / "web"
    path.mkdir()
    raw, described = io.BytesIO(), []
    for layer, arrays in files.weights().items():
        names = {
            1: ["embeddings"],
            2: ["kernel", "bias"],
            3: ["kernel", "recurrent_kernel", "bias"],
        }
        for name, array in zip(names[len(arrays)], arrays, strict=True):
            whole = f"{layer}/lstm_cell/{name}" if layer == "lstm" else f"{layer}/{name}"
            described.append({"name": whole, "shape": list(array.shape), "dtype": "float32"})
            raw.write(np.ascontiguousarray(array).tobytes())
    (path / "group1-shard1of1.bin").write_bytes(raw.getvalue())
    manifest = [{"paths": ["group1-shard1of1.bin"], "weights": described}]
    topology = {"keras_version": "tfjs-layers 2.15.0", "model_config": files.config()}
    content = {
        "format": "layers-model", "modelTopology": topology, "weightsManifest": manifest,
    }  # fmt: skip
    (path / "model.json").write_text(json.dumps(content))
    return path


def drop(target: QWidget, paths: list[Path]) -> None:
    """Drag files over a widget and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(300, 300), copy, data, left, none))


MAKERS: dict[str, Callable[[Path], list[Path]]] = {
    "folder": lambda folder: [unzipped(folder)],
    "two files of a folder": lambda folder: [
        unzipped(folder) / name for name in ("model.weights.h5", "config.json")
    ],
    "architecture and weights": in_two,
    "weights of another name": lambda folder: in_two(folder, weights="best.h5")[::-1],
    "ONNX": lambda folder: [saved(folder)],
    "ONNX, of another name": lambda folder: [saved(folder, location="weights.bin")],
    "TensorFlow.js": lambda folder: [tensorflow_js(folder)],
    "TensorFlow.js, its files": lambda folder: sorted(tensorflow_js(folder).iterdir()),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_dropped_they_are_one_model_which_comes_back(
    kind: str, launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window, paths = launch(), MAKERS[kind](tmp_path)
    opener = window.services.opener
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        drop(window, paths)
    settle()
    assert not opener.is_busy and len(window.session.panes) == 2
    place = window.session.focus
    pane = window.session.panes[place]
    assert pane.network.path in paths and pane.trace is not None
    assert opener.recent() == [pane.network.path]
    before = snapshot(window)
    view = tmp_path / "v.gatescope"
    window.dialogs.views.save(view)
    window.session.set_networks([window.session.panes[1].network])
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        window.dialogs.views.open(view)
    settle()
    assert snapshot(window) == before and window.findChild(MissingDialog) is None
    models, pane_state = window.services.settings.models, before.panes[place]
    assert pane.network.path is not None
    reference = Reference("model", "", pane_state.file, pane_state.sha256, place)
    dialog = MissingDialog(None, view, [reference], models.weights_of)
    dialog.choose(reference, pane.network.path)
    qtbot.waitUntil(lambda: "same file" in dialog.states[reference].text(), timeout=20_000)
    dialog.close()
    assert window.notice.text.count("•") == window.notice.text.count("are read with it.")
    window.remembers = True
    dispose(window)
    again = launch()  # the next start
    qtbot.waitUntil(lambda: not again.services.opener.is_busy, timeout=20_000)
    settle()
    network = again.session.panes[place].network
    assert (network.path, network.digest) == (pane.network.path, pane.network.digest)


def test_dropped_on_the_list_they_are_one_model_too(
    launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    from gui.models.panel import ModelsPanel

    window = launch()
    window.drawers.show_place("models")
    (panel,) = window.findChildren(ModelsPanel)
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        drop(panel, in_two(tmp_path, weights="best.h5"))
    assert not window.services.opener.is_busy and len(window.session.panes) == 2
    assert [path.name for path, _ in panel.recent] == ["net.json"]


def test_a_model_and_a_dictionary_are_no_pair(tmp_path: Path) -> None:
    words, whole = tmp_path / "tokenizer.json", files.write_h5(tmp_path / "a.h5")
    words.write_text(json.dumps({"class_name": "Tokenizer", "good": 1}))
    assert opened_together([words, whole]) == [(words, None), (whole, None)]
    architecture, weights = in_two(tmp_path, weights="b.h5")
    assert opened_together([weights, architecture]) == [(architecture, weights)]
    assert opened_together([architecture, weights, whole])[0] == (architecture, None)
    assert shown_name(tmp_path / "hub" / "config.json") == "hub/config.json"


def test_weights_are_known_once_they_opened_and_give_way_to_their_name(
    launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    (architecture, weights), bad = in_two(tmp_path, weights="best.h5"), tmp_path / "bad.h5"
    bad.write_bytes(b"x")
    window = launch(architecture, bad)  # in the shell
    opener, models = window.services.opener, window.services.settings.models
    assert not models.weights and "net.json is damaged" in window.notice.text
    with qtbot.waitSignal(opener.failed, timeout=20_000):
        drop(window, [architecture, bad])
    assert not models.weights and models.weights_of(architecture) is None
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        drop(window, [architecture, weights])
    assert models.weights_of(architecture) == weights
    weights.rename(tmp_path / "net.weights.h5")
    weights.write_bytes(b"x")  # no weights any more
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        opener.open(architecture)
    assert "net.weights.h5" in window.notice.text


def test_what_is_moved_is_asked_for_and_known_again(
    launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window, folder = launch(), unzipped(tmp_path)
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        drop(window, [folder])
    view = tmp_path / "view" / "v.gatescope"
    view.parent.mkdir()
    window.dialogs.views.save(view)
    moved = folder.rename(tmp_path / "elsewhere")
    window.dialogs.views.open(view)
    dialog = missing_dialog(window)
    (reference,) = dialog.states
    dialog.choose(reference, moved / "config.json")
    qtbot.waitUntil(lambda: "the same file" in dialog.states[reference].text(), timeout=5_000)
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "said"), [("saved_model.pb", "as model.export writes it"), ("config.json", "folder")]
)
def test_a_folder_of_another_kind_is_refused_by_name(
    name: str, said: str, launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window, folder = launch(), tmp_path / "sm"
    (folder / "variables").mkdir(parents=True)
    (folder / name).write_bytes(b"\x08\x01")
    with qtbot.waitSignal(window.services.opener.failed, timeout=20_000):
        drop(window, [folder])
    assert said in window.notice.text and "sm is a" in window.notice.text


TABLE = "a,b\n" + "1,2\n" * 40
ONE_ALONE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "tables": ("{}.csv", lambda path: path.write_text(TABLE)),
    "reviews": ("{}.csv", lambda path: path.write_text("text,label\n" + "a good film,1\n" * 9)),
    "dictionaries": ("{}.json", lambda path: path.write_text(json.dumps({"the": 1, "a": 2}))),
    "edits": (
        "{}.edits.json",
        lambda path: edits_file.save(parse_all(["lstm.f=0@1-2"]), path),
    ),
    "tasks": ("{}.gatescope-task", lambda path: path.write_text('{"format": "Gatescope task"}')),
}


@pytest.mark.parametrize(
    "kind", [kind for kind in ONE_ALONE if kind != "tasks"]
)  # beside which all is left out
def test_of_those_that_would_take_anothers_place_the_first_is_opened_and_the_others_are_named(
    kind: str, launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    """And of what may be open together nothing is left out."""
    name, write = ONE_ALONE[kind]
    paths = [tmp_path / name.format(letter) for letter in "xyz"]
    for path in paths:
        write(path)
    lessons = [tmp_path / f"{letter}.md" for letter in "lm"]
    for path in lessons:
        path.write_text("no lesson")
    window = launch()
    opened: list[Path] = []
    for opener in ("_open_edits", "_open_lesson"):
        setattr(window.opening, opener, partial(opened.append))
    window.services.numbers.open_path = partial(opened.append)  # type: ignore[assignment, method-assign]
    window.services.reading.open_source = partial(opened.append)  # type: ignore[assignment, method-assign]
    window.services.reading.dictionaries.choose = partial(opened.append)  # type: ignore[assignment, method-assign]
    drop(window, [*paths, *lessons])
    settle()
    assert opened == [paths[0], *lessons]
    for path in paths[1:]:
        assert f"{path.name} was left out" in window.notice.text
    window.services.opened.emit()  # that the first is there by now overtakes only errors
    assert "was left out" in window.notice.text


def test_of_tables_that_are_dropped_on_the_drawer_the_others_are_named(
    launch: Launch, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{letter}.csv" for letter in "xy"]
    for path in paths:
        path.write_text(TABLE)
    window = launch()
    panel = window.drawers.open(NUMBERS)
    opened: list[Path] = []
    window.services.numbers.open_path = partial(opened.append)  # type: ignore[assignment, method-assign]
    drop(panel, paths[1:])
    assert opened == paths[1:]
    drop(panel, paths)
    assert opened == [paths[1], paths[0]]
    assert "y.csv was left out" in window.notice.text


@pytest.mark.parametrize(
    ("panes", "focus", "shown"),
    [
        (["gru"], 0, ["a", "b", "c"]),
        (["gru", "lstm"], 0, ["a", "lstm", "b"]),
        (["gru", "lstm", "simple_rnn"], 0, ["a", "lstm", "b"]),
        (["gru", "lstm", "simple_rnn"], 2, ["gru", "lstm", "a"]),
    ],
)
def test_of_models_that_would_take_each_others_pane_the_others_are_named(
    panes: list[str], focus: int, shown: list[str], launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [files.write_keras(tmp_path / f"{letter}.keras") for letter in "abcd"]
    window = launch()
    window.session.set_networks([open_network(MODELS / f"{name}.keras") for name in panes])
    window.session.focus = focus
    drop(window, paths)
    qtbot.waitUntil(lambda: not window.services.opener.is_busy, timeout=20_000)
    settle()
    stems = [pane.network.path.stem for pane in window.session.panes]
    assert sorted(stems) == sorted(shown)  # those that are added stand as they are read
    left = [path.name for path in paths if path.stem not in shown]
    assert re.findall(r"side by side; (.*) was left out", window.notice.problem) == left


@pytest.mark.parametrize("kind", ["edits", "tasks"])
def test_that_the_first_is_damaged_is_said_beside_what_is_left_out(
    kind: str, launch: Launch, tmp_path: Path
) -> None:
    name, write = ONE_ALONE[kind]
    paths = [tmp_path / name.format(letter) for letter in "xyz"]
    paths[0].write_text("{")
    for path in paths[1:]:
        write(path)
    window = launch()
    drop(window, paths)
    settle()
    assert f"{paths[0].name} is damaged" in window.notice.text
    for path in paths[1:]:
        assert f"{path.name} was left out" in window.notice.text
    drop(window, paths[:1])  # and what goes wrong later has nothing to do with it
    assert "was left out" not in window.notice.text


@pytest.mark.parametrize("letters", ["xy", "xyz"])
def test_what_is_said_of_a_view_stays_beside_what_is_left_out(
    letters: str, launch: Launch, tmp_path: Path
) -> None:
    view = written_by_hand(tmp_path / "v.gatescope", page="nowhere")
    name, write = ONE_ALONE["edits"]
    paths = [tmp_path / name.format(letter) for letter in letters]
    for path in paths:
        write(path)
    window = launch()
    drop(window, [view, *paths])
    settle()
    assert "There is no page nowhere here" in window.notice.text
    for path in paths[1:]:
        assert f"{path.name} was left out" in window.notice.text
