"""`Page`: what every page that explains is, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.network.network import Network
from engine.session.session import Session
from gui.explain.asked_waiting import AskedWaiting
from gui.explain.explaining import Explaining
from gui.kit.display import Display
from gui.kit.layouts import column, row
from gui.kit.page import CentrePage
from gui.look.theme import GAP


@dataclass(frozen=True)
class PageContext:
    """What pages are built of.

    Attributes:
        session, explaining, display: the window's.
        names: what so many classes of a network are called; empty where nobody knows.
    """

    session: Session
    explaining: Explaining
    display: Display
    names: Callable[[Network, int], tuple[str, ...]]


class Page(CentrePage):
    """A title, what is seen in a sentence, and the picture below it, in place of the panes."""

    name: str
    """What it asks as, and what `gui.explain.pages` calls it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.session, self.explaining = context.session, context.explaining
        self._followers: list[Callable[[int], object]] = []
        self.subscribe(self.session.step_changed, self._step)
        self.waiting = AskedWaiting(self.explaining.asker, self.name)
        self.waiting.cancelled.connect(self.explaining.asker.give_up)
        self.sampling = AskedWaiting(self.explaining.samples, self.name)
        self.sampling.cancelled.connect(self.give_sample_up)
        self.body = QWidget()
        head = row(self.title, self.about, None, self.export, self.close_page, spacing=GAP)
        waiting = (self.waiting, self.sampling)
        column(head, self.sentence, *waiting, (self.body, 1), of=self, spacing=GAP // 2)

    def begin(
        self,
        ask: Callable[[], object],
        show_answers: Callable[[], object],
        show_step: Callable[[int], object],
    ) -> None:
        """Ask of what is read and of every pane that comes, and once a page is opened; called once
        everything is built."""
        for event in (self.session.traces_changed, self.session.panes_changed):
            self.subscribe(event, ask)
        self.follow_steps(show_step)
        self.explaining.answered.connect(show_answers)
        self.explaining.page_changed.connect(lambda _: ask())
        self.dress()
        ask()

    def _step(self, step: int) -> None:
        if self.isVisible():
            for show in self._followers:
                show(step)

    def showEvent(self, event: QShowEvent) -> None:
        """Be at the step of the moment."""
        super().showEvent(event)
        self._step(self.session.step)

    def give_sample_up(self) -> None:
        """The user waits for the sample no longer."""
        self.explaining.samples.give_up()

    def follow_steps(self, show: Callable[[int], object]) -> None:
        """Call this at every step while the page is seen; one that is not costs a step nothing."""
        self._followers.append(show)
