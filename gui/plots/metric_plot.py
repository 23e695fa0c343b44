"""`MetricPlot`: one metric of several runs over the epochs, with their marks.

The lines are items of the scene; the marks are painted above them in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.colours import ink
from gui.look.scale import stroke
from gui.look.theme import Theme
from gui.plots.epoch_plot import Axes, EpochPlot
from gui.plots.metric_values import Floats

DASHES = [4.0, 3.0]


@dataclass(frozen=True, eq=False)
class Curve:
    """One line, ``(N,)`` epochs and values, broken where a value is NaN; its colour is ``#rrggbb``.

    That of a validation is solid, the training's are dashed and thinner; strong is the focused
    run's.
    """

    epochs: Floats
    values: Floats
    colour: str
    validation: bool
    strong: bool = False

    def same_as(self, other: Curve) -> bool:
        """Whether it would be drawn in the same way."""
        return (
            (self.colour, self.validation, self.strong)
            == (other.colour, other.validation, other.strong)
            and np.array_equal(self.epochs, other.epochs)
            and np.array_equal(self.values, other.values, equal_nan=True)
        )


@dataclass(frozen=True)
class Dot:
    """One mark.

    Attributes:
        epoch, value: where.
        colour: ``#rrggbb``.
        kind: "best" is a ring; "running" a small filled dot; "point" a curve of one epoch.
        since: where the curve ends that leads here, an epoch and a value.
    """

    epoch: float
    value: float
    colour: str
    kind: Literal["best", "running", "point"]
    since: tuple[float, float] | None = None


class MetricPlot(EpochPlot):
    """Lines over epochs."""

    def __init__(self, *, numbers: bool) -> None:
        super().__init__(numbers=numbers)
        self.items_: list[pg.PlotCurveItem] = []
        self.curves: tuple[Curve, ...] = ()
        self.dots: tuple[Dot, ...] = ()
        self.best: tuple[int, str] | None = None
        self.dress()

    def show_curves(
        self,
        curves: Sequence[Curve],
        dots: Sequence[Dot],
        best: tuple[int, str] | None,
        axes: Axes,
    ) -> None:
        """Draw lines, later ones above, and marks over them; ``best`` is the epoch with a thin
        line of its own, and its colour.  Only what is other than before is drawn anew."""
        before = self.curves
        for nth, curve in enumerate(curves):
            if nth == len(self.items_):
                item = pg.PlotCurveItem(connect="finite", antialias=True)
                self.items_.append(item)
                self.box.addItem(item)
            if nth >= len(before) or not curve.same_as(before[nth]):
                self._draw(self.items_[nth], curve)
        for item in self.items_[len(curves) :]:
            item.setVisible(False)
        marks = (tuple(dots), best)
        if marks != (self.dots, self.best) or len(curves) != len(before):
            self.viewport().update()
        self.curves, (self.dots, self.best) = tuple(curves), marks
        if axes != self.axes:
            self.set_axes(axes)

    def _draw(self, item: pg.PlotCurveItem, curve: Curve) -> None:
        if curve.validation:
            pen = pg.mkPen(curve.colour, width=stroke(2.0 if curve.strong else 1.4))
        else:
            colour = ink(curve.colour, 230 if curve.strong else 170)
            pen = pg.mkPen(colour, width=stroke(1.2 if curve.strong else 1.0), dash=DASHES)
        item.setData(curve.epochs, curve.values, pen=pen)
        item.setVisible(True)

    def restyle(self) -> None:
        """Draw the lines as thick as they are to be."""
        super().restyle()
        for item, curve in zip(self.items_, self.curves, strict=False):
            self._draw(item, curve)

    def paint_below(self, painter: QPainter, look: Theme, plot: QRectF) -> None:
        """Paint the line of the best epoch."""
        if self.best is not None:
            painter.setPen(QPen(ink(self.best[1], 130), stroke(1), Qt.PenStyle.DashLine))
            self.upright(painter, plot, self.best[0])

    def paint_marks(self, painter: QPainter, look: Theme) -> None:
        """Paint the dots, and where the lines are at the pointer's epoch."""
        for dot in self.dots:
            self._paint_dot(painter, look, dot)
        if self.hover is not None:
            for curve in self.curves:
                for value in curve.values[curve.epochs == self.hover]:
                    if np.isfinite(value):
                        dot = Dot(self.hover, float(value), curve.colour, "point")
                        self._paint_dot(painter, look, dot)

    def _paint_dot(self, painter: QPainter, look: Theme, dot: Dot) -> None:
        at, colour = QPointF(self.x_of(dot.epoch), self.y_of(dot.value)), QColor(dot.colour)
        if dot.since is not None:
            painter.setPen(QPen(ink(dot.colour, 150), stroke(1), Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(self.x_of(dot.since[0]), self.y_of(dot.since[1])), at)
        if dot.kind == "best":  # the only ring: the words above the plots explain no other
            painter.setPen(QPen(colour, stroke(2.0)))
            painter.setBrush(QColor(look.surface))
            painter.drawEllipse(at, stroke(4.2), stroke(4.2))
            return
        painter.setPen(QPen(QColor(look.surface), 1))
        painter.setBrush(colour)
        radius = stroke(3.2 if dot.kind == "point" else 2.6)
        painter.drawEllipse(at, radius, radius)
