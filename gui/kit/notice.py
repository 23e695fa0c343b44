"""`Notice`: a calm message in its place above the review; never a box in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from engine.errors import GatescopeError
from gui.i18n.texts import explain
from gui.kit.layouts import row
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme

_ICONS = {
    "error": "ph.warning-circle",
    "warning": "ph.warning",
    "info": "ph.info",
    "good": "ph.check-circle",
}


class Notice(View):
    """A bar with one message, a way to close it, and perhaps one thing to do about it.

    A later message takes an earlier one's place.  `closed` by the user, or cleared.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kind = ""
        self._say: Callable[[], str] | None = None  # anew when the language changes
        self._act: Callable[[], object] | None = None
        self._icon = QLabel()
        self._text = label(wraps=True, is_plain=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A long path in a message must not make the window wide.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._action = QPushButton()
        self._action.clicked.connect(self._run)
        self._close = icon_button(self.clear, 14)
        parts = (self._icon, (self._text, 1), self._action, self._close)
        line = row(*parts, of=self, margins=(GAP + 4, 4, 4, 4))
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        line.setAlignment(self._close, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        self.dress()

    @property
    def text(self) -> str:
        """The message, "" while there is none."""
        return self._text.text() if self.kind else ""

    def show_error(
        self,
        error: GatescopeError | str,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say what went wrong; ``action`` names a button that calls ``act``.

        An error, other than a text, is said anew when the language changes.
        """
        self._show("error", error if isinstance(error, str) else explain(error), action, act)
        self._say = None if isinstance(error, str) else partial(explain, error)

    def show_warning(self, say: Callable[[], str]) -> None:
        """Say what was done in part, or otherwise than asked; called anew when the language
        changes."""
        self._show("warning", say(), "", None)
        self._say = say

    def show_info(
        self, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say what was done."""
        self._show("good", text, action, act)

    def show_offer(self, text: str, action: str, act: Callable[[], object]) -> None:
        """Say what could be done."""
        self._show("info", text, action, act)

    def clear(self) -> None:
        """Take the message away."""
        if self.kind:
            self.kind, self._act = "", None
            self.hide()
            self.closed.emit()

    def clear_errors(self) -> None:
        """Take an error away, which has been overtaken; leave other messages."""
        if self.kind == "error":
            self.clear()

    def _show(self, kind: str, text: str, action: str, act: Callable[[], object] | None) -> None:
        self.kind, self._act, self._say = kind, act, None
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.restyle()
        self.show()

    def _run(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Name the close button; say the message in the language of the moment."""
        if self._say is not None:
            self._text.setText(self._say())
            self.setAccessibleName(self._text.text())
        name_widget(self._close, self.tr("Close this message"))

    def restyle(self) -> None:
        """Colour the icons; a mark before the text says its kind without colour too."""
        look = theme()
        colours = {"error": look.bad, "warning": look.warning, "info": look.dim, "good": look.good}
        kind = self.kind or "info"
        icon = phosphor(_ICONS[kind], color=colours[kind])
        self._icon.setPixmap(icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))
        self._close.setIcon(phosphor("ph.x", color=look.dim))
