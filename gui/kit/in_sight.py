"""`InSight`: what was just opened in a column that scrolls is seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


class InSight(QObject):
    """Scrolls a column to what was just opened in it, and back to it while that is still taking
    its height: until the user scrolls, or something else is opened."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._shown: QWidget | None = None
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_: self._scroll())
        bar.actionTriggered.connect(lambda _: self.forget())  # the user's hand, and nothing else

    def bring(self, widget: QWidget) -> None:
        """Bring a widget into sight, once it has its place: whole, or from its top where it is
        higher than there is room."""
        self._shown = widget
        QTimer.singleShot(0, self, self._scroll)

    def forget(self) -> None:
        """Leave the column where it is."""
        self._shown = None

    def _scroll(self) -> None:
        widget, body = self._shown, self._area.widget()
        if widget is None or body is None or not widget.isVisible():
            return
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        top = widget.mapTo(body, QPoint()).y()
        bottom = top + widget.height()
        first, last = min(top, bottom - room), top
        bar.setValue(max(first, min(bar.value(), last)))
