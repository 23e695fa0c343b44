"""`MemoryView`: how much of every step is still felt at the end, on a logarithmic axis."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.memory import Memory
from engine.session.session import Session
from gui.explain import questions
from gui.explain.explaining import Explaining
from gui.explain.memory_plot import Horizon, MemoryPlot
from gui.i18n.texts import explain
from gui.kit.display import Display
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import column, row
from gui.kit.need import Need
from gui.kit.tabs import Tabs
from gui.kit.text_line import TextLine, TextRun, merged
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.waiting import Waiting
from gui.look.alignment import AT_RIGHT
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.look.theme import TITLE, theme
from gui.naming import pane_names, shares, shortened, step_title
from gui.plots.axis import StepAxis
from gui.plots.curves import Line

BETWEEN = 4
MIN_PLOT, MAX_PLOT = 48, 80

Floats = npt.NDArray[np.float64]


class MemoryView(View):
    """The norm of d(h_T)/d(state_t) of every network, on one axis."""

    def __init__(
        self, session: Session, explaining: Explaining, display: Display, title: QWidget
    ) -> None:
        super().__init__()
        self._session, self._explaining = session, explaining
        self._title, self._horizons = title, FittingLabel()
        self._horizons.setAlignment(AT_RIGHT)
        self._names: list[str] = []
        self.of = Tabs(("state", "answer"))
        self.of.chosen.connect(self._choose)
        self._now = TextLine("ground")
        sized(self._now.setFixedHeight, TITLE + 3)
        self.plot = MemoryPlot()
        sized(self.plot.setMinimumHeight, MIN_PLOT)
        self.plot.step_asked.connect(self._go)
        self.plot.stepped.connect(self._move)
        self.plot.describe = lambda step, height: self._say(step)
        self.plot.show_whole(True)  # what is felt at the end is known at the end
        self.axis = StepAxis()
        self.axis.step_asked.connect(self._go)
        head = row(title, self.of, (self._now, 1), (self._horizons, 1), spacing=16)
        below = column((self.plot, 1), self.axis, spacing=0)
        self.waiting = Waiting(500)
        self.waiting.cancelled.connect(explaining.asker.stop)
        explaining.progressed.connect(self.waiting.show_progress)
        column(head, self.waiting, (below, 1), of=self, spacing=BETWEEN)
        for event in (session.traces_changed, session.panes_changed):
            self.subscribe(event, self._ask)
        self.subscribe(session.step_changed, self.show_step)
        explaining.changed.connect(self._ask)
        explaining.answered.connect(self.show_answers)
        self.dress()

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        head = self._title.sizeHint().height() + px(BETWEEN) + self.axis.height()
        return Need(head + px(MIN_PLOT), head + px(MIN_PLOT), head + px(MAX_PLOT))

    def _choose(self, of: str) -> None:
        self._explaining.asked = replace(self._explaining.asked, memory=of)

    def _ask(self, *_: object) -> None:
        if self._explaining.asked.strip != "memory":
            self._explaining.asker.ask("memory", [])
            return
        wanted = [
            questions.memory(pane.trace, pane.layer)
            for pane in self._session.panes
            if pane.trace is not None
        ]
        self._explaining.asker.ask("memory", wanted)
        self.show_answers()

    def answer(self, place: int) -> Memory | GatescopeError | None:
        """The memory of the layer that a pane shows; None while it is computed."""
        pane = self._session.panes[place]
        if pane.trace is None:
            return pane.problem
        answer: Memory | GatescopeError | None = self._explaining.asker.find(
            questions.memory(pane.trace, pane.layer).key
        )
        return answer

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

    def show_answers(self) -> None:
        """Draw what is known."""
        if self._explaining.asked.strip != "memory" or self._session.sequence is None:
            return
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
            if answer.kept is not None:
                kept.append((answer.kept.mean(axis=1), colour))
            if horizon is not None:
                horizons.append((answer.step_of(horizon), colour))
        steps = max(1, self._session.steps)
        self.plot.show_memory(norms, kept, horizons, steps)
        self.axis.set_steps(steps)
        self._say_horizons()
        self._fit_names()
        self.show_step(self._session.step)

    def _say_horizons(self) -> None:
        """How far back each feels; in fewer words where there is little room."""
        whole, short = [], []
        for place, name in enumerate(pane_names(self._session)):
            answer, felt, horizon = self.answer(place), self.felt(place), self.horizon(place)
            if isinstance(answer, GatescopeError):
                whole.append(f"{name}: {explain(answer)}")
                short.append("⚠")
            elif isinstance(answer, Memory) and felt is None:
                whole.append(self.tr("{network} has no answer").format(network=name))
                short.append("–")
            elif felt is not None:
                text = self.tr("{network} {count} steps")
                if horizon is None:
                    text = self.tr("{network} more than {count} steps")
                count = len(felt) if horizon is None else horizon
                whole.append(filled(text, {"network": name, "count": count}))
                short.append(f"> {count}" if horizon is None else str(count))
        said = self.tr("1 % is left after: {horizons}")
        texts = [said.format(horizons=", ".join(each)) for each in (whole, short) if each]
        if short:
            texts.append(self.tr("1 %: {horizons}").format(horizons=", ".join(short)))
        self._horizons.say(*texts or ("…",))
        says = self.tr(
            "How many steps back no more than 1 % is left of the gradient at the last step, there "
            "and further back: the dashed upright lines. The dashed curves are what the gates keep "
            "(LSTM: f, GRU: z), multiplied up to the end, the mean of all units."
        )
        self._horizons.setToolTip(tip("\n".join([*texts[:1], says])))

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

    def show_step(self, step: int) -> None:
        """Move the cursor and the numbers."""
        if self._explaining.asked.strip != "memory":
            return
        self.plot.show_step(step)
        self.axis.show_step(step)
        runs: list[TextRun] = []
        for place, name in enumerate(self._names):
            felt = self.felt(place)
            if felt is not None and step < len(felt):
                colour = theme().networks[place]
                apart = [TextRun(" " * 4)] if runs else []
                value = TextRun(number(float(felt[step])), colour, bold=True)
                runs += [*apart, TextRun(f"{name} ", colour), value]
        self._now.show_runs(*merged(*runs))

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
                if answer.kept is not None:
                    kept = float(answer.kept[step].mean())
                    parts.append(
                        self.tr("the gates keep {share} on average").format(
                            share=f"{100 * kept:.3g} %"
                        )
                    )
                lines.append(f"{name}: " + ", ".join(parts))
        return "\n".join([step_title(self._session, step), *lines]) if lines else ""

    def _go(self, step: int) -> None:
        self._session.step = step

    def _move(self, change: int) -> None:
        self._session.step += change

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
        self.show_answers()

    def restyle(self) -> None:
        """Colour the lines."""
        self.show_answers()
