"""`SurveyTable`: rows of what was found, to be sorted, opened and exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import isnan
from pathlib import Path
from typing import Any, overload

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from engine.replay.export import harmless, write_table
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.scale import px, sized
from gui.naming import shortened

HIGH = 24
MIN_WIDTH = 200
"""The width that a column which grows is to have, in pixels at 100 %, where it says no other."""

AROUND_TITLE = 18
"""Pixels of a head that its title does not have."""

ASKED = 100
"""Rows that say how wide a column is.  With 0 Qt would ask those that are seen, but all of a table
that is hidden, and of 25,000 reviews that holds the window for 40 s when the theme changes."""

Values = Callable[[Sequence[Any]], npt.NDArray[Any]]
"""Of many rows at once, ``(N,)``."""

ROW = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: in files, in English.
        title: above it.
        value: what a row is sorted by and what is written; None where there is nothing.
        text: what is shown; the value itself where None.
        values: the values of many rows at once, ``(N,)`` numbers, masked where there is none; for
            tables of thousands.
        is_number: whether it stands at the right.
        colour: of a row's text; "" for the usual one.
        grows: whether it takes what room is left.
        width: in pixels at 100 %, where a long title is not to take room; 0 for what it needs; of
            one that grows the least.
        says: what it is, for who points at its title.
        is_spare: whether it gives its `width` to the one that grows, where that has too little.
        roomy: the width for its whole title, given where there is room; 0 for none.
        is_shown: whether it is seen; what is not is written all the same.
        is_written: whether it stands in files.
    """

    name: str
    title: str
    value: Callable[[Any], Any]
    text: Callable[[Any], str] | None = None
    values: Values | None = None
    is_number: bool = True
    colour: Callable[[Any], str] = lambda row: ""
    grows: bool = False
    width: int = 0
    says: str = ""
    is_spare: bool = False
    roomy: int = 0
    is_shown: bool = True
    is_written: bool = True


class LazyRows(Sequence[Any]):
    """Rows that are made when they are looked at: a million of them would hold the window.

    Attributes:
        places: ``(M,)``, by which ``make`` makes each; it is made once.
    """

    def __init__(
        self,
        places: npt.NDArray[np.intp],
        make: Callable[[int], Any],
        rows: dict[int, Any] | None = None,
    ) -> None:
        self.places = places
        self._make = make
        self._rows: dict[int, Any] = {} if rows is None else rows

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> LazyRows: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return self.picked(np.arange(len(self))[at])
        place = int(self.places[at])
        if place not in self._rows:
            self._rows[place] = self._make(place)
        return self._rows[place]

    def picked(self, which: npt.NDArray[Any]) -> LazyRows:
        """Some of them, by ``which (K,)`` places among these or flags ``(M,)``."""
        return LazyRows(self.places[which], self._make, self._rows)


