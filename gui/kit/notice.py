"""`Notice`: calm messages over an edge of what the user looks at; never a box in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.errors import GatescopeError
from gui.i18n.texts import explain
from gui.kit.layouts import column
from gui.kit.message import Message
from gui.look.scale import px
from gui.look.theme import GAP

MAX_WIDTH = 760
"""In pixels; a longer line is broken."""

_PROBLEMS = ("error", "warning")


class Notice(QWidget):
    """What went wrong, and below it what was done or could be: one message of each.

    A later message takes the place of an earlier one of its sort.  It lies over a widget, and
    moves nothing in it.  What it says is called for, and again when the language changes.
    `closed` by the user, by itself, or cleared.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problem, self._news = Message(), Message()
        self._newest = self._news
        self._at_top = False
        for message in (self._problem, self._news):
            message.closed.connect(self._settle)
            message.closed.connect(self.closed)
        self._column = column(self._problem, self._news, of=self, spacing=4)
        self.hide()

    def lie_over(self, widget: QWidget, *, at_top: bool = False) -> None:
        """Be seen at the lower edge of this one, or at its upper edge."""
        self._at_top = at_top
        before = self.parentWidget()
        if widget is not before:
            if before is not None:
                before.removeEventFilter(self)
            widget.installEventFilter(self)
            self.setParent(widget)
        self._settle()

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
        self,
        error: GatescopeError | str,
        action: Callable[[], str] = str,
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say what went wrong; ``action`` names a button that calls ``act``.

        An error, other than a text, is said anew when the language changes.
        """
        say = partial(str, error) if isinstance(error, str) else partial(explain, error)
        self._show("error", say, action, act)

    def show_warning(
        self,
        say: Callable[[], str],
        action: Callable[[], str] = str,
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say what was done in part, or otherwise than asked."""
        self._show("warning", say, action, act)

    def show_info(
        self,
        say: Callable[[], str],
        action: Callable[[], str] = str,
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say what was done; it goes by itself."""
        self._show("good", say, action, act)

    def show_offer(
        self, say: Callable[[], str], action: Callable[[], str], act: Callable[[], object]
    ) -> None:
        """Say what could be done; it goes by itself."""
        self._show("info", say, action, act)

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
        if self._news.kind == "info":
            self._news.clear()

    def _show(
        self,
        kind: str,
        say: Callable[[], str],
        action: Callable[[], str],
        act: Callable[[], object] | None,
    ) -> None:
        self._newest = self._problem if kind in _PROBLEMS else self._news
        self._newest.show_text(kind, say, action, act)
        self._settle()

    # -- where it lies -----------------------------------------------------------------

    def _settle(self) -> None:
        """Lie in the middle of the edge, no wider and no higher than there is to say."""
        over = self.parentWidget()
        self.setVisible(bool(self._shown))
        if over is None or not self._shown:
            return
        room = over.width() - 2 * px(GAP)
        width = min(room, px(MAX_WIDTH), max(message.width_of_line for message in self._shown))
        height = min(self._column.totalHeightForWidth(width), over.height() - 2 * px(GAP))
        top = px(GAP) // 2 if self._at_top else over.height() - height - px(GAP)
        self.setGeometry((over.width() - width) // 2, top, width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the edge when what is below has another size."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def event(self, event: QEvent) -> bool:
        """Texts in another language, or in other letters, need another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)
