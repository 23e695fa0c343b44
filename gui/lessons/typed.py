"""`TypedPicture`: a picture of what is typed into a line of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from engine.errors import TextError
from engine.session.state import ReviewState, SessionState
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture
from gui.lessons.schema import Schema
from gui.look.theme import GAP

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
        self._parts: tuple[QWidget, ...] = ()

    def lay_out(self, schema: Schema, *parts: QWidget) -> None:
        """Put the line above a schema, and what else says something of it below; they are not
        there while nothing can be read of it."""
        self._parts = (schema, *parts)
        line = row(self.text_name, (self.text, 1))
        column(line, self.unread, (schema, 2), *parts, None, of=self.body, spacing=GAP)

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
        for part in self._parts:
            part.setVisible(result is not None)
        return result
