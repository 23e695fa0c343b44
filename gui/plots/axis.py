"""`StepAxis`: the numbers of the time steps below a stack of plots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent

from gui.kit.grounded import Grounded
from gui.kit.tips import explain_when_asked
from gui.look.meanings import meaning
from gui.look.painted_text import paint_in_line, text_width
from gui.look.theme import CAPTION, theme

NICE = (1, 2, 5, 10, 20, 50, 100, 200, 500)
APART = 24
"""Pixels from the cursor within which no other number is written."""


class StepAxis(Grounded):
    """Ticks and step numbers (1-based, as people count); drag to scrub."""

    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__("ground")
        self.setFixedHeight(16)
        self._steps = 1
        self._step = 0
        explain_when_asked(self, self._say)

    def set_steps(self, steps: int) -> None:
        """Set the number of time steps."""
        self._steps = max(1, steps)
        self.update()

    def show_step(self, step: int) -> None:
        """Move the cursor's number."""
        width = self.width() / self._steps
        for place in (self._step, step):  # the numbers that come and go beside it, too
            middle = int((place + 0.5) * width)
            self.update(middle - 2 * APART, 0, 4 * APART, self.height())
        self._step = step

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint ticks a readable distance apart, and the step in the accent colour."""
        look, width = theme(), self.width() / self._steps
        every = next((nice for nice in NICE if nice * width >= 44), NICE[-1])
        here = (self._step + 0.5) * width
        area = event.rect()
        # Only what reaches into the area: a number stands at most its box away from its step.
        first = int((area.left() - 40) / width / every)
        last = int((area.right() + 40) / width / every) + 1
        for label in sorted({max(1, nth * every) for nth in range(max(0, first), last + 1)}):
            x = (label - 0.5) * width
            if label <= self._steps and abs(x - here) >= APART:
                self._label(painter, x, label, look.faint)
        self._label(painter, here, self._step + 1, look.accent)

    def _label(self, painter: QPainter, x: float, label: int, colour: str) -> None:
        painter.setPen(QColor(colour))
        painter.drawLine(QPointF(round(x) + 0.5, 0), QPointF(round(x) + 0.5, 3))
        box, text, size = self._box(x), f"{label:,}", CAPTION - 1
        box.setTop(3)
        free = box.width() - text_width(text, size)
        if box.left() == 0.0:
            free = 0.0
        elif box.right() == self.width():
            free *= 2
        paint_in_line(painter, box, free / 2, text, size)

    def _box(self, x: float) -> QRectF:
        """The room of a number and its tick."""
        return QRectF(max(0.0, min(x - 20, self.width() - 40.0)), 0, 40, 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step below the pointer."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        self.step_asked.emit(self._step_at(event.position()))
        event.accept()

    def _step_at(self, at: QPointF) -> int:
        step = int(at.x() / max(1, self.width()) * self._steps)
        return max(0, min(step, self._steps - 1))

    def _say(self, at: QPointF) -> str:
        """Which step is below the pointer."""
        return meaning("step", f"{self._step_at(at) + 1:,}")
