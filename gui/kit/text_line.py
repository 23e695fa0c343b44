"""`TextLine`: one line of coloured pieces of text that changes at every step.

A label would lay out the whole panel anew each time its text changes; this only paints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from gui.kit.grounded import Ground, Grounded
from gui.look.colours import ink
from gui.look.painted_text import Placed, TextPainter, shaped
from gui.look.scale import px, sized
from gui.look.theme import BODY, theme


class TextRun(NamedTuple):
    """A piece of text.

    Attributes:
        text: what it says.
        colour: ``#rrggbb``; "" for the dim colour of the theme.
        bold: whether it stands out.
    """

    text: str
    colour: str = ""
    bold: bool = False


def paint_runs(painter: QPainter, runs: Sequence[TextRun], room: float) -> None:
    """Paint runs beside each other into so many pixels of a line, smaller where they are long."""
    paint_lines(painter, [(runs, 0.0)], room)


def paint_lines(
    painter: QPainter, lines: Iterable[tuple[Sequence[TextRun], float]], room: float
) -> None:
    """Paint several such lines, each below its top."""
    texts, below = TextPainter(painter), px(BODY + 1)
    for runs, top in lines:
        placed, width = _placed(runs, BODY)
        for size in range(BODY - 1, 7, -1) if width > room else ():
            placed, width = _placed(runs, size)
            if width <= room:
                break
        texts.paint_placed(top + below, placed)


def _placed(runs: Sequence[TextRun], size: int) -> tuple[list[Placed], float]:
    """Runs beside each other, and how wide they are together."""
    pixels, dim, left, placed = px(size), theme().dim, 0.0, []
    for said, colour, bold in runs:
        text = shaped(said, pixels, bold)
        placed.append((left, ink(colour or dim), text))
        left += text.width
    return placed, left


class TextLine(Grounded):
    """Runs side by side; a line that is too long for its width is drawn smaller."""

    def __init__(self, ground: Ground = "surface") -> None:
        super().__init__(ground)
        self._runs: tuple[TextRun, ...] = ()
        sized(self.setFixedHeight, BODY + 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_runs(self, *runs: TextRun) -> None:
        """Say something else."""
        if runs != self._runs:
            self._runs = runs
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """What it says, without colours."""
        return "".join(run.text for run in self._runs)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(200), px(BODY + 6))

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint the runs."""
        paint_runs(painter, self._runs, self.width())
