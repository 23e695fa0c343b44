"""`Bars`: one number a step, as bars up and down from zero."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from gui.look.colours import ink
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px
from gui.look.theme import CAPTION, Theme
from gui.look.typefaces import typeface_in_pixels
from gui.naming import shortened
from gui.plots.guides import paint_guide
from gui.plots.time_plot import TimePlot

MIN_BARS = 36
"""The least height."""

NAMED = 15
"""The height of the name, which has that room to itself."""

_PAD = 4
"""Around a text of the name."""

_PIECE = 0.86
"""Of a step's width, how much a bar takes."""


class Bars(TimePlot):
    """Bars on a scale of their own, symmetric around zero, below their name."""

    def __init__(self) -> None:
        super().__init__()
        self.values: npt.NDArray[np.floating[Any]] = np.zeros(1)
        self.most = 1.0
        self.name = ""
        self.notes: tuple[str, ...] = ("",)
        self._colour = "#888888"
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=_PIECE)
        self.box.addItem(self._bars)
        self.box.sigResized.connect(lambda: self._fit(self.steps))
        self.setMinimumHeight(MIN_BARS)
        self.dress()

    def show_values(self, values: npt.NDArray[np.floating[Any]], steps: int, colour: str) -> None:
        """Draw ``(T,)`` over so many steps."""
        self.values, self._colour = values, colour
        known = np.nan_to_num(values)
        self.most = max(float(np.abs(known).max(initial=0.0)), 1e-12)
        self._bars.setOpts(
            x=np.arange(len(known)) + 0.5,
            height=known,
            width=_PIECE,
            brush=QColor(colour),
            pen=QColor(colour),
        )
        self._fit(steps)

    def _fit(self, steps: int) -> None:
        """Leave the room of the name free: no bar runs there."""
        height = max(self.viewport().height(), px(NAMED) + 2)
        low, span = -1.06 * self.most, 2.12 * self.most
        self.set_steps(steps, low, low + span * height / (height - px(NAMED)))

    @property
    def cursor_top(self) -> int:
        """Below the name."""
        return px(NAMED)

    @property
    def note(self) -> str:
        """What is to be known of them, at its longest."""
        return self.notes[0]

    def show_name(self, name: str, *notes: str) -> None:
        """What the bars are, and the ways to say what is to be known of them, the longest first:
        the first that has room beside the name is shown."""
        if (name, notes) != (self.name, self.notes):
            self.name, self.notes = name, notes
            self.viewport().update()

    def fitting(self) -> tuple[str, str]:
        """Name and note as there is room for them: a note is whole before a name is, of which
        stays what tells it apart."""
        room = self.viewport().width() - px(_PAD) - 2 * px(_PAD)
        for note in self.notes:
            if text_width(self.name) + text_width(note) <= room:
                return self.name, note
        metrics = QFontMetrics(typeface_in_pixels(px(CAPTION)))
        note = self.notes[-1]
        least = max(room // 3, room - int(text_width(note)) - 1)
        name = shortened(self.name, metrics, least)
        rest = room - int(text_width(name)) - 1
        return name, metrics.elidedText(note, Qt.TextElideMode.ElideRight, rest)

    def paint_ground(self, painter: QPainter, look: Theme) -> None:
        """Paint the line of zero."""
        named = px(NAMED)
        middle = named + (self.viewport().height() - named) / 2
        paint_guide(painter, middle, 0, self.viewport().width())

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Write the name."""
        x, pad = float(px(_PAD)), px(_PAD)
        for text, colour in zip(self.fitting(), (self._colour, look.dim), strict=True):
            width = text_width(text, CAPTION)
            box = QRectF(x - pad, 0, width + 2 * pad, px(NAMED))
            if text and box.left() <= area.right() and box.right() >= area.left():
                painter.fillRect(box, ink(look.surface, 200))
                painter.setPen(QColor(colour))
                TextPainter(painter).paint_in_line(box, pad, text, CAPTION)
            x += width + 2 * pad if text else 0.0
