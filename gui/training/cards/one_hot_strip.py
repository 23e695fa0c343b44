"""`OneHotStrip`: a one-hot row as a strip with its single 1, and the numbers around it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.look.colours import ink
from gui.look.scale import px
from gui.look.theme import BODY, Theme
from gui.look.typefaces import typeface
from gui.training.cards.drawing import Drawing

NUMBERS = 12
"""``train_oh[0][0][:12]``: so many are written out."""

STRIP = 16
FUNNEL = 20
CELL = 24
FOOT = 14


class OneHotStrip(Drawing):
    """All numbers of the row to scale, then the few around the 1."""

    fixed_height = STRIP + FUNNEL + CELL + FOOT

    def __init__(self) -> None:
        super().__init__()
        self.row: npt.NDArray[np.float32] = np.zeros(1, np.float32)

    def show_row(self, row: npt.NDArray[np.float32]) -> None:
        """Show a row ``(V,)``, one number a word of the vocabulary."""
        self.row = row
        self.update()

    @property
    def written(self) -> tuple[int, int]:
        """The part ``[first, last)`` that is written out."""
        return around(int(self.row.argmax()), len(self.row))

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw the strip, what leads from it to the numbers, and these."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count, place = len(self.row), int(self.row.argmax())
        width = float(self.width())
        each = width / count
        first, last = self.written
        painter.fillRect(QRectF(0, 0, width, px(STRIP)), QColor(look.line))
        if each >= 5:
            painter.setPen(QPen(QColor(look.ground), 1))
            for at in range(1, count):
                painter.drawLine(QPointF(at * each, 0), QPointF(at * each, px(STRIP)))
        # Whole pixels, and enough of them to be seen from the last row of a lecture hall.
        thick = max(3, round(each))
        left = min(max(0, round((place + 0.5) * each - thick / 2)), self.width() - thick)
        painter.fillRect(QRectF(left, 0, thick, px(STRIP)), QColor(look.accent))
        top = px(STRIP + FUNNEL)
        funnel = QPolygonF(
            [
                QPointF(first * each, px(STRIP)),
                QPointF(last * each, px(STRIP)),
                QPointF(width, top),
                QPointF(0, top),
            ]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(look.line, 110))
        painter.drawPolygon(funnel)
        self._paint_numbers(painter, look, first, last, top)

    def _paint_numbers(
        self, painter: QPainter, look: Theme, first: int, last: int, top: float
    ) -> None:
        each = self.width() / (last - first)
        middle = Qt.AlignmentFlag.AlignCenter
        for place, at in enumerate(range(first, last)):
            box = QRectF(place * each, top, each, px(CELL))
            is_one = bool(self.row[at] == 1)
            inner = box.adjusted(1, 0, -1, 0)
            painter.fillRect(inner, QColor(look.accent) if is_one else ink(look.line, 110))
            painter.setFont(typeface(BODY, bold=is_one))
            painter.setPen(QColor(look.on_accent if is_one else look.dim))
            painter.drawText(box, middle, f"{float(self.row[at]):.0f}.")
            painter.setFont(typeface())
            painter.setPen(QColor(look.accent if is_one else look.faint))
            below = QRectF(place * each - px(4), top + px(CELL), each + px(8), px(FOOT))
            painter.drawText(below, middle, str(at))


def around(at: int, count: int) -> tuple[int, int]:
    """The `NUMBERS` places ``[first, last)`` around one of ``count``."""
    first = max(0, min(at - NUMBERS // 2 + 1, count - NUMBERS))
    return first, min(first + NUMBERS, count)


def printed(row: npt.NDArray[Any]) -> str:
    """Numbers ``(N,)`` as numpy prints them: ``[0. 0. 1. 0.]``."""
    return "[" + " ".join(f"{float(value):.0f}." for value in row) + "]"
