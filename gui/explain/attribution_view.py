"""`AttributionView`: what each step did for the answer, as bars over the time axis."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import GatescopeError
from engine.explain.attribution import Attribution
from engine.network.network import Network
from engine.session.session import Session
from gui.explain import questions
from gui.explain.check_texts import why_in_doubt
from gui.explain.explaining import Explaining, Question
from gui.explain.method_texts import explained_name, explained_number, method_title
from gui.explain.strip_view import BETWEEN, StripView
from gui.explain.strongest import Strongest
from gui.explain.strongest_bar import StrongestBar
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain, row_text
from gui.kit.display import Display
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import clear, column, row
from gui.kit.need import Need, need_of_plots
from gui.kit.tips import tip
from gui.look.alignment import AT_RIGHT
from gui.look.numbers_text import number, weight_text
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.naming import PART, answer_name, pane_names, shortened, step_title
from gui.plots.bars import MIN_BARS, Bars

MAX_BARS = 58
"""The height of a row, where nobody has chosen another."""

Place = tuple[int, str]
"""A pane and a method."""


class AttributionView(StripView):
    """One row a network and method, each on a scale of its own."""

    def __init__(
        self,
        session: Session,
        explaining: Explaining,
        display: Display,
        title: QWidget,
        strongest: Strongest,
        class_names: Callable[[Network, int], tuple[str, ...]],
    ) -> None:
        super().__init__("attribution", session, explaining, display, title)
        self._class_names = class_names
        self.strongest = StrongestBar(session, strongest)
        self._summary = FittingLabel()
        self._summary.setAlignment(AT_RIGHT)
        self.rows: dict[Place, Bars] = {}
        self._rows = QVBoxLayout()
        sized(self._rows.setSpacing, 2)
        head = row(title, self.strongest, (self._summary, 1), spacing=16)
        below = column((self._rows, 1), self.axis, spacing=0)
        column(head, self.waiting, (below, 1), of=self, spacing=BETWEEN)
        display.future_changed.connect(self._show_whole)
        self._listen()

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        count = max(1, len(self.rows))
        head = self._title.sizeHint().height() + px(BETWEEN) + self.axis.height()
        return need_of_plots(head, MIN_BARS + 2, MAX_BARS + 2, count)

    # -- what is asked -----------------------------------------------------------

    def _places(self) -> list[Place]:
        places = questions.reading_places(self._session)
        return [(place, method) for method in self._explaining.asked.methods for place in places]

    def wanted(self) -> list[Question]:
        """An attribution a row; of an edited reading the answer before, too."""
        places = self._places()
        asked = [self._question(at) for at in places]
        before = [self._before(at, self.answer(at)) for at in places]
        return [each for each in (*asked, *before) if each is not None]

    def _question(self, at: Place) -> Question | None:
        place, method = at
        return questions.attribution_in(self._session, self._explaining, place, method)

    def _before(self, at: Place, answer: object) -> Question | None:
        if not isinstance(answer, Attribution):
            return None
        return questions.answer_before(self._session, self._explaining, at[0], answer)

    def answer(self, at: Place) -> Attribution | GatescopeError | None:
        """What is known of a row; None while it is computed."""
        found: Attribution | GatescopeError | None = self.answer_to(at[0], self._question(at))
        return found

    def before(self, at: Place) -> float | None:
        """What is explained, of the reading without edits; None where it is not known, or nothing
        was edited."""
        question = self._before(at, self.answer(at))
        found = None if question is None else self.answer_to(at[0], question)
        return found if isinstance(found, float) else None

    # -- what is shown -----------------------------------------------------------

    def draw(self) -> None:
        """Draw the bars, and say what they are."""
        self._make_rows()
        steps, names = max(1, self._session.steps), pane_names(self._session)
        several = len(self._explaining.asked.methods) > 1
        for at, bars in self.rows.items():
            place, method = at
            answer = self.answer(at)
            values = answer.scores if isinstance(answer, Attribution) else np.zeros(0)
            bars.show_values(values, steps, theme().networks[place])
            title = f"{names[place]}{PART}{method_title(method)}" if several else names[place]
            bars.show_name(title, *self._notes(at, answer))
        self._say_summary()
        self.strongest.show_rank()
        if any(self._before(at, self.answer(at)) for at in self.rows):
            self._explaining.asker.ask(self._name, self.wanted())

    def _make_rows(self) -> None:
        places = self._places()
        if places == list(self.rows):
            return
        clear(self._rows)
        self.rows = {}
        for at in places:
            bars = self.rows[at] = Bars()
            bars.step_asked.connect(self._go)
            bars.stepped.connect(self._move)
            bars.describe = partial(self._say, at)
            bars.show_whole(self._display.shows_future)
            self._rows.addWidget(bars, 1)

    def _notes(self, at: Place, answer: Attribution | GatescopeError | None) -> list[str]:
        """What is explained, the scale, and whether the method's own check holds; in fewer and
        fewer words."""
        if isinstance(answer, GatescopeError):
            return [explain(answer)]
        if answer is None:
            return ["…"]
        before = self.before(at)
        scale = f"±{weight_text(float(np.abs(answer.scores).max(initial=0.0)))}"
        mark = "⚠" if why_in_doubt(answer) else "✓"
        known = explained_number(answer, before)
        whole = [f"{explained_name(answer)} {known}", scale, mark]
        if answer.several and answer.target.channel is not None:
            whole.insert(0, self._class(at[0], answer.target.channel))
        short = [scale, mark] if before is None else [known, mark]
        return ["  ".join(parts) for parts in (whole, whole[-3:], short)]

    def _class(self, place: int, nth: int) -> str:
        """What a class is called."""
        pane = self._session.panes[place]
        count = 0 if pane.trace is None else pane.trace.prediction.shape[-1]
        names = self._class_names(pane.network, count)
        if nth < len(names):
            return names[nth]
        return "" if pane.trace is None else answer_name(pane.trace, nth)

    def _say_summary(self) -> None:
        whole, short, shares = [], [], []
        names, metrics = pane_names(self._session), self._summary.fontMetrics()
        several = len(self._explaining.asked.methods) > 1
        for at in self.rows:
            answer, pane, name = self.answer(at), self._session.panes[at[0]], names[at[0]]
            if isinstance(answer, Attribution) and pane.trace is not None:
                padding = answer.on_padding(pane.trace.sequence.padding)
                if padding > 0:
                    shares.append(padding)
                    method = f" · {method_title(at[1])}" if several else ""
                    share = percent_text(f"{100 * padding:.0f}")
                    whole.append(f"{name}{method} {share}")
                    cut = shortened(name, metrics, px(56), names)
                    short.append(f"{cut}{method} {share}")
        text = self.tr("on padding: {shares}")
        texts = [text.format(shares=", ".join(each)) for each in (whole, short) if each]
        if whole:
            most = percent_text(f"{100 * max(shares):.0f}")
            texts.append(self.tr("on padding: at most {share}").format(share=most))
        self._summary.say(*texts)
        self._summary.setToolTip(
            tip(
                "\n".join(
                    [
                        *texts[:1],
                        self.tr("How much of all that is attributed falls on padding, row by row."),
                    ]
                )
            )
        )

    def move_cursor(self, step: int) -> None:
        """Move the cursor of every row; another answer is explained, where it is that at the
        cursor."""
        if self._explaining.asked.at == "cursor" and self._explaining.is_elsewhere(step):
            self._ask()
        for bars in self.rows.values():
            bars.show_step(step)
        self.strongest.show_rank()

    def _show_whole(self, whole: bool) -> None:
        for bars in self.rows.values():
            bars.show_whole(whole)

    def _say(self, at: Place, step: int, height: float) -> str:
        answer = self.answer(at)
        if not isinstance(answer, Attribution):
            return explain(answer) if isinstance(answer, GatescopeError) else ""
        if step >= len(answer.scores):
            return ""
        total = float(np.abs(answer.scores).sum())
        share = abs(float(answer.scores[step])) / total if total else 0.0
        check = answer.checks[0]
        return "\n".join(
            [
                step_title(self._session, step),
                self.tr("{score} of {what} {answer} ({share} of all that is attributed)").format(
                    score=number(float(answer.scores[step]), 4, sign=True),
                    what=explained_name(answer),
                    answer=explained_number(answer, self.before(at)),
                    share=percent_text(f"{100 * share:.0f}"),
                ),
                self.tr("{check}: {value} (at most {most})").format(
                    check=row_text(check.name),
                    value=f"{check.value:.1e}",
                    most=f"{check.tolerance:.0e}",
                ),
                *why_in_doubt(answer),
            ]
        )
