"""Windows: the sequences that are cut from a table, each as long as the model wants."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.errors import Note, TextError
from engine.numbers.scaling import Scaling
from engine.numbers.table import Table, not_finite
from engine.sequence import Sequence

MAX_STEPS = 1_000_000
"""The longest window."""

MAX_FOLLOWS = 10_000
"""Rows behind a window that are kept: as many as a network may write."""


@dataclass(frozen=True)
class Cut:
    """How sequences are cut from a table.

    Attributes:
        columns: by place, in the order in which the network reads them; one may be there
            more than once.
        length: the steps of a window; None reads the whole series as one.
        stride: the rows from one window to the next.
        scale: see `engine.numbers.scaling.SCALES`.
        part: the share of the rows, from the first, that the scaling is measured on,
            above 0 to 1: a model is scaled by the rows it learned from.
        missing: one of `engine.numbers.gaps.GAPS`, see `Table.complete`.
        padded: whether zeros stand in front where the table has fewer rows than the length;
            else the window is as short as it is, for a network that takes any length.
    """

    columns: tuple[int, ...]
    length: int | None = None
    stride: int = 1
    scale: str = "none"
    part: float = 1.0
    missing: str = "refuse"
    padded: bool = True


@dataclass(frozen=True, eq=False)
class NumbersWindow:
    """One of the sequences.

    Attributes:
        sequence: ``inputs (T, F) float32``, scaled; padding stands in front.
        number: from 0.
        first: the place in the table of its first row that is not padding.
        raw: its rows before scaling, ``(T - padding, F)``.
        next: the row that follows it, ``(F,)`` before scaling; of a block, its answer,
            ``(1,)``.  None where there is none.
        scaled_next: the same, scaled.
    """

    sequence: Sequence
    number: int
    first: int
    raw: npt.NDArray[np.float64]
    next: npt.NDArray[np.float64] | None
    scaled_next: npt.NDArray[np.float64] | None

    @property
    def largest(self) -> npt.NDArray[np.float64]:
        """The size of each column's largest value before scaling, ``(F,)``."""
        largest: npt.NDArray[np.float64] = np.abs(self.raw).max(axis=0, initial=0.0)
        return largest


