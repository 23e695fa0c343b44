"""The sizes that pictures and animations are offered in: one row each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SizeRow:
    """A size.

    Attributes:
        name: in English; `gui.i18n.texts.row_text` says it.
        width, height: in pixels.
        scale: the size of letters and lines in percent of the window's.
    """

    name: str
    width: int
    height: int
    scale: int


PICTURE_SIZES = (
    SizeRow("Slide, 16 : 9", 1920, 1080, 150),
    SizeRow("Slide, 4 : 3", 1440, 1080, 150),
    SizeRow("Paper, 170 mm wide", 1928, 1928, 300),
    SizeRow("Square", 1600, 1600, 200),
)
ANIMATION_SIZES = (
    SizeRow("Small, 16 : 9", 960, 540, 75),
    SizeRow("Medium, 16 : 9", 1280, 720, 100),
    SizeRow("Large, 16 : 9", 1920, 1080, 150),
    SizeRow("Square", 1080, 1080, 125),
)
