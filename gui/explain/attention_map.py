"""`AttentionMap`: one network's attention, with its name, its layer, its head and its axes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from gui.explain.attending import head_name
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label, name_widget
from gui.look.scale import sized
from gui.look.theme import theme
from gui.plots.axis import StepAxis
from gui.plots.heat_map import HeatMap
from gui.plots.scale import ScaleBar
from gui.plots.upright_axis import UprightAxis

MIN_MAP = 132
"""Pixels of a map's height, at least: with less the page scrolls, as lines would be too thin."""

LETTERS = 12
"""Letters of a layer's name that a choice has room for, at least."""


class AttentionMap(View):
    """Rows are the steps that look, columns those that are looked at.

    Signals:
        layer_chosen(str): another layer is to be shown.
        head_chosen(int): another head, from 1; 0 for the mean of all.
    """

    layer_chosen = Signal(str)
    head_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._name, self.problem = label("title"), label("dim", wraps=True)
        self.map, self.axis, self.rows = HeatMap(), StepAxis(), UprightAxis()
        self.map.is_traced = True
        sized(self.map.setMinimumHeight, MIN_MAP)
        self.map.show_whole(True)  # the whole map is one picture
        self._columns = label("caption")
        self._columns.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.layers, self.heads = QComboBox(), QComboBox()
        for box in (self.layers, self.heads):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(LETTERS)
        self.layers.activated.connect(
            lambda place: self.layer_chosen.emit(self.layers.itemText(place))
        )
        self.heads.activated.connect(self.head_chosen)
        self.bar = ScaleBar()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rows, 0, 0)
        grid.addWidget(self.map, 0, 1)
        grid.addWidget(self.axis, 1, 1)
        grid.addWidget(self._columns, 2, 1)
        grid.setRowStretch(0, 1)
        head = row(self._name, None, self.bar)
        choices = row(self.layers, self.heads, None)
        column(head, choices, (self.problem, 1), (grid, 1), of=self, spacing=2)
        self._is_alone, self.has_choices = True, False
        self.dress()
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._show_map(False)

    def name(self, text: str, colour: str) -> None:
        """Say whose map it is."""
        self._name.setText(text)
        self._name.setStyleSheet(f"color: {colour};")

    def say_nothing(self, why: str) -> None:
        """Say why there is no map."""
        self.problem.setText(why)
        self._show_map(False)

    def show_choices(self, layers: list[str], layer: str, heads: int, head: int) -> None:
        """The layers that attend, and the heads of the one that is shown, 0 for their mean."""
        _fill(self.layers, layers)
        self.layers.setCurrentIndex(layers.index(layer))
        _fill(self.heads, [head_name(each) for each in range(heads + 1)])
        self.heads.setCurrentIndex(head)
        self._is_alone = len(layers) == 1
        self.has_choices = not self._is_alone or heads > 1
        self.layers.setVisible(not self._is_alone)
        self.heads.setVisible(heads > 1)

    def keep_room(self, is_kept: bool) -> None:
        """Leave the choices' room free where there are none, so that maps side by side are level."""
        policy = self.heads.sizePolicy()
        policy.setRetainSizeWhenHidden(is_kept)
        self.heads.setSizePolicy(policy)

    def show_weights(self, weights: npt.NDArray[np.float32], high: float, steps: int) -> None:
        """Draw weights ``(steps, steps)`` from 0 to ``high``, the most in all maps."""
        self._show_map(True)
        self.bar.show_scale((0.0, high), signed=False, scale="shared")
        self.bar.setToolTip(
            tip(self.tr("Every row sums to 1; the end is the most in all maps that are shown."))
        )
        self.rows.set_steps(steps)
        self.map.show_values(weights.T, (0.0, high), steps, signed=False)
        self.axis.set_steps(steps)

    def trace(self, step: int, query: int | None) -> None:
        """Trace the row of a query, and the column of the cursor's step."""
        self.map.show_units([] if query is None else [(query, theme().accent)])
        if query is not None:
            self.rows.choose(query)
        self.map.show_step(step)
        self.axis.show_step(step)

    def _show_map(self, is_shown: bool) -> None:
        self.problem.setVisible(not is_shown)
        heads = self.heads.count() > 2
        for widget in (self.map, self.axis, self.rows, self._columns, self.bar):
            widget.setVisible(is_shown)
        self.layers.setVisible(is_shown and not self._is_alone)
        self.heads.setVisible(is_shown and heads)

    def retranslate(self) -> None:
        """Name the axes and the choices."""
        self.rows.say(self.tr("step that looks (query)"))
        self._columns.setText(self.tr("step that is looked at (key)"))
        name_widget(self.layers, self.tr("Layer that attends"))
        name_widget(self.heads, self.tr("Head"))
        for head in range(self.heads.count()):
            self.heads.setItemText(head, head_name(head))

    def restyle(self) -> None:
        """Colour the rows' numbers."""
        self.rows.update()


def _fill(box: QComboBox, texts: list[str]) -> None:
    """Offer other texts, if they are others."""
    if [box.itemText(place) for place in range(box.count())] != texts:
        box.clear()
        box.addItems(texts)
