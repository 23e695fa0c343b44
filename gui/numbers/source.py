"""`NumbersSource`: where the numbers come from; how far reading them has come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from engine.numbers.made import MADE
from gui.kit.layouts import column
from gui.kit.view import View
from gui.kit.waiting import Waiting
from gui.look.icons import phosphor
from gui.look.theme import theme
from gui.numbers.numbers import Numbers

_PATIENCE = 500
"""Milliseconds after which the wait is shown."""


class NumbersSource(View):
    """A button with the source's name and a menu of others; a bar while a file is read."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._folder = ""
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        self.waiting = Waiting(_PATIENCE, self)
        self.waiting.cancelled.connect(numbers.cancel)
        stack = column(self.button, self.waiting, of=self, spacing=4)
        stack.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        numbers.progressed.connect(self.waiting.show_progress)
        numbers.changed.connect(self.retranslate)
        numbers.opened.connect(self.retranslate)
        self.dress()

    # -- the menu ----------------------------------------------------------------

    def _fill(self) -> None:
        """Made anew each time, in the language of the moment."""
        menu = self.menu
        menu.clear()
        menu.addAction(self.tr("Open file… (CSV, NPY, Parquet)")).triggered.connect(self.ask)
        paste = menu.addAction(self.tr("Paste from a spreadsheet"))
        paste.triggered.connect(lambda: self._numbers.paste(QGuiApplication.clipboard().text()))
        paste.setEnabled(bool(QGuiApplication.clipboard().text().strip()))
        menu.addSeparator()
        for source in MADE:
            if source == "normal":
                menu.addSeparator()
            menu.addAction(self._numbers.name_of(source)).triggered.connect(
                lambda checked=False, source=source: self._numbers.use(source)
            )

    def ask(self) -> None:
        """Let the user choose a file."""
        dialog = QFileDialog(self.window(), self.tr("Open numbers"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Numbers (*.csv *.tsv *.tab *.txt *.dat *.npy *.parquet *.pq)"),
                self.tr("All files (*)"),
            ]
        )
        if self._folder:
            dialog.setDirectory(self._folder)
        dialog.fileSelected.connect(self._open)
        dialog.open()

    def _open(self, name: str) -> None:
        self._folder = str(Path(name).parent)
        self._numbers.open_path(Path(name))

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Name the source."""
        numbers = self._numbers
        if numbers.source in MADE:
            name = numbers.name_of(numbers.source)
        elif numbers.table is not None:
            name = numbers.table.title
        else:
            name = self.tr("Choose numbers")
        shown = self.button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, 200)
        self.button.setText(shown + "  ▾")
        self.button.setToolTip(self.tr("Read other numbers: a file, the clipboard, or made ones"))
        self.button.setAccessibleName(self.tr("Source of the numbers: {name}").format(name=name))

    def restyle(self) -> None:
        """Colour the icon."""
        self.button.setIcon(phosphor("ph.chart-line", color=theme().dim))
