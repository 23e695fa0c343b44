"""`CopyTable`: a table that is read and copied, not edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.kit.tips import tip
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.scale import px, sized

ROW = 24


class CopyTable(QTableWidget):
    """Rows of texts; Ctrl+C copies the chosen rows, or all, as text parted by tabs.

    Args:
        numbers: whether all columns but the first are numbers, which stand at the right.
        close: whether its columns stand close to each other, in a narrow place.
    """

    _is_fitted = False

    def __init__(
        self, *, numbers: bool, close: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if close:
            sized(
                self.setStyleSheet,
                "QTableView::item { padding: 0 2px; } QHeaderView::section { padding: 4px 3px; }",
            )
        self._numbers = numbers
        self._heads: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        sized(self.verticalHeader().setDefaultSectionSize, ROW)
        self.horizontalHeader().setHighlightSections(False)

    def show_rows(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        colours: Sequence[str] = (),
        *,
        spread: bool = False,
    ) -> None:
        """Show a table: names of columns, and rows of as many texts.  The first text of each
        row may have a colour; ``spread`` lets the columns after the first share the width."""
        self._heads, self._rows = heads, rows
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        for column, head in enumerate(heads):
            item = QTableWidgetItem(head)
            item.setTextAlignment(AT_RIGHT if self._numbers and column else AT_LEFT)
            self.setHorizontalHeaderItem(column, item)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(AT_RIGHT if self._numbers and column else AT_LEFT)
                item.setToolTip(tip(text))
                if not column and row < len(colours) and colours[row]:
                    item.setForeground(QColor(colours[row]))
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        mode, last = QHeaderView.ResizeMode, len(heads) - 1
        for column in range(len(heads)):
            stretches = column > 0 if spread else column == (0 if self._numbers else last)
            fit = mode.Stretch if stretches else mode.ResizeToContents
            header.setSectionResizeMode(column, fit)

    def text(self) -> str:
        """The whole table, its heads first."""
        return self._lines(range(self.rowCount()))

    def _lines(self, rows: Sequence[int]) -> str:
        lines = [self._heads, *(self._rows[row] for row in rows)]
        return "\n".join("\t".join(line) for line in lines) + "\n"

    def fit_height(self) -> None:
        """Be as high as the rows are, and scroll nowhere."""
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_fitted = True
        self.setFixedHeight(
            px(ROW) * self.rowCount() + self.horizontalHeader().sizeHint().height() + px(4)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Other rows, another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._is_fitted:
            self.fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            QGuiApplication.clipboard().setText(self._lines(rows) if rows else self.text())
        else:
            super().keyPressEvent(event)
