"""`EndsPage`: where all sequences of the corpus end in the plane of a state, and the path there."""

from __future__ import annotations

import html
from collections.abc import Callable, Generator
from functools import partial
from math import isnan
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from engine.counting import filled
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.export import write_table
from engine.survey.end_states import EndStates, end_states
from engine.survey.passes import Workers
from engine.survey.survey import SURE, Survey
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label
from gui.look.colours import coloured
from gui.look.numbers_text import number
from gui.look.theme import GAP, theme
from gui.naming import label_name, step_title
from gui.plots.state_plot import StatePlot
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.surveying import Wanted

STATES = ("h", "c")
COLOURS = ("label", "answer", "error", "length")
"""What the points are coloured by."""

ALPHA, SHADES = 150, 8
"""How dense a point is, and in how many steps answers and lengths are told apart: the plot keeps a
picture of each."""


class EndsPage(SurveyPage):
    """One point a sequence; a click opens it at its end."""

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self._key, self._by = "h", "label"
        self._drawn: object = None
        self.states, self.colours = Tabs(STATES), Tabs(COLOURS)
        self.states.choose("h")
        self.colours.choose("label")
        self.states.chosen.connect(self._choose_state)
        self.colours.chosen.connect(self._choose_colour)
        row(self.states, 2 * GAP, self.colours, None, of=self.choices)
        self.plot = StatePlot()
        self.plot.describe = self._say_step
        self.plot.describe_end = self._say_end
        self.plot.step_asked.connect(self._go)
        self.plot.end_asked.connect(self._open)
        self.legend = label("caption", wraps=True)
        column((self.plot, 1), self.legend, of=self.body, spacing=GAP // 2)
        self.subscribe(self.session.step_changed, self._show_step)
        for event in (self.session.traces_changed, self.session.units_changed):
            self.subscribe(event, lambda *_: self.update_answer())
        self.dress()

    # -- what is asked -----------------------------------------------------------

    def show_choices(self, network: Network) -> None:
        """Offer the states of the layer in the focused pane."""
        pane = self.session.focused
        if pane is not None:
            states = CELL_KINDS[pane.shown.kind].states
            self._key = self._key if self._key in states else "h"
            self.states.buttons["c"].setVisible("c" in states)
            self.states.choose(self._key)

    def wanted(self, network: Network) -> Wanted | None:
        """The ends of the layer in the focused pane."""
        pane = self.session.focused
        if pane is None:
            return None
        which = pane.layer, self._key
        return Wanted(("ends", *which), (network,), partial(_asked, which))

    # -- what is shown -----------------------------------------------------------

    def show_answer(self, answer: tuple[Survey, EndStates]) -> None:
        """Draw the points, and the path of what is read over them."""
        reading, found = answer
        self.sentence.setText(
            " ".join(
                filter(
                    None,
                    (
                        self.tr(
                            "{share} of the variance of the last states of {layer} is in this plane "
                            "({first} across, {second} up)."
                        ).format(
                            share=_percent(float(found.plane.shares.sum())),
                            layer=found.layer,
                            first=_percent(float(found.plane.shares[0])),
                            second=_percent(float(found.plane.shares[1])),
                        ),
                        self.notes_of(reading),
                    ),
                )
            )
        )
        drawn = (id(answer), self._by, theme())
        if drawn != self._drawn:
            self._drawn = drawn
            none: npt.NDArray[np.float64] = np.zeros((0, 2))
            self.plot.show_cloud(none, [], found.points, self._painted(reading), 4)
        pane = self.session.focused
        trace = None if pane is None else pane.layer_trace
        path = np.zeros((0, 2))
        if trace is not None and found.key in trace.series:
            path = found.plane.project(trace.series[found.key])
        self.plot.show_path(path, theme().text)
        self.plot.restyle()
        self._show_step(self.session.step)
        self.legend.setText(self._legend(reading))

    def _values(self, reading: Survey) -> npt.NDArray[np.float64]:
        """What is coloured, ``(N,)`` from 0 to 1; NaN where there is none."""
        labels = reading.inputs.labels
        ends = reading.answers.ends[:, -1].astype(np.float64)
        if self._by == "answer":
            return ends
        if self._by == "length":
            lengths = reading.inputs.lengths.astype(np.float64)
            order = lengths.argsort(kind="stable").argsort(kind="stable")
            return order / max(1, len(order) - 1)
        known = np.where(labels >= 0, labels, np.nan).astype(np.float64)
        if self._by == "label":
            return known
        wrong = np.full(len(labels), np.nan)
        judged = reading.judged
        wrong[judged] = (ends[judged] > SURE) == (labels[judged] == 1)
        return wrong

    def _painted(self, reading: Survey) -> list[QColor]:
        """The colour of each point; faint where nothing is known."""
        values = self._values(reading)
        if self._by in ("answer", "length"):  # few shades: each is a picture of its own
            values = np.clip(np.floor(values * SHADES) / (SHADES - 1), 0, 1)
        shades = coloured(np.nan_to_num(values, nan=0.5), signed=self._by != "length")
        faint = QColor(theme().faint)
        faint.setAlpha(ALPHA)
        made: dict[int, QColor] = {}
        result = []
        for value, (red, green, blue) in zip(values.tolist(), shades.tolist(), strict=True):
            if isnan(value):
                result.append(faint)
                continue
            code = red << 16 | green << 8 | blue
            if code not in made:
                made[code] = QColor(red, green, blue, ALPHA)
            result.append(made[code])
        return result

    def _legend(self, reading: Survey) -> str:
        low, high = (
            QColor(*(int(channel) for channel in shade)).name()
            for shade in coloured(np.array([0.0, 1.0]), signed=self._by != "length")
        )
        names = {
            "label": (label_name(0), label_name(1)),
            "answer": (self.tr("answer 0"), self.tr("answer 1")),
            "error": (self.tr("wrong"), self.tr("right")),
            "length": (self.tr("short"), self.tr("long")),
        }[self._by]
        dots = [
            f'<span style="color: {colour}">●</span> {html.escape(name)}'
            for colour, name in zip((low, high), names, strict=True)
        ]
        text = self.tr(
            "{count} points, a sequence each; the line is what is read now, strong up to the step. A "
            "click on a point opens it; the wheel zooms, a double click shows all."
        ).format(count=f"{len(reading.inputs):,}")
        return " ".join([*dots, "·", html.escape(text)])

    def _show_step(self, step: int) -> None:
        if self.isVisible() and self.answer is not None:
            self.plot.show_step(step)

    def _say_step(self, step: int) -> str:
        return step_title(self.session, step) if step < self.session.steps else ""

    def _say_end(self, place: int) -> str:
        if self.answer is None:
            return ""
        reading: Survey = self.answer[0]
        inputs = reading.inputs
        text = filled(
            self.tr("number {number}, answer {answer}, {length} steps"),
            {
                "number": f"{int(inputs.numbers[place]):,}",
                "answer": number(float(reading.answers.ends[place, -1])),
                "length": f"{int(inputs.lengths[place]):,}",
            },
        )
        return "\n".join(filter(None, (text, label_name(int(inputs.labels[place])))))

    # -- what the user does ------------------------------------------------------

    def _go(self, step: int) -> None:
        self.session.step = step

    def _open(self, place: int) -> None:
        if self.answer is not None:
            inputs = self.answer[0].inputs
            self.surveying.open(int(inputs.numbers[place]), inputs.steps - 1)

    def _choose_state(self, key: str) -> None:
        self._key = key
        self.update_answer()

    def _choose_colour(self, by: str) -> None:
        self._by = by
        self.update_answer()

    @property
    def table(self) -> Callable[[Path], None] | None:
        """A row a sequence."""
        return None if self.answer is None else partial(write_ends, *self.answer)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Where do they end?"))
        self.states.say("h", self.tr("hidden state h"), "")
        self.states.say("c", self.tr("cell state c"), "")
        for name, text in (
            ("label", self.tr("by label")),
            ("answer", self.tr("by answer")),
            ("error", self.tr("right or wrong")),
            ("length", self.tr("by length")),
        ):
            self.colours.say(name, text, "")
        super().retranslate()


def write_ends(reading: Survey, found: EndStates, path: Path) -> None:
    """Write a row a sequence, as CSV.

    Raises:
        GatescopeError: the file cannot be written.
    """
    inputs = reading.inputs
    ends = reading.answers.ends[:, -1]
    rows = (
        (
            int(inputs.numbers[place]),
            int(inputs.labels[place]) if inputs.labels[place] >= 0 else None,
            float(ends[place]),
            int(inputs.lengths[place]),
            *map(float, found.points[place]),
        )
        for place in range(len(inputs))
    )
    write_table(("number", "label", "answer", "length", "x", "y"), rows, path)


def _asked(
    which: tuple[str, str],
    readings: tuple[Survey, ...],
    workers: Workers,
    should_stop: ShouldStop,
) -> Generator[Progress, None, tuple[Survey, EndStates]]:
    yield Progress(0, 1, "The plane is found")
    return readings[0], end_states(readings[0], *which)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
