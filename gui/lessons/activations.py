"""`Activations`: an activation function and its derivative, a point to drag, and where the network
of the moment uses it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from engine.network.activations import activation
from engine.network.derivatives import derivative
from engine.replay.cells.parts import parts
from engine.replay.cells.registry import activation_of, series_of
from engine.session.pane import Pane
from engine.session.state import SessionState
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.lessons.seen import what_is_focused
from gui.look.meanings import series_name
from gui.look.numbers_text import number
from gui.look.scale import stroke
from gui.look.theme import GAP, theme
from gui.plots.scatter import Scatter

FUNCTIONS = ("sigmoid", "tanh", "relu")
REACH = 6.0
"""The axis goes as far to both sides."""

_NAMES = {"sigmoid": "σ(x)", "tanh": "tanh(x)", "relu": "ReLU(x)"}


class Activations(Picture):
    """The chosen function with its derivative; the gates of the chosen unit as points upon it."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.function = options.get("function", FUNCTIONS[0])
        if self.function not in FUNCTIONS:
            self.function = FUNCTIONS[0]
        self.at = 1.0
        self.tabs = Tabs(FUNCTIONS)
        self.tabs.choose(self.function)
        self.tabs.chosen.connect(self.choose)
        self._curve, self._slope = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._uses = Scatter()
        self.point = pg.InfiniteLine(self.at, movable=True, bounds=(-REACH, REACH))
        self._here = Scatter()
        self.plot = LessonPlot(self._curve, self._slope, self.point, self._uses, self._here)
        self.point.sigPositionChanged.connect(self._drag)
        self.value, self.used = label(), label("dim", wraps=True)
        column(
            row(self.tabs, None), (self.plot, 1), self.value, self.used, of=self.body, spacing=GAP
        )
        self.dress()

    def choose(self, function: str) -> None:
        """Show another function."""
        self.function = function
        self.tabs.choose(function)
        self._follow()

    def _drag(self) -> None:
        self.at = float(self.point.value())
        self._show_point()

    @property
    def values(self) -> tuple[float, float]:
        """The function and its derivative at the point, float64."""
        at = np.array([self.at])
        slope = derivative(self.function)
        assert slope is not None  # of all three
        return float(activation(self.function)(at)[0]), float(slope(at)[0])

    def uses(self) -> dict[str, tuple[float, float]]:
        """The gates and candidates of the chosen unit that go through the function at this step:
        what goes in and what comes out, by key.

        Raises:
            GatescopeError: nothing is read yet.
        """
        pane = self.context.pane("")
        trace = pane.layer_trace
        assert trace is not None
        assert pane.trace is not None
        sums = parts(trace, self.step_in(pane.trace), pane.units[0])
        return {
            key: (part.total, part.value)
            for key, part in sums.items()
            if activation_of(pane.shown, key) == self.function
        }

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; of the focused network."""
        return what_is_focused(view, window) if window.panes else view

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        x = np.linspace(-REACH, REACH, 601)
        slope = derivative(self.function)
        assert slope is not None
        look = theme()
        self._curve.setData(x, activation(self.function)(x))
        self._slope.setData(x, slope(x))
        self._curve.setPen(pg.mkPen(look.accent, width=stroke(2.5)))
        self._slope.setPen(pg.mkPen(look.networks[0], width=stroke(2), style=Qt.PenStyle.DashLine))
        low, high = (-1.15, 1.15) if self.function == "tanh" else (-0.15, 1.15)
        self.plot.setRange(
            xRange=(-REACH, REACH),
            yRange=(low, REACH if self.function == "relu" else high),
            padding=0,
        )
        self._show_point()
        self._show_uses(self.context.pane(""))

    def _show_point(self) -> None:
        value, slope = self.values
        self._here.setData([self.at, self.at], [value, slope], size=stroke(9))
        name = _NAMES[self.function]
        self.value.setText(
            f"x = {number(round(self.at, 2) + 0.0)}   {name} = {number(value)}   {name}′ = {number(slope)}"
        )

    def _show_uses(self, pane: Pane) -> None:
        colours = {each.key: each for each in series_of(pane.shown)}
        uses = self.uses()
        look = theme()
        self._uses.setData(
            [min(max(x, -REACH), REACH) for x, _ in uses.values()],
            [y for _, y in uses.values()],
            size=stroke(11),
            symbol="d",
            brush=[pg.mkBrush(look.of(colours[key])) for key in uses],
            pen=pg.mkPen(look.text, width=stroke(1)),
        )
        assert pane.trace is not None
        network, step = pane.network.name, self.step_in(pane.trace) + 1
        if not uses:
            self.used.setText(self.tr("{network} uses it nowhere.").format(network=network))
            return
        said = ", ".join(
            f"{series_name(key)} {colours[key].symbol}: {number(x)} → {number(y)}"
            for key, (x, y) in uses.items()
        )
        self.used.setText(
            self.tr("{network}, unit {unit}, step {step}: {uses}").format(
                network=network, unit=pane.units[0] + 1, step=step, uses=said
            )
        )

    def retranslate(self) -> None:
        """Name the functions."""
        for name, says in (
            ("sigmoid", self.tr("Between 0 and 1: how far a gate is open")),
            ("tanh", self.tr("Between −1 and 1: what a state holds")),
            ("relu", self.tr("0 below 0, else as it is: common in networks without time")),
        ):
            self.tabs.say(name, {"sigmoid": "sigmoid", "relu": "ReLU"}.get(name, name), says)
        super().retranslate()

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        look = theme()
        pen = pg.mkPen(look.text, width=stroke(1.5))
        self.point.setPen(pen)
        self.point.setHoverPen(pen)
        self._here.setBrush(pg.mkBrush(look.text))
        super().restyle()
