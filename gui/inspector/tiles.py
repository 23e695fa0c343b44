"""`Tiles`: small multiples, one a gate, each with its symbol and name above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from gui.inspector.plane import PlaneView
from gui.kit import layouts
from gui.kit.layouts import grid_of
from gui.kit.widgets import label
from gui.look.theme import GAP
from gui.plots.matrix import MatrixView

Drawn = TypeVar("Drawn", bound=MatrixView | PlaneView)


class Tile(QWidget, Generic[Drawn]):
    """A title line above a drawing; at its right end there may be a note."""

    def __init__(self, drawing: Drawn) -> None:
        super().__init__()
        self.drawing = drawing
        self.title, self.note = label(), label("dim", is_plain=True)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        layouts.column(layouts.row(self.title, None, self.note), (drawing, 1), of=self, spacing=4)


class Tiles(QWidget, Generic[Drawn]):
    """As many tiles as there are keys, in a grid; ``make`` makes each a drawing.

    Signals:
        pressed(str): the drawing of this key was pressed.
    """

    pressed = Signal(str)

    def __init__(self, make: Callable[[], Drawn]) -> None:
        super().__init__()
        self._make = make
        self.tiles: dict[str, Tile[Drawn]] = {}
        self._columns = 0
        self._tail: QSpacerItem | None = None
        self._low = False
        self._grid = grid_of(self, across=2 * GAP, down=GAP)

    def arrange(self, keys: Sequence[str], columns: int, *, low: bool = False) -> None:
        """Have a tile for each of these, in so many columns; ``low`` ones are only as high as
        they must be, and stand on top."""
        if (list(self.tiles), self._columns, self._low) == (list(keys), columns, low):
            return
        self._low = low
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        if self._tail is not None:
            self._grid.removeItem(self._tail)
            self._tail = None
        for at in range(max(self._grid.rowCount(), self._grid.columnCount())):
            self._grid.setRowStretch(at, 0)
            self._grid.setColumnStretch(at, 0)
        self.tiles, self._columns = {}, columns
        for place, key in enumerate(keys):
            drawing = self._make()
            drawing.clicked.connect(partial(self.pressed.emit, key))
            self.tiles[key] = tile = Tile(drawing)
            row, column = divmod(place, columns)
            self._grid.addWidget(tile, row, column)
            self._grid.setRowStretch(row, 0 if low else 1)
            self._grid.setColumnStretch(column, 1)
        if low:
            policy = QSizePolicy.Policy
            self._tail = QSpacerItem(0, 0, policy.Minimum, policy.Expanding)
            self._grid.addItem(self._tail, len(keys), 0)
            self._grid.setRowStretch(len(keys), 1)
