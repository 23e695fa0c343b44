"""Who gets how much of the window's height: words, prediction, the rows and curves of a pane.

Plain numbers in, plain numbers out; all are pixels, the constants those at 100 %.  A unit's row in a heat map is to be at least
`UNIT` high, so rows of a pane that do not fit are folded, the least important first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gui.kit.need import Need
from gui.look.scale import px

UNIT = 4
"""The least height of a unit in a heat map, while there is room."""

MAX_ASKED = 128
"""No heat map makes others fold for more: a layer of many units is seen as a whole."""

MIN_MAP, MIN_CURVES = 20, 44
MIN_WIDTH, TIGHT_WIDTH = 164, 104
"""Of a pane: what it is to have beside drawer and cell, and what it cannot do without."""

HEAD = 17
"""The title of a row, with the room below it."""

BETWEEN = 4
"""Between a row and what stands below it."""


@dataclass(frozen=True)
class PaneHeights:
    """How a pane shares its room.

    Attributes:
        shown: the keys of the rows that are shown, in the order of the pane.
        has_button: whether there is something to fold or unfold.
        map: the height of every heat map.
        curves: the height of the curves.
    """

    shown: tuple[str, ...]
    has_button: bool
    map: int
    curves: int


def least_map(units: int) -> int:
    """How high a heat map of so many units has to be not to fold another one."""
    return max(px(MIN_MAP), px(UNIT) * min(units, px(MAX_ASKED) // px(UNIT)))


def needed(rows: int, units: int) -> int:
    """What rows and curves need, with so many rows."""
    return rows * (px(HEAD) + least_map(units) + px(BETWEEN)) + px(MIN_CURVES)


def need_of(rows: int, units: int) -> Need:
    """What the rows and the curves of a pane need.

    Where everything is larger, the least heights stay as they are: plots give way before anything
    has to be scrolled.  A second row comes before a second line of words.
    """
    least = px(HEAD) + px(BETWEEN) + MIN_MAP + MIN_CURVES
    usual, two = needed(1, 1), needed(min(2, rows), units)
    return Need(least, needed(rows, units), between=(usual, two))


def share_pane(
    height: int, keys: Sequence[str], priority: Sequence[str], units: int, *, unfolded: bool = False
) -> PaneHeights:
    """Share the room of a pane between its heat maps and its curves.

    Args:
        height: what there is for rows and curves; where it is less than one row and the curves
            need, it is exceeded by what is missing.
        keys: the rows of the pane, from the top.
        priority: the same, the most important first.
        units: how many rows each heat map has.
        unfolded: show all rows, however thin; whoever asks for it may have to scroll.
    """
    count = len(keys)
    has_button = needed(count, units) > height and count > 1
    if has_button and not unfolded:
        fitting = (rows for rows in range(1, count) if needed(rows, units) <= height)
        count = max(fitting, default=1)
    free = height - count * (px(HEAD) + px(BETWEEN))
    min_map, min_curves = px(MIN_MAP), px(MIN_CURVES)
    if count == 1 and free < min_map + min_curves:
        min_map = max(MIN_MAP, free * MIN_MAP // (MIN_MAP + MIN_CURVES))
        min_curves = MIN_CURVES
    at_most = (free - min_curves) // count
    # A pane with one heat map gives its curves the room that others need for gates; a layer of
    # many units gives them no more than one of its heat maps has.
    share = (free + count * px(HEAD)) // (count + (2 if len(keys) > 2 else 1)) - px(HEAD)
    wide = min(px(UNIT) * units, free // (count + 1))
    each = max(min_map, min(at_most, max(least_map(units), share, wide)))
    shown = set(priority[:count])
    return PaneHeights(
        tuple(key for key in keys if key in shown),
        has_button,
        each,
        max(min_curves, free - count * each),
    )
