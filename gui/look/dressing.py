"""Dressing the application in a theme and a scale: its palette and its style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui.look.scale import use_scale
from gui.look.style_sheet import style_sheet
from gui.look.theme import BODY, DARK, FAMILY, LIGHT, Theme, theme, use_theme


def apply_theme(choice: str) -> None:
    """Dress the application: "light", "dark", or "system" for the system's."""
    system_dark = QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light
    look = DARK if choice == "dark" or (choice == "system" and system_dark) else LIGHT
    use_theme(look)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(_palette(look))
    app.setStyleSheet(style_sheet(look, FAMILY, BODY))


def apply_scale(percent: int) -> None:
    """Show all that is given by `sized`, or by the style sheet, in so many percent."""
    use_scale(percent)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet(style_sheet(theme(), FAMILY, BODY))


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, look.ground),
        (role.WindowText, look.text),
        (role.Base, look.surface),
        (role.AlternateBase, look.raised),
        (role.Text, look.text),
        (role.Button, look.surface),
        (role.ButtonText, look.text),
        (role.ToolTipBase, look.raised),
        (role.ToolTipText, look.text),
        (role.PlaceholderText, look.faint),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.networks[0]),
        (role.Mid, look.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.faint))
    return palette
