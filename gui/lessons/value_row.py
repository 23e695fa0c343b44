"""`ValueRow`: a few numbers side by side as coloured boxes, as a layer or a state has them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from gui.kit.grounded import Grounded
from gui.look.colours import coloured, ink
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, sized
from gui.look.theme import BODY, CAPTION, theme

HEIGHT, NAMES = 24, 132
"""Pixels at 100 %: of the row, and of its name at the left."""

WIDEST = 72
"""Of a box."""


class ValueRow(Grounded):
    """A name, and a box a number; the numbers are written where there is room for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.values = np.zeros(0)
        self.names: Sequence[str] = ()
        self._low, self._high, self._chosen = -1.0, 1.0, -1
        sized(self.setFixedHeight, HEIGHT)

    def show_values(
        self,
        name: str,
        values: npt.ArrayLike,
        low: float = -1.0,
        high: float = 1.0,
        names: Sequence[str] = (),
        chosen: int = -1,
    ) -> None:
        """Show other numbers ``(n,)``.

        Args:
            name: of all of them.
            values: those from ``low`` to ``high`` have colours of their own; signed colours where
                ``low`` is below 0.
            low, high: the ends of the colours.
            names: what each is called; else it is written itself.
            chosen: the one that is framed, -1 for none.
        """
        self.name, self.values, self.names = name, np.asarray(values, np.float64), names
        self._low, self._high, self._chosen = low, high, chosen
        if names:
            sized(self.setFixedHeight, round(1.8 * HEIGHT))
        each_name = names or ("",) * len(self.values)
        said = [f"{n} {number(v)}".strip() for n, v in zip(each_name, self.values, strict=True)]
        self.setAccessibleName(f"{name}: {', '.join(said)}")
        self.update()

    def box(self, place: int) -> QRectF:
        """Where a number's box stands."""
        left = px(NAMES)
        wide = min(px(WIDEST), (self.width() - left) / max(1, len(self.values)))
        gap = 1 if wide < px(20) else px(2)
        return QRectF(left + place * wide, 1, wide - gap, px(HEIGHT) - 2)

    def _written(self) -> list[str]:
        return [number(float(value)) for value in self.values]

    def letters(self) -> int:
        """Pixels of the numbers' letters; 0 where not all of them have room."""
        room = self.box(0).width() - px(4)
        written = self._written()
        fitting = (
            size
            for size in (BODY, CAPTION)
            if all(text_width(each, size) <= room for each in written)
        )
        return next(fitting, 0)

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint name, boxes and numbers."""
        look, texts = theme(), TextPainter(painter)
        painter.setPen(ink(look.dim))
        texts.paint_in_line(QRectF(0, 0, px(NAMES), px(HEIGHT)), 0, self.name, BODY)
        if not len(self.values):
            return
        shares = (self.values - self._low) / (self._high - self._low)
        cells = coloured(shares, signed=self._low < 0)
        written, size = self._written(), self.letters()
        for place, value in enumerate(self.values):
            box, colour = self.box(place), QColor(*(int(each) for each in cells[place]))
            if not np.isfinite(value):  # nothing yet, which is no colour
                colour = QColor(look.surface)
            painter.fillRect(box, colour)
            if place == self._chosen:
                painter.setPen(ink(look.accent))
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            if size:
                painter.setPen(QColor("#ffffff" if _is_dark(colour) else "#14161a"))
                texts.paint_centred(box, written[place], size)
            if self.names:
                painter.setPen(ink(look.accent if place == self._chosen else look.dim))
                below = QRectF(box.x(), box.bottom(), box.width(), px(HEIGHT) * 0.8)
                texts.paint_centred(below, self.names[place], BODY)


def _is_dark(colour: QColor) -> bool:
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue() < 140
