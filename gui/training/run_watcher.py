"""`RunWatcher`: looks at the folders of the runs, beside the window, and tells what changed.

It polls: that also works where a folder lies on another machine's disk, of whose changes
no one tells, and a disk that hangs does not hold up the window.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import GatescopeError
from engine.training.lock import LOCK, is_held
from engine.training.run_folder import CONFIG, Run, RunFolder
from engine.training.status import Status

OFTEN, SELDOM = 0.25, 2.0
"""Seconds between two looks, while something is going on and while nothing is."""

SILENT = 60.0
"""Seconds after which a followed run that says nothing new is called silent."""

OLD = 600.0
"""Seconds since a run was last written, by its own clock, after which it is not waited for."""

RunState = Literal[
    "queued",
    "preparing",
    "running",
    "silent",
    "finished",
    "stopped",
    "interrupted",
    "failed",
    "damaged",
]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Known:
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
        return (
            not self.foreign
            and self.state in ("interrupted", "stopped", "failed")
            and self.run.plan is not None
            and len(self.run.history) < self.run.epochs
        )


class RunWatcher(QObject):
    """Reads what has changed in a thread of its own.

    Signals:
        found(list[Known]): all runs, the oldest first; only when something is other.
    """

    found = Signal(object)
    _seen = Signal(object)

    def __init__(self, folder: Path, owners: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._owners = folder, owners
        self._foreign: tuple[Path, ...] = ()
        self._wake = threading.Event()
        self._ending = False
        self._runs: dict[Path, tuple[object, Run, GatescopeError | None]] = {}
        self._moved: dict[Path, float] = {}
        self._last: list[Known] | None = None
        self._thread: threading.Thread | None = None
        self._seen.connect(self.found, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Look from now on."""
        self._thread = threading.Thread(target=self._watch, name="run-watcher", daemon=True)
        self._thread.start()

    def look(self, foreign: tuple[Path, ...] | None = None) -> None:
        """Look now, from now on also at these folders from elsewhere."""
        if foreign is not None:
            self._foreign = foreign
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
            except OSError as error:
                _log.warning("the runs cannot be looked at: %s", error)
                known = self._last or []
            if known != self._last and not self._ending:
                self._last = known
                self._seen.emit(known)
            self._wake.wait(OFTEN if any(each.is_active for each in known) else SELDOM)

    def scan(self) -> list[Known]:
        """All runs as they are now, the oldest first."""
        own = []
        if self._folder.is_dir():
            own = sorted(
                path
                for path in self._folder.iterdir()
                if not path.name.startswith(".") and (path / CONFIG).exists()
            )
        foreign = [path for path in self._foreign if path not in own]
        known = [self._look_at(path, foreign=False) for path in own]
        known += [self._look_at(path, foreign=True) for path in foreign]
        for path in set(self._runs) - set(own) - set(foreign):
            del self._runs[path]
        return known

    def _look_at(self, path: Path, *, foreign: bool) -> Known:
        folder = RunFolder(path)
        stamp = folder.stamp()
        before = self._runs.get(path)
        if before is None or before[0] != stamp:
            self._moved[path] = time.monotonic() if before is not None else float("-inf")
            try:
                self._runs[path] = stamp, folder.read(), None
            except GatescopeError as error:
                self._runs[path] = stamp, _unknown(path), error
        _, run, problem = self._runs[path]
        if problem is not None:
            return Known(run, "damaged", foreign, problem)
        return Known(run, self._state(run, foreign=foreign), foreign)

    def _state(self, run: Run, *, foreign: bool) -> RunState:
        if run.ended:
            return run.status.state
        if foreign:
            moved = time.monotonic() - self._moved[run.path] < SILENT
            fresh = time.time() - run.status.updated < OLD
            is_at_work = moved or (fresh and self._moved[run.path] == float("-inf"))
            # Its lock says nothing here: it may be another machine's.
            return run.status.state if is_at_work else "silent"
        if run.status.state == "queued":
            owner = run.status.owner
            return "queued" if owner and is_held(self._owners / owner) else "interrupted"
        return run.status.state if is_held(run.path / LOCK) else "interrupted"


def _unknown(path: Path) -> Run:
    return Run(path, path.name, "", None, 0, (), {}, Status(), (), ())
