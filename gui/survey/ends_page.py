"""`EndsPage`: where all sequences of the corpus stand in two dimensions of a state, and the path."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial
from math import isnan
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSpinBox

from engine.counting import filled
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.replay.export import write_table
from engine.survey.corpus_states import (
    COMPONENTS,
    METHODS,
    CorpusStates,
    Where,
    corpus_states,
)
from engine.survey.survey import SURE, Survey
from engine.survey.umap_map import NEAREST
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label, name_widget, take_typed
from gui.look.colours import coloured
from gui.look.numbers_text import number
from gui.look.scale import stroke
from gui.look.theme import GAP, theme
from gui.naming import label_name, step_title
from gui.plots.brush import MOVE, TOOLS, inside
from gui.plots.state_plot import StatePlot
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.select_button import SelectButton
from gui.survey.surveying import Wanted, about

STATES = ("h", "c")
COLOURS = ("label", "answer", "error", "length")
"""What the points are coloured by."""

ENDS = ("end", "step")
"""Whether states at the end or at a step are drawn."""

ALPHA, FAINT, SHADES = 150, 28, 8
"""How dense a point is, how dense one that is not selected, and in how many steps answers and lengths
are told apart: the plot keeps a picture of each."""


class EndsPage(SurveyPage):
    """One point a sequence; a click opens it, a brush selects many."""

    is_limited = True

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self._drawn: tuple[object, ...] | None = None
        self.states, self.colours = Tabs(STATES), Tabs(COLOURS)
        self.ends, self.methods, self.tools = Tabs(ENDS), Tabs(METHODS), Tabs(TOOLS)
        self.by_group = SelectButton()
        self.by_group.chosen.connect(self._select_group)
        self.step = QSpinBox()
        take_typed(self.step, 64)
        self.step.valueChanged.connect(lambda _: self.update_answer())
        self.methods.choose(COMPONENTS)
        self.tools.choose(MOVE)
        self.ends.chosen.connect(self._choose_end)
        for each in (self.states, self.colours, self.methods):
            each.chosen.connect(self.update_answer)
        column(
            row(self.states, 2 * GAP, self.ends, self.step, 2 * GAP, self.methods, None),
            row(self.colours, 2 * GAP, self.tools, self.by_group, None),
            of=self.choices,
            spacing=GAP // 2,
        )
        self.plot = StatePlot()
        self.plot.describe = self._say_step
        self.plot.describe_end = self._say_end
        self.plot.step_asked.connect(self._go)
        self.plot.end_asked.connect(self._open)
        self.tools.chosen.connect(self.plot.choose_tool)
        self.plot.brushed.connect(self._select)
        self.legend = label("caption", wraps=True)
        column((self.plot, 1), self.legend, of=self.body, spacing=GAP // 2)
        self.subscribe(self.session.step_changed, self._show_step)
        for event in (self.session.traces_changed, self.session.units_changed):
            self.subscribe(event, lambda *_: self.update_answer())
        self.dress()

    # -- what is asked -----------------------------------------------------------

    def show_choices(self, network: Network) -> None:
        """Offer the states of the layer in the focused pane."""
        if (pane := self.session.focused) is not None:
            states = STATEFUL[pane.shown.kind].states
            self.states.buttons["c"].setVisible("c" in states)
            if self.states.current not in states:
                self.states.choose("h")
        with QSignalBlocker(self.step):
            self.step.setRange(1, max(1, self.session.steps))
        self.step.setVisible(self.ends.current == "step")
        if self.surveying.selection is None:
            self.plot.brush.forget_shape()

    def wanted(self, network: Network) -> Wanted | None:
        """The states of the layer in the focused pane, of all sequences: what is selected is seen
        among the others."""
        if (pane := self.session.focused) is None:
            return None
        step = self.step.value() - 1 if self.ends.current == "step" else None
        where = Where(pane.layer, self.states.current, step, self.methods.current)
        return Wanted(where, (network,), about(corpus_states, where))

    # -- what is shown -----------------------------------------------------------

    def show_answer(self, answer: tuple[Survey, CorpusStates]) -> None:
        """Draw the points, and the path of what is read over them."""
        reading, found = answer
        said = [self._say_map(found), self._say_left_out(reading, found)]
        notes = [*map(explain, found.notes), self.notes_of(reading)]
        self.sentence.setText(" ".join(filter(None, (*said, *notes))))
        selection = self.surveying.selection
        self.by_group.offer(reading, None if selection is None else selection.numbers)
        chosen = None if selection is None else selection.key
        drawn = (id(answer), self._by, theme(), stroke(1), chosen)
        if drawn != self._drawn:
            if self._drawn is None or self._drawn[0] != drawn[0]:
                self.plot.brush.forget_shape()  # it was drawn around other points
            self._drawn = drawn
            none: npt.NDArray[np.float64] = np.zeros((0, 2))
            self.plot.show_cloud(none, [], found.points, self._painted(reading, found), 4)
        pane = self.session.focused
        trace = None if pane is None else pane.layer_trace
        path = np.zeros((0, 2))
        if trace is not None and found.where.key in trace.series:
            path = found.map.project(trace.series[found.where.key])
        self.plot.show_path(path, theme().text)
        self.plot.restyle()
        self._show_step(self.session.step)
        self.legend.setText(self._legend(found))

    def _say_map(self, found: CorpusStates) -> str:
        """How far what is drawn is true."""
        where, shares = found.where, found.shares
        if shares is None:
            text = self.tr(
                "The last states of {layer} as UMAP lays them out: neighbours stay near each other, "
                "distances and directions mean nothing."
            )
            if where.step is not None:
                text = self.tr(
                    "The states of {layer} at step {step} as UMAP lays them out: neighbours stay near "
                    "each other, distances and directions mean nothing."
                )
            return text.format(layer=where.layer, step=(where.step or 0) + 1)
        text = self.tr(
            "{share} of the variance of the last states of {layer} is in this plane "
            "({first} across, {second} up)."
        )
        if where.step is not None:
            text = self.tr(
                "{share} of the variance of the states of {layer} at step {step} is in this plane "
                "({first} across, {second} up)."
            )
        return text.format(
            share=_percent(float(shares.sum())),
            layer=where.layer,
            step=(where.step or 0) + 1,
            first=_percent(float(shares[0])),
            second=_percent(float(shares[1])),
        )

    def _say_left_out(self, reading: Survey, found: CorpusStates) -> str:
        """How many have no state there, if any."""
        if not (missing := len(reading.inputs) - found.count):
            return ""
        text = self.tr("Left out, as they read nothing there: {count} of {total}.")
        return text.format(count=f"{missing:,}", total=f"{len(reading.inputs):,}")

    def _values(self, reading: Survey, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """What is coloured of some sequences, ``(M,)`` from 0 to 1; NaN where there is none."""
        labels = reading.inputs.labels[rows]
        ends: npt.NDArray[np.float64] = reading.answers.ends[rows, -1].astype(np.float64)
        if self._by == "answer":
            return ends
        if self._by == "length":
            lengths = reading.inputs.lengths[rows]
            order = lengths.argsort(kind="stable").argsort(kind="stable")
            return order / max(1, len(order) - 1)
        known = np.where(labels >= 0, labels, np.nan).astype(np.float64)
        if self._by == "label":
            return known
        wrong = np.full(len(labels), np.nan)
        judged = reading.judged[rows]
        wrong[judged] = (ends[judged] > SURE) == (labels[judged] == 1)
        return wrong

    def _painted(self, reading: Survey, found: CorpusStates) -> list[QColor]:
        """The colour of each point; grey where nothing is known, faint what is not selected."""
        values = self._values(reading, found.rows)
        selection = self.surveying.selection
        chosen = np.ones(len(values), bool)
        if selection is not None:
            chosen = np.isin(reading.inputs.numbers[found.rows], selection.numbers)
        if self._by in ("answer", "length"):  # few shades: each is a picture of its own
            values = np.clip(np.floor(values * SHADES) / (SHADES - 1), 0, 1)
        shades = coloured(np.nan_to_num(values, nan=0.5), signed=self._by != "length")
        grey = QColor(theme().faint)
        made: dict[tuple[int, ...], QColor] = {}
        result = []
        for value, shade, is_chosen in zip(
            values.tolist(), shades.tolist(), chosen.tolist(), strict=True
        ):
            channels = shade if not isnan(value) else (grey.red(), grey.green(), grey.blue())
            code = (*channels, ALPHA if is_chosen else FAINT)
            if code not in made:
                made[code] = QColor(*code)
            result.append(made[code])
        return result

    def _legend(self, found: CorpusStates) -> str:
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
        ).format(count=f"{len(found.rows):,}")
        texts = [*dots, "·", html.escape(text)]
        if found.shares is None:
            path = self.tr("Each step of the line stands among the {count} states nearest to it.")
            texts.append(html.escape(path.format(count=NEAREST)))
        if self.surveying.selection is not None:
            limited = self.tr(
                "Of what is selected alone are: the unit card, where else, and where they part."
            )
            texts.append(html.escape(limited))
        return " ".join(texts)

    def _show_step(self, step: int) -> None:
        if self.isVisible() and self.answer is not None:
            self.plot.show_step(step)

    def _say_step(self, step: int) -> str:
        return step_title(self.session, step) if step < self.session.steps else ""

    def _say_end(self, place: int) -> str:
        if self.answer is None:
            return ""
        reading: Survey = self.answer[0]
        place = int(self.answer[1].rows[place])
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
            reading, found = self.answer
            inputs, step = reading.inputs, found.where.step
            number = int(inputs.numbers[found.rows[place]])
            self.surveying.open(number, inputs.steps - 1 if step is None else step)

    def _select(self, corners: npt.NDArray[np.float64]) -> None:
        """Select what lies inside a shape; an empty one lets go."""
        if self.answer is not None:
            reading, found = self.answer
            chosen = found.rows[inside(found.points, corners)]
            self.surveying.select(reading.inputs.numbers[chosen])
            if not len(chosen):
                self.plot.brush.forget_shape()

    def _select_group(self, numbers: npt.NDArray[np.int64]) -> None:
        """Select without a shape."""
        self.plot.brush.forget_shape()
        self.surveying.select(numbers)

    def _choose_end(self) -> None:
        with QSignalBlocker(self.step):
            self.step.setRange(1, max(1, self.session.steps))
            self.step.setValue(self.session.step + 1)
        self.update_answer()

    @property
    def _by(self) -> str:
        return self.colours.current

    @property
    def table(self) -> Callable[[Path], None] | None:
        """A row a sequence."""
        return None if self.answer is None else partial(write_ends, *self.answer)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Where do they end?"))
        self.states.say("h", self.tr("hidden state h"), "")
        self.states.say("c", self.tr("cell state c"), "")
        self.colours.say("label", self.tr("by label"), "")
        self.colours.say("answer", self.tr("by answer"), "")
        self.colours.say("error", self.tr("right or wrong"), "")
        self.colours.say("length", self.tr("by length"), "")
        self.ends.say("end", self.tr("last states"), "")
        self.ends.say("step", self.tr("at step"), self.tr("The states of all at one time step"))
        name_widget(self.step, self.tr("time step"))
        self.methods.say("components", self.tr("components"), self.tr("Two principal components"))
        self.methods.say(
            "umap", "UMAP", self.tr("Neighbours stay near each other; needs umap-learn, and time")
        )
        self.tools.say("move", self.tr("move"), self.tr("A drag moves the picture"))
        self.tools.say(
            "box", self.tr("rectangle"), self.tr("A drag selects the sequences inside a rectangle")
        )
        self.tools.say(
            "lasso", self.tr("lasso"), self.tr("A drag around sequences selects those inside")
        )
        super().retranslate()


def write_ends(reading: Survey, found: CorpusStates, path: Path) -> None:
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
            *map(float, point),
        )
        for place, point in zip(found.rows.tolist(), found.points, strict=True)
    )
    write_table(("number", "label", "answer", "length", "x", "y"), rows, path)


def _percent(share: float) -> str:
    return percent_text(f"{100 * share:.0f}")
