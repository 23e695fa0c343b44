"""The typefaces that the app brings: the same look, in both languages, on every machine."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from gui.look.theme import CAPTION, FAMILY
from gui.paths import ASSETS


def load_fonts() -> None:
    """Make Pretendard (text, Latin and Hangul) and KaTeX's (equations) known to Qt."""
    for path in sorted((ASSETS / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def typeface(size: int = CAPTION, *, bold: bool = False, family: str = FAMILY) -> QFont:
    """A typeface in pixels; the window's own unless another is named."""
    font = QFont(family)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
