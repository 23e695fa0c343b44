"""`ShortcutsDialog`: every key, read from the window's own actions."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from gui.kit.layouts import clear, column, grid_of, row
from gui.kit.view import Viewing
from gui.kit.widgets import label, open_at
from gui.look.theme import GAP, theme


class ShortcutsDialog(Viewing, QDialog):
    """A window's actions and their keys, in two columns, or in one where two have no room; typing
    narrows them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in window.actions() if action.shortcuts()]
        self._heading = label("heading")
        self.query = QLineEdit()
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(self._fill)
        self._body = QWidget()
        self._columns = row(of=self._body, margins=(0, 0, GAP, 0), spacing=4 * GAP)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._body)
        self._nothing = label("dim", wraps=True, is_plain=True)
        self._more = label("dim", wraps=True)
        column(
            *(self._heading, self.query, self._nothing, (self._scroll, 1), self._more),
            of=self,
            margins=(3 * GAP, 2 * GAP, 2 * GAP, 2 * GAP),
        )
        open_at(self, 840, 520)
        self.dress()

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("Keys"))
        self._heading.setText(self.tr("Keys"))
        self.query.setPlaceholderText(self.tr("Search the keys"))
        self.query.setAccessibleName(self.tr("Search the keys"))
        self._more.setText(
            self.tr(
                "With the mouse: the wheel and a drag over any plot move the step, a click on a "
                "word goes to it, a click on a row of a heat map chooses a unit (with Ctrl, "
                "several)."
            )
        )
        self._fill()

    def _fill(self) -> None:
        """List the actions that match."""
        clear(self._columns)
        sought = self.query.text().strip().lower()
        matching = [
            action
            for action in self._actions
            if sought in f"{action.text()} {_plain(action)}".lower()
        ]
        self._nothing.setVisible(not matching)
        if not matching:
            text = self.tr("No command and no key is called “{text}”. Empty the search to see all.")
            self._nothing.setText(text.format(text=self.query.text().strip()))
        half = (len(matching) + 1) // 2
        for part in (matching[:half], matching[half:]):
            self._columns.addWidget(self._list(part), 1)
        self._share()

    def _share(self) -> None:
        """Put the columns beside each other, where no key goes out of sight."""
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        if self._body.minimumSizeHint().width() > self._scroll.width() - bar:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is other room for the columns."""
        super().resizeEvent(event)
        self._share()

    def _list(self, actions: list[QAction]) -> QWidget:
        side = QWidget()
        grid = grid_of(side, down=6, grows=0)
        for at, action in enumerate(actions):
            name = QLabel(action.text())
            name.setWordWrap(True)
            keys = QLabel(_keys(action))
            keys.setTextFormat(Qt.TextFormat.RichText)
            keys.setAccessibleName(_plain(action))
            grid.addWidget(name, at, 0)
            grid.addWidget(keys, at, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(actions), 1)
        return side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opens the list closes it too."""
        if event.text() == "?":
            self.close()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Paint the keys in the theme of the moment."""
        self._fill()


def _names(action: QAction) -> list[str]:
    native = QKeySequence.SequenceFormat.NativeText
    return [shortcut.toString(native) for shortcut in action.shortcuts()]


def _plain(action: QAction) -> str:
    return ", ".join(_names(action))


def _keys(action: QAction) -> str:
    """The keys, each on a ground of its own."""
    look = theme()
    caps = [
        f'<span style="background:{look.raised}; color:{look.text};">&nbsp;{html.escape(name)}&nbsp;'
        "</span>"
        for name in _names(action)
    ]
    return "&nbsp; ".join(caps)
