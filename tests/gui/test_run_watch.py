"""Panes that show a run: following it, scrubbing through it, two epochs side by side."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.digest import digest_of
from engine.library import MODELS
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.session.state import PaneState, SessionState
from engine.training.checkpoints import CHECKPOINTS, Checkpoint
from engine.training.lock import LOCK, Lock
from engine.training.run_folder import RunFolder
from engine.training.status import Status
from gui.i18n.languages import install_language
from gui.places import TRAIN
from gui.training.panel import TrainPanel
from gui.training.runs_tab import RunsTab
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle, texts
from tests.gui.run_folders import CHANGING, add_epochs, entry, make_run


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GATESCOPE_RUNS", str(tmp_path / "runs"))
    (tmp_path / "runs").mkdir()
    return tmp_path / "runs"


@pytest.fixture
def open_on(
    qtbot: QtBot, runs: Path, make_window: MakeWindow
) -> Callable[..., tuple[MainWindow, RunFolder]]:
    """A window in whose second pane a run is shown."""

    def make(**options: object) -> tuple[MainWindow, RunFolder]:
        folder = make_run(runs / "run", **options)  # type: ignore[arg-type]
        window = make_window(
            *(open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm"))
        )
        window.services.work_in_background()
        window.session.focus = 1
        qtbot.waitUntil(lambda: window.services.runs.find(folder.path) is not None, timeout=10_000)
        window.services.watch.show(folder.path, 1)
        qtbot.waitUntil(lambda: window.services.watch.shown(1) is not None, timeout=10_000)
        return window, folder

    return make


def epoch(window: MainWindow, place: int = 1) -> int:
    """The epoch that a pane shows, -1 for none."""
    shown = window.services.watch.shown(place)
    return -1 if shown is None else shown.checkpoint.epoch


def assert_read(window: MainWindow, place: int) -> None:
    """The pane's trace is that of the very weights of its checkpoint."""
    shown = window.services.watch.shown(place)
    assert shown is not None
    pane = window.session.panes[place]
    review = window.session.review
    assert pane.trace is not None
    assert review is not None
    network = open_network(MODELS / f"{CHANGING[shown.checkpoint.epoch % 2]}.keras")
    wanted = replay(network, review.within(500))
    for key, values in wanted.layers["lstm"].series.items():
        np.testing.assert_array_equal(pane.trace.layers["lstm"].series[key], values)
    np.testing.assert_array_equal(pane.trace.prediction, wanted.prediction)


def test_a_run_that_has_ended_is_shown_at_its_best(
    open_on: Callable[..., tuple[MainWindow, RunFolder]],
) -> None:
    window, _ = open_on(epochs=4)
    assert epoch(window) == 3
    assert window.session.panes[1].network.name == "LSTM(8) · epoch 3"
    assert_read(window, 1)
    assert window.epochs.isVisible()
    assert window.epochs.slider.maximum() == 4
    assert window.epochs.slider.value() == window.epochs.slider.best == 3
    said = " ".join(texts(window.epochs))
    assert "epoch 3 / 4" in said
    assert "val loss 0.550" in said
    assert "validation 0.600" in " ".join(texts(window.panes.views[1]))


def test_a_run_that_is_under_way_is_shown_at_its_newest(
    open_on: Callable[..., tuple[MainWindow, RunFolder]], runs: Path
) -> None:
    lock = Lock(runs / "run" / LOCK)
    (runs / "run").mkdir()
    assert lock.acquire()
    window, _ = open_on(epochs=5, state="running")  # its best is the third
    assert epoch(window) == 5
    assert_read(window, 1)
    assert window.epochs.slider.best == 3
    lock.release()


