"""`Scheduler`: one job at a time beside the caller."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TypeVar

from engine.errors import GatescopeError
from engine.progress import ShouldStop

Result = TypeVar("Result")
Deliver = Callable[[Callable[[], None]], None]
"""Brings a call from the executor's thread to the caller's own."""

_log = logging.getLogger(__name__)


class Scheduler:
    """Runs the jobs of one owner; a newer job overtakes the one before.

    An overtaken job is told to stop, and its answer is dropped, however late it comes.

    Args:
        executor: where jobs run; None runs them at once, in the caller's thread.
        deliver: brings the answer to the caller's thread; needed with an executor.

    Raises:
        ValueError: there is an executor, and no way back.
    """

    def __init__(self, executor: Executor | None = None, deliver: Deliver | None = None) -> None:
        self._key = 0
        self.use(executor, deliver)

    def use(self, executor: Executor | None, deliver: Deliver | None) -> None:
        """Run later jobs elsewhere; see the constructor."""
        if executor is not None and deliver is None:
            raise ValueError("an executor needs a way back: pass deliver")
        self._executor, self._deliver = executor, deliver

    def cancel(self) -> None:
        """Overtake the job under way by none."""
        self._key += 1

    def start(
        self,
        work: Callable[[ShouldStop], Result],
        done: Callable[[Result], None],
        failed: Callable[[GatescopeError], None],
    ) -> None:
        """Run a job in place of the one under way.

        Args:
            work: called in the executor's thread; asks its argument now and then whether
                it has been overtaken, and may then return anything.
            done: gets the result, in the caller's thread.
            failed: gets what went wrong, as a sentence, in the caller's thread.
        """
        self._key += 1
        key = self._key

        def is_overtaken() -> bool:
            return key != self._key

        if self._executor is None:
            try:
                result = work(is_overtaken)
            except GatescopeError as error:
                failed(error)
            else:
                done(result)
            return
        deliver = self._deliver
        assert deliver is not None

        def accept(future: Future[Result]) -> None:
            if is_overtaken():
                return
            error = future.exception()
            if error is None:
                done(future.result())
            else:
                failed(as_sentence(error))

        def hand_over(future: Future[Result]) -> None:
            if not future.cancelled():
                deliver(lambda: accept(future))

        self._executor.submit(work, is_overtaken).add_done_callback(hand_over)


def as_sentence(error: BaseException) -> GatescopeError:
    """What went wrong, for people; the unforeseen is logged as well, with its traceback."""
    if isinstance(error, GatescopeError):
        return error
    _log.error("a job failed", exc_info=error)
    if isinstance(error, MemoryError):
        return GatescopeError(
            "There is not enough memory to read it. Read something shorter, or show fewer networks."
        )
    return GatescopeError(
        "Reading failed by a fault of Gatescope ({reason}). Read something else, and please report "
        "this.",
        reason=f"{type(error).__name__}: {error}".removesuffix(": "),
    )
