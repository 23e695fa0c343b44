"""`MemoryView`: how much of every step is still felt at the end, on a logarithmic axis."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.memory import Memory
from engine.session.session import Session
from gui.explain import questions
from gui.explain.explaining import Explaining, Question
from gui.explain.memory_plot import Horizon, MemoryPlot
from gui.explain.strip_view import BETWEEN, StripView
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.display import Display
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import column, let_go, row
from gui.kit.need import Need, need_of_plots
from gui.kit.tabs import Tabs
from gui.kit.text_line import TextLine, TextRun
from gui.kit.tips import tip
from gui.look.alignment import AT_RIGHT
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.look.theme import TITLE, theme
from gui.naming import pane_names, shares, shortened, step_title
from gui.plots.curves import Line

LINE = 15
MIN_PLOT, MAX_PLOT = 48, 80

Floats = npt.NDArray[np.float64]


class MemoryView(StripView):
    """The norm of d(h_T)/d(state_t) of every network, on one axis."""

    def __init__(
        self, session: Session, explaining: Explaining, display: Display, title: QWidget
    ) -> None:
        super().__init__("memory", session, explaining, display, title)
        self._horizons = FittingLabel()
        self._horizons.setAlignment(AT_RIGHT | Qt.AlignmentFlag.AlignTop)
        self._names: list[str] = []
        self.of = Tabs(("state", "answer"))
        self.of.chosen.connect(self._choose)
        self._now = TextLine("ground")
        sized(self._now.setFixedHeight, TITLE + 3)
        self.plot = MemoryPlot()
        self.plot.setMinimumHeight(MIN_PLOT)
        self.plot.step_asked.connect(self._go)
        self.plot.stepped.connect(self._move)
        self.plot.describe = lambda step, height: self._say(step)
        self.plot.show_whole(True)  # what is felt at the end is known at the end
        head = row(title, self.of, (self._now, 1), spacing=16)
        self.half_lives: list[FittingLabel] = []
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setVerticalSpacing(0)
        sized(self._lines.setHorizontalSpacing, 16)
        self._lines.setColumnStretch(0, 3)
        self._lines.setColumnStretch(1, 2)
        below = column((self.plot, 1), self.axis, spacing=0)
        column(head, self._lines, self.waiting, (below, 1), of=self, spacing=BETWEEN)
        self._listen()

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        head = self._title.sizeHint().height() + px(BETWEEN) + self.axis.height()
        head += px(LINE) * len(questions.reading_places(self._session)) + px(BETWEEN)
        return need_of_plots(head, MIN_PLOT, MAX_PLOT)

    def _choose(self, of: str) -> None:
        self._explaining.asked = replace(self._explaining.asked, memory=of)

    def wanted(self) -> list[Question]:
        """A memory a pane."""
        asked = [self._question(place) for place in range(len(self._session.panes))]
        return [each for each in asked if each is not None]

    def _question(self, place: int) -> Question | None:
        pane = self._session.panes[place]
        return None if pane.trace is None else questions.memory(pane.trace, pane.layer)

    def answer(self, place: int) -> Memory | GatescopeError | None:
        """The memory of the layer that a pane shows; None while it is computed."""
        found: Memory | GatescopeError | None = self.answer_to(place, self._question(place))
        return found

    @property
    def _of_answer(self) -> bool:
        return self._explaining.asked.memory == "answer"

    def felt(self, place: int) -> Floats | None:
        """The norm of the gradients that are asked for, all states together, ``(T,)``; None while
        unknown, or where there is no answer."""
        answer = self.answer(place)
        if not isinstance(answer, Memory):
            return None
        felt = answer.felt_by_answer if self._of_answer else answer.felt
        return felt if len(felt) else None

    def horizon(self, place: int) -> int | None:
        """How many steps back 1 % of that is left; None if never, or unknown."""
        answer = self.answer(place)
        if not isinstance(answer, Memory):
            return None
        return answer.answer_horizon if self._of_answer else answer.horizon

    def draw(self) -> None:
        """Draw the curves, and say what is known of each network."""
        self.of.choose(self._explaining.asked.memory)
        norms: list[Line] = []
        kept: list[Line] = []
        horizons: list[Horizon] = []
        for place in range(len(self._session.panes)):
            answer, felt, horizon = self.answer(place), self.felt(place), self.horizon(place)
            if not isinstance(answer, Memory) or felt is None:
                continue
            colour = theme().networks[place]
            norms.append((felt, colour))
            if answer.gate_product is not None:
                kept.append((answer.gate_product.mean(axis=1), colour))
            if horizon is not None:
                horizons.append((answer.step_of(horizon), colour))
        self.plot.show_memory(norms, kept, horizons, max(1, self._session.steps))
        self._say_horizons()
        self._say_half_lives()
        self._fit_names()

    def _say_horizons(self) -> None:
        """How far back each feels; in fewer words where there is little room."""
        whole: list[str] = []
        short: list[tuple[str, str]] = []
        names, metrics = pane_names(self._session), self._horizons.fontMetrics()
        for place, name in enumerate(names):
            answer, felt, horizon = self.answer(place), self.felt(place), self.horizon(place)
            if isinstance(answer, Memory) and felt is None:
                whole.append(self.tr("{network} has no answer").format(network=name))
                short.append((name, "–"))
            elif isinstance(answer, Memory) and felt is not None:
                text, before = self.tr("{network} {count} steps"), answer.steps_before
                if horizon is None:
                    text = self.tr("{network} more than {count} steps")
                if horizon is None and before < 1:
                    whole.append(self.tr("{network} has read one step").format(network=name))
                    short.append((name, "–"))
                    continue
                count = before if horizon is None else horizon
                whole.append(filled(text, {"network": name, "count": count}))
                short.append((name, f"> {count}" if horizon is None else str(count)))
        said = self.tr("1\u00a0% is left after: {horizons}")
        texts = [said.format(horizons=", ".join(whole))] if whole else []
        few = self.tr("1\u00a0%: {horizons}")  # with whole names before others are cut
        for text, room in ((said, 90), (few, 150), (said, 56), (few, 90), (few, 56), (few, 40)):
            cut = [f"{shortened(name, metrics, px(room), names)} {count}" for name, count in short]
            if cut:
                texts.append(text.format(horizons=", ".join(cut)))
        self._horizons.say(*texts)
        says = self.tr(
            "How many steps back no more than 1\u00a0% is left of the gradient at the last step, there "
            "and further back: the dashed upright lines. The dashed curves are what the gates keep "
            "(LSTM: f, GRU: z), multiplied up to the end, the mean of all units."
        )
        self._horizons.setToolTip(tip("\n".join([*texts[:1], says])))

    def _say_half_lives(self) -> None:
        """In how many steps what the gates keep halves, one line a network, or why there is
        nothing to draw; beside the first that has something stand the horizons."""
        names = pane_names(self._session)
        if len(self.half_lives) != len(names):
            for each in self.half_lives:
                let_go(each)
            self.half_lives = [FittingLabel() for _ in names]
            for each in self.half_lives:
                sized(each.setFixedHeight, LINE)
        drawn = [isinstance(self.answer(place), Memory) for place in range(len(names))]
        beside = drawn.index(True) if True in drawn else None
        self._horizons.setVisible(beside is not None)
        self._lines.addWidget(self._horizons, beside or 0, 1)
        for place, each in enumerate(self.half_lives):
            self._lines.addWidget(each, place, 0, 1, 1 if place == beside else 2)
        places = questions.reading_places(self._session)
        for place, (each, name) in enumerate(zip(self.half_lives, names, strict=True)):
            each.setVisible(place in places)
            answer, pane = self.answer(place), self._session.panes[place]
            each.setStyleSheet(f"color: {theme().networks[place]};")
            each.setToolTip("")
            if isinstance(answer, GatescopeError):
                why = f"{name}: {explain(answer)}"
                each.say(why)
                each.setToolTip(tip(why))
            elif answer is None:
                each.say(f"{name}: …")
            elif answer.half_life is None:
                each.say(self.tr("{network}: no gate that keeps").format(network=name))
            else:
                values = {
                    "network": name,
                    "unit": pane.units[0] + 1,
                    "own": _steps(answer.half_life[pane.units[0]]),
                    "median": _steps(np.median(answer.half_life)),
                }
                whole = self.tr(
                    "{network}: what the gates keep halves in {own} steps (unit {unit}), "
                    "{median} steps (median of its units)"
                )
                short = self.tr("{network}: half-life {own} (unit {unit}), median {median}")
                each.say(whole.format(**values), short.format(**values))

    def _fit_names(self) -> None:
        """Each has its share of the line, so that every number can be seen."""
        metrics, names = self._now.fontMetrics(), pane_names(self._session)
        widths = [metrics.horizontalAdvance(name) for name in names]
        room = self._now.width() - len(names) * (metrics.horizontalAdvance(" 0.0000") + px(28))
        self._names = [
            shortened(name, metrics, max(width, px(24)), names)
            for name, width in zip(names, shares(widths, room), strict=True)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names have another share of the line."""
        super().resizeEvent(event)
        self._fit_names()
        self.show_step(self.plot.step)

    def move_cursor(self, step: int) -> None:
        """Move the cursor and the numbers."""
        self.plot.show_step(step)
        runs: list[TextRun] = []
        for place, name in enumerate(self._names):
            if (felt := self.felt(place)) is not None and step < len(felt):
                colour = theme().networks[place]
                apart = [TextRun(" " * 4)] if runs else []
                value = TextRun(number(float(felt[step])), colour, bold=True)
                runs += [*apart, TextRun(f"{name} ", colour), value]
        self._now.show_runs(*runs)

    def _say(self, step: int) -> str:
        lines = []
        for place, name in enumerate(pane_names(self._session)):
            answer, felt = self.answer(place), self.felt(place)
            if isinstance(answer, Memory) and felt is not None and step < len(felt):
                of = self.tr("answer") if self._of_answer else "h_T"
                by_state = answer.answer if self._of_answer else answer.state
                parts = [
                    f"|d {of} / d {key}_t| = {number(float(norms[step]))}"
                    for key, norms in by_state.items()
                ]
                if answer.gate_product is not None:
                    kept = float(answer.gate_product[step].mean())
                    parts.append(
                        self.tr("the gates keep {share} on average").format(
                            share=percent_text(f"{100 * kept:.3g}")
                        )
                    )
                lines.append(f"{name}: " + ", ".join(parts))
        return "\n".join([step_title(self._session, step), *lines]) if lines else ""

    def retranslate(self) -> None:
        """Set the texts."""
        self.of.say(
            "state",
            self.tr("state"),
            self.tr("The norm of the gradient of the last hidden state by the state at each step"),
        )
        self.of.say(
            "answer",
            self.tr("answer"),
            self.tr("The norm of the gradient of the answer by the state at each step"),
        )
        self.plot.setAccessibleName(self.tr("what is felt of every step at the end"))
        super().retranslate()


def _steps(half_life: float) -> str:
    return number(float(half_life)) if np.isfinite(half_life) else "∞"
