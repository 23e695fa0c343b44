"""`Overview`: the chosen columns over the whole table, with the window that is read framed."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.numbers.table import Table
from gui.kit.view import View
from gui.kit.wheel import Wheel
from gui.look.colours import ink
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.look.typefaces import typeface
from gui.numbers.lanes import MIN_LANE, Lanes
from gui.numbers.numbers import Numbers

_MAX_COLUMNS = 6
"""Columns that are drawn."""

_POINTS = 1000
"""Pairs of least and greatest values that are drawn of a long series."""

_MIN_FRAME = 6
"""Pixels of the frame, so that it can be seen."""


class Overview(View):
    """Click or drag to read another window; the wheel and the arrows go window by window."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._lanes = Lanes()
        self._drawn: tuple[Table, tuple[int, ...]] | None = None
        self._grip = 0.0  # where in the window the pointer holds it, in rows
        self._wheel = Wheel()
        sized(self.setMinimumWidth, 120)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        numbers.changed.connect(self.show_table)
        numbers.opened.connect(self.update)
        self.dress()
        self.show_table()

    def show_table(self) -> None:
        """Draw the chosen columns anew."""
        windows = self._numbers.cut.windows
        if windows is None:
            self._lanes, self._drawn = Lanes(), None
        else:
            places = tuple(dict.fromkeys(windows.cut.columns))[:_MAX_COLUMNS]
            if self._drawn != (windows.table, places):
                names = tuple(windows.table.columns[place] for place in places)
                self._lanes = Lanes(_outline(windows.table.values, places), names)
                self._drawn = (windows.table, places)
        self.updateGeometry()
        self.update()

    def frame(self) -> QRectF:
        """The window that is read, in pixels."""
        if (windows := self._numbers.cut.windows) is None:
            return QRectF()
        first, end = windows.rows_of(self._numbers.number)
        scale = self.width() / max(1, len(windows.table))
        wide = max(px(_MIN_FRAME), (end - first) * scale)
        left = min(first * scale, self.width() - wide)
        return QRectF(left, 0, wide, self.height())

    def row_at(self, x: float) -> float:
        """The row of the table below a pixel."""
        windows = self._numbers.cut.windows
        rows = 0 if windows is None else len(windows.table)
        return x * rows / max(1, self.width())

    def sizeHint(self) -> QSize:
        """A lane for every column."""
        return QSize(
            px(240), max(px(44), min(self._lanes.count, _MAX_COLUMNS) * (px(MIN_LANE + 8)))
        )

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the curves, veiled but for the window, and its frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface())
        look, area = theme(), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.ground))
        painter.drawRoundedRect(area, px(4), px(4))
        self._lanes.paint(painter, area, look)
        frame = self.frame()
        if frame.isEmpty():
            return
        veil = ink(look.ground, 140)
        painter.fillRect(QRectF(0, 0, frame.left(), area.height()), veil)
        after = area.right() - frame.right()
        painter.fillRect(QRectF(frame.right(), 0, after, area.height()), veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), px(3), px(3))
        self._lanes.paint_labels(painter, area, look)

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the window where it is, or bring its middle to the pointer."""
        windows = self._numbers.cut.windows
        if event.button() != Qt.MouseButton.LeftButton or windows is None:
            return
        x = event.position().x()
        first, end = windows.rows_of(self._numbers.number)
        if self.frame().contains(event.position()):
            self._grip = self.row_at(x) - first
        else:
            self._grip = (end - first) / 2
            self._go(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the window, or say what is below the pointer."""
        if (windows := self._numbers.cut.windows) is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())
            return
        row = max(0, min(int(self.row_at(event.position().x())), len(windows.table) - 1))
        QToolTip.showText(event.globalPosition().toPoint(), windows.table.name_of(row), self)

    def _go(self, x: float) -> None:
        windows = self._numbers.cut.windows
        assert windows is not None
        number = windows.at_row(int(max(0.0, self.row_at(x) - self._grip)))
        if number != self._numbers.number:
            self._numbers.open_number(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One notch, one window."""
        if notches := self._wheel.notches(event):
            self._numbers.open_number(self._numbers.number - notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right."""
        change = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if change is None:
            super().keyPressEvent(event)
        else:
            self._numbers.open_number(self._numbers.number + change)

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Name the view."""
        self.setAccessibleName(self.tr("all the numbers; the window that is read is framed"))


def _outline(values: npt.NDArray[np.float64], places: tuple[int, ...]) -> npt.NDArray[np.float64]:
    """The columns; of a long table the least and the greatest values of its pieces, in turns."""
    if len(values) <= 2 * _POINTS:
        return values[:, list(places)]
    starts = np.linspace(0, len(values), _POINTS, endpoint=False).astype(int)
    outline = np.empty((2 * _POINTS, len(places)))
    for nth, place in enumerate(places):
        outline[::2, nth] = np.fmin.reduceat(values[:, place], starts)
        outline[1::2, nth] = np.fmax.reduceat(values[:, place], starts)
    return outline
