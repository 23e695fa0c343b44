"""The user's own reviews in a CSV, TSV or workbook: a text column and perhaps a label column."""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

from engine.errors import Note, TextError, unreadable
from engine.text.cache import Source
from engine.text.labels import LABEL_PAIRS, Pair, pair_of, read_label
from engine.text.sheets import is_workbook, open_sheet
from engine.written_in import encoding_note, encoding_of

DELIMITERS = ",\t;|"

_TEXT_NAMES = (
    "text",
    "review",
    "document",
    "sentence",
    "comment",
    "content",
    "리뷰",
    "내용",
    "문장",
)
_LABEL_NAMES = ("label", "sentiment", "레이블", "라벨", "감성", "평가")
_TRIED = 1000
"""Rows whose labels must make sense before a column is taken for the labels."""

_SHOWN = 5
"""Labels without meaning that are named."""


class TableSource(Source):
    """Reviews in the rows of a table.

    Args:
        path: a CSV or TSV file, or a workbook, of which the first sheet is read.
        text: the column of the texts, by name or by place from 0; None guesses.
        label: the column of the labels, likewise; "" for none.  A guessed column is taken
            only if its labels make sense.
        header: whether the first row names the columns.

    Raises:
        TextError: the file cannot be read, its encoding is not known, it has no rows, or lacks
            a column.
        ModelError: a workbook took too much time or memory.
    """

    kind = "table"

    def __init__(
        self,
        path: Path,
        text: str | int | None = None,
        label: str | int | None = None,
        header: bool = True,
    ) -> None:
        self.path = path
        self.title = path.name
        self.header = header
        self._sheet: str | None = None
        if is_workbook(path):
            sheet = open_sheet(path)
            self._sheet, self.notes, self.delimiter = sheet.text, sheet.notes(path.name), ","
        else:
            self._encoding = _encoding_of(path)
            note = encoding_note(path.name, self._encoding)
            self.notes = () if note is None else (note,)
            self.delimiter = _sniff(path, self._encoding)
        if (first := next(self._rows(), None)) is None:
            raise TextError("{name} is empty. A table needs at least one row.", name=path.name)
        self.columns = first if header else [str(place) for place in range(len(first))]
        if text is None:
            text = guess(self.columns)[0]
        if text is None:
            raise TextError(
                "Which column of {name} has the texts? Its columns are: {columns}.",
                name=path.name,
                columns=", ".join(self.columns),
            )
        self.text = self._place(text)
        self.label = None if label is None or label == "" else self._place(label)
        # A label that makes no sense is an error only where the user named the column.
        self._guessed = label is None
        self._pair: Pair | None = None
        if label is None:
            self.label = guess(self.columns)[1]
            self.label = None if self.label == self.text else self.label
        if self.label is not None:
            self._read_labels()
        if next(self.items(), None) is None:
            raise self.empty()

    def items(self) -> Iterator[tuple[str, int]]:
        """The text of each row with its label, -1 where there is none.

        Raises:
            TextError: the file cannot be read, is not all in its encoding, or has a strange
                label.
        """
        for number, row in enumerate(self._data(), 1):
            written = _cell(row, self.label)
            label = read_label(written, self._pair)
            if label is None and self._guessed:
                label = -1
            if label is None:
                raise TextError(
                    "Row {number} of {name} has the label {label}. Labels are {known}. Correct it, "
                    "or choose no label column.",
                    number=number,
                    known=LABEL_PAIRS,
                    name=self.path.name,
                    label=repr(written[:40]),
                )
            yield _cell(row, self.text), label

    def stamp(self) -> dict[str, str | int]:
        """The file's size and time, and how it is read."""
        file = self.path.stat()
        return {
            "path": str(self.path.resolve()),
            "size": file.st_size,
            "time": file.st_mtime_ns,
            "text": self.text,
            "label": -1 if self.label is None else self.label,
            "header": int(self.header),
            **({} if self._pair is None else {"pair": "/".join(self._pair)}),
        }

    def key(self) -> str:
        """One folder for each file and choice of columns."""
        return f"{self.kind}-{digest(self.path.resolve(), self.text, self.label, self.header)}"

    def empty(self) -> TextError:
        """The error where there is no row."""
        return TextError(
            "{name} has no row of data. A table needs at least one review.", name=self.path.name
        )

    def _data(self) -> Iterator[list[str]]:
        """The rows without the header."""
        return islice(self._rows(), int(self.header), None)

    def _read_labels(self) -> None:
        """What the words of the label column mean; a guessed one without meaning is none."""
        assert self.label is not None
        written = [_cell(row, self.label) for row in islice(self._data(), _TRIED)]
        self._pair = pair_of(written)
        strange = [each for each in dict.fromkeys(written) if read_label(each, self._pair) is None]
        where = {"name": self.path.name, "column": self.columns[self.label]}
        if self._pair is not None:
            positive, negative = self._pair
            note = Note(
                "In the column “{column}” of {name} “{positive}” is read as positive and "
                "“{negative}” as negative.",
                **where,
                positive=positive,
                negative=negative,
            )
            self.notes = (*self.notes, note)
        elif strange and self._guessed:
            note = Note(
                "The column “{column}” of {name} is not read as labels: it has {found}. Labels are "
                "{known}.",
                **where,
                found=", ".join(f"“{each[:40]}”" for each in strange[:_SHOWN])
                + ("…" if len(strange) > _SHOWN else ""),
                known=LABEL_PAIRS,
            )
            self.notes = (*self.notes, note)
            self.label = None

    def _rows(self) -> Iterator[list[str]]:
        """The rows that are not blank."""
        csv.field_size_limit(2**31 - 1)
        reader = None
        try:
            with self._opened() as file:
                lines: Iterator[str] = iter(file)
                if sys.version_info < (3, 11):
                    # csv refuses NUL there; U+FFFD stands for "not a character".
                    lines = (line.replace("\0", "\ufffd") for line in file)
                reader = csv.reader(lines, delimiter=self.delimiter)
                yield from filter(None, reader)
        except UnicodeDecodeError as error:
            raise _not_utf8(self.path) from error
        except OSError as error:
            raise unreadable(self.path, error) from error
        except csv.Error as error:
            raise TextError(
                "{name} is not a table that can be read (line {line}: {reason}).",
                name=self.path.name,
                line=reader.line_num if reader else 1,
                reason=error,
            ) from error

    def _opened(self) -> TextIO:
        if self._sheet is not None:
            return io.StringIO(self._sheet, newline="")
        return self.path.open(encoding=self._encoding, newline="")

    def _place(self, column: str | int) -> int:
        if isinstance(column, str) and column in self.columns:
            return self.columns.index(column)
        if isinstance(column, str) and column.isascii() and column.isdecimal():
            column = int(column)
        if isinstance(column, int) and 0 <= column < len(self.columns):
            return column
        raise TextError(
            "{name} has no column {column}. Its columns are: {columns}.",
            name=self.path.name,
            column=column,
            columns=", ".join(self.columns),
        )


