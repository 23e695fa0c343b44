"""Files that are dragged over the window and dropped there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take(event: QDropEvent) -> None:
    """Accept what is dragged or dropped, as a copy, whatever is proposed: where it is told that a file
    was moved, what it came from may delete it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
