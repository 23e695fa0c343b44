"""The language of the window: English, which is in the code, or Korean, in a catalogue."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.paths import ASSETS

TRANSLATIONS = ASSETS / "translations"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Language:
    """A language of the window.

    Attributes:
        code: of its catalogue, and in the settings and on the command line.
        name: as those call it who speak it.
        locale: how its numbers and dates are written.
    """

    code: str
    name: str
    locale: str


LANGUAGES = (Language("en", "English", "en_US"), Language("ko", "한국어", "ko_KR"))
"""The first is the one in the code; every other has a catalogue, ``gatescope_CODE.ts``."""

_installed: list[QTranslator] = []
_current = LANGUAGES[0]


def current() -> str:
    """The code of the language of the moment."""
    return _current.code


def resolve(choice: str) -> Language:
    """The language that a choice means: a code, or ``"system"``."""
    system = QLocale.system().language()
    for language in LANGUAGES:
        if choice == language.code:
            return language
    spoken = [one for one in LANGUAGES if QLocale(one.locale).language() == system]
    return (spoken or LANGUAGES)[0]


def install_language(app: QApplication, choice: str) -> None:
    """Switch the application's language at once; Qt tells every widget."""
    global _current
    language = resolve(choice)
    wanted = _load(language.code, app) if language is not LANGUAGES[0] else []
    before, _current = _current, language
    # The new ones go in first: with none in between no widget is set in English for nothing.
    for translator in wanted:
        app.installTranslator(translator)
    for translator in _installed:
        app.removeTranslator(translator)
        translator.deleteLater()
    _installed[:] = wanted
    if before is not language:
        QLocale.setDefault(QLocale(language.locale))


def _load(language: str, app: QApplication) -> list[QTranslator]:
    translators = []
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", own), (f"gatescope_{language}", str(TRANSLATIONS))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            translators.append(translator)
        else:
            _log.warning("the catalogue %s is missing in %s", name, folder)
    return translators
