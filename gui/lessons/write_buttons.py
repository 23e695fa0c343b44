"""`WriteButtons`: a network writes one step, or on by itself, or begins anew."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from gui.kit.layouts import row
from gui.kit.view import View
from gui.kit.widgets import push_button

PACE = 140
"""Milliseconds between steps that it writes by itself."""


class WriteButtons(View):
    """How much of what a network writes is shown.

    Signals:
        changed(): see `count`.
    """

    changed = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self.count = most, 0
        self.one, self.on = push_button(self.write_one), push_button(self._toggle)
        self.on.setCheckable(True)
        self.anew = push_button(self.begin_anew)
        self._timer = QTimer(self)
        self._timer.setInterval(PACE)
        self._timer.timeout.connect(self.write_one)
        row(self.one, self.on, self.anew, of=self)
        self.dress()

    def write_one(self) -> None:
        """Show a step more."""
        self.go_to(self.count + 1)

    def begin_anew(self) -> None:
        """Show nothing that is written."""
        self._pause()
        self.go_to(0)

    def go_to(self, count: int) -> None:
        """Show so many steps."""
        self.count = max(0, min(count, self.most))
        is_done = self.count == self.most
        if is_done:
            self._pause()
        self.one.setEnabled(not is_done)
        self.on.setEnabled(not is_done)
        self.anew.setEnabled(self.count > 0)
        self.changed.emit()

    def use(self, most: int) -> None:
        """Another writer, which writes so many steps, begins."""
        self.most = most
        self.begin_anew()

    def _toggle(self, on: bool) -> None:
        if on:
            self._timer.start()
            self.write_one()
        else:
            self._pause()

    def _pause(self) -> None:
        self._timer.stop()
        self.on.setChecked(False)

    @property
    def is_writing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody watches."""
        self._pause()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Name the buttons."""
        self.one.setText(self.tr("Write a step"))
        self.on.setText(self.tr("Write on"))
        self.anew.setText(self.tr("From the start"))
