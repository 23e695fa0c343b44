"""Columns that tables of several pages have: a sequence's number in its corpus, and its label."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Protocol

from gui.look.theme import theme
from gui.naming import label_name
from gui.survey.table import Column, Values


class Labelled(Protocol):
    """A row about a sequence: 1 positive, 0 negative, -1 or None without a label."""

    @property
    def label(self) -> int | None:
        """Of the sequence."""


def number_column(title: str, values: Values | None = None, width: int = 0) -> Column:
    """The number of the sequence in its corpus; ``values`` are those of many rows, ``(N,)``."""
    return Column("number", title, attrgetter("number"), _number_text, values, width=width)


def label_column(title: str, values: Values | None = None) -> Column:
    """The sequence's label, in its colour; ``values`` are those of many rows, ``(N,)``."""
    return Column(
        "label", title, _known, _label_text, values, is_number=False, colour=_label_colour
    )


def _number_text(each: Any) -> str:
    return f"{each.number:,}"


def _known(each: Labelled) -> int | None:
    return None if each.label is None or each.label < 0 else each.label


def _label_text(each: Labelled) -> str:
    return "" if each.label is None else label_name(each.label)


def _label_colour(each: Labelled) -> str:
    known = _known(each)
    return "" if known is None else theme().good if known else theme().bad
