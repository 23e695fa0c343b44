"""Long work beside the window: a generator that yields progress, run in a thread.

Answers come back in the GUI thread.  Work that was cancelled, or whose owner is gone,
answers nothing any more.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable, Generator
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from engine.errors import GatescopeError
from engine.progress import Progress, check

Result = TypeVar("Result")
ShouldStop = Callable[[], bool]
Make = Callable[[ShouldStop], Generator[Progress, None, Result]]

_SWITCH = 0.0005
"""Seconds a thread keeps the interpreter while work is under way.  With Python's own five
milliseconds a window that asks for the interpreter often, as Qt's does, would stutter."""

_log = logging.getLogger(__name__)
_lock = threading.Lock()
_running: set[Work] = set()
_kept: set[Work] = set()
"""Until their threads are gone: the last to hold a widget or a plot's item must be the GUI thread,
as Qt is taken apart where the last reference ends."""
_usual_switch = sys.getswitchinterval()


def unforeseen(error: Exception) -> GatescopeError:
    """What the window says of a fault that nobody thought of; it stands in the log, too."""
    _log.error("work failed", exc_info=error)
    return GatescopeError(
        "Something unforeseen went wrong ({reason}). Nothing was changed; try again.",
        reason=f"{type(error).__name__}: {error}",
    )


class Work:
    """Work under way; made by `start`."""

    def __init__(
        self,
        owner: QObject,
        make: Make[Any],
        done: Callable[[Any], object],
        failed: Callable[[GatescopeError], object],
        progressed: Callable[[Progress], object] | None,
    ) -> None:
        self._make, self._owner = make, owner
        self._done, self._failed, self._progressed = done, failed, progressed
        self._cancelled = threading.Event()
        self._latest: Progress | None = None
        self._post = _poster()
        self.thread: threading.Thread | None = None

    @property
    def cancelled(self) -> bool:
        """Whether its answer is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask it to stop; from now on it answers nothing."""
        self._cancelled.set()

    def _wanted(self) -> bool:
        return not self.cancelled and shiboken6.isValid(self._owner)

    # -- in the thread -----------------------------------------------------------

    def run(self) -> None:
        """Carry it out, and answer; all that the thread does."""
        try:
            self._carry_out()
        finally:
            with _lock:
                _running.discard(self)
                if not _running:
                    sys.setswitchinterval(_usual_switch)
            self._post(self._forget)

    def _carry_out(self) -> None:
        answer, value = self._failed, None
        try:
            steps = self._make(self._cancelled.is_set)
            while not self.cancelled:
                self._tell(next(steps))
            steps.close()
            return
        except StopIteration as end:
            answer, value = self._done, end.value
        except GatescopeError as error:
            value = error.let_go()
        except Exception as error:  # noqa: BLE001 - a fault must reach the window, not vanish
            value = unforeseen(error)
        self._post(lambda: self._answer(answer, value))

    def _tell(self, progress: Progress) -> None:
        """Pass progress on; what the window has not seen yet is overwritten, not queued."""
        if self._progressed is None:
            return
        with _lock:
            waiting = self._latest is not None
            self._latest = progress
        if not waiting:
            self._post(self._show)

    # -- in the GUI thread -------------------------------------------------------

    def _forget(self) -> None:
        assert self.thread is not None
        self.thread.join()
        _kept.discard(self)

    def _show(self) -> None:
        with _lock:
            progress, self._latest = self._latest, None
        if self._wanted() and self._progressed is not None and progress is not None:
            self._progressed(progress)

    def _answer(self, call: Callable[[Any], object], value: object) -> None:
        if self._wanted():
            self._cancelled.set()  # it answers once
            call(value)


def start(
    owner: QObject,
    make: Make[Any],
    *,
    done: Callable[[Any], object],
    failed: Callable[[GatescopeError], object],
    progressed: Callable[[Progress], object] | None = None,
) -> Work:
    """Begin work beside the window; called in the GUI thread, returns at once.

    Args:
        owner: whose work it is; when it is deleted, the answer is dropped.
        make: takes ``should_stop`` and returns the generator that does the work.
        done: called in the GUI thread with what the generator returns.
        failed: called there with the error it raised instead.
        progressed: called there with how far it has come.
    """
    work = Work(owner, make, done, failed, progressed)
    work.thread = threading.Thread(target=work.run, name="gatescope-work", daemon=True)
    _kept.add(work)
    with _lock:
        _running.add(work)
        sys.setswitchinterval(_SWITCH)
    work.thread.start()
    return work


def ask_window(call: Callable[[], Result], should_stop: ShouldStop) -> Result:
    """Let the GUI thread call something, and wait for what it returns; in a thread of work.

    Raises:
        Cancelled: the work is to stop; the call may never be made.
    """
    answered = threading.Event()
    answers: list[Result] = []
    errors: list[Exception] = []

    def answer() -> None:
        try:
            if not should_stop():
                answers.append(call())
        except Exception as error:  # noqa: BLE001 - raised where the answer is awaited
            errors.append(error)
        answered.set()

    _poster()(answer)
    while not answered.wait(0.05):
        check(should_stop)
    if errors:
        raise errors[0]
    check(should_stop)
    return answers[0]


class Latest:
    """Work of which the newest alone counts: what begins takes the place of what was under way.

    See `start`; ``progressed`` is also called with None when it ends or is given up.
    """

    def __init__(
        self, owner: QObject, progressed: Callable[[Progress | None], object] | None = None
    ) -> None:
        self._owner, self._progressed = owner, progressed
        self._work: Work | None = None

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def start(
        self,
        make: Make[Any],
        done: Callable[[Any], object],
        failed: Callable[[GatescopeError], object],
    ) -> None:
        """Begin; the arguments are those of `start`."""

        def then(answer: Callable[[Any], object]) -> Callable[[Any], None]:
            def call(value: Any) -> None:
                self._end()
                answer(value)

            return call

        self.cancel()
        self._work = start(
            self._owner, make, done=then(done), failed=then(failed), progressed=self._progressed
        )

    def cancel(self) -> None:
        """Give up what is under way, if anything is."""
        if self._work is not None:
            self._work.cancel()
            self._end()

    def _end(self) -> None:
        self._work = None
        if self._progressed is not None:
            self._progressed(None)


def stop_all(timeout: float = 5.0) -> bool:
    """Cancel all work and wait for its threads; whether all have ended within so many seconds."""
    with _lock:
        works = list(_running)
    for work in works:
        work.cancel()
    end = time.monotonic() + timeout
    for work in works:
        if work.thread is not None:
            work.thread.join(max(0.0, end - time.monotonic()))
    return not any(work.thread is not None and work.thread.is_alive() for work in works)


# -- from a thread to the GUI thread -----------------------------------------------


class _Receiver(QObject):
    """Lives as long as the application and runs what arrives, in its thread."""

    called = Signal(object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.called.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def _run(self, call: Callable[[], None]) -> None:
        call()


_receiver: _Receiver | None = None


def _poster() -> Callable[[Callable[[], None]], None]:
    """What brings a call to the GUI thread."""
    global _receiver
    if _receiver is None or not shiboken6.isValid(_receiver):
        _receiver = _Receiver(QCoreApplication.instance())
    receiver = _receiver

    def post(call: Callable[[], None]) -> None:
        # Without an application there is no one left to tell.
        if shiboken6.isValid(receiver):
            receiver.called.emit(call)

    return post
