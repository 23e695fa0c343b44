"""`StatesPage`: the path of the state through the review, over the cloud of many reviews."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout

from engine.errors import GatescopeError
from engine.explain.state_space import FixedPoint, StateSpace, state_space
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.session.pane import Pane
from gui.explain.explaining import Explaining, Question, Tell
from gui.explain.page import Page, PageContext
from gui.i18n.texts import explain
from gui.kit.layouts import clear, column, row
from gui.kit.tabs import Tabs
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.colours import coloured
from gui.look.theme import GAP, theme
from gui.naming import pane_names, step_title
from gui.plots.state_plot import Mark, StatePlot

COUNT, SEED = 200, 0
"""The sample of the cloud."""

HELD = ("the", "good", "bad", "not", "great")
"""Words whose fixed points are marked where the dictionary has them; all are frequent."""

STATES = ("h", "c")
COLOURS = ("label", "answer")


class StatesPage(Page):
    """One plot a network, each in the plane of its own principal components."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.plots: list[_Space] = []
        self.key, self.coloured_by = "h", "label"
        self.states, self.colours = Tabs(STATES), Tabs(COLOURS)
        self.states.choose(self.key)
        self.colours.choose(self.coloured_by)
        self.states.chosen.connect(self._choose_state)
        self.colours.chosen.connect(self._choose_colour)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        choices = row(self.states, 2 * GAP, self.colours, None)
        column(choices, (self._grid, 1), of=self.body, spacing=GAP // 2)
        for event in (self.session.traces_changed, self.session.panes_changed):
            self.subscribe(event, self._ask)
        self.follow_steps(self._show_step)
        self.explaining.answered.connect(self._show_answers)
        self.explaining.page_changed.connect(lambda _: self._ask())
        self.dress()
        self._ask()

    # -- what is asked -----------------------------------------------------------

    def _key_of(self, pane: Pane) -> str:
        """The cell state only where there is one."""
        return self.key if self.key == "h" or pane.shown.kind == "LSTM" else "h"

    def _question(self, pane: Pane) -> Question:
        key = self._key_of(pane)
        review = self.session.review
        held: dict[str, npt.NDArray[np.int32]] = {}
        if review is not None and pane.network.reads_words:
            held[""] = np.int32(0)  # type: ignore[assignment]
            limit = pane.network.vocabulary_size or 0
            for word in HELD:
                id = review.dictionary.id_of(word)
                if id is not None and id < limit and id != review.dictionary.unknown:
                    held[word] = np.int32(id)  # type: ignore[assignment]
        return Question(
            (
                *("states", pane.network, pane.layer, key, self.explaining.rules()),
                *((word, int(id)) for word, id in held.items()),
            ),
            "Reading a sample for the state space",
            partial(_space, self.explaining, pane.network, pane.layer, key, held),
            pane.network,
        )

    def _ask(self) -> None:
        if self.explaining.page != "states":
            self.explaining.samples.ask("states", [])
            return
        panes = self.session.panes
        if len(self.plots) != len(panes):
            clear(self._grid)
            self.plots = [_Space() for _ in panes]
            for place, each in enumerate(self.plots):
                each.plot.step_asked.connect(self._go)
                each.plot.describe = partial(self._say, place)
                self._grid.addWidget(each, 0, place)
        self.explaining.samples.ask("states", [self._question(pane) for pane in panes])
        self._show_answers()

    def answer(self, place: int) -> StateSpace | GatescopeError | None:
        """The state space of a pane, why there is none, or None while nobody knows."""
        answer: StateSpace | GatescopeError | None = self.explaining.samples.find(
            self._question(self.session.panes[place]).key
        )
        return answer

    # -- what is shown -----------------------------------------------------------

    def _show_answers(self) -> None:
        if self.explaining.page != "states":
            return
        for place, (each, name) in enumerate(
            zip(self.plots, pane_names(self.session), strict=False)
        ):
            pane, answer = self.session.panes[place], self.answer(place)
            key = self._key_of(pane)
            several = len(pane.network.recurrent) > 1
            title = f"{name} · {pane.layer} {key}" if several else f"{name} · {key}"
            colour = theme().networks[place]
            each.name(title, colour)
            each.show_answer(answer, self._colours(answer))
            if isinstance(answer, StateSpace):
                each.say(self._caption(answer))
                each.plot.show_path(self._path(pane, answer), colour)
                each.plot.show_readout(answer.readout)
                each.plot.show_marks([self._mark(fixed) for fixed in answer.fixed])
                each.plot.restyle()
        self._say_sentence()
        self._show_step(self.session.step)

    def _path(self, pane: Pane, space: StateSpace) -> npt.NDArray[np.float64]:
        """The states of the review in the plane, ``(T, 2)``, padding too: an unmasked network
        reads it."""
        trace = pane.layer_trace
        if trace is None or space.key not in trace.series:
            return np.zeros((0, 2))
        return space.plane.project(trace.series[space.key])

    def _mark(self, fixed: FixedPoint) -> Mark:
        name = fixed.name or self.tr("padding")
        return Mark(fixed.point[0], fixed.point[1], name, fixed.still)

    def _colours(
        self, answer: StateSpace | GatescopeError | None
    ) -> tuple[list[QColor], list[QColor]]:
        """Of the steps and of the ends."""
        if not isinstance(answer, StateSpace):
            return [], []
        steps = _painted(answer.step_answers, 70)
        if self.coloured_by == "answer" or (answer.labels < 0).all():
            return steps, _painted(answer.answers, 230)
        labels = np.where(answer.labels < 0, np.nan, answer.labels.astype(np.float64))
        return steps, _painted(labels, 230)

    def _caption(self, space: StateSpace) -> str:
        first, second = (f"{100 * share:.0f} %" for share in space.plane.shares)
        said = self.tr("variance: {first} across, {second} up").format(first=first, second=second)
        if space.readout is not None:
            said += " · " + self.tr("arrow: the answer grows, {share} of it in this plane").format(
                share=f"{100 * space.readout_share:.0f} %"
            )
        return said

    def _say_sentence(self) -> None:
        parts = []
        for place, name in enumerate(pane_names(self.session)):
            answer = self.answer(place)
            if not isinstance(answer, StateSpace):
                continue
            shares = f"{100 * float(answer.plane.shares.sum()):.0f} %"
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
        self.key = key
        self._ask()

    def _choose_colour(self, name: str) -> None:
        self.coloured_by = name
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
        self,
        answer: StateSpace | GatescopeError | None,
        colours: tuple[list[QColor], list[QColor]],
    ) -> None:
        """Draw the cloud, or say why there is none."""
        is_space = isinstance(answer, StateSpace)
        self._problem.setVisible(not is_space)
        for widget in (self.plot, self._caption):
            widget.setVisible(is_space)
        if isinstance(answer, StateSpace):
            self.plot.show_cloud(answer.steps, colours[0], answer.ends, colours[1])
        elif answer is not None:
            self._problem.setText(explain(answer))
        else:
            self._problem.setText("…")


def _draws(padding: FixedPoint, space: StateSpace) -> bool:
    """Whether it can be said where padding draws the state: it comes to rest there from around,
    the answer is one probability, and its direction is not lost in the plane."""
    known = space.answers[np.isfinite(space.answers)]
    one = space.channel == 0 and len(known) and known.min() >= 0 and known.max() <= 1
    seen = space.readout is not None and space.readout_share > 0.5
    return bool(one and seen and padding.still and padding.radius < 1)


def _painted(values: npt.NDArray[np.floating], alpha: int) -> list[QColor]:
    """Answers or labels, 0 to 1, in the diverging colours; faint where there is none."""
    known = np.clip(np.nan_to_num(values, nan=0.5), 0.0, 1.0)
    channels = coloured(known, signed=True).tolist()
    return [QColor(red, green, blue, alpha) for red, green, blue in channels]


def _space(
    explaining: Explaining,
    network: Network,
    layer: str,
    key: str,
    held: dict[str, npt.NDArray[np.int32]],
    should_stop: ShouldStop,
    tell: Tell,
) -> StateSpace:
    sequences = explaining.sample(network, COUNT, SEED)
    return state_space(network, sequences, layer, key, held, should_stop, tell)
