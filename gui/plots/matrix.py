"""`MatrixView`: a matrix of weights as a heat map that can be zoomed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.look.focus import paint_focus
from gui.look.numbers_text import six_digits
from gui.look.scale import UNBOUNDED, px, sized
from gui.look.theme import theme
from gui.look.typefaces import typeface
from gui.plots.guides import paint_below, paint_beside
from gui.plots.matrix_cells import Array, sharing, strongest, weights_image, zoomed_range
from gui.plots.ticks import round_step

LEFT, TOP, FOOT = 40, 6, 18
"""Room for the numbers of the rows, for half a number above, and for those of the columns."""

MAX_CELL = 52
"""Pixels: a small matrix does not become a chequered flag."""

STRIP = 30
"""The height of a vector."""


class MatrixView(QWidget):
    """Rows from the top, columns from the left.

    The wheel zooms about the pointer, a drag moves, a double click shows all; a press without
    a drag is `clicked`.  With the keys: plus and minus zoom, 0 shows all, the arrows move, Return
    is a click.  Where there are more numbers than pixels, a pixel has the strongest of
    its numbers.
    """

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values: Array = np.zeros((1, 1), np.float32)
        self.most = 1.0
        self.row_text: Callable[[int], str] = lambda row: str(row + 1)
        self.column_text: Callable[[int], str] = lambda column: str(column + 1)
        self.first = 1
        self.shown = (0, 1, 0, 1)  # first row, end, first column, end
        self._picture: QImage | None = None
        self._drawn: tuple[object, ...] = ()
        self._grip: tuple[QPointF, tuple[int, int, int, int]] | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what is shown -----------------------------------------------------------

    def show_matrix(
        self,
        values: Array,
        most: float,
        row_text: Callable[[int], str],
        column_text: Callable[[int], str],
        first: int = 1,
    ) -> None:
        """Draw a matrix ``(R, C)``, in colours from ``-most`` to ``most``; what is not finite has
        a colour of its own.  The two texts are what rows and columns are called below the
        pointer, by their places; ``first`` is the number of the first row."""
        if values.shape != self.values.shape:
            self.shown = (0, values.shape[0], 0, values.shape[1])
            self._grip = None  # of a matrix that is gone
        self.values, self.most = values, most or 1.0
        is_vector = len(values) == 1
        sized(self.setMaximumHeight, STRIP + TOP + FOOT if is_vector else UNBOUNDED)
        self.row_text, self.column_text, self.first = row_text, column_text, first
        self._picture = None
        self.update()

    def area(self) -> QRectF:
        """Where the cells are, in pixels; zooming does not change it."""
        rows, columns = self.values.shape
        width = min(float(self.width() - px(LEFT) - 1), 1.2 * px(MAX_CELL) * columns)
        height = min(float(self.height() - px(TOP) - px(FOOT) - 1), float(px(MAX_CELL) * rows))
        return QRectF(px(LEFT), px(TOP), max(1.0, width), max(1.0, height))

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """The row and the column of a pixel, None outside the matrix."""
        area = self.area()
        if not area.contains(at):
            return None
        first, end, left, right = self.shown
        row = first + int((at.y() - area.top()) / area.height() * (end - first))
        column = left + int((at.x() - area.left()) / area.width() * (right - left))
        return min(row, end - 1), min(column, right - 1)

    def sharing(self, row: int, column: int) -> tuple[slice, slice]:
        """The cells that share a pixel with this one: itself where there is room for all."""
        area = self.area()
        first, end, left, right = self.shown
        return (
            sharing(row, first, end, int(area.height() * self.devicePixelRatioF())),
            sharing(column, left, right, int(area.width() * self.devicePixelRatioF())),
        )

    def seen(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose colour is drawn where this one is: the strongest that shares its pixel."""
        rows, columns = self.sharing(row, column)
        part = np.abs(self.values[rows, columns])
        down, over = np.unravel_index(int(np.argmax(np.nan_to_num(part, nan=np.inf))), part.shape)
        return rows.start + int(down), columns.start + int(over)

    def place_of(self, row: int, column: int) -> QPointF:
        """The middle of a cell in pixels."""
        area = self.area()
        first, end, left, right = self.shown
        return QPointF(
            area.left() + (column - left + 0.5) / (right - left) * area.width(),
            area.top() + (row - first + 0.5) / (end - first) * area.height(),
        )

    def describe(self, row: int, column: int) -> str:
        """Row, column and value of a cell, or of the strongest that shares its pixel."""
        rows, columns = self.sharing(row, column)
        count = (rows.stop - rows.start) * (columns.stop - columns.start)
        row, column = self.seen(row, column)
        places = [self.row_text(row)] if len(self.values) > 1 else []
        places.append(self.column_text(column))
        text = " · ".join(places) + f"\n{six_digits(float(self.values[row, column]))}"
        if count > 1:
            text += "\n" + self.tr("the strongest of {count} here; the wheel zooms in").format(
                count=count
            )
        return text

    def zoom(self, factor: float, at: QPointF) -> None:
        """Show fewer or more cells about a pixel."""
        cell = self.cell_at(at) or (sum(self.shown[:2]) // 2, sum(self.shown[2:]) // 2)
        first, end, left, right = self.shown
        rows, columns = self.values.shape
        self.shown = (
            *zoomed_range(first, end, cell[0], factor, rows),
            *zoomed_range(left, right, cell[1], factor, columns),
        )
        self._picture = None
        self.update()

    def show_all(self) -> None:
        """The whole matrix again."""
        self.shown = (0, self.values.shape[0], 0, self.values.shape[1])
        self._picture = None
        self.update()

    @property
    def zoomed(self) -> bool:
        """Whether a part is shown."""
        return self.shown != (0, self.values.shape[0], 0, self.values.shape[1])

    # -- painting ----------------------------------------------------------------

    def picture(self) -> QImage:
        """The cells as an image, at most one pixel for each of the screen's."""
        area, look = self.area(), theme()
        state = (area.width(), area.height(), look.name)
        if self._picture is None or state != self._drawn:
            first, end, left, right = self.shown
            ratio = self.devicePixelRatioF()
            part = strongest(
                self.values[first:end, left:right],
                max(1, int(area.height() * ratio)),
                max(1, int(area.width() * ratio)),
            )
            self._picture, self._drawn = weights_image(part, self.most), state
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the numbers of rows and columns."""
        painter, look, area = QPainter(self), theme(), self.area()
        painter.drawImage(area, self.picture())
        painter.setPen(QPen(QColor(look.line), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            paint_focus(painter, self.rect())
        painter.setFont(typeface())
        first, end, left, right = self.shown
        if self.values.shape[0] > 1:
            for row in _ticks(first, end, area.height() / px(22), self.first):
                y = self.place_of(row, left).y()
                paint_beside(painter, y, px(LEFT - 6), f"{row + self.first:,}")
        for column in _ticks(left, right, area.width() / px(44), 1):
            x = self.place_of(first, column).x()
            paint_below(painter, x, area.bottom() + px(3), f"{column + 1:,}")

    def sizeHint(self) -> QSize:
        """Room for a small matrix."""
        return QSize(px(240), px(180))

    def minimumSizeHint(self) -> QSize:
        """A few cells."""
        return QSize(px(LEFT + 60), px(TOP + FOOT) + (px(14) if len(self.values) == 1 else px(40)))

    # -- the user's hand ---------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        turn = event.angleDelta().y()
        if turn and self.cell_at(event.position()) is not None:
            self.zoom(0.7 ** (turn / 120), event.position())
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._dragged = (event.position(), self.shown), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the part that is shown, or say what is below the pointer."""
        at = event.position()
        if self._grip is not None and self.zoomed:
            self._move(at)
            return
        cell = self.cell_at(at)
        text = "" if cell is None else self.describe(*cell)
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def _move(self, at: QPointF) -> None:
        assert self._grip is not None
        start, (first, end, left, right) = self._grip
        area = self.area()
        down = round((start.y() - at.y()) / area.height() * (end - first))
        over = round((start.x() - at.x()) / area.width() * (right - left))
        self._show_from(first + down, left + over)
        self._dragged = self._dragged or self.shown != (first, end, left, right)

    def _show_from(self, row: int, column: int) -> None:
        """Show as many cells from this one on, or from the nearest one that can be the first."""
        first, end, left, right = self.shown
        rows, columns = self.values.shape
        row = max(0, min(row, rows - (end - first)))
        column = max(0, min(column, columns - (right - left)))
        self.shown = (row, row + end - first, column, column + right - left)
        self._picture = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press that did not move was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._grip is not None and not self._dragged:
            self.clicked.emit()
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 zoom, the arrows move, Return is a click."""
        first, end, left, right = self.shown
        rows, columns = max(1, (end - first) // 8), max(1, (right - left) // 8)
        ways = {
            Qt.Key.Key_Up: (-rows, 0),
            Qt.Key.Key_Down: (rows, 0),
            Qt.Key.Key_Left: (0, -columns),
            Qt.Key.Key_Right: (0, columns),
        }
        key = Qt.Key(event.key())
        if key in ways:
            self._show_from(first + ways[key][0], left + ways[key][1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        elif event.text() in ("+", "=", "-"):
            middle = self.place_of((first + end) // 2, (left + right) // 2)
            self.zoom(1 / 0.7 if event.text() == "-" else 0.7, middle)
        elif event.text() == "0":
            self.show_all()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all."""
        self.show_all()


def _ticks(first: int, end: int, most: float, number: int) -> range:
    """Cells whose numbers are round and have room; ``number`` is the first cell's."""
    step = max(1, round(round_step(end - first, max(1, int(most)))))
    if step == 1:
        return range(first, end)
    start = -(-(first + number) // step) * step - number
    return range(start, end, step)
