"""`StepSlider`: a slider over steps, or over epochs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSlider, QStyle

from gui.kit.grounded import Ground
from gui.kit.wheel import Wheel
from gui.look.colours import ink
from gui.look.style_sheet import slider_handle
from gui.look.theme import theme


class StepSlider(QSlider):
    """A slider that goes where it is pressed; it stands on a bar unless `ground` is another."""

    ground: Ground = "surface"
    _last = 0  # the value of before

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._wheel = Wheel()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it on its ground; nothing shows through, which the style sheet takes back."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        painter, look = QPainter(self), theme()
        painter.fillRect(self.rect(), ink(look.ground if self.ground == "ground" else look.surface))
        self.paint_ground(painter)
        painter.end()
        super().paintEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what stands on the ground, below groove and handle."""

    def middle_of(self, value: int) -> float:
        """The middle of the handle at a value: pixels from the left."""
        room = self.width() - slider_handle()
        left = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, room)
        return left + slider_handle() / 2

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Of another value, paint what is between the two places of the handle, and no more."""
        if change != QAbstractSlider.SliderChange.SliderValueChange:
            super().sliderChange(change)
            return
        values, self._last = (self._last, self.value()), self.value()
        room, handle = self.width() - slider_handle(), slider_handle()
        ends = self.minimum(), self.maximum()
        left, right = sorted(QStyle.sliderPositionFromValue(*ends, each, room) for each in values)
        self.update(left - handle, 0, right - left + 3 * handle, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the pressed place, then drag from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(
                QStyle.sliderValueFromPosition(
                    self.minimum(),
                    self.maximum(),
                    round(event.position().x()) - slider_handle() // 2,
                    self.width() - slider_handle(),
                )
            )
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One notch, one step, and on where it is turned down, as above the plots."""
        self.setValue(self.value() - self._wheel.notches(event))
        event.accept()
