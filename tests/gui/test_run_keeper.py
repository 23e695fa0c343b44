"""The runs of the machine: what is known of them, and what is done with them."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.training.lock import LOCK, Lock, is_held
from engine.training.plan import Plan
from engine.training.recipes import RECIPES
from engine.training.run_folder import RunFolder
from engine.training.status import Status
from engine.training.trash import OWNERS, TRASH
from gui.kit.child import python_process
from gui.training.keeper import RunKeeper
from gui.training.run_process import RunProcess
from tests.gui.conftest import settle
from tests.gui.run_folders import add_epochs, make_run

pytestmark = pytest.mark.timeout(600)  # TensorFlow starts in some of them
PATIENCE = 240_000
SHORT = Plan(
    replace(RECIPES["simple_rnn"], epochs=2), limit=320
)  # whole batches: others are traced once more
LONG = Plan(replace(RECIPES["simple_rnn"], epochs=140, patience=5000), limit=320)
"""No test waits for its end; XLA would compile a longer one."""


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GATESCOPE_RUNS", str(tmp_path / "runs"))
    (tmp_path / "runs").mkdir()
    return tmp_path / "runs"


class Hands:
    """A keeper, and what it says."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.keeper = RunKeeper()
        self.errors: list[str] = []
        self.interrupted: list[str] = []
        self.keeper.failed.connect(lambda error: self.errors.append(str(error)))
        self.keeper.found_interrupted.connect(
            lambda found: self.interrupted.extend(each.run.title for each in found)
        )

    def begin(self, *foreign: Path) -> None:
        with self.bot.waitSignal(self.keeper.changed, timeout=60_000):
            self.keeper.begin(foreign)

    def states(self) -> dict[str, str]:
        return {each.run.title: each.state for each in self.keeper.runs}

    def wait(self, path: Path, *states: str) -> None:
        def is_there() -> bool:
            known = self.keeper.find(path)
            return known is not None and known.state in states

        self.bot.waitUntil(is_there, timeout=PATIENCE)


@pytest.fixture
def hands(qtbot: QtBot, runs: Path) -> Iterator[Hands]:
    made = Hands(qtbot)
    yield made
    made.keeper.shut_down()
    made.keeper.deleteLater()
    settle()


