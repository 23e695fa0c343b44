"""`AttributionView`: what each step did for the answer, as bars over the time axis."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import GatescopeError
from engine.explain.attribution import Attribution
from engine.session.session import Session
from gui.explain import questions
from gui.explain.explaining import Explaining
from gui.explain.method_texts import method_title
from gui.i18n.texts import explain, row_text
from gui.kit.display import Display
from gui.kit.layouts import clear, column, row
from gui.kit.need import Need
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.waiting import Waiting
from gui.kit.widgets import label
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.naming import pane_names, step_title
from gui.plots.axis import StepAxis
from gui.plots.bars import MIN_BARS, Bars

BETWEEN = 4

MAX_BARS = 48
"""The height of a row, where nobody has chosen another."""

Place = tuple[int, str]
"""A pane and a method."""


class AttributionView(View):
    """One row a network and method, each on a scale of its own."""

    def __init__(
        self, session: Session, explaining: Explaining, display: Display, title: QWidget
    ) -> None:
        super().__init__()
        self._session, self._explaining, self._display = session, explaining, display
        self._title, self._summary = title, label("dim")
        self.rows: dict[Place, Bars] = {}
        self._rows = QVBoxLayout()
        sized(self._rows.setSpacing, 2)
        self.axis = StepAxis()
        self.axis.step_asked.connect(self._go)
        head = row(title, None, self._summary, spacing=16)
        below = column((self._rows, 1), self.axis, spacing=0)
        self.waiting = Waiting(500)
        self.waiting.cancelled.connect(explaining.asker.stop)
        explaining.progressed.connect(self.waiting.show_progress)
        column(head, self.waiting, (below, 1), of=self, spacing=BETWEEN)
        for event in (session.traces_changed, session.panes_changed):
            self.subscribe(event, self._ask)
        self.subscribe(session.step_changed, self.show_step)
        self.subscribe(session.units_changed, lambda _: self._ask())
        explaining.changed.connect(self._ask)
        explaining.answered.connect(self.show_answers)
        display.future_changed.connect(self._show_whole)
        self.dress()

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        count = max(1, len(self.rows))
        head = self._title.sizeHint().height() + px(BETWEEN) + self.axis.height()
        least, most = px(MIN_BARS + 2), px(MAX_BARS + 2)
        return Need(head + count * least, head + count * least, head + count * most)

    # -- what is asked -----------------------------------------------------------

    def _places(self) -> list[Place]:
        methods = self._explaining.asked.methods
        panes = self._session.panes
        return [(place, method) for method in methods for place in range(len(panes))]

    def _ask(self, *_: object) -> None:
        asked = self._explaining.asked
        if asked.strip != "attribution":
            self._explaining.asker.ask("attribution", [])
            return
        places = self._places()
        if places != list(self.rows):
            clear(self._rows)
            self.rows = {}
            for at in places:
                bars = self.rows[at] = Bars()
                bars.step_asked.connect(self._go)
                bars.stepped.connect(self._move)
                bars.describe = partial(self._say, at)
                bars.show_whole(self._display.shows_future)
                self._rows.addWidget(bars, 1)
        wanted = [
            questions.attribution_in(self._session, self._explaining, place, method)
            for place, method in places
        ]
        self._explaining.asker.ask("attribution", [each for each in wanted if each is not None])
        self.show_answers()

    def answer(self, at: Place) -> Attribution | GatescopeError | None:
        """What is known of a row; None while it is computed."""
        place, method = at
        pane = self._session.panes[place]
        question = questions.attribution_in(self._session, self._explaining, place, method)
        if question is None:
            return pane.problem
        answer: Attribution | GatescopeError | None = self._explaining.asker.find(question.key)
        return answer

    # -- what is shown -----------------------------------------------------------

    def show_answers(self) -> None:
        """Draw what is known."""
        if self._explaining.asked.strip != "attribution" or self._session.sequence is None:
            return
        steps, names = max(1, self._session.steps), pane_names(self._session)
        several = len(self._explaining.asked.methods) > 1
        for at, bars in self.rows.items():
            place, method = at
            if place >= len(names):
                continue
            answer = self.answer(at)
            known = isinstance(answer, Attribution)
            colour = theme().networks[place]
            values = answer.scores if isinstance(answer, Attribution) else np.zeros(steps)
            bars.show_values(values, steps, colour)
            title = f"{names[place]} · {method_title(method)}" if several else names[place]
            bars.show_name(title, self._note(answer) if known or answer is not None else "…")
            bars.setToolTip("")
        self.axis.set_steps(steps)
        self._say_summary()
        self.show_step(self._session.step)

    def _note(self, answer: Attribution | GatescopeError | None) -> str:
        """The scale, and whether the method's own check holds."""
        if isinstance(answer, GatescopeError):
            return explain(answer)
        if answer is None:
            return "…"
        most = float(np.abs(answer.scores).max(initial=0.0))
        check = answer.checks[0]
        mark = "✓" if check.holds else "⚠"
        return f"±{number(most)}  {mark}"

    def _say_summary(self) -> None:
        parts = []
        for at in self.rows:
            answer, pane = self.answer(at), self._session.panes[at[0]]
            if isinstance(answer, Attribution) and pane.trace is not None:
                padding = answer.on_padding(pane.trace.sequence.padding)
                if padding > 0:
                    parts.append(f"{100 * padding:.0f} %")
        said = self.tr("on padding: {shares}").format(shares=", ".join(parts)) if parts else ""
        self._summary.setText(said)
        self._summary.setToolTip(
            tip(self.tr("How much of all that is attributed falls on padding, row by row."))
        )

    def show_step(self, step: int) -> None:
        """Move the cursor."""
        if self._explaining.asked.strip != "attribution":
            return
        if self._explaining.asked.at == "cursor" and self._explaining.is_elsewhere(step):
            self._ask()
        for bars in self.rows.values():
            bars.show_step(step)
        self.axis.show_step(step)

    def _show_whole(self, whole: bool) -> None:
        for bars in self.rows.values():
            bars.show_whole(whole)

    def _say(self, at: Place, step: int, height: float) -> str:
        answer = self.answer(at)
        if not isinstance(answer, Attribution):
            return explain(answer) if isinstance(answer, GatescopeError) else ""
        if step >= len(answer.scores):
            return ""
        names = {
            "logit": self.tr("the logit"),
            "output": self.tr("the output"),
            "h": self.tr("the hidden state"),
        }
        total = float(np.abs(answer.scores).sum())
        share = abs(float(answer.scores[step])) / total if total else 0.0
        check = answer.checks[0]
        return "\n".join(
            [
                step_title(self._session, step),
                self.tr("{score} of {what} {answer} ({share} of all that is attributed)").format(
                    score=number(float(answer.scores[step]), 4, sign=True),
                    what=names[answer.explains],
                    answer=number(answer.answer, 3, sign=True),
                    share=f"{100 * share:.0f} %",
                ),
                self.tr("{check}: {value} (at most {most})").format(
                    check=row_text(check.name),
                    value=f"{check.value:.1e}",
                    most=f"{check.tolerance:.0e}",
                ),
            ]
        )

    # -- what the user does ------------------------------------------------------

    def _go(self, step: int) -> None:
        self._session.step = step

    def _move(self, change: int) -> None:
        self._session.step += change

    def retranslate(self) -> None:
        """Set the texts."""
        self.show_answers()

    def restyle(self) -> None:
        """Colour the bars."""
        self.show_answers()
