"""Labels and buttons of the style sheet's roles, in one call each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

Act = Callable[..., object] | SignalInstance
"""What a press calls, or the signal that it becomes."""

Button = TypeVar("Button", bound=QAbstractButton)


def label(role: str = "", text: str = "", *, wraps: bool = False, is_plain: bool = False) -> QLabel:
    """A label; a plain one, as every one that is given its text at once, reads no mark-up."""
    widget = QLabel(text)
    widget.setProperty("role", role)
    widget.setWordWrap(wraps)
    if is_plain or text:
        widget.setTextFormat(Qt.TextFormat.PlainText)
    return widget


def say_in_place(label: QLabel, text: str, widest: str = "", least: int = 0) -> None:
    """Change a label at every step: of a fixed size, it has nothing laid out anew around it.

    It has room for the ``widest`` text, if that is another, and ``least`` so many pixels.
    """
    room = label.fontMetrics().size(0, widest or text)
    size = QSize(max(room.width(), least), room.height())
    if label.maximumSize() != size:
        label.setFixedSize(size)
    label.setText(text)


class InPlace(QWidget):
    """Room as wide as there is for such a label, in the middle of its line."""

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self._label = label
        label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give it to the label."""
        self._label.resize(self.size())


def icon_button(act: Act, size: int = 18) -> QToolButton:
    """A button that is nothing but its icon, so many pixels wide."""
    return _connected(QToolButton(), act, size)


def push_button(act: Act, role: str = "") -> QPushButton:
    """A button with a text, and room for a small icon before it."""
    button = _connected(QPushButton(), act, 14)
    button.setProperty("role", role)
    return button


def _connected(button: Button, act: Act, size: int) -> Button:
    button.setIconSize(QSize(size, size))
    button.clicked.connect(act)
    return button


def name_widget(widget: QWidget, text: str, tip: str = "") -> None:
    """Name a widget for those who hear it; its tip is the name, if it has no other."""
    widget.setAccessibleName(text)
    widget.setToolTip(tip or text)
