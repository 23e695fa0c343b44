"""`ColumnList`: columns with their place in the order of reading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.look.alignment import AT_LEFT
from gui.look.scale import px, sized
from gui.look.theme import BODY, GAP, theme
from gui.look.typefaces import typeface

Index = QModelIndex | QPersistentModelIndex
ORDER = Qt.ItemDataRole.UserRole
"""Where a column is read, from 1, as a text ("1, 3"); "" where it is not."""

HIGH = 26
"""Pixels of a row."""

MAX_COLUMNS = 1000
"""Columns that are listed."""


class ColumnList(QListWidget):
    """A click, or the space bar, takes a column or lets it go.

    Signals:
        toggled(int): the column of this place.
    """

    toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.toggled.emit(self.row(item)))

    def show_columns(self, names: tuple[str, ...], chosen: tuple[int, ...]) -> None:
        """List the columns; ``chosen`` are the places of those that are read, in order."""
        names = names[:MAX_COLUMNS]
        if self.count() != len(names):
            self.clear()
            for _ in names:
                self.addItem(QListWidgetItem())
        orders: dict[int, list[str]] = {}
        for order, place in enumerate(chosen, 1):
            orders.setdefault(place, []).append(str(order))
        for place, name in enumerate(names):
            item, mine = self.item(place), orders.get(place, [])
            item.setText(name)
            item.setToolTip(name)
            item.setData(ORDER, ", ".join(mine[:3]) + (", …" if len(mine) > 3 else ""))
            # For readers of the screen; the delegate draws the order.
            checked = Qt.CheckState.Checked if mine else Qt.CheckState.Unchecked
            item.setData(Qt.ItemDataRole.CheckStateRole, checked)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        sized(self.setFixedHeight, min(len(names), 5) * HIGH + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and return take the column, or let it go."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentRow() >= 0:
            self.toggled.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """A box with the order in it, and the name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as every row."""
        return QSize(px(80), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one column."""
        look, area = theme(), QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface(BODY))
        metrics = painter.fontMetrics()
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setBrush(QColor(look.raised))
            painter.drawRoundedRect(area, px(6), px(6))
        order = str(index.data(ORDER) or "")
        wide = max(18, metrics.horizontalAdvance(order) + 10)
        box = QRectF(area.left() + px(2), area.center().y() - px(8), wide, px(17))
        if order:
            painter.setBrush(QColor(look.accent))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.faint), 1))
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(QColor(look.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, order)
        painter.setPen(QColor(look.text if order else look.dim))
        spot = area.adjusted(wide + px(GAP) + px(2), 0, -px(4), 0)
        name, middle = str(index.data()), Qt.TextElideMode.ElideMiddle
        painter.drawText(spot, AT_LEFT, metrics.elidedText(name, middle, int(spot.width())))
        painter.restore()
