"""What the drawings of the cards have in common."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.look.scale import px
from gui.look.theme import Theme, theme
from gui.look.typefaces import typeface


class Drawing(QWidget):
    """A drawing as wide as it is made and of a known height.

    Sub-classes override `paint`, and `height_at` if the height depends on the width.
    """

    fixed_height = 0
    """Pixels at 100 %."""

    def __init__(self) -> None:
        super().__init__()
        # Not Fixed: that would hold it at the height for another width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def height_at(self, width: int) -> int:
        """How high it is, in pixels of the moment."""
        return px(self.fixed_height)

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw."""

    def explain(self, text: str) -> None:
        """Say below the pointer what is there; "" says nothing."""
        QToolTip.showText(self.cursor().pos(), text, self)

    def heightForWidth(self, width: int) -> int:
        """See `height_at`."""
        return self.height_at(max(1, width))

    def sizeHint(self) -> QSize:
        """In a narrow card."""
        return QSize(px(240), self.height_at(max(px(240), self.width())))

    def minimumSizeHint(self) -> QSize:
        """Never wider than what it stands in."""
        return QSize(px(60), self.height_at(max(px(60), self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the theme of the moment."""
        painter = QPainter(self)
        painter.setFont(typeface())
        self.paint(painter, theme())
