"""`NumbersSource`: where the numbers come from; how far reading them has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engine.numbers.generated import GENERATED
from gui.kit.source_button import SourceButton
from gui.numbers.numbers import Numbers

_PATIENCE = 500
"""Milliseconds after which the wait is shown."""


class NumbersSource(SourceButton):
    """A file, the clipboard, or a series that needs neither."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__("ph.chart-line", _PATIENCE, parent)
        self._numbers = numbers
        self.waiting.cancelled.connect(numbers.cancel)
        numbers.progressed.connect(self.waiting.show_progress)
        numbers.changed.connect(self.retranslate)
        numbers.opened.connect(self.retranslate)
        self.dress()

    def fill_menu(self) -> None:
        """What can be read."""
        menu = self.menu
        menu.addAction(self.tr("Open file… (CSV, Excel, NPY, Parquet)")).triggered.connect(self.ask)
        paste = menu.addAction(self.tr("Paste from a spreadsheet"))
        paste.triggered.connect(lambda: self._numbers.paste(QGuiApplication.clipboard().text()))
        paste.setEnabled(bool(QGuiApplication.clipboard().text().strip()))
        menu.addSeparator()
        for source in GENERATED:
            if source == "normal":
                menu.addSeparator()
            menu.addAction(self._numbers.name_of(source), partial(self._numbers.use, source))

    def ask(self) -> None:
        """Let the user choose a file."""
        filters = (
            self.tr(
                "Numbers (*.csv *.tsv *.tab *.txt *.dat *.xlsx *.xls *.xlsb *.ods *.npy *.parquet *.pq)"
            ),
            self.tr("All files (*)"),
        )
        self.ask_for(self.tr("Open numbers"), self._numbers.open_path, filters)

    def retranslate(self) -> None:
        """Name the source."""
        numbers = self._numbers
        if numbers.source in GENERATED:
            name = numbers.name_of(numbers.source)
        elif numbers.cut.table is not None:
            name = numbers.cut.table.title
        else:
            name = self.tr("Choose numbers")
        spoken = self.tr("Source of the numbers: {name}").format(name=name)
        tip = self.tr("Read other numbers: a file, the clipboard, or made ones")
        self.show_source(name, spoken, tip)
