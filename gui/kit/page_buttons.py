"""`PageButtons`: one button a page that may stand in place of the panes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton

from gui.i18n.texts import row_text
from gui.kit.layouts import column
from gui.kit.page import PageRow
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import theme


class PageButtons(View):
    """A title, and the buttons below each other; that of the page that is shown is down.

    Signals:
        chosen(str): show this page, or the panes with "".
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageRow[Any]]) -> None:
        super().__init__()
        self._pages = pages
        self._title = label("caption")
        self.buttons = {each.name: QPushButton() for each in pages}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            sized(button.setIconSize, QSize(16, 16))
            button.clicked.connect(lambda on, name=name: self.chosen.emit(name if on else ""))
        column(self._title, *self.buttons.values(), of=self)
        self.dress()

    def mark(self, name: str) -> None:
        """This page is shown, one of another place, or none."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("In place of the networks"))
        for each in self._pages:
            self.buttons[each.name].setText(row_text(each.title))
            self.buttons[each.name].setToolTip(tip(row_text(each.tip)))

    def restyle(self) -> None:
        """Colour the icons."""
        for each in self._pages:
            self.buttons[each.name].setIcon(phosphor(each.icon, color=theme().dim))
