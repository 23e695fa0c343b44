"""`StepSlider`: a slider over steps, or over epochs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle

from gui.kit.grounded import Ground
from gui.look.colours import ink
from gui.look.scale import px
from gui.look.theme import theme


class StepSlider(QSlider):
    """A slider that goes where it is pressed; it stands on a bar unless `ground` is another."""

    ground: Ground = "surface"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it on its ground; nothing shows through, which the style sheet takes back."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        painter, look = QPainter(self), theme()
        painter.fillRect(self.rect(), ink(look.ground if self.ground == "ground" else look.surface))
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the pressed place, then drag from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(
                QStyle.sliderValueFromPosition(
                    self.minimum(),
                    self.maximum(),
                    round(event.position().x()) - px(8),
                    self.width() - px(16),
                )
            )
        super().mousePressEvent(event)
