"""`name_places`: where names of points are written so that none lies on another; `PointNames`
writes them into a plot."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor

from gui.look.scale import stroke
from gui.look.theme import theme
from gui.look.typefaces import typeface

SIDES = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Where a name may stand from its point, the best first: above, below, beside, at a corner."""


def name_places(
    spots: Sequence[QPointF], sizes: Sequence[QSizeF], within: QRectF, reach: float
) -> list[QRectF | None]:
    """A box for each name, beside its own point; None where every place is taken.

    Args:
        spots: the points.
        sizes: how large the names are.
        within: where they must stand.
        reach: the room around a point that is its own; pixels.
    """
    taken = [_around(spot, QSizeF(2 * reach, 2 * reach)) for spot in spots]
    found: list[QRectF | None] = []
    for spot, size in zip(spots, sizes, strict=True):
        boxes = (
            _around(
                spot + QPointF(x * (reach + size.width() / 2), y * (reach + size.height() / 2)),
                size,
            )
            for x, y in SIDES
        )
        free = (
            box
            for box in boxes
            if within.contains(box) and not any(box.intersects(other) for other in taken)
        )
        box = next(free, None)
        found.append(box)
        if box is not None:
            taken.append(box)
    return found


class PointNames:
    """The names of some points of a plot; those without a place are hidden.

    Attributes:
        items: one a name, in the order of the points.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._box = plot.getPlotItem().getViewBox()
        self.points: list[QPointF] = []
        self.items: list[pg.TextItem] = []
        self._box.sigTransformChanged.connect(self._place)

    def show(self, points: Sequence[QPointF], names: Sequence[str]) -> None:
        """Name these points, in the units of the axes, and no others."""
        for item in self.items:
            self._plot.removeItem(item)
        self.points, self.items = list(points), []
        for name in names:
            item = pg.TextItem(name, color=QColor(theme().text))
            item.setFont(typeface(11))
            item.textItem.document().setDocumentMargin(1)  # so that more have a place
            item.updateTextPos()
            self.items.append(item)
            self._plot.addItem(item, ignoreBounds=True)
        self._place()

    def _place(self, *_: object) -> None:
        spots = [self._box.mapViewToScene(point) for point in self.points]
        sizes = [item.boundingRect().size() for item in self.items]
        places = name_places(spots, sizes, self._box.sceneBoundingRect(), stroke(5))
        for item, place in zip(self.items, places, strict=True):
            item.setVisible(place is not None)
            if place is not None:
                item.setPos(self._box.mapSceneToView(place.topLeft()))


def _around(spot: QPointF, size: QSizeF) -> QRectF:
    box = QRectF(QPointF(), size)
    box.moveCenter(spot)
    return box
