"""What benches of the window share: settings of their own, a window that reads, painting."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
