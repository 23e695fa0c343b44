"""The first review while a network's words are still looked for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.networks import text_network


class Held(Executor):
    """Work that begins when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Any, /, *arguments: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()

        def run() -> None:
            try:
                future.set_result(work(*arguments, **options))
            except Exception as error:  # noqa: BLE001 - as an executor does
                future.set_exception(error)

        self.waiting.append(run)
        return future


def test_words_that_are_found_meanwhile_are_read_with(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(text_network("LSTM"), text="")
    session, held = window.session, Held()
    session.use(held, lambda call: call())
    window.services.reading.read_text("a good film")
    qtbot.waitUntil(lambda: bool(held.waiting))
    before = len(held.waiting)
    assert session.review is None and session.busy
    window.services.reading.dictionaries.changed.emit(session.panes[0].network)
    assert len(held.waiting) == before + 1, "the review is read anew, by the words of now"
    for run in held.waiting:
        run()
    assert session.panes[0].trace is not None
