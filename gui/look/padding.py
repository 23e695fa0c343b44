"""How padding looks, among words and among numbers: a faint dot a step."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui.look.theme import Theme

DOT = "·"
"""What stands in place of a word."""

DOT_WIDTH = 6.0
"""Pixels of a dot among words; curves have no more dots than that lets them."""


def padding_colour(look: Theme) -> QColor:
    """Fainter than a word, and never coloured by a signal."""
    return QColor(look.faint)
