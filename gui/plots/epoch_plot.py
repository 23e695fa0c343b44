"""`EpochPlot`: a plot over the epochs of a training: its axes, its cursor, the user's hand.

An epoch's values stand at its end, so 0 is before the first batch, and the epoch under way
grows from the end of the one before.  As in `gui.plots.time_plot` the cursor is painted
above the scene in pixels, and only the strips where it was and is are painted again.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gui.look.alignment import AT_RIGHT
from gui.look.colours import ink
from gui.look.numbers_text import tick_text
from gui.look.scale import px, sized
from gui.look.theme import Theme
from gui.look.typefaces import typeface
from gui.plots.guides import paint_beside, paint_guide
from gui.plots.plot import Plot
from gui.plots.ticks import epoch_ticks

LEFT, RIGHT, TOP, BOTTOM = 46, 14, 7, 7
AXIS = 18
"""Pixels around the plot: numbers at the left, and below the lower one."""

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(frozen=True)
class Axes:
    """The ranges: epochs from 0 to ``epochs``, values between ``low`` and ``high``."""

    epochs: int = 5
    low: float = 0.0
    high: float = 1.0
    ticks: tuple[float, ...] = (0.0, 0.5, 1.0)


class _Frame(pg.GraphicsWidget):  # type: ignore[misc]
    """Holds the plot inside its margins."""

    def __init__(self, box: pg.ViewBox, bottom: int) -> None:
        super().__init__()
        self._box, self._bottom = box, bottom
        box.setParentItem(self)

    def resizeEvent(self, event: object) -> None:
        """Lay the plot out at once: what is painted above it must not lag behind."""
        self.lay_out()

    def lay_out(self) -> None:
        """Put the plot inside its margins."""
        size = self.size()
        width = max(1.0, size.width() - px(LEFT) - px(RIGHT))
        height = max(1.0, size.height() - px(TOP) - px(self._bottom))
        self._box.setGeometry(QRectF(px(LEFT), px(TOP), width, height))


class EpochPlot(Plot):
    """Axes and a cursor; with ``numbers`` the epochs are numbered below them.

    The user asks for an epoch, from 0, by pressing, dragging or keys, or hovers over one, None
    when the pointer left.
    """

    epoch_asked = Signal(int)
    hovered = Signal(object)

    def __init__(self, *, numbers: bool) -> None:
        super().__init__()
        self.numbers = numbers
        self._frame = _Frame(self.box, BOTTOM + AXIS if numbers else BOTTOM)
        self.setCentralItem(self._frame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # by click and by Tab, not by the wheel
        sized(self.setMinimumHeight, 56 + (AXIS if numbers else 0))
        self.epoch: float | None = None
        self.hover: int | None = None
        self.last = 0  # the last epoch that can be asked for
        self.axes = Axes()
        self.caption = ""
        self.describe: Callable[[int], str] = lambda epoch: ""
        self.has_keys = False
        self._pressed = False
        self._asked: int | None = None
        self.set_axes(self.axes)
        _application().focusChanged.connect(self._focus_moved)

    # -- what is shown -----------------------------------------------------------

    def set_axes(self, axes: Axes) -> None:
        """Fix the ranges."""
        self.axes = axes
        self.set_range((0, axes.epochs), (axes.low, axes.high))

    def show_epoch(self, epoch: float | None) -> None:
        """Move the cursor; None takes it away."""
        if epoch != self.epoch:
            before, self.epoch = self.epoch, epoch
            self._strip(before)
            self._strip(epoch)

    def show_hover(self, epoch: int | None) -> None:
        """Mark the epoch below the pointer, here or in the other plot."""
        if epoch != self.hover:
            before, self.hover = self.hover, epoch
            self._strip(before)
            self._strip(epoch)

    def _strip(self, epoch: float | None) -> None:
        """Ask for what stands around an epoch to be painted again."""
        if epoch is not None:
            x, size = self.x_of(epoch), self.viewport().size()
            left = int(x) - px(24)
            self.viewport().update(left, 0, 2 * px(24), self.viewport().height())
            if self.numbers:  # those beside it come and go as well
                self.viewport().update(QRect(0, size.height() - px(AXIS), size.width(), px(AXIS)))

    # -- geometry ----------------------------------------------------------------

    def plot_rect(self) -> QRectF:
        """Where the lines are, in pixels."""
        below = px(BOTTOM + AXIS) if self.numbers else px(BOTTOM)
        size = self.viewport().size()
        return QRectF(
            px(LEFT),
            px(TOP),
            max(1, size.width() - px(LEFT) - px(RIGHT)),
            max(1, size.height() - px(TOP) - below),
        )

    def x_of(self, epoch: float) -> float:
        """The pixel of an epoch."""
        rect = self.plot_rect()
        return rect.left() + epoch / self.axes.epochs * rect.width()

    def y_of(self, value: float) -> float:
        """The pixel of a value."""
        rect = self.plot_rect()
        share = (self.axes.high - value) / (self.axes.high - self.axes.low)
        return rect.top() + share * rect.height()

    def epoch_at(self, x: float) -> int:
        """The epoch nearest to a pixel, kept inside the axis; 0 is before the first."""
        rect = self.plot_rect()
        epoch = round((x - rect.left()) / rect.width() * self.axes.epochs)
        return max(0, min(epoch, self.axes.epochs))

    # -- painting ----------------------------------------------------------------

    def rescale(self) -> None:
        """Margins for larger or smaller numbers."""
        self._frame.lay_out()

    def paint_ground(self, painter: QPainter, look: Theme) -> None:
        """Paint the lines of the axis and its numbers."""
        plot, axes = self.plot_rect(), self.axes
        painter.setFont(typeface())
        step = axes.ticks[1] - axes.ticks[0] if len(axes.ticks) > 1 else 1.0
        apart = abs(self.y_of(0.0) - self.y_of(step))
        for tick in axes.ticks[:: max(1, math.ceil(px(15) / max(1e-9, apart)))]:
            y = paint_guide(painter, self.y_of(tick), plot.left(), plot.right())
            paint_beside(painter, y, px(LEFT - 7), tick_text(tick, step))
        if self.numbers:
            self._paint_epochs(painter, look, plot)

    def _paint_epochs(self, painter: QPainter, look: Theme, plot: QRectF) -> None:
        top = plot.bottom() + px(BOTTOM)
        here = None if self.epoch is None else self.x_of(self.epoch)
        painter.setPen(QColor(look.faint))
        painter.drawText(QRectF(0, top, px(LEFT - 7), px(AXIS)), AT_RIGHT, self.caption)
        painter.setPen(QColor(look.dim))
        for epoch in epoch_ticks(self.axes.epochs, plot.width()):
            x = self.x_of(epoch)
            if here is None or abs(x - here) > px(22):
                self._number(painter, x, str(epoch))
        if here is not None and self.epoch is not None and self.epoch <= self.axes.epochs:
            painter.setPen(QColor(look.accent))
            whole = self.epoch == int(self.epoch)
            self._number(painter, here, str(int(self.epoch)) if whole else f"{self.epoch:.1f}")

    def _number(self, painter: QPainter, x: float, text: str) -> None:
        """Paint a number below its epoch, as far as the edge lets it."""
        half = painter.fontMetrics().horizontalAdvance(text) / 2 + 1
        middle = min(x, self.viewport().width() - half)
        place = QRectF(middle - half, self.viewport().height() - px(AXIS), 2 * half, px(AXIS))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def paint_above(self, painter: QPainter, look: Theme) -> None:
        """Paint what moves."""
        plot = self.plot_rect()
        self.paint_below(painter, look, plot)
        if self.hover is not None:
            painter.setPen(QPen(QColor(look.faint), 1, Qt.PenStyle.DotLine))
            self.upright(painter, plot, self.hover)
        if self.epoch is not None and 0 <= self.epoch <= self.axes.epochs:
            x = self.x_of(self.epoch)
            painter.fillRect(
                QRectF(round(x) - px(2) // 2, 0, px(2), plot.bottom() + px(4)), QColor(look.accent)
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_marks(painter, look)
        if self.has_keys:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(ink(look.accent, 150), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(plot.adjusted(-3.5, -3.5, 3.5, 3.5))

    def paint_below(self, painter: QPainter, look: Theme, plot: QRectF) -> None:
        """Paint what stands below the cursor; pixels."""

    def paint_marks(self, painter: QPainter, look: Theme) -> None:
        """Paint what stands above it; pixels."""

    def upright(self, painter: QPainter, plot: QRectF, epoch: float) -> None:
        """Paint a line from the top to the bottom."""
        x = round(self.x_of(epoch)) + 0.5
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the epoch below the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._asked = True, None
            self._ask(self.epoch_at(event.position().x()))
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on asking, or say what the values are there."""
        epoch = self.epoch_at(event.position().x())
        if self._pressed:
            self._ask(epoch)
        else:
            text = self.describe(epoch)
            self.show_hover(epoch if text else None)
            self.hovered.emit(self.hover)
            QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = False
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self.show_hover(None)
        self.hovered.emit(None)

    def _ask(self, epoch: int) -> None:
        epoch = min(epoch, self.last)
        if self.last > 0 and epoch != self._asked:
            self._asked = epoch
            self.epoch_asked.emit(epoch)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move by an epoch from the window, which has a use for them too."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and Qt.Key(event.key()) in _KEYS:
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go an epoch on or back, Home and End to the first and the last."""
        here = self.last if self.epoch is None else self.epoch
        goals = {
            Qt.Key.Key_Left: math.ceil(here) - 1,
            Qt.Key.Key_Right: int(here) + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.last,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None or not self.last:
            event.ignore()
            return
        self.epoch_asked.emit(max(0, min(goal, self.last)))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The drawer scrolls."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go, to those who came by keys."""
        super().focusInEvent(event)
        self.has_keys = event.reason() in _BY_KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They go elsewhere."""
        super().focusOutEvent(event)
        self.has_keys = False
        self.viewport().update()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Let go of keys that came only because what had them was hidden."""
        if now is self and before is not None and not before.isVisible():
            self.clearFocus()


_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that move by epochs where the curves have the focus."""


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
