"""Labels, buttons, boxes and timers as the window has them, in one call each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QSpinBox,
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


def mark_with(said: QLabel, colour: str, room: int, more: str = "") -> None:
    """Put a bar of a colour before a text, ``room`` pixels at 100 % from it."""
    # Without a ground of the sheet's Qt leaves the border of a label out.
    bar = f"background: transparent; border-left: 3px solid {colour}; padding-left: {room}px;"
    sized(said.setStyleSheet, f"{bar} {more}")


def icon_button(act: Act, size: int = 18, *, checks: bool = False) -> QToolButton:
    """A button that is nothing but its icon, so many pixels wide at 100 %; see `push_button`."""
    return _connected(QToolButton(), act, size, checks)


def push_button(act: Act, role: str = "", *, checks: bool = False) -> QPushButton:
    """A button with a text, and room for a small icon before it; one that ``checks`` stays down."""
    button = _connected(QPushButton(), act, 14, checks)
    button.setProperty("role", role)
    return button


def chip_button(parent: QWidget | None = None) -> QToolButton:
    """A chip that stays down."""
    button = QToolButton(parent)
    button.setProperty("role", "chip")
    button.setCheckable(True)
    return button


def _connected(button: Button, act: Act, size: int, checks: bool) -> Button:
    sized(button.setIconSize, QSize(size, size))
    button.setCheckable(checks)
    button.clicked.connect(act)
    return button


def take_typed(box: QSpinBox | QDoubleSpinBox, width: int) -> None:
    """Let a box take a number once it is typed; its least width is in pixels at 100 %."""
    box.setKeyboardTracking(False)
    sized(box.lineEdit().setTextMargins, 6, 0, 0, 0)
    sized(box.setMinimumWidth, width)


def stand_out(widget: QWidget, name: str) -> None:
    """Let the style sheet fill and frame a plain widget, by its name there."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def once(owner: QObject, act: Act, interval: int = 0) -> QTimer:
    """A timer that calls once, so many milliseconds after it is started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer


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
