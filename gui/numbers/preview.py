"""`Preview`: the first rows of the table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from engine.numbers.table import Table
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.numbers_text import four_digits
from gui.look.theme import theme
from gui.numbers.numbers import Numbers

ROWS = 5
_MAX_COLUMNS = 60
"""Columns that are shown."""

_HIGH = 22
"""Pixels of a row."""

_Index = QModelIndex | QPersistentModelIndex


class FirstRows(QAbstractTableModel):
    """The first `ROWS` rows: what each is called, then its values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None

    def show(self, table: Table | None) -> None:
        """Take another table."""
        if table is not self._table:
            self.beginResetModel()
            self._table = table
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """See `ROWS`."""
        return 0 if self._table is None or parent.isValid() else min(ROWS, len(self._table))

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """As many as can be looked at, and the one in front."""
        if self._table is None or parent.isValid():
            return 0
        return 1 + min(_MAX_COLUMNS, len(self._table.columns))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A value, or what the row is called."""
        if self._table is None or not index.isValid():
            return None
        named = index.column() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            if named:
                return self._table.name_of(index.row())
            return four_digits(float(self._table.values[index.row(), index.column() - 1]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(AT_LEFT if named else AT_RIGHT)
        if role == Qt.ItemDataRole.ForegroundRole and named:
            return QColor(theme().dim)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if self._table is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.columns[section - 1] if section else self._table.time
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return int(AT_LEFT)
        return None


class Preview(QTableView):
    """A small table that is only looked at."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._model = FirstRows(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_HIGH)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(AT_RIGHT)
        self.horizontalHeader().setMaximumSectionSize(140)
        numbers.changed.connect(self.show_table)
        self.show_table()

    def show_table(self) -> None:
        """Show the first rows of the table of the moment."""
        self._model.show(self._numbers.table)
        self.resizeColumnsToContents()
        rows = self._model.rowCount()
        self.setFixedHeight(rows * _HIGH + self.horizontalHeader().sizeHint().height() + 12)
        self.setVisible(rows > 0)
