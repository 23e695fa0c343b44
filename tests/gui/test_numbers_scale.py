"""Numbers that a network did not learn from: said in the window, in the drawer and on stderr, with
what mends it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from engine.replay.edit_texts import parse_all
from engine.replay.out_of_scale import out_of_scale
from gui.i18n.texts import explain
from gui.places import NUMBERS
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, settle

SAID = "LSTM(8) reads numbers from 980 to 1,045 (1 of 2 columns)"
AIR = "pressure,wind\n" + "".join(f"{980 + row},{row % 7 / 7}\n" for row in range(66))
WARM = "temperature,wind\n" + "".join(f"{20 + row % 9},{row % 7 / 7}\n" for row in range(66))


def pasted(
    make_window: MakeWindow, text: str, qtbot: QtBot, network: Network | None = None
) -> MainWindow:
    window = make_window(network or numbers_network(2, None))
    numbers = window.services.numbers
    numbers.set_steps(66, 1)
    numbers.paste(text)
    qtbot.waitUntil(lambda: numbers.is_shown and not window.session.busy)
    settle()
    return window


def test_it_is_said_once_and_mended_with_one_click(
    make_window: MakeWindow, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window = pasted(make_window, AIR, qtbot)
    numbers = window.services.numbers
    note = numbers.scale_note
    assert note is not None and str(note).startswith(SAID)
    assert window.notice.problem == explain(note)
    assert SAID in window.drawers.open(NUMBERS).notes.text()
    numbers.set_generated(7, 0, 0)
    window.session.step = 3
    assert capsys.readouterr().err.count(SAID) == 1
    window.notice.run()
    qtbot.waitUntil(lambda: not window.session.busy)
    assert numbers.choices.scale == "minmax" and numbers.scale_note is None
    assert not window.notice.problem and SAID not in window.drawers.open(NUMBERS).notes.text()


def test_the_note_goes_with_the_numbers_that_it_was_about(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = pasted(make_window, AIR, qtbot)
    assert window.notice.problem
    window.services.numbers.set_scale("standard", 1.0)
    qtbot.waitUntil(lambda: window.services.numbers.scale_note is None)
    assert not window.notice.problem


def test_scaled_numbers_are_not_spoken_of(make_window: MakeWindow, qtbot: QtBot) -> None:
    scaled = "a,b\n" + "".join(f"{row / 66},{row % 7 / 7}\n" for row in range(66))
    window = pasted(make_window, scaled, qtbot)
    assert window.services.numbers.scale_note is None and not window.notice.problem


def test_what_an_edit_saturates_is_not_the_fault_of_the_numbers(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    network = numbers_network(2, None)
    lstm, dense = network.layers
    small = replace(lstm, weights={key: value / 100 for key, value in lstm.weights.items()})
    window = pasted(make_window, WARM, qtbot, replace(network, layers=(small, dense)))
    assert window.services.numbers.scale_note is None
    window.services.edits.change(parse_all([f"{lstm.name}.f=0", f"{lstm.name}.i=1"]))
    settle()
    qtbot.waitUntil(lambda: not window.session.busy)
    pane = window.session.panes[0]
    assert pane.trace is not None and pane.trace.edits
    assert out_of_scale(pane.trace) is not None  # were it asked
    assert window.services.numbers.scale_note is None and not window.notice.problem
