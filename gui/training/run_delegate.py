"""`RunDelegate`: how a run is drawn, on two lines in a drawer, on one in the full table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.i18n.context import translator
from gui.look.icons import phosphor
from gui.look.scale import px, sized, stroke
from gui.look.theme import BODY, CAPTION, GAP, theme
from gui.plots.metric_values import ACCURACY, VALIDATION
from gui.training.run_model import ROW, Index
from gui.training.run_rows import NUMBERS, RunColumn, RunRow

_tr = translator("RunTable")

LOW, HIGH = 30, 46
"""The height of a row on one line, and on two."""

MAX_LETTERS = 200
"""Of a title, as `RunFolder` reads it."""

_HOOK = ((3.4, 7.2), (6, 9.8), (10.8, 4.4))
"""The hook in a box of 14 pixels."""

_ICON = 14
_ICONS: Mapping[str, tuple[str, str]] = {
    "queued": ("ph.hourglass", "dim"),
    "preparing": ("ph.gear", "accent"),
    "running": ("ph.play-circle", "accent"),
    "silent": ("ph.question", "warning"),
    "finished": ("ph.check-circle", "good"),
    "stopped": ("ph.stop-circle", "dim"),
    "interrupted": ("ph.lightning-slash", "warning"),
    "failed": ("ph.x-circle", "bad"),
    "damaged": ("ph.warning", "bad"),
}
"""What every state looks like: a shape of its own, and a colour of the theme."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = _MIDDLE | Qt.AlignmentFlag.AlignLeft
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


