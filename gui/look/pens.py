"""What every drawing in the window writes and paints with."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont

from gui.look.theme import CAPTION, FAMILY


def typeface(size: int = CAPTION, *, bold: bool = False) -> QFont:
    """The window's typeface in pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def ink(colour: str, alpha: int = 255) -> QColor:
    """A colour of the theme, more or less transparent."""
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
