"""`Vanishing`: a factor multiplied through time, and the gradients of real networks beside it."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.memory import memory_of_trace
from engine.progress import Progress, ShouldStop, check
from engine.session.pane import Pane
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.waiting import Waiting
from gui.kit.widgets import label
from gui.kit.work import Latest
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.look.numbers_text import number, true_minus
from gui.look.scale import sized, stroke
from gui.look.theme import GAP, theme

KINDS = ("SimpleRNN", "LSTM", "GRU")
MIN_WEIGHT, MAX_WEIGHT = 50, 150
"""Of the slider, in hundredths."""

BACK = 20
"""Steps for which the numbers are said."""
FAR = 80
"""Steps before the end at which the order of the networks may have turned."""

LOWEST = 1e-8
"""Less is not drawn."""

Floats = npt.NDArray[np.float64]


class Vanishing(Picture):
    """``w^n`` dashed; the norm of d(h_T)/d(state_t) over that at T, n steps back, of each network."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.left: dict[str, Floats] = {}
        self._names: dict[str, str] = {}
        self._asked: tuple[object, ...] = ()
        self.waiting = Waiting(500)
        self._work: Latest = Latest(self, self.waiting.show_progress)
        self.waiting.cancelled.connect(self._work.cancel)
        self.weight = QSlider(Qt.Orientation.Horizontal)
        self.weight.setRange(MIN_WEIGHT, MAX_WEIGHT)
        self.weight.setValue(90)
        self.weight.valueChanged.connect(self._draw)
        self._power = pg.PlotDataItem()
        self._curves = {kind: pg.PlotDataItem() for kind in KINDS}
        self.plot = LessonPlot(self._power, *self._curves.values())
        self.plot.setLogMode(y=True)
        self.slider_name, self.power, self.said = label(), label(), label("", wraps=True)
        column(
            row(self.slider_name, (self.weight, 1), self.power, spacing=GAP),
            self.waiting,
            (self.plot, 1),
            self.said,
            of=self.body,
            spacing=GAP,
        )
        sized(self.plot.setMinimumHeight, 200)
        self.dress()

    @property
    def factor(self) -> float:
        """What is multiplied at every step."""
        return self.weight.value() / 100

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        panes = {kind: self.context.pane(kind) for kind in KINDS}
        asked = tuple(pane.trace for pane in panes.values())
        if asked != self._asked:
            self._asked, self.left = asked, {}
            self._names = {kind: pane.network.name for kind, pane in panes.items()}
            self._work.start(partial(_left, panes), self._take, self._fail)
        self._draw()

    def _take(self, left: dict[str, Floats]) -> None:
        self.left = left
        self._draw()

    def _fail(self, error: GatescopeError) -> None:
        self.said.setText(explain(error))

    def _draw(self) -> None:
        look = theme()
        steps = max([BACK, *(len(values) for values in self.left.values())])
        back = np.arange(steps)
        self._power.setData(back, np.maximum(self.factor**back, LOWEST))
        pen = pg.mkPen(look.text, width=stroke(2), style=Qt.PenStyle.DashLine)
        self._power.setPen(pen)
        for kind, colour in zip(KINDS, look.networks, strict=True):
            values = self.left.get(kind, np.zeros(0))
            self._curves[kind].setData(np.arange(len(values)), np.maximum(values, LOWEST))
            self._curves[kind].setPen(pg.mkPen(colour, width=stroke(2.5)))
        top = max([1.0, float(self.factor**BACK), *(v.max() for v in self.left.values())])
        self.plot.setRange(
            xRange=(0, steps - 1), yRange=(-6, float(np.log10(top)) + 0.3), padding=0
        )
        self.power.setText(
            filled(
                self.tr("w = {w}: after {steps} steps {left}"),
                {"w": f"{self.factor:.2f}", "steps": BACK, "left": _short(self.factor**BACK)},
            )
        )
        if self.left:
            self.said.setText(self._sentence())

    def _sentence(self) -> str:
        reach = min(len(values) for values in self.left.values()) - 1
        if reach < 1:
            return self.tr("One step is read: nothing comes before its end.")
        places = sorted({min(BACK, reach), min(FAR, reach)})
        return "<br>".join(self._left_at(steps) for steps in places)

    def _left_at(self, steps: int) -> str:
        parts = [
            f'<span style="color:{colour}">●</span>&nbsp;'
            + self.tr("{network}: {left}, {factor} a step").format(
                network=self._names[kind],
                left=_short(float(values[steps])),
                factor=f"{float(values[steps]) ** (1 / steps):.2f}",
            )
            for (kind, values), colour in zip(self.left.items(), theme().networks, strict=True)
        ]
        said = self.tr("Left of the gradient {steps} steps before the end of this review:")
        return filled(said, {"steps": steps}) + "<br>" + " &nbsp; ".join(parts)

    def retranslate(self) -> None:
        """Name the axes."""
        self.plot.setLabel("bottom", self.tr("steps before the end"))
        self.plot.setLabel("left", self.tr("share of the gradient that is left"))
        self.slider_name.setText(self.tr("factor w at every step"))
        self.weight.setAccessibleName(self.tr("factor w at every step"))
        super().retranslate()


def _short(share: float) -> str:
    """A share in two significant digits where two decimals would read 0.00."""
    return number(share) if share >= 0.01 or share == 0 else true_minus(f"{share:.1e}")


def _left(
    panes: dict[str, Pane], should_stop: ShouldStop
) -> Generator[Progress, None, dict[str, Floats]]:
    """By kind, the norm of ``d(h_T)/d(state_t)`` over that at T, from the end back, ``(T,)``."""
    result = {}
    for place, (kind, pane) in enumerate(panes.items()):
        yield Progress(place, len(panes), "Following the gradients back")
        check(should_stop)
        assert pane.trace is not None
        result[kind] = memory_of_trace(pane.trace, pane.layer, should_stop).left
    return result
