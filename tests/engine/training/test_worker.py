"""The window's training process: killed, stopped, left alone, out of room, without TensorFlow."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Union

import pytest

from engine.digest import digest_of
from engine.errors import GatescopeError
from engine.network.opening import open_network
from engine.training import worker
from engine.training.lock import LOCK, TAKEN, Lock, is_held
from engine.training.outline import outline
from engine.training.plan import Plan
from engine.training.recipes import RECIPES
from engine.training.run import Run
from engine.training.run_folder import MODEL, RECORD, RunFolder
from tests.engine.training.conftest import ROOT
from tests.forked_keras import RUN_MODULE, ForkedKeras
from tests.forked_reading import ForkingProcess

LIMIT = 320
"""Reviews, of which four fifths are whole batches: one that is not is traced and compiled once more."""
MANY = 140
"""Epochs that no test waits for, and too few for a compiler to pay."""
PATIENCE = 240.0

pytestmark = pytest.mark.timeout(600)  # TensorFlow starts in each of several processes

Process = Union["subprocess.Popen[str]", ForkedKeras]
Start = Callable[..., Process]

ONE_AFTER_ANOTHER = """
import os, sys
from pathlib import Path
from engine.training import keras_model, worker
compiled, patience, *sys.argv[1:] = sys.argv[1:]
if compiled == "True":
    keras_model.MIN_COMPILED_STEPS = 0
worker.PATIENCE = float(patience)
codes = {worker.main(Path(path)) for path in sys.argv[1:]}
sys.stderr.flush()
os._exit(codes.pop() if len(codes) == 1 else 99)
"""
"""The worker on several runs, which all end with the same code; on request XLA compiles even
the smallest, as it does every training of a size that is worth it."""

only_unix = pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")


@pytest.fixture
def start(environment: dict[str, str], forking_keras: ForkingProcess | None) -> Iterator[Start]:
    """Starts the process on a run folder, with its input held as the window holds it; ``anew``
    or with a changed environment as the window starts it, else forked."""
    started: list[Process] = []

    def begin(
        *paths: Path,
        compiled: bool = False,
        patience: float = worker.PATIENCE,
        anew: bool = False,
        **extra: str,
    ) -> Process:
        code = ["-m", "engine.training.worker"]
        if compiled or patience != worker.PATIENCE or len(paths) > 1:
            # One after the other in one process: TensorFlow need not start anew for each.
            code = ["-c", ONE_AFTER_ANOTHER, str(compiled), str(patience)]
        if forking_keras is not None and not (anew or extra):
            one = RUN_MODULE.format(code[1])
            forked = (code[1:] if code[0] == "-c" else [one]) + [*map(str, paths)]
            started.append(ForkedKeras(forking_keras, *forked, cwd=ROOT, env=environment))
            return started[-1]
        process = subprocess.Popen(
            [sys.executable, *code, *map(str, paths)],
            cwd=ROOT,
            env=environment | extra,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait(PATIENCE)
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def new_run(
    path: Path,
    recipe: str = "lstm_dropout",
    epochs: int = 4,
    limit: int = LIMIT,
    **options: object,
) -> Path:
    plan = Plan(replace(RECIPES[recipe], epochs=epochs, **options), limit=limit)  # type: ignore[arg-type]
    return RunFolder.create(path, recipe, plan=plan, epochs=epochs).path


def read(path: Path) -> Run:
    return RunFolder(path).read()


def wait(path: Path, what: Callable[[Run], bool], process: Process) -> Run:
    """The run as soon as ``what`` is true of it."""
    end = time.monotonic() + PATIENCE
    while True:
        run = read(path)
        if what(run):
            return run
        if process.poll() is not None:
            pytest.fail(f"it ended with {process.returncode}: {process.communicate()[1]}")
        assert time.monotonic() < end, f"waited in vain: {run.status}"
        time.sleep(0.02)


def finish(process: Process) -> tuple[int, str]:
    """Its exit code and what it said; its input stays open, as the window's does."""
    assert process.stderr is not None
    code = process.wait(PATIENCE)
    return code, process.stderr.read()


def losses(run: Run) -> list[tuple[float, float]]:
    return [(entry["loss"], entry["val_loss"]) for entry in run.history]


