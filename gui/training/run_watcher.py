"""`RunWatcher`: looks at the folders of the runs, beside the window, and tells what changed.

It polls: that also works where a folder lies on another machine's disk, of whose changes
no one tells.  A disk that hangs holds up neither the window nor, as runs from elsewhere
have a watcher of their own, what is trained here.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import GatescopeError, RunError
from engine.training.lock import LOCK, is_held
from engine.training.run import Run
from engine.training.run_folder import CONFIG, RunFolder
from engine.training.status import State, Status

OFTEN, SELDOM = 0.25, 2.0
"""Seconds between two looks, while something is going on and while nothing is."""

SILENT = 60.0
"""Seconds after which a followed run that says nothing new is called silent."""

OLD = 300.0
"""Seconds since a run was last written, by its own clock, after which it is not waited for."""

RunState = State | Literal["silent", "interrupted", "damaged"]
"""What a run says, or what is known of one that says it no longer."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class WatchedRun:
    """What is known of a run.

    Attributes:
        run: as its folder says; of a damaged one only path and title are right.
        state: what it says, held against whether anyone is at work on it.
        foreign: it is followed from elsewhere, and not Gatescope's own.
        problem: why it is damaged.
    """

    run: Run
    state: RunState
    foreign: bool = False
    problem: GatescopeError | None = None

    @property
    def path(self) -> Path:
        """The folder."""
        return self.run.path

    @property
    def is_active(self) -> bool:
        """Whether something is going on."""
        return self.state in ("queued", "preparing", "running")

    @property
    def can_resume(self) -> bool:
        """Whether it may be gone on with here."""
        if self.foreign or self.run.plan is None:
            return False
        # One that was broken off after its last epoch has no best weights in place yet.
        is_over = len(self.run.history) >= self.run.epochs
        return self.state in ("interrupted", "failed") or (self.state == "stopped" and not is_over)


class RunWatcher(QObject):
    """Reads what has changed in a thread of its own; tells of all runs, the oldest first, only when
    something is other.

    Args:
        folder: whose runs are Gatescope's own; None for a watcher of runs from elsewhere.
        owners: the folder of the locks of open windows.
    """

    runs_changed = Signal(object)
    _seen = Signal(object)

    def __init__(self, folder: Path | None, owners: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._owners = folder, owners
        self._foreign: tuple[Path, ...] = ()
        self._wake = threading.Event()
        self._ending = False
        self._runs: dict[Path, tuple[object, Run, GatescopeError | None]] = {}
        self._moved: dict[Path, float] = {}
        self._last: list[WatchedRun] | None = None
        self._thread: threading.Thread | None = None
        self._seen.connect(self.runs_changed, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Look from now on."""
        self._thread = threading.Thread(target=self._watch, name="run-watcher", daemon=True)
        self._thread.start()

    def look(self) -> None:
        """Look now."""
        self._wake.set()

    def follow(self, foreign: tuple[Path, ...]) -> None:
        """From now on look at these folders from elsewhere."""
        self._foreign = foreign
        if foreign and self._thread is None:
            self.begin()
        self._wake.set()

    def stop(self) -> None:
        """Look no more; a disk that hangs is not waited for."""
        self._ending = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(2.0)

    # -- in the thread -----------------------------------------------------------

    def _watch(self) -> None:
        while not self._ending:
            self._wake.clear()
            try:
                known = self.scan()
            except Exception:  # noqa: BLE001 - one folder must not end the watching of all
                _log.exception("the runs cannot be looked at")
                known = self._last or []
            if known != self._last and not self._ending:
                self._last = known
                self._seen.emit(known)
            self._wake.wait(OFTEN if any(each.is_active for each in known) else SELDOM)

    def scan(self) -> list[WatchedRun]:
        """All runs as they are now, the oldest first."""
        paths = list(self._foreign) if self._folder is None else _runs_in(self._folder)
        for path in set(self._runs) - set(paths):
            del self._runs[path]
        return [self._look_at(path) for path in paths]

    def _look_at(self, path: Path) -> WatchedRun:
        foreign = self._folder is None
        try:
            folder = RunFolder(path)
            stamp = folder.stamp()
            before = self._runs.get(path)
            if before is None or before[0] != stamp:
                self._moved[path] = time.monotonic() if before is not None else float("-inf")
                self._runs[path] = stamp, folder.read(), None
            run = self._runs[path][1]
            return WatchedRun(run, self._state(run, foreign=foreign), foreign)
        except GatescopeError as error:
            problem = error
        except Exception as error:  # noqa: BLE001 - a strange folder must not blind the others
            _log.warning("the run %s cannot be looked at: %s", path, error)
            problem = RunError(
                "The run {name} cannot be read: {reason}. Is its disk still there?",
                name=path.name,
                reason=f"{type(error).__name__}: {error}"[:200],
            )
        self._runs.pop(path, None)  # a disk may come back
        unknown = Run(path, path.name, "", None, 0, (), {}, Status(), (), ())
        return WatchedRun(unknown, "damaged", foreign, problem)

    def _state(self, run: Run, *, foreign: bool) -> RunState:
        if run.ended:
            return run.status.state
        if foreign or run.plan is None:
            # Its lock says nothing: it may be another machine's, or have none.
            moved = time.monotonic() - self._moved[run.path] < SILENT
            fresh = abs(time.time() - run.status.updated) < OLD
            is_at_work = moved or (fresh and self._moved[run.path] == float("-inf"))
            return run.status.state if is_at_work else "silent"
        if run.status.state == "queued":
            owner = run.status.owner
            return "queued" if owner and is_held(self._owners / owner) else "interrupted"
        return run.status.state if is_held(run.path / LOCK) else "interrupted"


def _runs_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".") and (path / CONFIG).exists()
    )