class RunDelegate(QStyledItemDelegate):
    """Draws the cells of a row, and lets its title be changed in its place.

    In a ``narrow`` table a row has two lines, and only three columns.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.narrow = True
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as the others."""
        return QSize(px(80), px(HIGH) if self.narrow else px(LOW))

    # -- painting ----------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row, column = index.data(ROW), RunColumn(index.column())
        if not isinstance(row, RunRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._ground(painter, option, index)
        if column == RunColumn.DRAWN:
            _tick(painter, rect, row)
        elif column == RunColumn.TITLE:
            self._title(painter, option.font, rect, row)
        elif column == RunColumn.VAL_ACCURACY and self.narrow:
            self._result(painter, option.font, rect, row)
        elif column == RunColumn.STATE:
            inner = rect.adjusted(px(GAP), 0, -px(GAP), 0)
            _state(painter, _font(option.font, BODY), inner, row)
            _progress(painter, inner, row)
        else:
            painter.setFont(_font(option.font, BODY))
            _cell(painter, rect.adjusted(px(GAP), 0, -px(GAP), 0), row, column)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        look = theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or index.row() == self.hovered:
            painter.fillRect(rect, QColor(look.raised))
        if chosen and index.column() == RunColumn.DRAWN:
            bar = QRect(rect.left(), rect.top() + px(6), px(3), rect.height() - px(12))
            painter.fillRect(bar, QColor(look.accent))
        current = self._view.currentIndex().row() == index.row()
        if current and not chosen and self._view.hasFocus():
            bottom = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(bottom, QColor(look.accent))

    def _title(self, painter: QPainter, base: QFont, rect: QRect, row: RunRow) -> None:
        look = theme()
        where = self.title_rect(rect)
        font = _font(base, BODY, strong=self.narrow)
        if row.foreign:
            # Besides its name, which may be anything: it is trained elsewhere.
            icon = QRect(where.left(), where.center().y() - px(6), px(13), px(13))
            _icon("ph.broadcast", look.dim).paint(painter, icon)
            where.setLeft(where.left() + px(18))
        painter.setFont(font)
        painter.setPen(QColor(look.dim if row.is_damaged else look.text))
        _elided(painter, where, row.run.title, how=Qt.TextElideMode.ElideMiddle)
        if not self.narrow:
            return
        line = self.title_rect(rect)
        below = QRect(line.left(), rect.top() + px(24), line.width(), px(17))
        more = (row.tip(),) if row.is_damaged else (row.epochs_text(), row.differences_text())
        _state(painter, _font(base, CAPTION), below, row, *more)
        _progress(painter, QRect(line.left(), rect.top(), line.width(), rect.height()), row)

    def _result(self, painter: QPainter, base: QFont, rect: QRect, row: RunRow) -> None:
        """The validation accuracy, and below it the epoch it is of."""
        accuracy = row.in_best(VALIDATION + ACCURACY)
        if accuracy is None or row.best is None:
            return
        inner = rect.adjusted(0, 0, -px(GAP), 0)
        painter.setFont(_font(base, BODY))
        painter.setPen(QColor(theme().text))
        above = QRect(inner.left(), inner.top() + px(5), inner.width(), px(18))
        painter.drawText(above, _RIGHT, f"{accuracy:.3f}")
        painter.setFont(_font(base, CAPTION))
        painter.setPen(QColor(theme().dim))
        text = _tr("epoch {epoch}").format(epoch=row.text(RunColumn.BEST))
        painter.drawText(
            QRect(inner.left(), inner.top() + px(24), inner.width(), px(17)), _RIGHT, text
        )

    def title_rect(self, cell: QRect) -> QRect:
        """Where the title is in its cell; a double click on it changes it."""
        if self.narrow:
            return QRect(cell.left() + px(GAP), cell.top() + px(5), cell.width() - px(GAP), px(18))
        return cell.adjusted(px(GAP), 0, -px(GAP), 0)

    # -- changing the title ------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in."""
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_LETTERS)
        sized(editor.setStyleSheet, "padding: 0 4px; min-height: 0; border-radius: 4px;")
        editor.setAccessibleName(_tr("Title of the run"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put it where the title is."""
        where = self.title_rect(option.rect)
        editor.setGeometry(where.left() - 5, where.center().y() - 12, where.width() + 5, 25)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill it once: what is being typed outlives the updates of the row."""
        if isinstance(editor, QLineEdit) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)


def _cell(painter: QPainter, rect: QRect, row: RunRow, column: RunColumn) -> None:
    results = (RunColumn.EPOCHS, RunColumn.BEST, RunColumn.VAL_LOSS, RunColumn.VAL_ACCURACY)
    painter.setPen(QColor(theme().text if column in results else theme().dim))
    _elided(painter, rect, row.text(column), _RIGHT if column in NUMBERS else _LEFT)


def _tick(painter: QPainter, rect: QRect, row: RunRow) -> None:
    """Paint the box: in the colour of the curves, filled if they are drawn."""
    if row.is_damaged:
        return
    look = theme()
    box = QRectF(0, 0, px(14), px(14))
    box.moveCenter(QPointF(rect.center().x() + px(2), rect.center().y() + 0.5))
    ink = QColor(row.colour)
    painter.setPen(QPen(ink if row.drawn else QColor(look.faint), 1.5))
    painter.setBrush(ink if row.drawn else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3.5, 3.5)
    if row.drawn:
        painter.setPen(QPen(QColor(look.surface), 1.8))
        x, y = box.left(), box.top()
        hook = [QPointF(x + stroke(right), y + stroke(down)) for right, down in _HOOK]
        painter.drawPolyline(QPolygonF(hook))


def _state(painter: QPainter, font: QFont, rect: QRect, row: RunRow, *more: str) -> None:
    """Paint the state's icon and word in its colour, then more in that of captions."""
    name, token = _ICONS[row.state]
    colour = str(getattr(theme(), token))
    icon = QRect(rect.left(), rect.center().y() - px(_ICON // 2) + 1, px(_ICON), px(_ICON))
    _icon(name, colour).paint(painter, icon)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    left = icon.right() + 5
    word = row.state_text()
    place = QRect(left, rect.top(), max(0, rect.right() - left), rect.height())
    _elided(painter, place, word)
    if rest := "".join(f"  ·  {part}" for part in more if part):
        place.setLeft(left + QFontMetrics(font).horizontalAdvance(word))
        painter.setPen(QColor(theme().dim))
        _elided(painter, place, rest)


def _progress(painter: QPainter, rect: QRect, row: RunRow) -> None:
    """Paint a thin bar at the bottom, as long as there is something to wait for."""
    part = row.progress
    if part is None or row.state == "silent":
        return
    bar = QRectF(rect.left(), rect.bottom() - px(3), rect.width(), px(2))
    painter.fillRect(bar, QColor(theme().line))
    bar.setWidth(part * bar.width())
    painter.fillRect(bar, QColor(theme().accent))


def _elided(
    painter: QPainter,
    rect: QRect,
    text: str,
    side: Qt.AlignmentFlag = _LEFT,
    how: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    text = text.replace("\n", " ")
    painter.drawText(rect, side, painter.fontMetrics().elidedText(text, how, rect.width()))


def _font(base: QFont, size: int, *, strong: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=64)
def _icon(name: str, colour: str) -> QIcon:
    return phosphor(name, color=colour)
