"""`MemoryView`: how much of every step is still felt at the end, on a logarithmic axis."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.memory import Memory
from engine.session.session import Session
from gui.explain import questions
from gui.explain.explaining import Explaining
from gui.i18n.texts import explain
from gui.kit.display import Display
from gui.kit.layouts import column, row
from gui.kit.need import Need
from gui.kit.text_line import TextLine, TextRun, merged
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import TITLE, theme
from gui.naming import pane_names, step_title
from gui.plots.axis import StepAxis
from gui.plots.curves import Curves, Line

BETWEEN = 4
MIN_PLOT, MAX_PLOT = 48, 80

LOWEST = 1e-6
"""Less is not drawn."""

Floats = npt.NDArray[np.float64]


class LogCurves(Curves):
    """Curves of logarithms; the ends are named by the numbers themselves."""

    @property
    def end_texts(self) -> tuple[str, str]:
        """The numbers at the lower and the upper end."""
        low, high = (number(float(10.0**value)) for value in (self.low, self.high))
        return low, high


class MemoryView(View):
    """The norm of d(h_T)/d(state_t) of every network, on one axis."""

    def __init__(
        self, session: Session, explaining: Explaining, display: Display, title: QWidget
    ) -> None:
        super().__init__()
        self._session, self._explaining = session, explaining
        self._title, self._horizons = title, label("dim")
        self._now = TextLine("ground")
        sized(self._now.setFixedHeight, TITLE + 3)
        self.plot = LogCurves()
        self.plot.setMinimumHeight(MIN_PLOT)
        self.plot.step_asked.connect(self._go)
        self.plot.stepped.connect(self._move)
        self.plot.describe = lambda step, height: self._say(step)
        self.plot.show_whole(True)  # what is felt at the end is known at the end
        self.axis = StepAxis()
        self.axis.step_asked.connect(self._go)
        head = row(title, (self._now, 1), self._horizons, spacing=16)
        below = column((self.plot, 1), self.axis, spacing=0)
        column(head, (below, 1), of=self, spacing=BETWEEN)
        for event in (session.traces_changed, session.panes_changed):
            self.subscribe(event, self._ask)
        self.subscribe(session.step_changed, self.show_step)
        explaining.changed.connect(self._ask)
        explaining.answered.connect(self.show_answers)
        self.dress()

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        head = self._title.sizeHint().height() + BETWEEN + self.axis.height()
        return Need(head + MIN_PLOT, head + MIN_PLOT, head + MAX_PLOT)

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

    def felt(self, place: int) -> Floats | None:
        """The norm of d(h_T)/d(state_t), all states together, ``(T,)``; None while unknown."""
        answer = self.answer(place)
        return answer.felt if isinstance(answer, Memory) else None

    def show_answers(self) -> None:
        """Draw what is known."""
        if self._explaining.asked.strip != "memory" or self._session.sequence is None:
            return
        lines: list[Line] = []
        said = []
        for place, name in enumerate(pane_names(self._session)):
            answer, felt = self.answer(place), self.felt(place)
            if isinstance(answer, GatescopeError):
                said.append(f"{name}: {explain(answer)}")
            if isinstance(answer, Memory) and felt is not None:
                lines.append((np.log10(np.maximum(felt, LOWEST)), theme().networks[place]))
                if answer.horizon is None:
                    text = self.tr("{network} more than {count} steps")
                else:
                    text = self.tr("{network} {count} steps")
                count = len(felt) if answer.horizon is None else answer.horizon
                said.append(filled(text, {"network": name, "count": count}))
        known = [float(values[np.isfinite(values)].min(initial=0.0)) for values, _ in lines]
        top = [float(values[np.isfinite(values)].max(initial=0.0)) for values, _ in lines]
        low, high = np.floor(min([-1.0, *known])), np.ceil(max([0.0, *top]))
        self.plot.show_lines(lines, max(1, self._session.steps), low, high, -2.0)
        self.axis.set_steps(max(1, self._session.steps))
        self._horizons.setText(
            self.tr("1 % is left after: {horizons}").format(horizons=", ".join(said))
            if said
            else "…"
        )
        self.show_step(self._session.step)

    def show_step(self, step: int) -> None:
        """Move the cursor and the numbers."""
        if self._explaining.asked.strip != "memory":
            return
        self.plot.show_step(step)
        self.axis.show_step(step)
        runs: list[TextRun] = []
        for place, name in enumerate(pane_names(self._session)):
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
                parts = [
                    f"|d h_T / d {key}_t| = {number(float(norms[step]))}"
                    for key, norms in answer.state.items()
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
        self.plot.setAccessibleName(self.tr("what is felt of every step at the end"))
        self.show_answers()

    def restyle(self) -> None:
        """Colour the lines."""
        self.show_answers()
