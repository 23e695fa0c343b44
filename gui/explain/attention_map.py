"""`AttentionMap`: one network's attention, with its name, its layer, its head and its axes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gui.explain.attending import head_name
from gui.explain.step_map import StepMap
from gui.kit.tips import tip
from gui.kit.widgets import name_widget
from gui.look.theme import theme

LETTERS = 12
"""Letters of a layer's name that a choice has room for, at least."""


class AttentionMap(StepMap):
    """Rows are the steps that look, columns those that are looked at.

    Signals:
        layer_chosen(str): another layer is to be shown.
        head_chosen(int): another head, from 1; 0 for the mean of all.
    """

    layer_chosen = Signal(str)
    head_chosen = Signal(int)

    def __init__(self) -> None:
        layers, heads = QComboBox(), QComboBox()
        super().__init__(layers, heads)
        self.layers, self.heads = layers, heads
        for box in (self.layers, self.heads):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(LETTERS)
        self.layers.activated.connect(
            lambda place: self.layer_chosen.emit(self.layers.itemText(place))
        )
        self.heads.activated.connect(self.head_chosen)
        self._is_alone, self.has_choices = True, False
        self.dress()
        self.show_map(False)

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
        self.bar.show_scale((0.0, high), signed=False, scale="shared")
        self.bar.setToolTip(
            tip(self.tr("Every row sums to 1; the end is the most in all maps that are shown."))
        )
        self.draw(weights, high, steps)

    def show_query(self, query: int | None) -> None:
        """Trace the row of a query."""
        if query is None:
            self.map.show_units([])
        else:
            self.trace(query, theme().accent)

    def show_map(self, is_shown: bool) -> None:
        """Show the map with its choices, or what is said in its place."""
        super().show_map(is_shown)
        self.layers.setVisible(is_shown and not self._is_alone)
        self.heads.setVisible(is_shown and self.heads.count() > 2)

    def retranslate(self) -> None:
        """Name the axes and the choices."""
        self.rows.say(self.tr("step that looks (query)"))
        self.columns.setText(self.tr("step that is looked at (key)"))
        name_widget(self.layers, self.tr("Layer that attends"))
        name_widget(self.heads, self.tr("Head"))
        for head in range(self.heads.count()):
            self.heads.setItemText(head, head_name(head))


def _fill(box: QComboBox, texts: list[str]) -> None:
    """Offer other texts, if they are others."""
    if [box.itemText(place) for place in range(box.count())] != texts:
        box.clear()
        box.addItems(texts)
