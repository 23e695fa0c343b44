"""Deleted runs: they lie in the trash as long as it was promised, and no longer."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from engine.errors import RunError
from engine.training.lock import Lock
from engine.training.trash import (
    KEEP_SECONDS,
    OWNERS,
    TRASH,
    DeletedRun,
    Trash,
    clear_leftovers,
)

HOUR = 3600


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = tmp_path / "run"
    (path / "checkpoints").mkdir(parents=True)
    (path / "config.json").write_text("{}", encoding="utf-8")
    # It was trained long ago: how long it lies in the trash does not count from then.
    _age(path, 10 * KEEP_SECONDS)
    return path


def _age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_deleted_run_can_be_put_back(tmp_path: Path, run: Path) -> None:
    trash = Trash(tmp_path)
    deletion = trash.throw_away(run)
    assert not run.exists()
    trash.put_back(deletion)
    assert (run / "config.json").read_text(encoding="utf-8") == "{}"
    assert (run / "checkpoints").is_dir()


def test_leftovers_are_kept_for_a_week(tmp_path: Path, run: Path) -> None:
    """A window that starts next, or next to it, leaves alone what was just deleted."""
    deletion = Trash(tmp_path).throw_away(run)
    assert deletion.trash is not None
    clear_leftovers(tmp_path)
    assert (deletion.trash / "config.json").is_file()
    _age(deletion.trash, KEEP_SECONDS - HOUR)
    clear_leftovers(tmp_path)
    assert (deletion.trash / "config.json").is_file()
    _age(deletion.trash, KEEP_SECONDS + HOUR)
    clear_leftovers(tmp_path)
    assert not deletion.trash.exists()


def test_nothing_but_leftovers_is_removed(tmp_path: Path, run: Path) -> None:
    (tmp_path / TRASH).mkdir()
    clear_leftovers(tmp_path)
    clear_leftovers(tmp_path / "none")
    assert (run / "config.json").is_file()


def test_locks_of_windows_that_are_gone_are_removed_and_no_others(tmp_path: Path) -> None:
    owners = tmp_path / OWNERS
    owners.mkdir()
    for name, age in (("old", KEEP_SECONDS + HOUR), ("new", HOUR)):
        (owners / name).touch()
        _age(owners / name, age)
    lock = Lock(owners / "alive")
    assert lock.acquire()
    _age(owners / "alive", KEEP_SECONDS + HOUR)
    clear_leftovers(tmp_path)
    assert sorted(path.name for path in owners.iterdir()) == ["alive", "new"]
    lock.release()


def test_emptying_removes_only_what_is_named(tmp_path: Path, run: Path) -> None:
    trash = Trash(tmp_path)
    mine = trash.throw_away(run)
    run.mkdir()
    others = trash.throw_away(run)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    trash.empty([mine, DeletedRun(elsewhere), DeletedRun(run, elsewhere)])
    assert list((tmp_path / TRASH).iterdir()) == [others.trash]
    assert elsewhere.is_dir()


def test_a_run_that_cannot_be_moved_stays(
    tmp_path: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / TRASH).write_text("in the way", encoding="utf-8")
    trash = Trash(tmp_path)
    with pytest.raises(RunError, match="cannot be written"):
        trash.throw_away(run)
    assert (run / "config.json").is_file()
    (tmp_path / TRASH).unlink()

    def refuse(path: Path) -> None:
        raise OSError(1, "not permitted", str(path))

    monkeypatch.setattr("engine.training.trash.os.utime", refuse)
    with pytest.raises(RunError, match="not permitted"):
        trash.throw_away(run)
    assert (run / "config.json").is_file()  # what cannot be dated is not thrown away
    deletion = DeletedRun(run, tmp_path / TRASH / "gone")
    with pytest.raises(RunError):
        trash.put_back(deletion)
