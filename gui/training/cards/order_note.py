"""`OrderNote`: that the offline reviews do not stand in Keras's order, and the way to its file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import push_button, stand_out
from gui.look.theme import GAP
from gui.review.source import SourceView
from gui.training.card import line


class OrderNote(View):
    """Two sentences and a button; what it opens is the source's business."""

    def __init__(self, source: SourceView) -> None:
        super().__init__()
        stand_out(self, "card")
        self._source = source
        self._text = line("dim")
        self.get = push_button(self._ask)
        column(self._text, row(self.get, None), of=self, margins=(GAP + 4, GAP, GAP + 4, GAP))
        self.dress()

    def make_menu(self) -> QMenu:
        """The ways to Keras's own file."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source.add_keras(menu)
        return menu

    def _ask(self) -> None:
        self.make_menu().popup(self.get.mapToGlobal(self.get.rect().bottomLeft()))

    def retranslate(self) -> None:
        """Set the texts."""
        self._text.setText(
            self.tr(
                "These are the offline reviews: the same 25,000 as Keras's, but within a class "
                "they stand in another order. So the numbers that depend on the order, marked "
                "“lecture” beside them, are other than there. With Keras's own file they are equal."
            )
        )
        self.get.setText(self.tr("Get Keras's own file…"))
        self.get.setToolTip(self.tr("Download imdb.npz (17 MB), or choose one that you have"))
