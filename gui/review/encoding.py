"""`EncodingView`: how words become the numbers that a network reads; opens and closes."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from engine.counting import filled
from gui.kit.form import Expander, Form, set_quietly
from gui.kit.widgets import push_button
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.review.reading import Reading

MIN_WORDS = 3
"""Below it there are only padding, start mark and unknown word: shown as "auto"."""

MAX_WORDS = 100_000
MAX_LENGTH = 1000
SIDES = ("pre", "post")


class EncodingView(Expander):
    """The choices of ``load_data`` and ``pad_sequences``; each takes effect at once."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.words, self.length = QSpinBox(), QSpinBox()
        self.words.setRange(MIN_WORDS, MAX_WORDS)
        self.words.setSingleStep(100)
        self.length.setRange(1, MAX_LENGTH)
        self.length.setSingleStep(10)
        self.padding, self.cutting = QComboBox(), QComboBox()
        for combo in (self.padding, self.cutting):
            for side in SIDES:
                combo.addItem(side, side)
            combo.activated.connect(self._choose)
        self.reset = push_button(lambda: reading.set_encoding(0, 100, "pre", "pre"))
        self._form = Form()
        sized(self._form.setContentsMargins, GAP, 0, 0, GAP)
        for field in (self.words, self.length, self.padding, self.cutting):
            self._form.add(field)
        self.carry = QCheckBox()
        self._form.add_line(self.carry)
        self._form.addWidget(self.reset, self._form.end, 1)
        body = QWidget(self)
        body.setLayout(self._form)
        self.set_body(body)
        for box in (self.words, self.length):
            box.valueChanged.connect(self._choose)
        self.carry.clicked.connect(reading.set_carry)
        reading.encoding_changed.connect(self.show_encoding)
        reading.opened.connect(self.show_encoding)
        self.dress()
        self.show_encoding()

    def _choose(self) -> None:
        words = self.words.value()
        self._reading.set_encoding(
            0 if words == MIN_WORDS else words,
            self.length.value(),
            self.padding.currentData(),
            self.cutting.currentData(),
        )

    def show_encoding(self) -> None:
        """Show the encoding in force."""
        encoding = self._reading.encoding
        set_quietly(self.words, encoding.num_words or MIN_WORDS)
        set_quietly(self.length, encoding.length or 100)
        for combo, side in ((self.padding, encoding.padding), (self.cutting, encoding.truncating)):
            combo.setCurrentIndex(SIDES.index(side))
        # What a model and its dictionary fix cannot be chosen.
        lead, dictionary = self._reading.lead, self._reading.dictionary
        length = dictionary.tokenizer.length or (lead and lead.length)
        fills = dictionary.tokenizer.fills
        self.length.setEnabled(dictionary.is_imdb or (not length and fills))
        for combo in (self.padding, self.cutting):
            combo.setEnabled(dictionary.tokenizer.side is None)
        self.carry.setChecked(self._reading.choices.carries)
        self._say()

    def _say(self) -> None:
        encoding = self._reading.encoding
        text = self.tr("Encoding: as long as the text")
        if encoding.length is not None:
            text = filled(self.tr("Encoding: {length} steps"), {"length": f"{encoding.length:,}"})
        if encoding.num_words:
            text += ", " + filled(self.tr("{count} ids"), {"count": f"{encoding.num_words:,}"})
        if self._reading.choices.carries:
            text += ", " + self.tr("state carried")
        self.head.setText(text)
        self.head.setAccessibleName(text)

    def retranslate(self) -> None:
        """Name everything, with Keras's names in the tips."""
        self.head.setToolTip(self.tr("How words become the ids that a network reads"))
        self._form.name(
            {
                self.words: (
                    self.tr("Known words"),
                    self.tr("num_words: ids from here on are read as unknown"),
                ),
                self.length: (
                    self.tr("Steps"),
                    self.tr("maxlen: the length that every review is brought to"),
                ),
                self.padding: (
                    self.tr("Padding"),
                    self.tr("padding: where a short review is filled up"),
                ),
                self.cutting: (
                    self.tr("Cutting"),
                    self.tr("truncating: where a long review is cut"),
                ),
            }
        )
        self.carry.setText(self.tr("Carry the state from review to review"))
        self.carry.setToolTip(
            self.tr(
                "A review that is opened begins with the state that the one before it left, as in a stateful model; Shift+R reads this one anew"
            )
        )
        self.words.setSpecialValueText(self.tr("as the network"))
        for combo in (self.padding, self.cutting):
            combo.setItemText(0, self.tr("in front"))
            combo.setItemText(1, self.tr("at the end"))
        self.reset.setText(self.tr("As in the lecture"))
        self.reset.setToolTip(self.tr("100 steps, padding and cutting in front"))
        self._say()
