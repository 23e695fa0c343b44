"""`NumbersPreview`: the first rows of the table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.kit.view import Viewing
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.numbers_text import four_digits
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.numbers.numbers import Numbers

ROWS = 5
_MAX_COLUMNS = 60
"""Columns that are shown."""

_HIGH = 22
"""Pixels of a row."""

_WIDEST = 140
"""Pixels of a column, at most."""


class NumbersPreview(Viewing, QTableWidget):
    """A small table that is only looked at: what each row is called, then its values."""

    def __init__(self, numbers: Numbers, parent: QWidget) -> None:
        super().__init__(parent)  # shown without one it would be a window of its own
        self._numbers = numbers
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        sized(self.verticalHeader().setDefaultSectionSize, _HIGH)
        self.verticalHeader().hide()
        sized(self.horizontalHeader().setMaximumSectionSize, _WIDEST)
        numbers.changed.connect(self.restyle)
        self.dress()

    def restyle(self) -> None:
        """Show the first rows of the table of the moment, in the theme of the moment."""
        table = self._numbers.cut.table
        self.setVisible(table is not None and len(table) > 0)
        if table is None:
            return
        rows = range(min(ROWS, len(table)))
        columns = [(table.time, [table.name_of(row) for row in rows])]
        for place, head in enumerate(table.columns[:_MAX_COLUMNS]):
            values = table.values[: len(rows), place]
            largest = float(np.abs(values).max(initial=0.0, where=np.isfinite(values)))
            columns.append((head, [four_digits(float(value), largest) for value in values]))
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        for column, (head, texts) in enumerate(columns):
            side, item = AT_RIGHT if column else AT_LEFT, QTableWidgetItem(head)
            item.setTextAlignment(side)
            item.setToolTip(head)
            self.setHorizontalHeaderItem(column, item)
            for row, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(side)
                if not column:
                    item.setForeground(QColor(theme().dim))
                self.setItem(row, column, item)
        self.resizeColumnsToContents()
        self.setFixedHeight(
            len(rows) * px(_HIGH) + self.horizontalHeader().sizeHint().height() + px(12)
        )
