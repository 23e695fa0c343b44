"""`FirstSteps`: four things to try, for who opens the window for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget

from engine.session.session import Session
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, push_button, stand_out
from gui.look.icons import phosphor
from gui.look.scale import px
from gui.look.theme import GAP, theme
from gui.settings import Settings


class FirstSteps(View):
    """A note with a line for each thing; one that was done is ticked.

    Closed, or with all done, it goes for good.  Where the window is short it shows one thing at a
    time, in a line.

    Signals:
        guide_asked(): the user wants to read the guide.
    """

    guide_asked = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        is_brought: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        stand_out(self, "notice")
        self._session, self._settings = session, settings
        self._is_brought = is_brought  # a view changes it, not the user
        self._begun = (session.sequence, session.step)
        self._text = self._own_text
        self.done: set[str] = set()
        self._title = label("title")
        self.guide = push_button(self.guide_asked)
        self.close_button = icon_button(self.leave, 14)
        self._marks = {name: QLabel() for name in THINGS}
        self._texts = {name: label(wraps=True) for name in THINGS}
        lines = [row(self._marks[name], (self._texts[name], 1)) for name in THINGS]
        self._things, self._head = QWidget(), QWidget()
        row(
            (column(*lines[:2], spacing=2), 1),
            (column(*lines[2:], spacing=2), 1),
            of=self._things,
            margins=(0, 0, 0, GAP - 2),
        )
        self._mark, self._next = QLabel(), FittingLabel()
        row(self._title, self._mark, (self._next, 1), self.guide, self.close_button, of=self._head)
        self._is_short = False
        self._shorter: dict[str, tuple[str, ...]] = {}
        column(self._head, self._things, of=self, margins=(GAP + 4, 2, 4, 2), spacing=2)
        self.use_height(is_short=False)
        for event, tick in (
            (session.step_changed, self._step),
            (session.units_changed, lambda place: self._tick("unit")),
            (session.traces_changed, self._read),
        ):
            self.subscribe(event, tick)
        self.dress()

    def use_height(self, *, is_short: bool) -> None:
        """Show all four, or in a short window the next of them."""
        self._is_short = is_short
        self._things.setVisible(not is_short)
        self._mark.setVisible(is_short)
        if not is_short:
            self._next.say("")
        self._say_next()

    def _say_next(self) -> None:
        """In a line: what is to be tried next, and of how many it is which."""
        left = [name for name in THINGS if name not in self.done]
        if self._is_short and left:
            text = self._texts[left[0]].text()
            self._next.say(text, *self._shorter.get(left[0], ()))
            self._next.setToolTip(text)
            self._title.setText(f"{len(self.done) + 1} / {len(THINGS)}")
        else:
            self._title.setText(self.tr("Four things to try"))

    def leave(self) -> None:
        """Go for good."""
        self.unsubscribe()
        self._settings.window.welcomed = True
        self.hide()

    # -- what was done -----------------------------------------------------------

    def _step(self, step: int) -> None:
        sequence, begun = self._begun
        is_another = self._session.sequence is not sequence
        if is_another or self._is_brought():  # a review, or a view, begins somewhere
            self._begun = (self._session.sequence, step)
        elif step != begun:
            self._tick("step")

    def shaded(self) -> None:
        """The user clicked a gate; colours also change when a network takes a pane."""
        self._tick("shade")

    @property
    def _own_text(self) -> str | None:
        review = self._session.review
        return None if review is None or review.number is not None else review.text

    def _read(self) -> None:
        # The same text may be read again, by the words of another network.
        if self._is_brought():
            self._text = self._own_text
        elif self._own_text not in (None, self._text):
            self._tick("write")

    def _tick(self, name: str) -> None:
        if name not in self.done and not self._is_brought():
            self.done.add(name)
            self.restyle()
        if self.done == set(THINGS):
            self.leave()

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        texts = (
            self.tr("Press → to read a word on, or Space to let it read"),
            self.tr("Click a row of a heat map to choose a unit"),
            self.tr("Click a gate in the cell to colour the words"),
            self.tr("Press Ctrl+N and write a review of your own"),
        )
        for name, text in zip(THINGS, texts, strict=True):
            self._texts[name].setText(text)
        shorter = (  # in a narrow window with large letters
            (self.tr("→ reads on, Space by itself"), self.tr("Press →")),
            (self.tr("Choose a unit in a heat map"), self.tr("Choose a unit")),
            (self.tr("Click a gate: it colours"), self.tr("Click a gate")),
            (self.tr("Ctrl+N: your own review"), self.tr("Ctrl+N")),
        )
        self._shorter = dict(zip(THINGS, shorter, strict=True))
        self._say_next()
        self.guide.setText(self.tr("Guide"))
        self.guide.setToolTip(self.tr("The guide: F1"))
        name_widget(self.close_button, self.tr("Close for good"))

    def restyle(self) -> None:
        """Colour the icons."""
        look = theme()
        ratio = self.devicePixelRatioF()
        for name, mark in self._marks.items():
            is_done = name in self.done
            icon = phosphor(
                "ph.check-circle" if is_done else "ph.circle",
                color=look.good if is_done else look.dim,
            )
            mark.setPixmap(icon.pixmap(QSize(px(16), px(16)), ratio))
        size, empty = QSize(px(16), px(16)), phosphor("ph.circle", color=look.dim)
        self._mark.setPixmap(empty.pixmap(size, ratio))
        self._say_next()
        self.close_button.setIcon(phosphor("ph.x", color=look.dim))


THINGS = ("step", "unit", "shade", "write")
"""In the order of the note."""
