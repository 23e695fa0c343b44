"""A window that was closed is gone, with all that it held."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import dispose, settle
from tests.networks import text_network


@pytest.mark.parametrize("part", ["cards never shown", "sample under way"])
def test_gone(qapp: QApplication, part: str) -> None:
    """No widget is left, no thread, and nothing keeps the session."""
    before: list[QWidget] = QApplication.topLevelWidgets()
    window = MainWindow(Settings())
    window.session.set_networks([text_network("LSTM")])
    window.services.reading.read_text("not a bad film")
    window.show()
    settle()
    if part == "sample under way":
        window.services.explaining.page = "states"
    else:
        window.drawers.show_place("train")
    settle()
    session = weakref.ref(window.session)
    dispose(window)
    del window
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before]
    assert [type(widget).__name__ for widget in left] == []
    assert "gatescope-work" not in {thread.name for thread in threading.enumerate()}
    assert session() is None
