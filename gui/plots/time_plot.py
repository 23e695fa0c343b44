"""`TimePlot`: a plot over the time steps.  Prediction, heat maps and curves are its kin.

Step ``t`` covers ``[t, t + 1)`` of the horizontal axis, so a column of a heat map, a
point of a curve (drawn at ``t + 0.5``) and the cursor always stand above each other.

The scene is drawn into a picture once a trace.  The cursor and the veil over the future are
painted upon it, in pixels, and a step only asks for the strip between the old and the new
cursor to be painted again: that is what keeps a step cheap however many plots there are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QToolTip

from gui.kit.picture import CachedPicture
from gui.kit.tips import tip
from gui.kit.wheel import Wheel
from gui.look.colours import ink
from gui.look.scale import px, stroke
from gui.look.theme import Theme, theme
from gui.look.written import paint_written_begin
from gui.plots.plot import Plot

VEIL = 150
"""How dense the veil over the future is, 0 to 255."""

VEIL_WIDTH = 64
"""It has so many pixels across, or a multiple: rows of a narrow picture lie close together."""


class TimePlot(Plot):
    """A plot whose horizontal axis is time, with the one cursor.

    Signals:
        step_asked(int): the user pressed or dragged at this step.
        stepped(int): the wheel turned; the change of the step.
        clicked(float, bool): a press without a drag, at this height of the vertical
            axis; whether a modifier asks to add to the choice.
    """

    step_asked = Signal(int)
    stepped = Signal(int)
    clicked = Signal(float, bool)

    reach = 8.0
    """Pixels at 100 % by which a step is painted beyond its column and the one beside it, as dots
    are wider than a column."""

    def __init__(self) -> None:
        super().__init__()
        self.setCentralItem(self.box)
        self.steps, self.ends = 1, (0.0, 1.0)
        self.step = 0
        self.whole = False
        self.written: int | None = None
        self.describe: Callable[[int, float], str] = lambda step, height: ""
        # What a step asks for often; to look it up in a widget takes longer than the answer.
        self._port = self.viewport()
        self._width, self._height = self._port.width, self._port.height
        self._picture = CachedPicture(self._port, self._paint_scene)
        self._pressed: QPoint | None = None
        self._dragged = False
        self._wheel = Wheel()

    # -- what is shown -----------------------------------------------------------

    def redraw(self) -> None:
        """Draw the scene and its ground anew."""
        self._picture.forget()
        super().redraw()

    def set_steps(self, steps: int, low: float, high: float) -> None:
        """Fix the ranges: ``steps`` time steps, and a vertical axis from low to high."""
        self.steps, self.ends = max(1, steps), (low, high)
        self.set_range((0, self.steps), (low, high))

    def show_step(self, step: int) -> None:
        """Move the cursor."""
        if step == self.step:
            return
        before, self.step = self.step, step
        first, last = (before, step) if before < step else (step, before)
        column, reach = self._width() / self.steps, stroke(self.reach)
        left = int((first - 1) * column - reach)
        self._port.update(left, 0, int((last + 2) * column + reach) - left, self._height())

    def show_written(self, step: int | None) -> None:
        """Mark where a network began to write itself; None where none did."""
        if step != self.written:
            self.written = step
            self.viewport().update()

    def show_whole(self, whole: bool) -> None:
        """Lift or lower the veil over the future."""
        self.whole = whole
        self.viewport().update()

    # -- geometry ----------------------------------------------------------------

    def column_width(self) -> float:
        """The width of a step in pixels."""
        return float(self._width()) / self.steps

    def x_of(self, step: float) -> float:
        """The left edge of a step in pixels."""
        return float(step * self._width() / self.steps)

    def step_at(self, x: float) -> int:
        """The step below a pixel, kept inside the sequence."""
        return max(0, min(int(x / self.column_width()), self.steps - 1))

    def height_at(self, y: float) -> float:
        """The place on the vertical axis of a pixel."""
        low, high = self.ends
        share = y / max(1, self.viewport().height())
        if not self.box.yInverted():
            share = 1.0 - share
        return float(low + share * (high - low))

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene's picture, and what moves with the step above it."""
        painter = QPainter(self._port)
        self._picture.paint(painter)
        self._paint_moving(painter, event.rect(), theme())

    def _paint_scene(self, painter: QPainter) -> None:
        """Paint the items of the view box one by one: a scene that looks which of them are in
        sight, and how each is clipped, takes as long as they do."""
        self.paint_ground(painter, theme())
        self.scene().prepareForPaint()
        for item in sorted(self.box.addedItems, key=QGraphicsItem.zValue):
            if item.isVisible():
                painter.save()
                painter.setTransform(item.sceneTransform(), combine=True)
                item.paint(painter, None, None)
                painter.restore()

    def _paint_moving(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Paint the veil over the future, the marks and the cursor; pixels."""
        width, height = self._width(), self._height()
        column = width / self.steps
        edge = (self.step + 1) * column
        if not self.whole and (needed := area.right() + 1 - int(edge)) > 0:
            wide = min(width, -(-needed // VEIL_WIDTH) * VEIL_WIDTH)
            painter.drawPixmap(QPointF(edge, 0), _veil(wide, height, look.surface))
        if self.written is not None:
            paint_written_begin(painter, look, self.written * column, 0, height)
        self.paint_marks(painter, area, look)
        accent, top = ink(look.accent), self.cursor_top
        if column >= px(9) and self.frames_column():
            painter.setPen(QPen(accent, px(1)))
            left = round(self.step * column)
            painter.drawRect(
                QRectF(left + 0.5, top + 0.5, round(edge) - left - 1, height - top - 1)
            )
        else:
            middle, wide = round((self.step + 0.5) * column), px(2)
            painter.fillRect(middle - wide // 2, top, wide, height - top, accent)

    @property
    def cursor_top(self) -> int:
        """Where the cursor begins, in pixels from above: below what is written there."""
        return 0

    def frames_column(self) -> bool:
        """Whether the cursor is a frame around a wide column rather than a line."""
        return False

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Paint what stands between the veil and the cursor and reaches into the area; pixels."""

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to scrub."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._dragged = False
            self.step_asked.emit(self.step_at(event.position().x()))
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub, or say what is below the pointer."""
        at = event.position()
        if self._pressed is not None:
            if abs(at.x() - self._pressed.x()) > 3:
                self._dragged = True
            self.step_asked.emit(self.step_at(at.x()))
        else:
            text = self.describe(self.step_at(at.x()), self.height_at(at.y()))
            QToolTip.showText(event.globalPosition().toPoint(), tip(text), self.viewport())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the scrub; a press that did not move was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pressed is not None and not self._dragged:
            extend = bool(
                event.modifiers()
                & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            )
            self.clicked.emit(self.height_at(event.position().y()), extend)
        self._pressed = None
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One notch, one step."""
        notches = self._wheel.notches(event)
        if notches:
            self.stepped.emit(-notches)
        event.accept()


@lru_cache(maxsize=32)
def _veil(width: int, height: int, colour: str) -> QPixmap:
    """The veil over a plot, or a part of it: Qt lays pixels over others ten times as fast as a colour."""
    veil = QPixmap(width, height)
    veil.fill(ink(colour, VEIL))
    return veil
