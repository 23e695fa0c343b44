"""`Presenting`: a lesson alone on the screen, with letters as large as it has room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.look.scale import STEPS, USUAL
from gui.places import LESSONS
from gui.window.appearance import Appearance
from gui.window.drawers import Drawers

ROOM = QSize(1180, 680)
"""Pixels at 100 % that a lesson is to have: letters grow while so much is left."""


class Presenting(QObject):
    """Fills the screen with the lesson that is open, and gives everything back.

    Signals:
        changed(bool): it begins, or has ended.
    """

    changed = Signal(bool)

    def __init__(self, window: QWidget, drawers: Drawers, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._drawers, self._appearance = window, drawers, appearance
        self._before: tuple[Qt.WindowState, int] | None = None
        drawers.changed.connect(self._follow)
        drawers.requests.present.connect(self.toggle)

    @property
    def is_on(self) -> bool:
        """Whether a lesson is alone on the screen."""
        return self._before is not None

    def toggle(self) -> None:
        """Begin, or end."""
        (self.end if self.is_on else self.begin)()

    def begin(self) -> None:
        """Open the lessons, and give them the screen."""
        panel = self._drawers.open(LESSONS)
        self._before = self._window.windowState(), self._appearance.settings.window.scale
        panel.present(True)
        self.changed.emit(True)
        self._window.installEventFilter(self)
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        QTimer.singleShot(0, self, self._enlarge)  # the window has its size only then, or later

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window system gives the window the whole screen when it pleases."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._enlarge)
        return super().eventFilter(watched, event)

    def _enlarge(self) -> None:
        if self._before is None:
            return
        fit = [
            scale
            for scale in STEPS
            if self._window.width() * USUAL >= ROOM.width() * scale
            and self._window.height() * USUAL >= ROOM.height() * scale
        ]
        self._appearance.use_scale(max([self._before[1], *fit]))

    def end(self) -> None:
        """Give everything back."""
        if self._before is None:
            return
        (state, scale), self._before = self._before, None
        self._window.removeEventFilter(self)
        if (panel := self._drawers.panel(LESSONS)) is not None:
            panel.present(False)
        self._appearance.use_scale(scale)
        self._window.setWindowState(state)
        self.changed.emit(False)

    def _follow(self) -> None:
        if self._before is not None and self._drawers.place is not LESSONS:
            self.end()
