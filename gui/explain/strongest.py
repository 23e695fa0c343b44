"""`Strongest`: the steps of what is read in the order of what they did, to go from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError
from engine.session.session import Session
from gui.explain import questions
from gui.explain.explaining import Explaining, Question

if TYPE_CHECKING:
    from engine.explain.attribution import Attribution


class Strongest(QObject):
    """Of the focused network, by the first of the methods; padding has no place in the order.

    Signals:
        changed(): there is another order, or none.
    """

    changed = Signal()

    def __init__(self, session: Session, explaining: Explaining, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._explaining = session, explaining
        self._waits = 0  # ranks to go, once the order is known
        self._reached = -1  # the rank at which going has led
        explaining.answered.connect(self._take)
        explaining.changed.connect(self._take)
        for event in (session.traces_changed, session.focus_changed):
            event.connect(lambda *_: self._forget())

    @property
    def _question(self) -> Question | None:
        if not self._session.panes:
            return None
        return questions.attribution_in(
            self._session, self._explaining, self._session.focus, self._explaining.asked.methods[0]
        )

    @property
    def answer(self) -> Attribution | None:
        """The attribution whose order it is; None while it is not known."""
        question = self._question
        found = None if question is None else self._explaining.asker.find(question.key)
        return None if isinstance(found, GatescopeError) else found

    def order(self) -> list[int]:
        """The steps, the strongest first; empty while they are not known."""
        answer, panes = self.answer, self._session.panes
        trace = panes[self._session.focus].trace if panes else None
        if answer is None or trace is None:
            return []
        sizes = np.where(trace.sequence.padding[: len(answer.scores)], 0.0, np.abs(answer.scores))
        order = np.argsort(-sizes, kind="stable")
        return [int(step) for step in order if sizes[step] > 0]

    def rank(self, step: int) -> int | None:
        """The place of a step in the order, from 0; None if it has none."""
        order = self.order()
        return order.index(step) if step in order else None

    def go(self, change: int) -> None:
        """To the next strongest, 1, or the one before, -1; from elsewhere to the strongest.  Where
        the order is not known, it is asked for."""
        if not (order := self.order()):
            self._waits = change
            question = self._question
            self._explaining.asker.ask("strongest", [] if question is None else [question])
            self._explaining.asker.ask_anew("strongest")  # it may have been given up
            return
        is_there = 0 <= self._reached < len(order) and order[self._reached] == self._session.step
        rank = self._reached + change if is_there else 0
        self.go_to(min(max(rank, 0), len(order) - 1))

    def go_to(self, rank: int) -> None:
        """To the step of a rank, from 0."""
        self._reached = rank
        step = self.order()[rank]
        if self._explaining.asked.at == "cursor":  # else the way there would change the order
            self._reached = -1
        self._session.step = step

    def _take(self) -> None:
        if self._waits and self.order():
            change, self._waits = self._waits, 0
            self._explaining.asker.ask("strongest", [])
            self.go(change)
        self.changed.emit()

    def _forget(self) -> None:
        self._reached, self._waits = -1, 0
        self.changed.emit()
