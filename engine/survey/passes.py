"""One pass over a corpus: a network reads all of it, in parts, and collectors keep what is asked.

What is kept is a reduction, or a few numbers a step; the rest is read again when it is asked for,
which costs a third of a second for 25,000 reviews of 100 words and a small LSTM.  The parts are
read by the workers of a `concurrent.futures.Executor`, threads of this process or others.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, GatescopeError, Note
from engine.network.network import Network
from engine.paged import let_go
from engine.progress import Progress, ShouldStop, check
from engine.replay.edits import LayerEdit
from engine.replay.replay import BatchTrace, replay_chunks
from engine.sequence import steps_before_padding
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.one_thread import one_thread

Bools = npt.NDArray[np.bool_]

PART, MIN_PART, PARTS = 2048, 256, 8
"""Sequences in a part, at most (two chunks of a small network) and at least; and in how many parts a
corpus is read that has not more of them, so that every worker has some."""

AHEAD = 8
"""Parts that workers are asked for before they are needed."""

POLL = 0.05
"""Seconds between two questions whether to stop."""


class Collector(Protocol):
    """What is kept of a pass.  One that is made is empty; parts of it are merged in order."""

    def empty(self, rows: int) -> Collector:
        """An empty one for a part of so many sequences."""

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """Take in a chunk, whose ``rows`` are places in the part; ``padding`` is ``(B, T)``."""

    def merge(self, part: Any, first: int) -> None:
        """Take in a part, whose first sequence is that of the place ``first``."""


@dataclass(frozen=True, eq=False)
class Workers:
    """Who reads.

    Attributes:
        executor: takes the parts; None reads them here, one after the other.
        name: how a person would name it, for messages.
        is_here: whether it shares this process, and can be told at once to stop.
        why_gone: what is said where nobody hands over anything any more, else None; asked while a
            part is waited for, as the futures of a scheduler that went away, or that has no worker,
            end never.
    """

    executor: Executor | None = None
    name: str = ""
    is_here: bool = True
    why_gone: Callable[[], Note | None] = lambda: None


@dataclass(frozen=True)
class Passed:
    """What came of a pass beside the collectors.

    Attributes:
        notes: what went otherwise than asked.
    """

    notes: tuple[Note, ...] = ()


def pass_over(
    network: Network,
    inputs: CorpusInputs,
    collectors: Sequence[Collector],
    workers: Workers | None = None,
    edits: tuple[LayerEdit, ...] = (),
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, Passed]:
    """Let a network read a corpus; the collectors hold what came of it.

    Parts are merged in their order, so that the answer is the same whoever read them.  A part
    that a worker fails to hand over, because it went away, is read here, and it is said.

    Raises:
        ReplayError: the sequences do not fit the network.
        EditError: the network does not have what an edit changes.
        Cancelled: ``should_stop`` became true; the collectors are of no use then.
    """
    workers = workers or Workers()
    reading = _Reading(network, inputs, collectors, edits, should_stop)
    firsts = range(0, len(inputs), reading.size)
    yield Progress(0, len(firsts), "Reading the corpus")
    if workers.executor is None or len(firsts) == 1:
        for done, first in enumerate(firsts, 1):
            reading.take(first, reading.read(first))
            yield Progress(done, len(firsts), "Reading the corpus")
        return Passed()
    notes: list[Note] = []
    futures = _Futures(workers, reading)
    try:
        for done, first in enumerate(firsts, 1):
            futures.ask_ahead(firsts[done - 1 : done - 1 + AHEAD])
            parts = futures.handed_over(first)
            if isinstance(parts, Exception):
                note = _not_answered(workers, parts)
                notes += [] if note in notes else [note]
                parts = reading.read(first)
            reading.take(first, parts)
            yield Progress(done, len(firsts), "Reading the corpus")
    finally:
        futures.stop()
    return Passed(tuple(notes))


class _GoneError(Exception):
    """Nobody is there any more who would hand a part over; what is said of it."""

    def __init__(self, note: Note) -> None:
        super().__init__(str(note))
        self.note = note


def _not_answered(workers: Workers, error: Exception) -> Note:
    """What is said of a part that is read here."""
    if isinstance(error, _GoneError):
        return error.note
    return Note(
        "{workers} did not answer for a part of the corpus, which is read here: {reason}.",
        workers=workers.name,
        reason=(str(error) or type(error).__name__).rstrip("."),
    )


@dataclass(frozen=True, eq=False)
class _Reading:
    """What is asked of every part."""

    network: Network
    inputs: CorpusInputs
    collectors: Sequence[Collector]
    edits: tuple[LayerEdit, ...]
    should_stop: ShouldStop | None

    @property
    def size(self) -> int:
        """The sequences in a part, whoever reads it: the answer is to be the same."""
        return min(PART, max(MIN_PART, -(-len(self.inputs) // PARTS)))

    def job(self, first: int) -> Job:
        """What a worker is given for the part that begins there."""
        part = slice(first, first + self.size)
        rows, padding = self.inputs.inputs[part], self.inputs.padding[part]
        empty = [each.empty(len(rows)) for each in self.collectors]
        return Job(self.network, rows, padding, empty, self.edits)

    def read(self, first: int) -> list[Collector]:
        """Read a part here."""
        return read_part(self.job(first), self.should_stop)

    def take(self, first: int, parts: Sequence[Collector]) -> None:
        """Merge a part."""
        for collector, part in zip(self.collectors, parts, strict=True):
            collector.merge(part, first)
        let_go(self.inputs.inputs, self.inputs.padding)


class _Futures:
    """The parts that workers were asked for and have not handed over."""

    def __init__(self, workers: Workers, reading: _Reading) -> None:
        self._workers = workers
        self._reading = reading
        self._stopped = threading.Event()
        self._futures: dict[int, Future[list[Collector]] | Exception] = {}

    def ask_ahead(self, firsts: Sequence[int]) -> None:
        """Ask for parts, those that were not asked for; few at a time, so that little waits in
        memory."""
        executor = self._workers.executor
        assert executor is not None
        stops = self._stops if self._workers.is_here else None
        for first in firsts:
            if first in self._futures:
                continue
            if (gone := self._workers.why_gone()) is not None:
                self._futures[first] = _GoneError(gone)
                continue
            try:
                future = executor.submit(read_part, self._reading.job(first), stops)
            except Exception as error:  # noqa: BLE001 (whatever one raises that takes no more work)
                self._futures[first] = error
            else:
                self._futures[first] = future

    def handed_over(self, first: int) -> list[Collector] | Exception:
        """What a worker read, or why none handed it over: one that fails is followed by another
        try, as a scheduler loses now and then what a worker had that was killed.

        Raises:
            GatescopeError: what reading raised.
            Cancelled: ``should_stop`` became true.
        """
        parts = self._once(first)
        if isinstance(parts, Exception):
            self.ask_ahead([first])
            parts = self._once(first)
        return parts

    def _once(self, first: int) -> list[Collector] | Exception:
        """`handed_over` of one try."""
        future = self._futures.pop(first)
        if isinstance(future, Exception):
            return future
        try:
            while not wait([future], timeout=POLL).done:
                check(self._reading.should_stop)
                gone = self._workers.why_gone()
                if gone is not None:
                    return _GoneError(gone)
            check(self._reading.should_stop)
        finally:
            future.cancel()  # of no effect on one that is done; an executor waits for all others
        try:
            return future.result()
        except Cancelled as error:
            check(self._reading.should_stop)
            return error
        except GatescopeError:
            raise
        except Exception as error:  # noqa: BLE001 (a worker that went away, whatever its kind)
            gone = self._workers.why_gone()
            return error if gone is None else _GoneError(gone)

    def stop(self) -> None:
        """Nobody waits for the others any more."""
        self._stopped.set()
        for each in self._futures.values():
            if isinstance(each, Future):
                each.cancel()

    def _stops(self) -> bool:
        should_stop = self._reading.should_stop
        return self._stopped.is_set() or (should_stop is not None and should_stop())


@dataclass(frozen=True, eq=False)
class Job:
    """One part, as a worker is given it.

    Attributes:
        network: what reads.
        rows: what it reads, ids ``(R, T)`` or numbers ``(R, T, F)``.
        padding: ``(R, T)``.
        collectors: empty ones.
        edits: of every sequence.
    """

    network: Network
    rows: npt.NDArray[Any]
    padding: Bools
    collectors: list[Collector]
    edits: tuple[LayerEdit, ...]


def read_part(job: Job, should_stop: ShouldStop | None = None) -> list[Collector]:
    """Read one part; what a worker runs."""
    lengths = {
        one.name: steps_before_padding(job.padding)
        for one in job.network.inputs
        if one.counts_steps
    }
    with one_thread():
        for batch in replay_chunks(
            job.network, job.rows, lengths, should_stop=should_stop, edits=job.edits
        ):
            for collector in job.collectors:
                collector.add(batch, job.padding[batch.rows])
    return job.collectors


def threads(count: int) -> ThreadPoolExecutor:
    """So many threads of this process."""
    return ThreadPoolExecutor(count, thread_name_prefix="survey")


def counted(batch: BatchTrace, layer: str, padding: Bools) -> Bools:
    """The steps of a layer that count, ``(B, T)``: those that it reads and that are no padding."""
    trace, steps = batch.layers[layer], padding.shape[1]
    return ~padding & ~trace.masked[:, :steps] & ~trace.idle[:steps]
