"""The typefaces that the app brings: the same look, in both languages, on every machine."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from gui.look.scale import px
from gui.look.theme import CAPTION, FAMILY
from gui.paths import ASSETS


def load_fonts() -> None:
    """Make Pretendard (text, Latin and Hangul) and KaTeX's (equations) known to Qt."""
    for path in sorted((ASSETS / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def strong(text: str) -> str:
    """Rich text that stands out, in the semi-bold typeface that there is: what ``<b>`` asks for, a
    bolder one, Qt draws by smearing that."""
    return f'<span style="font-weight:{QFont.Weight.DemiBold.value}">{text}</span>'


def typeface(size: int = CAPTION, *, bold: bool = False, family: str = FAMILY) -> QFont:
    """A typeface of a size at 100 %; the window's own unless another is named.  Shared: copy it
    (``QFont(...)``) to change it."""
    return typeface_in_pixels(px(size), bold=bold, family=family)


@lru_cache(maxsize=128)
def typeface_in_pixels(size: int, *, bold: bool = False, family: str = FAMILY) -> QFont:
    """The same, in pixels."""
    font = QFont(family)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
