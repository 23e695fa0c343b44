"""Training in the window, with real trainings of a few hundred real reviews."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.library import MODELS
from engine.network.opening import open_network
from engine.training.lock import LOCK, is_held
from engine.training.outline import outline
from engine.training.recipes import RECIPES
from engine.training.run_folder import RunFolder
from gui.kit.child import python_process
from gui.places import TRAIN
from gui.settings import Settings
from gui.training.fields import NumberField
from gui.training.panel import TrainPanel
from gui.window.main_window import MainWindow
from tests.forked_keras import ForkedKeras
from tests.forked_reading import ForkingProcess
from tests.gui.conftest import MakeWindow, dispose, settle, texts
from tests.gui.run_folders import make_run

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300_000
MANY = 140
"""Epochs that no test waits for, and too few for a compiler to pay."""
pytestmark = pytest.mark.timeout(600)  # TensorFlow starts in each of many processes
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GATESCOPE_RUNS", str(tmp_path / "runs"))
    (tmp_path / "runs").mkdir()
    return tmp_path / "runs"


@pytest.fixture
def real(prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trainings find the reviews prepared."""
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))


@pytest.fixture
def open_window(runs: Path, make_window: MakeWindow) -> Iterator[Callable[[], MainWindow]]:
    """Windows with two bundled models, whose trainings end with the test."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = make_window(
            *(open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm"))
        )
        window.services.work_in_background()
        made.append(window)
        return window

    yield make
    for window in made:
        window._closes = True


def panel_of(window: MainWindow) -> TrainPanel:
    panel = window.drawers.open(TRAIN)
    assert isinstance(panel, TrainPanel)
    return panel


def begin(window: MainWindow, recipe: str, epochs: int, limit: int = 160) -> Path:
    """Choose a recipe, type into the fields, press the button; whole batches are traced only once."""
    panel = panel_of(window)
    panel.show_tab("model")
    panel.model.recipes[recipe].click()
    for name, value in (("epochs", epochs), ("limit", limit)):
        field = panel.model.fields[name].focusProxy()
        assert field is not None
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, str(value))
    known = set(_folders(window))
    QTest.mouseClick(panel.model.train, Qt.MouseButton.LeftButton)
    (path,) = set(_folders(window)) - known
    return path


def _folders(window: MainWindow) -> list[Path]:
    return [path for path in window.services.runs.folder.iterdir() if not path.name.startswith(".")]


def state(window: MainWindow, path: Path) -> str:
    known = window.services.runs.find(path)
    return "" if known is None else known.state


def epochs_of(path: Path) -> int:
    return len(RunFolder(path).read().history)


# -- from the recipe to the trace ---------------------------------------------------------


@pytest.mark.usefixtures("real", "forked_trainings")
def test_recipes_of_the_lecture_are_trained_and_watched(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    """They wait for each other; each is seen in a pane as soon as it has weights.

    Rows and ids, one layer and two: every recipe is trained in `test_command` and `test_one_hot`.
    """
    window = open_window()
    names = ("simple_rnn_one_hot", "two_lstm", "gru")
    paths = {name: begin(window, name, 1) for name in names}
    panel = panel_of(window)
    assert panel.tabs.currentIndex() == 2
    seen: set[str] = set()

    def look() -> bool:
        for place in range(len(window.session.panes)):
            shown = window.services.watch.shown(place)
            if shown is not None and window.session.panes[place].trace is not None:
                seen.add(next(name for name, path in paths.items() if path == shown.watched.path))
        return all(state(window, path) == "finished" for path in paths.values())

    qtbot.waitUntil(look, timeout=PATIENCE)
    qtbot.waitUntil(lambda: look() and seen == set(paths), timeout=5000)
    for name, path in paths.items():
        run = RunFolder(path).read()
        assert [(each.epoch, each.batch) for each in run.checkpoints] == [(0, 0), (1, 0)]
        record = json.loads((path / "record.json").read_text(encoding="utf-8"))
        assert record["parameters"] == outline(RECIPES[name]).total == run.parameters
        assert record["validation"]["reviews"] == 32
        assert open_network(path / "model.keras").parameters == run.parameters
    rows = [row.run.title for row in panel.runs.table.model.rows]
    assert rows == [RECIPES[name].title for name in reversed(names)]


@pytest.mark.usefixtures("real", "forked_trainings")
def test_an_rnn_and_an_lstm_learn_side_by_side_and_are_proven(
    qtbot: QtBot, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(window.services.proofs, "delay", 0)
    first, second = begin(window, "simple_rnn", 2, 300), begin(window, "lstm", 2, 300)
    qtbot.waitUntil(
        lambda: state(window, first) == state(window, second) == "finished", timeout=PATIENCE
    )

    def both() -> bool:
        shown = [window.services.watch.shown(place) for place in range(2)]
        return {each.watched.path for each in shown if each} == {first, second} and all(
            each is not None and each.checkpoint.epoch == 2 for each in shown
        )

    qtbot.waitUntil(both, timeout=10_000)
    # What is on the screen is what Keras computes with these very weights.
    qtbot.waitUntil(
        lambda: all(window.services.proofs.proof(place).state == "proven" for place in range(2)),
        timeout=PATIENCE,
    )
    for place in range(2):
        difference = window.services.proofs.proof(place).difference
        assert difference is not None
        assert difference < 1e-5
    # The two are not what they were before the training.
    window.session.focus = 0
    before = window.session.panes[0].trace
    window.epochs.slider.setValue(0)
    qtbot.waitUntil(lambda: window.session.panes[0].trace is not before, timeout=5000)
    after = window.session.panes[0].trace
    assert before is not None
    assert after is not None
    assert not np.array_equal(before.prediction, after.prediction)


# -- fields -----------------------------------------------------------------------------


def test_a_wrong_field_is_said_as_it_is_typed(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    panel = panel_of(window)
    panel.show_tab("model")
    settle()
    field = panel.model.fields["units"]
    edit = field.focusProxy()
    assert edit is not None
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, CTRL)
    for typed, said in (("0", "1 to 4,096"), ("0x", "a whole number")):
        QTest.keyClicks(edit, typed[-1])
        assert said in texts(field)
        assert not panel.model.train.isEnabled()
        assert "Correct the fields marked in red first." in texts(panel.model)
    assert panel.model.summary.rows()[1] == ("lstm (LSTM)", "(None, 8)", "800")
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    assert window.services.runs.training is None
    QTest.keyClick(edit, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(edit, "16")
    assert panel.model.train.isEnabled()
    assert panel.model.summary.rows()[1] == ("lstm (LSTM)", "(None, 16)", "2,112")
    assert isinstance(field, NumberField)
    assert field.lecture == "8"


def test_space_after_the_start_does_not_stop_it(
    open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys go back to the review: there a space reads on."""
    monkeypatch.setattr(
        "gui.training.run_process.python_process",
        lambda parent, *_: python_process(parent, "-c", "import sys; sys.stdin.read()"),
    )
    window = open_window()
    path = begin(window, "lstm", 5)
    settle()
    focus = QApplication.focusWidget()
    assert focus is window.reading_view.words
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert window.services.player.playing
    assert window.services.runs.training == path
    assert not window.services.runs.is_stopping


