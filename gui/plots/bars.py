"""`Bars`: one number a step, as bars up and down from zero."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from gui.look.colours import ink
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, sized
from gui.look.theme import CAPTION, Theme
from gui.plots.guides import paint_guide
from gui.plots.time_plot import TimePlot

MIN_BARS = 26
"""The least height."""

NAMED = 15
"""The height of the name."""

_PIECE = 0.86
"""Of a step's width, how much a bar takes."""


class Bars(TimePlot):
    """Bars on a scale of their own, symmetric around zero; named in the corner."""

    def __init__(self) -> None:
        super().__init__()
        self.values: npt.NDArray[np.floating[Any]] = np.zeros(1)
        self.most = 1.0
        self.name, self.note = "", ""
        self._colour = "#888888"
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=_PIECE)
        self.box.addItem(self._bars)
        sized(self.setMinimumHeight, MIN_BARS)
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
        self.set_steps(steps, -1.06 * self.most, 1.06 * self.most)

    def show_name(self, name: str, note: str) -> None:
        """What the bars are, and what is to be known of them."""
        if (name, note) != (self.name, self.note):
            self.name, self.note = name, note
            self.viewport().update()

    def paint_ground(self, painter: QPainter, look: Theme) -> None:
        """Paint the line of zero."""
        paint_guide(painter, self.viewport().height() / 2, 0, self.viewport().width())

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Write the name above the bars that may run there."""
        x, pad = float(px(4)), px(4)
        for text, colour in ((self.name, self._colour), (self.note, look.dim)):
            width = text_width(text, CAPTION)
            box = QRectF(x - pad, 0, width + 2 * pad, px(NAMED))
            if text and box.left() <= area.right() and box.right() >= area.left():
                painter.fillRect(box, ink(look.surface, 200))
                painter.setPen(QColor(colour))
                TextPainter(painter).paint_in_line(box, pad, text, CAPTION)
            x += width + 2 * pad if text else 0.0
