"""`Player`: reads on by itself, so many words a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from engine.sequence import Sequence
from engine.session.session import Session

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Words a second that the window offers."""


class Player(QObject):
    """Moves the session's step on a timer, and stops at the end."""

    changed = Signal()

    def __init__(self, session: Session, speed: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._speed = speed
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._sequence: Sequence | None = None
        session.traces_changed.connect(self._settle)

    @property
    def playing(self) -> bool:
        """Whether it reads on."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """Words a second."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._speed = max(0.25, min(speed, 60.0))
        self._timer.setInterval(round(1000 / self._speed))
        self.changed.emit()

    def slower(self) -> None:
        """Half as fast, down to the least speed on offer."""
        self.speed = max(SPEEDS[0], self.speed / 2)

    def faster(self) -> None:
        """Twice as fast, up to the largest speed on offer."""
        self.speed = min(2 * self.speed, SPEEDS[-1])

    def toggle(self) -> None:
        """Play or pause; at the end, play from the first word."""
        if self.playing:
            self.pause()
            return
        if self._session.steps == 0:
            return
        if self._session.step >= self._session.steps - 1:
            read = self._session.sequence
            self._session.step = int(read.padding.argmin()) if read is not None else 0
        self._timer.start(round(1000 / self._speed))
        self.changed.emit()

    def pause(self) -> None:
        """Stop where it is."""
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def _settle(self) -> None:
        """Reading on by itself belongs to what it was started in."""
        if self._session.sequence is not self._sequence:
            self._sequence = self._session.sequence
            self.pause()

    def _tick(self) -> None:
        self._session.step += 1
        if self._session.step >= self._session.steps - 1:
            self.pause()
