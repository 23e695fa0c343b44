"""What benches of the window share: settings of their own, a window that reads, painting."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from engine.network.network import Network
from gui.window.main_window import MainWindow


def apart(measure: Callable[[], int]) -> int:
    """Measure with empty settings, and leave nothing behind."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATESCOPE_CONFIG"] = folder
        return measure()


def reading_window(
    size: str, networks: Sequence[Network], steps: int
) -> tuple[QApplication, MainWindow]:
    """A window of ``WIDTHxHEIGHT`` on screen, in which networks have read so many steps."""
    import main as entry
    from engine.session.state import EncodingState, SessionState
    from gui.app import make_application, make_window
    from gui.settings import Settings

    app = make_application()
    settings = Settings(session=SessionState(encoding=EncodingState(length=steps)))
    window = make_window(entry.parser().parse_args(["--size", size]), settings)
    window.session.set_networks(list(networks))
    sentence = "this movie was very good and i liked it"
    window.services.reading.read_text(" ".join([sentence] * (steps // 8)))
    window.show()
    paint(app)
    assert window.session.steps == steps
    return app, window


def paint(app: QApplication) -> None:
    """Twice: what painting asks to be painted again is not left to another's time."""
    app.processEvents()
    app.processEvents()


class Lateness:
    """How much later than asked for each tick of a timer of the window comes, in milliseconds."""

    EVERY = 5
    """Milliseconds between two ticks."""

    def __init__(self, app: QApplication) -> None:
        self.found: list[float] = []
        self._app = app
        self._last = 0.0

    def until(self, ended: Callable[[], bool], seconds: float) -> bool:
        """Let the window work until something has ended, at most for so long; whether it has."""
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        self._last = time.perf_counter()
        timer.start(self.EVERY)
        end = time.monotonic() + seconds
        while not ended() and time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.0005)
        timer.stop()
        return ended()

    def at(self, share: float) -> float:
        """Of so large a share of the ticks none came later."""
        ordered = sorted(self.found)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def _tick(self) -> None:
        now = time.perf_counter()
        self.found.append(max(0.0, (now - self._last) * 1000 - self.EVERY))
        self._last = now
