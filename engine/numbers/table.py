"""`Table`: columns of numbers, one row a time step."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from engine.errors import HasGaps, Note, TextError
from engine.numbers.gaps import filled, gap_notes

MAX_ROWS = 5_000_000
MAX_COLUMNS = 10_000
MAX_NUMBERS = 100_000_000
"""Rows times columns: 800 MB."""

MAX_BYTES = 2 * 1024**3
"""The largest file that is read."""


@dataclass(frozen=True, eq=False)
class Table:
    """Numbers in rows and columns.

    Attributes:
        title: how a person would name it.
        columns: the names of the columns, each once; length ``C``.
        values: ``(N, C) float64``, NaN where a value is missing, otherwise finite.
        times: what each row is called (a time stamp), length ``N``; None where the rows
            have only their numbers.
        time: the name of the column of the times, "" if there is none.
        rows: the number of each row in the file as a spreadsheet counts, ``(N,) int64``.
        left_out: the names of the columns that hold texts.
        block: the rows come in sequences of so many rows; 0 where they are one series.
        answers: what is to be answered to each block, ``(N / block,)``; None if unknown.
        notes: what had to be assumed as it was read.
        shape: that of the array whose numbers they are; () of rows and columns, where there is
            nothing to be arranged.
    """

    title: str
    columns: tuple[str, ...]
    values: npt.NDArray[np.float64]
    times: tuple[str, ...] | None = None
    time: str = ""
    rows: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    left_out: tuple[str, ...] = ()
    block: int = 0
    answers: npt.NDArray[np.float64] | None = None
    notes: tuple[Note, ...] = ()
    shape: tuple[int, ...] = ()
    _gaps: npt.NDArray[np.bool_] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Rows without numbers of their own are counted from 1; gaps are looked for once."""
        if len(self.rows) != len(self.values):
            object.__setattr__(self, "rows", np.arange(1, len(self.values) + 1))
        gaps = [bool(np.isnan(self.values[:, place]).any()) for place in range(len(self.columns))]
        object.__setattr__(self, "_gaps", np.array(gaps, bool))

    def __len__(self) -> int:
        return len(self.values)

    def name_of(self, row: int) -> str:
        """What a row is called: its time stamp, or its number in the file."""
        return str(self.rows[row]) if self.times is None else self.times[row]

    def places(self, names: Sequence[str]) -> tuple[int, ...]:
        """Where the columns of these names stand; a number counts columns from 1.

        Raises:
            TextError: there is no such column.
        """
        return tuple(map(self._place, names))

    def _place(self, name: str) -> int:
        if name in self.columns:
            return self.columns.index(name)
        if name.isascii() and name.isdecimal() and 1 <= int(name) <= len(self.columns):
            return int(name) - 1
        raise TextError(
            "{name} has no column of numbers called {column}. Its columns are: {columns}.",
            name=self.title,
            column=name,
            columns=listed(self.columns),
        )

    def arranged(self, read: Sequence[int | None]) -> Table:
        """An array with its axes shared out as an input of this shape (batch, steps, one step's
        own axes ...) reads them: those of a step, before them the steps, before these the
        sequences.  One channel may be missing.  Where they do not fit, the table as it is.
        """
        step = tuple(read[2:])
        narrow = step
        while narrow[-1:] == (1,):
            narrow = narrow[:-1]
        for axes in (step, narrow):
            before = len(self.shape) - len(axes)
            if not axes or before not in (1, 2):
                continue
            own = self.shape[before:]
            if all(size in (None, has) for size, has in zip(axes, own, strict=True)):
                return self._of_steps(math.prod(own), self.shape[1] if before == 2 else 0)
        return self

    def _of_steps(self, width: int, block: int) -> Table:
        """The same numbers with so many a row, in sequences of so many rows."""
        if (width, block) == (len(self.columns), self.block):
            return self
        return replace(
            self,
            columns=tuple(map(str, range(1, width + 1))),
            values=self.values.reshape(-1, width),
            rows=np.zeros(0, np.int64),
            block=block,
        )

    def suggested(self, features: int | None) -> tuple[int, ...]:
        """The columns that a network of so many numbers a step would read.

        The times, where they are numbers too (a year), are read only where there are too few
        others, and then in their place: as a network that learned from them was given them.  So is
        an index that pandas wrote beside them.

        Args:
            features: None takes every column but the times.

        Returns:
            in the order of the file; fewer than ``features`` where the table has no more.
        """
        every = tuple(range(len(self.columns)))
        timeless = tuple(place for place in every if self.columns[place] != self.time)
        own = tuple(place for place in timeless if not (place == 0 and self._begins_counting))
        for places in (own, timeless):
            if len(places) >= (features or 1):
                return places[:features]
        return every

    @property
    def _begins_counting(self) -> bool:
        """Whether the first column has no name, where others do, and numbers the rows: an index
        beside times."""
        names = self.columns
        if len(names) < 2 or names[0] not in ("1", "Unnamed: 0") or names[1] == "2":
            return False
        numbers = self.values[:, 0]
        return any((numbers == first + np.arange(len(numbers))).all() for first in (0, 1))

    def holes(self, columns: Sequence[int]) -> int:
        """How many rows lack a value in these columns."""
        holey = [place for place in set(columns) if self._gaps[place]]
        return int(np.isnan(self.values[:, holey]).any(axis=1).sum()) if holey else 0

    def complete(self, columns: Sequence[int], missing: str = "refuse") -> Table:
        """The table with nothing missing in these columns.

        Args:
            columns: by place.
            missing: one of `engine.numbers.gaps.GAPS`; rows whose gap cannot be filled are left
                out, of blocks whole blocks.  What was done is among the ``notes``.

        Raises:
            HasGaps: a value is missing, and is to be refused.
            TextError: no row is left.
        """
        if not self._gaps[list(columns)].any():
            return self
        holes = np.isnan(self.values[:, list(columns)])
        if missing == "refuse":
            row, place = np.argwhere(holes)[0]
            raise HasGaps(
                "{name} has no value in row {row}, column {column}. Fill gaps with the value "
                "before, 0, a line between neighbours or the column's mean, or leave such rows out.",
                name=self.title,
                row=int(self.rows[row]),
                column=self.columns[columns[int(place)]],
            )
        values = self.values
        gaps = np.asarray(holes.any(axis=1))
        if missing != "drop":
            values = values.copy()
            for place in columns:
                values[:, place] = filled(values[:, place], missing, self.block)
            holes = np.isnan(values[:, list(columns)])
        keep = np.asarray(~holes.any(axis=1))
        if self.block:
            keep = keep.reshape(-1, self.block).all(axis=1).repeat(self.block)
        if not keep.any():
            raise TextError(
                "{name} has no row without a missing value in the chosen columns. Choose others.",
                name=self.title,
            )
        return replace(
            self,
            values=values[keep],
            rows=self.rows[keep],
            times=self.times
            and tuple(
                time for time, is_complete in zip(self.times, keep, strict=True) if is_complete
            ),
            answers=None if self.answers is None else self.answers[keep[:: self.block]],
            notes=(*self.notes, *gap_notes(self.title, self.rows, gaps, keep, missing)),
        )


