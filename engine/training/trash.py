"""`Trash`: where deleted runs lie until the window that deleted them closes.

Deleting a run moves its folder into the folder ``.trash`` of the runs, so that it can be
put back.  A window that closes empties what it threw away itself.  One that was killed
leaves it there: `clear_leftovers` of a later window removes it, but not before
`KEEP_SECONDS` have passed, in which a user who misses a run still finds it on the disk.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.atomic import replace
from engine.training.lock import is_held
from engine.training.run_folder import unwritable_run

OWNERS, TRASH = ".windows", ".trash"
"""Folders in that of the runs: the locks of open windows, and what was deleted."""

KEEP_SECONDS = 7 * 24 * 3600
"""How long deleted runs, and locks, stay that a window left which never closed properly."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DeletedRun:
    """A run that was deleted: where it was, and where it lies now.

    That is None for a run from elsewhere, which was only let go of.
    """

    path: Path
    trash: Path | None = None


class Trash:
    """The trash of a folder of runs."""

    def __init__(self, runs: Path) -> None:
        self._folder = runs / TRASH

    def throw_away(self, run: Path) -> DeletedRun:
        """Move a run's folder into the trash.

        Raises:
            RunError: it cannot be moved; it is where it was.
        """
        trash = self._folder / f"{uuid.uuid4().hex}-{run.name}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace(run, trash)
        except OSError as error:
            raise unwritable_run(run, error) from error
        try:
            os.utime(trash)  # it lies there from now on
        except OSError as error:
            replace(trash, run)
            raise unwritable_run(run, error) from error
        return DeletedRun(run, trash)

    def put_back(self, deletion: DeletedRun) -> None:
        """Move a run's folder back to where it was.

        Raises:
            RunError: it cannot be moved; it stays in the trash.
        """
        if deletion.trash is None:
            return
        try:
            replace(deletion.trash, deletion.path)
        except OSError as error:
            raise unwritable_run(deletion.path, error) from error

    def empty(self, deletions: Iterable[DeletedRun]) -> None:
        """Remove these runs for good."""
        for deletion in deletions:
            if deletion.trash is not None and deletion.trash.parent == self._folder:
                shutil.rmtree(deletion.trash, ignore_errors=True)


def clear_leftovers(runs: Path) -> None:
    """Remove what windows left that never closed, once it is old: trash, and their locks."""
    now = time.time()
    try:
        for path in _children(runs / TRASH):
            if now - path.stat().st_mtime > KEEP_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
        for path in _children(runs / OWNERS):
            if not is_held(path) and now - path.stat().st_mtime > KEEP_SECONDS:
                path.unlink()
    except OSError as error:
        _log.warning("what is left of old runs was not removed: %s", error)


def _children(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
