"""`SheetForm`: how large a picture is, how it looks, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from gui.i18n.percent import percent_text
from gui.i18n.texts import row_text
from gui.kit.form import Form, set_quietly
from gui.kit.layouts import column
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.theme import GAP
from gui.pictures.parts import EXPLAINED_ROWS, PART_ROWS
from gui.pictures.sizes import SizeRow
from gui.settings import (
    MAX_PICTURE,
    MAX_PICTURE_SCALE,
    MIN_PICTURE,
    MIN_PICTURE_SCALE,
    PictureSettings,
)


class SheetForm(View):
    """Fields that write what is chosen into the settings at once.

    Signals:
        changed(): something is other than before.
    """

    changed = Signal()

    def __init__(
        self,
        chosen: PictureSettings,
        sizes: Sequence[SizeRow],
        *,
        dims: bool,
        explains: bool = False,
    ) -> None:
        super().__init__()
        self._chosen, self._sizes = chosen, sizes
        self.heading, self.size_box, self.look = QLineEdit(), QComboBox(), QComboBox()
        self.width_box, self.height_box, self.scale = QSpinBox(), QSpinBox(), QSpinBox()
        for box in (self.width_box, self.height_box):
            box.setRange(MIN_PICTURE, MAX_PICTURE)
            box.setSingleStep(20)
        self.scale.setRange(MIN_PICTURE_SCALE, MAX_PICTURE_SCALE)
        self.scale.setSingleStep(25)
        for value in ("light", "dark", "window"):
            self.look.addItem(value, value)
        for _ in (*sizes, None):
            self.size_box.addItem("")
        self._form = Form(150)
        for field in (
            *(self.heading, self.size_box, self.width_box, self.height_box, self.scale, self.look),
        ):
            self._form.add(field)
        self.parts = {row.name: QCheckBox() for row in (*PART_ROWS, *EXPLAINED_ROWS)}
        self.dims = QCheckBox()
        self.dims.setChecked(dims)
        self._shows, self._explains = label("title"), label("title")
        shown = [self.parts[row.name] for row in PART_ROWS]
        explained = [self.parts[row.name] for row in EXPLAINED_ROWS]
        column(
            self._form,
            GAP,
            self._shows,
            *shown,
            self.dims,
            GAP,
            self._explains,
            *explained,
            of=self,
            spacing=6,
        )
        for each in (self._explains, *explained):
            each.setVisible(explains)
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
        for row in PART_ROWS:
            self.parts[row.name].setChecked(row.name not in chosen.left_out)
        for row in EXPLAINED_ROWS:
            self.parts[row.name].setChecked(row.name in chosen.taken_in)
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
        ticked = {name for name, box in self.parts.items() if box.isChecked()}
        chosen.left_out = [row.name for row in PART_ROWS if row.name not in ticked]
        chosen.taken_in = [row.name for row in EXPLAINED_ROWS if row.name in ticked]
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
        self.scale.setSuffix(percent_text(""))
        self._shows.setText(self.tr("Shows"))
        self._explains.setText(self.tr("Explains"))
        self.heading.setPlaceholderText(self.tr("What is read"))
        for place, size in enumerate(self._sizes):
            self.size_box.setItemText(place, row_text(size.name))
        self.size_box.setItemText(len(self._sizes), self.tr("Of your own"))
        for place, text in enumerate((self.tr("Light"), self.tr("Dark"), self.tr("As the window"))):
            self.look.setItemText(place, text)
        for row in (*PART_ROWS, *EXPLAINED_ROWS):
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
