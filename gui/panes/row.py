"""`SeriesRow`: one series of a pane: its name, its colour scale and its heat map."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from engine.replay.cells.series import Series
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.mathematics import math_html
from gui.look.meanings import meaning, series_meaning, series_name
from gui.look.theme import theme
from gui.plots.heat_map import HeatMap
from gui.plots.scale import ScaleBar, levels


class SeriesRow(View):
    """A title line above a heat map.  A double click on the title enlarges the row."""

    enlarged = Signal(str)

    def __init__(self, kind: str, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.series = kind, series
        self._title, self._note = label(), label("caption")
        self._bar = ScaleBar()
        self.map = HeatMap()
        head = row(self._title, self._note, None, self._bar)
        column(head, (self.map, 1), of=self, spacing=1)
        self.dress()

    def show_values(
        self, values: npt.NDArray[np.floating[Any]], steps: int, *, stretched: bool
    ) -> None:
        """Draw the series, ``(T, U)``, on so many time steps."""
        ends = levels(self.series, values, stretched=stretched)
        self.map.show_values(values, ends, steps, signed=self.series.signed)
        self._bar.show_scale(ends, signed=self.series.signed, stretched=stretched)
        self._note.setVisible(stretched)

    def retranslate(self) -> None:
        """Name the series."""
        look = theme()
        symbol = math_html(self.series.symbol, 15, {self.series.symbol: look.of(self.series)})
        name = series_name(self.series.key)
        self._title.setText(f'{symbol}&nbsp;&nbsp;<span style="color:{look.dim}">{name}</span>')
        says = series_meaning(self.kind, self.series.key)
        hint = self.tr("Double-click to enlarge or restore")
        self._title.setToolTip(tip(f"{says}\n{hint}"))
        self._note.setText(self.tr("stretched"))
        self._bar.setToolTip(tip(meaning("colours")))
        self.map.setAccessibleName(name)

    def restyle(self) -> None:
        """Colour the symbol."""
        self.retranslate()
        self._bar.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask to be enlarged."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.enlarged.emit(self.series.key)
