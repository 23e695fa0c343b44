"""relu that was chosen for an RNN of PyTorch is there again with the session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from engine.network.nonlinearity import RELU, TANH, chosen
from engine.session.pane import Shade
from engine.session.state import PaneState, SessionState
from tests.engine.network.test_safetensors import parameters
from tests.gui.conftest import MakeWindow
from tests.networks import text_network


def test_a_session_comes_back_with_relu(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    save_file(parameters("RNN", 3, 4), tmp_path / "m.safetensors")
    window = make_window(text="")
    restoring = window.dialogs.views.restoring
    pane = PaneState(file=str(tmp_path / "m.safetensors"), units=(2, 1), relu=True)
    restoring.show(SessionState(panes=(pane,)))
    qtbot.waitUntil(lambda: RELU in window.session.panes[0].network.notes, timeout=20_000)
    shown = window.session.panes[0]
    assert shown.shown.options["activation"] == "relu"
    assert shown.units == (2, 1)
    (kept,) = restoring.state().panes
    assert kept.relu
    assert len(kept.sha256) == 64
    assert "another file" not in window.notice.text


def test_each_pane_of_a_file_comes_back_with_its_own(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    save_file(parameters("RNN", 3, 4), tmp_path / "m.safetensors")
    window = make_window(text="")
    restoring = window.dialogs.views.restoring
    file = str(tmp_path / "m.safetensors")
    panes = tuple(PaneState(file=file, relu=relu) for relu in (False, True))
    restoring.show(SessionState(panes=panes))
    qtbot.waitUntil(lambda: not restoring.is_arriving(), timeout=20_000)
    assert [chosen(pane.network) for pane in window.session.panes] == ["tanh", "relu"]
    assert [pane.relu for pane in restoring.state().panes] == [False, True]


def test_what_was_chosen_stays_with_relu(make_window: MakeWindow, tmp_path: Path) -> None:
    """The curves and the colour of the pane; its dictionary and the names of its classes."""
    (tmp_path / "names.txt").write_text("bad\ngood")
    network = replace(
        text_network("SimpleRNN"), notes=(TANH,), digest="a" * 64, path=tmp_path / "m.pt"
    )
    window = make_window(text_network("LSTM"), network)
    session, services = window.session, window.services
    dictionaries, display = services.reading.dictionaries, services.display
    dictionaries.borrow(network.digest, {"path": ""})
    services.class_names.use(network, tmp_path / "names.txt")
    session.choose_units(1, (2, 1))
    session.focus, session.shade = 1, Shade(1, "h", 3)
    key = session.panes[1].key
    display.curves[key], display.maps[key] = ("h", "a"), "h"
    before = window.dialogs.views.restoring.state()
    services.opener.choose_nonlinearity(network, "relu")
    relu = session.panes[1].network
    assert chosen(relu) == "relu" and session.panes[1].key is key
    assert (display.curves.get(key), display.maps.get(key)) == (("h", "a"), "h")
    assert services.class_names.of(relu, 2) == ("bad", "good")
    assert dictionaries.is_borrowed(relu)
    restored = window.dialogs.views.restoring.state()
    assert restored == replace(before, panes=(before.panes[0], replace(before.panes[1], relu=True)))
