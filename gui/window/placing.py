"""Where a window stands: on a screen that is there, with its title bar, and no larger than it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget

FRAMED_AFTER = 250
"""Milliseconds in which a window manager has put its frame around a window that is shown."""


_FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def show_inside(window: QWidget) -> None:
    """Show a window inside the screen; where it comes back maximised, what it is restored to."""
    _keep_inside(window)
    window.show()
    QTimer.singleShot(FRAMED_AFTER, window, lambda: _keep_inside(window))


def inside(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The rectangle nearest to ``wanted`` that lies in one screen, and has its size if it can.

    It is the screen that shows most of it; the first where none does.
    """

    def shared(screen: QRect) -> int:
        part = screen.intersected(wanted)
        return part.width() * part.height()

    screen = max(screens, key=shared)
    size = wanted.size().boundedTo(screen.size())
    last = screen.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    left = min(max(wanted.left(), screen.left()), last.x())
    top = min(max(wanted.top(), screen.top()), last.y())
    return QRect(QPoint(left, top), size)


def _keep_inside(window: QWidget) -> None:
    state, fills = window.windowState(), window.isMaximized() or window.isFullScreen()
    if window.isVisible() and fills:
        return
    if window.isVisible():
        outer, inner = window.frameGeometry(), window.geometry()
        frame = QMargins(
            inner.left() - outer.left(),
            inner.top() - outer.top(),
            outer.right() - inner.right(),
            outer.bottom() - inner.bottom(),
        )
    else:  # nobody knows its frame yet: as high as Qt's own title bars
        bar = QProxyStyle("Fusion").pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        frame = QMargins(0, bar, 0, 0)
    wanted = window.normalGeometry() if fills else window.geometry()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = inside(wanted.marginsAdded(frame), screens).marginsRemoved(frame)
    if place != wanted:
        window.setWindowState(state & ~_FILLING)
        window.setGeometry(place)
        window.setWindowState(state)
