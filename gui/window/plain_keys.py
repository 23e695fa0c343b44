"""`PlainKeys`: letters, arrows and space stay with the widget that has a use for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_KEEPERS = (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)


class PlainKeys(QObject):
    """Keeps the window's shortcuts from taking the keys of the widget in focus.

    It listens to that widget alone: as a filter of the application it would be asked about
    every event of every widget.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._listen)
        self._listen(None, app.focusWidget())

    def _listen(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave plain keys to the widget that has the focus, where it uses them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QApplication.activePopupWidget() is not None:
                return False  # an open list or menu has its own use for every key
            focus = QApplication.focusWidget()
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if isinstance(focus, QAbstractButton) and event.key() == Qt.Key.Key_Space:
                event.accept()  # the space bar presses the button that has the focus
                return True
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            keeps = isinstance(focus, _KEEPERS) or (
                isinstance(focus, QAbstractSlider)
                and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            )
            if keeps and plain and not function:
                event.accept()
                return True
        return False