class Windows:
    """The windows that are cut from a table.

    Attributes:
        table: what they are cut from, with nothing missing.
        cut: how they are cut.
        length: how many steps each has.
        scaling: how its numbers are scaled.
        key: tells them from all others, and holds nothing of the table, for what is remembered of
            them.

    Raises:
        TextError: no column is chosen, a value is missing and refused, the length is not
            1 to 1,000,000, or is other than that of the table's own sequences.
    """

    def __init__(self, table: Table, cut: Cut) -> None:
        if not cut.columns:
            raise TextError("No column of {name} is chosen. Choose one.", name=table.title)
        self.table = table.complete(cut.columns, cut.missing)
        rows = len(self.table)
        length = cut.length or self.table.block or rows
        if not cut.padded and not self.table.block:
            length = min(length, rows)
        if not 1 <= length <= MAX_STEPS:
            raise TextError(
                "A window has 1 to {most} steps, not {length}.",
                most=f"{MAX_STEPS:,}",
                length=f"{length:,}",
            )
        if self.table.block > length:
            raise TextError(
                "{name} holds sequences of {block} steps, and the model reads {length}. Save them "
                "at that length.",
                name=table.title,
                block=self.table.block,
                length=length,
            )
        self.cut = replace(cut, length=length, stride=self.table.block or max(1, cut.stride))
        self.length = length
        self._span = self.table.block or length  # rows in a window
        part = max(1, min(rows, round(cut.part * rows)))
        measured = [self.table.values[:part, place] for place in cut.columns]
        self.scaling = Scaling.fit(cut.scale, measured)
        self.key = object()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what is read at each step, ``F`` of them."""
        return tuple(self.table.columns[place] for place in self.cut.columns)

    def __len__(self) -> int:
        return max(1, (len(self.table) - self._span) // self.cut.stride + 1)

    def at_row(self, row: int) -> int:
        """The number of the window that begins nearest to a row, within what there is."""
        return max(0, min(round(row / self.cut.stride), len(self) - 1))

    def rows_of(self, number: int) -> tuple[int, int]:
        """The rows of the table in a window: the first, and the one behind the last."""
        first = number * self.cut.stride
        return first, min(first + self._span, len(self.table))

    def note(self, number: int, network: str) -> Note | None:
        """What a network of that name reads of the table, which has more or fewer rows than its
        fixed length; None where it has as many."""
        first, end = self.rows_of(number)
        if len(self.table) > end - first and not self.table.block:
            return Note(
                "{network} reads {length} steps at a time: of the {rows} rows of {name}, window "
                "{number} of {count} is read, {first} to {last}.",
                network=network,
                length=f"{self.length:,}",
                rows=f"{len(self.table):,}",
                name=self.table.title,
                number=f"{number + 1:,}",
                count=f"{len(self):,}",
                first=self.table.name_of(first),
                last=self.table.name_of(end - 1),
            )
        if end - first == self.length:
            return None
        return Note(
            "{network} reads {length} steps at a time, and {name} has {rows}: zeros stand in front "
            "of them.",
            network=network,
            length=f"{self.length:,}",
            name=self.table.title,
            rows=f"{end - first:,}",
        )

    def carry_note(self, number: int, since: int | None) -> Note | None:
        """That the states of the windows from one number on are carried into another."""
        if since is None or since >= number:
            return None
        return Note(
            "The states are carried: windows {since} to {number} of {name} are read as one, "
            "{steps} steps from {first} on.",
            since=f"{since + 1:,}",
            number=f"{number + 1:,}",
            name=self.table.title,
            steps=f"{self._steps_between(self.rows_of(since)[0], self.rows_of(number)[1]):,}",
            first=self.table.name_of(self.rows_of(since)[0]),
        )

    def window(self, number: int, since: int | None = None) -> NumbersWindow:
        """Cut a window out.

        Args:
            number: of the window, from 0.
            since: the number of the window from which the states are carried into this one, as
                a stateful layer keeps them: all rows from its first on are read.  None, or one
                that is not before it, begins the window anew.

        Raises:
            TextError: there is no such window, it is too long with those before it, or a scaled
                value is too large for a network.
        """
        if not 0 <= number < len(self):
            raise TextError(
                "There is no window {number}. {name} has the windows 1 to {count}.",
                number=number + 1,
                name=self.table.title,
                count=f"{len(self):,}",
            )
        first, end = self.rows_of(number)
        if since is not None and since < number:
            first = self._begin_of(since, end)
        raw = self.table.values[first:end, list(self.cut.columns)]
        # Zeros stand in front of each sequence of the table's own that is carried into the next.
        parts = self._parts(first, end)
        rows = len(raw) // max(1, parts)
        length = max(self.length, rows)
        inputs = np.zeros((parts, length, raw.shape[1]), np.float32)
        with np.errstate(over="ignore"):
            scaled_rows = self.scaling.apply(raw).astype(np.float32)
        inputs[:, length - rows :] = scaled_rows.reshape(parts, rows, -1)
        finite = np.isfinite(scaled_rows)
        if not finite.all():
            row, column = np.argwhere(~finite)[0]
            number_of_row = int(self.table.rows[first + int(row)])
            raise not_finite(self.table.title, number_of_row, self.columns[int(column)])
        unnamed = ("",) * (length - rows)
        steps = tuple(
            name
            for part in range(first, end, max(1, rows))
            for name in (*unnamed, *map(self.table.name_of, range(part, part + rows)))
        )
        title = self.table.title if len(self) == 1 else f"{self.table.title} #{number + 1}"
        no = np.tile(np.arange(length) < length - rows, parts)
        given = inputs.reshape(parts * length, -1)
        sequence = Sequence(given, steps, no, title=title, follows=self._follows(end))
        after, scaled = self._after(number, end)
        return NumbersWindow(sequence, number, first, raw, after, scaled)

    def _follows(self, end: int) -> npt.NDArray[np.float32] | None:
        """The rows behind a window, scaled, ``(n, F)``: what a forecast is held against."""
        if self.table.block or end >= len(self.table):
            return None
        rows = self.table.values[end : end + MAX_FOLLOWS, list(self.cut.columns)]
        with np.errstate(over="ignore"):
            return self.scaling.apply(rows).astype(np.float32)

    def _parts(self, first: int, end: int) -> int:
        """How many sequences of the table's own stand in these rows; a series is one."""
        return (end - first) // self._span if self.table.block else 1

    def _steps_between(self, first: int, end: int) -> int:
        """How many steps are read of these rows, with the zeros before each sequence."""
        parts = self._parts(first, end)
        return max(end - first, parts * self.length)

    def _begin_of(self, since: int, end: int) -> int:
        first = self.rows_of(since)[0]
        steps = self._steps_between(first, end)
        if steps > MAX_STEPS:
            raise TextError(
                "With the windows before it, a window of {name} has {steps} steps; at most {most} "
                "are read. Carry the states from a later window.",
                name=self.table.title,
                steps=f"{steps:,}",
                most=f"{MAX_STEPS:,}",
            )
        return first

    def _after(
        self, number: int, end: int
    ) -> tuple[npt.NDArray[np.float64] | None, npt.NDArray[np.float64] | None]:
        if self.table.answers is not None:
            answer = self.table.answers[number : number + 1]
            return answer, answer
        if self.table.block or end >= len(self.table):
            return None, None
        after = self.table.values[end, list(self.cut.columns)]
        return after, self.scaling.apply(after)
