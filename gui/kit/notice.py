"""`Notice`: calm messages in a room of their own; never a box in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.errors import GatescopeError
from gui.i18n.texts import explain
from gui.kit.layouts import row
from gui.kit.message import Act, Message, Say
from gui.look.scale import px
from gui.look.theme import GAP

_PROBLEMS = ("error", "warning")

READ = 140
"""Pixels of a text, at 100 %, that say what it is about, where another stands beside it."""


class Notice(QWidget):
    """What went wrong, and beside it what was done or could be: one message of each.

    A later message takes the place of an earlier one of its sort.  It stands in a bar whose
    height it takes as it is.  What it says is called for, and again when the language changes.
    `closed` by the user, by itself, or cleared.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problem, self._news = Message(), Message()
        self._newest = self._news
        for message in (self._problem, self._news):
            message.closed.connect(self._settle)
            message.closed.connect(self.closed)
        row(self._problem, self._news, of=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.hide()

    @property
    def _shown(self) -> list[Message]:
        """The messages of the moment, the newest last."""
        both = [self._news, self._problem]
        both.sort(key=lambda message: message is self._newest)
        return [message for message in both if message.kind]

    @property
    def kind(self) -> str:
        """What the newest message is, see `KINDS`; "" while there is none."""
        return self._shown[-1].kind if self._shown else ""

    @property
    def text(self) -> str:
        """The newest message, "" while there is none."""
        return self._shown[-1].text if self._shown else ""

    @property
    def problem(self) -> str:
        """What went wrong, "" if nothing."""
        return self._problem.text

    def run(self) -> None:
        """Do what the newest message offers."""
        if self._shown:
            self._shown[-1].run()

    def show_error(
        self, error: GatescopeError | str, action: Say = str, act: Act | None = None
    ) -> None:
        """Say what went wrong; ``action`` names a button that calls ``act``.

        An error, other than a text, is said anew when the language changes.
        """
        say = partial(str, error) if isinstance(error, str) else partial(explain, error)
        self._show("error", say, action, act)

    def show_warning(self, say: Say, action: Say = str, act: Act | None = None) -> None:
        """Say what was done in part, or otherwise than asked."""
        self._show("warning", say, action, act)

    def show_alarm(self, say: Say, action: Say = str, act: Act | None = None) -> None:
        """Say that what is shown is worth nothing; red."""
        self._show("error", say, action, act)

    def show_info(self, say: Say, action: Say = str, act: Act | None = None) -> None:
        """Say what was done; it goes by itself."""
        self._show("good", say, action, act)

    def show_offer(self, say: Say, action: Say, act: Act, *, stays: bool = False) -> None:
        """Say what could be done; it goes by itself, unless it ``stays`` until it is used."""
        self._show("offer" if stays else "info", say, action, act)

    def clear(self) -> None:
        """Take the messages away."""
        for message in self._shown:
            message.clear()

    def clear_problem(self) -> None:
        """Take away what went wrong; leave what was done or could be."""
        self._problem.clear()

    def clear_errors(self) -> None:
        """Take an error away, which has been overtaken; leave other messages."""
        if self._problem.kind == "error":
            self._problem.clear()

    def clear_offers(self) -> None:
        """Take an offer away, which was about something else."""
        if self._news.kind in ("info", "offer"):
            self._news.clear()

    def _show(self, kind: str, say: Say, action: Say, act: Act | None) -> None:
        self._newest = self._problem if kind in _PROBLEMS else self._news
        self._newest.show_text(kind, say, action, act)
        self._settle()

    def _settle(self) -> None:
        """Take room only while there is something to say."""
        self.setVisible(bool(self._shown))
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all that there is to say."""
        hints = [message.sizeHint().width() for message in self._shown]
        return QSize(sum(hints) + (len(hints) - 1) * px(GAP), 0)

    def minimumSizeHint(self) -> QSize:
        """Room for the newest message."""
        return self._shown[-1].minimumSizeHint() if self._shown else QSize()

    def _fit(self) -> None:
        """Where there is no room to read some of each, the newest is seen, and the other one after
        it."""
        if len(self._shown) == 2:
            least = px(GAP) + sum(
                min(hint.width(), message.minimumSizeHint().width() + px(READ))
                for message in self._shown
                for hint in (message.sizeHint(),)
            )
            self._shown[0].setVisible(least <= self.width())
        for message in self._shown[-1:]:
            message.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()
