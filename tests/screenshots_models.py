"""The pictures of models of one's own: all really trained, in a process with TensorFlow."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]

_made: dict[str, Path] = {}


def both_ways(window: MainWindow) -> None:
    """The two directions of a Bidirectional, side by side."""
    window.services.work_in_background()
    window.session.remove_pane(0)
    _open(window, _model("both", "both_ways.keras"))
    window.session.show_layers(0, ["both/forward", "both/backward"])
    _prove(window)
    window.notice.clear()
    window.session.step = 60
    window.playback.whole.setChecked(True)


def numbers(window: MainWindow) -> None:
    """A network of measurements, which reads the weather."""
    window.services.work_in_background()
    window.session.remove_pane(0)
    _open(window, _model("weather", "weather.keras"))
    window.services.numbers.use("weather")
    _wait(
        lambda: (
            window.services.numbers.source == "weather"
            and window.services.numbers.cut.windows is not None
        )
    )
    window.services.numbers.set_scale("standard", 1.0)
    window.services.numbers.open_number(700)
    _prove(window)
    window.drawers.show_place("numbers")
    window.session.step = 44


def attention(window: MainWindow) -> None:
    """The attention map of a network whose steps look at each other, its words coloured by it."""
    from engine.session.pane import Shade

    window.services.work_in_background()
    window.session.remove_pane(1)
    window.session.remove_pane(0)
    _open(window, _model("attends", "attends.keras"))
    window.drawers.show_place("explain")
    window.services.explaining.page = "attention"
    window.session.step = 59
    window.session.shade = Shade(0, "attention")


def inspector(window: MainWindow) -> QWidget:
    """The weights of the bundled LSTM."""
    from gui.inspector.window import Inspector

    window.dialogs.inspect(1)
    found = window.findChildren(Inspector)[0]
    found.resize(1180, 760)
    return found


def _prove(window: MainWindow) -> None:
    """Let Keras say that the numbers are its own."""
    window.services.proofs.delay = 0
    window.services.proofs.watch()
    _wait(
        lambda: all(
            window.services.proofs.proof(k).state == "proven"
            for k in range(len(window.panes.views))
        )
    )


def _model(what: str, name: str) -> Path:
    """One of the models, trained once."""
    if what not in _made:
        folder = Path(tempfile.mkdtemp(prefix="gatescope-pictures-"))
        _made[what] = folder / name
        subprocess.run(
            [sys.executable, "-m", "tests.trained_models", what, str(_made[what])],
            cwd=ROOT,
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
            check=True,
        )
    return _made[what]


def _open(window: MainWindow, path: Path) -> None:
    window.opening.open_path(path)
    _wait(lambda: any(pane.network.path == path for pane in window.session.panes))
    _wait(lambda: not window.session.busy)


def _wait(check: Callable[[], bool], seconds: float = 120.0) -> None:
    end = time.monotonic() + seconds
    while not check():
        if time.monotonic() > end:
            raise TimeoutError("a picture waited in vain")
        QApplication.processEvents()
        time.sleep(0.01)
