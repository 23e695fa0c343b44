"""Work beside the window: answers once, in the GUI thread, and ends when it is told to."""

from __future__ import annotations

import time
from collections.abc import Generator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.progress import Progress
from gui.kit.work import Latest, ShouldStop, start, stop_all
from tests.gui.conftest import settle


@pytest.mark.logs_errors
def test_work_answers_in_the_gui_thread_and_not_after_it_was_cancelled(qtbot: QtBot) -> None:
    owner = QObject()
    done: list[object] = []
    failed: list[GatescopeError] = []

    def work(result: object):  # type: ignore[no-untyped-def]
        def make(should_stop: ShouldStop) -> Generator[Progress, None, object]:
            for step in range(20):
                yield Progress(step, 20, "Searching")
            if isinstance(result, Exception):
                raise result
            return result

        return make

    start(owner, work("a"), done=done.append, failed=failed.append)
    start(owner, work("b"), done=done.append, failed=failed.append).cancel()
    start(owner, work(GatescopeError("wrong {n}", n=1)), done=done.append, failed=failed.append)
    start(owner, work(RuntimeError("unforeseen")), done=done.append, failed=failed.append)
    qtbot.waitUntil(lambda: len(done) == 1 and len(failed) == 2, timeout=5000)
    assert done == ["a"]
    assert {str(error)[:9] for error in failed} == {"wrong 1", "Something"}
    assert [error.__traceback__ for error in failed] == [None, None], "it would hold the work"
    gone = QObject()
    start(gone, work("c"), done=done.append, failed=failed.append)
    shiboken6.delete(gone)
    qtbot.wait(50)
    assert stop_all()
    settle()
    assert done == ["a"]


def test_work_that_never_ends_by_itself_is_ended(qtbot: QtBot) -> None:
    def endless(should_stop: ShouldStop) -> Generator[Progress, None, None]:
        while True:
            time.sleep(0.001)
            yield Progress(0, 0, "Searching")

    owner = QObject()
    start(owner, endless, done=print, failed=print)
    assert stop_all(5.0)


def test_only_the_newest_work_answers_and_its_end_is_told(qtbot: QtBot) -> None:
    owner = QObject()
    done: list[object] = []
    failed: list[GatescopeError] = []
    told: list[Progress | None] = []
    latest = Latest(owner, told.append)

    def make(result: object):  # type: ignore[no-untyped-def]
        def steps(should_stop: ShouldStop) -> Generator[Progress, None, object]:
            yield Progress(0, 1, "Searching")
            if isinstance(result, GatescopeError):
                raise result
            return result

        return steps

    latest.start(make("a"), done.append, failed.append)
    latest.start(make("b"), done.append, failed.append)
    assert latest.is_busy and told == [None], "the first was given up"
    qtbot.waitUntil(lambda: done == ["b"], timeout=5000)
    assert not latest.is_busy and told[-1] is None
    latest.start(make(GatescopeError("wrong")), done.append, failed.append)
    qtbot.waitUntil(lambda: len(failed) == 1, timeout=5000)
    assert not latest.is_busy and told[-1] is None
    latest.start(make("c"), done.append, failed.append)
    latest.cancel()
    qtbot.wait(50)
    assert done == ["b"] and not latest.is_busy
    assert stop_all()