def check_whole(run: Run) -> None:
    """A run of four epochs that was left alone has everything."""
    assert run.status.state == "finished"
    assert [entry["epoch"] for entry in run.history] == [1, 2, 3, 4]
    assert [each.epoch for each in run.checkpoints] == [0, 1, 2, 3, 4]
    best = run.best
    assert best is not None
    kept = next(each for each in run.checkpoints if each.epoch == best["epoch"])
    assert digest_of(run.path / MODEL) == kept.sha256
    assert open_network(run.path / MODEL).parameters == outline(RECIPES["lstm_dropout"]).total
    assert (run.path / RECORD).is_file()
    assert not is_held(run.path / LOCK)


def test_one_hot_rows_are_resumed_too(start: Start, tmp_path: Path) -> None:
    """There the model that is trained is not the lecture's, but has its weights; and here the last
    batch of an epoch is smaller."""
    whole, path = (
        new_run(tmp_path / name, "simple_rnn_one_hot", 3, limit=300) for name in ("whole", "run")
    )
    process = start(path)
    wait(path, lambda run: len(run.history) == 1, process)
    process.kill()
    process.wait(PATIENCE)
    assert finish(start(path, whole)) == (0, "")
    assert losses(read(path)) == losses(read(whole))


@only_unix
def test_killed_in_mid_epoch_and_resumed(start: Start, tmp_path: Path) -> None:
    """It ends with the very numbers of the run that was left alone, dropout and all."""
    whole, path = (new_run(tmp_path / name) for name in ("whole", "run"))
    process = start(path, compiled=True, anew=True)
    wait(path, lambda run: len(run.history) == 2 and run.status.batch > 0, process)
    process.send_signal(signal.SIGKILL)
    assert finish(process)[0] == -signal.SIGKILL
    run = read(path)
    assert run.status.state == "running"  # it could not say otherwise; the lock does
    assert not is_held(path / LOCK)
    assert 2 <= len(run.history) < 4
    assert not (path / MODEL).exists()

    assert finish(start(path, whole, compiled=True)) == (0, "")
    check_whole(read(whole))
    resumed = read(path)
    assert resumed.status.state == "finished"
    assert losses(resumed) == losses(read(whole))
    assert [each.epoch for each in resumed.checkpoints] == [0, 1, 2, 3, 4]


def test_patience_is_remembered_over_an_interruption(start: Start, tmp_path: Path) -> None:
    """Resumed after one bad epoch of two, it stops after one more."""
    path = new_run(tmp_path / "run", "simple_rnn", 50, learning_rate=5.0, patience=2)
    process = start(path)

    def one_bad(run: Run) -> bool:
        best = run.best
        return best is not None and len(run.history) > int(best["epoch"])

    wait(path, one_bad, process)
    assert process.stdin is not None
    process.stdin.close()
    process.wait(PATIENCE)
    # Twice: the second time there is nothing left to train, and it says so at once.
    assert finish(start(path, path))[0] == 0
    run = read(path)
    assert run.status.state == "finished"
    assert run.best is not None
    assert len(run.history) - int(run.best["epoch"]) == 2
    assert run.patience_ended


def test_stop_keeps_the_best(start: Start, tmp_path: Path) -> None:
    path = new_run(tmp_path / "run", epochs=MANY)
    process = start(path)
    wait(path, lambda run: len(run.history) >= 2, process)
    assert process.stdin is not None
    process.stdin.write("stop\n")
    process.stdin.flush()
    assert finish(process)[0] == 0
    run = read(path)
    assert run.status.state == "stopped"
    best = run.best
    assert best is not None
    kept = next(each for each in run.checkpoints if (each.epoch, each.batch) == (best["epoch"], 0))
    assert digest_of(path / MODEL) == kept.sha256


def test_it_ends_with_whoever_started_it(start: Start, tmp_path: Path) -> None:
    """The end of its input is what a window that is killed leaves behind.

    A process that starts anew, and a window that is really killed: `test_training_window`.
    """
    path = new_run(tmp_path / "run", epochs=MANY)
    process = start(path)
    wait(path, lambda run: len(run.history) >= 1, process)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(20) == 130
    assert not is_held(path / LOCK)
    assert read(path).status.state == "running"