@pytest.fixture
def real(prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trainings find the reviews prepared."""
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))


# -- what is known ----------------------------------------------------------------------


def test_what_a_run_says_is_held_against_who_is_at_work(runs: Path, hands: Hands) -> None:
    make_run(runs / "1", "ended")
    make_run(runs / "2", "killed", state="running")
    alive = make_run(runs / "3", "alive", state="running")
    waits = make_run(runs / "4", "waits", epochs=0, state="queued")
    make_run(runs / "5", "orphan", epochs=0, state="queued")
    (runs / "6").mkdir()
    (runs / "6" / "config.json").write_text("{", encoding="utf-8")
    (runs / "7").mkdir()  # nothing in it: no run
    (runs / OWNERS).mkdir()
    lock, owner = Lock(alive.path / LOCK), Lock(runs / OWNERS / "other")
    waits.write_status(Status("queued", owner="other"))
    assert lock.acquire()
    assert owner.acquire()
    hands.begin()
    assert hands.states() == {
        "ended": "finished",
        "killed": "interrupted",
        "alive": "running",
        "waits": "queued",
        "orphan": "interrupted",
        "6": "damaged",
    }
    assert hands.interrupted == ["killed", "orphan"]
    damaged = hands.keeper.find(runs / "6")
    assert damaged is not None
    assert "config.json cannot be understood" in str(damaged.problem)
    lock.release()
    owner.release()
    hands.keeper._watcher.look()
    hands.bot.waitUntil(
        lambda: hands.states()["alive"] == hands.states()["waits"] == "interrupted",
        timeout=60_000,
    )
    assert len(hands.interrupted) == 2  # said once


def test_a_run_that_grows_is_followed(runs: Path, hands: Hands) -> None:
    folder = make_run(runs / "1", epochs=1, state="running")
    lock = Lock(folder.path / LOCK)
    assert lock.acquire()
    kept: list[Path] = []
    hands.keeper.checkpoint_added.connect(kept.append)
    hands.begin()
    kept.clear()
    add_epochs(folder, 2)
    hands.bot.waitUntil(lambda: kept == [folder.path], timeout=30_000)
    known = hands.keeper.find(folder.path)
    assert known is not None
    assert [each["epoch"] for each in known.run.history] == [1, 2]
    lock.release()


def test_a_run_from_elsewhere(runs: Path, hands: Hands, tmp_path: Path) -> None:
    folder = make_run(tmp_path / "elsewhere", "theirs", epochs=1, state="running")
    hands.begin()
    with hands.bot.waitSignal(hands.keeper.followed):
        hands.keeper.follow(folder.path)
    hands.wait(folder.path, "silent")  # it was last written long ago
    folder.write_status(Status("running", epoch=2, updated=time.time()))
    hands.wait(folder.path, "running")
    known = hands.keeper.find(folder.path)
    assert known is not None
    assert known.foreign
    assert not known.can_resume
    gone = hands.keeper.delete([folder.path])
    hands.bot.waitUntil(lambda: hands.states() == {}, timeout=30_000)
    assert folder.path.is_dir()  # it is not ours to delete
    hands.keeper.restore(gone)
    hands.wait(folder.path, "running")


@pytest.mark.parametrize("content", [None, "{", '{"format": "gatescope run", "version": 9}'])
def test_what_is_no_run_is_not_followed(hands: Hands, tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    if content is not None:
        (folder / "config.json").write_text(content, encoding="utf-8")
    hands.begin()
    with hands.bot.waitSignal(hands.keeper.failed):
        hands.keeper.follow(folder)
    assert len(hands.errors) == 1
    assert hands.keeper.foreign == ()


# -- renaming and deleting ---------------------------------------------------------------


def test_rename_and_delete_can_be_undone(runs: Path, hands: Hands) -> None:
    first, second = make_run(runs / "1", "one"), make_run(runs / "2", "two")
    hands.begin()
    assert hands.keeper.rename(first.path, " 하나 ") == "one"
    hands.bot.waitUntil(lambda: "하나" in hands.states(), timeout=30_000)
    assert hands.keeper.rename(first.path, "") == ""
    assert hands.keeper.rename(first.path, "하나") == ""
    gone = hands.keeper.delete([first.path, second.path])
    hands.bot.waitUntil(lambda: hands.states() == {}, timeout=30_000)
    assert not first.path.exists()
    hands.keeper.restore(gone[:1])
    hands.bot.waitUntil(lambda: set(hands.states()) == {"하나"}, timeout=30_000)
    assert len(first.read().checkpoints) == 5
    hands.keeper.shut_down()
    assert list((runs / TRASH).iterdir()) == []  # what was not brought back is gone


def test_the_next_window_leaves_alone_what_was_just_deleted(
    qtbot: QtBot, runs: Path, hands: Hands
) -> None:
    """Two windows share a trash; the second must not empty what the first can bring back."""
    folder = make_run(runs / "1", "one")
    hands.begin()
    deletions = hands.keeper.delete([folder.path])
    second = Hands(qtbot)
    second.begin()
    qtbot.waitUntil(
        lambda: not any(each.name == "clear leftovers" for each in threading.enumerate()),
        timeout=30_000,
    )
    second.keeper.shut_down()
    second.keeper.deleteLater()
    hands.keeper.restore(deletions)
    hands.wait(folder.path, "finished")
    assert hands.errors == []
    assert len(folder.read().checkpoints) == 5


def test_a_window_that_closes_waits_for_no_process_that_does_not_hear(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """One that imports TensorFlow on a busy machine held it for three seconds."""
    process = RunProcess(tmp_path)
    process._process.setArguments(["-c", "import time; time.sleep(60)"])
    process.start()
    qtbot.waitUntil(lambda: process._process.state() == QProcess.ProcessState.Running)
    pid, before = process.pid, time.monotonic()
    process.close()
    assert time.monotonic() - before < 1.0
    assert not Path(f"/proc/{pid}").exists()


def test_a_training_that_is_stopping_writes_its_best_weights_as_the_window_closes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Killed, it would have been interrupted, which the user who stopped it did not want."""
    kept, process = tmp_path / "kept", RunProcess(tmp_path)
    code = "import sys, time; input(); time.sleep(0.2); open(sys.argv[1], 'w')"
    process._process.setArguments(["-c", code, str(kept)])
    process.start()
    qtbot.waitUntil(lambda: process._process.state() == QProcess.ProcessState.Running)
    process.stop()
    process.close()
    assert kept.exists()


def test_what_is_being_trained_is_not_deleted(runs: Path, hands: Hands) -> None:
    folder = make_run(runs / "1", state="running")
    lock = Lock(folder.path / LOCK)
    assert lock.acquire()
    hands.begin()
    assert hands.keeper.delete([folder.path]) == []
    assert "Stop it first" in hands.errors[0]
    hands.keeper.resume(folder.path)
    assert "another window" in hands.errors[1]
    lock.release()
    assert folder.path.is_dir()


def test_a_folder_that_cannot_be_written(runs: Path, hands: Hands) -> None:
    runs.rmdir()
    runs.write_text("in the way", encoding="utf-8")
    hands.keeper.begin()
    assert hands.keeper.train(SHORT) is None
    assert "cannot be written" in hands.errors[0] and "GATESCOPE_RUNS" in hands.errors[0]
    assert hands.keeper.training is None


def test_a_run_that_waited_and_is_brought_back_waits_no_longer(
    runs: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead_of_training(monkeypatch, "import sys; sys.stdin.read()")
    hands.begin()
    first, second = hands.keeper.train(SHORT), hands.keeper.train(SHORT)
    assert first is not None
    assert second is not None
    hands.wait(second, "queued")
    gone = hands.keeper.delete([second])
    assert [each.path for each in gone] == [second]
    hands.keeper.restore_last()
    hands.wait(second, "stopped")
    known = hands.keeper.find(second)
    assert known is not None
    assert known.can_resume
    assert hands.keeper.waiting == ()


def test_how_it_ended_is_known_when_it_is_told(
    runs: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However quickly the process goes, and whatever TensorFlow prints."""
    _instead_of_training(
        monkeypatch,
        "import sys; from pathlib import Path; from dataclasses import replace; "
        "from engine.training.run_folder import RunFolder; "
        "folder = RunFolder(Path(sys.argv[1])); "
        "folder.write_status(replace(folder.read().status, state='finished')); "
        "print('I0000 00:00:1 Compiled cluster using XLA!', file=sys.stderr)",
    )
    hands.begin()
    ended: list[str] = []
    hands.keeper.ended.connect(lambda path: ended.append(hands.states()["SimpleRNN(8)"]))
    assert hands.keeper.train(SHORT) is not None
    hands.bot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert ended == ["finished"]
    assert hands.errors == []


def test_one_that_says_stopped_can_be_resumed_before_its_process_has_ended(
    runs: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead_of_training(
        monkeypatch,
        "import sys, time; from pathlib import Path; from dataclasses import replace; "
        "from engine.training.run_folder import RunFolder; "
        "folder = RunFolder(Path(sys.argv[1])); sys.stdin.readline(); "
        "folder.write_status(replace(folder.read().status, state='stopped')); time.sleep(1)",
    )
    hands.begin()
    path = hands.keeper.train(SHORT)
    assert path is not None
    process = hands.keeper._process
    hands.keeper.stop(path)
    hands.wait(path, "stopped")
    assert hands.keeper._process is process  # it has not ended yet
    hands.keeper.resume(path)
    hands.bot.waitUntil(lambda: hands.keeper._process is not process, timeout=20_000)
    assert hands.keeper.training == path
    hands.wait(path, "queued")
    assert hands.errors == []


@pytest.mark.parametrize("end", ["stop", "cancel"])
def test_who_stops_after_resuming_has_stopped(
    runs: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    _instead_of_training(monkeypatch, "import sys; sys.stdin.readline()")
    hands.begin()
    path = hands.keeper.train(SHORT)
    assert path is not None
    hands.keeper.stop(path)
    hands.keeper.resume(path)
    assert hands.keeper._resumes
    getattr(hands.keeper, end)(path)
    assert not hands.keeper._resumes
    hands.bot.waitUntil(lambda: hands.keeper.training is None, timeout=20_000)
    assert hands.keeper.waiting == ()


def test_a_process_that_fails_before_it_begins_leaves_nothing_waiting(
    runs: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead_of_training(monkeypatch, "import sys; sys.exit('gatescope: no luck today')")
    hands.begin()
    path = hands.keeper.train(SHORT)
    assert path is not None
    hands.wait(path, "stopped")
    assert hands.errors == ["The training failed: no luck today"]


def _instead_of_training(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Start this code where the training process would be started."""

    def process(parent: QObject, *arguments: str) -> QProcess:
        return python_process(parent, "-c", code, arguments[-1])

    monkeypatch.setattr("gui.training.run_process.python_process", process)


def test_one_strange_folder_does_not_blind_the_others(
    runs: Path, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_run(runs / "1", "good")
    (runs / "2").mkdir()
    plan = {**SHORT.as_dict(), "recipe": SHORT.recipe.as_dict() | {"num_words": 10**400}}
    config = {"format": "gatescope run", "version": 1, "plan": plan}
    (runs / "2" / "config.json").write_text(json.dumps(config), encoding="utf-8")
    hands.begin(tmp_path / ("x" * 300))  # a name that no disk takes
    hands.bot.waitUntil(lambda: len(hands.states()) == 3, timeout=60_000)
    assert hands.states()["good"] == "finished"
    assert sorted(hands.states().values()) == ["damaged", "damaged", "finished"]
    make_run(runs / "3", "another")
    hands.bot.waitUntil(lambda: "another" in hands.states(), timeout=60_000)


def test_asking_whether_a_lock_is_held_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text("somebody's own", encoding="utf-8")
    assert not is_held(path)
    assert path.read_text(encoding="utf-8") == "somebody's own"
    assert not is_held(tmp_path / "none")
    assert not (tmp_path / "none").exists()


# -- training ----------------------------------------------------------------------------


@pytest.mark.usefixtures("real", "forked_trainings")
def test_two_trainings_one_after_the_other(runs: Path, hands: Hands) -> None:
    hands.begin()
    ended: list[Path] = []
    hands.keeper.ended.connect(ended.append)
    first, second = hands.keeper.train(SHORT), hands.keeper.train(SHORT)
    assert first is not None
    assert second is not None
    assert hands.keeper.training == first
    assert hands.keeper.waiting == (second,)
    hands.bot.waitUntil(lambda: len(hands.keeper.runs) == 2, timeout=30_000)
    assert sorted(hands.states()) == ["SimpleRNN(8)", "SimpleRNN(8) #2"]
    hands.wait(second, "finished")
    hands.bot.waitUntil(lambda: ended == [first, second], timeout=60_000)
    assert hands.keeper.training is None
    assert hands.errors == []
    one, two = RunFolder(first).read(), RunFolder(second).read()
    assert [entry["loss"] for entry in one.history] == [entry["loss"] for entry in two.history]


@pytest.mark.usefixtures("real", "forked_trainings")
def test_stop_discard_undo_resume_and_the_end(
    runs: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One real training after another, through everything that may be done with one."""
    hands.begin()
    path = hands.keeper.train(LONG)
    assert path is not None
    hands.bot.waitUntil(lambda: _epochs(path) >= 2, timeout=PATIENCE)
    hands.keeper.stop(path)
    assert hands.keeper.is_stopping
    hands.wait(path, "stopped")
    assert (path / "model.keras").is_file()
    epochs = _epochs(path)

    # Those that are killed are to be gone at once: they start anew.
    monkeypatch.setattr("gui.training.run_process.python_process", python_process)
    hands.keeper.resume(path)
    hands.bot.waitUntil(lambda: _epochs(path) > epochs, timeout=PATIENCE)
    hands.keeper.cancel(path)
    hands.bot.waitUntil(lambda: hands.keeper.training is None, timeout=60_000)
    hands.bot.waitUntil(lambda: hands.keeper.runs == [], timeout=60_000)
    assert not path.exists()
    hands.keeper.restore_last()
    hands.wait(path, "interrupted")

    hands.keeper.resume(path)
    hands.wait(path, "running")
    process = hands.keeper._process
    assert process is not None
    pid = process.pid
    hands.keeper.shut_down()
    assert not Path(f"/proc/{pid}").exists() or not sys.platform.startswith("linux")
    assert not is_held(path / LOCK)
    assert hands.errors == []


@pytest.mark.usefixtures("real")
def test_a_process_that_is_killed_is_told_of(runs: Path, hands: Hands) -> None:
    hands.begin()
    path = hands.keeper.train(LONG)
    assert path is not None
    hands.bot.waitUntil(lambda: _epochs(path) >= 1, timeout=PATIENCE)
    process = hands.keeper._process
    assert process is not None
    if sys.platform == "win32":
        process._process.kill()
    else:
        subprocess.run(["kill", "-9", str(process.pid)], check=True)
    hands.wait(path, "interrupted")
    assert "ended from outside" in hands.errors[0]
    known = hands.keeper.find(path)
    assert known is not None
    assert known.can_resume


def test_without_tensorflow_it_says_so(
    runs: Path, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken" / "keras"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('no libfoo')", encoding="utf-8")
    table = tmp_path / "reviews.csv"
    rows = [f"good film number {n},1\nbad film number {n},0" for n in range(20)]
    table.write_text("text,label\n" + "\n".join(rows), encoding="utf-8")
    # The window's own path goes first: Keras is not on it, the broken one is behind.
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))
    from engine.text.sources.reference import SourceReference

    hands.begin()
    path = hands.keeper.train(Plan(RECIPES["lstm"], SourceReference("table", str(table))))
    assert path is not None
    hands.wait(path, "failed")
    hands.bot.waitUntil(lambda: bool(hands.errors), timeout=60_000)
    assert "TensorFlow cannot be imported" in hands.errors[0]
    assert "no libfoo" in hands.errors[0]


def test_reviews_that_are_gone(runs: Path, hands: Hands, tmp_path: Path) -> None:
    from engine.text.sources.reference import SourceReference

    hands.begin()
    gone = SourceReference("table", str(tmp_path / "gone.csv"))
    path = hands.keeper.train(Plan(RECIPES["lstm"], gone))
    assert path is not None
    hands.wait(path, "failed")
    hands.bot.waitUntil(lambda: bool(hands.errors), timeout=60_000)
    assert "gone.csv" in hands.errors[0]
    status = json.loads((path / "status.json").read_text(encoding="utf-8"))
    assert str(GatescopeError(status["error"][0], **status["error"][1])) in hands.errors[0]


def _epochs(path: Path) -> int:
    return len(RunFolder(path).read().history)
