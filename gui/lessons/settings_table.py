"""`SettingsTable`: the settings of the lecture's script one by one, and what each does."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from engine.training.recipes import RECIPES
from gui.kit.widgets import label
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.training.field_texts import field_texts

RECIPE = "simple_rnn_one_hot"

NAMES = (
    *("num_words", "length", "test_size", "split_seed"),
    *("optimizer", "learning_rate", "batch", "epochs", "patience"),
)
"""The fields of a recipe that the lecture's script sets, in its order."""


class SettingsTable(QWidget):
    """What each is called, its value in the lecture, what it does and what Keras calls it."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        sized(grid.setHorizontalSpacing, 2 * GAP)
        sized(grid.setVerticalSpacing, GAP)
        grid.setColumnStretch(2, 1)
        self.names, self.values, self.tips = (
            {name: label(role, wraps=wraps, is_plain=True) for name in NAMES}
            for role, wraps in (("title", False), ("mono", False), ("dim", True))
        )
        for at, name in enumerate(NAMES):
            for place, labels in enumerate((self.names, self.values, self.tips)):
                grid.addWidget(labels[name], at, place)

    def say(self) -> None:
        """Write it in the language of the moment."""
        texts, recipe = field_texts(), RECIPES[RECIPE]
        for name in NAMES:
            self.names[name].setText(texts[name].label)
            self.values[name].setText(str(getattr(recipe, name)))
            self.tips[name].setText(texts[name].tip)
