"""The typefaces that the app brings: the same look, in both languages, on every machine."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from gui.paths import ASSETS


def load_fonts() -> None:
    """Make Pretendard (text, Latin and Hangul) and KaTeX's (equations) known to Qt."""
    for path in sorted((ASSETS / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
