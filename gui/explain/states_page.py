"""`StatesPage`: the path of the state through the review, over the cloud of many reviews."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from engine.errors import GatescopeError
from engine.explain.state_space import FixedPoint, StateSpace
from engine.explain.state_table import Drawn, write_states
from gui.explain import page_questions, state_drawing
from gui.explain.page import Page, PageContext
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.breaking import Breaking
from gui.kit.layouts import column, let_go
from gui.kit.page import Documents
from gui.kit.tabs import Tabs
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.scale import stroke
from gui.look.theme import GAP, theme
from gui.naming import pane_names, pane_titles, step_title
from gui.plots.state_plot import StatePlot

STATES = ("h", "c")
COLOURS = ("label", "answer")


class StatesPage(Page):
    """One plot a network, each in the plane of its own principal components."""

    name = "states"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.plots: list[_Space] = []
        self.states, self.colours = Tabs(STATES), Tabs(COLOURS)
        self.states.choose(self.explaining.choices.state)
        self.colours.choose(self.explaining.choices.colours)
        self.states.chosen.connect(self._choose_state)
        self.colours.chosen.connect(self._choose_colour)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        choices = Breaking((self.states,), (self.colours,))
        self.legend = label("caption", wraps=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        column(choices, (self._grid, 1), self.legend, of=self.body, spacing=GAP // 2)
        self.begin(self._ask, self._show_answers, self._show_step)

    # -- what is asked -----------------------------------------------------------

    def _ask(self) -> None:
        if self.explaining.page != "states":
            self.explaining.samples.ask("states", [])
            return
        panes = self.session.panes
        while len(self.plots) > len(panes):
            let_go(self.plots.pop())
        for place in range(len(self.plots), len(panes)):
            each = _Space()
            each.plot.step_asked.connect(self._go)
            each.plot.describe = partial(self._say, place)
            self.plots.append(each)
            self._grid.addWidget(each, 0, place)
        has_cell_state = any(map(page_questions.has_cell_state, panes))
        self.states.buttons["c"].setVisible(has_cell_state)
        self.states.choose(self.explaining.choices.state if has_cell_state else "h")
        self.explaining.samples.ask(
            "states", [page_questions.states(self.session, self.explaining, pane) for pane in panes]
        )
        self._show_answers()

    def answer(self, place: int) -> StateSpace | GatescopeError | None:
        """The state space of a pane, why there is none, or None while nobody knows."""
        question = page_questions.states(self.session, self.explaining, self.session.panes[place])
        return self.explaining.samples.find(question.key)

    @property
    def documents(self) -> Documents:
        """The planes and all that stands in them, as a table and as arrays."""
        sequence, drawn = self.session.sequence, []
        for place, name in enumerate(pane_titles(self.session)):
            pane, answer = self.session.panes[place], self.answer(place)
            if isinstance(answer, StateSpace) and sequence is not None:
                drawn.append(Drawn(name, answer, state_drawing.path(pane, answer), sequence.steps))
        if not drawn:
            return {}
        write = partial(write_states, drawn)
        return {
            ".csv": (self.tr("Table, one row a point (*.csv)"), write),
            ".npz": (self.tr("NumPy archive (*.npz)"), write),
        }

    # -- what is shown -----------------------------------------------------------

    def _show_answers(self) -> None:
        if self.explaining.page != "states":
            return
        answers = [self.answer(place) for place in range(len(self.session.panes))]
        spaces = [each for each in answers if isinstance(each, StateSpace)]
        by, ends = self.explaining.choices.colours, state_drawing.scale(spaces)
        for place, (each, name) in enumerate(
            zip(self.plots, pane_names(self.session), strict=False)
        ):
            pane, answer = self.session.panes[place], answers[place]
            key = page_questions.state_key(self.explaining, pane)
            several = len(pane.network.recurrent) > 1
            title = f"{name} · {pane.layer} {key}" if several else f"{name} · {key}"
            colour = theme().networks[place]
            each.name(title, colour)
            each.show_answer(answer, by, ends)
            if isinstance(answer, StateSpace):
                unknown = state_drawing.unknown_text(self.explaining, pane.network)
                each.say(state_drawing.caption(answer, unknown))
                each.plot.show_path(state_drawing.path(pane, answer), colour)
                each.plot.restyle()
        self.colours.setVisible(not spaces or any((each.labels >= 0).any() for each in spaces))
        cloud = state_drawing.clouds_text(self.explaining, self.session.panes, answers)
        self.legend.setText(state_drawing.legend(spaces, by, cloud) if spaces else "")
        self._say_sentence()
        self._show_step(self.session.step)

    def _say_sentence(self) -> None:
        parts = []
        for place, name in enumerate(pane_names(self.session)):
            answer = self.answer(place)
            if not isinstance(answer, StateSpace):
                continue
            shares = percent_text(f"{100 * float(answer.plane.shares.sum()):.0f}")
            said = self.tr("{network}: {share} of the variance is in this plane").format(
                network=name, share=shares
            )
            padding = next((fixed for fixed in answer.fixed if not fixed.name), None)
            if padding is not None and padding.masked:
                said += ", " + self.tr("padding is masked and moves nothing")
            elif padding is not None and _draws(padding, answer):
                assert answer.readout is not None
                along = float(np.dot(padding.point, answer.readout))
                if along > 0:
                    said += ", " + self.tr("padding comes to rest where the answer is larger")
                else:
                    said += ", " + self.tr("padding comes to rest where the answer is smaller")
            parts.append(said)
        self.sentence.setText("; ".join(parts) + "." if parts else "")

    def _show_step(self, step: int) -> None:
        for each in self.plots:
            each.plot.show_step(step)

    def _say(self, place: int, step: int) -> str:
        return step_title(self.session, step) if step < self.session.steps else ""

    # -- what the user does ------------------------------------------------------

    def _go(self, step: int) -> None:
        self.session.step = step

    def _choose_state(self, key: str) -> None:
        self.explaining.choices.state = key
        self._ask()

    def _choose_colour(self, name: str) -> None:
        self.explaining.choices.colours = name
        self._show_answers()

    # -- texts and colours -------------------------------------------------------

    def rescale(self) -> None:
        """Give the tabs their room."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.title.setText(self.tr("State space"))
        self.states.say("h", self.tr("hidden state h"), "")
        self.states.say("c", self.tr("cell state c"), self.tr("Of an LSTM; other cells show h."))
        self.colours.say("label", self.tr("coloured by label"), "")
        self.colours.say("answer", self.tr("coloured by answer"), "")
        if self.plots:
            self._show_answers()

    def restyle(self) -> None:
        """Colour everything."""
        super().restyle()
        if self.plots:
            self._show_answers()