def guess(columns: Sequence[str]) -> tuple[int | None, int | None]:
    """The places of the text and label columns, by their names; None where none is meant.

    A lone column has the texts, whatever its name.
    """
    names = [column.strip().lower() for column in columns]
    text = next((names.index(name) for name in _TEXT_NAMES if name in names), None)
    label = next((names.index(name) for name in _LABEL_NAMES if name in names), None)
    return (0 if text is None and len(names) == 1 else text), label


def digest(*parts: object) -> str:
    """A short name for what the parts say."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _cell(row: list[str], place: int | None) -> str:
    """What stands in a place of a row, "" where the row is too short."""
    return "" if place is None or place >= len(row) else row[place]


def _encoding_of(path: Path) -> str:
    try:
        encoding = encoding_of(path)
    except OSError as error:
        raise unreadable(path, error) from error
    if encoding is None:
        raise _not_utf8(path)
    return encoding


def _sniff(path: Path, encoding: str) -> str:
    """The delimiter: the one that parts the first line into the most columns.

    Only the first line is looked at: the texts themselves are full of commas.
    """
    try:
        with path.open("rb") as file:
            start = file.read(1 << 16)
    except OSError as error:
        raise unreadable(path, error) from error
    line = next(iter(start.decode(encoding, "replace").splitlines()), "").replace("\0", "")
    if path.suffix.lower() in (".tsv", ".tab"):
        return "\t"
    csv.field_size_limit(2**31 - 1)
    columns = {mark: len(next(csv.reader([line], delimiter=mark), [])) for mark in DELIMITERS}
    return max(DELIMITERS, key=columns.__getitem__)


def _not_utf8(path: Path) -> TextError:
    return TextError(
        "{name} is not written in UTF-8. Save it as UTF-8 (in a spreadsheet: CSV UTF-8) and open "
        "it again.",
        name=path.name,
    )
