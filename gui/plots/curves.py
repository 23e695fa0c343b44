"""`Curves`: chosen units, or chosen series of one unit, as real curves over time."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.colours import ink
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, sized, stroke
from gui.look.theme import CAPTION, Theme
from gui.look.typefaces import typeface
from gui.plots.guides import paint_guide
from gui.plots.time_plot import TimePlot

Values = npt.NDArray[np.floating[Any]]

Line = tuple[Values, str]
"""Values ``(T,)`` and their colour."""

GHOST = 120
"""How dense a ghost is, 0 to 255."""

HAIR = 80
"""How dense the hairs are that lead from it to what there is now."""

NAMED = 15
"""The height of what an end stands for."""


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
        sized(self.setMinimumHeight, 44)
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
        """Draw lines within fixed bounds, and a faint guide at one value; behind them, pale, what
        ``ghosts`` were before something was changed."""
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
        """Draw, at every step, a hair from what a line was to what it is, in a colour."""
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
        low, high = self.box.viewRange()[1]
        return float((high - value) / (high - low) * self.viewport().height())

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
        """Paint the guide and the values at the bounds."""
        width = self.viewport().width()
        if self.guide is not None and self.low <= self.guide <= self.high:
            paint_guide(painter, self.y_of(self.guide), 0, width)
        painter.setPen(QColor(look.faint))
        painter.setFont(typeface(CAPTION - 1))
        height = self.viewport().height()
        if height >= px(40) and not any(self.names):
            right = Qt.AlignmentFlag.AlignRight
            box = QRectF(0, px(2), width - px(4), height - px(4))
            low, high = self.end_texts
            painter.drawText(box, right | Qt.AlignmentFlag.AlignTop, high)
            painter.drawText(box, right | Qt.AlignmentFlag.AlignBottom, low)

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Paint the marker and the dots."""
        if any(self.names):
            self._paint_names(painter, area, look)
        if self.marker is not None:
            painter.setPen(QPen(QColor(look.dim), stroke(1), Qt.PenStyle.DashLine))
            x = round(self.x_of(self.marker + 0.5)) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.viewport().height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(look.surface), stroke(1.5)))
        x, radius = self.x_of(self.step + 0.5), stroke(4)
        for values, colour in self.lines:
            if self.step < len(values) and np.isfinite(values[self.step]):
                painter.setBrush(ink(colour))
                painter.drawEllipse(QPointF(x, self.y_of(float(values[self.step]))), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_names(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Write what the ends stand for, above the curves that may run there."""
        size = self.viewport().size()
        painter.setPen(QColor(look.dim))
        for text, top in zip(self.end_texts, (size.height() - px(NAMED) - 1, 1), strict=True):
            width = text_width(text, CAPTION)
            box = QRectF(size.width() - width - px(8), top, width + px(8), px(NAMED))
            if box.left() > area.right():
                continue
            painter.fillRect(box, ink(look.surface, 200))
            TextPainter(painter).paint_in_line(box, px(4), text, CAPTION)


def _pale_pen(line: Line) -> QPen:
    """The pen of a ghost."""
    pen: QPen = pg.mkPen(ink(line[1], GHOST), width=stroke(1))
    return pen


def _pen(line: Line) -> QPen:
    """The pen of a line: at 100 % one pixel, Qt's fast path."""
    pen: QPen = pg.mkPen(line[1], width=stroke(1))
    return pen
