"""Menus that are filled anew each time they open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu


def empty(menu: QMenu) -> None:
    """Take everything out of a menu, and delete the menus inside it, which `QMenu.clear` keeps."""
    menu.clear()
    for inner in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        inner.setParent(None)  # or PySide keeps what Python knew of it and of its actions
        inner.deleteLater()
