"""A window that a command opens is gone once it is closed, however often it is opened."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from gui.window.commands import COMMANDS
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle


def opened(window: MainWindow) -> Iterator[QWidget]:
    """The windows beside the main one."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            yield widget


def open_and_close(window: MainWindow, name: str) -> bool:
    """Give a command; whether it opened a window, which is closed again."""
    window.commands.all[name].trigger()
    settle()
    others = list(opened(window))
    for other in others:
        other.close()
    settle()
    return bool(others)


def test_no_window_stays_when_it_is_closed(window: MainWindow) -> None:
    """The first time, something may be loaded that stays; not the second."""
    asks = [
        command.name
        for command in COMMANDS
        if command.text.endswith("…") and not command.name.startswith("export_")
    ]
    stays, looked_at = {}, []
    for name in asks:
        if not open_and_close(window, name):
            continue
        before = len(QApplication.allWidgets())
        open_and_close(window, name)
        looked_at.append(name)
        if len(QApplication.allWidgets()) > before:
            stays[name] = len(QApplication.allWidgets()) - before
    assert {"open_model", "open_answers", "open_task", "open_view"} <= set(looked_at)
    assert not stays, "widgets that were left"


def test_a_dialog_about_what_is_gone_closes(window: MainWindow) -> None:
    """Networks come and go below it, whatever is told of that."""
    window.dialogs.read_on()
    settle()
    (dialog,) = opened(window)
    window.session.open_network(0, window.session.panes[1].network)
    settle()
    assert dialog not in opened(window)
