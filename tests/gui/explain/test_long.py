"""A series of 5,000 steps: each explanation shows how far it is, and is given up at once."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled
from engine.explain.methods import METHODS
from engine.sequence import Sequence
from gui.kit.waiting import Waiting
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, drawn_texts, settle
from tests.gui.explain.conftest import wait
from tests.networks import text_network

STEPS = 5_000

COMPUTED_BY = {
    **dict.fromkeys(METHODS, "gui.explain.questions.explain"),
    "memory": "engine.explain.memory.memory_of_trace",
    "fading": "engine.explain.fading.felt_in",
}
"""What the engine is asked for, by the name of the explanation."""


def start(window: MainWindow, name: str) -> Waiting:
    """Ask for an explanation as the user does; what shows how far it is."""
    explaining, strip = window.services.explaining, window.explain_strip
    if name == "fading":
        explaining.page = name
        assert window.pages.page is not None
        return window.pages.page.waiting
    if name == "memory":
        explaining.asked = replace(explaining.asked, strip=name)
        return strip.memory.waiting
    explaining.asked = replace(explaining.asked, strip="attribution", methods=(name,))
    return strip.attribution.waiting


@pytest.mark.parametrize("name", COMPUTED_BY)
def test_an_explanation_of_5000_steps_is_given_up_within_a_second(
    name: str, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = text_network("LSTM", 2)
    network = replace(network, layers=network.layers[1:], features=16, calls=(), inputs=())
    window = make_window(network)
    rows = np.random.default_rng(0).normal(size=(STEPS, 16)).astype(np.float32)
    window.session.read(Sequence(rows, ("",) * STEPS, np.zeros(STEPS, bool)))
    window.session.step = 4_000
    wait(window, qtbot)
    trace = window.session.panes[0].trace
    assert trace is not None and len(trace.sequence) == STEPS
    begun, ended = Event(), Event()

    def slow(*arguments: Any) -> None:
        begun.set()
        should_stop = next(each for each in arguments if callable(each))
        while not should_stop():
            ended.wait(0.002)
        ended.set()
        raise Cancelled

    monkeypatch.setattr(COMPUTED_BY[name], slow)
    waiting = start(window, name)
    qtbot.waitUntil(lambda: begun.is_set() and waiting.isVisible())
    waiting.cancel.click()
    qtbot.waitUntil(ended.is_set, timeout=1_000)
    settle()
    assert not window.services.explaining.asker.is_busy and not waiting.isVisible()
    assert (window.session.panes[0].trace, window.session.step) == (trace, 4_000)
    assert window.session.sequence is not None and not window.notice.kind
    assert "Given up" in " ".join(drawn_texts(window))
    monkeypatch.undo()
    explaining = window.services.explaining
    explaining.page, explaining.asked = "", replace(explaining.asked, strip="prediction")
    window.session.step = 10  # and it is used as before
    wait(window, qtbot)
    assert window.explain_strip.prediction.plot.step == 10
