"""`TextLine`: one line of coloured pieces of text that changes at every step.

A label would lay out the whole panel anew each time its text changes; this only paints.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from gui.kit.grounded import Ground, Grounded
from gui.look.colours import ink
from gui.look.painted_text import TextPainter, text_width
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


def merged(*runs: TextRun) -> tuple[TextRun, ...]:
    """The runs, neighbours of one look as one, for the sake of kerning."""
    looks = groupby(runs, key=itemgetter(1, 2))
    return tuple(TextRun("".join(run.text for run in same), *look) for look, same in looks)


def paint_runs(painter: QPainter, runs: Sequence[TextRun], room: float) -> None:
    """Paint runs beside each other into so many pixels of a line, smaller where they are long."""
    size, widths = BODY, _widths(runs, BODY)
    while size > 8 and sum(widths) > room:
        size -= 1
        widths = _widths(runs, size)
    x, dim, texts = 0.0, theme().dim, TextPainter(painter)
    for run, width in zip(runs, widths, strict=True):
        painter.setPen(ink(run.colour or dim))
        texts.paint(x, float(px(BODY + 1)), run.text, size, bold=run.bold)
        x += width


def _widths(runs: Sequence[TextRun], size: int) -> list[float]:
    return [text_width(run.text, size, bold=run.bold) for run in runs]


class TextLine(Grounded):
    """Runs side by side; a line that is too long for its width is drawn smaller."""

    def __init__(self, ground: Ground = "surface") -> None:
        super().__init__(ground)
        self._runs: tuple[TextRun, ...] = ()
        sized(self.setFixedHeight, BODY + 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_runs(self, *runs: TextRun) -> None:
        """Say something else: runs that are `merged`."""
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
