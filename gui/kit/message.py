"""`Message`: one sentence or two for the user, a way to close it, and perhaps one thing to do.

It never asks for height: it has two lines at most, and a button that shows all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy

from gui.kit.layouts import column, row
from gui.kit.short_text import in_lines, width_for
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, once, push_button, stand_out
from gui.look.dressing import polish_again
from gui.look.icons import phosphor
from gui.look.scale import px
from gui.look.theme import GAP, Theme, theme

Say = Callable[[], str]
"""Says a text in the language of the moment."""

Act = Callable[[], object]
"""What a button does."""

MAX_LINES = 2
"""Of a message that is not unfolded."""

MAX_WIDTH = 640
"""Of its text, in pixels at 100 %."""

MIN_WIDTH = 40
"""Of its text, beside a button that does something; else that is with the whole message."""


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
    "offer": MessageKind("ph.info", lambda look: look.dim, None),
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
        stand_out(self, "notice")
        self.kind = ""
        self._text = ""
        self._say: Say = str  # anew when the language changes
        self._name_act: Say = str
        self._act: Act | None = None
        self._icon = QLabel()
        self.label = label(is_plain=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.action = QPushButton()
        self.action.clicked.connect(self.run)
        self.more = push_button(self.unfold, "fold")
        self.close_button = icon_button(self.clear, 14)
        self._row = row(
            *(self._icon, (self.label, 1), self.action, self.more, self.close_button),
            of=self,
            margins=(GAP, 0, 2, 0),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.whole = _Whole(self)
        self.timer = once(self, self._go)
        self.hide()
        self.dress()

    @property
    def text(self) -> str:
        """The message, "" while there is none."""
        return self._text if self.kind else ""

    @property
    def doing(self) -> str:
        """What its button says; "" if it has none."""
        return self._name_act()

    def show_text(self, kind: str, say: Say, action: Say, act: Act | None) -> None:
        """Say something; ``action`` names a button that calls ``act``.  Both are called anew when
        the language changes."""
        self.whole.hide()
        self.kind, self._act, self._say, self._name_act = kind, act, say, action
        self.setProperty("kind", kind)
        polish_again(self)
        self.dress()
        self._wait()
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        if self.kind:
            self.kind, self._act = "", None
            self.timer.stop()
            self.whole.hide()
            self.hide()
            self.closed.emit()

    def run(self) -> None:
        """Do what the button says."""
        act = self._act
        self.clear()
        if act is not None:
            act()

    def unfold(self) -> None:
        """Show all of it above this one, until the user looks elsewhere."""
        self.whole.show_above(self.text, self.doing)

    # -- how much of it there is room for --------------------------------------------

    def _taken(self, *parts: QLabel | QPushButton) -> int:
        return sum(part.sizeHint().width() + self._row.spacing() for part in parts)

    @property
    def _frame(self) -> int:
        """What the message takes beside text and buttons that come and go: pixels."""
        margins = self._row.contentsMargins()
        fixed = self._icon.sizeHint().width() + self.close_button.sizeHint().width()
        return margins.left() + margins.right() + fixed + 2 * self._row.spacing() + px(4)

    def sizeHint(self) -> QSize:
        """Room for all of it in two lines, if that is not too wide; no height."""
        action = self._taken(self.action) if self.doing else 0
        text = width_for(self._text, self.label, MAX_LINES, px(MAX_WIDTH))
        return QSize(self._frame + action + text, 0)

    def minimumSizeHint(self) -> QSize:
        """Its icon and its small buttons."""
        return QSize(self._frame + self._taken(self.more), 0)

    def _fit(self) -> None:
        """Say as much as there is room for."""
        lines = max(1, min(MAX_LINES, self.height() // self.label.fontMetrics().lineSpacing()))
        room = self.width() - self._frame
        beside = room - self._taken(self.action)
        acts = bool(self.doing) and beside >= px(MIN_WIDTH) + self._taken(self.more)
        room = beside if acts else room
        text, is_whole = in_lines(self._text, self.label, room, lines)
        is_whole = is_whole and acts == bool(self.doing)
        if not is_whole:
            text, _ = in_lines(self._text, self.label, room - self._taken(self.more), lines)
        self.label.setText(text)
        self.label.setToolTip("" if is_whole else tip(self._text))
        for button, is_shown in ((self.action, acts), (self.more, not is_whole)):
            if button.isHidden() == is_shown:
                button.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self._fit()

    # -- how long it stays ---------------------------------------------------------

    def _wait(self) -> None:
        seconds = KINDS[self.kind].seconds if self.kind else None
        if seconds is None:
            self.timer.stop()
        else:
            self.timer.start(1000 * seconds)

    def _go(self) -> None:
        focus = QApplication.focusWidget()
        is_used = self.whole.isVisible() or QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if is_used or self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
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
        """Name the buttons; say the message in the language of the moment."""
        self._text = self._say()
        self.action.setText(self.doing)
        self.more.setText(self.tr("more"))
        name_widget(self.more, self.tr("All of this message"))
        self.setAccessibleName(self._text)
        name_widget(self.close_button, self.tr("Close this message"))
        self.updateGeometry()
        self._fit()

    def restyle(self) -> None:
        """Colour the icons; a mark before the text says its kind without colour too."""
        look, kind = theme(), KINDS[self.kind or "info"]
        icon = phosphor(kind.icon, color=kind.colour(look))
        self._icon.setPixmap(icon.pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        self.close_button.setIcon(phosphor("ph.x", color=look.dim))
        self._fit()


class _Whole(QFrame):
    """All of a message, above it, and what it offers to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message, Qt.WindowType.Popup)
        self.setObjectName("editor")
        self._message = message
        self.label = label(wraps=True, is_plain=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = push_button(self._run)
        self._column = column(
            self.label,
            row(self.action, None),
            of=self,
            margins=(2 * GAP, GAP + 4, 2 * GAP, GAP + 4),
        )
        self.hide()

    def show_above(self, text: str, doing: str) -> None:
        """Show a text whose lower edge is above the message, within its window."""
        self.label.setText(text)
        self.action.setText(doing)
        self.action.setVisible(bool(doing))
        self._column.activate()  # else the line of the button is as high as it was last time
        window = self._message.window()
        needed = self.label.fontMetrics().size(0, text).width() + px(5 * GAP)
        width = min(window.width() - px(2 * GAP), px(MAX_WIDTH + 6 * GAP), needed)
        self.resize(width, self._column.totalHeightForWidth(width))
        corner = self._message.mapTo(window, QPoint())
        left = max(px(GAP), min(corner.x(), window.width() - width - px(GAP)))
        top = max(px(GAP), corner.y() - self.height() - px(GAP))
        self.move(window.mapToGlobal(QPoint(left, top)))
        self.show()

    def _run(self) -> None:
        self.hide()
        self._message.run()