def test_scrubbing_keeps_step_unit_and_the_other_pane(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    window, _ = open_on(epochs=4)
    session = window.session
    session.step = 25
    session.choose_unit(1, 5)
    other = session.panes[0].trace
    for wanted in (0, 4, 1):
        window.epochs.slider.setValue(wanted)
        qtbot.waitUntil(lambda wanted=wanted: epoch(window) == wanted, timeout=5000)
        assert_read(window, 1)
        assert (session.step, session.panes[1].units) == (25, (5,))
    assert session.panes[0].trace is other  # it is not read again
    QTest.keyClick(window.reading_view.words, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: epoch(window) == 2, timeout=5000)
    QTest.keyClick(window.reading_view.words, Qt.Key.Key_BracketLeft)
    qtbot.waitUntil(lambda: epoch(window) == 1, timeout=5000)
    assert "epoch 1 / 4" in " ".join(texts(window.epochs))
    # What is said is what is drawn.
    assert window.prediction._now.text().count("epoch 1") == 1


def test_a_pane_at_the_newest_epoch_stays_with_the_training(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]], runs: Path
) -> None:
    lock = Lock(runs / "run" / LOCK)
    (runs / "run").mkdir()
    assert lock.acquire()
    window, folder = open_on(epochs=2, state="running")
    assert epoch(window) == 2
    add_epochs(folder, 3)
    qtbot.waitUntil(lambda: epoch(window) == 3, timeout=10_000)
    assert_read(window, 1)
    # Sent back, if only by one, it stays there.
    window.epochs.slider.setValue(2)
    qtbot.waitUntil(lambda: epoch(window) == 2, timeout=5000)
    add_epochs(folder, 4)
    qtbot.waitUntil(lambda: window.epochs.slider.maximum() == 4, timeout=10_000)
    assert window.services.watch.asked(1) == 2  # nothing else is on its way either
    settle()
    assert epoch(window) == 2
    # At the end again, it follows again.
    window.epochs.newest.click()
    qtbot.waitUntil(lambda: epoch(window) == 4, timeout=5000)
    add_epochs(folder, 5)
    qtbot.waitUntil(lambda: epoch(window) == 5, timeout=10_000)
    # Weights that pass by are not compared with Keras one by one.
    assert window.services.proofs.held(window.session.panes[1].network)
    assert "after the training" in " ".join(texts(window.panes.views[1]))
    lock.release()
    folder.write_status(Status("finished", epoch=5))
    qtbot.waitUntil(
        lambda: not window.services.proofs.held(window.session.panes[1].network), timeout=10_000
    )


