"""`RunKeeper`: the runs of this machine: starting, queueing, stopping, resuming, deleting."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError, RunError
from engine.progress import Progress
from engine.training.lock import LOCK, Lock, is_held
from engine.training.plan import Plan
from engine.training.run import Run
from engine.training.run_folder import RunFolder, runs_dir, unwritable_run
from engine.training.status import State
from engine.training.trash import OWNERS, DeletedRun, Trash, clear_leftovers
from gui.kit.work import ShouldStop, start
from gui.training.run_process import RunProcess
from gui.training.run_watcher import RunWatcher, WatchedRun


class RunKeeper(QObject):
    """One training at a time, the others wait; every run is a folder, whoever made it.

    Signals:
        changed(): `runs` is another.
        checkpoint_added(Path): a run has another checkpoint.
        ended(Path): a training of this window has come to its end, however.
        failed(GatescopeError): something could not be done; all is as before.
        deleted(list[Deletion], list[str]): runs are gone, to be brought back by `restore`; their titles.
        followed(Path): a run from elsewhere is among those that are known.
        found_interrupted(list[WatchedRun]): once: runs of an earlier session that can be resumed.
    """

    changed = Signal()
    checkpoint_added = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    deleted = Signal(object, object)
    followed = Signal(object)
    found_interrupted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = runs_dir()
        self.runs: list[WatchedRun] = []
        self._owner = uuid.uuid4().hex
        self._lock: Lock | None = None
        self._queue: list[Path] = []
        self._process: RunProcess | None = None
        self._resumes = False  # the run whose process is ending goes on at once
        self._trash = Trash(self.folder)
        self._deletions: list[list[DeletedRun]] = []
        self.foreign: tuple[Path, ...] = ()
        self._own_runs: list[WatchedRun] = []
        self._foreign_runs: list[WatchedRun] = []
        self._ending: list[Path] = []  # their processes have ended, their folders not yet read
        self._first = True
        self._watcher = RunWatcher(self.folder, self.folder / OWNERS, self)
        self._watcher.runs_changed.connect(self._take_own)
        self._elsewhere = RunWatcher(None, self.folder / OWNERS, self)
        self._elsewhere.runs_changed.connect(self._take_foreign)

    def begin(self, foreign: Iterable[Path] = ()) -> None:
        """Look at the runs from now on, also at these from elsewhere."""
        self.foreign = tuple(foreign)
        threading.Thread(
            target=clear_leftovers, args=(self.folder,), name="clear leftovers", daemon=True
        ).start()
        self._watcher.begin()
        self._elsewhere.follow(self.foreign)

    # -- what there is -----------------------------------------------------------

    def find(self, path: Path | None) -> WatchedRun | None:
        """What is known of the run in a folder."""
        return next((each for each in self.runs if each.path == path), None)

    @property
    def training(self) -> Path | None:
        """The run that this window trains at the moment."""
        return None if self._process is None else self._process.path

    @property
    def is_stopping(self) -> bool:
        """Whether it has been asked to stop."""
        process = self._process
        return process is not None and (process.is_stopping or process.is_discarding)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """The runs that this window will train, the next one first."""
        return tuple(self._queue)

    def _take_own(self, watched: list[WatchedRun]) -> None:
        self._own_runs = watched
        self._take()
        if self._first:
            self._first = False
            broken_off = [each for each in watched if each.state == "interrupted"]
            if resumable := [each for each in broken_off if each.can_resume]:
                self.found_interrupted.emit(resumable)
        self._tell_ends()

    def _take_foreign(self, watched: list[WatchedRun]) -> None:
        self._foreign_runs = watched
        self._take()

    def _take(self) -> None:
        before = {each.path: each.run.checkpoints for each in self.runs}
        self.runs = [*self._own_runs, *self._foreign_runs]
        self.changed.emit()
        for each in self.runs:
            earlier = before.get(each.path)
            if each.run.checkpoints and each.run.checkpoints != earlier:
                self.checkpoint_added.emit(each.path)

    def _tell_ends(self) -> None:
        """Tell of the trainings whose folders have been read since their processes ended."""
        for path in list(self._ending):
            watched = self.find(path)
            if watched is None or not watched.is_active:
                self._ending.remove(path)
                self.ended.emit(path)

    # -- training ----------------------------------------------------------------

    def train(self, plan: Plan) -> Path | None:
        """Train a plan, after those that wait already.

        Returns the folder of the run, None if it could not be made (see `failed`).
        """
        title, path = self._fresh(plan.recipe.title), None
        with self._reporting(self.folder):
            self._own()
            path = RunFolder.create_in(self.folder, title, plan, self._owner).path
            self._enqueue(path)
        return path

    def resume(self, path: Path) -> None:
        """Go on with a run from its last epoch, after those that wait already."""
        if path in self._queue:
            return
        if path == self.training:  # it says "stopped" a moment before its process ends
            self._resumes = self.is_stopping
            return
        folder = RunFolder(path)
        with self._reporting(path):
            if is_held(path / LOCK):
                raise RunError("{name} is being trained in another window.", name=path.name)
            self._own()
            status = replace(folder.read().status, state="queued", owner=self._owner, error=None)
            folder.write_status(status)
            self._enqueue(path)

    def stop(self, path: Path) -> None:
        """End a training and keep its best weights; one that waits no longer does."""
        if self._process is not None and path == self._process.path:
            self._resumes = False
            self._process.stop()
            self.changed.emit()
        elif path in self._queue:
            self._queue.remove(path)
            self._say(path, "stopped")

    def cancel(self, path: Path) -> None:
        """End a training and discard the run; `restore` brings it back."""
        if self._process is not None and path == self._process.path:
            self._resumes = False
            self._process.discard()
        else:
            self.delete([path])

    def _enqueue(self, path: Path) -> None:
        self._queue.append(path)
        self._watcher.look()
        self._next()

    def _next(self) -> None:
        if self._process is not None or not self._queue:
            return
        process = self._process = RunProcess(self._queue.pop(0), self)
        process.ended.connect(self._finish)
        process.start()
        self.changed.emit()

    def _finish(self, error: RunError | None) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        path = process.path
        resumes, self._resumes = self._resumes, False
        self._let_go(path)
        if process.is_discarding:
            self.delete([path])
        elif error is not None:
            self.failed.emit(error)
        self._ending.append(path)
        self._watcher.look()
        self.changed.emit()
        self._tell_ends()
        if resumes and not process.is_discarding:
            self.resume(path)
        self._next()

    def _let_go(self, path: Path) -> None:
        """A run whose process ended before it began waits for nothing any more."""
        try:
            waits = RunFolder(path).read().status.state == "queued"
        except GatescopeError:
            return
        if waits and not is_held(path / LOCK):
            self._say(path, "stopped")

    def _say(self, path: Path, state: State) -> None:
        folder = RunFolder(path)
        with self._reporting(path):
            folder.write_status(replace(folder.read().status, state=state))
        self._watcher.look()

    @contextmanager
    def _reporting(self, path: Path) -> Iterator[None]:
        """Let `failed` say what goes wrong with a folder, and go on behind the block."""
        try:
            yield
        except GatescopeError as error:
            self.failed.emit(error)
        except OSError as error:
            self.failed.emit(unwritable_run(path, error))

    # -- renaming, deleting ------------------------------------------------------

    def rename(self, path: Path, title: str) -> str:
        """Give a run another title; returns the one before, "" if nothing was changed."""
        watched, title = self.find(path), title.strip()
        if watched is None or not title or title == watched.run.title:
            return ""
        before = ""
        with self._reporting(path):
            RunFolder(path).amend(title=title[:200])
            before = watched.run.title
            self._watcher.look()
        return before

    def delete(self, paths: Iterable[Path]) -> list[DeletedRun]:
        """Delete runs, and let go of those from elsewhere; `restore` brings them back."""
        deletions: list[DeletedRun] = []
        for path in paths:
            if path in self.foreign:
                self.foreign = tuple(each for each in self.foreign if each != path)
                deletions.append(DeletedRun(path))
                continue
            if (problem := self._why_not_delete(path)) is not None:
                self.failed.emit(problem)
                continue
            if path in self._queue:
                self._queue.remove(path)
                self._say(path, "stopped")  # brought back, it waits no longer
            with self._reporting(path):
                deletions.append(self._trash.throw_away(path))
        self._watcher.look()
        self._elsewhere.follow(self.foreign)
        if deletions:
            self._deletions.append(deletions)
            titles = {each.path: each.run.title for each in self.runs}
            names = [titles.get(each.path, each.path.name) for each in deletions]
            self.deleted.emit(deletions, names)
        return deletions

    def _why_not_delete(self, path: Path) -> RunError | None:
        watched = self.find(path)
        elsewhere = watched is not None and watched.state == "queued" and path not in self._queue
        recording = watched is not None and watched.run.plan is None and watched.is_active
        if path == self.training or is_held(path / LOCK) or recording:
            return RunError("A run that is being trained cannot be deleted. Stop it first.")
        if elsewhere:
            return RunError("This run waits in another window, and can be deleted there.")
        return None

    def restore_last(self) -> None:
        """Bring back what was deleted last."""
        if self._deletions:
            self.restore(self._deletions[-1])

    def restore(self, deletions: list[DeletedRun]) -> None:
        """Bring back what `delete` took away."""
        for each in deletions:
            if each.trash is None:
                self.foreign = (*self.foreign, each.path)
                continue
            with self._reporting(each.path):
                self._trash.put_back(each)
        self._deletions = [each for each in self._deletions if each is not deletions]
        self._watcher.look()
        self._elsewhere.follow(self.foreign)

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
            if path.parent != self.folder and path not in self.foreign:
                self.foreign = (*self.foreign, path)
            self._elsewhere.follow(self.foreign)
            self.followed.emit(path)

        start(self, work, done=done, failed=self.failed.emit)

    # -- the end -----------------------------------------------------------------

    def shut_down(self) -> None:
        """End everything: the training is interrupted, to be resumed; nothing is left behind."""
        self._queue.clear()
        self._watcher.stop()
        self._elsewhere.stop()
        process, self._process = self._process, None
        if process is not None:
            process.close()
        for deletions in self._deletions:
            self._trash.empty(deletions)
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
        taken = {each.run.title for each in self.runs}
        taken |= {_title_of(path) for path in (*self._queue, self.training) if path is not None}
        numbered = (f"{title} #{number}" for number in count(2))
        return next(each for each in chain([title], numbered) if each not in taken)


def _title_of(path: Path) -> str:
    try:
        return RunFolder(path).read().title
    except GatescopeError:
        return ""
