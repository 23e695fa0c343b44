"""`RunsView`: the view of the table of runs: its keys, its mouse, the row below the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from gui.look.scale import sized
from gui.training.run_delegate import RunDelegate
from gui.training.run_model import ROW
from gui.training.run_rows import RunColumn


class RunsView(QTableView):
    """Tells what the user asks for; all of it is about the current or the selected rows.

    `tick_asked` is about this `RunRow`, or the selected ones if it is None; `menu_asked` has the
    place of the screen; `held` says whether the pointer is over the rows or holds one.
    """

    open_asked = Signal()
    add_asked = Signal()
    rename_asked = Signal()
    delete_asked = Signal()
    tick_asked = Signal(object)
    menu_asked = Signal(QPoint)
    resized = Signal()
    held = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunDelegate(self)
        self.is_held = False
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
        sized(header.setMinimumSectionSize, 28)
        # The model has an arrow beside the name, where it is seen in any column.
        header.setStyleSheet(
            "QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }",
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
        is_box = index.isValid() and index.column() == RunColumn.DRAWN
        if is_box and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self.tick_asked.emit(index.data(ROW))
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the title: change it; elsewhere: show the run."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or index.column() == RunColumn.DRAWN:
            self.mousePressEvent(event)
            return
        title = self.runs.title_rect(self.visualRect(index))
        if index.column() == RunColumn.TITLE and title.contains(at):
            self.rename_asked.emit()
        else:
            self.open_asked.emit()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row below the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell whether somebody points at the rows, that they stay where they are."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress):
            self._hold(True)
        elif kind == QEvent.Type.Leave:
            # A row that is dragged out is held still.
            self._hold(bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton))
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._hold(self.viewport().rect().contains(event.position().toPoint()))
        return bool(super().viewportEvent(event))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody points at what is not there."""
        super().hideEvent(event)
        self._hold(False)

    def _hold(self, held: bool) -> None:
        if held != self.is_held:
            self.is_held = held
            self.held.emit(held)

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
