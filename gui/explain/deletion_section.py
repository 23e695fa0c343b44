"""`DeletionSection`: does the answer fall when the words go that a method calls important?"""

from __future__ import annotations

import math
from html import escape

import numpy as np
from PySide6.QtGui import QShowEvent

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.deletion import Deletion
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.explain import questions
from gui.explain.asked_waiting import AskedWaiting
from gui.explain.deletion_plot import DeletionPlot, order_title
from gui.explain.explaining import Explaining, Question
from gui.i18n.texts import explain
from gui.kit.layouts import column
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label, push_button
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.naming import pane_names


class DeletionSection(View):
    """Asks only when it is told to: it takes a while.  What was found stays until something else
    is asked."""

    def __init__(self, session: Session, explaining: Explaining) -> None:
        super().__init__()
        self._session, self._explaining = session, explaining
        self._title, self._says = label("caption"), label("dim", wraps=True)
        self.measure = push_button(self._measure)
        self.waiting = AskedWaiting(explaining.samples, "deletion")
        self.waiting.cancelled.connect(self._cancel)
        self.names = [label("title") for _ in range(MAX_PANES)]
        self.plots = [DeletionPlot() for _ in range(MAX_PANES)]
        self.results = [label("dim", wraps=True) for _ in range(MAX_PANES)]
        of_panes = zip(self.names, self.plots, self.results, strict=True)
        column(
            *(self._title, self._says, self.measure, self.waiting),
            *(widget for pane in of_panes for widget in pane),
            of=self,
            spacing=4,
        )
        explaining.answered.connect(self.show_answers)
        explaining.changed.connect(self._give_up)
        self.subscribe(session.step_changed, self._follow)
        self.subscribe(session.units_changed, self._follow_unit)
        self.subscribe(session.panes_changed, self._give_up)
        self.subscribe(session.traces_changed, self._follow_reading)
        self.dress()

    def _measure(self) -> None:
        wanted = [self._question(place) for place in range(len(self._session.panes))]
        self._explaining.samples.ask("deletion", [])  # what went wrong before may be mended
        self._explaining.samples.ask("deletion", wanted)
        self.show_answers()

    def _question(self, place: int) -> Question:
        return questions.deletion(self._session, self._explaining, place)

    def _follow_reading(self) -> None:
        self._name()
        if self.isVisible():
            self.show_answers()  # which say of a sample whether what is read is edited

    def _follow(self, step: int) -> None:
        if self._explaining.asked.at == "cursor" and self.isVisible():
            self._give_up()

    def _follow_unit(self, place: int) -> None:
        if not self._session.panes[place].network.answers and self.isVisible():
            self._give_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is known by now."""
        super().showEvent(event)
        self.show_answers()

    def _cancel(self) -> None:
        self._explaining.samples.ask("deletion", [])
        self.show_answers()

    def _give_up(self, *_: object) -> None:
        """Something else is asked: what is under way is not wanted any more."""
        self._explaining.samples.ask("deletion", [])
        self.show_answers()

    def answer(self, place: int) -> Deletion | GatescopeError | None:
        """What was found of a pane; None where nothing was asked yet."""
        found: Deletion | GatescopeError | None = self._explaining.samples.find(
            self._question(place).key
        )
        return found

    def show_answers(self) -> None:
        """Show what is known."""
        names = pane_names(self._session)
        widgets = zip(self.names, self.plots, self.results, strict=True)
        for place, (name, plot, result) in enumerate(widgets):
            answer = self.answer(place) if place < len(names) else None
            for widget in (name, result):
                widget.setVisible(answer is not None)
            plot.setVisible(isinstance(answer, Deletion))
            if answer is None:
                continue
            name.setText(names[place])
            name.setStyleSheet(f"color: {theme().networks[place]};")
            if isinstance(answer, Deletion):
                plot.show_deletion(answer)
                result.setText("<br>".join([*self._lines(answer, plot), *self._notes(place)]))
            else:
                result.setText(explain(answer))

    def _notes(self, place: int) -> list[str]:
        """What is to be said of the sample, as HTML."""
        network = self._session.panes[place].network
        notes = self._explaining.sample_notes(network, questions.DELETED_REVIEWS)
        return [escape(explain(note)) for note in notes]

    def _lines(self, answer: Deletion, plot: DeletionPlot) -> list[str]:
        """How far below chance each curve lies."""
        lines = []
        for name, colour, by_lot in plot.curves():
            if by_lot:
                continue
            mean, error = answer.area(name)
            digits = _digits(error if np.isfinite(error) else mean)
            text = number(mean, digits, sign=True)
            if np.isfinite(error):
                text += f" ± {number(error, digits)}"
            lines.append(f'<span style="color: {colour};">{order_title(name)}</span>: {text}')
        at = answer.target.at
        if answer.of_words:
            text = self.tr("{count} reviews, seed {seed}")
            if at is not None:
                text = self.tr("{count} reviews, seed {seed}, at step {step}")
        else:
            text = self.tr("{count} windows, seed {seed}")
            if at is not None:
                text = self.tr("{count} windows, seed {seed}, at step {step}")
        lines.append(
            filled(
                text,
                {"count": answer.reviews, "seed": answer.seed, "step": f"{(at or 0) + 1:,}"},
            )
        )
        return lines

    def _name(self) -> None:
        """Say what is deleted: words, or steps of numbers."""
        title = self.tr("Does the answer fall without these words?")
        says = self.tr(
            "The words of {count} reviews are deleted, those first that a method says made the "
            "answer. How much lower than in an order by lot is the answer, on average?"
        )
        hint = self.tr("Deletes words of a sample, of every network and method shown")
        if self._session.reads_numbers:
            title = self.tr("Does the answer fall without these steps?")
            says = self.tr(
                "The steps of {count} windows are deleted, those first that a method "
                "says made the answer. How much lower than in an order by lot is the answer, on "
                "average?"
            )
            hint = self.tr("Deletes steps of a sample, of every network and method shown")
        self._title.setText(title)
        self._says.setText(filled(says, {"count": questions.DELETED_REVIEWS}))
        self.measure.setToolTip(tip(hint))

    def retranslate(self) -> None:
        """Set every text."""
        self._name()
        self.measure.setText(self.tr("Measure"))
        self.show_answers()

    def restyle(self) -> None:
        """Colour names and lines."""
        self.show_answers()


def _digits(value: float) -> int:
    """Behind the point, so that one counts; two at least."""
    return 2 if not value else min(6, max(2, -math.floor(math.log10(abs(value)))))
