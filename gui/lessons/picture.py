"""`Picture`: what every picture of a lesson is, whatever there is to play with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.errors import GatescopeError
from engine.replay.trace import Trace
from engine.session.state import SessionState
from gui.i18n.texts import explain
from gui.kit.layouts import column
from gui.kit.view import View
from gui.kit.widgets import label
from gui.kit.work import Latest
from gui.lessons.context import LessonContext
from gui.lessons.seen import what_is_read
from gui.look.scale import sized
from gui.look.theme import GAP

LETTERS = 15
"""Pixels of the text: it is read from the back of a room."""

SHEET = """
QLabel[role=""] { font-size: 13px; }
QLabel[role="dim"], QLabel[role="mono"] { font-size: 13px; }
QLabel[role="caption"] { font-size: 12px; }
"""
"""What stands in and below a picture is a step larger than in the window."""

Options = Mapping[str, str]
"""What the lesson's file says of the picture."""


class Picture(View):
    """A body, and above it, where it cannot be drawn, why.

    Sub-classes fill `body`, override `show_all`, and call `dress` when built.

    Signals:
        opened(QWidget): this part has just been filled, and is to be brought into sight.

    Attributes:
        follows_step: whether it is drawn anew at every step; one that shows the same at every step
            costs none.
    """

    opened = Signal(QWidget)
    follows_step: ClassVar = True
    _work: Latest | None = None

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__()
        self.context, self.options = context, options
        self.session = context.session
        self.body = QWidget()
        sized(self.setStyleSheet, SHEET)
        self.problem = label("dim", wraps=True)
        self.problem.hide()
        column(self.problem, (self.body, 1), of=self, spacing=GAP)
        session = self.session
        for event in (session.traces_changed, session.panes_changed, session.units_changed):
            self.subscribe(event, self._follow)
        if self.follows_step:
            self.subscribe(session.step_changed, self._follow)

    def unsubscribe(self) -> None:
        """Another lesson is shown, or the window closes: its work ends."""
        if self._work is not None:
            self._work.cancel()
        super().unsubscribe()

    def show_all(self) -> None:
        """Draw it for the networks, the step and the units of the moment.

        Raises:
            GatescopeError: it cannot be drawn; the sentence stands in its place.
        """

    def seen(self, view: SessionState, window: SessionState) -> SessionState:
        """What the lesson's view is to show, so that it opens what stands here; as it is in its file
        where nothing can be drawn here.

        Args:
            view: the lesson's, from its file.
            window: a snapshot of the window.
        """
        return self.shown(view, window) if self.problem.isHidden() else view

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """The same where it is drawn: what the window reads, on the view's networks."""
        return what_is_read(self.context, view, window)

    def step_in(self, trace: Trace) -> int:
        """The step of the moment; the last one of a reading that is shorter than the window's."""
        return min(self.session.step, len(trace) - 1)

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        try:
            self.show_all()
        except GatescopeError as error:
            self.problem.setText(explain(error))
            self.problem.show()
            self.body.hide()
            return
        self.problem.hide()
        self.body.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be at the state of the moment."""
        super().showEvent(event)
        self._show()

    def retranslate(self) -> None:
        """What is drawn has names."""
        self._follow()

    def restyle(self) -> None:
        """What is drawn has colours."""
        self._follow()


Make = Callable[[LessonContext, Options], Picture]
