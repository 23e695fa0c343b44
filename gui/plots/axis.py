"""`StepAxis`: the numbers of the time steps below a stack of plots."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from gui.kit.grounded import Grounded
from gui.kit.tips import explain_when_asked
from gui.look.colours import ink
from gui.look.meanings import meaning
from gui.look.painted_text import Shaped, TextPainter, shaped, shaped_step, text_width
from gui.look.scale import px, sized
from gui.look.theme import CAPTION, theme
from gui.plots.ticks import step_numbers

APART = 24
"""Pixels from the cursor within which no other number is written, however narrow."""
BETWEEN = 44
"""Pixels between two numbers, at least."""


class _Label(NamedTuple):
    """The number of a step.

    Attributes:
        x: the middle of the step.
        left: the left edge of its number, which is pushed inwards where it would leave the axis.
        number: it, shaped.
    """

    x: float
    left: float
    number: Shaped


class StepAxis(Grounded):
    """Ticks and step numbers (1-based, as people count); drag to scrub."""

    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__("ground")
        sized(self.setFixedHeight, 16)
        self._steps = 1
        self._step = 0
        explain_when_asked(self, self._say)

    def set_steps(self, steps: int) -> None:
        """Set the number of time steps."""
        self._steps = max(1, steps)
        self.update()

    def show_step(self, step: int) -> None:
        """Move the cursor's number."""
        before, self._step = self._step, step
        first, last = (before, step) if before < step else (step, before)
        steps, width = self._steps, self.width()
        form = steps, width, px(APART), px(BETWEEN)
        reach = math.ceil(_apart(steps, px(APART)))
        if _hidden(first, *form) != _hidden(last, *form):
            reach *= 2  # numbers come and go
        column = width / steps
        left = int((first + 0.5) * column) - reach
        self.update(left, 0, int((last + 0.5) * column) + reach - left, self.height())

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint ticks a readable distance apart, and the step in the accent colour."""
        look, area, texts, width = theme(), event.rect(), TextPainter(painter), self.width()
        number = shaped_step("{step}", self._step, px(CAPTION - 1), False)
        here = _label(self._step, self._steps, width, number)
        apart, foot = _apart(self._steps, px(APART)), px(3)
        base = here.number.base(foot, px(13))
        painter.setPen(ink(look.faint))
        labels = _labels(self._steps, width, px(BETWEEN))
        first = bisect_left(labels, (area.left() - apart,))
        last = bisect_right(labels, (area.right() + apart,))
        before, after = _hidden(self._step, self._steps, width, px(APART), px(BETWEEN))
        for x, left, number in labels[first : min(before, last)] + labels[max(first, after) : last]:
            middle = round(x) + 0.5
            painter.drawLine(QPointF(middle, 0), QPointF(middle, foot))
            texts.paint_shaped(left, base, number)
        painter.setPen(ink(look.accent))
        middle, over = round(here.x) + 0.5, here.left + here.number.width / 2
        if abs(over - here.x) < 1:
            over = middle
        painter.drawLine(QPointF(middle, 0), QPointF(over, foot))  # it leans towards its number
        texts.paint_shaped(here.left, base, here.number)

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
        return meaning("axis", f"{self._step_at(at) + 1:,}")


@lru_cache(maxsize=16)
def _apart(steps: int, least: int) -> float:
    """Pixels from the cursor within which no other number of so many steps has room."""
    return max(least, text_width(f"{steps:,}", CAPTION - 1) + 4)


@lru_cache(maxsize=16)
def _labels(steps: int, width: int, between: int) -> tuple[_Label, ...]:
    """The numbers of an axis, at least so many pixels between one and the next."""
    widest = text_width(f"{steps:,}", CAPTION - 1)
    labels: list[_Label] = []
    end = -math.inf
    for step in step_numbers(steps, width, widest, between):
        # By itself: the numbers of the steps around it are not written.
        label = _label(step - 1, steps, width, shaped(f"{step:,}", px(CAPTION - 1), False))
        if label.left >= end:  # the outermost ones are pushed inwards
            labels.append(label)
            end = label.left + label.number.width + 2
    return tuple(labels)


@lru_cache(maxsize=1024)
def _hidden(step: int, steps: int, width: int, least: int, between: int) -> tuple[int, int]:
    """Which numbers have no room while the cursor is at a step: from one to before another."""
    x, apart = (step + 0.5) * width / steps, _apart(steps, least)
    labels = _labels(steps, width, between)
    return bisect_right(labels, (x - apart, math.inf)), bisect_left(labels, (x + apart,))


def _label(step: int, steps: int, width: int, number: Shaped) -> _Label:
    """The number of a step: in the middle below it, and within the axis."""
    x = (step + 0.5) * width / steps
    return _Label(x, max(0.0, min(x - number.width / 2, width - number.width)), number)
