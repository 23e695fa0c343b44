"""`RunModel`: the rows of the table of runs, which change a few times a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from gui.i18n.context import translator
from gui.kit.tips import tip
from gui.training.run_rows import NUMBERS, RunColumn, RunRow

_tr = translator("RunTable")

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW = int(Role.UserRole) + 1
"""The `RunRow`."""
SORT = ROW + 1

ARROWS = {
    Qt.SortOrder.AscendingOrder: " \N{UPWARDS ARROW}",
    Qt.SortOrder.DescendingOrder: " \N{DOWNWARDS ARROW}",
}
"""Beside the name of the column that the rows are sorted by."""

_NOWHERE = QModelIndex()


class RunModel(QAbstractTableModel):
    """Rows in the order in which they are given.

    Whatever is shown anew, a row stays the same row as long as its folder is: what is
    selected, current or edited stays so.

    Signals:
        renamed(Path, str): the user gave a run this title; the row has the old one still.
        ticked(): the user chose other runs to be drawn.
    """

    renamed = Signal(object, str)
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RunRow] = []

    # -- changing it -------------------------------------------------------------

    def show(self, rows: Sequence[RunRow]) -> bool:
        """Show these rows, and tell the view only what is other; whether anything was."""
        if list(rows) == self.rows:
            return False
        wanted = {row.path: row for row in rows}
        for place in range(len(self.rows) - 1, -1, -1):
            if self.rows[place].path not in wanted:
                self.beginRemoveRows(_NOWHERE, place, place)
                del self.rows[place]
                self.endRemoveRows()
        known = {row.path for row in self.rows}
        for place, row in enumerate(wanted.values()):
            if row.path not in known:
                at = min(place, len(self.rows))
                self.beginInsertRows(_NOWHERE, at, at)
                self.rows.insert(at, row)
                self.endInsertRows()
        self._order(list(wanted))
        for place, row in enumerate(wanted.values()):
            if row != self.rows[place]:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(RunColumn) - 1))
        return True

    def _order(self, paths: list[Path]) -> None:
        """Bring the rows into this order."""
        if [row.path for row in self.rows] == paths:
            return
        self.layoutAboutToBeChanged.emit()
        before = [row.path for row in self.rows]
        places = {path: place for place, path in enumerate(paths)}
        old = self.persistentIndexList()
        new = [self.index(places[before[each.row()]], each.column()) for each in old]
        self.rows.sort(key=lambda row: places[row.path])
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def tick(self, paths: Sequence[Path], drawn: bool) -> None:
        """Draw these runs, or draw them no more."""
        changed = False
        for place, row in enumerate(self.rows):
            if row.path in paths and row.drawn != drawn and not row.is_damaged:
                self.rows[place] = replace(row, drawn=drawn)
                index = self.index(place, RunColumn.DRAWN)
                self.dataChanged.emit(index, index)
                changed = True
        if changed:
            self.ticked.emit()

    def row_of(self, path: Path) -> int | None:
        """Where a run stands, None if it is not there."""
        return next((nth for nth, row in enumerate(self.rows) if row.path == path), None)

    # -- Qt's questions ----------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of runs."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """The number of columns."""
        return 0 if parent is not None and parent.isValid() else len(RunColumn)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What stands in a cell, what it is sorted by, what more there is to say."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], RunColumn(index.column())
        if role == ROW:
            return row
        if role == SORT:
            return row.value(column)
        if role == Role.ToolTipRole:
            return tip(row.tip())
        if column == RunColumn.DRAWN:
            return self._tick_data(row, role)
        if role in (Role.DisplayRole, Role.EditRole):
            return row.text(column)
        if role == Role.AccessibleTextRole:
            return row.spoken() if column == RunColumn.TITLE else row.text(column)
        return None

    def _tick_data(self, row: RunRow, role: int) -> object:
        if role == Role.CheckStateRole and not row.is_damaged:
            return Qt.CheckState.Checked if row.drawn else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            return _tr("Draw the curves of {title}").format(title=row.run.title)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Ask for another title, or tick."""
        row = self.rows[index.row()]
        if role == Role.CheckStateRole and index.column() == RunColumn.DRAWN:
            self.tick([row.path], Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Role.EditRole or index.column() != RunColumn.TITLE:
            return False
        title = " ".join(str(value).split())
        if not title or title == row.run.title or not row.can_rename:
            return False
        self.renamed.emit(row.path, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        flags = super().flags(index)
        if not 0 <= index.row() < len(self.rows):
            return flags
        row = self.rows[index.row()]
        if index.column() == RunColumn.TITLE and row.can_rename:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == RunColumn.DRAWN and not row.is_damaged:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """What the columns are called."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(RunColumn):
            return None
        column = RunColumn(section)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DisplayRole:
            return "" if column == RunColumn.DRAWN else _heads()[column][0]
        return _heads()[column][1] if role in (Role.ToolTipRole, Role.AccessibleTextRole) else None


def _heads() -> dict[RunColumn, tuple[str, str]]:
    """The name of each column, and what it means."""
    return {
        RunColumn.DRAWN: (_tr("Curves"), _tr("Whether the curves are drawn")),
        RunColumn.TITLE: (_tr("Run"), _tr("F2 or a double click changes a title")),
        RunColumn.STATE: (_tr("State"), _tr("What the training does")),
        RunColumn.EPOCHS: (_tr("Epochs"), _tr("Epochs that have ended, of how many at most")),
        RunColumn.BEST: (_tr("Best"), _tr("The epoch with the lowest validation loss")),
        RunColumn.VAL_LOSS: (_tr("Val. loss"), _tr("Validation loss in the best epoch")),
        RunColumn.VAL_ACCURACY: (_tr("Val. acc."), _tr("Validation accuracy in the best epoch")),
        RunColumn.PARAMETERS: (_tr("Parameters"), _tr("The number of trained numbers")),
        RunColumn.TIME: (_tr("Time"), _tr("How long the epochs took, in minutes and seconds")),
        RunColumn.SETTINGS: (_tr("Settings"), _tr("What differs from the lecture's recipe")),
        RunColumn.REVIEWS: (_tr("Reviews"), _tr("What it learns from")),
        RunColumn.SEED: (_tr("Seed"), _tr("What weights, shuffling and dropout begin from")),
        RunColumn.CREATED: (_tr("Begun"), _tr("When the run was made")),
    }


class SortedRuns(QSortFilterProxyModel):
    """The rows in the order that the header asks for; what is not there comes last."""

    def __init__(self, model: RunModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setSortRole(SORT)
        self.setDynamicSortFilter(True)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """What the columns are called; an arrow beside the one that they are sorted by."""
        value = super().headerData(section, orientation, role)
        columns = orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole
        if not columns or section != self.sortColumn():
            return value
        return f"{value}{ARROWS[self.sortOrder()]}"

    def lessThan(self, left: Index, right: Index) -> bool:
        """Numbers by size, texts by letters."""
        first, second = left.data(SORT), right.data(SORT)
        if first is None or second is None:
            # Qt turns the question around to sort from the greatest to the least.
            rising = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (second is None) == rising and first is not second
        return bool(first < second)
