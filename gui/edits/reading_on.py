"""`ReadingOn`: the networks write a step more, and the cursor stands on it."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.errors import EditError
from engine.replay.edits import Edits, ReadOn
from engine.replay.ways_on import why_not
from engine.session.session import Session
from gui.edits.history import EditHistory


def reading_on_of(edits: Edits) -> ReadOn | None:
    """How the networks read on, switched on or not; None where they do not."""
    return next((edit for edit in edits if isinstance(edit, ReadOn)), None)


def with_reading_on(edits: Edits, edit: ReadOn) -> Edits:
    """The edits with this one in the place of another reading on, or behind them."""
    others = tuple(each for each in edits if not isinstance(each, ReadOn))
    return (*others, edit)


class ReadingOn(QObject):
    """Lets the networks read on by one step, and follows with the cursor.

    Signals:
        failed(GatescopeError): no network can, or not as far; nothing has changed.
    """

    failed = Signal(object)

    def __init__(self, session: Session, edits: EditHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, edits

    def write_one(self) -> None:
        """Write one step more than there are, as they were written."""
        if self._session.sequence is None or not self._session.panes:
            return
        problems = [why_not(pane.network) for pane in self._session.panes]
        if all(problem is not None for problem in problems):
            self.failed.emit(problems[self._session.focus])
            return
        now = reading_on_of(self._edits.edits) or ReadOn(1, on=False)
        try:
            edit = replace(now, count=now.count + 1 if now.on else 1, on=True)
        except EditError as error:  # that is the most
            self.failed.emit(error)
            return
        edits = with_reading_on(self._edits.edits, edit)
        self._edits.change(edits, hold="read on", step=sys.maxsize)