def test_a_recipe_leaves_the_data_alone(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    panel = panel_of(window)
    for name, value in (("num_words", 1000), ("length", 20), ("padding", "post"), ("mask", True)):
        panel.editor.set(name, value)
    panel.model.recipes["gru"].click()
    recipe = panel.editor.recipe
    assert (recipe.cell, recipe.num_words, recipe.length) == ("GRU", 1000, 20)
    assert (recipe.padding, recipe.mask, recipe.title) == ("post", True, "GRU(8), mask")
    panel.model.recipes["simple_rnn_one_hot"].click()
    assert not panel.editor.recipe.mask  # there is no embedding that could
    panel.editor.reset_data()
    assert panel.editor.recipe == RECIPES["simple_rnn_one_hot"]


def test_notices_are_seen_in_the_wide_window(
    qtbot: QtBot, runs: Path, open_window: Callable[[], MainWindow]
) -> None:
    make_run(runs / "1", "one")
    window = open_window()
    window.drawers.show_runs()
    panel = panel_of(window)
    qtbot.waitUntil(lambda: len(panel.runs.table.model.rows) == 1, timeout=10_000)
    panel.wide.setChecked(True)
    settle()
    assert not window.centre.isVisible()
    panel.runs.table.delete_asked.emit([runs / "1"])
    settle()
    assert window.notice.isVisible()
    _press(window, "Undo")
    qtbot.waitUntil(lambda: len(panel.runs.table.model.rows) == 1, timeout=5000)
    panel.runs.table.delete_asked.emit([runs / "1"])
    qtbot.waitUntil(lambda: not panel.runs.table.model.rows, timeout=5000)
    window.commands.all["restore_runs"].trigger()
    qtbot.waitUntil(lambda: len(panel.runs.table.model.rows) == 1, timeout=5000)
    panel.wide.setChecked(False)
    settle()
    assert window.centre.isVisible()
    assert window.notice.parentWidget() is window.playback


def test_the_fields_are_remembered(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    editor = panel_of(window).editor
    editor.start_from("gru")
    editor.set("learning_rate", "3e-3")
    editor.set("limit", "5,000")
    window.close()  # nothing was trained
    other = type(editor)()
    other.restore(Settings.load().training.plan)
    assert other.plan == editor.plan
    assert (other.recipe.learning_rate, other.plan.limit) == (3e-3, 5000)
    for nonsense in ({"recipe": 3}, {"recipe": {"units": "x"}}, {}):
        other.restore(nonsense)
        assert other.plan == editor.plan


# -- runs ---------------------------------------------------------------------------------


def test_delete_and_rename_are_undone_from_the_notice(
    qtbot: QtBot, runs: Path, open_window: Callable[[], MainWindow]
) -> None:
    folder = make_run(runs / "1", "one")
    window = open_window()
    window.drawers.show_runs()
    panel = panel_of(window)
    qtbot.waitUntil(lambda: len(panel.runs.table.model.rows) == 1, timeout=10_000)
    panel.runs.table.rename_asked.emit(folder.path, "two")
    qtbot.waitUntil(lambda: panel.runs.table.model.rows[0].run.title == "two", timeout=5000)
    _press(window, "Undo")
    qtbot.waitUntil(lambda: panel.runs.table.model.rows[0].run.title == "one", timeout=5000)
    window.services.watch.show(folder.path, 0)
    qtbot.waitUntil(lambda: window.services.watch.shown(0) is not None, timeout=5000)
    assert window.session.panes[0].network.name == "one · epoch 3"
    window.services.runs.rename(folder.path, "셋")
    qtbot.waitUntil(lambda: window.session.panes[0].network.name == "셋 · epoch 3", timeout=5000)
    window.services.runs.rename(folder.path, "one")
    qtbot.waitUntil(lambda: panel.runs.table.model.rows[0].run.title == "one", timeout=5000)
    panel.runs.table.delete_asked.emit([folder.path])
    qtbot.waitUntil(lambda: not panel.runs.table.model.rows, timeout=5000)
    assert "“one” was deleted." in window.notice.text
    _press(window, "Undo")
    qtbot.waitUntil(lambda: len(panel.runs.table.model.rows) == 1, timeout=5000)
    assert len(RunFolder(folder.path).read().history) == 4


def test_the_settings_of_a_run_fill_the_fields(
    qtbot: QtBot, runs: Path, open_window: Callable[[], MainWindow]
) -> None:
    folder = make_run(runs / "1", most=17)
    window = open_window()
    window.drawers.show_runs()
    panel = panel_of(window)
    qtbot.waitUntil(lambda: len(panel.runs.table.model.rows) == 1, timeout=10_000)
    panel.runs.table.use_settings_asked.emit(folder.path)
    assert panel.editor.value("epochs") == 17
    assert panel.editor.value("limit") == 300
    assert panel.tabs.currentIndex() == 1


def _press(window: MainWindow, name: str) -> None:
    buttons = [
        button
        for button in window.notice.findChildren(QPushButton)
        if button.text() == name and button.isVisible()
    ]
    assert len(buttons) == 1
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


# -- closing, two windows, and the app that is killed -----------------------------------------


@pytest.mark.usefixtures("real")
def test_closing_asks_and_leaves_no_process(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    path = begin(window, "simple_rnn", MANY, 300)
    panel_of(window).editor.set("patience", 5000)
    qtbot.waitUntil(lambda: state(window, path) == "running", timeout=PATIENCE)
    process = window.services.runs._process
    assert process is not None
    pid = process.pid
    assert window.rail.drawers["train"].text().endswith("%")
    window.close()
    settle()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "SimpleRNN(8) is being trained" in box.text()
    _answer(box, "Keep training")
    assert window.isVisible()
    assert state(window, path) == "running"
    window.close()
    settle()
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    _answer(box, "Interrupt and close")
    settle()
    assert not window.isVisible()
    assert not is_held(path / LOCK)
    if sys.platform.startswith("linux"):
        assert not Path(f"/proc/{pid}").exists()


def _answer(box: QMessageBox, name: str) -> None:
    (button,) = [each for each in box.buttons() if each.text() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.mark.usefixtures("real", "forked_trainings")
def test_two_windows(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    """Both see the same runs; only the one that trains may stop it."""
    first, second = open_window(), open_window()
    path = begin(first, "lstm", MANY)
    second.drawers.show_runs()
    qtbot.waitUntil(lambda: state(second, path) == "running", timeout=PATIENCE)
    header = panel_of(second).runs.header
    qtbot.waitUntil(lambda: "LSTM(8)" in texts(header), timeout=5000)
    assert not header.stop.isVisible()
    second.services.runs.resume(path)
    assert "another window" in second.notice.text
    second.services.watch.show(path, 0)
    qtbot.waitUntil(lambda: second.services.watch.shown(0) is not None, timeout=10_000)
    epoch = epochs_of(path)
    qtbot.waitUntil(lambda: epochs_of(path) > epoch, timeout=PATIENCE)
    first._closes = True
    dispose(first)
    qtbot.waitUntil(lambda: state(second, path) == "interrupted", timeout=10_000)
    known = second.services.runs.find(path)
    assert known is not None
    assert known.can_resume


OWN_CODE = """
import sys
import keras, numpy as np
from engine.training import RunRecorder

class Slow(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        sys.stdin.readline()

keras.utils.set_random_seed(3)
ids = np.random.default_rng(0).integers(0, 400, (128, 30)).astype("int32")
model = keras.Sequential([keras.layers.Embedding(400, 4), keras.layers.GRU(6),
                          keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy", metrics=["mae"],
              jit_compile=False)
model.fit(ids, (ids[:, 0] > 200).astype("float32"), epochs=5, verbose=0,
          callbacks=[RunRecorder(sys.argv[1], "theirs"), Slow()])
"""
"""Each epoch ends when a line is read: when the one before it was seen."""


def test_any_fit_is_followed_live(
    qtbot: QtBot,
    tmp_path: Path,
    open_window: Callable[[], MainWindow],
    forking_keras: ForkingProcess | None,
) -> None:
    """People's own code in a process of its own: epochs, curves and panes follow it."""
    window = open_window()
    folder = tmp_path / "disk" / "of another machine"
    with own_code(forking_keras, folder) as process:
        assert process.stdin is not None
        qtbot.waitUntil((folder / "history.json").is_file, timeout=PATIENCE)
        window.services.runs.follow(folder)
        for epoch in range(1, 6):

            def is_seen(epoch: int = epoch) -> bool:
                shown = window.services.watch.shown(window.services.watch.focused_place() or 0)
                return shown is not None and shown.checkpoint.epoch == epoch

            qtbot.waitUntil(is_seen, timeout=PATIENCE)
            assert state(window, folder) == "running"
            process.stdin.write("\n")
            process.stdin.flush()
        qtbot.waitUntil(lambda: state(window, folder) == "finished", timeout=PATIENCE)
        assert process.wait(30) == 0
    place = window.services.watch.focused_place()
    assert place is not None
    pane = window.session.panes[place]
    assert pane.network.name == "theirs · epoch 5"
    assert pane.trace is not None
    assert set(pane.trace.layers["gru"].series) == {"h", "z", "r", "n"}
    known = window.services.runs.find(folder)
    assert known is not None
    assert known.foreign
    assert [entry["mae"] for entry in known.run.history]
    assert known.run.metric == "loss"
    assert "theirs" in [row.run.title for row in panel_of(window).runs.table.model.rows]


@contextmanager
def own_code(forking: ForkingProcess | None, folder: Path) -> Iterator[Any]:
    """The process in which it runs."""
    if forking is None:
        command = [sys.executable, "-c", OWN_CODE, str(folder)]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, text=True) as process:
            yield process
        return
    forked = ForkedKeras(forking, OWN_CODE, folder, cwd=ROOT)
    try:
        yield forked
    finally:
        forked.kill()
        forked.communicate()


APP = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import main as entry
from gui.app import make_application, make_window
from gui.settings import Settings
from gui.training.fields import NumberField
from gui.training.panel import TrainPanel
from PySide6.QtWidgets import QPushButton

app = make_application()
window = make_window(entry.parser().parse_args([]), Settings())
window.show()
window.services.work_in_background()

def wait(what):
    end = time.monotonic() + 150
    while not what():
        assert time.monotonic() < end, "waited in vain"
        app.processEvents()
        time.sleep(0.01)

def say(text):
    print(text, flush=True)
"""

TRAIN_IT = """
from gui.places import TRAIN
panel = window.drawers.open(TRAIN)
panel.editor.start_from("simple_rnn")
for name, value in (("epochs", 8), ("limit", 3000), ("patience", 100)):
    panel.editor.set(name, value)
panel.train()
path = window.services.runs.training
wait(lambda: window.services.runs.find(path) and len(window.services.runs.find(path).run.history) >= 2)
say(f"{window.services.runs._process.pid} {path}")
wait(lambda: False)
"""

FORKED = """
import gui.models.proof, gui.training.run_process
from pathlib import Path
from gui.kit.child import python_process
from tests.forked_keras import relayed

def forked(parent, *arguments):
    return python_process(parent, *relayed(Path(sys.argv[1]), *arguments))

gui.models.proof.python_process = gui.training.run_process.python_process = forked
"""
"""As ``forked_trainings`` of these tests: who is not killed need not start anew."""

AGAIN = """
wait(lambda: "was interrupted after epoch" in window.notice.text)
say(window.notice.text)
(button,) = [b for b in window.notice.findChildren(QPushButton) if b.text() == "Resume"]
button.click()
path = window.services.runs.runs[0].path
wait(lambda: window.services.runs.find(path).state == "finished")
wait(lambda: window.services.watch.shown(window.services.watch.focused_place() or 0) is not None)
say(f"{len(window.services.runs.find(path).run.history)} {window.services.watch.shown(window.services.watch.focused_place()).checkpoint.epoch}")
window.close()
"""


@pytest.mark.usefixtures("real")
@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")
def test_an_app_that_is_killed_offers_to_resume(
    runs: Path, forking_keras: ForkingProcess, forks: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", APP + TRAIN_IT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        trainer, path = app.stdout.readline().split(maxsplit=1)
        app.send_signal(signal.SIGKILL)
    # Whoever trains for a window that is gone goes too.
    end = time.monotonic() + 20
    while Path(f"/proc/{trainer}").exists() or is_held(Path(path.strip()) / LOCK):
        assert time.monotonic() < end, "the training process outlives the window"
        time.sleep(0.05)
    before = epochs_of(Path(path.strip()))
    assert 2 <= before < 8
    forking_keras.begin()
    done = subprocess.run(
        [sys.executable, "-c", APP + FORKED + AGAIN, str(forks)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr
    said, result = done.stdout.splitlines()
    assert said == f"The training of “SimpleRNN(8)” was interrupted after epoch {before}."
    epochs, shown = map(int, result.split())
    assert epochs == 8
    assert 1 <= shown <= 8
    assert [entry["epoch"] for entry in RunFolder(Path(path.strip())).read().history] == [
        *range(1, 9)
    ]
