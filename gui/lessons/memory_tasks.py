"""`MemoryTasks`: tasks that are made for memory, measured anew on the bundled networks."""

from __future__ import annotations

import html
from collections.abc import Generator
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from engine.counting import filled
from engine.errors import GatescopeError, LessonError
from engine.library import bundled
from engine.progress import Progress, ShouldStop, check
from engine.tasks.bundled import TaskModel, task_record
from engine.tasks.registry import TASKS
from engine.tasks.task import Task, scores, standard_errors
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, push_button
from gui.kit.work import Latest
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.look.scale import sized, stroke
from gui.look.theme import GAP, theme

SHOWN = ("adding", "copying")
CELLS = ("SimpleRNN", "LSTM", "GRU")
COUNT = 500
"""Sequences that are drawn for each network."""


@dataclass(frozen=True)
class Score:
    """What one network reached on sequences it has not seen.

    Attributes:
        cell, length: of the network and of its task.
        value: the task's own score, mean over the sequences.
        error: its standard error.
        baseline: what a rule that keeps nothing reaches.
    """

    cell: str
    length: int
    value: float
    error: float
    baseline: float


class MemoryTasks(Picture):
    """A curve a cell over the length of the task, the baseline dashed.  It is measured when the
    lesson opens, and each point is drawn as soon as it is measured."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        name = options.get("task", SHOWN[0])
        self.task = name if name in SHOWN else SHOWN[0]
        self.seed = 1
        self.measured: dict[str, list[Score]] = {}
        self._so_far: list[Score] = []  # filled in a thread
        self._is_given_up = False
        self._asked: tuple[str, int] | None = None  # once, also where it is given up
        self.tabs = Tabs(SHOWN)
        self.tabs.choose(self.task)
        self.tabs.chosen.connect(self._choose)
        self.again = push_button(self._draw_anew)
        self.what = label("dim", wraps=True)
        self._curves = {cell: pg.PlotDataItem() for cell in CELLS}
        self._baseline = pg.PlotDataItem()
        self.plot = LessonPlot(self._baseline, *self._curves.values())
        self.plot.setLogMode(x=True, y=True)
        sized(self.plot.setMinimumHeight, 180)
        self.said, self.reviews = label("", wraps=True), label("dim", wraps=True)
        self.waiting = Waiting()  # at once: without it there are empty axes
        self._work: Latest = Latest(self, self._show_progress)
        self.waiting.cancelled.connect(self._give_up)
        column(
            row(self.tabs, None, self.again),
            self.what,
            self.waiting,
            (self.plot, 1),
            self.said,
            self.reviews,
            of=self.body,
            spacing=GAP,
        )
        self.dress()

    def _choose(self, name: str) -> None:
        self.task = name
        self._follow()

    def _draw_anew(self) -> None:
        self.seed += 1
        self.measured = {}
        self._follow()

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        if self.task not in self.measured and self._asked != (self.task, self.seed):
            self._asked, self._is_given_up = (self.task, self.seed), False
            self._so_far = []
            self._work.start(
                partial(_measured, self.context, self.task, self.seed, self._so_far),
                partial(self._take, self.task),
                self._fail,
            )
        self._draw()

    def _show_progress(self, progress: Progress | None) -> None:
        self.waiting.show_progress(progress)
        if progress is not None:
            self._draw()

    def _give_up(self) -> None:
        self._is_given_up, self._so_far = True, []
        self._work.cancel()
        self._draw()

    def _take(self, task: str, measured: list[Score]) -> None:
        self.measured[task] = measured
        self._draw()

    def _fail(self, error: GatescopeError) -> None:
        self.said.setText(explain(error))

    def _draw(self) -> None:
        look, found = theme(), self.measured.get(self.task, list(self._so_far))
        for cell, colour in zip(CELLS, look.networks, strict=True):
            own = [each for each in found if each.cell == cell]
            self._curves[cell].setData(
                [each.length for each in own],
                [each.value for each in own],
                symbol="o",
                symbolSize=stroke(8),
                symbolBrush=QColor(colour),
                symbolPen=None,
            )
            self._curves[cell].setPen(pg.mkPen(colour, width=stroke(2.5)))
        first = [each for each in found if each.cell == CELLS[0]]
        self._baseline.setData([each.length for each in first], [each.baseline for each in first])
        pen = pg.mkPen(look.text, width=stroke(2), style=Qt.PenStyle.DashLine)
        self._baseline.setPen(pen)
        for side in ("left", "bottom"):  # no numbers where nothing is measured
            self.plot.getAxis(side).setStyle(showValues=bool(found))
        if found:
            values = np.log10([*(each.value for each in found), *(e.baseline for e in found)])
            lengths = sorted({variant.length for variant in TASKS[self.task].variants})
            axis = self.plot.getAxis("bottom")
            axis.setTicks([[(float(np.log10(each)), str(each)) for each in lengths]])
            self.plot.setRange(
                xRange=(np.log10(lengths[0]) - 0.05, np.log10(lengths[-1]) + 0.05),
                yRange=(float(values.min()) - 0.15, float(values.max()) + 0.15),
                padding=0,
            )
        self._say(found)

    def _say(self, found: list[Score]) -> None:
        look, task = theme(), TASKS[self.task]
        self.what.setText(
            self.tr(
                "Two numbers of a long row are marked; the answer is their sum. Who keeps nothing "
                "answers 1, and has a mean squared error of 0.1667."
            )
            if self.task == "adding"
            else self.tr(
                "Ten symbols are to be said again after a long pause. Who keeps nothing guesses, and "
                "has a cross-entropy of 10 ln 8 / (T + 20)."
            )
        )
        if not found:
            given_up = self.tr("Nothing is measured. “Draw other sequences” measures anew.")
            self.said.setText(given_up if self._is_given_up else "")
            return
        lines = []
        for cell, colour in zip(CELLS, look.networks, strict=True):
            parts = [
                f"T {each.length}: {each.value:.4f} ± {each.error:.4f}".replace(" ", "\u00a0")
                for each in found
                if each.cell == cell
            ]
            if not parts:
                continue  # on its way
            lines.append(f'<span style="color:{colour}">●</span>&nbsp;{cell} — ' + ", ".join(parts))
        guesses = {each.length: each.baseline for each in found}
        lines.append(
            self.tr("dashed, keeping nothing")
            + " — "
            + ", ".join(f"T {length}: {value:.4f}" for length, value in guesses.items())
        )
        head = filled(
            self.tr("{score}, measured now on {count} new sequences each (seed {seed})"),
            {"score": task.metric, "count": COUNT, "seed": self.seed},
        )
        self.said.setText("<br>".join([head, *lines]))
        known = {entry.name: entry.record for entry in bundled()}
        shown = [
            f"{html.escape(name)} {percent_text(f'{100 * accuracy:.1f}')}"
            for key, name in (("simple_rnn", "SimpleRNN"), ("lstm", "LSTM"), ("gru", "GRU"))
            if key in known and (accuracy := known[key].validation_accuracy) is not None
        ]
        self.reviews.setText(
            self.tr("On film reviews the same cells are right in: {accuracies}.").format(
                accuracies=", ".join(shown)
            )
        )

    def retranslate(self) -> None:
        """Name tasks and axes."""
        self.tabs.say("adding", self.tr("adding problem"), self.tr("Add two marked numbers"))
        self.tabs.say("copying", self.tr("copy memory"), self.tr("Say ten symbols again"))
        self.again.setText(self.tr("Draw other sequences"))
        self.plot.setLabel("bottom", self.tr("length of the task T"))
        self.plot.setLabel("left", self.tr("error (less is better)"))
        super().retranslate()


def _measured(
    context: LessonContext, name: str, seed: int, so_far: list[Score], should_stop: ShouldStop
) -> Generator[Progress, None, list[Score]]:
    """Every network of a task, each also put into ``so_far`` once it is measured."""
    task = TASKS[name]
    if (record := task_record(task)) is None:
        raise LessonError(
            "The models of this task are missing. Install Gatescope again, or make them: make "
            "models ARGS={task}.",
            task=name,
        )
    for place, model in enumerate(record.models):
        yield Progress(place, len(record.models), "Measuring networks on new sequences")
        check(should_stop)
        so_far.append(_score(context, task, model, seed))
    return so_far


def _score(context: LessonContext, task: Task, model: TaskModel, seed: int) -> Score:
    assert task.draw is not None  # both of these are drawn
    sample = task.draw(model.variant, COUNT, seed)
    measured = task.measure(task.answer(context.bundled(model.path), sample), sample)
    name = task.metric
    return Score(
        model.variant.cell,
        model.variant.length,
        scores(measured)[name],
        standard_errors(measured)[name],
        float(task.baseline(model.variant, sample)[name]),
    )
