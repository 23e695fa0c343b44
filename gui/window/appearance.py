"""`Appearance`: the theme, the language and the scale that the user chose."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.i18n.languages import install_language
from gui.kit.view import change_look
from gui.look.dressing import apply_scale, apply_theme
from gui.settings import Settings


class Appearance(QObject):
    """Changes the look and the language at once, and remembers them."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def use_theme(self, choice: str) -> None:
        """Look "light", "dark", or as the "system" does."""
        self.settings.window.theme = choice
        change_look(lambda: apply_theme(choice))

    def use_language(self, choice: str) -> None:
        """Speak this language, by its code, or that of the "system"."""
        self.settings.window.language = choice
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_language(app, choice)

    def use_scale(self, percent: int) -> None:
        """Show everything in so many percent of its size."""
        if percent != self.settings.window.scale:
            self.settings.window.scale = percent
            change_look(lambda: apply_scale(percent))

    def _follow_system(self) -> None:
        if self.settings.window.theme == "system":
            change_look(lambda: apply_theme("system"))
