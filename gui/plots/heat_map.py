"""`HeatMap`: all units of one series over time, one row a unit."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPen

from gui.look.colours import colour_map, colour_words, ink
from gui.look.scale import px
from gui.look.theme import Theme, theme
from gui.plots.time_plot import TimePlot

FRAMED = 8
"""The height from which on a chosen row is framed; a lower one is marked at its ends, as a frame
would leave a hairline of it."""

MARK = 6
"""The width of such a mark."""


MIN_HEIGHT = 20
"""The least height: pixels, however large everything else is."""


class _Image(pg.ImageItem):  # type: ignore[misc]
    """Colours as pixels of the screen have them.  pyqtgraph's own are places in a table, which Qt
    looks up for every pixel that it enlarges, six times as long, and it writes the table of 256
    colours anew for every image.  `words` is the table of colours as pixels, ``(256,) uint32``."""

    words: npt.NDArray[np.uint32]

    def render(self) -> None:
        """Make the image that is painted; what has no value is transparent."""
        self._unrenderable = True
        values, place = self.image, self.sceneTransform()
        if values is None:
            return
        for axis, pixels in ((1, abs(place.m11())), (0, abs(place.m22()))):  # of a value
            values = _means(values, round(pixels * values.shape[axis]), axis)
        if not values.size:
            return
        low, high = self.levels
        scale = len(self.words) / ((high - low) or 1)
        with np.errstate(invalid="ignore"):
            places = ((values - low) * scale).clip(0, len(self.words) - 1).astype(np.uint8)
        self._pixels = self.words[np.ascontiguousarray(places)]
        self._pixels[np.isnan(values)] = 0
        rows, columns = values.shape
        form = QImage.Format.Format_ARGB32_Premultiplied
        self.qimage = QImage(self._pixels.data, columns, rows, 4 * columns, form)
        self._renderRequired = self._unrenderable = False

    def viewTransformChanged(self) -> None:
        """In another room other values share a pixel."""
        self._renderRequired = True


def _means(values: npt.NDArray[Any], pixels: int, axis: int) -> npt.NDArray[Any]:
    """Along an axis of ``(U, T)``, the mean of the values in each of so many pixels, where there are
    more values.  pyqtgraph's own leave out those at the end, and Qt some of what they are."""
    length = values.shape[axis]
    if not 0 < pixels < length:
        return values
    starts = (2 * np.arange(pixels) * length + pixels) // (2 * pixels)  # by their middles
    sizes = np.diff(starts, append=length).astype(np.float32)
    sums = np.add.reduceat(values, starts, axis)
    result: npt.NDArray[Any] = sums / (sizes if axis == 1 else sizes[:, None])
    return result


class HeatMap(TimePlot):
    """Rows are units, columns are time steps; unit 0 is on top."""

    reach = 2.0  # of the cursor alone

    def __init__(self) -> None:
        super().__init__()
        self.image = _Image(axisOrder="row-major")
        self.box.invertY(True)
        self.box.addItem(self.image)
        self.units = 1
        self.levels = (-1.0, 1.0)
        self.signed = True
        self.chosen: list[tuple[int, str]] = []
        self.is_traced = False
        """Whether a thin chosen row is traced by a line over the whole map."""
        self.setMinimumHeight(MIN_HEIGHT)
        self.dress()

    def show_values(
        self,
        values: npt.NDArray[np.floating[Any]],
        levels: tuple[float, float],
        steps: int | None = None,
        *,
        signed: bool,
        units: int | None = None,
    ) -> None:
        """Draw a series ``(T, U)`` between the values at the two ends of the colour map, which is
        diverging if ``signed``; ``steps`` are all there are, where the series ends before, and
        ``units`` too, where a value stands for several of them and for as many steps."""
        count, rows = values.shape
        self.units = units or rows
        each = -(-self.units // rows)
        self.levels, self.signed = levels, signed
        self.image.setImage(values.T, autoLevels=False, levels=levels)
        self.image.setRect(QRectF(0, 0, each * count, each * rows))
        self._take_colours()
        self.set_steps(count if steps is None else steps, 0, self.units)

    def show_units(self, chosen: list[tuple[int, str]]) -> None:
        """Frame the rows of the chosen units, each in its colour."""
        self.chosen = chosen
        self.viewport().update()

    def unit_at(self, height: float) -> int:
        """The unit at a place of the vertical axis."""
        return max(0, min(int(height), self.units - 1))

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        super().restyle()
        self._take_colours()

    def _take_colours(self) -> None:
        self.image.setLookupTable(colour_map(theme(), signed=self.signed))
        self.image.words = colour_words(theme(), signed=self.signed)

    def frames_column(self) -> bool:
        """A wide column is framed, so that its colour stays visible."""
        return True

    def paint_marks(self, painter: QPainter, area: QRect, look: Theme) -> None:
        """Frame the rows of the chosen units: around a row, so that none of it is hidden (at the
        edge of the map there is nothing around it: there its own last pixel is taken).  A thin
        row has a mark at either end, as a frame would hide its neighbours."""
        width, height = self._width(), self._height()
        row, mark, line = height / self.units, px(MARK), px(1)
        left_end, right_end = area.left(), area.right()
        if row < FRAMED and not self.is_traced and mark <= left_end and right_end < width - mark:
            return  # as at most steps: there are only marks at either end
        for unit, colour in self.chosen:
            top, bottom = round(unit * row), round((unit + 1) * row)
            if row < FRAMED and self.is_traced:
                painter.fillRect(0, (top + bottom) // 2 - line // 2, width, line, ink(colour))
                continue
            if row < FRAMED:
                middle, tall = (top + bottom) // 2, max(3, bottom - top)
                for left in (0, width - mark):
                    if left <= right_end and left_end < left + mark:
                        painter.fillRect(left, middle - tall // 2, mark, tall, ink(colour))
                continue
            painter.setPen(QPen(ink(colour), line))
            above, below = max(0, top - line), min(height, bottom + line)
            edge = line / 2
            frame = QRectF(0, above, width, below - above)
            painter.drawRect(frame.adjusted(edge, edge, -edge, -edge))
