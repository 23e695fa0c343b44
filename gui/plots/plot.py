"""`Plot`: what every plot has in common: one view box, the theme, painting in pixels.

Cursor and veil are painted above the scene and a step asks only for the strip that changes.
As an `InfiniteLine` and a `LinearRegionItem` in the scene they take four times as long: seven
heat maps of 256 units and 500 steps, 7.9 ms a step against 2.0 (the line alone: 2.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsSceneHelpEvent, QGraphicsView

from gui.kit.view import Viewing
from gui.look.theme import Theme, theme


class Plot(Viewing, pg.GraphicsView):  # type: ignore[misc]
    """Sub-classes fill `box`, override the two `paint_...` and call `dress` when built."""

    def __init__(self) -> None:
        super().__init__(background=None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab has nothing to do there
        # pyqtgraph keeps the ground as a picture; plots write their numbers upon it.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        self._range: tuple[tuple[float, float], tuple[float, float]] | None = None
        # Tool tips are left to `mouseMoveEvent`.  A viewport that is asked to leave them would be
        # asked at every painting.
        self.scene().helpEvent = _let_be

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Fix both axes, from their first to their last value."""
        if self._range != (x, y):
            self._range = x, y
            self.box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)
        self.redraw()

    def redraw(self) -> None:
        """Ask for everything to be painted again."""
        self.viewport().update()

    # -- painting ----------------------------------------------------------------

    def restyle(self) -> None:
        """Wear the theme of the moment; the owner passes new colours for lines."""
        self.setBackground(QColor(theme().surface))
        # Nothing shows through, so nothing below is painted for a strip of it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.redraw()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground, and what stands below the scene."""
        super().drawBackground(painter, rect)
        with _in_pixels(painter):
            self.paint_ground(painter, theme())

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what stands above the scene."""
        with _in_pixels(painter):
            self.paint_above(painter, theme())

    def paint_ground(self, painter: QPainter, look: Theme) -> None:
        """Paint what stands below the scene; pixels."""

    def paint_above(self, painter: QPainter, look: Theme) -> None:
        """Paint what stands above the scene; pixels."""


def _let_be(event: QGraphicsSceneHelpEvent) -> None:
    event.accept()


@contextmanager
def _in_pixels(painter: QPainter) -> Iterator[None]:
    painter.save()
    painter.resetTransform()
    yield
    painter.restore()
