"""`SheetForm`: how large a picture is, how it looks, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from gui.i18n.texts import row_text
from gui.kit.form import Form, set_quietly
from gui.kit.layouts import column
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.theme import GAP
from gui.pictures.sizes import SizeRow
from gui.settings import (
    MAX_PICTURE,
    MAX_PICTURE_SCALE,
    MIN_PICTURE,
    MIN_PICTURE_SCALE,
    PictureSettings,
)


@dataclass(frozen=True)
class PartRow:
    """A part of a picture: its name in `PictureSettings.left_out`, and its text in English."""

    name: str
    text: str


PART_ROWS = (
    PartRow("words", "Words or numbers that are read"),
    PartRow("prediction", "Prediction"),
    PartRow("maps", "Heat maps of every series"),
    PartRow("curves", "Curves of the chosen units"),
    PartRow("cell", "The cell"),
    PartRow("equations", "The equations with their numbers"),
)
"""In the order of `gui.pictures.composition.PARTS`."""


class SheetForm(View):
    """Fields that write what is chosen into the settings at once.

    Signals:
        changed(): something is other than before.
    """

    changed = Signal()

    def __init__(self, chosen: PictureSettings, sizes: Sequence[SizeRow], *, dims: bool) -> None:
        super().__init__()
        self._chosen, self._sizes = chosen, sizes
        self.heading, self.size_box, self.look = QLineEdit(), QComboBox(), QComboBox()
        self.width_box, self.height_box, self.scale = QSpinBox(), QSpinBox(), QSpinBox()
        for box in (self.width_box, self.height_box):
            box.setRange(MIN_PICTURE, MAX_PICTURE)
            box.setSingleStep(20)
        self.scale.setRange(MIN_PICTURE_SCALE, MAX_PICTURE_SCALE)
        self.scale.setSingleStep(25)
        self.scale.setSuffix(" %")
        for value in ("light", "dark", "window"):
            self.look.addItem(value, value)
        for _ in (*sizes, None):
            self.size_box.addItem("")
        self._form = Form(150)
        for field in (
            *(self.heading, self.size_box, self.width_box, self.height_box, self.scale, self.look),
        ):
            self._form.add(field)
        self.parts = {row.name: QCheckBox() for row in PART_ROWS}
        self.dims = QCheckBox()
        self.dims.setChecked(dims)
        self._shows = label("title")
        column(self._form, GAP, self._shows, *self.parts.values(), self.dims, of=self, spacing=6)
        self._fill()
        self._connect()
        self.dress()

    def _fill(self) -> None:
        """Show what was chosen last."""
        chosen = self._chosen
        set_quietly(self.width_box, chosen.width)
        set_quietly(self.height_box, chosen.height)
        set_quietly(self.scale, chosen.scale)
        self.look.setCurrentIndex(self.look.findData(chosen.look))
        for name, box in self.parts.items():
            box.setChecked(name not in chosen.left_out)
        self._show_size()

    def _connect(self) -> None:
        self.heading.textChanged.connect(lambda _: self.changed.emit())
        self.size_box.activated.connect(self._take_size)
        for box in (self.width_box, self.height_box, self.scale):
            box.valueChanged.connect(lambda _: self._take())
        self.look.currentIndexChanged.connect(lambda _: self._take())
        for part in (*self.parts.values(), self.dims):
            part.toggled.connect(lambda _: self._take())

    def _take_size(self, place: int) -> None:
        if place < len(self._sizes):
            size = self._sizes[place]
            set_quietly(self.width_box, size.width)
            set_quietly(self.height_box, size.height)
            set_quietly(self.scale, size.scale)
        self._take()

    def _take(self) -> None:
        chosen = self._chosen
        chosen.width, chosen.height = self.width_box.value(), self.height_box.value()
        chosen.scale, chosen.look = self.scale.value(), str(self.look.currentData())
        chosen.left_out = [name for name, box in self.parts.items() if not box.isChecked()]
        self._show_size()
        self.changed.emit()

    def _show_size(self) -> None:
        """Name the size, if it has a name."""
        now = (self._chosen.width, self._chosen.height, self._chosen.scale)
        rows = [(size.width, size.height, size.scale) for size in self._sizes]
        with QSignalBlocker(self.size_box):
            self.size_box.setCurrentIndex(rows.index(now) if now in rows else len(rows))

    def retranslate(self) -> None:
        """Set the texts."""
        self._shows.setText(self.tr("Shows"))
        self.heading.setPlaceholderText(self.tr("What is read"))
        for place, size in enumerate(self._sizes):
            self.size_box.setItemText(place, row_text(size.name))
        self.size_box.setItemText(len(self._sizes), self.tr("Of your own"))
        looks = (self.tr("Light"), self.tr("Dark"), self.tr("As the window"))
        for place, text in enumerate(looks):
            self.look.setItemText(place, text)
        for row in PART_ROWS:
            self.parts[row.name].setText(row_text(row.text))
        self.dims.setText(self.tr("Dim the steps that are still to come"))
        for box in (self.width_box, self.height_box):
            box.setSuffix(" " + self.tr("pixels"))
        self._form.name(
            {
                self.heading: (self.tr("Title"), self.tr("Stands above everything")),
                self.size_box: (self.tr("Size"), self.tr("Sizes that are often wanted")),
                self.width_box: (self.tr("Width"), self.tr("The width of the picture")),
                self.height_box: (self.tr("Height"), self.tr("The height of the picture")),
                self.scale: (self.tr("Scale"), self.tr("How large letters and lines are")),
                self.look: (self.tr("Theme"), self.tr("Light for paper, dark for a dark slide")),
            }
        )
