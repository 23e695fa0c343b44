"""`UnitStrip`: every unit of the layer as a small square, in the colour of its state."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.kit.at_once import AtOnce
from gui.kit.grounded import Grounded
from gui.kit.tips import tip
from gui.look.colours import ink, words_of
from gui.look.scale import px
from gui.look.theme import theme

BETWEEN = 2

FEW = 64
"""Units up to which every square has an edge."""


class UnitStrip(Grounded):
    """Squares in rows; a press chooses a unit.  ``describe`` says what a square is.

    Signals:
        unit_clicked(int, bool): the unit, and whether to add it to the chosen ones.
    """

    unit_clicked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._series: npt.NDArray[np.floating[Any]] = np.zeros((1, 0), np.float32)
        self._step = 0
        self._words: AtOnce[npt.NDArray[np.uint32]] = AtOnce()
        self._chosen: tuple[int, ...] = ()
        self.describe: Callable[[int], str] = lambda square: ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_step(
        self, series: npt.NDArray[np.floating[Any]], step: int, chosen: tuple[int, ...]
    ) -> None:
        """Set the values at a step of a series ``(T, U)``, drawn with -1 and 1 at the ends, and the
        chosen units."""
        is_another_size = series.shape[1] != self.count
        self._series, self._step, self._chosen = series, step, chosen
        if is_another_size:
            self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many squares there are."""
        return int(self._series.shape[1])

    def _colours(self) -> npt.NDArray[np.uint32]:
        """The colours of the squares, ``(U,)``."""
        series = self._series

        def compute(some: range) -> list[npt.NDArray[np.uint32]]:
            return list(words_of(series[some.start : some.stop] * 0.5 + 0.5))

        return self._words.at(self._step, len(series), compute, series, theme())

    def _grid(self, width: int) -> tuple[float, int]:
        """The side of a square and how many stand in a row."""
        count, between = max(1, self.count), px(BETWEEN)
        columns = count if count <= 16 else 32
        side = max(4.0, min(float(px(20)), (width + between) / columns - between))
        return side, max(1, int((width + between) / (side + between)))

    def hasHeightForWidth(self) -> bool:
        """More units, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the rows."""
        side, per_row = self._grid(width)
        rows = -(-max(1, self.count) // per_row)
        return round(rows * (side + px(BETWEEN)))

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(px(280), self.heightForWidth(px(280)))

    def _box(self, unit: int) -> QRectF:
        side, per_row = self._grid(self.width())
        row, column = divmod(unit, per_row)
        return QRectF(column * (side + px(BETWEEN)), row * (side + px(BETWEEN)), side, side)

    def _unit_at(self, at: QPointF) -> int | None:
        side, per_row = self._grid(self.width())
        step = side + px(BETWEEN)
        column = int(at.x() / step)
        if column >= per_row:
            return None
        unit = int(at.y() / step) * per_row + column
        return unit if 0 <= unit < self.count else None

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint the squares, and frame the chosen ones."""
        count = self.count
        look = theme()
        if not count:
            painter.fillRect(self.rect(), ink(look.surface))
            return
        # A pixel for every square, enlarged, and above it what is between them.
        ratio = self.devicePixelRatioF()
        side, per_row = self._grid(self.width())
        between = px(BETWEEN)
        rows, step = -(-count // per_row), side + between
        pixels = np.zeros(rows * per_row, np.uint32)
        pixels[:count] = self._colours()
        image = QImage(pixels.data, per_row, rows, 4 * per_row, QImage.Format.Format_RGB32)
        room = QRectF(0, 0, per_row * step, rows * step)
        half = between / 2  # Qt rounds where one pixel ends: in the middle between two squares
        painter.drawImage(room.translated(-half, -half), image)
        form = count, side, per_row, between, ratio, self.size()
        grid = _grid_of(*form, look.surface, look.line)
        painter.drawPixmap(0, 0, grid)
        if self._chosen:
            painter.setPen(QPen(ink(look.accent), px(2)))
        for unit in self._chosen:
            if unit < count:
                painter.drawRect(self._box(unit).adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit below the pointer."""
        unit = self._unit_at(event.position())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            self.unit_clicked.emit(unit, bool(event.modifiers() & keys))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        square = self._unit_at(event.position())
        text = "" if square is None else tip(self.describe(square))
        QToolTip.showText(event.globalPosition().toPoint(), text, self)


@lru_cache(maxsize=8)
def _grid_of(
    count: int,
    side: float,
    per_row: int,
    between: int,
    ratio: float,
    size: QSize,
    around: str,
    edge: str,
) -> QPixmap:
    """What is between the squares, and at the edge of each, if there are few: pixels of the
    screen in these two colours, transparent where a square is seen."""
    x, y = (
        (np.arange(math.ceil(length * ratio)) + 0.5) / ratio
        for length in (size.width(), size.height())
    )
    step = side + between
    column, row = (x // step).astype(np.intp), (y // step).astype(np.intp)[:, None]
    across, down = x - column * step, (y[:, None] - row * step)
    pixels = np.zeros((len(y), len(x)), np.uint32)
    if count <= FEW:
        pixels[(np.minimum(across, down) < 1) | (np.maximum(across, down) >= side - 1)] = ink(
            edge
        ).rgb()
    is_none = (across >= side) | (down >= side) | (column >= per_row)
    pixels[is_none | (row * per_row + column >= count)] = ink(around).rgb()
    height, width = pixels.shape
    form = QImage.Format.Format_ARGB32_Premultiplied
    grid = QPixmap.fromImage(QImage(pixels.data, width, height, 4 * width, form))
    grid.setDevicePixelRatio(ratio)
    return grid