class _Space(View):
    """One network's name, plot and caption."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._problem = label("title"), label("dim", wraps=True)
        self._caption = label("caption", wraps=True)
        self.plot = StatePlot()
        self._drawn: tuple[object, ...] = ()
        self._problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown = (self._problem, 1), (self.plot, 1)  # one of them
        column(self._name, *shown, self._caption, of=self, spacing=2)
        self._problem.hide()

    def name(self, text: str, colour: str) -> None:
        """Say whose it is."""
        self._name.setText(text)
        self._name.setStyleSheet(f"color: {colour};")

    def say(self, text: str) -> None:
        """What is to be known of it."""
        self._caption.setText(text)

    def show_answer(
        self, answer: StateSpace | GatescopeError | None, by: str, ends: tuple[float, float]
    ) -> None:
        """Draw the space in colours of ``by``, see `state_drawing.colours`, or say why there is
        none."""
        is_space = isinstance(answer, StateSpace)
        self._problem.setVisible(not is_space)
        for widget in (self.plot, self._caption):
            widget.setVisible(is_space)
        if isinstance(answer, StateSpace):
            self._draw(answer, by, ends)
        elif answer is not None:
            self._problem.setText(explain(answer))
        else:
            self._problem.setText("…")

    def _draw(self, space: StateSpace, by: str, ends: tuple[float, float]) -> None:
        """Draw what stays while the review is read, if it is another or looks otherwise: thousands
        of points, and every answer to anybody is a reason to look."""
        marks = state_drawing.marks(space)
        drawn = space, by, ends, marks, theme(), stroke(1)
        if drawn != self._drawn:
            self._drawn = drawn
            steps, at_ends = state_drawing.colours(space, by, ends)
            self.plot.show_cloud(space.steps, steps, space.ends, at_ends)
            self.plot.show_readout(space.readout)
            self.plot.show_marks(marks)


def _draws(padding: FixedPoint, space: StateSpace) -> bool:
    """Whether it can be said where padding draws the state: it comes to rest there from around,
    the answer is one probability, and its direction is not lost in the plane."""
    one = space.channel == 0 and space.is_probability and np.isfinite(space.answers).any()
    seen = space.readout is not None and space.readout_share > 0.5
    return bool(one and seen and padding.still and padding.radius < 1)
