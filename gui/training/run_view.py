"""`RunsView`: the view of the table of runs: its keys, its mouse, the row below the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.paths import ASSETS
from gui.training.run_delegate import RunDelegate
from gui.training.run_model import ROW
from gui.training.run_rows import Column


class RunsView(QTableView):
    """Tells what the user asks for; all of it is about the current or the selected rows.

    Signals:
        open_asked(), add_asked(), rename_asked(), delete_asked(): Enter, plus, F2, Delete.
        tick_asked(object): this `RunRow`, or the selected ones if it is None.
        menu_asked(QPoint): the menu, at this place of the screen.
        resized(): there is another room for the columns.
    """

    open_asked = Signal()
    add_asked = Signal()
    rename_asked = Signal()
    delete_asked = Signal()
    tick_asked = Signal(object)
    menu_asked = Signal(QPoint)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunDelegate(self)
        self.setItemDelegate(self.runs)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for set_mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        icons = (ASSETS / "icons").as_posix()
        # Above the caption: beside it there is no room in a column of numbers.
        header.setStyleSheet(
            "QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: margin;"
            " subcontrol-position: top center; width: 9px; height: 9px; }"
            f'QHeaderView::up-arrow {{ image: url("{icons}/chevron-up.svg"); }}'
            f'QHeaderView::down-arrow {{ image: url("{icons}/chevron-down.svg"); }}'
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows, plus adds a pane, F2 renames, Space ticks, Delete deletes."""
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # the line that is typed in has had it already
            return
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        elif key == Qt.Key.Key_Plus:
            self.add_asked.emit()
        elif key == Qt.Key.Key_F2:
            self.rename_asked.emit()
        elif key == Qt.Key.Key_Space:
            self.tick_asked.emit(None)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box ticks it, and leaves what is selected as it is."""
        index = self.indexAt(event.position().toPoint())
        is_box = index.isValid() and index.column() == Column.DRAWN
        if is_box and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self.tick_asked.emit(index.data(ROW))
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the title: change it; elsewhere: show the run."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or index.column() == Column.DRAWN:
            self.mousePressEvent(event)
            return
        title = self.runs.title_rect(self.visualRect(index))
        if index.column() == Column.TITLE and title.contains(at):
            self.rename_asked.emit()
        else:
            self.open_asked.emit()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row below the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.runs.hovered:
            self.runs.hovered = row
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, at the pointer or at the current row."""
        at: QPoint = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            at = self.viewport().mapToGlobal(place)
        self.menu_asked.emit(at)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it once the viewport has its size."""
        super().resizeEvent(event)
        self.resized.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark of the current row goes with the keys."""
        super().focusOutEvent(event)
        self.viewport().update()
