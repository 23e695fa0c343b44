"""`Report`: what went wrong is said in the window and on stderr; of one opening, all at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.counting import filled
from engine.errors import Alarm, GatescopeError, Instead, Note
from gui.i18n.texts import explain
from gui.kit.notice import Notice
from gui.kit.remedy import remedy

MAX_SENTENCES = 5
"""Sentences of one warning; the others are on stderr alone."""


class Report(QObject):
    """Shows errors and notes in the notice, and prints each on stderr.

    While a view or the last session is opened, its parts arrive one after the other: all that
    is told from `begin` on, until ``is_arriving`` no longer holds, stands in one warning.

    Signals:
        place_asked(str): the place of the window that mends it, by name.
    """

    place_asked = Signal(str)

    def __init__(
        self, notice: Notice, is_arriving: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._notice, self._is_arriving = notice, is_arriving
        self.is_open = False
        self.has_failed = False  # an error was told, not only notes
        self.shows_less = False  # or that not all is shown that was asked for
        self._name = ""
        self._is_together = False
        self._told: list[GatescopeError] = []

    def begin(self, name: str = "") -> None:
        """A view of this name, or with "" the last session, is being opened."""
        self.is_open, self._name, self._told = True, name, []

    def end_if_arrived(self) -> None:
        """Once all is there, what goes wrong next has nothing to do with the view."""
        self.is_open = self.is_open and (self._is_together or self._is_arriving())

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is told of files while they are opened at once stands in one warning."""
        if not self.is_open:
            self.begin()
        self._is_together = True
        try:
            yield
        finally:
            self._is_together = False
            self.end_if_arrived()

    def tell(
        self,
        problem: GatescopeError,
        action: Callable[[], str] | None = None,
        act: Callable[[], object] | None = None,
    ) -> None:
        """Say that something went wrong, or was left out; ``action`` names what to do about it."""
        mark = "note: " if isinstance(problem, Note) else ""
        print(f"gatescope: {mark}{problem}", file=sys.stderr)
        self.has_failed |= not isinstance(problem, Note)
        self.shows_less |= self.has_failed or isinstance(problem, Instead)
        place, _ = remedy(problem)
        if place and action is None:
            act = partial(self.place_asked.emit, place)

            def action() -> str:
                return remedy(problem)[1]

        action = action or str
        if not self.is_open and not isinstance(problem, Note):
            self._notice.show_error(problem, action, act)
            return
        if not self.is_open:
            self._name, self._told = "", []
        if str(problem) not in map(str, self._told):
            self._told.append(problem)
        if len(self._told) > 1:
            action, act = str, None  # which of them it is about could not be seen
        self._show(action, act)

    def refuse(self, problems: Sequence[GatescopeError]) -> None:
        """Say why nothing was opened, of several files at once."""
        if len(problems) > 1 and not self._is_together:
            self.begin()
        for problem in problems:
            self.tell(problem)
        self.end_if_arrived()

    def tell_all(
        self, notes: Sequence[Note], action: Callable[[], str], act: Callable[[], object]
    ) -> None:
        """Say several things about one network, none in the place of another."""
        alone = not self.is_open
        if alone:
            self.begin()
        for note in notes:
            self.tell(note, action, act)
        self.is_open = not alone
        if alone and len(notes) > 1:
            self._show(action, act)

    def _show(self, action: Callable[[], str], act: Callable[[], object] | None) -> None:
        """What has been told, in red where the numbers are worthless."""
        grave = any(isinstance(each, Alarm) for each in self._told)
        show = self._notice.show_alarm if grave else self._notice.show_warning
        show(self._warning, action, act)

    def _warning(self) -> str:
        lines = [explain(problem) for problem in self._told[:MAX_SENTENCES]]
        if len(lines) < len(self._told):
            count = len(self._told) - MAX_SENTENCES
            text = self.tr("{count} more are listed where Gatescope was started.")
            lines.append(filled(text, {"count": count}))
        if not self._name:
            return "\n".join(lines)
        title = self.tr("{name} is open. Please note:")
        return "\n".join([filled(title, {"name": self._name}), *(f"• {line}" for line in lines)])
