"""`SourceButton`: what is read, and a menu of other sources; the way to a file among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QToolButton, QWidget

from gui.kit.asking import ask_for_file
from gui.kit.layouts import column, row
from gui.kit.menus import empty
from gui.kit.view import View
from gui.kit.waiting import Waiting
from gui.kit.widgets import name_widget
from gui.look.icons import phosphor
from gui.look.scale import px, sized
from gui.look.theme import theme


class SourceButton(View):
    """A button with the source's name, and a bar while one is read, shown after ``patience``
    milliseconds; a sub-class fills the menu."""

    def __init__(self, icon: str, patience: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._folder: Path | None = None  # of what was opened last
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sized(self.button.setIconSize, QSize(16, 16))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        self.waiting = Waiting(patience, self)
        column(row(self.button, None), self.waiting, of=self, spacing=4)

    def _fill(self) -> None:
        """Made anew each time: the language is that of the moment, a file may be gone."""
        empty(self.menu)
        self.fill_menu()

    def fill_menu(self) -> None:
        """Add what can be read to the empty menu."""

    def show_source(self, name: str, spoken: str, tip: str) -> None:
        """Name the source, on the button and to a screen reader."""
        metrics = self.button.fontMetrics()
        self.button.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, px(200)) + "  ▾")
        name_widget(self.button, spoken, tip)

    def ask_for(
        self,
        title: str,
        opened: Callable[[Path], object],
        filters: Iterable[str] = (),
        mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
    ) -> None:
        """Let the user choose a file or a folder, beginning where the last one was."""

        def accept(path: Path) -> None:
            self._folder = path if path.is_dir() else path.parent
            opened(path)

        ask_for_file(self.window(), title, accept, filters=filters, folder=self._folder, mode=mode)

    def restyle(self) -> None:
        """Colour the icon."""
        self.button.setIcon(phosphor(self._icon, color=theme().dim))
