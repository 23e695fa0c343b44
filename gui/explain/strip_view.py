"""`StripView`: what every strip that explains under the words is, whatever it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.session.session import Session
from gui.explain.answers import Answer
from gui.explain.asked_waiting import AskedWaiting
from gui.explain.explaining import Explaining, Question
from gui.kit.display import Display
from gui.kit.view import View
from gui.plots.axis import StepAxis

BETWEEN = 4
"""The space between title and plot."""


class StripView(View):
    """Asks while it is the strip that is chosen, draws what is known, and moves the one cursor.

    Args:
        name: which of the strips it is, see `engine.session.asked.STRIPS`.
        session, explaining, display: the window's.
        title: stands in front of its first line.
    """

    def __init__(
        self, name: str, session: Session, explaining: Explaining, display: Display, title: QWidget
    ) -> None:
        super().__init__()
        self._name = name
        self._session, self._explaining, self._display = session, explaining, display
        self._title = title
        self.axis = StepAxis()
        self.axis.step_asked.connect(self._go)
        self.waiting = AskedWaiting(explaining.asker, name)
        self.waiting.cancelled.connect(explaining.asker.give_up)

    def _listen(self) -> None:
        """Follow the session, and ask for what is there already; once everything is built."""
        for event in (self._session.traces_changed, self._session.panes_changed):
            self.subscribe(event, self._ask)
        self.subscribe(self._session.step_changed, self.show_step)
        self.subscribe(self._session.units_changed, self._ask)
        self._explaining.changed.connect(self._ask)
        self._explaining.answered.connect(self.show_answers)
        self.dress()
        self._ask()

    @property
    def is_chosen(self) -> bool:
        """Whether it is the strip of the moment."""
        return self._explaining.asked.strip == self._name

    # -- what is asked -----------------------------------------------------------

    def wanted(self) -> list[Question]:
        """What it asks, pane by pane."""
        raise NotImplementedError

    def _ask(self, *_: object) -> None:
        self._explaining.asker.ask(self._name, self.wanted() if self.is_chosen else [])
        if self.is_chosen:
            self.show_answers()

    def answer_to(self, place: int, question: Question | None) -> Answer | None:
        """The answer to a question of a pane, why there is none, or None while nobody knows."""
        if question is None:
            return self._session.panes[place].problem
        return self._explaining.asker.find(question.key)

    # -- what is shown -----------------------------------------------------------

    def show_answers(self) -> None:
        """Draw what is known."""
        if self.is_chosen and self._session.sequence is not None:
            self.axis.set_steps(max(1, self._session.steps))
            self.draw()
            self.show_step(self._session.step)

    def draw(self) -> None:
        """Draw what is known of the moment's panes."""
        raise NotImplementedError

    def show_step(self, step: int) -> None:
        """Move the cursor."""
        if self.is_chosen:
            self.axis.show_step(step)
            self.move_cursor(step)

    def move_cursor(self, step: int) -> None:
        """Move the cursor of the plots."""
        raise NotImplementedError

    # -- what the user does ------------------------------------------------------

    def _go(self, step: int) -> None:
        self._session.step = step

    def _move(self, change: int) -> None:
        self._session.step += change

    def retranslate(self) -> None:
        """Set the texts."""
        self.show_answers()

    def restyle(self) -> None:
        """Colour what is drawn."""
        self.show_answers()
