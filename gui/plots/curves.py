"""`Curves`: chosen units, or chosen series of one unit, as real curves over time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import ceil, isfinite
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.colours import ink
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, stroke
from gui.look.theme import CAPTION, Theme
from gui.plots.guides import paint_guide
from gui.plots.time_plot import TimePlot

_SMOOTH = QPainter.RenderHint.Antialiasing

Values = npt.NDArray[np.floating[Any]]

Line = tuple[Values, str]
"""Values ``(T,)`` and their colour."""

_Size = tuple[int, int]

GHOST = 120
"""How dense a ghost is, 0 to 255."""

HAIR = 80
"""How dense the hairs are that lead from it to what there is now."""

NAMED = 15
"""The height of what an end stands for."""


MIN_HEIGHT = 44
"""The least height: pixels, however large everything else is."""


class Curves(TimePlot):
    """A few lines over the time steps, with a dot on each at the step."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[pg.PlotCurveItem] = []
        self._ghosts: list[pg.PlotCurveItem] = []
        self._hairs: list[pg.PlotCurveItem] = []
        self.lines: list[Line] = []
        self.ghosts: list[Line] = []
        self.low, self.high = -1.0, 1.0
        self.guide: float | None = 0.0
        self.names: tuple[str, str] = ("", "")
        self.marker: int | None = None
        self._ends_of: _Size | None = None
        self._ends: list[tuple[str, list[QRectF]]] = []
        self._edges: list[float] = []
        self._painted: list[tuple[str, QRectF]] = []
        self._ends_at: dict[tuple[int, int], list[tuple[str, QRectF]]] = {}
        self.setMinimumHeight(MIN_HEIGHT)
        self.dress()

    def show_lines(
        self,
        lines: list[Line],
        steps: int,
        low: float,
        high: float,
        guide: float | None,
        ghosts: list[Line] | None = None,
    ) -> None:
        """Draw lines ``(T,)`` within fixed bounds, and a faint guide at one value; behind them, pale,
        what ``ghosts`` were before something was changed."""
        self.lines, self.guide, self.ghosts = lines, guide, ghosts or []
        self.low, self.high = low, high
        for items, drawn, pen in (
            (self._items, lines, _pen),
            (self._ghosts, self.ghosts, _pale_pen),
        ):
            while len(items) < len(drawn):
                item = pg.PlotCurveItem()
                item.setZValue(-1 if items is self._ghosts else 0)
                items.append(item)
                self.box.addItem(item)
            for item, line in zip(items, drawn, strict=False):
                values = line[0][:steps]
                item.setData(np.arange(len(values)) + 0.5, values, connect="finite")
                item.setPen(pen(line))
                item.setVisible(True)
            for item in items[len(drawn) :]:
                item.setVisible(False)
        room = 0.06 * (high - low)
        self.set_steps(steps, low - room, high + room)

    def show_changes(self, pairs: list[tuple[Values, Values, str]]) -> None:
        """Draw, at every step, a hair from what a line ``(T,)`` was to what it is, in a colour."""
        while len(self._hairs) < len(pairs):
            item = pg.PlotCurveItem()
            item.setZValue(-2)
            self._hairs.append(item)
            self.box.addItem(item)
        for item, (before, after, colour) in zip(self._hairs, pairs, strict=False):
            both = min(len(before), len(after))
            ends = np.column_stack([before[:both], after[:both]])
            known = np.isfinite(ends).all(axis=1)
            at = np.repeat(np.flatnonzero(known) + 0.5, 2)
            item.setData(at, ends[known].ravel(), connect="pairs")
            item.setPen(pg.mkPen(ink(colour, HAIR), width=stroke(1)))
            item.setVisible(True)
        for item in self._hairs[len(pairs) :]:
            item.setVisible(False)

    def redraw(self) -> None:
        """Draw the scene anew, and look anew for where there is room."""
        self._ends_of = None
        super().redraw()

    def show_step(self, step: int) -> None:
        """Move the cursor; a text in its way goes elsewhere."""
        if step != self.step and self._end_boxes(step) != self._painted:
            self._port.update()
        super().show_step(step)

    def name_ends(self, low: str, high: str) -> None:
        """Say what the lower and the upper end stand for."""
        if (low, high) != self.names:
            self.names = low, high
            self.redraw()

    def show_marker(self, step: int | None) -> None:
        """Mark a step with a dashed line (where the networks part)."""
        self.marker = step
        self.viewport().update()

    def y_of(self, value: float) -> float:
        """The pixel of a value."""
        low, high = self.ends
        return float((high - value) / (high - low) * self._height())

    @property
    def end_texts(self) -> tuple[str, str]:
        """What stands at the lower and the upper end: what it is called, and its value."""
        low, high = (
            f"{name} {number(value)}".lstrip()
            for name, value in zip(self.names, (self.low, self.high), strict=True)
        )
        return low, high

    def restyle(self) -> None:
        """Draw the lines as thick as they are to be."""
        super().restyle()
        for item, line in zip(self._items, self.lines, strict=False):
            item.setPen(_pen(line))
        for item, line in zip(self._ghosts, self.ghosts, strict=False):
            item.setPen(_pale_pen(line))

    def paint_ground(self, painter: QPainter, look: Theme) -> None:
        """Paint the guide."""
        width = self._width()
        if self.guide is not None and self.low <= self.guide <= self.high:
            paint_guide(painter, self.y_of(self.guide), 0, width)

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Paint what the ends stand for, the marker and the dots."""
        left, right = area.left(), area.right()
        self._painted = self._end_boxes(self.step)
        for text, box in self._painted:
            if box.left() <= right and left <= box.right():
                self._paint_end(painter, box, text, look)
        if self.marker is not None:
            x = round(self.x_of(self.marker + 0.5)) + 0.5
            if left - 2 <= x <= right + 3:  # beyond, Qt would find out after each of its dashes
                painter.setPen(QPen(QColor(look.dim), stroke(1), Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(x, 0), QPointF(x, self._height()))
        painter.setRenderHint(_SMOOTH)
        painter.setPen(QPen(ink(look.surface), stroke(1.5)))
        step, x, radius = self.step, self.x_of(self.step + 0.5), stroke(4)
        foot = self.y_of(0.0)
        scale = self.y_of(1.0) - foot
        for values, colour in self.lines:
            if step < len(values) and isfinite(value := values[step]):
                painter.setBrush(ink(colour))
                painter.drawEllipse(QPointF(x, foot + scale * value), radius, radius)
        painter.setRenderHint(_SMOOTH, False)  # the cursor ends where a pixel ends, at 125 % too

    def _paint_end(self, painter: QPainter, box: QRectF, text: str, look: Theme) -> None:
        """Write what an end stands for; curves may run below it where there is no other room."""
        painter.setPen(QColor(look.dim if any(self.names) else look.faint))
        painter.fillRect(box, ink(look.surface, 232))
        TextPainter(painter).paint_in_line(box, px(4), text, self._end_size)

    @property
    def _end_size(self) -> int:
        return CAPTION if any(self.names) else CAPTION - 1

    def _end_boxes(self, step: int) -> list[tuple[str, QRectF]]:
        """What stands at the ends and where, while the cursor is at a step: beside the cursor, and
        where the fewest curves run."""
        size, cursor, near = (self._width(), self._height()), self.x_of(step + 0.5), px(6)
        if size != self._ends_of:
            self._ends_of, self._ends, self._ends_at = size, self._find_ends(size), {}
            self._edges = sorted(
                edge
                for _, places in self._ends
                for box in places
                for edge in (box.left() - near, box.right() + near)
            )
        # Which edges lie before the cursor says which places are free.
        passed = bisect_left(self._edges, cursor), bisect_right(self._edges, cursor)
        if (known := self._ends_at.get(passed)) is not None:
            return known
        boxes: list[tuple[str, QRectF]] = []
        for text, places in self._ends:
            for box in places:
                is_hidden = box.left() - near <= cursor <= box.right() + near
                if not is_hidden and not any(box.intersects(taken) for _, taken in boxes):
                    boxes.append((text, box))
                    break
        self._ends_at[passed] = boxes
        return boxes

    @np.errstate(invalid="ignore")
    def _find_ends(self, size: _Size) -> list[tuple[str, list[QRectF]]]:
        """What stands at the ends, and where it could: where fewer curves run first, else at the
        right, else at the left."""
        low, (across, height) = px(NAMED), size
        if height < px(40) and not any(self.names):
            return []
        ends = []
        for text, top in zip(self.end_texts[::-1], (1, height - low - 1), strict=True):
            width = text_width(text, self._end_size) + px(8)
            last = max(0.0, across - width)
            places = [QRectF(left, top, width, low) for left in (last, 0.0)]
            runs = self._runs_below(places)
            if all(runs):  # in both corners: looked at only then, as it takes longer
                between = np.arange(last, 0.0, -max(1.0, width / 2)).tolist()[1:]
                places += [QRectF(left, top, width, low) for left in between]
                runs = self._runs_below(places)
            order = sorted(range(len(places)), key=runs.__getitem__)
            ends.append((text, [places[place] for place in order]))
        return ends

    def _runs_below(self, places: list[QRectF]) -> list[int]:
        """Over how many pixels curves run below a text at each of some places beside each other,
        between their points too."""
        low, high = places[0].top() - 1, places[0].bottom() + 1
        lefts = np.array([place.left() for place in places])[:, None]
        across = lefts + np.arange(ceil(places[0].width() + 1))
        at = across / max(1e-9, self.column_width()) - 0.5
        top, foot = self.y_of(1.0), self.y_of(0.0)
        counts = np.zeros(len(places), np.intp)
        for values, _ in (*self.lines, *self.ghosts):
            if not len(values):
                continue
            y = foot + (top - foot) * np.interp(at, np.arange(len(values)), values)
            y[at > len(values) - 1] = np.nan
            least, most = np.fmin(y[:, :-1], y[:, 1:]), np.fmax(y[:, :-1], y[:, 1:])
            counts += np.count_nonzero((least <= high) & (most >= low), axis=1)
        return counts.tolist()


def _pale_pen(line: Line) -> QPen:
    """The pen of a ghost."""
    pen: QPen = pg.mkPen(ink(line[1], GHOST), width=stroke(1))
    return pen


def _pen(line: Line) -> QPen:
    """The pen of a line: at 100 % one pixel, Qt's fast path."""
    pen: QPen = pg.mkPen(line[1], width=stroke(1))
    return pen
