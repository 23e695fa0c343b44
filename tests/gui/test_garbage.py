"""Qt's objects are taken apart in the GUI thread alone."""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.progress import Progress
from gui.kit.work import ShouldStop, Work, start


class _Item:
    """Notes which thread takes it apart, in a cycle as the items of a plot are."""

    def __init__(self, ends: list[str]) -> None:
        self.ends = ends
        self.itself: _Item | None = self

    def __del__(self) -> None:
        self.ends.append(threading.current_thread().name)


def test_threads_of_work_collect_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    def make(should_stop: ShouldStop) -> Generator[Progress, None, None]:
        for nth in range(20):
            yield Progress(nth, 20, "Reading")
            [[] for _ in range(5000)]  # so much that Python looks for garbage

    ends: list[str] = []
    answers: list[object] = []
    gc.collect()
    _Item(ends)
    start(owner := QObject(), make, done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    _garbage = [_Item([]) for _ in range(5000)]
    del _garbage
    qtbot.waitUntil(lambda: bool(ends))
    assert (owner, answers, ends) == (owner, [None], ["MainThread"])


def test_the_last_reference_to_what_work_holds_is_the_windows(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """Its owner has given it up while the thread still runs."""
    ends: list[str] = []
    go_on = threading.Event()
    work = _asks_of(_Item(ends), go_on)
    work.cancel()
    thread = work.thread
    del work
    go_on.set()
    assert thread is not None
    thread.join()
    assert ends == []
    qtbot.wait(1)
    gc.collect()
    assert ends == ["MainThread"]


def _asks_of(item: _Item, go_on: threading.Event) -> Work:
    item.itself = None

    def make(should_stop: ShouldStop) -> Generator[Progress, None, None]:
        go_on.wait(10)
        yield Progress(0, 1, "Reading")
        assert item.ends

    return start(QObject(), make, done=lambda _: None, failed=lambda _: None)
