"""`row` and `column`: a layout and what stands in it, in one call; `clear` empties one."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gui.look.theme import GAP

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget or a layout, alone or with its stretch; room in pixels; None for what is left."""

Margins = tuple[int, int, int, int]
Box = TypeVar("Box", bound=QBoxLayout)


def row(
    *items: Item, of: QWidget | None = None, spacing: int = GAP, margins: Margins = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Items beside each other, from left to right.

    ``of`` is the widget that they fill, none for a layout within another; ``margins`` are pixels
    at the left, above, at the right and below.
    """
    return _filled(QHBoxLayout(), items, of, spacing, margins)


def column(
    *items: Item, of: QWidget | None = None, spacing: int = GAP, margins: Margins = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Items below each other; see `row`."""
    return _filled(QVBoxLayout(), items, of, spacing, margins)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()


def _filled(
    box: Box, items: tuple[Item, ...], of: QWidget | None, spacing: int, margins: Margins
) -> Box:
    if of is not None:
        of.setLayout(box)
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for each in items:
        item, stretch = each if isinstance(each, tuple) else (each, 0)
        if isinstance(item, QWidget):
            box.addWidget(item, stretch)
        elif isinstance(item, QLayout):
            box.addLayout(item, stretch)
        elif item is None:
            box.addStretch(1)
        else:
            box.addSpacing(item)
    return box
