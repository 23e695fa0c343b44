"""What engine and tables say in English, in the window's language."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from engine.counting import filled
from engine.errors import GatescopeError
from engine.progress import Progress
from gui.i18n.percent import share_text

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
        name: explain(value) if isinstance(value, GatescopeError) else share_text(value)
        for name, value in error.values.items()
    }
    if isinstance(network := values.get("network"), str):
        values["network"] = network_title(network)
    if isinstance(corpus := values.get("corpus"), str):
        values["corpus"] = corpus_title(corpus)
    template = template.replace(" %", "\u00a0%")
    return filled(template, values) if values else template


def say(progress: Progress) -> str:
    """What long work is doing."""
    return QCoreApplication.translate(PROGRESS, progress.what)


def network_title(name: str) -> str:
    """What a network or a model of the library is called: ``SimpleRNN(8), one-hot``.  What is no
    such name, as the title of a run that a user chose, stays as it is."""
    whole = QCoreApplication.translate(LIBRARY, name)
    return whole if whole != name else ", ".join(map(_quality, name.split(", ")))


def corpus_title(name: str) -> str:
    """What a corpus is called; a file or folder of the user's stays as it is."""
    return {"IMDB reviews": QCoreApplication.translate("Corpora", "IMDB reviews")}.get(name, name)


def _quality(part: str) -> str:
    """What sets a network apart, as it stands in its name."""
    if part == "one-hot":
        return QCoreApplication.translate(LIBRARY, "one-hot")
    if re.fullmatch(r"dropout [0-9.]+", part):
        text = QCoreApplication.translate(LIBRARY, "dropout {rate}")
        return text.format(rate=part.removeprefix("dropout "))
    return part


def row_text(text: str) -> str:
    """What a row of a table says: a place, a command, a menu."""
    return QCoreApplication.translate(ROWS, text)
