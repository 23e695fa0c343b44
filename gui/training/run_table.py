"""`RunTable`: every run, to be compared, shown, renamed, gone on with, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStackedLayout, QToolTip

from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.scale import px, sized
from gui.look.theme import BODY, GAP
from gui.training.run_delegate import HIGH, LOW
from gui.training.run_model import ARROWS, ROW, RunModel, SortedRuns
from gui.training.run_rows import NUMBERS, RunColumn, RunRow
from gui.training.run_view import RunsView

__all__ = ["RunRow", "RunTable"]

WIDE = 600
"""From this width on there is room for the full table."""

_NARROW = {RunColumn.DRAWN: 30, RunColumn.TITLE: 200, RunColumn.VAL_ACCURACY: 80}
"""Pixels of the columns in a drawer; the title takes the rest."""

_WIDTHS = {
    RunColumn.DRAWN: 30,
    RunColumn.TITLE: 96,
    RunColumn.STATE: 112,
    RunColumn.SETTINGS: 84,
    RunColumn.REVIEWS: 90,
    RunColumn.CREATED: 122,
}
"""Pixels of the full table, at least; numbers take as much as they need."""

_GROWING = {RunColumn.TITLE: 0.5, RunColumn.SETTINGS: 0.35, RunColumn.REVIEWS: 0.15}
"""Who gets what is left, and which share."""

_LEAVING = (
    *(RunColumn.CREATED, RunColumn.SEED, RunColumn.REVIEWS, RunColumn.PARAMETERS),
    *(RunColumn.TIME, RunColumn.BEST),
)
"""Who goes where there is too little room for all, the first ones first."""


class RunTable(View):
    """A table in a wide place, a list on two lines in a narrow one.

    What it asks for names the folders of the runs; `shown_changed` names all that are to be drawn,
    `current_changed` the row that the keys are on, or None.  A foreign run is only taken off the
    list when it is deleted.
    """

    rename_asked = Signal(object, str)
    delete_asked = Signal(object)
    shown_changed = Signal(object)
    current_changed = Signal(object)
    open_asked = Signal(object)
    add_asked = Signal(object)
    use_settings_asked = Signal(object)
    resume_asked = Signal(object)
    reveal_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = RunModel(self)
        self.sorted = SortedRuns(self.model, self)
        self.table = RunsView(self)
        self.table.setModel(self.sorted)
        self.empty = label("dim", wraps=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        self._widths: dict[RunColumn, int] = {}  # that the user gave them
        self._needed: dict[RunColumn, int] = {}  # by the numbers in them
        self._growing = dict(_GROWING)
        self._laying_out = False
        header = self.table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(lambda column, way: self._lay_out())
        self.model.rowsInserted.connect(lambda parent, first, last: self._measure(first, last))
        self.model.dataChanged.connect(self._measure_changed)
        self.model.renamed.connect(self.rename_asked)
        self.model.ticked.connect(self._tell_shown)
        self.table.selectionModel().currentRowChanged.connect(self._tell_current)
        view = self.table
        view.open_asked.connect(self.show_current)
        view.add_asked.connect(self._add_current)
        view.rename_asked.connect(self.rename_current)
        view.delete_asked.connect(self.delete_selected)
        view.tick_asked.connect(self._tick)
        view.menu_asked.connect(self._pop_up)
        view.resized.connect(self._lay_out)
        view.held.connect(self._hold)
        self._lay_out(force=True)
        self.dress()

    # -- what is shown -----------------------------------------------------------

    def show_runs(self, rows: Sequence[RunRow]) -> None:
        """Show these runs, in this order as long as the header asks for no other.

        What is selected, current, edited and seen stays so, as long as it is there.
        """
        anchor = self._top()
        if not self.model.show(rows):
            return
        self._stack.setCurrentIndex(int(bool(rows)))
        self._restore_top(*anchor)

    def current_row(self) -> RunRow | None:
        """The row that the keys are on."""
        row = self.table.currentIndex().data(ROW)
        return row if isinstance(row, RunRow) else None

    def selected(self) -> list[Path]:
        """The selected runs, from the top."""
        return [row.path for row in self.selected_rows()]

    def selected_rows(self) -> list[RunRow]:
        """The selected rows, from the top."""
        indexes = self.table.selectionModel().selectedRows(RunColumn.TITLE)
        return [index.data(ROW) for index in sorted(indexes, key=QModelIndex.row)]

    def _index(self, path: Path) -> QModelIndex:
        if (place := self.model.row_of(path)) is None:
            return QModelIndex()
        return self.sorted.mapFromSource(self.model.index(place, RunColumn.TITLE))

    def _top(self) -> tuple[Path | None, int]:
        """The first row that is seen, and where it is; none while all the way up."""
        if self.table.verticalScrollBar().value() == 0:
            return None, 0
        place = self.table.rowAt(0)
        row = self.sorted.index(place, RunColumn.TITLE).data(ROW)
        if not isinstance(row, RunRow):
            return None, 0
        return row.path, self.table.rowViewportPosition(place)

    def _restore_top(self, path: Path | None, at: int) -> None:
        index = QModelIndex() if path is None else self._index(path)
        if index.isValid():
            self.table.updateGeometries()  # the bar knows of new rows only now
            bar = self.table.verticalScrollBar()
            bar.setValue(bar.value() + self.table.rowViewportPosition(index.row()) - at)

    # -- what is asked for -------------------------------------------------------

    def rename_current(self) -> None:
        """Let the title of the current run be changed in its place; a title being changed goes on."""
        row = self.current_row()
        editing = self.table.state() == QAbstractItemView.State.EditingState
        if row is not None and row.can_rename and not editing:
            index = self._index(row.path)
            self.table.scrollTo(index)
            self.table.edit(index)

    def show_current(self, *, add: bool = False) -> None:
        """Ask for the current run to be shown, in the focused pane or in one of its own."""
        if (row := self.current_row()) is not None and row.can_show:
            (self.add_asked if add else self.open_asked).emit(row.path)

    def _add_current(self) -> None:
        self.show_current(add=True)

    def delete_selected(self) -> None:
        """Ask for the selected runs to be deleted, or the current one if none is.

        Those that are trained are left alone; where there are no others, it is said why.
        """
        row = self.current_row()
        rows = self.selected_rows() or ([] if row is None else [row])
        if paths := [each.path for each in rows if each.can_delete]:
            self.delete_asked.emit(paths)
        elif rows:
            view = self.table
            place = view.visualRect(self._index(rows[0].path)).bottomLeft()
            QToolTip.showText(view.viewport().mapToGlobal(place), self._why_not_delete(), view)

    def _why_not_delete(self) -> str:
        return self.tr("Stop it first")

    def _hold(self, held: bool) -> None:
        """Leave the rows where they are as long as somebody points at them."""
        self.sorted.setDynamicSortFilter(not held or self.sorted.sortColumn() < 0)

    def _tick(self, row: RunRow | None) -> None:
        """Draw a run or draw it no more; None: all that are selected, as the current one."""
        if row is not None:
            self.model.tick([row.path], not row.drawn)
        elif (current := self.current_row()) is not None:
            self.model.tick(self.selected() or [current.path], not current.drawn)

    def _pop_up(self, at: QPoint) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)

    def make_menu(self) -> QMenu:
        """What can be done with the selected runs."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        rows, row = self.selected_rows(), self.current_row()
        if row is not None and row not in rows:
            rows = [row]

        def add(
            text: str, act: Callable[[], object], enabled: bool = True, keys: str = ""
        ) -> QAction:
            action = menu.addAction(f"{text}\t{keys}" if keys else text)
            action.setEnabled(enabled)
            action.triggered.connect(lambda checked: act())
            return action

        if row is not None and not row.is_damaged and len(rows) == 1:
            path = row.path
            enter, plus = self.tr("Enter"), "+"
            add(self.tr("Show in the focused pane"), self.show_current, row.can_show, enter)
            add(self.tr("Add a pane with this run"), self._add_current, row.can_show, plus)
            menu.addSeparator()
            if row.resumable:
                add(self.tr("Resume"), lambda: self.resume_asked.emit(path))
            if row.run.plan is not None:
                add(self.tr("Use these settings"), lambda: self.use_settings_asked.emit(path))
            add(self.tr("Rename"), self.rename_current, row.can_rename, "F2")
            add(self.tr("Open its folder"), lambda: self.reveal_asked.emit(path))
            menu.addSeparator()
        if rows:
            foreign = all(each.foreign for each in rows)
            text = self.tr("Take off the list") if foreign else self.tr("Delete")
            can_delete = any(each.can_delete for each in rows)
            action = add(text, self.delete_selected, can_delete, self.tr("Del"))
            if not can_delete:
                action.setToolTip(self._why_not_delete())
        return menu

    def _tell_shown(self) -> None:
        self.shown_changed.emit([row.path for row in self.model.rows if row.drawn])

    def _tell_current(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        self.current_changed.emit(row.path if isinstance(row, RunRow) else None)

    # -- columns -----------------------------------------------------------------

    def _lay_out(self, *, force: bool = False) -> None:
        """Show as many columns as there is room for."""
        narrow = self.width() < px(WIDE)
        header = self.table.horizontalHeader()
        self._laying_out = True
        if narrow != self.table.runs.narrow or force:
            self.table.runs.narrow = narrow
            sized(self.table.verticalHeader().setDefaultSectionSize, HIGH if narrow else LOW)
            modes = QHeaderView.ResizeMode
            for column in RunColumn:
                fixed = column == RunColumn.DRAWN or narrow
                header.setSectionResizeMode(column, modes.Fixed if fixed else modes.Interactive)
                if narrow:
                    self.table.setColumnHidden(column, column not in _NARROW)
                    header.resizeSection(column, px(_NARROW.get(column, 0)))
            if narrow:
                header.setSectionResizeMode(RunColumn.TITLE, modes.Stretch)
        if not narrow:
            for column, width in self._wide_widths().items():
                self.table.setColumnHidden(column, not width)
                if width:
                    header.resizeSection(column, width)
        header.viewport().update()
        self._laying_out = False

    def _wide_widths(self) -> dict[RunColumn, int]:
        """The width of every column of the full table, 0 for those that have no room."""
        widths = {column: self._width(column) for column in RunColumn}
        room = self.table.viewport().width() - sum(widths.values())
        for column in _LEAVING:
            # By what the rows are sorted has to be seen.
            if room < 0 and column != self.sorted.sortColumn():
                room += widths[column]
                widths[column] = 0
        growing = {column: share for column, share in self._growing.items() if widths[column]}
        rest, parts = max(0, room), sum(growing.values())
        for column, share in growing.items():
            more = round(rest * share / parts)
            widths[column] += more
            rest, parts = rest - more, parts - share
        return widths

    def _width(self, column: RunColumn) -> int:
        """What a column takes at least: as the user made it, or as is in it."""
        if column in self._widths:
            return self._widths[column]
        name = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
        arrow = max(ARROWS.values(), key=self._advance) if name else ""
        contents = self._advance(NUMBERS.get(column, "")), self._needed.get(column, 0)
        least = max(*contents, self._advance(name + arrow)) + 2 * px(GAP) + 2
        return max(least, px(_WIDTHS[column])) if column in _WIDTHS else least

    def _advance(self, text: str) -> int:
        font = QFont(self.table.font())
        font.setPixelSize(px(BODY))
        return QFontMetrics(font).horizontalAdvance(text)

    def _measure(self, first: int, last: int) -> None:
        """Make room for the numbers of some rows."""
        before = dict(self._needed)
        for row in self.model.rows[first : last + 1]:
            for column in NUMBERS:
                width = self._advance(row.text(column))
                self._needed[column] = max(width, self._needed.get(column, 0))
        if self._needed != before:
            self._lay_out()

    def _measure_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.column() != RunColumn.DRAWN:
            self._measure(first.row(), last.row())

    def _resized(self, column: int, before: int, width: int) -> None:
        """Remember what the user made of a column."""
        if not self._laying_out and not self.table.runs.narrow:
            self._widths[RunColumn(column)] = width
            self._growing.pop(RunColumn(column), None)

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.empty.setText(self.tr("No runs yet. Every training is listed here."))
        self.table.setAccessibleName(self.tr("Runs"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(RunColumn) - 1)
        self._lay_out()
        self.table.viewport().update()

    def rescale(self) -> None:
        """Higher or lower rows, and as many columns as have room."""
        self._lay_out(force=True)

    def restyle(self) -> None:
        """Colours are asked for when a row is painted."""
        self.table.viewport().update()
