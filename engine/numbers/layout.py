"""How a text file of numbers is laid out, guessed from its beginning."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from engine.numbers import cells
from engine.numbers.table import unique

DELIMITERS = ",\t;| "
"""A space stands for any white space."""

SAMPLE = 1 << 16
"""Bytes that are looked at."""

_LOOKED = 100
"""Rows that are looked at."""

_PROSE = 4
"""Words in the cells of a column, on average, that make it one of sentences."""

_TIMES = (
    *("time", "times", "timestamp", "date", "datetime", "date time", "day", "month", "year"),
    *("step", "index", "idx", "t", "period"),
    *("시간", "시각", "날짜", "일자", "일시", "연도", "년도", "월", "단계", "스텝", "타임 스텝"),
)


@dataclass(frozen=True)
class Layout:
    """How to read the rows.

    Attributes:
        delimiter: what parts the cells; a space stands for any white space.
        comma: whether the comma is the decimal mark.
        before: rows before the first row of data (comments, header).
        names: of the columns, each once.
        numeric: which columns hold numbers.
        time: the place of the column of the times, None if there is none.
        share: how many of the cells of the sample, but for the times, are numbers, 0 to 1.
        prose: whether a column holds sentences.
    """

    delimiter: str
    comma: bool
    before: int
    names: tuple[str, ...]
    numeric: tuple[bool, ...]
    time: int | None
    share: float
    prose: bool

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The cells of each line."""
        return _split(lines, self.delimiter)


def layout_of(sample: str) -> Layout | None:
    """The layout of a file that begins like this; None if there is nothing in it."""
    lines = sample.splitlines()
    comments = 0
    while comments < len(lines) and lines[comments].startswith("#"):
        comments += 1
    body = [line for line in lines[comments:] if line.strip()][:_LOOKED]
    if not body:
        return None
    delimiter, comma = max(
        (
            (mark, comma)
            for mark in DELIMITERS
            for comma in (False, True)
            if not (comma and mark == ",")
        ),
        key=lambda choice: _fitness(body, *choice),
    )
    rows = list(_split(body, delimiter))
    width = len(rows[0])
    names: list[str] | None = None
    before = comments
    data = [row for row in rows if len(row) == width]
    if _is_header(data, comma):
        names, data = [cell.strip() for cell in data[0]], data[1:]
        before += 1 + _blank_lines(lines[comments:])
    elif comments:
        said = next(_split([lines[comments - 1].lstrip("#").strip()], delimiter), [])
        if len(said) == width and not any(cells.is_number(cell, comma) for cell in said):
            names = [cell.strip() for cell in said]
    columns = list(zip(*data, strict=True)) or [()] * width
    numeric = tuple(
        _is_numeric(column, comma) and not (names and not names[place] and _is_empty(column))
        for place, column in enumerate(columns)
    )
    time = _time_of(names, columns, numeric)
    own = [place for place in range(width) if place != time]
    counted = sum(cells.is_number(cell, comma) for place in own for cell in columns[place])
    total = sum(
        cell.strip().lower() not in cells.MISSING for place in own for cell in columns[place]
    )
    prose = any(
        not numeric[place] and _is_prose(column) for place, column in enumerate(columns) if column
    )
    names = [""] * width if names is None else names
    return Layout(
        delimiter,
        comma,
        before,
        unique(names),
        numeric,
        time,
        counted / total if total else 0.0,
        prose,
    )


def _split(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    if delimiter == " ":
        return (line.split() for line in lines)
    csv.field_size_limit(2**31 - 1)
    return csv.reader(lines, delimiter=delimiter)


def _blank_lines(lines: list[str]) -> int:
    return next(place for place, line in enumerate(lines) if line.strip())


def _fitness(lines: list[str], delimiter: str, comma: bool) -> tuple[float, int, bool]:
    """How well a delimiter parts the lines into columns of numbers."""
    rows = [row for row in _split(lines, delimiter) if row]
    width = len(rows[0]) if rows else 0
    same = sum(len(row) == width for row in rows)
    below = rows[1:] or rows  # the first row may name the columns
    every = list(chain.from_iterable(below))
    numeric_cells = sum(cells.value(cell, comma) is not None for cell in every)
    share = numeric_cells / len(every) if every else 0.0
    # One column is what is left where nothing parts; of texts, what parts them most.
    fit = same / max(1, len(rows)) * (share + 0.01 * (width > 1)) * (1 if width > 1 else 0.45)
    return round(fit, 6), width, not comma


def _is_header(rows: list[list[str]], comma: bool) -> bool:
    """Whether the first row names the columns: a text stands above a number."""
    if not rows:
        return False
    first, below = rows[0], rows[1:]
    if not below:
        return not any(cells.value(cell, comma) is not None for cell in first)
    columns = list(zip(*below, strict=True))
    for name, column in zip(first, columns, strict=True):
        if name.strip() and cells.value(name, comma) is None and _is_numeric(column, comma):
            return True
    return False


def _is_prose(column: tuple[str, ...]) -> bool:
    """Whether these are sentences, and not dates in words."""
    words = sum(len(cell.split()) for cell in column)
    return words >= _PROSE * len(column) and not all(map(cells.is_time, column))


def _is_empty(column: tuple[str, ...]) -> bool:
    return not any(map(str.strip, column))


def _is_of_times(column: tuple[str, ...]) -> bool:
    """Whether the cells are times, but for a sum or a remark; which those are is said later."""
    present = [cell for cell in column if cell.strip()]
    others = sum(not cells.is_time(cell) for cell in present)
    return others == 0 or (10 * others <= len(present) and len(present) - others >= 3)


def _is_numeric(column: tuple[str, ...], comma: bool) -> bool:
    """Whether at least half of what is not missing are numbers."""
    present = [cell for cell in column if cell.strip().lower() not in cells.MISSING]
    return 2 * sum(cells.is_number(cell, comma) for cell in present) >= len(present)


def _time_of(
    names: list[str] | None, columns: list[tuple[str, ...]], numeric: tuple[bool, ...]
) -> int | None:
    """Which column says when: one of dates, one that is called so, or a first one of texts."""
    for place, column in enumerate(columns):
        if not (numeric[place] or _is_empty(column)) and _is_of_times(column):
            return place
    if names is not None and len(names) > 1:
        called = [name.strip().lower() for name in names]
        for place, name in enumerate(called):
            if name in _TIMES or (place == 0 and not name):  # pandas writes an index so
                return place
    return 0 if columns and columns[0] and not numeric[0] and any(numeric) else None


def time_by_name(names: list[str]) -> str | None:
    """The first column that is called as times are, of several."""
    return (
        next((name for name in names if name.strip().lower() in _TIMES), None)
        if names[1:]
        else None
    )
