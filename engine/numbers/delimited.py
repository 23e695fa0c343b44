"""Tables written as text: CSV, TSV, columns parted by white space, what spreadsheets copy."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import Note, TextError
from engine.numbers import number_texts
from engine.numbers.table import Table, check_size, no_rows, not_finite
from engine.numbers.text_layout import SAMPLE, Head, TextLayout, layout_of
from engine.progress import Progress, ShouldStop, check, finish
from engine.written_in import encoding_note, encoding_of

_Typed = tuple[npt.NDArray[np.float64], list[str]]
Plain = Callable[[str, str, Sequence[int], "int | None"], "_Typed | None"]
"""Reads lines of plain numbers at once, see `engine.numbers.pandas_rows`."""

AS_IT_STANDS = Head(sums=False)
"""All rows are read, also those that sum up others."""

_CHUNK = 20_000
"""Rows between two reports of progress."""


def read_delimited(
    path: Path,
    should_stop: ShouldStop | None = None,
    plain: Plain | None = None,
    head: Head = AS_IT_STANDS,
) -> Generator[Progress, None, Table]:
    """The numbers of a text file; yields progress in bytes.

    Args:
        path: the file.
        should_stop: true ends the reading.
        plain: reads rows of plain numbers faster.
        head: how the table begins and ends.

    Raises:
        Cancelled: ``should_stop`` became true.
        OSError: it cannot be read.
        TextError: its encoding is not known, or it holds no table of numbers.
    """
    if (encoding := encoding_of(path)) is None:
        raise _not_utf8(path.name)
    with path.open("rb") as file:
        try:
            layout = layout_of(sample_text(file.read(SAMPLE), encoding), head)
            file.seek(0)
            lines = io.TextIOWrapper(file, encoding=encoding, newline="")
            size = path.stat().st_size
            reader = _Reader(path.name, layout, lines, plain, head.sums)
            table = yield from reader.read(size, should_stop, file.tell)
        except UnicodeDecodeError as error:
            raise _not_utf8(path.name) from error
    note = encoding_note(path.name, encoding)
    return table if note is None else replace(table, notes=(note, *table.notes))


def read_pasted(text: str, title: str, head: Head = AS_IT_STANDS) -> Table:
    """The numbers in a text from the clipboard, or of a sheet.

    Raises:
        TextError: there is no table of numbers in it.
    """
    lines = io.StringIO(text, newline="")
    layout = layout_of(text[:SAMPLE], head)
    return finish(_Reader(title, layout, lines, sums=head.sums).read(0, None, lambda: 0))


def sample_text(start: bytes, encoding: str) -> str:
    """The whole lines at the beginning of a file.

    Raises:
        UnicodeDecodeError: it is in another encoding.
    """
    text = codecs.getincrementaldecoder(encoding)().decode(start)
    return text[: text.rfind("\n") + 1] if len(start) == SAMPLE and "\n" in text else text


class _Reader:
    """Reads rows in chunks, column by column."""

    def __init__(
        self,
        title: str,
        layout: TextLayout | None,
        lines: io.TextIOBase,
        plain: Plain | None = None,
        sums: bool = False,
    ) -> None:
        if layout is None:
            raise no_rows(title)
        if not any(layout.numeric):
            raise TextError(
                "{name} does not hold a table of numbers: none of its columns has numbers.",
                name=title,
            )
        self.title, self.layout, self._lines = title, layout, lines
        self._width = len(layout.names)
        self._numbers = [place for place, is_one in enumerate(layout.numeric) if is_one]
        self._count = 0
        self._leaves_sums = sums
        self._sums: list[tuple[int, str]] = []
        self._typed = plain if layout.delimiter != " " and not layout.comma else None
        check_size(title, 0, self._width)

    def read(
        self, size: int, should_stop: ShouldStop | None, tell: object
    ) -> Generator[Progress, None, Table]:
        """Every row; ``tell`` says how many bytes of ``size`` have been read."""
        assert callable(tell)
        time = self.layout.time
        values: list[npt.NDArray[np.float64]] = []
        numbers: list[int] = []
        times: list[str] = []
        for places, rows in self._chunks():
            check(should_stop)
            yield Progress(int(tell()), size, "Reading the numbers")
            if isinstance(rows, tuple):
                values.append(rows[0])
                times.extend(rows[1])
                numbers.extend(places)
                continue
            columns = list(zip(*rows, strict=True))
            values.append(self._values(columns, places))
            numbers.extend(places)
            if time is not None:
                times.extend(cell.strip() for cell in columns[time])
        if not numbers:
            raise no_rows(self.title)
        names = self.layout.names
        return Table(
            title=self.title,
            columns=tuple(names[place] for place in self._numbers),
            values=np.concatenate(values),
            times=None if time is None else tuple(times),
            time="" if time is None else names[time],
            rows=np.array(numbers, np.int64),
            left_out=tuple(
                name
                for place, name in enumerate(names)
                if place != time and place not in self._numbers
            ),
            notes=tuple(self._notes()),
        )

    def _notes(self) -> Iterator[Note]:
        """Which rows are left out, and why."""
        above = [(row, text) for row, text in self.layout.left if row < (self.layout.header or 0)]
        below = [one for one in self.layout.left if one not in above]
        if above:
            yield Note(
                "{count} rows of {name} above the names of the columns, which stand in row {row}, "
                "are left out: {texts}.",
                count=len(above),
                name=self.title,
                row=self.layout.header,
                texts=_shown(above),
            )
        if below:
            yield Note(
                "{count} rows of {name} above the numbers are left out, as there are none in them: "
                "{texts}.",
                count=len(below),
                name=self.title,
                texts=_shown(below),
            )
        if self._sums:
            yield Note(
                "{count} rows of {name} that sum up others are left out, the first is row {row} "
                "({label}).",
                count=len(self._sums),
                name=self.title,
                row=self._sums[0][0],
                label=self._sums[0][1],
            )

    def _chunks(self) -> Iterator[tuple[list[int], list[list[str]] | _Typed]]:
        """The rows that hold something, many at a time, with their numbers in the file."""
        number = 0
        lines: Iterable[str] = self._lines
        try:
            while self._typed is not None and (several := list(islice(self._lines, _CHUNK))):
                if any('"' in line for line in several):  # a cell may go on in the next line
                    lines = chain(several, self._lines)
                    break
                places = list(range(number + 1, number + len(several) + 1))
                read = self._read_typed(several, number)
                if read is None:
                    yield from self._complete(places, list(self.layout.rows(several)))
                else:
                    self._counted(len(several))
                    yield places, read
                number += len(several)
            rows = self.layout.rows(lines)
            while chunk := list(islice(rows, _CHUNK)):
                first, number = number + 1, number + len(chunk)
                yield from self._complete(list(range(first, number + 1)), chunk)
        except csv.Error as error:
            raise TextError(
                "{name} does not hold a table of numbers: row {row} cannot be read ({reason}).",
                name=self.title,
                row=number + 1,
                reason=str(error),
            ) from error

    def _complete(
        self, places: list[int], rows: list[list[str]]
    ) -> Iterator[tuple[list[int], list[list[str]]]]:
        """The rows among these that hold something."""
        before = self.layout.before
        if places[0] <= before or not self._is_plain(rows):
            complete = [
                (place, self._whole(place, row))
                for place, row in zip(places, rows, strict=True)
                if place > before and any(map(str.strip, row))
            ]
            places, rows = [place for place, _ in complete], [row for _, row in complete]
        if self._leaves_sums:
            places, rows = self._without_sums(places, rows)
        self._counted(len(rows))
        if rows:
            yield places, rows

    def _without_sums(
        self, places: list[int], rows: list[list[str]]
    ) -> tuple[list[int], list[list[str]]]:
        label = self.layout.time or 0
        sums = {at for at, row in enumerate(rows) if number_texts.is_sum(row[label])}
        self._sums += [(places[at], rows[at][label].strip()) for at in sorted(sums)]
        if not sums:
            return places, rows
        left = [at for at in range(len(rows)) if at not in sums]
        return [places[at] for at in left], [rows[at] for at in left]

    def _read_typed(self, lines: list[str], before: int) -> _Typed | None:
        """The numbers of lines that have each all of their cells."""
        mark, most = self.layout.delimiter, self._width - 1
        if before < self.layout.before or any(line.count(mark) != most for line in lines):
            return None
        if any(not line.strip() for line in lines):
            return None
        assert self._typed is not None
        read = self._typed("".join(lines), mark, self._numbers, self.layout.time)
        if read is not None and self._leaves_sums and any(map(number_texts.is_sum, read[1])):
            return None
        return read

    def _counted(self, count: int) -> None:
        self._count += count
        check_size(self.title, self._count, len(self._numbers))

    def _is_plain(self, rows: list[list[str]]) -> bool:
        """Whether each row has its cells, and something in the first."""
        return set(map(len, rows)) == {self._width} and all(row[0] for row in rows)

    def _whole(self, number: int, row: list[str]) -> list[str]:
        """A row without the empty cells behind its last."""
        if len(row) > self._width and not any(map(str.strip, row[self._width :])):
            return row[: self._width]
        if len(row) != self._width:
            raise TextError(
                "{name} does not hold a table of numbers: row {row} has {count} columns, and the "
                "first has {columns}.",
                name=self.title,
                row=number,
                count=len(row),
                columns=self._width,
            )
        return row

    def _values(self, columns: list[tuple[str, ...]], places: list[int]) -> npt.NDArray[np.float64]:
        values = np.empty((len(places), len(self._numbers)))
        for nth, place in enumerate(self._numbers):
            column = number_texts.column(columns[place], self.layout.comma)
            name = self.layout.names[place]
            if isinstance(column, int):
                raise TextError(
                    "{name} has {cell} in row {row}, column {column}, which is no number. "
                    "Correct it, or leave it empty where a value is missing.",
                    name=self.title,
                    cell=repr(columns[place][column][:40]),
                    row=places[column],
                    column=name,
                )
            if np.isinf(column).any():
                raise not_finite(self.title, places[int(np.isinf(column).argmax())], name)
            values[:, nth] = column
        return values


def _shown(rows: list[tuple[int, str]]) -> str:
    """The beginnings of a few rows."""
    return " / ".join(text[:40] for _, text in rows[:3]) + (" / …" if len(rows) > 3 else "")


def _not_utf8(title: str) -> TextError:
    return TextError(
        "{name} does not hold a table of numbers: it is not written in UTF-8. Save it as UTF-8 "
        "(in a spreadsheet: CSV UTF-8).",
        name=title,
    )
