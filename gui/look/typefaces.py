"""The typefaces that the app brings: the same look, in both languages, on every machine."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from gui.look.theme import CAPTION, FAMILY
from gui.paths import ASSETS


def load_fonts() -> None:
    """Make Pretendard (text, Latin and Hangul) and KaTeX's (equations) known to Qt."""
    for path in sorted((ASSETS / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@lru_cache(maxsize=64)
def typeface(size: int = CAPTION, *, bold: bool = False, family: str = FAMILY) -> QFont:
    """A typeface in pixels; the window's own unless another is named.  Shared: copy it
    (``QFont(...)``) to change it."""
    font = QFont(family)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