def listed(names: Sequence[str], most: int = 12) -> str:
    """Names in a line; of very many the first."""
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names, with ``(2)`` behind one that is there already; an empty one is its place."""
    taken: set[str] = set()
    result = []
    for place, name in enumerate(names, 1):
        base = name.strip() or str(place)
        candidate, count = base, 1
        while candidate in taken:
            count += 1
            candidate = f"{base} ({count})"
        taken.add(candidate)
        result.append(candidate)
    return tuple(result)


def check_size(title: str, rows: int, columns: int) -> None:
    """Refuse a table that is too large to hold.

    Raises:
        TextError: there are too many rows, columns or numbers.
    """
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_NUMBERS:
        raise TextError(
            "{name} is too large: {rows} rows and {columns} columns. At most {most_rows} rows, "
            "{most_columns} columns and {most_numbers} numbers in all are read. Cut it first.",
            name=title,
            rows=f"{rows:,}",
            columns=f"{columns:,}",
            most_rows=f"{MAX_ROWS:,}",
            most_columns=f"{MAX_COLUMNS:,}",
            most_numbers=f"{MAX_NUMBERS:,}",
        )


def not_finite(title: str, row: int, column: str) -> TextError:
    """The error where a value is infinite."""
    return TextError(
        "{name} has a value that is not a finite number in row {row}, column {column}. "
        "Correct it, or leave it empty.",
        name=title,
        row=row,
        column=column,
    )


def no_rows(title: str) -> TextError:
    """The error where there is nothing."""
    return TextError(
        "{name} does not hold a table of numbers: it has no row of numbers.", name=title
    )