def test_only_one_at_a_time(start: Start, tmp_path: Path) -> None:
    path = new_run(tmp_path / "run")
    lock = Lock(path / LOCK)
    assert lock.acquire()
    try:
        code, said = finish(start(path, patience=0.2))
    finally:
        lock.release()
    assert code == TAKEN
    assert said == "gatescope: Another window is training this run.\n"
    assert read(path).history == ()


@pytest.mark.parametrize("reason", ["No module named 'libfoo'", "DLL load failed"])
def test_without_tensorflow(start: Start, tmp_path: Path, reason: str) -> None:
    (tmp_path / "broken" / "keras").mkdir(parents=True)
    fake = tmp_path / "broken" / "keras" / "__init__.py"
    fake.write_text(f"raise ImportError({reason!r})", encoding="utf-8")
    path = new_run(tmp_path / "run")
    code, said = finish(start(path, PYTHONPATH=str(tmp_path / "broken")))
    assert code == 2
    assert said.startswith("gatescope: TensorFlow cannot be imported")
    assert reason in said
    assert len(said.splitlines()) == 1
    run = read(path)
    assert run.status.state == "failed"
    assert run.status.error is not None
    assert str(GatescopeError(run.status.error[0], **run.status.error[1])) in said


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for little more than a few checkpoints."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk, on Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1200k", "gatescope", str(folder)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    with contextlib.suppress(OSError):
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_and_room_again(start: Start, tmp_path: Path, small_disk: Path) -> None:
    whole, path = new_run(tmp_path / "whole"), new_run(small_disk / "run")
    filler = small_disk / "filler"
    filler.write_bytes(bytes(780_000))
    code, said = finish(start(path))
    assert code == 2
    assert "There is no room left on the disk" in said
    assert len(said.splitlines()) == 1
    run = read(path)
    assert run.status.state == "failed"
    assert len(run.history) < 4
    for each in run.checkpoints:
        assert digest_of(run.checkpoint_path(each)) == each.sha256
    filler.unlink()
    assert finish(start(path, whole)) == (0, "")
    assert read(path).status.state == "finished"
    assert losses(read(path)) == losses(read(whole))


def test_what_it_would_go_on_from_is_damaged(start: Start, tmp_path: Path) -> None:
    contents = {"empty": b"", "nonsense": b"PK\x03\x04 nonsense", "missing": None}
    for name, content in contents.items():
        folder = RunFolder(new_run(tmp_path / name))
        folder.write_history([{"epoch": 1, "loss": 0.7, "val_loss": 0.7, "seconds": 1.0}], [])
        if content is not None:
            (folder.path / "state-0001.npz").write_bytes(content)
    code, said = finish(start(*(tmp_path / name for name in contents)))
    assert code == 2
    lines = said.splitlines()
    assert len(lines) == len(contents)
    for name, line in zip(contents, lines, strict=True):
        assert f"The run {name} cannot be resumed" in line
        run = read(tmp_path / name)
        assert (run.status.state, len(run.history)) == ("failed", 1)


def test_a_folder_that_is_none(start: Start, tmp_path: Path) -> None:
    code, said = finish(start(tmp_path))
    assert code == 2
    assert "not the folder of a run" in said
    code, said = finish(start(tmp_path / "nowhere"))
    assert code == 2
    assert "There is no run" in said


def test_snapshots_within_an_epoch(start: Start, tmp_path: Path) -> None:
    plan = Plan(replace(RECIPES["lstm"], epochs=1), limit=LIMIT, every=2)
    path = RunFolder.create(tmp_path / "run", "lstm", plan=plan, epochs=1).path
    assert finish(start(path)) == (0, "")
    moments = [(each.epoch, each.batch) for each in read(path).checkpoints]
    assert moments == [(0, 0), (0, 2), (1, 0)]  # 240 reviews are four batches


def test_mask_sides_and_another_optimizer(start: Start, tmp_path: Path) -> None:
    path = new_run(
        *(tmp_path / "run", "gru", 2),
        mask=True,
        padding="post",
        truncating="post",
        optimizer="adam",
        num_words=200,
        length=40,
    )
    assert finish(start(path)) == (0, "")
    run = read(path)
    network = open_network(path / MODEL)
    assert network.length == 40
    assert network.vocabulary_size == 200
    assert network.layers[0].options["mask_zero"] is True
    assert run.plan is not None
    assert run.plan.recipe.optimizer == "adam"
