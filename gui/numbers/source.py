"""`NumbersSource`: where the numbers come from; how far reading them has come."""

from __future__ import annotations

from pathlib import Path

import qtawesome
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.text.progress import Progress
from gui.i18n.errors import say
from gui.numbers.numbers import MADE, Numbers
from gui.theme import GAP, theme
from gui.view import View

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
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.what = QLabel()
        self.what.setProperty("role", "caption")
        self.what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.cancel = QToolButton()
        self.cancel.setIconSize(QSize(12, 12))
        self.cancel.clicked.connect(numbers.cancel)
        self.waiting = QWidget(self)
        line = QHBoxLayout()
        line.addWidget(self.what, 1)
        line.addWidget(self.cancel)
        below = QVBoxLayout(self.waiting)
        below.setContentsMargins(GAP, 0, 0, 0)
        below.setSpacing(2)
        below.addLayout(line)
        below.addWidget(self.bar)
        self.waiting.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.waiting)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.waiting.show)
        numbers.progressed.connect(self._show_progress)
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

    # -- how far it has come -----------------------------------------------------

    def _show_progress(self, progress: Progress | None) -> None:
        if progress is None:
            self._patience.stop()
            self.waiting.hide()
            return
        if self.waiting.isHidden() and not self._patience.isActive():
            self._patience.start()
        self.bar.setRange(0, 100 if progress.total else 0)
        text = say(progress)
        if progress.total:
            self.bar.setValue(100 * progress.done // progress.total)
            text += f" · {100 * progress.done // progress.total} %"
        self.what.setText(text)
        self.bar.setAccessibleName(text)

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
        self.cancel.setToolTip(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel"))

    def restyle(self) -> None:
        """Colour the icons."""
        self.button.setIcon(qtawesome.icon("ph.chart-line", color=theme().dim))
        self.cancel.setIcon(qtawesome.icon("ph.x", color=theme().dim))
