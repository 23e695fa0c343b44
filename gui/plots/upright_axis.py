"""`UprightAxis`: the numbers of the time steps beside a map whose rows are steps too."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look.alignment import AT_RIGHT
from gui.look.colours import ink
from gui.look.scale import px, sized
from gui.look.theme import CAPTION, theme
from gui.look.typefaces import typeface
from gui.plots.ticks import step_numbers

WIDTH, LINE = 52, 14


class UprightAxis(QWidget):
    """Step numbers (1-based) from the top, one of them chosen; the axis's name runs upwards."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self._steps, self._chosen = 1, 0
        sized(self.setFixedWidth, WIDTH)

    def set_steps(self, steps: int) -> None:
        """Set the number of rows."""
        self._steps = max(1, steps)
        self.update()

    def choose(self, step: int) -> None:
        """Mark a row."""
        self._chosen = step
        self.update()

    def say(self, name: str) -> None:
        """What the rows are."""
        self.name = name
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint numbers a readable distance apart, and the chosen one in the accent colour."""
        painter, look = QPainter(self), theme()
        painter.setFont(typeface(CAPTION - 1))
        right, tall = self.width() - px(4), px(LINE)
        here = self._middle(self._chosen)
        painter.setPen(ink(look.faint))
        for number in step_numbers(self._steps, self.height(), tall, tall):
            y = self._middle(number - 1)
            if abs(y - here) >= tall:
                painter.drawText(0, y - tall // 2, right, tall, AT_RIGHT, f"{number:,}")
        painter.setPen(ink(look.accent))
        painter.drawText(0, here - tall // 2, right, tall, AT_RIGHT, f"{self._chosen + 1:,}")
        painter.setPen(ink(look.dim))
        painter.setFont(typeface(CAPTION))
        width = painter.fontMetrics().horizontalAdvance(self.name)
        if width <= self.height():
            painter.translate(px(11), (self.height() + width) / 2)
            painter.rotate(-90)
            painter.drawText(0, 0, self.name)

    def _middle(self, step: int) -> int:
        """The pixel of a row, within which its number has room."""
        half = px(LINE) // 2
        middle = int((step + 0.5) * self.height() / self._steps)
        return max(half, min(middle, self.height() - half))
