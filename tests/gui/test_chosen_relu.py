"""relu that was chosen for an RNN of PyTorch is there again with the session."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from engine.network.nonlinearity import RELU
from engine.session.state import PaneState, SessionState
from tests.engine.network.test_safetensors import parameters
from tests.gui.conftest import MakeWindow


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
