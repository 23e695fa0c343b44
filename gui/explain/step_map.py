"""`StepMap`: one network's map of steps against steps, with its name and its axes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.scale import sized
from gui.plots.axis import StepAxis
from gui.plots.heat_map import HeatMap
from gui.plots.scale import ScaleBar
from gui.plots.upright_axis import UprightAxis

MIN_MAP = 132
"""Pixels of a map's height, at least: with less the page scrolls, as lines would be too thin."""


class StepMap(View):
    """Rows and columns are the steps of what is read; where there is no map, a sentence says why.

    Args:
        choices: what is chosen of this network, in a line above its map.
    """

    def __init__(self, *choices: QWidget) -> None:
        super().__init__()
        self._name, self.problem = label("title"), label("dim", wraps=True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.map, self.axis, self.rows = HeatMap(), StepAxis(), UprightAxis()
        self.map.is_traced = True
        self.map.show_whole(True)  # the whole map is one picture
        sized(self.map.setMinimumHeight, MIN_MAP)
        self.columns = label("caption")
        self.columns.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = ScaleBar()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rows, 0, 0)
        grid.addWidget(self.map, 0, 1)
        grid.addWidget(self.axis, 1, 1)
        grid.addWidget(self.columns, 2, 1)
        grid.setRowStretch(0, 1)
        chosen = [row(*choices, None)] if choices else []
        head = row(self._name, None, self.bar)
        column(head, *chosen, (self.problem, 1), (grid, 1), of=self, spacing=2)

    def name(self, text: str, colour: str) -> None:
        """Say whose map it is."""
        self._name.setText(text)
        self._name.setStyleSheet(f"color: {colour};")

    def say_nothing(self, why: str) -> None:
        """Say why there is no map."""
        self.problem.setText(why)
        self.show_map(False)

    def show_map(self, is_shown: bool) -> None:
        """Show the map, or what is said in its place."""
        self.problem.setVisible(not is_shown)
        for widget in (self.map, self.axis, self.rows, self.columns, self.bar):
            widget.setVisible(is_shown)

    def draw(
        self,
        values: npt.NDArray[np.floating[Any]],
        high: float,
        steps: int,
        rows: int | None = None,
    ) -> None:
        """Draw a map of so many steps, row by row, in colours from 0 to ``high``: ``(steps, steps)``,
        or less where a value stands for several of so many rows and columns."""
        self.show_map(True)
        self.rows.set_steps(steps)
        self.map.show_values(values.T, (0.0, high), steps, signed=False, units=rows)
        self.axis.set_steps(steps)

    def show_step(self, step: int) -> None:
        """Trace the column of the cursor's step."""
        self.map.show_step(step)
        self.axis.show_step(step)

    def trace(self, at: int, colour: str) -> None:
        """Trace a row."""
        self.map.show_units([(at, colour)])
        self.rows.choose(at)

    def rescale(self) -> None:
        """Give the colour bar the room of larger or smaller numbers."""
        self.bar.fit()

    def restyle(self) -> None:
        """Colour the rows' numbers."""
        self.rows.update()
