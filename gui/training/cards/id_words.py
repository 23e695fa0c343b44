"""`IdWords`: a review as the list of its ids, each above its word."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.text.review import Review
from gui.look.scale import px
from gui.look.theme import BODY, Theme
from gui.look.typefaces import typeface
from gui.training.cards.drawing import Drawing

ROWS = 4
LINE = 36
BETWEEN = 8.0
WIDEST = 120.0
"""A word is cut short beyond it."""


class IdWords(Drawing):
    """The ids as Python prints them, as many as fit; unknown words are dotted below."""

    fixed_height = ROWS * LINE
    _review: Review | None = None

    def show_review(self, review: Review) -> None:
        """Show the beginning of a review, before it is cut or padded."""
        self._review = review
        self.update()

    def items(self) -> Iterator[tuple[str, str, bool]]:
        """Each id as it is printed, its word, and whether that is unknown."""
        if self._review is None:
            return
        review = self._review
        count, unknown = len(review.token_ids), review.token_unknown
        for at in range(count):
            text = ("[" if at == 0 else "") + str(int(review.token_ids[at]))
            yield text + ("]" if at == count - 1 else ","), review.tokens[at], bool(unknown[at])

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw rows of ids above words."""
        id_font, word_font = typeface(BODY), typeface()
        id_size, word_size = QFontMetricsF(id_font), QFontMetricsF(word_font)
        end = self.width() - 14.0  # room for the dots
        x, row = 0.0, 0
        for text, word, unknown in self.items():
            shown = word_size.elidedText(word, Qt.TextElideMode.ElideRight, px(WIDEST))
            # Floats are rounded when they are drawn: half a pixel more cuts nothing off.
            width = max(id_size.horizontalAdvance(text), word_size.horizontalAdvance(shown)) + 1
            if x + width > (end if row == ROWS - 1 else self.width()) and x > 0:
                if row == ROWS - 1:
                    painter.setPen(QColor(look.dim))
                    painter.setFont(id_font)
                    painter.drawText(QPointF(x, row * px(LINE) + px(13)), "…")
                    return
                x, row = 0.0, row + 1
            top = row * px(LINE)
            painter.setFont(id_font)
            painter.setPen(QColor(look.dim if unknown else look.text))
            painter.drawText(
                QRectF(x, top, width + px(2), px(17)), Qt.AlignmentFlag.AlignLeft, text
            )
            painter.setFont(word_font)
            painter.setPen(QColor(look.dim))
            painter.drawText(
                QRectF(x, top + px(16), width + px(2), px(15)), Qt.AlignmentFlag.AlignLeft, shown
            )
            if unknown:
                painter.setPen(QPen(QColor(look.dim), 1, Qt.PenStyle.DotLine))
                y = top + px(30) + 0.5
                painter.drawLine(QPointF(x, y), QPointF(x + word_size.horizontalAdvance(shown), y))
            x += width + px(BETWEEN)
