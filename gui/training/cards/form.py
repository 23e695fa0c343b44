"""`DataForm`: where the reviews come from, and the fields of the data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from engine.training.recipes import CHOICES
from gui.kit.view import View
from gui.look.theme import GAP
from gui.review.reading import Reading
from gui.review.source import SourceView
from gui.training.editor import PlanEditor
from gui.training.fields import ChoiceField, Field, NumberField, SwitchField

NAMES = (
    *("num_words", "length", "one_hot"),
    *("padding", "truncating", "mask"),
    *("limit", "test_size", "split_seed"),
)
"""The fields, line by line."""

IN_A_LINE = 3


class DataForm(View):
    """The source above three lines of fields."""

    def __init__(self, editor: PlanEditor, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.source = SourceView(reading)
        self.one_hot = ChoiceField(editor, "one_hot", (True, False))
        self.padding = ChoiceField(editor, "padding", CHOICES["padding"])
        self.cutting = ChoiceField(editor, "truncating", CHOICES["truncating"])
        self.masking = SwitchField(editor, "mask")
        own: dict[str, Field] = {
            "one_hot": self.one_hot,
            "padding": self.padding,
            "truncating": self.cutting,
            "mask": self.masking,
        }
        self.fields: dict[str, Field] = {
            name: own.get(name) or NumberField(editor, name) for name in NAMES
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(4)  # each field ends with a line of its own
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, *divmod(place, IN_A_LINE))
        for column in range(IN_A_LINE):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.source)
        whole.addLayout(grid)
        self.reset = QPushButton()
        self.reset.clicked.connect(editor.reset_data)
        whole.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        editor.changed.connect(self._allow_mask)
        editor.changed.connect(self._offer_reset)
        self._offer_reset()
        self.dress()

    def _offer_reset(self) -> None:
        self.reset.setEnabled(self._editor.data_differs)

    def _allow_mask(self) -> None:
        """One-hot rows have nothing that could mask."""
        one_hot = bool(self._editor.value("one_hot"))
        self.masking.setEnabled(not one_hot)
        tip = self.tr("mask_zero: the layers above skip the padding")
        if one_hot:
            tip = self.tr("Keras masks padding in the embedding (mask_zero): one-hot has none")
        self.masking.set_label(self.tr("Mask"), tip)
        self.masking.set_hint(self.tr("embedding only") if one_hot else "")

    def retranslate(self) -> None:
        """Name the fields, with Keras's own names in the tips."""
        sides = {"pre": self.tr("in front"), "post": self.tr("at the end")}
        self.padding.set_texts(sides)
        self.cutting.set_texts(sides)
        self.one_hot.set_texts({True: self.tr("One-hot"), False: self.tr("Embedding")})
        for name, (text, tip) in {
            "num_words": (
                self.tr("Known words"),
                self.tr("num_words: ids from here on are read as unknown"),
            ),
            "length": (
                self.tr("Length"),
                self.tr("maxlen: the length that every review is brought to"),
            ),
            "one_hot": (self.tr("Input"), self.tr("to_categorical, or keras.layers.Embedding")),
            "padding": (
                self.tr("Padding"),
                self.tr("padding: where a short review is filled up"),
            ),
            "truncating": (
                self.tr("Cutting"),
                self.tr("truncating: where a long review is cut"),
            ),
            "limit": (
                self.tr("Reviews"),
                self.tr("Use only the first so many reviews; empty: all"),
            ),
            "test_size": (
                self.tr("Held out"),
                self.tr("test_size: the share of the reviews that is not learned from"),
            ),
            "split_seed": (
                self.tr("Split seed"),
                self.tr("random_state of train_test_split"),
            ),
        }.items():
            self.fields[name].set_label(text, tip)
        self.reset.setText(self.tr("As in the lecture"))
        self.reset.setToolTip(self.tr("Words, length, sides and split as the lecture has them"))
        self._allow_mask()
