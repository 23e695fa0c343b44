"""`SettingsTable`: the settings of the lecture's script one by one, and what each does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.training.recipes import LOSS, METRIC, RECIPES
from gui.kit.layouts import grid_of
from gui.kit.widgets import label
from gui.look.theme import GAP
from gui.training.field_texts import field_texts

RECIPE = "simple_rnn_one_hot"

NAMES = (
    *("num_words", "length", "test_size", "split_seed"),
    *("optimizer", "learning_rate", "loss", "metrics", "batch", "epochs", "patience"),
)
"""What the lecture's script sets, in its order: the fields of a recipe, and what every recipe has."""

ALWAYS = {"loss": LOSS, "metrics": METRIC}


class SettingsTable(QWidget):
    """What each is called, its value in the lecture, what it does and what Keras calls it."""

    def __init__(self) -> None:
        super().__init__()
        grid = grid_of(self, across=2 * GAP, down=GAP, grows=2)
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
        said = {name: (text.label, text.tip) for name, text in texts.items()}
        said["loss"] = (
            self.tr("Loss"),
            self.tr("loss: how far the answers are from the targets; what training makes smaller"),
        )
        said["metrics"] = (
            self.tr("Metric"),
            self.tr(
                "metrics: the share of reviews on the right side of 0.5; training does not follow it"
            ),
        )
        for name in NAMES:
            title, tip = said[name]
            self.names[name].setText(title)
            self.values[name].setText(str(ALWAYS.get(name) or getattr(recipe, name)))
            self.tips[name].setText(tip)
