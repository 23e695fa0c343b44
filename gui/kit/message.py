"""`Message`: one sentence or two for the user, a way to close it, and perhaps one thing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy

from gui.kit.layouts import row
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget
from gui.look.icons import phosphor
from gui.look.scale import px
from gui.look.theme import GAP, Theme, theme


@dataclass(frozen=True)
class MessageKind:
    """What a message is.

    Attributes:
        icon: of Phosphor.
        colour: of the icon.
        seconds: after which it goes by itself; None where the user has to know it first.
    """

    icon: str
    colour: Callable[[Theme], str]
    seconds: int | None


KINDS = {
    "error": MessageKind("ph.warning-circle", lambda look: look.bad, None),
    "warning": MessageKind("ph.warning", lambda look: look.warning, None),
    "info": MessageKind("ph.info", lambda look: look.dim, 30),
    "good": MessageKind("ph.check-circle", lambda look: look.good, 12),
}
"""By name; the edge of a message is coloured in `gui.look.style_sheet`."""


class Message(View):
    """A bar with an icon, a text, perhaps a button, and one that closes it.

    `closed` by the user, by its button, or by itself after a while in which it was not looked at.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kind = ""
        self._say: Callable[[], str] = str  # anew when the language changes
        self._name_act: Callable[[], str] = str
        self._act: Callable[[], object] | None = None
        self._icon = QLabel()
        self.label = label(wraps=True, is_plain=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A long path in a message must not make the window wide.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.label.setSizePolicy(policy)
        self.action = QPushButton()
        self.action.clicked.connect(self.run)
        self.close_button = icon_button(self.clear, 14)
        parts = (self._icon, (self.label, 1), self.action, self.close_button)
        line = row(*parts, of=self, margins=(GAP + 4, 4, 4, 4))
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        line.setAlignment(self.close_button, Qt.AlignmentFlag.AlignVCenter)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._go)
        self.hide()
        self.dress()

    @property
    def text(self) -> str:
        """The message, "" while there is none."""
        return self.label.text() if self.kind else ""

    @property
    def width_of_line(self) -> int:
        """Pixels in which its longest line needs no break."""
        words = self.label.fontMetrics().size(0, self.label.text()).width()
        return words + self.minimumSizeHint().width() + GAP

    def show_text(
        self,
        kind: str,
        say: Callable[[], str],
        action: Callable[[], str],
        act: Callable[[], object] | None,
    ) -> None:
        """Say something; ``action`` names a button that calls ``act``.  Both are called anew when
        the language changes."""
        self.kind, self._act, self._say, self._name_act = kind, act, say, action
        self.action.setVisible(bool(action()))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.dress()
        self._wait()
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        if self.kind:
            self.kind, self._act = "", None
            self.timer.stop()
            self.hide()
            self.closed.emit()

    def run(self) -> None:
        """Do what the button says."""
        act = self._act
        self.clear()
        if act is not None:
            act()

    # -- how long it stays ---------------------------------------------------------

    def _wait(self) -> None:
        seconds = KINDS[self.kind].seconds if self.kind else None
        if seconds is None:
            self.timer.stop()
        else:
            self.timer.start(1000 * seconds)

    def _go(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._wait()
        else:
            self.clear()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Stay for a while again."""
        self._wait()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    # -- how it looks ----------------------------------------------------------------

    def retranslate(self) -> None:
        """Name the close button; say the message in the language of the moment."""
        self.label.setText(self._say())
        self.action.setText(self._name_act())
        self.setAccessibleName(self.label.text())
        name_widget(self.close_button, self.tr("Close this message"))

    def restyle(self) -> None:
        """Colour the icons; a mark before the text says its kind without colour too."""
        look, kind = theme(), KINDS[self.kind or "info"]
        icon = phosphor(kind.icon, color=kind.colour(look))
        self._icon.setPixmap(icon.pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        self.close_button.setIcon(phosphor("ph.x", color=look.dim))
