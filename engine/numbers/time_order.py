"""How the times of a table run: oldest first or newest first, twice the same, with gaps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import numpy as np

from engine.errors import Note
from engine.numbers.instants import Instants, instants, without_time
from engine.numbers.table import Table

ORDERS = ("auto", "oldest", "file")
"""In which order the rows are read: oldest first where every step in time falls and else as in
the file; oldest first; as in the file."""

Run = Literal["unknown", "rises", "falls", "mixed"]

_LONG = 1.5
"""A step so many times as long as the usual one is a gap."""

_OFTEN = 0.2
"""Where more of the steps than this are long, there is no usual one."""

_DAY = 86_400.0
_WEEKEND = 4.5 * _DAY
"""Where nothing happens at weekends, these and a holiday beside them are no gap."""


@dataclass(frozen=True, eq=False)
class TimedTable:
    """A table as its file has it, and when each of its rows is.

    Attributes:
        table: in the order of the file.
        when: ``(N,) float64``, see `engine.numbers.instants`; None where that is not known.
        strange: the places of a few rows without a time, where all others have one; such a table
            is read as its file has it.
    """

    table: Table
    when: Instants | None
    strange: tuple[int, ...] = ()
    _known: dict[str, tuple[Table, tuple[Note, ...]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, table: Table, order: str = "auto") -> TimedTable:
        """Look at the times of a table, and put it in an order; of a long one this takes a
        while, and is not done again."""
        times = table.times
        when = None if times is None else instants(times)
        timed = cls(table, when, without_time(times) if times and when is None else ())
        timed.notes(order)
        return timed

    @cached_property
    def run(self) -> Run:
        """Whether the times rise or fall from row to row; equal ones do neither."""
        if self.when is None or len(self.when) < 2:
            return "unknown"
        steps = np.diff(self.when)
        if (steps >= 0).all():
            return "rises"
        return "falls" if (steps <= 0).all() else "mixed"

    def is_turned(self, order: str) -> bool:
        """Whether the rows are read in another order than the file's, for one of `ORDERS`."""
        return (self.run == "falls" and order != "file") or (
            self.run == "mixed" and order == "oldest"
        )

    def ordered(self, order: str) -> Table:
        """The table with its rows in an order, one of `ORDERS`."""
        return self._in(order)[0]

    def notes(self, order: str) -> tuple[Note, ...]:
        """What there is to say of the times, in the order that is read."""
        return self._in(order)[1]

    def _in(self, order: str) -> tuple[Table, tuple[Note, ...]]:
        if order not in self._known:
            table = self._turned(order)
            self._known[order] = table, tuple(self._said(table, order))
        return self._known[order]

    def _turned(self, order: str) -> Table:
        if not self.is_turned(order):
            return self.table
        assert self.when is not None
        table, rows = self.table, np.argsort(self.when, kind="stable")
        if self.run == "falls":
            rows = np.arange(len(table))[::-1]
        times = table.times or ()
        return replace(
            table,
            values=table.values[rows],
            rows=table.rows[rows],
            times=tuple(times[row] for row in rows),
        )

    def _said(self, table: Table, order: str) -> list[Note]:
        if self.strange:
            return self._without_time()
        if self.when is None or len(self.when) < 2:
            return []
        turned = self.is_turned(order)
        when = np.sort(self.when, kind="stable") if turned else self.when
        notes = [] if self.run == "rises" else [self._order(turned)]
        steps = np.diff(when)
        if self.run == "falls" and not turned:
            steps = -steps
        if not turned and self.run == "mixed":
            return notes
        notes += _twice(table, np.flatnonzero(steps == 0) + 1)
        return notes + _gaps(table, when, steps)

    def _without_time(self) -> list[Note]:
        """Which rows have no time, and what the others would have said."""
        table, first = self.table, self.strange[0]
        assert table.times is not None
        notes = [
            Note(
                "{count} rows of {name} have no time that is understood, the first is row {row} "
                "({time}): all are read in the order of the file. Take such rows out of the file "
                "if they are sums or remarks.",
                count=f"{len(self.strange):,}",
                name=table.title,
                row=int(table.rows[first]),
                time=table.times[first] or "–",
            )
        ]
        others = np.delete(np.arange(len(table)), self.strange)
        rest = replace(
            table,
            values=table.values[others],
            rows=table.rows[others],
            times=tuple(table.times[place] for place in others),
        )
        return notes + list(TimedTable.of(rest, "file").notes("file"))

    def _order(self, turned: bool) -> Note:
        name = self.table.title
        if turned and self.run == "falls":
            return Note("{name} has its newest row first; it is read oldest first.", name=name)
        if turned:
            return Note("The rows of {name} are read oldest first, not as in the file.", name=name)
        if self.run == "falls":
            return Note(
                "{name} has its newest row first, and is read so: backwards in time.", name=name
            )
        assert self.when is not None
        earlier = np.flatnonzero(np.diff(self.when) < 0) + 1
        return Note(
            "The rows of {name} are not in the order of their times: {count} are earlier than the "
            "row before, the first is row {row} ({time}).",
            name=name,
            count=f"{len(earlier):,}",
            row=int(self.table.rows[earlier[0]]),
            time=self.table.name_of(int(earlier[0])),
        )


def _twice(table: Table, rows: np.ndarray[tuple[int], np.dtype[np.intp]]) -> list[Note]:
    if not len(rows):
        return []
    return [
        Note(
            "{count} rows of {name} have the time of the row before; the first is row {row} "
            "({time}).",
            count=f"{len(rows):,}",
            name=table.title,
            row=int(table.rows[rows[0]]),
            time=table.name_of(int(rows[0])),
        )
    ]


def _gaps(table: Table, when: Instants, steps: Instants) -> list[Note]:
    moving = steps[steps > 0]
    if len(moving) < 3:
        return []
    usual = float(np.median(moving))
    limit = _LONG * usual
    # 1 January 1970 was a Thursday: the days 2 and 3 after it, modulo 7, are a weekend.
    if usual == _DAY and not np.isin(np.floor(when / _DAY).astype(np.int64) % 7, (2, 3)).any():
        limit = _WEEKEND
    long = np.flatnonzero(steps > limit)
    if not len(long):
        return []
    if len(long) > _OFTEN * len(steps):
        return [Note("The rows of {name} are not evenly spaced in time.", name=table.title)]
    longest = int(long[np.argmax(steps[long])])
    return [
        Note(
            "{name} has {count} gaps in time; the longest is from {before} to {after}.",
            name=table.title,
            count=f"{len(long):,}",
            before=table.name_of(longest),
            after=table.name_of(longest + 1),
        )
    ]
