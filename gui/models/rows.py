"""`ModelRow`: one model in the drawer, to be put into a pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from gui.kit.widgets import icon_button
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.icons import phosphor
from gui.look.scale import px
from gui.look.theme import BODY, CAPTION, GAP, theme
from gui.look.typefaces import typeface

HEIGHT = 44
ADD_WIDTH = 28


class ModelRow(QAbstractButton):
    """A title, a line below it, a number at the right; a button that adds a pane.

    Colours are asked for when it is painted; Qt repaints it when the theme changes.

    Signals:
        clicked(): put it into the focused pane.
        add_asked(): give it a pane of its own.
    """

    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caption = ""
        self.number = ""
        self.places: tuple[int, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.add = icon_button(self.add_asked, 14)
        self.add.setParent(self)
        self.add.setCursor(Qt.CursorShape.ArrowCursor)
        self._icon_of = ""

    def say(self, title: str, caption: str, number: str = "", tip: str = "") -> None:
        """Set the texts."""
        self.setText(title)
        self.caption, self.number = caption, number
        self.setAccessibleName(", ".join(part for part in (title, caption, number) if part))
        self.setToolTip(tip)
        self.add.setToolTip(self.tr("Add a pane with this model"))
        self.add.setAccessibleName(self.tr("Add a pane with {title}").format(title=title))
        self.update()

    def show_places(self, places: tuple[int, ...], room: bool) -> None:
        """Mark the panes that show this model; ``room`` is whether another pane fits."""
        self.places = places
        self.add.setVisible(room)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(px(200), px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right edge."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        size = px(ADD_WIDTH - 4)
        self.add.setGeometry(self.width() - px(ADD_WIDTH), (px(HEIGHT) - size) // 2, size, size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; plus adds a pane."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Plus and self.add.isVisible():
            self.add_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The two things that can be done with a model, by name."""
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """Put it into the focused pane, or add one."""
        menu = QMenu(self)
        menu.addAction(self.tr("Show in the focused pane")).triggered.connect(self.click)
        if not self.add.isHidden():
            menu.addAction(self.tr("Add a pane with this model")).triggered.connect(self.add_asked)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the scale."""
        if event.type() == QEvent.Type.PaletteChange:
            self._icon_of = ""
            self.update()
        elif event.type() == QEvent.Type.StyleChange:
            self._place_button()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, marks, texts."""
        look = theme()
        if self._icon_of != look.name:
            self._icon_of = look.name
            self.add.setIcon(phosphor("ph.plus", color=look.dim))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.raised))
            painter.drawRoundedRect(self.rect(), px(6), px(6))
        if self.hasFocus():
            painter.setPen(QColor(look.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(6), px(6))
        # The bars wear the colours of the panes' names.
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, place in enumerate(self.places):
            painter.setBrush(QColor(look.networks[place % 3]))
            painter.drawRect(
                QRect(nth * px(4), px(GAP) + px(2), px(3), px(HEIGHT) - 2 * px(GAP) - px(4))
            )
        left = px(4 * 3 + 2)
        right = self.width() - px(ADD_WIDTH) - px(4)
        # A title without a line below it stands in the middle.
        top = px(6) if self.caption else px((HEIGHT - 18) // 2)
        plain, strong = typeface(BODY), typeface(BODY, bold=bool(self.places))
        number = QRect(left, top, right - left, px(18))
        _write(painter, self.number, number, plain, look.text, AT_RIGHT)
        width = QFontMetrics(plain).horizontalAdvance(self.number)
        taken = width + px(GAP) if self.number else 0
        title = QRect(left, top, right - left - taken, px(18))
        _write(painter, self.text(), title, strong, look.text)
        caption = QRect(left, px(23), right - left, px(16))
        _write(painter, self.caption, caption, typeface(CAPTION), look.dim)


def _write(
    painter: QPainter,
    text: str,
    where: QRect,
    font: QFont,
    colour: str,
    side: Qt.AlignmentFlag = AT_LEFT,
) -> None:
    """A line of text that loses its middle where it is too long."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, where.width())
    painter.drawText(where, side, shown)
