"""`SummaryView`: the table that Keras prints of a model, before the model is built."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.network.summary import Summary
from gui.kit.view import View
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme


class SummaryView(View):
    """Layer, output shape, parameters, and their total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._summary: Summary | None = None
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self.copy = QToolButton()
        self.copy.setIconSize(QSize(16, 16))
        self.copy.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.copy)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(GAP)
        self._table.setVerticalSpacing(2)
        self._table.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, GAP)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._table)
        self.dress()

    def show_summary(self, title: str, summary: Summary) -> None:
        """Show the table of a model."""
        self._name.setText(title)
        if summary == self._summary:
            return
        self._summary = summary
        self._fill()

    def _fill(self) -> None:
        while (item := self._table.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        if self._summary is None:
            return
        heads = (self.tr("Layer (type)"), self.tr("Output shape"), self.tr("Parameters"))
        for place, text in enumerate(heads):
            self._table.addWidget(_cell(text, "caption", at_right=place > 0), 0, place)
        for row, layer in enumerate(self._summary.rows, 1):
            self._table.addWidget(_cell(layer.layer, ""), row, 0)
            self._table.addWidget(_cell(layer.shape, "dim", at_right=True), row, 1)
            self._table.addWidget(_cell(f"{layer.parameters:,}", "", at_right=True), row, 2)
        row = len(self._summary.rows) + 1
        self._table.addWidget(_cell(self.tr("Total"), "title"), row, 0)
        total = _cell(f"{self._summary.total:,}", "title", at_right=True)
        self._table.addWidget(total, row, 2)

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
        self.copy.setToolTip(self.tr("Copy the summary as Keras prints it"))
        self.copy.setAccessibleName(self.tr("Copy the summary as Keras prints it"))
        self._fill()

    def restyle(self) -> None:
        """Colour the icon."""
        self.copy.setIcon(phosphor("ph.copy", color=theme().dim))


def _cell(text: str, role: str, *, at_right: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label
