"""`Chart`: bars, curves and points over two axes with names; it stands still and says its numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QToolTip

from gui.i18n.percent import percent_text
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.look.colours import ink
from gui.look.numbers_text import tick_text
from gui.look.scale import px, sized, stroke
from gui.look.theme import CAPTION, FAMILY, theme
from gui.look.typefaces import typeface
from gui.plots.menu import without_menu
from gui.plots.scatter import Scatter
from gui.plots.ticks import nice_range

Values = Sequence[float] | npt.NDArray[Any]

NEAR = 10
"""Pixels within which the pointer is at a point."""


def percent(value: float) -> str:
    """A share as a tick says it."""
    return percent_text(f"{100 * value:.0f}")


def fine_percent(value: float) -> str:
    """The same with a digit behind the point, where it is small."""
    return percent(value) if value >= 0.1 or not value else percent_text(f"{100 * value:.1f}")


class Chart(Viewing, pg.PlotWidget):  # type: ignore[misc]
    """Filled by `begin` and what follows it; its owner fills it anew when the theme changes.

    Signals:
        point_asked(int): the user clicked that point, of `points`.
    """

    point_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        without_menu(self)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sized(self.setMinimumHeight, 90)
        sized(self.setMinimumWidth, 140)
        self.describe: Callable[[float, float], str] = lambda x, y: ""
        """What is said at a place, in values of the axes."""
        self.describe_point: Callable[[int], str] = lambda place: ""
        self.points: npt.NDArray[np.float64] = np.zeros((0, 2))
        self._ticks: dict[str, list[tuple[float, str]]] = {}
        self.getPlotItem().getViewBox().sigResized.connect(self._thin_out)
        self.dress()

    # -- filling -----------------------------------------------------------------

    def begin(
        self,
        x: tuple[str, float, float],
        y: tuple[str, float, float],
        texts: tuple[Callable[[float], str] | None, Callable[[float], str] | None] = (None, None),
    ) -> None:
        """Empty it, and give the axes their names and their ends; ``texts`` write their ticks."""
        self.clear()
        self.points = np.zeros((0, 2))
        look = theme()
        self.setBackground(QColor(look.surface))
        for side, (title, low, high), text in zip(("bottom", "left"), (x, y), texts, strict=True):
            axis = self.getAxis(side)
            _, _, ticks = nice_range(low, high, 5 if side == "bottom" else 4)
            step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
            named = [(at, text(at) if text else tick_text(at, step)) for at in ticks]
            self._ticks[side] = [each for each in named if low <= each[0] <= high]
            axis.setStyle(tickFont=typeface(CAPTION), tickLength=-px(3))
            axis.setPen(pg.mkPen(look.line, width=stroke(1)))
            axis.setTextPen(look.dim)
            style = {"color": look.dim, "font-size": f"{px(CAPTION)}px", "font-family": FAMILY}
            axis.enableAutoSIPrefix(False)
            axis.setLabel(title, **style)
        room = 0.02 * (x[2] - x[1]), 0.03 * (y[2] - y[1])
        self.setRange(
            xRange=(x[1] - room[0], x[2] + room[0]),
            yRange=(y[1], y[2] + room[1]),
            padding=0,
            disableAutoRange=True,
        )
        # Half a line, which the highest tick may need above the plot.
        self.getPlotItem().layout.setContentsMargins(1, px(CAPTION) * 0.6, 1, 1)
        self._thin_out()

    def _thin_out(self, *_: object) -> None:
        """Write as many ticks as have room beside each other: all, every second, every third."""
        box, letters = self.getPlotItem().getViewBox(), QFontMetricsF(typeface(CAPTION))
        for side, ticks in self._ticks.items():
            low, high = box.viewRange()[side == "left"]
            if side == "left":
                room, needed = box.height(), letters.height()
            else:
                widths = (letters.horizontalAdvance(text) for _, text in ticks)
                room, needed = box.width(), max(widths, default=0.0) + px(6)
            every = 1
            if len(ticks) > 1 and room > 0:
                apart = (ticks[1][0] - ticks[0][0]) / (high - low) * room
                every = max(1, math.ceil(needed / apart))
            self.getAxis(side).setTicks([ticks[::every]])

    def add_bars(self, edges: Values, heights: Values, colour: str) -> None:
        """Draw bars ``(B,)`` between edges ``(B + 1,)``."""
        edges = np.asarray(edges)
        self.addItem(
            pg.BarGraphItem(
                x0=edges[:-1], x1=edges[1:], height=np.asarray(heights), brush=colour, pen=None
            )
        )

    def add_curve(
        self,
        x: Values,
        y: Values,
        colour: str,
        between: tuple[Values, Values] | None = None,
        *,
        is_dashed: bool = False,
        has_dots: bool = False,
    ) -> None:
        """Draw a curve through ``x (N,)`` and ``y (N,)``; ``between``, each ``(N,)``, are the ends of an
        interval at each of its places."""
        x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        if between is not None:
            low, high = (np.asarray(each, np.float64) for each in between)
            ends = (pg.PlotCurveItem(x, each, pen=None) for each in (low, high))
            self.addItem(pg.FillBetweenItem(*ends, brush=pg.mkBrush(ink(colour, 50))))
        self.addItem(pg.PlotCurveItem(x, y, pen=pg.mkPen(colour, width=stroke(1.5), style=style)))
        if has_dots:
            self.addItem(Scatter(x=x, y=y, size=stroke(5), pen=None, brush=pg.mkBrush(colour)))

    def add_points(self, x: Values, y: Values, colours: Sequence[str], size: float = 7) -> None:
        """Draw points at ``x (N,)`` and ``y (N,)``, which say what they are and can be clicked; what has
        no number has no point."""
        self.points = np.stack([np.asarray(x, np.float64), np.asarray(y, np.float64)], axis=1)
        brushes = {colour: pg.mkBrush(ink(colour, 190)) for colour in set(colours)}
        drawn = np.flatnonzero(np.isfinite(self.points).all(axis=1)).tolist()
        self.addItem(
            Scatter(
                pos=self.points[drawn],
                size=stroke(size),
                pen=pg.mkPen(theme().surface, width=stroke(1)),
                brush=[brushes[colours[place]] for place in drawn],
            )
        )

    def restyle(self) -> None:
        """Wear the theme of the moment; the owner fills it anew."""
        self.setBackground(QColor(theme().surface))

    # -- the user's hand ---------------------------------------------------------

    def point_near(self, at: QPointF) -> int | None:
        """The point that is nearest to a pixel, if it is near."""
        if not len(self.points):
            return None
        box = self.getPlotItem().getViewBox()
        scene = self.mapToScene(at.toPoint())
        places = [box.mapViewToScene(QPointF(x, y)) for x, y in self.points.tolist()]
        far = [(each.x() - scene.x()) ** 2 + (each.y() - scene.y()) ** 2 for each in places]
        nearest = int(np.argmin(np.nan_to_num(far, nan=np.inf)))
        return nearest if far[nearest] <= px(NEAR) ** 2 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        super().mouseMoveEvent(event)
        point = self.point_near(event.position())
        at = (
            self.getPlotItem()
            .getViewBox()
            .mapSceneToView(self.mapToScene(event.position().toPoint()))
        )
        text = self.describe(at.x(), at.y()) if point is None else self.describe_point(point)
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self.viewport())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a point asks for it."""
        super().mouseReleaseEvent(event)
        point = self.point_near(event.position())
        if event.button() == Qt.MouseButton.LeftButton and point is not None:
            self.point_asked.emit(point)
