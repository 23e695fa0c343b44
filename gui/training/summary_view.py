"""`SummaryView`: the table that Keras prints of a model, before the model is built."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from engine.network.summary import Summary
from gui.kit.layouts import clear, column, grid_of, row
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, stand_out
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme


class SummaryView(View):
    """Layer, output shape, parameters, and their total."""

    def __init__(self) -> None:
        super().__init__()
        stand_out(self, "card")
        self._summary: Summary | None = None
        self._name = label("title")
        self.copy = icon_button(self._copy, 16)
        self._table = grid_of(across=GAP, down=2, grows=0)
        head = row((self._name, 1), self.copy, spacing=2)
        column(head, self._table, of=self, spacing=2, margins=(12, 4, 12, GAP))
        self.dress()

    def show_summary(self, title: str, summary: Summary) -> None:
        """Show the table of a model."""
        self._name.setText(title)
        if summary == self._summary:
            return
        self._summary = summary
        self._fill()

    def _fill(self) -> None:
        clear(self._table)
        if self._summary is None:
            return
        heads = (self.tr("Layer (type)"), self.tr("Output shape"), self.tr("Parameters"))
        for place, text in enumerate(heads):
            self._table.addWidget(_cell(text, "caption", at_right=place > 0), 0, place)
        for line, (layer, shape, parameters) in enumerate(self.rows(), 1):
            self._table.addWidget(_cell(layer, ""), line, 0)
            self._table.addWidget(_cell(shape, "dim", at_right=True), line, 1)
            self._table.addWidget(_cell(parameters, "", at_right=True), line, 2)
        end = len(self._summary.rows) + 1
        self._table.addWidget(_cell(self.tr("Total"), "title"), end, 0)
        self._table.addWidget(_cell(f"{self._summary.total:,}", "title", at_right=True), end, 2)

    def rows(self) -> list[tuple[str, str, str]]:
        """What the table says, layer by layer."""
        if self._summary is None:
            return []
        return [(row.layer, row.shape, f"{row.parameters:,}") for row in self._summary.rows]

    def _copy(self) -> None:
        if self._summary is not None:
            QGuiApplication.clipboard().setText(self._summary.text())

    def retranslate(self) -> None:
        """Set the texts."""
        name_widget(self.copy, self.tr("Copy the summary as Keras prints it"))
        self._fill()

    def restyle(self) -> None:
        """Colour the icon."""
        self.copy.setIcon(phosphor("ph.copy", color=theme().dim))


def _cell(text: str, role: str, *, at_right: bool = False) -> QLabel:
    cell = label(role, is_plain=True)
    cell.setText(text)
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return cell
