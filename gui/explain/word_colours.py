"""`WordColours`: lends the session what the words may be coloured by, when it is chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from engine.errors import GatescopeError
from engine.session.pane import LENT
from engine.session.session import Session
from gui.explain import attending, questions
from gui.explain.explaining import Explaining, Question


class WordColours(QObject):
    """Asks for the signal of the moment, and hands it over when it is known."""

    def __init__(self, session: Session, explaining: Explaining, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._explaining = session, explaining
        for event in (session.shade_changed, session.traces_changed):
            event.connect(self._ask)
        session.step_changed.connect(self._follow)
        explaining.changed.connect(self._ask)
        explaining.answered.connect(self._lend)
        self._is_lending = False

    def _follow(self, step: int) -> None:
        """What is felt is another at every step; what each word did only at the cursor."""
        if (
            self._session.shade.key in ("felt", "attention")
            or self._explaining.asked.at == "cursor"
        ):
            self._ask()

    def _ask(self, *_: object) -> None:
        if self._is_lending:
            return
        shade, panes = self._session.shade, self._session.panes
        trace = panes[shade.pane].trace if shade.pane < len(panes) else None
        wanted: list[Question] = []
        if trace is not None and shade.key == "felt":
            wanted = [questions.fading(trace, panes[shade.pane].layer)]
        elif trace is not None and shade.key == "attribution":
            method = self._explaining.asked.methods[0]
            question = questions.attribution_in(self._session, self._explaining, shade.pane, method)
            wanted = [] if question is None else [question]
        self._explaining.asker.ask("words", wanted)
        if wanted or shade.key == "attention":
            self._lend()

    def _lend(self) -> None:
        shade, panes, asker = self._session.shade, self._session.panes, self._explaining.asker
        trace = panes[shade.pane].trace if shade.pane < len(panes) else None
        if trace is None or shade.key not in LENT:
            return
        values = np.full(self._session.steps, np.nan)
        if shade.key == "felt":
            felt = questions.find_fading(asker, trace, panes[shade.pane].layer)
            if felt is not None and not isinstance(felt, GatescopeError):
                column = np.clip(felt.share[:, self._session.step], 0.0, 1.0)
                values[: len(column)] = column
        elif shade.key == "attention":
            if (attended := attending.chosen(self._explaining, panes[shade.pane])) is not None:
                head = attending.chosen_head(self._explaining, attended)
                taken = attended.taken_at(self._session.step, len(values), head)
                values = values if taken is None else taken.astype(np.float64)
        else:
            method = self._explaining.asked.methods[0]
            question = questions.attribution_in(self._session, self._explaining, shade.pane, method)
            found = None if question is None else asker.find(question.key)
            if found is not None and not isinstance(found, GatescopeError):
                values[: len(found.scores)] = found.scores
        self._is_lending = True
        try:
            self._session.lend(shade.pane, shade.key, values)
        finally:
            self._is_lending = False
