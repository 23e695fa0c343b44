"""What the window calls the models of the library."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.library import Entry

LIBRARY = "Library"
"""The context of the catalogue; `gui.i18n.update` collects the titles into it."""


def title_of(entry: Entry) -> str:
    """The title of a bundled model, in the window's language."""
    return translated_title(entry.title)


def translated_title(title: str) -> str:
    """One of the library's titles, in the window's language."""
    return QCoreApplication.translate(LIBRARY, title)
