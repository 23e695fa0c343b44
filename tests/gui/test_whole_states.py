"""The window goes from one whole state to the next: what is read is for what is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, settle
from tests.networks import text_network

NUMBERS = "date,a\n" + "\n".join(f"2024-01-{day:02},{day}" for day in range(1, 31))


def disagreements(window: MainWindow) -> list[str]:
    """What is read that no network reads."""
    session = window.session
    reads = {pane.network.reads_words for pane in session.panes}
    found = []
    if session.source is not None and session.reads_numbers and reads == {True}:
        found.append("numbers are read")
    if session.review is not None and reads == {False}:
        found.append("a review is read")
    return found


def seen(window: MainWindow) -> list[str]:
    """What is seen, between two events, that no network reads."""
    reads = {pane.network.reads_words for pane in window.session.panes}
    reading, has_steps = window.reading_view, window.session.steps > 0
    found = []
    if reads == {True} and reading.strip.isVisible():
        found.append("numbers are shown")
    if reads == {True} and "number" in reading.header._facts.text():
        found.append("the header counts numbers")
    if reads == {False} and has_steps and reading.words.isVisible():
        found.append("words are shown")
    return found


@pytest.mark.parametrize("to_words", [True, False])
@pytest.mark.parametrize("file", ["", "own.keras"])
def test_what_no_network_reads_is_never_shown(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, to_words: bool, file: str
) -> None:
    path = tmp_path / file if file else None  # of one in a file the words are looked for
    text, numbers = replace(text_network("LSTM"), path=path), numbers_network()
    window = make_window(numbers if to_words else text_network("GRU"), text="")
    session, services = window.session, window.services
    if to_words:
        services.numbers.paste(NUMBERS)
        qtbot.waitUntil(lambda: session.reads_numbers and window.reading_view.strip.isVisible())
    else:
        services.reading.read_text("a good film")
        qtbot.waitUntil(lambda: session.review is not None)
    services.work_in_background()
    found: list[str] = []

    def look(*_: object) -> None:
        found.extend(disagreements(window))

    events = (session.panes_changed, session.traces_changed, session.step_changed)
    for event in (*events, session.busy_changed, session.focus_changed):
        event.connect(look)

    def is_there(network: Network) -> bool:
        found.extend(seen(window))
        return session.panes[0].network is network and session.panes[0].trace is not None

    wanted = text if to_words else numbers
    session.open_network(0, wanted)  # as the opener does
    services.opener.opened.emit(wanted)
    qtbot.waitUntil(lambda: is_there(wanted), timeout=20_000)
    settle()
    assert not [*found, *disagreements(window), *seen(window)]
    assert not found, sorted(set(found))
