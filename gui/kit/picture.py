"""`CachedPicture`: the part of a drawing that stays the same from step to step, drawn once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.look.colours import ink
from gui.look.painted_text import is_drawing
from gui.look.scale import stroke
from gui.look.theme import theme


class CachedPicture:
    """What a function draws over a whole widget, on a surface, kept in the pixels of its screen."""

    def __init__(self, widget: QWidget, draw: Callable[[QPainter], None]) -> None:
        self._width, self._height, self._draw = widget.width, widget.height, draw
        self._ratio = widget.devicePixelRatioF
        self._pixels = QPixmap()
        self._stamp: tuple[object, ...] = ()

    def forget(self) -> None:
        """Draw it anew when it is painted next."""
        self._stamp = ()

    def paint(self, painter: QPainter, *stamp: object) -> None:
        """Paint it; it is drawn anew where the stamp, the widget's size or the scale are others."""
        ratio, width, height = self._ratio(), self._width(), self._height()
        place = painter.deviceTransform()
        if is_drawing(painter) or abs(place.m11() - ratio) > 0.01:
            # A drawing, in which texts stay texts, or one with more pixels than the screen.
            painter.fillRect(0, 0, width, height, ink(theme().surface))
            self._draw(painter)
            return
        within = None
        if ratio % 1.0:  # a widget may begin within a pixel, and its picture does as well
            within = QPointF(place.dx() % 1.0, place.dy() % 1.0) / ratio
        stamp = (width, height, ratio, within, stroke(1), *stamp)
        if self._stamp != stamp:
            self._stamp = stamp
            needed = QSize(width + 1, height + 1) * ratio
            if self._pixels.size() != needed:
                self._pixels = QPixmap(needed)
            self._pixels.setDevicePixelRatio(ratio)
            self._pixels.fill(ink(theme().surface))
            pixels = QPainter(self._pixels)
            if within is not None:
                pixels.translate(within)
            self._draw(pixels)
            pixels.end()
        if within is None:
            painter.drawPixmap(0, 0, self._pixels)  # half as long as by a point
        else:
            painter.drawPixmap(-within, self._pixels)
