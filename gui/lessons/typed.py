"""`TypedPicture`: a picture of what is typed into a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from engine.errors import TextError
from engine.session.state import ReviewState, SessionState
from gui.i18n.texts import explain
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture

MAX_LETTERS = 400

Read = TypeVar("Read")


class TypedPicture(Picture):
    """What cannot be read is said below the line, which stays."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options, text: str) -> None:
        super().__init__(context, options)
        self.text_name, self.text = label("dim"), QLineEdit(text)
        self.text.setMaxLength(MAX_LETTERS)
        self.text.textChanged.connect(self._typed)
        self.unread = label("dim", wraps=True)
        self.unread.hide()

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; what is typed, at its own step, read by the networks of the view."""
        if not self.unread.isHidden():
            return view
        review = ReviewState(text=self.text.text())
        return replace(view, review=review, step=self.step_of_view(view))

    def step_of_view(self, view: SessionState) -> int | None:
        """The time step of the view that is chosen here, from 0."""
        return view.step

    def _typed(self) -> None:
        self._follow()

    def taken(self, read: Callable[[], Read]) -> Read | None:
        """What is read of the line; None, and why is said, where it cannot be."""
        result: Read | None
        try:
            result = read()
        except TextError as error:
            self.unread.setText(explain(error))
            result = None
        self.unread.setVisible(result is None)
        for part in self.of_what_is_read():
            part.setVisible(result is not None)
        return result

    def of_what_is_read(self) -> Iterable[QWidget]:
        """What says something of the line, and is not there while nothing can be read of it."""
        return ()
