"""No part of the window is shown as a window of its own while it is built."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.places import PLACES
from tests.engine.explain.networks import numbers
from tests.gui.conftest import MakeWindow, settle


@pytest.mark.slow
def test_nothing_is_shown_before_it_stands_somewhere(
    qapp: QApplication, make_window: MakeWindow
) -> None:
    """It would flash, and take the keys from the window that is there."""
    window = make_window()
    window.session.set_networks([numbers("LSTM")])
    window.services.numbers.use("sine")
    settle()
    assert window.services.numbers.cut.table is not None
    strays: list[str] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if is_shown and watched.isWindow() and watched.parent() is None:
                strays.append(type(watched).__name__)
            return False

    ear = Ear()
    qapp.installEventFilter(ear)
    try:
        for place in PLACES:
            window.drawers.open(place)
            settle()
    finally:
        qapp.removeEventFilter(ear)
    assert not strays
