"""`FilterMap`: what every filter of a convolution answers to every window, and what the pooling keeps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent

from gui.kit.grounded import Grounded
from gui.kit.tips import explain_when_asked
from gui.look.colours import coloured, ink
from gui.look.painted_text import TextPainter
from gui.look.scale import px, sized
from gui.look.theme import CAPTION, theme

ROW, LEFT = 13, 20
"""Pixels at 100 %: of a filter's row, and of its number at the left."""


class FilterMap(Grounded):
    """A row a filter, a column a window in the order of the words; of each row the highest value,
    which the pooling keeps, is framed."""

    def __init__(self, describe: Callable[[int, int], str]) -> None:
        """Args:
        describe: what is said of a filter and the first word of a window, both from 0.
        """
        super().__init__()
        self.values = np.zeros((0, 0))
        self._describe = describe
        explain_when_asked(self, self._say)

    def show_values(self, values: npt.NDArray[np.float64]) -> None:
        """Show other values ``(windows, filters) float64``, none of them below 0."""
        self.values = values
        sized(self.setFixedHeight, ROW * values.shape[1])
        self.update()

    @property
    def strongest(self) -> list[int]:
        """Where the strongest window of each filter begins."""
        return [int(place) for place in self.values.argmax(axis=0)]

    def box(self, filter: int, window: int) -> QRectF:
        """Where a value stands."""
        left, row = px(LEFT), px(ROW)
        wide = (self.width() - left) / max(1, len(self.values))
        return QRectF(left + window * wide, filter * row, wide, row - 1)

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint numbers, values and frames."""
        if not self.values.size:
            return
        look, texts = theme(), TextPainter(painter)
        windows, filters = self.values.shape
        highest = float(self.values.max()) or 1.0
        cells = np.ascontiguousarray(coloured(self.values.T / highest, signed=False))
        image = QImage(cells.data, windows, filters, 3 * windows, QImage.Format.Format_RGB888)
        for place in range(filters):
            first, last = self.box(place, 0), self.box(place, windows - 1)
            painter.drawImage(first.united(last), image, QRectF(0, place, windows, 1))
            painter.setPen(ink(look.dim))
            number = QRectF(0, first.y(), px(LEFT) - px(4), first.height())
            texts.paint_centred(number, str(place + 1), CAPTION)
        painter.setPen(ink(look.accent))
        for place, window in enumerate(self.strongest):
            box = self.box(place, window)
            painter.drawRect(box.adjusted(-1.5, 0, 0.5, 0))

    def _say(self, at: QPointF) -> str:
        windows, filters = self.values.shape
        for place in range(filters):
            row = self.box(place, 0).united(self.box(place, windows - 1))
            if row.contains(at):
                window = int((at.x() - row.x()) / row.width() * windows)
                return self._describe(place, min(window, windows - 1))
        return ""
