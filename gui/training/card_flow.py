"""`CardFlow`: cards in one column where it is narrow, in two or three where it is wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.scale import px
from gui.look.theme import GAP

NARROWEST = 328
"""A card is no narrower where there is more than one column."""

MAX_COLUMNS = 3
"""Columns."""


class CardFlow(QWidget):
    """Lays cards out in columns; the next card goes to the next column.

    Where a card stands depends on its place in the order alone, not on its height: cards
    whose content grows or shrinks do not jump from one column to another.
    """

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards, in this order."""
        if tuple(cards) == self.cards:
            return
        self.cards = tuple(cards)
        for card in cards:
            if card.parentWidget() is not self:
                card.setParent(self)
                card.show()
        self.updateGeometry()
        self._arrange()

    def columns(self, width: int) -> int:
        """How many columns there are at a width."""
        return max(1, min((width + px(GAP)) // (px(NARROWEST + GAP)), MAX_COLUMNS))

    def _heights(self, width: int) -> tuple[int, list[tuple[int, int, int]]]:
        """The width of a card, and of each its column, its top and its height."""
        columns = self.columns(width)
        each = (width - (columns - 1) * px(GAP)) // columns
        ends = [0] * columns
        places = []
        for nth, card in enumerate(self.cards):
            column = nth % columns
            hint = card.heightForWidth(each) if card.hasHeightForWidth() else -1
            height = hint if hint >= 0 else card.sizeHint().height()
            places.append((column, ends[column], height))
            ends[column] += height + px(GAP)
        return each, places

    def heightForWidth(self, width: int) -> int:
        """The end of the longest column."""
        return max((top + height for _, top, height in self._heights(width)[1]), default=0)

    def sizeHint(self) -> QSize:
        """One column."""
        return QSize(px(NARROWEST), self.heightForWidth(px(NARROWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A card has another height than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        each, places = self._heights(self.width())
        for card, (column, top, height) in zip(self.cards, places, strict=True):
            card.setGeometry(column * (each + px(GAP)), top, each, height)