def test_two_epochs_side_by_side(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    window, _ = open_on(epochs=4)
    window.epochs.beside.click()
    qtbot.waitUntil(lambda: epoch(window, 2) == 0, timeout=5000)
    assert epoch(window, 1) == 3
    qtbot.waitUntil(lambda: window.session.panes[2].trace is not None, timeout=5000)
    assert_read(window, 1)
    assert_read(window, 2)
    assert window.session.focus == 2
    assert "before training" in " ".join(texts(window.epochs))
    window.epochs.slider.setValue(2)
    qtbot.waitUntil(lambda: epoch(window, 2) == 2, timeout=5000)
    assert epoch(window, 1) == 3
    window.session.focus = 1
    assert window.epochs.slider.value() == 3


def test_the_time_lapse_goes_through_every_epoch_and_ends(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    window, _ = open_on(epochs=4)
    window.epochs.newest.click()
    qtbot.waitUntil(lambda: epoch(window) == 4, timeout=5000)
    window.services.player.speed = 30.0
    seen: list[int] = []
    window.services.watch.moved.connect(lambda: seen.append(epoch(window)))
    QTest.keyClick(window.reading_view.words, Qt.Key.Key_T)
    assert window.services.watch.playing
    qtbot.waitUntil(lambda: not window.services.watch.playing, timeout=10_000)
    assert epoch(window) == 4
    found = sorted(set(seen))
    assert found == [0, 1, 2, 3, 4]
    assert seen == sorted(seen[seen.index(0) :]) or seen.index(0) > 0
    # A second press stops it where it is.
    QTest.keyClick(window.reading_view.words, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: epoch(window) == 1, timeout=10_000)
    QTest.keyClick(window.reading_view.words, Qt.Key.Key_T)
    assert not window.services.watch.playing


def test_a_damaged_checkpoint_leaves_the_pane_as_it_was(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    window, folder = open_on(epochs=4)
    path = folder.path / CHECKPOINTS / "epoch-0001.keras"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    (folder.path / CHECKPOINTS / "epoch-0002.keras").unlink()
    window.services.watch.seek(1, 1)
    qtbot.waitUntil(lambda: "is damaged" in window.notice.text, timeout=5000)
    assert epoch(window) == 3
    window.notice.clear()
    window.services.watch.seek(1, 2)
    qtbot.waitUntil(lambda: "cannot be read" in window.notice.text, timeout=5000)
    assert epoch(window) == 3
    assert_read(window, 1)


def test_a_run_is_followed_by_dropping_its_folder(
    qtbot: QtBot, runs: Path, tmp_path: Path, make_window: MakeWindow
) -> None:
    folder = make_run(tmp_path / "elsewhere" / "theirs", "theirs", epochs=2)
    window = make_window(open_network(MODELS / "lstm.keras"))
    window.services.work_in_background()
    window.opening.open_path(folder.path)
    qtbot.waitUntil(lambda: epoch(window, 0) == 2, timeout=20_000)
    assert window.session.panes[0].network.name == "theirs · epoch 2"
    assert_read(window, 0)
    assert window.services.settings.window.drawer == "train"
    window.closing.emit()
    assert window.services.settings.training.followed == [str(folder.path)]


def test_a_folder_that_is_begun_anew_shows_no_old_weights(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    """The same names, other weights: what is in memory belongs to the run before."""
    window, folder = open_on(epochs=2)
    for at in (0, 1, 2):
        window.services.watch.seek(1, at)
        qtbot.waitUntil(lambda at=at: epoch(window) == at, timeout=5000)
    shutil.rmtree(folder.path)
    qtbot.waitUntil(lambda: window.services.watch.shown(1) is None, timeout=10_000)
    assert not window.epochs.isVisible()
    again = make_run(folder.path, epochs=1)
    for at in (0, 1):  # the other way round
        path = folder.path / CHECKPOINTS / f"epoch-000{at}.keras"
        shutil.copyfile(MODELS / f"{CHANGING[1 - at]}.keras", path)
    digests = {at: digest_of(folder.path / CHECKPOINTS / f"epoch-000{at}.keras") for at in (0, 1)}
    again.write_history(
        [entry(1)], [Checkpoint(at, 0, f"epoch-000{at}.keras", digests[at]) for at in (0, 1)]
    )
    qtbot.waitUntil(
        lambda: (
            (known := window.services.runs.find(folder.path)) is not None
            and [each.sha256 for each in known.run.checkpoints] == [digests[0], digests[1]]
        ),
        timeout=10_000,
    )
    window.services.watch.show(folder.path, 1)
    qtbot.waitUntil(lambda: epoch(window) == 1, timeout=10_000)
    assert window.session.panes[1].network.digest == digests[1]


def test_epochs_that_come_faster_than_they_are_read_are_followed(
    qtbot: QtBot,
    open_on: Callable[..., tuple[MainWindow, RunFolder]],
    runs: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lock = Lock(runs / "run" / LOCK)
    (runs / "run").mkdir()
    assert lock.acquire()
    window, folder = open_on(epochs=1, state="running")
    assert epoch(window) == 1

    def slow(*arguments: Any, **options: Any) -> object:
        time.sleep(0.8)
        return replay(*arguments, **options)

    monkeypatch.setattr("engine.session.jobs.read", slow)
    for last in (2, 3, 4, 5):
        add_epochs(folder, last)
        qtbot.wait(350)
    qtbot.waitUntil(lambda: epoch(window) == 5, timeout=20_000)
    lock.release()


def test_a_run_that_ends_while_its_first_weights_are_read_is_shown_at_its_newest(
    qtbot: QtBot, runs: Path, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock(runs / "run" / LOCK)
    (runs / "run").mkdir()
    assert lock.acquire()
    folder = make_run(runs / "run", epochs=1, state="running")
    window = make_window(open_network(MODELS / "simple_rnn.keras"))
    window.services.work_in_background()
    find = window.services.runs.find
    qtbot.waitUntil(lambda: find(folder.path) is not None, timeout=10_000)
    held = threading.Event()

    def slow(path: Path, checkpoint: Checkpoint, *, foreign: bool) -> object:
        held.wait(10)
        return open_network(path)

    monkeypatch.setattr("gui.training.watch.open_checkpoint", slow)
    window.services.watch.show(folder.path, 0)
    add_epochs(folder, 3)

    def knows_all() -> bool:
        watched = find(folder.path)
        return watched is not None and watched.run.checkpoints[-1].epoch == 3

    qtbot.waitUntil(knows_all, timeout=10_000)
    lock.release()
    assert epoch(window, 0) == -1
    held.set()
    qtbot.waitUntil(lambda: epoch(window, 0) == 3, timeout=10_000)


def test_what_is_read_for_a_pane_that_is_gone_is_dropped(
    qtbot: QtBot,
    open_on: Callable[..., tuple[MainWindow, RunFolder]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, _ = open_on(epochs=4)
    held = threading.Event()

    def slow(path: Path, checkpoint: Checkpoint, *, foreign: bool) -> object:
        held.wait(10)
        return open_network(path)

    monkeypatch.setattr("gui.training.watch.open_checkpoint", slow)
    window.services.watch.seek(1, 0)
    window.session.remove_pane(1)
    held.set()
    qtbot.wait(300)
    assert len(window.session.panes) == 1
    # The same for a pane that was given to another network by hand.
    held.clear()
    run = window.services.runs.runs[0].path
    window.services.watch.show(run, 0)
    gru = open_network(MODELS / "gru.keras")
    window.session.replace_network(0, gru)
    held.set()
    qtbot.wait(300)
    assert window.session.panes[0].network is gru


def test_arrows_in_the_curves_move_by_an_epoch(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    """There they are not the window's, which steps through the words with them."""
    window, _ = open_on(epochs=4)
    window.drawers.show_runs()
    panel = window.drawers.open(TRAIN)
    assert isinstance(panel, TrainPanel)
    settle()
    step = window.session.step
    plot = panel.runs.curves.plots[0]
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: epoch(window) == 2, timeout=5000)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: epoch(window) == 0, timeout=5000)
    assert window.session.step == step


@pytest.mark.parametrize("what", ["close", "replace", "layers"])
@pytest.mark.parametrize("when", ["read", "on its way"])
def test_a_pane_goes_on_following_whatever_becomes_of_the_others(
    qtbot: QtBot,
    open_on: Callable[..., tuple[MainWindow, RunFolder]],
    runs: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    when: str,
) -> None:
    """What is on its way goes along with its pane."""
    lock = Lock(runs / "run" / LOCK)
    (runs / "run").mkdir()
    assert lock.acquire()
    window, folder = open_on(epochs=1, state="running")
    session, held = window.session, threading.Event()

    def slow(path: Path, checkpoint: Checkpoint, *, foreign: bool) -> object:
        held.wait(10)
        return open_network(path)

    monkeypatch.setattr("gui.training.watch.open_checkpoint", slow)
    run = session.panes[1].network
    if when == "on its way":
        add_epochs(folder, 2)
        qtbot.waitUntil(lambda: window.services.watch.asked(1) == 2, timeout=10_000)
    if what == "close":
        session.remove_pane(0)
    elif what == "replace":
        session.replace_network(0, open_network(MODELS / "gru.keras"))
    else:
        session.show_layers(1, [layer.name for layer in run.recurrent])
    place = next(at for at, pane in enumerate(session.panes) if pane.network is run)
    assert window.services.watch.asked(place) == (2 if when == "on its way" else 1)
    held.set()
    add_epochs(folder, 3)
    qtbot.waitUntil(lambda: epoch(window, place) == 3 and not session.busy, timeout=10_000)
    assert_read(window, place)
    others = [pane.network.name for pane in session.panes if pane is not session.panes[place]]
    assert not [name for name in others if "epoch" in name]
    lock.release()


@pytest.mark.parametrize("at", [1, 2, 4])
def test_what_cannot_be_read_was_not_asked_for(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]], at: int
) -> None:
    """The bar says what is shown, and the keys go on from there."""
    window, folder = open_on(epochs=4)
    watch, bar = window.services.watch, window.epochs
    assert epoch(window) == 3
    (folder.path / CHECKPOINTS / f"epoch-000{at}.keras").unlink()
    watch.seek(1, at)
    qtbot.waitUntil(lambda: "cannot be read" in window.notice.text, timeout=5000)
    assert watch.asked(1) == bar.slider.value() == epoch(window) == 3
    back = max(each for each in range(3) if each != at)
    watch.step(-1)
    qtbot.waitUntil(lambda: epoch(window) == back, timeout=5000)
    watch.step(1)
    onward = min(each for each in range(back + 1, 5) if each != at)
    qtbot.waitUntil(lambda: epoch(window) == onward, timeout=5000)
    assert bar.slider.value() == onward


def test_a_checkpoint_that_cannot_be_read_does_not_end_the_following(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]], runs: Path
) -> None:
    lock = Lock(runs / "run" / LOCK)
    (runs / "run").mkdir()
    assert lock.acquire()
    window, folder = open_on(epochs=1, state="running")
    (folder.path / CHECKPOINTS / "epoch-0002.keras").write_bytes(b"half of a model")
    add_epochs(folder, 2)
    qtbot.waitUntil(lambda: window.notice.text != "", timeout=10_000)
    assert epoch(window) == 1
    add_epochs(folder, 3)
    qtbot.waitUntil(lambda: epoch(window) == 3, timeout=10_000)
    lock.release()


def test_a_network_is_called_as_the_language_has_it(
    qtbot: QtBot, qapp: QApplication, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    window, _ = open_on(epochs=4)
    pane = lambda: window.session.panes[1]  # noqa: E731
    for language, name in (("ko", "LSTM(8) · 에포크 3"), ("en", "LSTM(8) · epoch 3")):
        install_language(qapp, language)
        qtbot.waitUntil(lambda name=name: pane().network.name == name, timeout=5000)
        assert pane().trace is not None
        assert pane().trace.network.name == name


def test_a_name_given_while_something_is_read_is_set_right_afterwards(
    qtbot: QtBot, qapp: QApplication, open_on: Callable[..., tuple[MainWindow, RunFolder]]
) -> None:
    window, _ = open_on(epochs=4)
    window.services.watch.seek(1, 2)
    qtbot.waitUntil(lambda: window.session.busy or epoch(window) == 2, timeout=5000)
    install_language(qapp, "ko")
    qtbot.waitUntil(
        lambda: window.session.panes[1].network.name == "LSTM(8) · 에포크 2", timeout=5000
    )


def test_the_last_session_has_its_epoch_in_the_name(
    qtbot: QtBot, runs: Path, make_window: MakeWindow
) -> None:
    """Whether the runs are known before its model is read, or only afterwards."""
    folder = make_run(runs / "run", epochs=4)
    file = str(folder.path / "checkpoints" / "epoch-0003.keras")
    for runs_first in (True, False):
        window = make_window(open_network(MODELS / "lstm.keras"))
        if runs_first:
            window.services.work_in_background()
            qtbot.waitUntil(lambda window=window: bool(window.services.runs.runs), timeout=10_000)
        restoring = window.dialogs.views.restoring
        restoring.show(SessionState(panes=(PaneState(name="LSTM(8) · epoch 3", file=file),)))
        if not runs_first:
            qtbot.waitUntil(lambda window=window: epoch_file(window) == file, timeout=10_000)
            window.services.work_in_background()
        qtbot.waitUntil(
            lambda window=window: window.session.panes[0].network.name == "LSTM(8) · epoch 3",
            timeout=10_000,
        )
        window.close_now()
        settle()


def epoch_file(window: MainWindow) -> str:
    return str(window.session.panes[0].network.path)


def test_runs_that_go_while_one_of_them_is_current(
    qtbot: QtBot, open_on: Callable[..., tuple[MainWindow, RunFolder]], runs: Path
) -> None:
    """The current row that goes makes another current, which shows the runs in the midst of it."""
    window, _ = open_on(epochs=2)
    keeper, paths = window.services.runs, [make_run(runs / f"run {n}", f"{n}").path for n in "1234"]
    window.drawers.show_runs()
    qtbot.waitUntil(lambda: len(keeper.runs) == 5, timeout=10_000)
    tab = window.findChild(RunsTab)
    assert tab is not None
    rows = tab.table.table
    qtbot.waitUntil(lambda: rows.model().rowCount() == 5, timeout=5000)
    for last in range(3, 0, -1):
        rows.setCurrentIndex(rows.model().index(last, 0))
        assert (row := tab.table.current_row()) is not None
        assert tab._focus() == row.path
        keeper.delete([each.path for each in tab.table.model.rows[last:]])
        assert [each.path for each in tab.table.model.rows] == [
            each.path for each in reversed(keeper.runs)
        ]
        assert (row := tab.table.current_row()) is not None
        assert tab._focus() == row.path, "curves and words are about the row that the keys are on"
    assert len(paths) == 4
