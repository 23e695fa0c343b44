"""`TimeField`: a plot over the time steps in a picture, as `gui.plots.time_plot.TimePlot` is in the window.

Step ``t`` covers ``[t, t + 1)`` of the horizontal axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.replay.cells.series import Series
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.colours import colour_map, gradient, image_of, ink
from gui.look.numbers_text import number
from gui.look.painted_text import is_drawing
from gui.look.theme import CAPTION, theme
from gui.look.typefaces import typeface
from gui.pictures.picture_texts import width_of, write
from gui.plots.axis import APART
from gui.plots.curves import Line
from gui.plots.guides import paint_guide
from gui.plots.ticks import step_numbers
from gui.plots.time_plot import VEIL

GUTTER = 36.0
"""Room at the left of a plot for what its height means."""

BAR = 44.0
"""Room at the right for the colours and the values of their ends."""

AXIS = 30.0
"""Room below for the numbers of the steps, and their name."""

SHARP = 4
"""Pixels of a drawing's image for one of the picture's, so that no reader smooths its cells."""


@dataclass(frozen=True)
class TimeField:
    """A rectangle with so many time steps."""

    box: QRectF
    steps: int

    def x_of(self, step: float) -> float:
        """The left edge of a step."""
        return self.box.left() + step * self.box.width() / self.steps

    def paint_frame(self, painter: QPainter) -> None:
        """The ground."""
        painter.fillRect(self.box, QColor(theme().surface))

    def paint_map(
        self,
        painter: QPainter,
        values: npt.NDArray[np.floating[Any]],
        ends: tuple[float, float],
        *,
        signed: bool,
    ) -> None:
        """A heat map of ``(T, U)``, unit 0 on top, its colours between two values."""
        low, high = ends
        shares = (values.T - low) / ((high - low) or 1.0)
        known = np.isfinite(shares)
        places = np.rint(np.clip(np.where(known, shares, 0), 0, 1) * 255).astype(np.intp)
        pixels = np.empty((*shares.shape, 4), np.uint8)
        pixels[..., :3] = colour_map(theme(), signed=signed)[places]
        pixels[..., 3] = np.where(known, 255, 0)
        wide = self.x_of(len(values)) - self.box.left()
        rows, columns = shares.shape
        for axis, room, count in ((0, self.box.height(), rows), (1, wide, columns)):
            times = int(-(-SHARP * room // count))
            if 1 < times <= 64 and pixels.size * times < 1 << 26:
                pixels = np.repeat(pixels, times, axis)
        # Many units on few pixels are averaged; nothing is left out.
        is_dense = rows > self.box.height() or columns > wide
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_dense)
        target = QRectF(self.box.left(), self.box.top(), wide, self.box.height())
        painter.drawImage(target, image_of(pixels))

    def paint_units(self, painter: QPainter, chosen: Sequence[tuple[int, str]], count: int) -> None:
        """Mark the rows of chosen units, each in its colour; a frame must not hide a thin row."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        row = self.box.height() / count
        for unit, colour in chosen:
            top = self.box.top() + unit * row
            painter.fillRect(QRectF(self.box.left() - 4, top, 3, max(2.0, row)), QColor(colour))
            if row >= 10:
                painter.setPen(QPen(QColor(colour), 1))
                frame = QRectF(self.box.left(), top, self.box.width(), row)
                painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def paint_lines(
        self,
        painter: QPainter,
        lines: Sequence[Line],
        low: float,
        high: float,
        *,
        alpha: int = 255,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Curves ``(T,)`` between two values; a gap parts a curve."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for values, colour in lines:
            painter.setPen(
                QPen(ink(colour, alpha), 1.4, style, Qt.PenCapStyle.RoundCap,
                     Qt.PenJoinStyle.RoundJoin)
            )  # fmt: skip
            part: list[QPointF] = []
            for step, value in enumerate(values.tolist()):
                if np.isfinite(value):
                    part.append(self.point(step, value, low, high))
                elif part:
                    painter.drawPolyline(QPolygonF(part))
                    part = []
            if part:
                painter.drawPolyline(QPolygonF(part))

    def point(self, step: int, value: float, low: float, high: float) -> QPointF:
        """Where a curve stands at a step."""
        share = (high - value) / ((high - low) or 1.0)
        return QPointF(self.x_of(step + 0.5), self.box.top() + 3 + share * (self.box.height() - 6))

    def paint_heights(
        self, painter: QPainter, low: float, high: float, guide: float | None = None
    ) -> None:
        """What the ends of the upright axis mean, and a faint line at a value."""
        if guide is not None and low < guide < high:
            y = self.point(0, guide, low, high).y()
            paint_guide(painter, y, self.box.left(), self.box.right())
        self.paint_ends(painter, number(high), number(low))

    def paint_ends(self, painter: QPainter, upper: str, lower: str) -> None:
        """What stands left of the upper and the lower edge."""
        font, faint = typeface(CAPTION - 1), theme().faint
        room = QRectF(self.box.left() - GUTTER, self.box.top() - 2, GUTTER - 7, 12)
        write(painter, room, upper, faint, font, AT_RIGHT)
        room.moveBottom(self.box.bottom() + 2)
        write(painter, room, lower, faint, font, AT_RIGHT)

    def paint_bar(self, painter: QPainter, series: Series, ends: tuple[float, float]) -> None:
        """The colours at the right, with the values of their ends."""
        look, left = theme(), self.box.right() + 6
        bar = QRectF(left, self.box.top() + 0.5, 6, self.box.height() - 1)
        painter.setPen(QPen(QColor(look.line), 0.8))
        painter.setBrush(gradient(bar.bottomLeft(), bar.topLeft(), signed=series.signed))
        painter.drawRect(bar)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = typeface(CAPTION - 1)
        room = QRectF(bar.right() + 4, self.box.top() - 2, BAR - 16, 12)
        write(painter, room, number(ends[1]), look.dim, font, AT_LEFT)
        room.moveBottom(self.box.bottom() + 2)
        write(painter, room, number(ends[0]), look.dim, font, AT_LEFT)

    # -- what changes from step to step ------------------------------------------

    def paint_cursor(self, painter: QPainter, step: int, *, dims: bool, framed: bool) -> None:
        """The veil over what is to come, and the cursor: a frame around a wide column."""
        look, edge = theme(), self.x_of(step + 1)
        if dims and edge < self.box.right():
            veil = QRectF(self.box)
            veil.setLeft(edge)
            if is_drawing(painter):
                veil.adjust(0, -0.5, 0.5, 0.5)  # readers draw an image a little beyond its box
            painter.fillRect(veil, ink(look.surface, VEIL))
        wide = self.box.width() / self.steps
        if framed and wide >= 9:
            painter.setPen(QPen(QColor(look.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.x_of(step), self.box.top(), wide, self.box.height())
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            line = QRectF(self.x_of(step + 0.5) - 0.75, self.box.top(), 1.5, self.box.height())
            painter.fillRect(line, QColor(look.accent))

    def paint_dots(
        self, painter: QPainter, step: int, lines: Sequence[Line], low: float, high: float
    ) -> None:
        """Where each curve ``(T,)`` stands at a step."""
        painter.setPen(QPen(QColor(theme().surface), 1.2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for values, colour in lines:
            if step < len(values) and np.isfinite(values[step]):
                painter.setBrush(QColor(colour))
                painter.drawEllipse(self.point(step, float(values[step]), low, high), 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_axis(self, painter: QPainter, step: int, name: str, first: int = 1) -> None:
        """The numbers of the steps below, the one of the moment in the accent's colour; ``first``
        is what the first of them is called."""
        look, font = theme(), typeface(CAPTION - 1)
        here, last = self.x_of(step + 0.5), first + self.steps - 1
        widest = width_of(str(last), font)
        shown = [
            (x, mark, look.dim)
            for mark in step_numbers(self.steps, self.box.width(), widest, first=first)
            if abs((x := self.x_of(mark - first + 0.5)) - here) >= max(APART, widest + 4)
        ]
        top = self.box.bottom()
        for x, mark, colour in (*shown, (here, step + first, look.accent)):
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, top + 3))
            room = QRectF(x - 20, top + 3, 40, 13)
            write(painter, room, str(mark), colour, font, Qt.AlignmentFlag.AlignCenter)
        room = QRectF(self.box.left(), top + 15, self.box.width(), 13)
        write(painter, room, name, look.faint, font, Qt.AlignmentFlag.AlignCenter)
