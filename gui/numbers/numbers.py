"""`Numbers`: the numbers that are read next.  Owns the table, and how it is cut."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError, Note
from engine.network.network import Network
from engine.numbers.cutting import features_of, first_columns, misfit, no_reader, repeated
from engine.numbers.generated import GENERATED, TO_MEASURE, make_series, random_ids
from engine.numbers.table import Table
from engine.numbers.text_layout import UNSPECIFIED, Head
from engine.numbers.time_order import TimedTable
from engine.numbers.windows import NumbersWindow
from engine.progress import Progress
from engine.replay.out_of_scale import out_of_scale
from engine.sequence import Sequence
from engine.session.cut_table import CutTable
from engine.session.session import Session
from engine.session.state import NumbersState
from gui.kit.work import Latest, Make, ShouldStop
from gui.numbers.fillings import Fillings

Read = TypeVar("Read")


class Numbers(QObject):
    """Opens windows of a table of numbers into the session.

    Signals:
        failed(GatescopeError): nothing was opened; all is as before.
        progressed(Progress | None): reading a file goes on, or has ended.
        changed(): the table, the cut, or what is wrong with it is another.
        opened(): a window is read, see `window`.
    """

    failed = Signal(object)
    progressed = Signal(object)
    changed = Signal()
    opened = Signal()

    def __init__(
        self, session: Session, choices: NumbersState, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.choices = choices  # how the numbers are made, cut and scaled
        self.source = ""  # of the table: "file", "pasted", or one of `GENERATED`
        self._file = ""  # the table's
        self._text = ""  # what was pasted
        self._refused: Callable[[], object] | None = None  # takes what no network could read
        self._restores = False  # what is being read is what was read last
        self.cut = CutTable()
        self.window: NumbersWindow | None = None
        self.fillings = Fillings(session, self)
        self.number = 0
        self._sequence: Sequence | None = None  # what the session was given
        self._shown_choices = choices  # and the choices that it was made by
        self._measure: tuple[object, ...] = ()
        self._reading = Latest(self, self.progressed.emit)
        self.fillings.failed.connect(self.failed)
        self.fillings.progressed.connect(self.progressed)
        self.fillings.changed.connect(self._read_filled)
        session.panes_changed.connect(self._follow)
        session.focus_changed.connect(self._follow)

    # -- what there is -----------------------------------------------------------

    @property
    def network(self) -> Network | None:
        """The network whose length and features the windows have."""
        pane = self._session.focused
        return None if pane is None else pane.network

    @property
    def features(self) -> int | None:
        """How many numbers a step that network reads; None for ids, or without a network."""
        return features_of(self.network)

    @property
    def reads_ids(self) -> bool:
        """Whether that network reads ids, so that numbers are of no use to it."""
        return self.network is not None and self.network.input.vocabulary is not None

    @property
    def is_shown(self) -> bool:
        """Whether what the session shows comes from here."""
        return self._sequence is not None and self._session.source is self._sequence

    @property
    def state(self) -> NumbersState:
        """What the session shows of the numbers, to be restored; where it shows something else,
        what would be read next.  The source of pasted numbers is ""."""
        return self._shown_choices if self.is_shown else self.choices

    @property
    def file(self) -> str:
        """The file of the table that is open; "" for one without."""
        return self._file

    @property
    def length(self) -> int:
        """The steps of a window: the table's own, the network's, or the chosen ones."""
        fixed = self.fixed_length
        return self.choices.length if fixed is None else fixed

    @property
    def fixed_length(self) -> int | None:
        """The steps of a window where nobody has a choice."""
        return self.cut.fixed_length(self.network)

    def _choose(self, **choices: Any) -> None:
        self.choices = replace(self.choices, **choices)

    # -- sources -----------------------------------------------------------------

    def open_path(self, path: Path, number: int = 0, step: int | None = None) -> None:
        """Read a file beside the window: CSV, TSV, a workbook, NPY, Parquet.  Begin with the window of that
        number, from 0, at a step; None leaves it to the session."""
        file = str(path.absolute())
        is_same = file == self.choices.file
        self._open(path, self._head if is_same else UNSPECIFIED, number, step, begins=not is_same)

    def _open(
        self, path: Path, head: Head, number: int, step: int | None = None, *, begins: bool = False
    ) -> None:
        from engine.numbers.files import read_table

        order, file = self.choices.order, str(path.absolute())

        def work(should_stop: ShouldStop) -> Generator[Progress, None, TimedTable]:
            return TimedTable.of((yield from read_table(path, should_stop, head)), order)

        def accept(timed: TimedTable) -> None:
            self._take(timed, "file", number, step, file, head, begins=begins)

        self._start(work, accept)

    def paste(self, text: str) -> None:
        """Read a table from the clipboard, as spreadsheets copy it."""
        self._paste(text, self._head if text == self._text else UNSPECIFIED)

    def _paste(self, text: str, head: Head) -> None:
        from engine.numbers.delimited import read_pasted

        title, order = self.tr("pasted numbers"), self.choices.order

        def work(should_stop: ShouldStop) -> Generator[Progress, None, TimedTable]:
            yield Progress(0, 0, "Reading the numbers")
            return TimedTable.of(read_pasted(text, title, head), order)

        def accept(timed: TimedTable) -> None:
            if self._take(timed, "pasted", head=head):
                self._text = text

        self._start(work, accept)

    @property
    def _head(self) -> Head:
        return Head(self.choices.header, self.choices.skip)

    def set_head(self, header: int | None, skip: int) -> None:
        """Read the file or what was pasted again, with the names of the columns in another row
        (from 1; 0 for none, None looks), or without so many rows at its beginning."""
        head = Head(header, skip)
        if head == self._head or self.source not in ("file", "pasted"):
            return
        if self.source == "file":
            self._open(Path(self._file), head, self.number)
        else:
            self._paste(self._text, head)

    def use(self, source: str, number: int = 0, step: int | None = None) -> None:
        """Read a series that needs no file, one of `GENERATED`; for the rest see `open_path`."""
        networks = [pane.network for pane in self._session.panes]
        reads = [each.input.vocabulary is None for each in networks]
        if any(reads) and not reads[self._session.focus] and source not in ("normal", "uniform"):
            self._session.focus = reads.index(True)  # of numbers by chance, words have ids
        self._use(source, number, step)

    def _use(self, source: str, number: int, step: int | None) -> None:
        if source == "weather":
            from engine.numbers.weather import read_weather

            self._start(
                read_weather,
                lambda table: self._take(TimedTable(table, None), source, number, step),
            )
            return
        self.cancel()
        try:
            self._make(source, number, step)
        except GatescopeError as error:
            self.failed.emit(error)

    def again(self) -> None:
        """Make the series again, after its period, noise or seed has changed."""
        if self.source in TO_MEASURE:
            self.use(self.source, self.number)

    def _make(self, source: str, number: int, step: int | None) -> None:
        choices, network = self.choices, self.network
        length = (network.length if network is not None else None) or choices.length
        ids = None if network is None else network.input.vocabulary
        if ids and source in ("normal", "uniform"):
            self._read_ids(length, ids, source, step)
            return
        chances = (choices.period, choices.noise, choices.seed)
        table = make_series(source, length, self.features or 1, *chances)
        self._take(TimedTable(table, None), source, number, step)

    def _start(self, read: Make[Read], accept: Callable[[Read], object]) -> None:
        self._restores = False

        def fail(error: GatescopeError) -> None:
            self.changed.emit()  # all is as it was, and so are the controls that asked
            self.failed.emit(error)

        self._reading.start(read, accept, fail)

    def cancel(self) -> None:
        """Give up reading a file; what there was stays."""
        self._reading.cancel()
        self.fillings.cancel()

    def stop(self) -> None:
        """End all work; the window closes."""
        self.cancel()
        self._session.panes_changed.disconnect(self._follow)
        self._session.focus_changed.disconnect(self._follow)

    def _take(
        self,
        timed: TimedTable,
        source: str,
        number: int = 0,
        step: int | None = None,
        file: str = "",
        head: Head = UNSPECIFIED,
        *,
        begins: bool = False,
    ) -> bool:
        """Read another table, with ``begins`` without a carried state; False where only words can
        be read, and all is as before."""
        if source in GENERATED:
            timed = replace(timed, table=replace(timed.table, title=self.name_of(source)))
        is_asked = source not in GENERATED and not self._restores
        if is_asked:
            self._focus_a_reader(timed.table)
        if self.reads_ids and self.network is not None and not self._restores:
            self._refused = partial(
                self._take, timed, source, number, step, file, head, begins=begins
            )
            self.changed.emit()
            self.failed.emit(no_reader(self.network, timed.table.title))
            return False
        self._refused = None
        self._note_source(source, file)
        self._choose(header=head.row, skip=head.skip)
        if begins:
            self._choose(carried=None)
        self.number = number
        self.cut.take(timed, self.network, self.choices)
        self.cut.fit(self.network)
        self._cut()
        self._read(step)
        if is_asked and self.cut.problem is not None:  # the drawer that says it may be closed
            self.failed.emit(self.cut.problem)
        return True

    def _focus_a_reader(self, table: Table) -> None:
        """Where the focused network cannot read a table, focus the first that can."""
        networks = [pane.network for pane in self._session.panes]
        reads = []
        for each in networks:
            read = table.arranged(each.input.shape)
            reads.append(misfit(each, read, read.suggested(features_of(each))) is None)
        if any(reads) and not reads[self._session.focus]:
            self._session.focus = reads.index(True)

    def _note_source(self, source: str, file: str = "") -> None:
        """Note where the table is from: a snapshot names it."""
        self.source, self._file = source, file
        digest = self.choices.sha256 if file == self.choices.file else ""
        self._choose(source="" if source == "pasted" else source, file=file, sha256=digest)

    def _read_ids(self, length: int, vocabulary: int, source: str, step: int | None) -> None:
        """Ids by chance, for a network whose words are not known."""
        sequence = random_ids(length, vocabulary, self.choices.seed)
        self._note_source(source)
        self.cut, self.window = CutTable(), None
        self.number = 0
        self._measure = self._measured()
        self.changed.emit()
        self._give(replace(sequence, title=self.tr("random ids")), step)

    def name_of(self, source: str) -> str:
        """What a series that is made is called."""
        return {
            "sine": self.tr("Sine"),
            "sines": self.tr("Two sines"),
            "adding": self.tr("Adding problem"),
            "weather": self.tr("Weather in Seattle"),
            "normal": self.tr("Random, normal"),
            "uniform": self.tr("Random, uniform"),
        }[source]

    # -- how it is cut -----------------------------------------------------------

    def choose_columns(self, columns: tuple[int, ...]) -> None:
        """Read these columns, by place, in this order."""
        if columns != self.cut.columns and self.cut.table is not None:
            self.cut.columns = columns
            self._choose(columns=tuple(self.cut.table.columns[place] for place in columns))
            self._cut()
            self._read()

    def suggest_columns(self) -> None:
        """Read as many columns as the network does, from the first; the last one again where
        there are too few."""
        if self.cut.table is not None:
            self.choose_columns(first_columns(self.cut.table, self.features))

    def repeat_columns(self) -> None:
        """Read the chosen columns again and again, until there are as many as the network
        reads."""
        if self.cut.columns and self.features:
            self.choose_columns(repeated(self.cut.columns, self.features))

    def set_scale(self, scale: str, part: float) -> None:
        """Scale otherwise, measured on the first ``part`` (above 0, to 1) of the rows."""
        self._change(scale=scale, part=part)

    def set_missing(self, missing: str) -> None:
        """Treat gaps otherwise, as one of `engine.numbers.gaps.GAPS`."""
        self._change(missing=missing)

    def set_carry(self, is_on: bool) -> None:
        """Carry the states from the window of the moment on into those that follow it, or begin
        each anew."""
        self._carry(self.number if is_on else None)

    def reset_states(self) -> None:
        """Begin anew with the window of the moment, where the states are carried."""
        if self.choices.carried is not None:
            self._carry(self.number)

    def _carry(self, since: int | None) -> None:
        if since != self.choices.carried:
            self._choose(carried=since)
            self.changed.emit()
            self._read()

    def set_order(self, order: str) -> None:
        """Read the rows in another order, one of `engine.numbers.time_order.ORDERS`."""
        if order != self.choices.order and self.cut.timed is not None:
            self._choose(order=order)
            self._cut()
            self._read()

    @property
    def notes(self) -> tuple[Note, ...]:
        """What there is to say of the times of the table, and of which columns are read."""
        if self.reads_ids:
            return self.cut.of_times
        return self.cut.notes(self.choices, self.number, is_generated=self.source in GENERATED)

    @property
    def scale_note(self) -> Note | None:
        """That the focused network reads numbers which it probably did not learn from."""
        pane = self._session.focused
        if not self.is_shown or self.cut.table is None or pane is None or pane.untouched is None:
            return None
        return out_of_scale(pane.untouched)

    @property
    def window_note(self) -> Note | None:
        """How much of a table of the user's a network of a fixed length reads."""
        network, windows = self.network, self.cut.windows
        if windows is None or network is None or self.source in GENERATED:
            return None
        if network.length != windows.length:
            return None
        if self.cut.carry_note(self.choices, self.number) is not None:
            return None  # which says what is read
        return windows.note(self.number, network.name)

    def set_steps(self, length: int, stride: int) -> None:
        """Cut windows of another length (of a model that takes any), or further apart."""
        choices = self.choices
        if (length, stride) == (choices.length, choices.stride):
            return
        longer = length != choices.length
        self._choose(length=length, stride=stride)
        if longer and self.source in ("normal", "uniform", "adding"):
            self.again()
            return
        row = 0 if self.cut.windows is None else self.cut.windows.rows_of(self.number)[0]
        self._cut()
        if self.cut.windows is not None:
            self.number = self.cut.windows.at_row(row)
        self._read()

    def set_generated(self, period: float, noise: float, seed: int) -> None:
        """Make the series otherwise."""
        before = self.choices
        self._choose(period=period, noise=noise, seed=seed)
        if self.choices != before:
            self.again()

    def _change(self, **choices: Any) -> None:
        """Cut the table otherwise, if any of the choices is another."""
        before = self.choices
        self._choose(**choices)
        if self.choices != before:
            self._cut()
            self._read()

    def _cut(self) -> None:
        """Cut the table anew; what is wrong is kept in `problem` and said in place."""
        self.window = None
        self._measure = self._measured()
        self.cut.cut(self.network, self.choices)
        if self.cut.windows is not None:
            self.number = max(0, min(self.number, len(self.cut.windows) - 1))
        self.changed.emit()

    # -- windows -----------------------------------------------------------------

    def open_number(self, number: int, step: int | None = None) -> None:
        """Read the window of this number, from 0; beyond the ends it is the last or the first."""
        if self.cut.windows is not None:
            self.number = max(0, min(number, len(self.cut.windows) - 1))
            self._read(step)

    def random(self) -> None:
        """Read a window by chance; of random ids, others."""
        if self.cut.windows is not None:
            self.open_number(random.randrange(len(self.cut.windows)))
        elif self.source in ("normal", "uniform"):
            self._seed(random.randrange(2**31 - 1))

    def go(self, change: int) -> None:
        """Read the next window (1), or the one before (-1); of random ids, those of that seed."""
        if self.cut.windows is not None:
            self.open_number((self.number + change) % len(self.cut.windows))
        elif self.source in ("normal", "uniform"):
            self._seed(max(0, self.choices.seed + change))

    def _seed(self, seed: int) -> None:
        self.set_generated(self.choices.period, self.choices.noise, seed)

    def _read(self, step: int | None = None) -> None:
        """Let the session read the window of the moment, if the network can."""
        if self.cut.windows is None or self.cut.problem is not None:
            return
        try:
            window = self.cut.windows.window(self.number, self.choices.carried)
        except GatescopeError as error:
            self.window, self.cut.problem = None, error
            self.changed.emit()
            return
        sequence = replace(window.sequence, notes=self.notes)
        self.window = replace(window, sequence=sequence)
        self._note_source(self.source, self._file)  # a view may have named another since
        self._choose(window=self.number)
        self._give(sequence, step)

    def _give(self, sequence: Sequence, step: int | None = None) -> None:
        if self.network is not None:
            try:
                sequence = self.fillings.prepare(self.network, sequence)
            except GatescopeError as error:
                self.failed.emit(error)
                return
            if self.window is not None:
                self.window = replace(self.window, sequence=sequence)
        self._sequence, self._shown_choices = sequence, self.choices
        self._session.read(sequence, step)
        self.opened.emit()

    def _read_filled(self) -> None:
        """The auxiliary inputs are given something else."""
        if self.is_shown:
            self._read()
        else:
            self._session.read_anew()

    # -- the session -------------------------------------------------------------

    def _measured(self) -> tuple[object, ...]:
        """What of the focused network the windows depend on."""
        if (network := self.network) is None:
            return ()
        return (network.length, network.features, network.inputs)

    def _follow(self, *_: object) -> None:
        """Another network is in focus: its windows may have another shape."""
        if self._measured() == self._measure:
            return
        shown = self.is_shown
        if self.cut.table is None and not shown:
            self._measure = self._measured()
            self.changed.emit()
            return
        if shown and self.source in TO_MEASURE:
            self.again()
            return
        self.cut.follow(self.network, self.choices)
        self._cut()
        if shown:
            self._read()

    # -- the last session --------------------------------------------------------

    def restore(self, step: int | None = None) -> bool:
        """Read what was read last, see `open_path`; False where there is nothing to read."""
        choices = self.choices
        if choices.source in GENERATED:
            self._use(choices.source, choices.window, step)
        elif choices.source == "file" and Path(choices.file).is_file():
            self.open_path(Path(choices.file), choices.window, step)
        else:
            return False
        self._restores = True
        return True

    def resume(self, step: int | None = None) -> bool:
        """Read the table that is open, or what was read last, see `restore`; False where there is
        nothing, or the network cannot read it."""
        if self._refused is not None:  # by words; whoever gave it has opened a reader since
            take, self._refused = self._refused, None
            take()
            return self.cut.problem is None
        if self.cut.table is None:
            return self.restore(step)
        self._cut()
        self._read()
        return self.cut.problem is None

    @property
    def is_awaited(self) -> bool:
        """Whether what was read last is to be read again as soon as its file is."""
        return self._reading.is_busy and self._restores

    def forget(self) -> None:
        """Something else is read: what is only about to be read no longer takes its place."""
        if self.is_awaited:
            self.cancel()
