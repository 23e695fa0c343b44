"""Widgets that are taken out of a layout at once never become windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.kit.layouts import clear, column
from tests.gui.conftest import settle

GUI = Path(__file__).resolve().parents[2] / "gui"


def test_what_is_cleared_as_soon_as_it_is_laid_out_takes_no_keys(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    lines = column(QPushButton("first"), of=parent)
    parent.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parent)
    for text in ("second", "third"):
        clear(lines)
        lines.addWidget(QPushButton(text))
    clear(lines)
    settle()
    assert QApplication.activeWindow() is parent
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [parent]


def test_only_one_place_takes_widgets_out_of_their_parents() -> None:
    places = {
        path.relative_to(GUI).as_posix()
        for path in GUI.rglob("*.py")
        if ".setParent(None)" in path.read_text("utf-8")
    }
    assert places == {"kit/menus.py"}  # a menu is no window until it pops up
