"""`StatePlot`: a path of points over a cloud, with a direction and marked points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent
from PySide6.QtWidgets import QToolTip

from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.look.scale import px, sized, stroke
from gui.look.theme import theme
from gui.plots.brush import MOVE, BrushBox
from gui.plots.menu import without_menu
from gui.plots.name_places import PointNames
from gui.plots.scatter import Scatter

Points = npt.NDArray[np.floating[Any]]

NEAR = 12
"""Pixels within which the pointer is at a point of the path."""

DRAGGED = 4
"""Pixels from which on the pointer was dragged, and did not click."""


class Mark(NamedTuple):
    """A named point.

    Attributes:
        x, y: where.
        name: what it is called.
        still: whether it is a filled mark.
    """

    x: float
    y: float
    name: str
    still: bool


class StatePlot(Viewing, pg.PlotWidget):  # type: ignore[misc]
    """The wheel zooms, a drag moves or brushes (`brush`), a double click shows everything again.

    Signals:
        step_asked(int): the user clicked a point of the path.
        end_asked(int): the user clicked the point of an end, away from the path.
        brushed(object): the user drew a shape, with corners ``(K, 2)``.
    """

    step_asked = Signal(int)
    end_asked = Signal(int)
    brushed = Signal(object)

    def __init__(self) -> None:
        self.brush = BrushBox()
        super().__init__(viewBox=self.brush)
        self.brush.brushed.connect(self.brushed)
        self._pressed = QPointF()
        self.setMouseTracking(True)
        without_menu(self)
        self.hideButtons()
        self.hideAxis("left")
        self.hideAxis("bottom")
        sized(self.setMinimumHeight, 120)
        self.describe: Callable[[int], str] = lambda step: ""
        self.describe_end: Callable[[int], str] = lambda place: ""
        self.end_points: Points = np.zeros((0, 2))
        self.path: Points = np.zeros((0, 2))
        self._colour, self._step = "#888888", 0
        self._cloud, self._ends = Scatter(), Scatter()
        self._future, self._past = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._arrow, self._here = pg.PlotCurveItem(), Scatter()
        self._fixed = Scatter()
        for item in (
            *(self._cloud, self._ends, self._future, self._past),
            *(self._arrow, self._fixed, self._here),
        ):
            self.addItem(item)
        self._marks: Sequence[Mark] = ()
        self._names = PointNames(self)
        self.dress()

    def show_cloud(
        self,
        steps: Points,
        step_colours: list[QColor],
        ends: Points,
        end_colours: list[QColor],
        end_size: float = 6,
    ) -> None:
        """Draw the cloud: states at steps ``(M, 2)``, small, and at ends ``(N, 2)``, larger."""
        self.end_points = ends
        self._cloud.setData(pos=steps, size=stroke(2.5), pen=None, brush=_brushes(step_colours))
        self._ends.setData(pos=ends, size=stroke(end_size), pen=None, brush=_brushes(end_colours))
        self.enableAutoRange()

    def show_path(self, path: Points, colour: str) -> None:
        """Draw the path ``(T, 2)``; NaN where there is no state."""
        self.path, self._colour = path, colour
        self.show_step(self._step)

    def show_readout(self, direction: Points | None) -> None:
        """Draw the direction ``(2,)`` in which the answer grows, from the middle of the cloud."""
        if direction is None or not np.linalg.norm(direction):
            self._arrow.setData([], [])
            return
        low, high = self._cloud.dataBounds(0), self._cloud.dataBounds(1)
        reach = 0.3 * max(low[1] - low[0], high[1] - high[0])
        tip_ = direction / np.linalg.norm(direction) * reach
        across = np.array([-tip_[1], tip_[0]]) * 0.04
        barbs = (tip_ * 0.92 + across, tip_, tip_ * 0.92 - across)
        points = np.stack([np.zeros(2), tip_, *barbs])
        self._arrow.setData(points[:, 0], points[:, 1])

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draw named points."""
        self._marks = marks
        look = theme()
        self._fixed.setData(
            pos=np.array([(mark.x, mark.y) for mark in marks]).reshape(-1, 2),
            symbol="d",
            size=stroke(9),
            pen=pg.mkPen(look.text, width=stroke(1)),
            brush=[pg.mkBrush(look.text if mark.still else look.surface) for mark in marks],
        )
        points = [QPointF(mark.x, mark.y) for mark in marks]
        self._names.show(points, [mark.name for mark in marks])

    @property
    def names(self) -> list[pg.TextItem]:
        """The names of the marks; one without a place is hidden, and said at the pointer."""
        return self._names.items

    def show_step(self, step: int) -> None:
        """Move the marker; what has been read is drawn strong."""
        self._step = step
        past, future = self.path[: step + 1], self.path[step:]
        self._past.setData(past[:, 0], past[:, 1], connect="finite")
        self._future.setData(future[:, 0], future[:, 1], connect="finite")
        here = self.path[step : step + 1]
        here = here[np.isfinite(here).all(axis=1)] if len(here) else here
        self._here.setData(pos=here, size=stroke(11))

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        look = theme()
        self.setBackground(QColor(look.surface))
        self.brush.restyle()
        faint = QColor(self._colour)
        faint.setAlpha(90)
        self._past.setPen(pg.mkPen(self._colour, width=stroke(2)))
        self._future.setPen(pg.mkPen(faint, width=stroke(1)))
        self._arrow.setPen(pg.mkPen(look.text, width=stroke(1.5)))
        self._here.setPen(pg.mkPen(look.surface, width=stroke(2)))
        self._here.setBrush(pg.mkBrush(look.accent))

    # -- the user's hand ---------------------------------------------------------

    def step_near(self, at: QPointF) -> int | None:
        """The step whose point of the path is nearest to a pixel, if it is near."""
        known = np.flatnonzero(np.isfinite(self.path).all(axis=1))
        nearest = self._nearest(at, self.path[known])
        return None if nearest is None else int(known[nearest])

    def mark_near(self, at: QPointF) -> Mark | None:
        """The named point that is nearest to a pixel, if it is near."""
        nearest = self._nearest(at, np.array([mark[:2] for mark in self._marks]))
        return None if nearest is None else self._marks[nearest]

    def _nearest(self, at: QPointF, points: Points) -> int | None:
        if not len(points):
            return None
        box = self.getPlotItem().getViewBox()
        scene = self.mapToScene(at.toPoint())
        # The view is scaled and moved, not turned: two points tell where all others are.
        start, end = (box.mapViewToScene(QPointF(k, k)) for k in (0.0, 1.0))
        far = np.hypot(
            start.x() + points[:, 0] * (end.x() - start.x()) - scene.x(),
            start.y() + points[:, 1] * (end.y() - start.y()) - scene.y(),
        )
        nearest = int(np.argmin(far))
        return nearest if far[nearest] <= px(NEAR) else None

    def end_near(self, at: QPointF) -> int | None:
        """The end whose point is nearest to a pixel, if it is near."""
        return self._nearest(at, self.end_points)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        super().mouseMoveEvent(event)
        step, mark = self.step_near(event.position()), self.mark_near(event.position())
        lines = ["" if mark is None else mark.name, "" if step is None else self.describe(step)]
        if step is None and mark is None and (end := self.end_near(event.position())) is not None:
            lines.append(self.describe_end(end))
        text = "\n".join(filter(None, lines))
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self.viewport())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: what is let go elsewhere was a drag."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the path goes to its step, one beside it to an end; a drag goes nowhere."""
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        if event.button() == Qt.MouseButton.LeftButton and moved <= px(DRAGGED):
            step = self.step_near(event.position())
            if step is not None:
                self.step_asked.emit(step)
            elif (end := self.end_near(event.position())) is not None:
                self.end_asked.emit(end)

    def choose_tool(self, tool: str) -> None:
        """What a drag does, one of `gui.plots.brush.TOOLS`."""
        self.brush.tool = tool
        shape = Qt.CursorShape.ArrowCursor if tool == MOVE else Qt.CursorShape.CrossCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        self.enableAutoRange()
        event.accept()


def _brushes(colours: list[QColor]) -> list[QBrush]:
    """A brush for each, one for all of a colour: pyqtgraph paints a point's picture once a brush,
    and keeps it."""
    each = [colour.rgba() for colour in colours]
    made = {rgba: QBrush(QColor.fromRgba(rgba)) for rgba in set(each)}
    return [made[rgba] for rgba in each]
