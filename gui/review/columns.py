"""`ColumnsDialog`: which columns of a table have the texts and the labels."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from engine.errors import GatescopeError
from engine.text.sources.reference import SourceReference
from engine.text.sources.table import TableSource, guess
from gui.i18n.texts import explain
from gui.kit.layouts import column
from gui.kit.widgets import label
from gui.look.scale import sized
from gui.look.theme import GAP

_SHOWN = 3
_CHARACTERS = 90


class ColumnsDialog(QDialog):
    """Guesses the columns and shows the first reviews as they would be read.

    Args:
        path: the table.

    Raises:
        GatescopeError: it cannot be read.

    Signals:
        chosen(SourceReference): the table with its columns, for `Reading.use_source`.
    """

    chosen = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        # First, so that a table that cannot be read leaves no half a dialog behind.
        columns = TableSource(path, 0, "").columns
        super().__init__(parent)
        self._path, self._columns = path, columns
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns of {name}").format(name=path.name))
        self.text, self.label = QComboBox(), QComboBox()
        self.header = QCheckBox(self.tr("The first row names the columns"))
        self.header.setChecked(True)
        self.preview = label("dim", wraps=True, is_plain=True)
        sized(self.preview.setMinimumSize, 420, 110)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        sized(form.setSpacing, GAP)
        form.addRow(self.tr("Texts"), self.text)
        form.addRow(self.tr("Labels"), self.label)
        form.addRow("", self.header)
        margins = (2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column(form, self.preview, self.buttons, of=self, spacing=2 * GAP, margins=margins)
        self.text.setAccessibleName(self.tr("Column of the texts"))
        self.label.setAccessibleName(self.tr("Column of the labels"))
        self._fill()
        self.text.currentIndexChanged.connect(self._show_preview)
        self.label.currentIndexChanged.connect(self._show_preview)
        self.header.toggled.connect(self._fill)

    def _fill(self) -> None:
        """Offer the columns, by name or by place."""
        named = self.header.isChecked()
        names = self._columns if named else [str(place + 1) for place in range(len(self._columns))]
        text, answers = guess(self._columns) if named else (0, None)
        with QSignalBlocker(self.text), QSignalBlocker(self.label):
            self.text.clear()
            self.label.clear()
            self.label.addItem(self.tr("none"), "")
            for place, name in enumerate(names):
                shown = name.strip()[:40] or str(place + 1)
                self.text.addItem(shown, place)
                self.label.addItem(shown, place)
            self.text.setCurrentIndex(text or 0)
            self.label.setCurrentIndex(0 if answers is None else answers + 1)
        self._show_preview()

    def _show_preview(self) -> None:
        """The first reviews, or what is wrong with the choice."""
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Open)
        try:
            columns = self.text.currentData(), self.label.currentData()
            table = TableSource(self._path, *columns, self.header.isChecked())
            lines = [explain(note) for note in table.notes]
            for text, answer in islice(table.items(), _SHOWN):
                mark = {1: "+ ", 0: "− "}.get(answer, "")
                start = " ".join(text.split())
                lines.append(mark + start[:_CHARACTERS] + ("…" if len(start) > _CHARACTERS else ""))
        except GatescopeError as error:
            self.preview.setText(explain(error))
            ok.setEnabled(False)
            return
        self.preview.setText("\n\n".join(lines))
        ok.setEnabled(True)

    def _accept(self) -> None:
        path, header = self._path, self.header.isChecked()
        columns = self.text.currentData(), self.label.currentData()
        self.chosen.emit(SourceReference("table", str(path.absolute()), "", *columns, header))
        self.accept()
