"""`SeriesRow`: one series of a pane: its name, its colour scale and its heat map."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.replay.cells.series import Series
from engine.session.state import SCALES
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.mathematics import math_html
from gui.look.meanings import meaning, name_of, series_meaning, series_name
from gui.look.scale import px
from gui.look.theme import theme
from gui.plots.heat_map import HeatMap
from gui.plots.scale import Ends, ScaleBar

SPACING = 6
"""Between the parts of a title."""


class SeriesRow(View):
    """A title line above a heat map.  A double click on the title enlarges the row."""

    enlarged = Signal(str)

    def __init__(self, kind: str, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.series = kind, series
        self._scale = SCALES[0]
        self._fitted = 0  # the room of the numbers at the colours, when all was given its own
        self._letter, self._name, self._note = label(), label("dim"), label("caption")
        self._bar = ScaleBar()
        self.map = HeatMap()
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = row(self._letter, (self._name, 1), self._note, self._bar, spacing=SPACING)
        column(head, (self.map, 1), of=self, spacing=1)
        self.dress()

    def show_values(
        self, values: npt.NDArray[np.floating[Any]], steps: int, ends: Ends, scale: str
    ) -> None:
        """Draw the series, ``(T, U)``, on so many time steps.

        Args:
            values: one row a step.
            steps: how many there are in all.
            ends: the values at the ends of the colours.
            scale: which of `SCALES` they are.
        """
        self.map.show_values(values, ends, steps, signed=self.series.signed)
        self._bar.show_scale(ends, signed=self.series.signed, scale=scale)
        self._name_scale(scale)

    def show_change(self, values: npt.NDArray[np.floating[Any]], steps: int, most: float) -> None:
        """Draw by how much the series has changed, ``(T, U)``, between −most and most."""
        self.map.show_values(values, (-most, most), steps, signed=True)
        self._bar.show_scale((-most, most), signed=True, scale="stretched")
        self._name_scale("changed")

    def _name_scale(self, scale: str) -> None:
        """Say which scale it is; the texts stay where it is the one of before."""
        if scale != self._scale:
            self._scale = scale
            self.retranslate()
        elif self._bar.minimumWidth() != self._fitted:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow row the letter has to do without the name, and then without the scale's."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letter, note = (each.sizeHint().width() for each in (self._letter, self._note))
        self._fitted = self._bar.minimumWidth()
        room = self.width() - letter - self._fitted - px(SPACING)
        has_note = note + px(SPACING) <= room
        room -= (note + px(SPACING)) * has_note + px(SPACING)
        name = self._name.sizeHint().width()
        has_name = name <= room
        self._name.setVisible(has_name)
        self._note.setVisible(has_note)
        self._bar.setMaximumWidth(self._bar.minimumWidth() + max(0, room - name * has_name))

    def retranslate(self) -> None:
        """Name the series."""
        name = series_name(self.series.key)
        self._name.setText(name)
        says = series_meaning(self.kind, self.series.key)
        hint = self.tr("Double-click to enlarge or restore (E: the next one)")
        for part in (self._letter, self._name):
            part.setToolTip(tip(f"{says}\n{hint}"))
        self._note.setText(name_of(self._scale))
        self._note.setToolTip(tip(meaning(self._scale)))
        self._bar.setToolTip(tip(f"{meaning('colours')}\n{meaning(self._scale)}"))
        self.map.setAccessibleName(name)
        self._fit()

    def rescale(self) -> None:
        """Give the colour bar the room of larger or smaller numbers."""
        self._bar.fit()

    def restyle(self) -> None:
        """Colour the symbol."""
        symbol = self.series.symbol
        self._letter.setText(math_html(symbol, 15, {symbol: theme().of(self.series)}))
        self._bar.update()
        self._fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask to be enlarged."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.enlarged.emit(self.series.key)
