"""`CutTable`: a table in the order in which it is read, and what a network reads of it."""

from __future__ import annotations

import numpy as np

from engine.errors import GatescopeError, Instead, Note, WantsNumbers
from engine.network.network import Network
from engine.numbers.cutting import column_notes, features_of, fits, misfit
from engine.numbers.table import Table
from engine.numbers.time_order import TimedTable
from engine.numbers.windows import Cut, Windows
from engine.sequence import Sequence
from engine.session.state import NumbersState


class CutTable:
    """Empty at first.

    Attributes:
        timed: the table as its file has it.
        table: the same, in the order in which it is read, as the network reads it.
        columns: those that are read, by place.
        windows: what is cut of it; None where that cannot be done, or nothing was cut.
        problem: why not, or why the network cannot read them.
        holes: rows that lack a value in those columns.
        of_times: what there is to say of its times.
    """

    def __init__(self) -> None:
        self.timed: TimedTable | None = None
        self.table: Table | None = None
        self.columns: tuple[int, ...] = ()
        self.windows: Windows | None = None
        self.problem: GatescopeError | None = None
        self.holes = 0
        self._order = ""  # of the rows of the table
        self.of_times: tuple[Note, ...] = ()

    def take(self, timed: TimedTable, network: Network | None, choices: NumbersState) -> None:
        """Another table, with the columns of the one before where it has the same, or those that
        were chosen."""
        before, self.timed, self._order = self.table, timed, ""
        table = self.arrange(network)
        if before is None or before.columns != table.columns:
            self.columns = self._remembered(table, choices)

    def arrange(self, network: Network | None) -> Table:
        """The table as a network reads it, which is kept."""
        assert self.timed is not None
        table = self.timed.ordered(self._order) if self._order else self.timed.table
        self.table = table if network is None else table.arranged(network.input.shape)
        return self.table

    def fit(self, network: Network | None) -> None:
        """Keep the columns where the network can read them, else take those that it would begin
        with."""
        features = features_of(network)
        if self.table is not None and not fits(self.columns, features):
            self.columns = self.table.suggested(features)

    def follow(self, network: Network | None, choices: NumbersState) -> None:
        """Another network is to read it."""
        if self.timed is not None:
            table = self.arrange(network)
            if not fits(self.columns, features_of(network)):
                self.columns = self._remembered(table, choices)
                self.fit(network)

    def _remembered(self, table: Table, choices: NumbersState) -> tuple[int, ...]:
        if any(name not in table.columns for name in choices.columns):
            return ()
        return tuple(table.columns.index(name) for name in choices.columns)

    def fixed_length(self, network: Network | None) -> int | None:
        """The steps of a window where nobody has a choice: the network's, or the table's own."""
        if network is not None and network.length is not None:
            return network.length
        return self.table.block if self.table is not None and self.table.block else None

    def cut(self, network: Network | None, choices: NumbersState) -> None:
        """Cut it anew; what is wrong is kept in ``problem``."""
        self.windows, self.problem, self.holes = None, None, 0
        if self.timed is None:
            return
        if self._order != choices.order:
            self._order = choices.order
            self.of_times = self.timed.notes(self._order)
            self.arrange(network)
        assert self.table is not None
        self.holes = self.table.holes(self.columns) if self.columns else 0
        rules = choices.stride, choices.scale, choices.part, choices.missing
        fixed = self.fixed_length(network)
        length, padded = choices.length if fixed is None else fixed, fixed is not None
        try:
            self.windows = Windows(self.table, Cut(self.columns, length, *rules, padded=padded))
        except GatescopeError as error:
            self.problem = error
        self.problem = misfit(network, self.table, self.columns) or self.problem

    def sample(self, network: Network, count: int, seed: int) -> list[Sequence]:
        """So many windows of what is cut now, drawn by a seed; may be called in a thread.

        Raises:
            GatescopeError: there are none, or the network reads other numbers.
        """
        windows, table = self.windows, self.table
        if windows is None or table is None:
            if self.problem is not None:
                raise self.problem.anew()
            raise WantsNumbers("{network} reads numbers, and none are open.", network=network.name)
        if (problem := misfit(network, table, windows.cut.columns)) is not None:
            raise problem
        numbers = np.random.default_rng(seed).permutation(len(windows))[:count].tolist()
        return [windows.window(number).sequence for number in numbers]

    def notes(self, choices: NumbersState, number: int, *, is_generated: bool) -> tuple[Note, ...]:
        """What there is to say of its times, of the columns that are read, and of what is carried
        into a window."""
        if self.table is None:
            return ()
        names = tuple(self.table.columns[place] for place in self.columns)
        columns = column_notes(self.table, self.columns, is_generated or names == choices.columns)
        read = self.table if self.windows is None else self.windows.table
        carried = self.carry_note(choices, number)
        told = () if carried is None else (carried,)
        return (*told, *read.notes, *self.of_times, *columns)

    def carry_note(self, choices: NumbersState, number: int) -> Note | None:
        """That a window begins with the states which those before it left."""
        return None if self.windows is None else self.windows.carry_note(number, choices.carried)

    def differences(self, state: NumbersState, number: int) -> list[Note]:
        """What of a snapshot's numbers is not in the table, whose window ``number`` is read."""
        notes: list[Note] = []
        columns = () if self.table is None else self.table.columns
        if missing := [name for name in state.columns if name not in columns]:
            notes.append(
                Instead(
                    "There are no columns of these names; others are read: {columns}.",
                    columns=", ".join(missing),
                )
            )
        if self.windows is not None and state.window > number == len(self.windows) - 1:
            notes.append(
                Instead(
                    "There is no window {number} in the table: it has {count}, counted from 0 in "
                    "the view, and the last one is read.",
                    number=state.window,
                    count=len(self.windows),
                )
            )
        return notes
