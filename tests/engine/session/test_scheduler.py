"""`Scheduler`: who is overtaken, what is dropped, what becomes a sentence."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import pytest

from engine.errors import GatescopeError, TextError
from engine.progress import ShouldStop
from engine.session.scheduler import Scheduler, as_sentence
from tests.engine.session.test_session import ByHand


class Owner:
    """What came of its jobs, in order."""

    def __init__(self, scheduler: Scheduler) -> None:
        self.scheduler = scheduler
        self.answers: list[object] = []

    def start(self, name: str, error: Exception | None = None) -> None:
        def work(should_stop: ShouldStop) -> str:
            if error is not None:
                raise error
            return f"{name} stopped" if should_stop() else name

        self.scheduler.start(work, self.answers.append, self.answers.append)


def test_without_an_executor_a_job_is_done_at_once() -> None:
    owner = Owner(Scheduler())
    owner.start("first")
    sentence = TextError("No.")
    owner.start("second", sentence)
    assert owner.answers == ["first", sentence]
    with pytest.raises(ZeroDivisionError):
        owner.start("third", ZeroDivisionError())


def test_a_newer_job_overtakes_and_is_told_of_by_the_older() -> None:
    hands = ByHand()
    owner = Owner(Scheduler(hands, lambda call: call()))
    owner.start("old")
    owner.start("new")
    old = hands.jobs[0][0]
    hands.run(0)
    assert old.result() == "old stopped" and owner.answers == []
    hands.run(0)
    assert owner.answers == ["new"]


def test_a_cancelled_job_answers_nobody() -> None:
    hands = ByHand()
    owner = Owner(Scheduler(hands, lambda call: call()))
    owner.start("job")
    owner.scheduler.cancel()
    hands.run()
    assert owner.answers == []
    owner.start("next")
    hands.run()
    assert owner.answers == ["next"]


@pytest.mark.logs_errors
def test_the_unforeseen_becomes_a_sentence_in_the_callers_thread(
    caplog: pytest.LogCaptureFixture,
) -> None:
    calls: SimpleQueue[object] = SimpleQueue()
    with ThreadPoolExecutor(1) as pool:
        owner = Owner(Scheduler(pool, calls.put))
        owner.start("job", ValueError("odd"))
        call = calls.get(timeout=10)
        assert owner.answers == []
        call()  # type: ignore[operator]
    (error,) = owner.answers
    assert isinstance(error, GatescopeError) and "odd" in str(error)
    assert "ValueError" in caplog.text


def test_a_sentence_fits_what_went_wrong_and_not_what_is_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Numbers have no shorter text, and nobody mends a fault of ours by reading less."""
    caplog.set_level(logging.CRITICAL)
    memory, fault = as_sentence(MemoryError()), as_sentence(ZeroDivisionError("by zero"))
    assert "memory" in str(memory) and "shorter" in str(memory)
    assert "ZeroDivisionError: by zero" in str(fault) and "shorter" not in str(fault)
    assert "text" not in f"{memory} {fault}"
    assert "(ZeroDivisionError)" in str(as_sentence(ZeroDivisionError()))
