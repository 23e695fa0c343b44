"""`LineEditor`: one line of text that is typed over a place of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget
from shiboken6 import isValid

from gui.kit.layouts import column
from gui.kit.widgets import label
from gui.look.scale import px

MIN_WIDTH, MAX_WIDTH = 180, 460


class LineEditor(QFrame):
    """Return and a click elsewhere take the text, Escape leaves all as it was; then it is gone and
    its owner has the keys again.

    Args:
        owner: over whom it is typed.
        box: the place, in the owner's pixels.
        text: what stands there at first.
        say: what is to be said of a text while it is typed, "" for nothing.
        take: takes the text, if it is another.
        name: what is typed, for those who hear it.
        back: who has the keys afterwards; None for the owner.
        is_new: whether the first text is only a proposal, which is taken too.
    """

    def __init__(
        self,
        owner: QWidget,
        box: QRect,
        text: str,
        say: Callable[[str], str],
        take: Callable[[str], object],
        name: str,
        back: QWidget | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        super().__init__(owner.window())
        self.setObjectName("editor")
        self._text, self._say, self._take = text, say, take
        self._box = QRect(owner.mapTo(owner.window(), box.topLeft()), box.size())
        self._back, self._is_new = back or owner, is_new
        self._is_done = False
        self.field = _Field(self)
        self.field.setText(text)
        self.field.setMaxLength(4096)
        self.field.setAccessibleName(name)
        self.hint = label("caption", wraps=True, is_plain=True)
        column(self.field, self.hint, of=self, spacing=2, margins=(2, 2, 2, 2))
        self.field.textChanged.connect(self._show_hint)
        self._show_hint(text)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def _show_hint(self, text: str) -> None:
        said = self._say(text)
        self.hint.setText(said)
        self.hint.setVisible(bool(said))
        window = self.window()
        wide = self.field.fontMetrics().horizontalAdvance(text) + px(32)
        width = max(px(MIN_WIDTH), self._box.width(), min(wide, px(MAX_WIDTH)))
        self.hint.setFixedWidth(width - px(8))
        height = self.sizeHint().height()
        left = max(0, min(self._box.left() - px(8), window.width() - width))
        top = max(0, min(self._box.top() - px(4), window.height() - height))
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    def changeEvent(self, event: QEvent) -> None:
        """What is said of the text is said in the language of the moment."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_hint(self.field.text())

    def finish(self, *, take: bool) -> None:
        """Take the text or not, and go."""
        if self._is_done:
            return
        self._is_done = True
        text = self.field.text().strip()
        had_keys = self.field.hasFocus()
        self.hide()
        if had_keys and isValid(self._back):  # what was edited may be gone by now
            self._back.setFocus()
        if take and text and (self._is_new or text != self._text):
            self._take(text)
        self.deleteLater()


class _Field(QLineEdit):
    def __init__(self, editor: LineEditor) -> None:
        super().__init__()
        self._editor = editor
        self.setProperty("escapes", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return takes, Escape does not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._editor.finish(take=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._editor.finish(take=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere takes what is typed; a menu of its own does not."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._editor.finish(take=event.reason() != Qt.FocusReason.ActiveWindowFocusReason)
