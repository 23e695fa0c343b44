"""`Wheel`: the notches of a mouse wheel; a touch pad's small movements add up to them."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent

NOTCH = 120
"""Eighths of a degree."""


class Wheel:
    """Counts for one widget."""

    def __init__(self) -> None:
        self._turned = 0

    def notches(self, event: QWheelEvent) -> int:
        """How many notches this event completes; away from the user is positive."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        return notches
