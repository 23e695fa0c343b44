"""Drawer and cell panel beside the panes, or, in a narrow window, over them."""

from __future__ import annotations

from dataclasses import dataclass

from gui.cell.strip import WIDTH as STRIP
from gui.look.scale import px

CELL, WIDE_CELL, MAX_CELL = 280, 296, 460
"""The cell panel's least width, its width where there is little room, and its most."""


@dataclass(frozen=True)
class SidesShown:
    """What stands beside the panes.

    Attributes:
        drawer_stands: else it lies over the panes.
        cell_stands: else a strip is left of it, which opens it over the panes.
    """

    drawer_stands: bool
    cell_stands: bool


def arrange(width: int, drawer: int, centre: int, roomy: int) -> SidesShown:
    """What has room beside the panes; the drawer, which was asked for, before the cell.

    Args:
        width: of the window without the rail.
        drawer: the least width of the open drawer, 0 if none is open.
        centre: the least width of the panes.
        roomy: the width from which on drawer and cell stand together.
    """
    cell_stands = drawer + centre + px(CELL) <= width and (not drawer or width >= roomy)
    beside = px(CELL) if cell_stands else px(STRIP)
    return SidesShown(drawer + centre + beside <= width, cell_stands)
