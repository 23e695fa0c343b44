"""Asking for explanations, and waiting for the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui.explain.panel import ExplainPanel
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle

Ask = Callable[..., None]


@pytest.fixture
def ask(window: MainWindow, qtbot: QtBot) -> Ask:
    """Asks for something, and waits until all is answered."""

    def change(**values: Any) -> None:
        explaining = window.services.explaining
        explaining.asked = replace(explaining.asked, **values)
        wait(window, qtbot)

    return change


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ExplainPanel:
    """The drawer, open."""
    opened = window.drawers.open(EXPLAIN)
    wait(window, qtbot)
    return opened


def wait(window: MainWindow, qtbot: QtBot) -> None:
    """Until nothing is being computed."""
    explaining = window.services.explaining
    settle()
    qtbot.waitUntil(
        lambda: not (explaining.asker.is_busy or explaining.samples.is_busy), timeout=20_000
    )
    settle()
