"""`TypedPicture`: a picture of what is typed into a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from engine.errors import TextError
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
