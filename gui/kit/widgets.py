"""Labels and buttons of the style sheet's roles, in one call each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from gui.look.scale import px, sized

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


def icon_button(act: Act, size: int = 18) -> QToolButton:
    """A button that is nothing but its icon, so many pixels wide at 100 %."""
    return _connected(QToolButton(), act, size)


def push_button(act: Act, role: str = "") -> QPushButton:
    """A button with a text, and room for a small icon before it."""
    button = _connected(QPushButton(), act, 14)
    button.setProperty("role", role)
    return button


def _connected(button: Button, act: Act, size: int) -> Button:
    sized(button.setIconSize, QSize(size, size))
    button.clicked.connect(act)
    return button


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its first size, in pixels at 100 %, within its screen."""
    dialog.resize(within_screen(dialog, QSize(px(width), px(height))))


def within_screen(window: QWidget, size: QSize) -> QSize:
    """A size as far as the window's screen has it, with room for a title bar."""
    return size.boundedTo(window.screen().availableSize() * 0.92)


def name_widget(widget: QWidget, text: str, tip: str = "") -> None:
    """Name a widget for those who hear it; its tip is the name, if it has no other."""
    widget.setAccessibleName(text)
    widget.setToolTip(tip or text)
