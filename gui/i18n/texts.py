"""What engine and tables say in English, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.errors import GatescopeError
from engine.progress import Progress

ERRORS = "Errors"
PROGRESS = "Progress"
LIBRARY = "Library"
ROWS = "Window"
MEANINGS = "Meaning"
"""The contexts of the catalogue; `gui.i18n.update` collects the templates into them."""


def explain(error: GatescopeError) -> str:
    """The sentence of an error: its template translated, then filled in; so are those of its
    values that are sentences themselves."""
    template = QCoreApplication.translate(ERRORS, error.template)
    values = {
        name: explain(value) if isinstance(value, GatescopeError) else value
        for name, value in error.values.items()
    }
    return template.format(**values) if values else template


def say(progress: Progress) -> str:
    """What long work is doing."""
    return QCoreApplication.translate(PROGRESS, progress.what)


def library_title(title: str) -> str:
    """What one of the library's models is called."""
    return QCoreApplication.translate(LIBRARY, title)


def row_text(text: str) -> str:
    """What a row of a table says: a place, a command, a menu."""
    return QCoreApplication.translate(ROWS, text)
