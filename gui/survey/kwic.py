"""`ContextDelegate`: a word in its context, words of all rows below each other (a concordance)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.survey.contexts import WordContext
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.colours import ink
from gui.look.scale import px
from gui.look.theme import BODY, GAP, theme
from gui.look.typefaces import typeface
from gui.survey.table import ROW, Index

BEFORE = 0.42
"""Of the width, the share in front of the word."""


class ContextDelegate(QStyledItemDelegate):
    """Paints rows that are a `WordContext`, or have one as their ``context``."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what stands before at the right of its room, the word, and what follows."""
        row = index.data(ROW)
        context = row if isinstance(row, WordContext) else row.context
        box = QRect(option.rect)
        state = option.state
        look = theme()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, ink(look.raised))
        box.adjust(px(GAP), 0, -px(GAP), 0)
        left = QRect(box.left(), box.top(), round(BEFORE * box.width()), box.height())
        plain, bold = typeface(BODY), typeface(BODY, bold=True)
        room = box.right() - left.right() - px(6)
        at_left, at_right = Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight
        word = QFontMetrics(bold).elidedText(context.word or "–", at_right, room)
        width = QFontMetrics(bold).horizontalAdvance(word) + px(1)
        middle = QRect(left.right() + px(6), box.top(), min(width, room), box.height())
        right = QRect(
            middle.right() + px(6), box.top(), box.right() - middle.right() - px(6), box.height()
        )
        metrics = QFontMetrics(plain)
        painter.setFont(plain)
        painter.setPen(ink(look.dim))
        before, after = " ".join(context.before), " ".join(context.after)
        painter.drawText(left, AT_RIGHT, metrics.elidedText(before, at_left, left.width()))
        if right.width() > 0:
            painter.drawText(right, AT_LEFT, metrics.elidedText(after, at_right, right.width()))
        painter.setFont(bold)
        painter.setPen(ink(look.text))
        painter.drawText(middle, AT_LEFT, word)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as there is room."""
        return QSize(px(200), px(24))


def context_text(context: WordContext) -> str:
    """The same as one text."""
    return " ".join((*context.before, f"[{context.word}]", *context.after))