class _Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.columns: Sequence[Column] = ()
        self.unsorted: Sequence[Any] = ()
        self.rows: Sequence[Any] = ()
        self._by = -1, Qt.SortOrder.AscendingOrder

    def show(self, columns: Sequence[Column], rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.columns, self.unsorted = columns, rows
        self.rows = self._ordered()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order that was given; what has no value stands last."""
        self.beginResetModel()
        self._by = column, order
        self.rows = self._ordered()
        self.endResetModel()

    def _ordered(self) -> Sequence[Any]:
        place, order = self._by
        if not 0 <= place < len(self.columns):
            return self.unsorted
        falls = order == Qt.SortOrder.DescendingOrder
        column = self.columns[place]
        if column.values is not None and len(self.unsorted):
            sorted_so = _order(column.values(self.unsorted), falls)
            if isinstance(self.unsorted, LazyRows):
                return self.unsorted.picked(sorted_so)
            return [self.unsorted[at] for at in sorted_so.tolist()]
        values = [column.value(row) for row in self.unsorted]
        known = [at for at, value in enumerate(values) if _is_known(value)]
        unknown = [at for at, value in enumerate(values) if not _is_known(value)]
        known.sort(key=values.__getitem__, reverse=falls)
        return [self.unsorted[at] for at in known + unknown]

    def name(self, columns: Sequence[Column]) -> None:
        """Take columns that show the same rows in other words or colours; the rows stay."""
        self.columns = columns
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        self.dataChanged.emit(
            self.index(0, 0), self.index(len(self.rows) - 1, len(columns) - 1), []
        )

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def text(self, column: Column, row: Any) -> str:
        if column.text is not None:
            return column.text(row)
        value = column.value(row)
        return "" if value is None else str(value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(column, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.text(column, row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(AT_RIGHT if column.is_number else AT_LEFT)
        if role == Qt.ItemDataRole.ForegroundRole and (colour := column.colour(row)):
            return QColor(colour)
        return row if role == ROW else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            view = self.parent()
            assert isinstance(view, SurveyTable)
            return view.title(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.says or column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(AT_RIGHT if column.is_number else AT_LEFT)
        return None


def _is_known(value: Any) -> bool:
    return value is not None and not (isinstance(value, float) and isnan(value))


def _order(values: npt.NDArray[Any], falls: bool) -> npt.NDArray[np.intp]:
    """The places of sorted values; equal ones as they stood, what has none last."""
    numbers = np.ma.filled(np.ma.asarray(values).astype(np.float64), np.nan)
    return np.argsort(-numbers if falls else numbers, kind="stable")


def _write(columns: Sequence[Column], rows: Sequence[Any], path: Path) -> None:
    written = [
        [harmless(each.value(row)) for row in rows]
        if each.values is None or not rows
        else each.values(rows).tolist()
        for each in columns
    ]
    write_table([each.name for each in columns], zip(*written, strict=True), path)


class SurveyTable(Viewing, QTableView):
    """A table with a head; a click on it sorts.

    Signals:
        opened(object): the row on which the user has pressed Enter, or clicked twice.
        pointed(object): the row that the keys are on.
        room_changed(): other columns have no room; see `left_out`.
    """

    opened = Signal(object)
    pointed = Signal(object)
    room_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        sized(self.verticalHeader().setDefaultSectionSize, HIGH)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setResizeContentsPrecision(ASKED)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(lambda *_: self._measure())
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW)))
        self.selectionModel().currentRowChanged.connect(
            lambda index, _: self.pointed.emit(index.data(ROW))
        )
        self.dress()

    @property
    def rows(self) -> list[Any]:
        """The rows as they stand, from the top."""
        return list(self._model.rows)

    @property
    def left_out(self) -> list[str]:
        """The titles of the columns that have no room."""
        columns = enumerate(self._model.columns)
        return [of.title for at, of in columns if of.is_shown and self.isColumnHidden(at)]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as it is sorted."""
        return str(self._model.index(row, column).data())

    def title(self, place: int) -> str:
        """What stands above a column: of a title that is longer than its room there stays what tells
        it from the others."""
        columns = self._model.columns
        title, header = columns[place].title, self.horizontalHeader()
        if not columns[place].width or columns[place].grows:
            return title
        room = header.sectionSize(place) - px(AROUND_TITLE)
        others = [each.title for each in columns if each.width and each.title != title]
        return shortened(title, header.fontMetrics(), room, others)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Any]) -> None:
        """Show others, in this order until the user wants another; the same rows stay where they
        are, in the words and colours of these columns."""
        names = [each.name for each in columns]
        is_same = names == [each.name for each in self._model.columns]
        given = self._model.unsorted
        if is_same and len(rows) == len(given) and len(rows) and rows[0] is given[0]:
            self._model.name(columns)
            self._measure()  # words of another language need another
            return
        if not is_same:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._model.show(columns, rows)
        modes = QHeaderView.ResizeMode
        for place, column in enumerate(columns):
            mode = modes.Interactive if column.width else modes.Fixed  # see `_measure`
            header = self.horizontalHeader()
            header.setSectionResizeMode(place, modes.Stretch if column.grows else mode)
            self.setColumnHidden(place, not column.is_shown)
        self._give_widths()
        self.scrollToTop()

    def _give_widths(self) -> None:
        """Give each column its width, in the scale of the moment."""
        for place, column in enumerate(self._model.columns):
            if column.width and not column.grows:
                self.horizontalHeader().resizeSection(place, px(column.width))
        self._measure()

    def _measure(self) -> None:
        """Give columns without a width what their words need.  Qt would ask a hundred rows for it at
        every other width of the table, and once more for each time it is asked itself."""
        for place, column in enumerate(self._model.columns):
            if column.is_shown and not (column.width or column.grows):
                self.horizontalHeader().resizeSection(place, self._needed(place))
        self._make_room()

    def _make_room(self) -> None:
        """Hide what is spare, the last of it first, where the column that grows has too little room."""
        shown = [each for each in enumerate(self._model.columns) if each[1].is_shown]
        size = self.horizontalHeader().sectionSize
        taken = sum(px(of.width) or size(at) for at, of in shown if not of.grows)
        room = self.viewport().width() - taken
        before = self.left_out
        least = max((of.width or MIN_WIDTH for _, of in shown if of.grows), default=0)
        for place, column in reversed(shown):
            if column.is_spare:
                is_hidden = room < px(least)
                self.setColumnHidden(place, is_hidden)
                room += px(column.width) if is_hidden else 0
        self._widen(shown, room - px(least))
        if self.left_out != before:
            self.room_changed.emit()

    def _widen(self, shown: Sequence[tuple[int, Column]], free: int) -> None:
        """Give columns the room of their whole titles, where that is free."""
        widened = [(at, of) for at, of in shown if of.roomy]
        has_room = free >= sum(px(of.roomy) - px(of.width) for _, of in widened)
        for at, of in widened:
            self.horizontalHeader().resizeSection(at, px(of.roomy if has_room else of.width))

    def _needed(self, column: int) -> int:
        """The width of a column of which no other is wanted."""
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def rescale(self) -> None:
        """Columns of the widths of another scale."""
        self._give_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._make_room()

    def writer(self) -> Callable[[Path], None]:
        """Writes all rows as CSV, as they stand now; in any thread.  It raises a GatescopeError
        where it cannot."""
        columns = [each for each in self._model.columns if each.is_written]
        return partial(_write, columns, self._model.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that the keys are on."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.data(ROW))
        else:
            super().keyPressEvent(event)
