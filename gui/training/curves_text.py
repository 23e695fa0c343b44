"""What the training curves say in rich text: the legend and the tool tip."""

from __future__ import annotations

import html
from collections.abc import Sequence

from engine.training.run import Run
from gui.look.numbers_text import metric_text
from gui.look.theme import theme
from gui.look.typefaces import strong
from gui.plots.metric_drawer import ShownRun
from gui.plots.metric_values import VALIDATION, value_at

MAX_NAMED = 8
"""Runs that the legend names."""

_LONGEST = 30
"""Letters of a title."""

_WIDE = "&nbsp;&nbsp;&nbsp; "


def legend(runs: Sequence[ShownRun], focused: Run | None, more: str) -> str:
    """Every run's title beside its colour, the focused one's strong.

    ``more`` is a text with ``{count}``, for those that it has no room for.
    """
    shown = runs[:MAX_NAMED]
    parts = []
    for each in shown:
        title = _escape(each.run.title)
        if each.run is focused and len(runs) > 1:
            title = strong(title)
        parts.append(_mark(each) + title)
    if len(runs) > len(shown):
        rest = html.escape(more.format(count=len(runs) - len(shown)))
        parts.append(f'<span style="color:{theme().dim}">{rest}</span>')
    return _WIDE.join(parts)


def table_at(
    runs: Sequence[ShownRun],
    epoch: int,
    metrics: Sequence[tuple[str, str]],
    heads: tuple[str, str, str],
) -> str:
    """The values of all runs at an epoch, from 1, "" where none has any.

    ``metrics`` are keys and names; ``heads`` is what the epoch and the two values are called.
    """
    rows = []
    for each in runs:
        title = _mark(each) + _escape(each.run.title)
        for key, name in metrics:
            values = [value_at(each.run, epoch, key) for key in (key, VALIDATION + key)]
            if values != [None, None]:
                texts = ("" if value is None else metric_text(value) for value in values)
                rows.append([title, html.escape(name), *texts])
                title = ""  # once is enough
    if not rows:
        return ""
    head = [strong(html.escape(heads[0])), "", *(html.escape(text) for text in heads[1:])]
    return "<table>" + "".join(_row(row) for row in [head, *rows]) + "</table>"


def _mark(shown: ShownRun) -> str:
    return f'<span style="color:{shown.colour}">\N{BLACK SQUARE}</span>&nbsp;'


def _row(cells: Sequence[str]) -> str:
    return (
        "<tr>"
        + "".join(
            f'<td align="{side}" style="padding-right: 10px; white-space: nowrap">{cell}</td>'
            for cell, side in zip(cells, ("left", "left", "right", "right"), strict=True)
        )
        + "</tr>"
    )


def _escape(title: str) -> str:
    """A title that stays on one line and means no mark-up."""
    if len(title) > _LONGEST:
        title = title[: _LONGEST - 1] + "…"
    return html.escape(title).replace(" ", "&nbsp;")
