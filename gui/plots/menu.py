"""The menu that pyqtgraph makes for every plot."""

from __future__ import annotations

from typing import Protocol

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget


class _Plot(Protocol):
    apart: tuple[QWidget, ...]

    def getPlotItem(self) -> pg.PlotItem: ...
    def setMenuEnabled(self, enable: bool) -> None: ...


def without_menu(plot: _Plot) -> None:
    """Show no menu.  Its forty widgets stay, as pyqtgraph asks them how to draw: they follow
    another look with the plot."""
    plot.setMenuEnabled(False)
    plot.apart = (plot.getPlotItem().ctrlMenu,)
