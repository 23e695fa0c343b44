"""`PlainKeys`: letters, arrows and space stay with the widget that has a use for them."""

from __future__ import annotations

from collections.abc import Callable

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
    QMainWindow,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_WRITERS = (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit)
_KEEPERS = (QAbstractItemView, QComboBox, QTabBar, *_WRITERS)
_SLIDES = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
"""What moves a slider; with Shift, they move the reading."""


class PlainKeys(QObject):
    """Keeps the window's shortcuts from taking the keys of the widget in focus.

    It listens to that widget alone: as a filter of the application it would be asked about
    every event of every widget.  Escape lets go of the keys: ``leave`` gives them to what is
    read.  ``by_tab`` says whether the focus is where it is by Tab, and not by a click.
    """

    def __init__(self, parent: QObject, leave: Callable[[], object]) -> None:
        super().__init__(parent)
        self._leave = leave
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._tabbed = False  # the key of the moment is Tab
        self.by_tab = False  # whether the focus came by it
        app.focusChanged.connect(self._listen)
        self._listen(None, app.focusWidget())

    def _listen(self, before: QWidget | None, now: QWidget | None) -> None:
        self.by_tab, self._tabbed = self._tabbed, False
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave plain keys to the widget that has the focus, where it uses them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._tabbed = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            # One whose property says so is emptied, or given up, first.
            own = isinstance(watched, QLineEdit) and watched.property("escapes") and watched.text()
            writes = isinstance(watched, _WRITERS) and isinstance(watched.window(), QMainWindow)
            if event.key() == Qt.Key.Key_Escape and writes and not own:
                self._leave()  # but a dialog, or the guide, is closed by it
                return True
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QApplication.activePopupWidget() is not None:
                return False  # an open list or menu has its own use for every key
            focus = QApplication.focusWidget()
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if event.key() == Qt.Key.Key_Space and not isinstance(focus, _WRITERS):
                # It plays, unless somebody who goes by Tab presses what has the focus.
                uses = self.by_tab and isinstance(focus, (QAbstractButton, *_KEEPERS))
                event.setAccepted(uses)
                return uses
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            slides = isinstance(focus, QAbstractSlider) and event.key() in _SLIDES and not shifted
            leaves = event.key() == Qt.Key.Key_Escape and not isinstance(focus, _WRITERS)
            keeps = (isinstance(focus, _KEEPERS) and not leaves) or slides
            if keeps and plain and not function:
                event.accept()
                return True
        return False
