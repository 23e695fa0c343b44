"""`HelpWindow`: the guide, inside the app and without a network, with search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from gui.help.guide import GuidePage, pages, search
from gui.help.page_view import PICTURE_WIDTH, PageView
from gui.i18n.languages import current
from gui.kit.layouts import column, row
from gui.kit.view import Viewing
from gui.kit.widgets import label, open_at
from gui.look.scale import sized
from gui.look.theme import GAP

SIDE_WIDTH = 240


class HelpWindow(Viewing, QDialog):
    """Pages and what is found at the left, the page at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._guide: tuple[GuidePage, ...] = ()
        self.query = QLineEdit()
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(self._fill)
        self.query.returnPressed.connect(self._open_first)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._open)
        self._nothing = label("dim", wraps=True)
        self.page = PageView()
        self.page.page_asked.connect(self.show_path)
        side = QWidget()
        sized(side.setFixedWidth, SIDE_WIDTH)
        margins = (2 * GAP, 2 * GAP, GAP, 2 * GAP)
        column(self.query, self._nothing, (self.list, 1), of=side, margins=margins)
        row(side, (self.page, 1), of=self, spacing=0)
        open_at(self, SIDE_WIDTH + PICTURE_WIDTH + 10 * GAP, 720)
        self.dress()
        self.page.setFocus()

    def show_path(self, path: Path) -> None:
        """Show a page, also one in another language."""
        self.query.clear()
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole)[0] == path:
                self.list.setCurrentRow(at)
                return
        self.list.setCurrentRow(-1)
        self.page.show_page(path)

    def show_page(self, name: str) -> None:
        """Show the page whose file has this name, without its ending."""
        path = next((page.path for page in self._guide if page.path.stem == name), None)
        if path is not None:
            self.show_path(path)

    def _fill(self) -> None:
        """List the pages, or what is found."""
        sought = self.query.text().strip()
        self.page.mark(sought.split())
        self.list.clear()
        if sought:
            for found in search(self._guide, sought):
                section = found.section.heading
                head = section if section == found.page.title else f"{found.page.title}\n{section}"
                self._add(f"{head}\n{found.around}", found.page.path, section)
        else:
            for page in self._guide:
                self._add(page.title, page.path, "")
        nothing = bool(sought) and not self.list.count()
        self._nothing.setVisible(nothing)
        self._nothing.setText(self.tr("Nothing in the guide has these words.") if nothing else "")

    def _add(self, text: str, path: Path, heading: str) -> None:
        QListWidgetItem(text, self.list).setData(Qt.ItemDataRole.UserRole, (path, heading))

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            path, heading = item.data(Qt.ItemDataRole.UserRole)
            self.page.show_page(path, heading, self.query.text().split())

    def _open_first(self) -> None:
        self.list.setCurrentRow(-1)
        self.list.setCurrentRow(0)

    def retranslate(self) -> None:
        """Set every text, and take the guide of the language."""
        self.setWindowTitle(self.tr("Guide"))
        self.query.setPlaceholderText(self.tr("Search the guide"))
        self.query.setAccessibleName(self.tr("Search the guide"))
        self.list.setAccessibleName(self.tr("Pages"))
        self.page.setAccessibleName(self.tr("Guide"))
        self._guide = pages(current())
        self._fill()
        if self.list.count():
            self.list.setCurrentRow(0)
