"""How a text file of numbers is laid out, guessed from its beginning."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from engine.numbers import number_texts
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


MAX_TEXT = 30
"""Rows of text that may stand above a table."""

_GOOD = 0.2
"""How well lines are parted, see `_fitness`, in which numbers are found."""

MAX_NAMES = 3
"""Rows of more names and units that may stand below the first."""


@dataclass(frozen=True)
class Head:
    """How a table begins and ends, where somebody said so.

    Attributes:
        row: the row of the file, from 1, that names the columns; 0 for none, None looks.
        skip: how many rows of the file are left out before anything is looked at.
        sums: whether rows that sum up others ("Total") are left out.
    """

    row: int | None = None
    skip: int = 0
    sums: bool = True


UNSPECIFIED = Head()
"""Nobody said anything: how the table begins is looked for."""


@dataclass(frozen=True)
class TextLayout:
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
        header: the row of the file, from 1, that names the columns; None if there is none.
        left: the rows around it that hold neither names nor data, with what stands there.
    """

    delimiter: str
    comma: bool
    before: int
    names: tuple[str, ...]
    numeric: tuple[bool, ...]
    time: int | None
    share: float
    prose: bool
    header: int | None = None
    left: tuple[tuple[int, str], ...] = ()

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The cells of each line."""
        return _split(lines, self.delimiter)


def layout_of(sample: str, head: Head = UNSPECIFIED) -> TextLayout | None:
    """The layout of a file that begins like this; None if there is nothing in it."""
    lines = sample.splitlines()
    comments = head.skip
    while comments < len(lines) and lines[comments].startswith("#"):
        comments += 1
    places = [at for at in range(comments, len(lines)) if lines[at].strip()][: _LOOKED + MAX_TEXT]
    if not (body := [lines[at] for at in places]):
        return None
    begin = 0
    if head.row is None:
        begin = _text_above(body)
    elif head.row and (begin := sum(at < head.row - 1 for at in places)) == len(body):
        return None
    delimiter, comma = _best(body[begin:])[1:]
    starts, rows = _rows(body, delimiter)
    begin = min(sum(start < begin for start in starts), len(rows) - 1)
    # Lines that a quoted cell joins are one row, as they are where the file is read.
    places = [places[start] - (start - row) for row, start in enumerate(starts)]
    top = _top(rows, comma, head.row, begin)
    names, before = None, comments
    if top.header is not None:
        names, before = [cell.strip() for cell in rows[top.header]], places[top.header] + 1
        _add_names(names, rows[top.header + 1 : top.first])
    elif comments > head.skip:
        said = next(_split([lines[comments - 1].lstrip("#").strip()], delimiter), [])
        if len(said) == top.width and not any(number_texts.is_number(cell, comma) for cell in said):
            names = [cell.strip() for cell in said]
    if top.first and top.first != (top.header or 0) + (top.header is not None):
        before = places[top.first - 1] + 1
    left = [at for at in range(top.first) if at != top.header]
    data = [row for row in rows[top.first : top.first + _LOOKED] if len(row) == top.width]
    columns = list(zip(*data, strict=True)) or [()] * top.width
    numeric = tuple(
        _is_numeric(column, comma) and not (names and not names[place] and _is_empty(column))
        for place, column in enumerate(columns)
    )
    time = _time_of(names, columns, numeric)
    own = [place for place in range(top.width) if place != time]
    counted = sum(number_texts.is_number(cell, comma) for place in own for cell in columns[place])
    total = sum(
        cell.strip().lower() not in number_texts.MISSING for place in own for cell in columns[place]
    )
    prose = any(
        not numeric[place] and _is_prose(column) for place, column in enumerate(columns) if column
    )
    return TextLayout(
        delimiter,
        comma,
        before,
        unique([""] * top.width if names is None else names),
        numeric,
        time,
        counted / total if total else 0.0,
        prose,
        None if top.header is None else places[top.header] + 1,
        tuple((places[at] + 1, delimiter.join(rows[at]).strip()) for at in left),
    )


@dataclass(frozen=True)
class _Top:
    """Where a table begins, by the places of its rows among those that hold something.

    Attributes:
        header: the row that names the columns, None if there is none.
        first: the first row of data.
        width: the cells of a row.
    """

    header: int | None
    first: int
    width: int


def _best(lines: list[str]) -> tuple[tuple[float, int, bool], str, bool]:
    """How well the best of the delimiters parts the lines, which it is, and whether the comma is
    the decimal mark."""
    return max(
        (
            (_fitness(lines, mark, comma), mark, comma)
            for mark in DELIMITERS
            for comma in (False, True)
            if not (comma and mark == ",")
        ),
        key=lambda choice: choice[0],
    )


def _text_above(lines: list[str]) -> int:
    """How many lines above the table are none of it: without them the others are far better parted
    into columns of numbers."""
    fit = _best(lines)[0][0]
    for count in range(1, min(MAX_TEXT + 1, len(lines) - 1)):
        if fit > _GOOD:
            break
        if _best(lines[count:])[0][0] > max(_GOOD, 3 * fit):
            return count
    return 0


def _top(rows: list[list[str]], comma: bool, chosen: int | None, begin: int) -> _Top:
    """Find the names of the columns below texts, and the data below more names and units."""
    if chosen:
        width = len(rows[begin])
        return _Top(begin, begin + 1 + _more_names(rows[begin + 1 :], width, comma), width)
    begin += _titles(rows[begin:], comma)
    width = len(rows[begin])
    below = [row for row in rows[begin:] if len(row) == width]
    if chosen == 0 or not _is_header(below, comma):
        return _Top(None, begin, width)
    return _Top(begin, begin + 1 + _more_names(rows[begin + 1 :], width, comma), width)


def _titles(rows: list[list[str]], comma: bool) -> int:
    """How many rows above the names of the columns have a text in their first cell at most, as
    titles in a spreadsheet do."""
    width = len(rows[0])
    for at, row in enumerate(rows[: MAX_TEXT + 1] if width > 1 else []):
        if len(row) != width or any(map(str.strip, row[1:])):
            below = [one for one in rows[at:] if len(one) == width]
            return at if at and len(below) > 1 and _is_header(below, comma) else 0
        if number_texts.value(row[0], comma) is not None and row[0].strip():
            return 0
    return 0


def _more_names(rows: list[list[str]], width: int, comma: bool) -> int:
    """How many rows below the names hold no data: more names, or units."""
    count = 0
    while count < MAX_NAMES and count + 1 < len(rows):
        row, below = rows[count], [one for one in rows[count + 1 :] if len(one) == width]
        columns = list(zip(*below, strict=True))
        if len(row) != width or not columns:
            return count
        numeric = [at for at, column in enumerate(columns) if _has_numbers(column, comma)]
        own = [row[at].strip() for at in numeric]
        is_text = any(own) and all(
            not cell or number_texts.value(cell, comma) is None for cell in own
        )
        is_label = not any(own) and bool(row[0].strip()) and not number_texts.is_time(row[0])
        is_label = is_label and not any(map(str.strip, row[1:])) and 0 not in numeric
        if not numeric or not (is_text or is_label) or any(map(number_texts.is_time, own)):
            return count
        count += 1
    return count


def _add_names(names: list[str], rows: list[list[str]]) -> None:
    """What the rows below the names say of them: of a lone first cell, what the times are called;
    of names that are there twice, which is which."""
    for row in rows:
        if row[0].strip() and not any(map(str.strip, row[1:])):
            names[0] = row[0].strip()
    for row in rows:
        if len(set(names)) < len(names):
            names[:] = [
                f"{name} {more.strip()}" if names.count(name) > 1 and more.strip() else name
                for name, more in zip(list(names), row, strict=True)
            ]


def _rows(lines: list[str], delimiter: str) -> tuple[list[int], list[list[str]]]:
    """The rows of lines none of which is blank, and at which line each begins: a quoted cell may
    go on in the next."""
    if delimiter == " ":
        return list(range(len(lines))), [line.split() for line in lines]
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(lines, delimiter=delimiter)
    starts, rows, begin = [], [], 0
    for row in reader:
        starts.append(begin)
        rows.append(row)
        begin = reader.line_num
    return starts, rows


def _split(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    if delimiter == " ":
        return (line.split() for line in lines)
    csv.field_size_limit(2**31 - 1)
    return csv.reader(lines, delimiter=delimiter)


def _fitness(lines: list[str], delimiter: str, comma: bool) -> tuple[float, int, bool]:
    """How well a delimiter parts the lines into columns of numbers."""
    rows = [row for row in _split(lines, delimiter) if row]
    width = len(rows[0]) if rows else 0
    same = sum(len(row) == width for row in rows)
    below = rows[1:] or rows  # the first row may name the columns
    every = list(chain.from_iterable(below))
    numeric_cells = sum(number_texts.value(cell, comma) is not None for cell in every)
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
        return not any(number_texts.value(cell, comma) is not None for cell in first)
    columns = list(zip(*below, strict=True))
    for name, column in zip(first, columns, strict=True):
        if name.strip() and number_texts.value(name, comma) is None and _is_numeric(column, comma):
            return True
    return False


def _is_prose(column: tuple[str, ...]) -> bool:
    """Whether these are sentences, and not dates in words."""
    words = sum(len(cell.split()) for cell in column)
    return words >= _PROSE * len(column) and not all(map(number_texts.is_time, column))


def _is_empty(column: tuple[str, ...]) -> bool:
    return not any(map(str.strip, column))


def _is_of_times(column: tuple[str, ...]) -> bool:
    """Whether the cells are times, but for a sum or a remark; which those are is said later."""
    present = [cell for cell in column if cell.strip()]
    others = sum(not number_texts.is_time(cell) for cell in present)
    return others == 0 or (10 * others <= len(present) and len(present) - others >= 3)


def _has_numbers(column: tuple[str, ...], comma: bool) -> bool:
    """Whether it is a column of numbers, and one is there."""
    return _is_numeric(column, comma) and any(
        number_texts.is_number(cell, comma) for cell in column
    )


def _is_numeric(column: tuple[str, ...], comma: bool) -> bool:
    """Whether at least half of what is not missing are numbers."""
    present = [cell for cell in column if cell.strip().lower() not in number_texts.MISSING]
    return 2 * sum(number_texts.is_number(cell, comma) for cell in present) >= len(present)


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
