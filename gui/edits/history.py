"""`EditHistory`: changes the session's edits, takes them back, and says what cannot be done."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError
from engine.replay.edited import edited
from engine.replay.edits import Edit, Edits, SequenceEdit
from engine.session.session import Session
from gui.kit.widgets import once


class EditHistory(QObject):
    """The one hand that sets `Session.edits`, with a list of what they were before.

    Edits are plain data in a tuple, so that a step of the history is the tuple itself.

    Signals:
        changed(): the edits, or what can be taken back, are others.
        failed(GatescopeError): an edit cannot be carried out; nothing has changed.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edits = session.edits
        self._past: list[Edits] = []
        self._future: list[Edits] = []
        self._hold: Hashable = None
        self._at: int | None = None  # where to stand with the edits of the moment
        self._is_setting = False
        self._newest = once(self, self._catch_up)
        session.edits_changed.connect(self._follow)
        session.busy_changed.connect(self._go_on)

    @property
    def edits(self) -> Edits:
        """Those of the moment; while something is dragged, a few milliseconds ahead of what the
        session reads."""
        return self._edits

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to be taken back."""
        return bool(self._past)

    # -- changes -----------------------------------------------------------------

    def add(self, edit: Edit) -> bool:
        """Add an edit; whether it can be carried out."""
        if isinstance(edit, SequenceEdit) and self._session.sequence is not None:
            try:
                edited(self._session.sequence, (edit,))
            except GatescopeError as error:
                self.failed.emit(error)
                return False
        self.change((*self._edits, edit))
        return True

    def put(self, place: int, edit: Edit) -> None:
        """Put another edit in the place of one."""
        self.change((*self._edits[:place], edit, *self._edits[place + 1 :]))

    def remove(self, place: int) -> None:
        """Take an edit away."""
        self.change(self._edits[:place] + self._edits[place + 1 :])

    def switch(self, place: int, on: bool) -> None:
        """Switch an edit on or off."""
        self.put(place, replace(self._edits[place], on=on))

    def switch_all(self, on: bool) -> None:
        """Switch all edits on or off."""
        self.change(tuple(replace(edit, on=on) for edit in self._edits))

    def clear(self) -> None:
        """Take all edits away."""
        self.change(())

    def change(self, edits: Edits, hold: Hashable = None, step: int | None = None) -> None:
        """Read with other edits.

        Args:
            edits: in order.
            hold: what is being dragged: changes with one hold in a row are taken back together,
                and of those that come faster than they are read, the newest counts.
            step: where to stand then, as of `Session.change_edits`.
        """
        edits = tuple(edits)
        if edits == self._edits:
            return
        if hold is None or hold != self._hold:
            self._past.append(self._edits)
        self._hold = hold
        self._future.clear()
        self._set(edits, step)

    def let_go(self) -> None:
        """What was dragged has been let go of: the next change stands alone."""
        self._hold = None

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """Make it again."""
        self._step(self._future, self._past)

    def _step(self, source: list[Edits], other: list[Edits]) -> None:
        if source:
            other.append(self._edits)
            self._hold = None
            self._set(source.pop())

    # -- the session -------------------------------------------------------------

    def _set(self, edits: Edits, step: int | None = None) -> None:
        self._edits, self._at = edits, step
        if self._hold is None or not self._session.busy:
            self._catch_up()
        self.changed.emit()

    def _go_on(self, busy: bool) -> None:
        if not busy and self._session.edits != self._edits:
            self._newest.start(0)

    def _catch_up(self) -> None:
        self._is_setting = True
        self._session.change_edits(self._edits, self._at)
        self._is_setting = False

    def _follow(self) -> None:
        """Take the edits of a view, or those before a reading that failed."""
        if self._is_setting or self._session.edits == self._edits:
            return
        self._edits = self._session.edits
        if self._past and self._past[-1] == self._edits:
            self._past.pop()
        else:
            self._past.clear()
        self._future.clear()
        self._hold = None
        self.changed.emit()
