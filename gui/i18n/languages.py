"""The language of the window: English, which is in the code, or Korean, in a catalogue."""

from __future__ import annotations

import logging

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.paths import ASSETS

TRANSLATIONS = ASSETS / "translations"

_log = logging.getLogger(__name__)
_installed: list[QTranslator] = []
_current = "en"


def current() -> str:
    """The language of the moment, ``"en"`` or ``"ko"``."""
    return _current


def resolve(choice: str) -> str:
    """The language that a choice (``"system"``, ``"en"``, ``"ko"``) means."""
    if choice in ("en", "ko"):
        return choice
    return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"


def install_language(app: QApplication, choice: str) -> None:
    """Switch the application's language at once; Qt tells every widget."""
    global _current
    language = resolve(choice)
    wanted = _load(language, app) if language != "en" else []
    before, _current = _current, language
    # The new ones go in first: with none in between no widget is set in English for nothing.
    for translator in wanted:
        app.installTranslator(translator)
    for translator in _installed:
        app.removeTranslator(translator)
        translator.deleteLater()
    _installed[:] = wanted
    if before != language:
        country = QLocale.Country.SouthKorea if language == "ko" else QLocale.Country.UnitedStates
        tongue = QLocale.Language.Korean if language == "ko" else QLocale.Language.English
        QLocale.setDefault(QLocale(tongue, country))


def _load(language: str, app: QApplication) -> list[QTranslator]:
    found = []
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", own), (f"gatescope_{language}", str(TRANSLATIONS))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            found.append(translator)
        else:
            _log.warning("the catalogue %s is missing in %s", name, folder)
    return found
