"""`RunKeeper`: the runs of this machine: starting, queueing, stopping, resuming, deleting."""

from __future__ import annotations

import logging
import os
import re
import shutil
import threading
import time
import uuid
from collections.abc import Generator, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from engine.atomic import replace as replace_path
from engine.atomic import unwritable
from engine.errors import GatescopeError, RunError
from engine.progress import Progress
from engine.training.lock import LOCK, Lock, is_held
from engine.training.outline import outline
from engine.training.places import runs_dir
from engine.training.plan import Plan
from engine.training.run_folder import Run, RunFolder
from engine.training.status import State, Status
from gui.kit.child import last_line, python_process
from gui.kit.work import ShouldStop, start
from gui.training.run_watcher import Known, RunWatcher

OWNERS, TRASH = ".windows", ".trash"

PATIENCE = 30_000
"""Milliseconds in which a process that was asked to stop comes to the end of a batch."""

KEPT = 7 * 24 * 3600
"""Seconds that deleted runs stay in the trash of a window that never closed properly."""

_log = logging.getLogger(__name__)

Deleted = list[tuple[Path, Path]]
"""Where each deleted run was, and where it lies now."""


class RunKeeper(QObject):
    """One training at a time, the others wait; every run is a folder, whoever made it.

    Signals:
        changed(): `known` is another.
        kept(Path): a run has another checkpoint.
        ended(Path): a training of this window has come to its end, however.
        failed(GatescopeError): something could not be done; all is as before.
        deleted(Deleted, list[str]): runs are gone, to be brought back by `restore`; their titles.
        followed(Path): a run from elsewhere is among those that are known.
        found_interrupted(list[Known]): once: runs of an earlier session that can be resumed.
    """

    changed = Signal()
    kept = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    deleted = Signal(object, object)
    followed = Signal(object)
    found_interrupted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = runs_dir()
        self.known: list[Known] = []
        self._owner = uuid.uuid4().hex
        self._lock: Lock | None = None
        self._queue: list[Path] = []
        self._process: QProcess | None = None
        self._training: Path | None = None
        self._stopping = self._discarding = False
        self._deletions: list[Deleted] = []
        self._foreign: tuple[Path, ...] = ()
        self._own_known: list[Known] = []
        self._foreign_known: list[Known] = []
        self._ending: list[Path] = []  # their processes have ended, their folders not yet read
        self._first = True
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._kill)
        self._watcher = RunWatcher(self.folder, self.folder / OWNERS, self)
        self._watcher.found.connect(self._take_own)
        self._elsewhere = RunWatcher(None, self.folder / OWNERS, self)
        self._elsewhere.found.connect(self._take_foreign)

    def begin(self, foreign: Iterable[Path] = ()) -> None:
        """Look at the runs from now on, also at these from elsewhere."""
        self._foreign = tuple(foreign)
        threading.Thread(target=_sweep, args=(self.folder,), name="sweep", daemon=True).start()
        self._watcher.begin()
        self._elsewhere.follow(self._foreign)

    # -- what there is -----------------------------------------------------------

    def find(self, path: Path | None) -> Known | None:
        """What is known of the run in a folder."""
        return next((each for each in self.known if each.path == path), None)

    @property
    def training(self) -> Path | None:
        """The run that this window trains at the moment."""
        return self._training

    @property
    def is_stopping(self) -> bool:
        """Whether it has been asked to stop."""
        return self._stopping or self._discarding

    @property
    def waiting(self) -> tuple[Path, ...]:
        """The runs that this window will train, the next one first."""
        return tuple(self._queue)

    @property
    def foreign(self) -> tuple[Path, ...]:
        """The folders that are followed from elsewhere."""
        return self._foreign

    def _take_own(self, known: list[Known]) -> None:
        self._own_known = known
        self._take()
        if self._first:
            self._first = False
            found = [each for each in known if each.state == "interrupted" and each.can_resume]
            if found:
                self.found_interrupted.emit(found)
        self._tell_ends()

    def _take_foreign(self, known: list[Known]) -> None:
        self._foreign_known = known
        self._take()

    def _take(self) -> None:
        before = {each.path: each.run.checkpoints for each in self.known}
        self.known = [*self._own_known, *self._foreign_known]
        self.changed.emit()
        for each in self.known:
            earlier = before.get(each.path)
            if each.run.checkpoints and each.run.checkpoints != earlier:
                self.kept.emit(each.path)

    def _tell_ends(self) -> None:
        """Tell of the trainings whose folders have been read since their processes ended."""
        for path in list(self._ending):
            known = self.find(path)
            if known is None or not known.is_active:
                self._ending.remove(path)
                self.ended.emit(path)

    # -- training ----------------------------------------------------------------

    def train(self, plan: Plan) -> Path | None:
        """Train a plan, after those that wait already.

        Returns:
            the folder of the run, None if it could not be made (see `failed`).
        """
        recipe = plan.recipe
        title = self._fresh(recipe.title)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")[:-3]
        path = self.folder / f"{stamp}-{_slug(title)}"
        rows = outline(recipe).rows
        try:
            self._own()
            RunFolder.create(
                path,
                title,
                plan=plan,
                epochs=recipe.epochs,
                layers=[(row.layer, row.shape, row.parameters) for row in rows],
                settings={
                    "optimizer": recipe.optimizer,
                    "learning_rate": recipe.learning_rate,
                    "batch": recipe.batch,
                },
                status=Status(owner=self._owner, updated=time.time()),
            )
        except OSError as error:
            self.failed.emit(unwritable(path, error))
            return None
        self._enqueue(path)
        return path

    def resume(self, path: Path) -> None:
        """Go on with a run from its last epoch, after those that wait already."""
        if path == self._training or path in self._queue:
            return
        folder = RunFolder(path)
        try:
            if is_held(path / LOCK):
                raise RunError("{name} is being trained in another window.", name=path.name)
            self._own()
            status = replace(folder.read().status, state="queued", owner=self._owner, error=None)
            folder.write_status(status)
        except GatescopeError as error:
            self.failed.emit(error)
            return
        except OSError as error:
            self.failed.emit(unwritable(path, error))
            return
        self._enqueue(path)

    def stop(self, path: Path) -> None:
        """End a training and keep its best weights; one that waits no longer does."""
        if path == self._training and self._process is not None:
            self._stopping = True
            self._process.write(b"stop\n")
            self._limit.start(PATIENCE)
            self.changed.emit()
        elif path in self._queue:
            self._queue.remove(path)
            self._say(path, "stopped")

    def cancel(self, path: Path) -> None:
        """End a training and discard the run; `restore` brings it back."""
        if path == self._training and self._process is not None:
            self._discarding = True
            self._kill()
        else:
            self.delete([path])

    def _enqueue(self, path: Path) -> None:
        self._queue.append(path)
        self._watcher.look()
        self._next()

    def _next(self) -> None:
        if self._process is not None or not self._queue:
            return
        path = self._queue.pop(0)
        process = python_process(self, "-m", "engine.training.worker", str(path))
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed_to_start)
        self._process, self._training = process, path
        process.start()
        self.changed.emit()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, path = self._process, self._training
        if process is None or path is None:
            return
        said = last_line(process).removeprefix("gatescope: ")
        crashed = status != QProcess.ExitStatus.NormalExit
        stopping, discarding = self._stopping, self._discarding
        self._forget()
        process.deleteLater()
        self._let_go(path)
        if discarding:
            self.delete([path])
        elif crashed and stopping:
            self.failed.emit(
                RunError(
                    "The training did not stop by itself and was ended. Every epoch that had "
                    "ended is kept: resume the run to go on."
                )
            )
        elif crashed:
            self.failed.emit(
                RunError(
                    "The training process was ended from outside. Every epoch that had ended is "
                    "kept: resume the run to go on."
                )
            )
        elif code:  # what TensorFlow prints although all went well does not count
            self.failed.emit(self._error_of(path, code, said))
        self._ending.append(path)
        self._watcher.look()
        self.changed.emit()
        self._tell_ends()
        self._next()

    def _let_go(self, path: Path) -> None:
        """A run whose process ended before it began waits for nothing any more."""
        try:
            waits = RunFolder(path).read().status.state == "queued"
        except GatescopeError:
            return
        if waits and not is_held(path / LOCK):
            self._say(path, "stopped")

    def _error_of(self, path: Path, code: int, said: str) -> GatescopeError:
        """The error that the run's folder tells, or what the process said, or its code."""
        try:
            error = RunFolder(path).read().status.error
            if error is not None:
                return RunError(error[0], **error[1])
        except (GatescopeError, KeyError, IndexError, ValueError):
            pass
        return RunError(
            "The training failed: {reason}", reason=said or f"its process ended with code {code}"
        )

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart or self._process is None:
            return
        process, path = self._process, self._training
        self._forget()
        process.deleteLater()
        if path is not None:
            self._say(path, "stopped")
        self.failed.emit(RunError("Python could not be started, so nothing is trained."))

    def _forget(self) -> None:
        """The process is no more."""
        self._process = self._training = None
        self._stopping = self._discarding = False
        self._limit.stop()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _say(self, path: Path, state: State) -> None:
        folder = RunFolder(path)
        try:
            folder.write_status(replace(folder.read().status, state=state))
        except GatescopeError as error:
            self.failed.emit(error)
        except OSError as error:
            self.failed.emit(unwritable(path, error))
        self._watcher.look()

    # -- renaming, deleting ------------------------------------------------------

    def rename(self, path: Path, title: str) -> str:
        """Give a run another title.

        Returns:
            the title before, "" if nothing was changed.
        """
        known, title = self.find(path), title.strip()
        if known is None or not title or title == known.run.title:
            return ""
        try:
            RunFolder(path).rename(title[:200])
        except GatescopeError as error:
            self.failed.emit(error)
            return ""
        except OSError as error:
            self.failed.emit(unwritable(path, error))
            return ""
        self._watcher.look()
        return known.run.title

    def delete(self, paths: Iterable[Path]) -> Deleted:
        """Delete runs, and let go of those from elsewhere; `restore` brings them back."""
        gone: Deleted = []
        for path in paths:
            if path in self._foreign:
                self._foreign = tuple(each for each in self._foreign if each != path)
                gone.append((path, path))
                continue
            problem = self._why_not_delete(path)
            if problem is not None:
                self.failed.emit(problem)
                continue
            if path in self._queue:
                self._queue.remove(path)
                self._say(path, "stopped")  # brought back, it waits no longer
            trash = self.folder / TRASH / f"{uuid.uuid4().hex}-{path.name}"
            try:
                trash.parent.mkdir(parents=True, exist_ok=True)
                replace_path(path, trash)
                os.utime(trash)  # it lies there from now on
            except OSError as error:
                self.failed.emit(unwritable(path, error))
                continue
            gone.append((path, trash))
        self._watcher.look()
        self._elsewhere.follow(self._foreign)
        if gone:
            self._deletions.append(gone)
            titles = {each.path: each.run.title for each in self.known}
            self.deleted.emit(gone, [titles.get(path, path.name) for path, _ in gone])
        return gone

    def _why_not_delete(self, path: Path) -> RunError | None:
        known = self.find(path)
        elsewhere = known is not None and known.state == "queued" and path not in self._queue
        recording = known is not None and known.run.plan is None and known.is_active
        if path == self._training or is_held(path / LOCK) or recording:
            return RunError("A run that is being trained cannot be deleted. Stop it first.")
        if elsewhere:
            return RunError("This run waits in another window, and can be deleted there.")
        return None

    def restore_last(self) -> None:
        """Bring back what was deleted last."""
        if self._deletions:
            self.restore(self._deletions[-1])

    def restore(self, gone: Deleted) -> None:
        """Bring back what `delete` took away."""
        for path, trash in gone:
            if path == trash:
                self._foreign = (*self._foreign, path)
                continue
            try:
                replace_path(trash, path)
            except OSError as error:
                self.failed.emit(unwritable(path, error))
        self._deletions = [each for each in self._deletions if each is not gone]
        self._watcher.look()
        self._elsewhere.follow(self._foreign)

    # -- runs from elsewhere -----------------------------------------------------

    def follow(self, path: Path) -> None:
        """Follow the run in a folder, wherever it is trained; `followed` says that it is one.

        Its disk may be slow, or gone: it is asked beside the window.
        """
        path = path.absolute()

        def work(should_stop: ShouldStop) -> Generator[Progress, None, Run]:
            yield Progress(0, 0, "Reading the run")
            return RunFolder(path).read()

        def done(run: Run) -> None:
            if path.parent != self.folder and path not in self._foreign:
                self._foreign = (*self._foreign, path)
            self._elsewhere.follow(self._foreign)
            self.followed.emit(path)

        start(self, work, done=done, failed=self.failed.emit)

    # -- the end -----------------------------------------------------------------

    def shut_down(self) -> None:
        """End everything: the training is interrupted, to be resumed; nothing is left behind."""
        self._queue.clear()
        self._watcher.stop()
        self._elsewhere.stop()
        process, self._process, self._training = self._process, None, None
        if process is not None:
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._failed_to_start)
            process.closeWriteChannel()  # it ends by itself; what is on the disk is whole
            if not process.waitForFinished(3000):
                process.kill()
                process.waitForFinished(3000)
            process.deleteLater()
        for _, trash in (each for gone in self._deletions for each in gone):
            if trash.parent.name == TRASH:
                shutil.rmtree(trash, ignore_errors=True)
        if self._lock is not None:
            self._lock.release()
            self._lock.path.unlink(missing_ok=True)

    def _own(self) -> None:
        """Show other windows that this one lives, and with it the runs that wait here."""
        if self._lock is None:
            (self.folder / OWNERS).mkdir(parents=True, exist_ok=True)
            self._lock = Lock(self.folder / OWNERS / self._owner)
            self._lock.acquire()

    def _fresh(self, title: str) -> str:
        """A title that no other run has."""
        taken = {each.run.title for each in self.known}
        waiting = [*self._queue, *([self._training] if self._training else [])]
        taken |= {_title_of(path) for path in waiting}
        number, fresh = 1, title
        while fresh in taken:
            number += 1
            fresh = f"{title} #{number}"
        return fresh


def is_run(path: Path) -> bool:
    """Whether a folder looks like a run's."""
    return path.is_dir() and (path / "config.json").is_file() and (path / "checkpoints").is_dir()


def best_or_newest(run: Run) -> int:
    """Which checkpoint to show of a run: the best of one that has ended, else the newest."""
    best = run.best
    if run.ended and best is not None:
        for place, each in enumerate(run.checkpoints):
            if (each.epoch, each.batch) == (best["epoch"], 0):
                return place
    return len(run.checkpoints) - 1


def _title_of(path: Path) -> str:
    try:
        return RunFolder(path).read().title
    except GatescopeError:
        return ""


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower().replace("×", "x")).strip("-")[:40] or "run"


def _sweep(folder: Path) -> None:
    """Remove what windows left that never closed: old trash, and their locks."""
    try:
        for path in _inside(folder / TRASH):
            if time.time() - path.stat().st_mtime > KEPT:
                shutil.rmtree(path, ignore_errors=True)
        for path in _inside(folder / OWNERS):
            if not is_held(path) and time.time() - path.stat().st_mtime > KEPT:
                path.unlink()
    except OSError as error:
        _log.warning("what is left of old runs was not removed: %s", error)


def _inside(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
