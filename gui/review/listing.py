"""The list of reviews: a model that reads a text only when it is drawn, and how it is drawn."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.text.corpus import Corpus
from gui.look.alignment import AT_RIGHT
from gui.look.dressing import is_dressed
from gui.look.scale import px
from gui.look.theme import BODY, CAPTION, GAP, Theme, theme
from gui.look.typefaces import typeface
from gui.naming import label_name
from gui.review.counts import words_text

HEIGHT = 68
_SHOWN = 240
"""Characters that two lines can hold."""

_KEPT = 512
"""Beginnings of reviews that are kept at most, more than any list shows at once."""

_MARKUP = re.compile(r"<[^<>]{0,20}>")
_BLANK = re.compile(r"\s+")

Index = QModelIndex | QPersistentModelIndex
NUMBER = Qt.ItemDataRole.UserRole + 1
LABEL = NUMBER + 1
WORDS = NUMBER + 2
START = NUMBER + 3


class ReviewList(QAbstractListModel):
    """The reviews of a corpus that match, by number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.corpus: Corpus | None = None
        self.numbers: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._starts: dict[int, str] = {}  # by number; gone with the list, as its corpus is

    def show(self, corpus: Corpus | None, numbers: npt.NDArray[np.int64]) -> None:
        """List the reviews of a corpus with these numbers, ``(M,)``, rising."""
        self.beginResetModel()
        if corpus is not self.corpus:
            self._starts.clear()
        self.corpus, self.numbers = corpus, numbers
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        """Where a review stands in the list, None if it does not match."""
        row = int(np.searchsorted(self.numbers, number))
        return row if row < len(self.numbers) and self.numbers[row] == number else None

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of matches."""
        return 0 if parent is not None and parent.isValid() else len(self.numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One part of one review."""
        if self.corpus is None or not 0 <= index.row() < len(self.numbers):
            return None
        number = int(self.numbers[index.row()])
        if role == NUMBER:
            return number
        if role == LABEL:
            return int(self.corpus.labels[number])
        if role == WORDS:
            return int(self.corpus.lengths[number]) - 1
        if role in (START, Qt.ItemDataRole.DisplayRole):
            return self._start(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                title(number),
                label_name(int(self.corpus.labels[number])),
                words_text(int(self.corpus.lengths[number]) - 1),
                self._start(number),
            )
            return ", ".join(part for part in parts if part)
        return None

    def _start(self, number: int) -> str:
        """The first words, on one line and without the markup that the reviews contain."""
        assert self.corpus is not None
        if number not in self._starts:
            if len(self._starts) >= _KEPT:
                self._starts.clear()
            start = self.corpus.text(number)[:_SHOWN]
            self._starts[number] = _BLANK.sub(" ", _MARKUP.sub(" ", start)).strip()
        return self._starts[number]


class ReviewRows(QListView):
    """Shows the list.  Rows of one height need no new layout in another theme, for which Qt
    would ask the model about every row dozens of times."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laid_out: QSize | None = None
        self.setUniformItemSizes(True)

    def reset(self) -> None:
        """Take other rows."""
        self._laid_out = None
        super().reset()

    def doItemsLayout(self) -> None:
        """Lay the rows out, if there are others or the room is another."""
        size = self.viewport().size()
        if size == self._laid_out or not is_dressed():
            self.updateGeometries()
        else:
            self._laid_out = size
            super().doItemsLayout()


def title(number: int) -> str:
    """What the window calls a review."""
    return QCoreApplication.translate("ReviewList", "Review {number}").format(number=f"{number:,}")


class ReviewDelegate(QStyledItemDelegate):
    """Draws a review on three lines: label, number, length; then how it begins."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as the others."""
        return QSize(px(200), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.raised))
            painter.drawRoundedRect(rect, px(6), px(6))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            painter.drawRect(
                QRect(rect.left(), rect.top() + px(GAP), px(3), rect.height() - 2 * px(GAP))
            )
        inner = rect.adjusted(px(GAP) + px(4), px(6), -px(GAP), -px(6))
        self._head(painter, inner, index, look)
        self._begin(painter, inner, str(index.data(START)), look)
        painter.restore()

    def _head(self, painter: QPainter, inner: QRect, index: Index, look: Theme) -> None:
        painter.setFont(typeface(CAPTION))
        line = QRect(inner.left(), inner.top(), inner.width(), px(15))
        label = int(index.data(LABEL))
        at = line.left()
        if label >= 0:
            # A sign and a word besides the colour.
            painter.setPen(QColor(look.good if label else look.bad))
            text = ("+ " if label else "− ") + label_name(label)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            at += painter.fontMetrics().horizontalAdvance(text) + px(GAP)
        painter.setPen(QColor(look.dim))
        rest = QRect(at, line.top(), line.right() - at, line.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"{int(index.data(NUMBER)):,}")
        painter.drawText(line, AT_RIGHT, words_text(int(index.data(WORDS))))

    def _begin(self, painter: QPainter, inner: QRect, text: str, look: Theme) -> None:
        painter.setFont(typeface(BODY))
        metrics = painter.fontMetrics()
        painter.setPen(QColor(look.text))
        first, rest = _fold(text, metrics, inner.width())
        line = QRect(inner.left(), inner.top() + px(19), inner.width(), px(17))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, first)
        line.translate(0, px(17))
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _fold(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """The words that fit on one line, and those after them."""
    at = 0
    while (space := text.find(" ", at + 1)) > 0 and metrics.horizontalAdvance(text[:space]) < width:
        at = space
    if not at and metrics.horizontalAdvance(text) > width:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), ""
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    return text[:at], text[at + 1 :]
