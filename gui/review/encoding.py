"""`EncodingView`: how words become the numbers that a network reads; opens and closes."""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.kit.view import View
from gui.look.theme import GAP, theme
from gui.review.reading import Reading

FEWEST = 3
"""Below it there are only padding, start mark and unknown word: shown as "auto"."""

MOST = 100_000
LONGEST = 1000
SIDES = ("pre", "post")


class EncodingView(View):
    """The choices of ``load_data`` and ``pad_sequences``; each takes effect at once."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.head = QToolButton()
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(14, 14))
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._open)
        self.words, self.length = QSpinBox(), QSpinBox()
        self.words.setRange(FEWEST, MOST)
        self.words.setSingleStep(100)
        self.length.setRange(1, LONGEST)
        self.length.setSingleStep(10)
        for box in (self.words, self.length):
            # A number that is still being typed is not read.
            box.setKeyboardTracking(False)
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.setGroupSeparatorShown(True)
        self.padding, self.cutting = QComboBox(), QComboBox()
        for combo in (self.padding, self.cutting):
            for side in SIDES:
                combo.addItem(side, side)
        self.reset = QPushButton()
        self.reset.clicked.connect(lambda: reading.set_encoding(0, 100, "pre", "pre"))
        self._labels = [QLabel() for _ in range(4)]
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(GAP, 0, 0, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (label, field) in enumerate(
            zip(self._labels, (self.words, self.length, self.padding, self.cutting), strict=True)
        ):
            label.setProperty("role", "dim")
            label.setBuddy(field)
            field.setMinimumWidth(112)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.reset, 4, 1)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self.words.valueChanged.connect(self._choose)
        self.length.valueChanged.connect(self._choose)
        self.padding.activated.connect(self._choose)
        self.cutting.activated.connect(self._choose)
        reading.encoding_changed.connect(self.show_encoding)
        reading.opened.connect(self.show_encoding)
        self.dress()
        self.show_encoding()

    def _open(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.restyle()

    def _choose(self) -> None:
        words = self.words.value()
        self._reading.set_encoding(
            0 if words == FEWEST else words,
            self.length.value(),
            self.padding.currentData(),
            self.cutting.currentData(),
        )

    def show_encoding(self) -> None:
        """Show the choices in force."""
        encoding = self._reading.encoding
        for box, value in (
            (self.words, encoding.num_words or FEWEST),
            (self.length, encoding.length or 100),
        ):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        for combo, side in ((self.padding, encoding.padding), (self.cutting, encoding.truncating)):
            combo.setCurrentIndex(SIDES.index(side))
        # What a model and its dictionary fix cannot be chosen.
        lead, dictionary = self._reading.lead, self._reading.dictionary
        length = dictionary.tokenizer.length or (lead and lead.length)
        self.length.setEnabled(dictionary.is_imdb or not length)
        for combo in (self.padding, self.cutting):
            combo.setEnabled(dictionary.tokenizer.side is None)
        self._say()

    def _say(self) -> None:
        encoding = self._reading.encoding
        text = self.tr("Encoding: {length} steps").format(length=f"{encoding.length or 100:,}")
        if encoding.num_words:
            text += ", " + self.tr("{count} ids").format(count=f"{encoding.num_words:,}")
        self.head.setText(text)
        self.head.setAccessibleName(text)

    def retranslate(self) -> None:
        """Name everything, with Keras's names in the tips."""
        self.head.setToolTip(self.tr("How words become the ids that a network reads"))
        texts = (
            (self.tr("Known words"), self.tr("num_words: ids from here on are read as unknown")),
            (self.tr("Steps"), self.tr("maxlen: the length that every review is brought to")),
            (self.tr("Padding"), self.tr("padding: where a short review is filled up")),
            (self.tr("Cutting"), self.tr("truncating: where a long review is cut")),
        )
        fields = (self.words, self.length, self.padding, self.cutting)
        for label, field, (name, tip) in zip(self._labels, fields, texts, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
            field.setToolTip(tip)
        self.words.setSpecialValueText(self.tr("as the network"))
        for combo in (self.padding, self.cutting):
            combo.setItemText(0, self.tr("in front"))
            combo.setItemText(1, self.tr("at the end"))
        self.reset.setText(self.tr("As in the lecture"))
        self.reset.setToolTip(self.tr("100 steps, padding and cutting in front"))
        self._say()

    def restyle(self) -> None:
        """Point the arrow."""
        name = "ph.caret-down" if self.head.isChecked() else "ph.caret-right"
        self.head.setIcon(qtawesome.icon(name, color=theme().dim))
