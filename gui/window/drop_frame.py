"""`DropFrame`: what is seen while files are dragged over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.look.colours import ink
from gui.look.scale import px, stroke
from gui.look.theme import BODY, GAP, theme
from gui.look.typefaces import typeface

_VEIL = 120
"""How dense the veil over the window is, 0 to 255."""


class DropFrame(QWidget):
    """A frame over the whole of a window, and what letting go does; it takes no event."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil, the frame, and the words in the middle."""
        painter, look = QPainter(self), theme()
        painter.fillRect(self.rect(), ink(look.ground, _VEIL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent), stroke(2), Qt.PenStyle.DashLine))
        edge = px(GAP)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), edge, edge)
        text = self.tr("Let go to open it here")
        painter.setFont(typeface(BODY, bold=True))
        size = painter.fontMetrics().size(0, text)
        box = QRectF(0, 0, size.width() + 6 * edge, size.height() + 3 * edge)
        box.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(QColor(look.surface))
        painter.setPen(QPen(QColor(look.accent), stroke(1)))
        painter.drawRoundedRect(box, edge, edge)
        painter.setPen(QColor(look.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
