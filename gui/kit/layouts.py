"""`row`, `column` and `grid_of`: a layout and what stands in it, in one call; `clear` empties one."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from gui.look.scale import sized
from gui.look.theme import GAP

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget or a layout, alone or with its stretch; room in pixels at 100 %; None for what is left."""

Margins = tuple[int, int, int, int]
Box = TypeVar("Box", bound=QBoxLayout)


def row(
    *items: Item, of: QWidget | None = None, spacing: int = GAP, margins: Margins = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Items beside each other, from left to right.

    ``of`` is the widget that they fill, none for a layout within another; ``margins`` are at
    the left, above, at the right and below; they and ``spacing`` are pixels at 100 %.
    """
    return _filled(QHBoxLayout(), items, of, spacing, margins)


def column(
    *items: Item, of: QWidget | None = None, spacing: int = GAP, margins: Margins = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Items below each other; see `row`."""
    return _filled(QVBoxLayout(), items, of, spacing, margins)


def grid_of(
    of: QWidget | None = None,
    *,
    across: int | None = None,
    down: int | None = None,
    grows: int | None = None,
) -> QGridLayout:
    """Rows and columns: ``across`` and ``down`` are pixels between them at 100 %, where they are not
    the style's; ``grows`` is the column that takes what room is left."""
    grid = QGridLayout()
    if of is not None:
        of.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
    for set_spacing, pixels in (
        (grid.setHorizontalSpacing, across),
        (grid.setVerticalSpacing, down),
    ):
        if pixels is not None:
            sized(set_spacing, pixels)
    if grows is not None:
        grid.setColumnStretch(grows, 1)
    return grid


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and those within it, and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            let_go(widget)


def let_go(widget: QWidget) -> None:
    """Hide a widget, and delete it.

    It keeps its parent until then: without it, Qt would dress it and all in it anew, and one that
    was laid out a moment ago, and is about to be shown, would be a window of its own.
    """
    widget.hide()
    widget.deleteLater()


class _Room(QSpacerItem):
    """Empty room along a layout."""

    def __init__(self, *, is_upright: bool) -> None:
        super().__init__(0, 0)
        self._is_upright = is_upright

    def give(self, pixels: int) -> None:
        """Take so many pixels."""
        fixed, across = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self._is_upright:
            self.changeSize(0, pixels, across, fixed)
        else:
            self.changeSize(pixels, 0, fixed, across)


def _filled(
    box: Box, items: tuple[Item, ...], of: QWidget | None, spacing: int, margins: Margins
) -> Box:
    if of is not None:
        of.setLayout(box)
    sized(box.setSpacing, spacing)
    if any(margins):
        sized(box.setContentsMargins, *margins)
    else:
        box.setContentsMargins(0, 0, 0, 0)  # in any scale, as of most
    for each in items:
        item, stretch = each if isinstance(each, tuple) else (each, 0)
        if isinstance(item, QWidget):
            box.addWidget(item, stretch)
        elif isinstance(item, QLayout):
            box.addLayout(item, stretch)
        elif item is None:
            box.addStretch(1)
        else:
            room = _Room(is_upright=isinstance(box, QVBoxLayout))
            sized(room.give, item)
            box.addItem(room)
    return box
