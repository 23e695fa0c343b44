"""`OneStop`: buttons that are one stop for Tab; from there Up and Down lead to the others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid


class OneStop(QObject):
    """Belongs to the widget that holds the buttons; Tab stops at the first of them.

    Only the button that has the keys is watched: a filter is told of every event of a widget, some
    five hundred of these while a window is built.
    """

    def __init__(self, buttons: Iterable[QAbstractButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        for place, button in enumerate(self._buttons):
            policies = Qt.FocusPolicy
            button.setFocusPolicy(policies.NoFocus if place else policies.TabFocus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before in self._buttons and isValid(before):
            before.removeEventFilter(self)
        if now in self._buttons:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down through those that are seen."""
        if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        seen = [button for button in self._buttons if not button.isHidden()]
        change = 1 if event.key() == Qt.Key.Key_Down else -1
        at = next(at for at, button in enumerate(seen) if button is watched)
        seen[(at + change) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
