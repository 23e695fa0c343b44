"""`CellStrip`: what is left of the cell panel in a narrow window: a strip that opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.kit.widgets import name_widget
from gui.look.painted_text import TextPainter
from gui.look.scale import px, sized
from gui.look.theme import TITLE, theme

WIDTH = 28


class CellStrip(Viewing, QAbstractButton):
    """A strip with its name from the foot to the top; checked while the panel is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        sized(self.setFixedWidth, WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(lambda _: self.retranslate())
        self.dress()

    def sizeHint(self) -> QSize:
        """A narrow strip."""
        return QSize(px(WIDTH), px(200))

    def retranslate(self) -> None:
        """Set the texts."""
        self.setText(self.tr("cell and equations"))
        opens = self.tr("Show the cell and its equations over the panes")
        closes = self.tr("Put the cell and its equations away (Esc)")
        name_widget(self, self.text(), tip(closes if self.isChecked() else opens))
        self.update()

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self.isChecked():
            self.setChecked(False)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow, and the name along the strip."""
        painter, look = QPainter(self), theme()
        lit = self.underMouse() or self.hasFocus()
        painter.fillRect(self.rect(), QColor(look.raised if lit else look.surface))
        painter.fillRect(0, 0, 1, self.height(), QColor(look.line))
        if self.hasFocus():
            painter.setPen(QColor(look.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QColor(look.accent if self.isChecked() else look.text))
        painter.translate(0, self.height())
        painter.rotate(-90)
        arrow = "▾" if self.isChecked() else "▴"
        box = QRectF(0, 0, self.height(), self.width())
        TextPainter(painter).paint_centred(box, f"{arrow}  {self.text()}", TITLE)
