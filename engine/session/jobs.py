"""`read_all`: the job of a session; every network reads, with the edits that fit it.

Beside an edited reading stands the untouched one, of the same sequence without edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from engine.errors import Cancelled, EditError, GatescopeError, WantsNumbers
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.replay.carried import Begins, begun
from engine.replay.edited import edited
from engine.replay.edits import Edit, Edits, of_layers, of_sequence, reading_on
from engine.replay.read_on import read
from engine.replay.trace import Trace
from engine.sequence import Sequence
from engine.session.pane import Pane
from engine.session.scheduler import as_sentence
from engine.session.state_fit import fitting_edits
from engine.text.review import Review

Prepare = Callable[[Network, Sequence], Sequence]
"""A sequence as one network reads it: in its own dictionary, with its auxiliary inputs."""

Unfit = Mapping[Edit, GatescopeError]
"""Edits that change nothing, and why."""


@dataclass(frozen=True, eq=False)
class Rewritten:
    """A sequence as the edits of it leave it.

    Attributes:
        sequence: with those edits carried out that fit.
        unfit: the others.
    """

    sequence: Sequence
    unfit: Unfit = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class PaneAnswer:
    """What came of a reading.

    Attributes:
        trace: with the edits, or why there is none.
        ghost: without them, where the trace has any.
        unfit_edits: those that change nothing in it.
    """

    trace: Trace | GatescopeError
    ghost: Trace | None = None
    unfit_edits: Unfit = field(default_factory=dict)

    def in_pane(self, pane: Pane) -> Pane:
        """The pane of who read, with what came of it."""
        trace = self.trace
        return replace(
            pane,
            trace=trace if isinstance(trace, Trace) else None,
            problem=None if isinstance(trace, Trace) else trace,
            ghost=self.ghost,
            unfit_edits=self.unfit_edits,
        )


@dataclass(frozen=True, eq=False)
class ReadingJob:
    """Who reads.

    Attributes:
        untouched: its reading of the sequence without edits, if there is one already.
        answer: what came of the same reading with the same edits, if it was made already.
        begins: the states that it begins with.
    """

    network: Network
    untouched: Trace | None = None
    answer: PaneAnswer | None = None
    begins: Begins = field(default_factory=dict)


def rewritten(sequence: Sequence, edits: Iterable[Edit]) -> Rewritten:
    """A sequence with those of its edits carried out that fit, in order."""
    unfit: dict[Edit, GatescopeError] = {}
    for edit in of_sequence(edits):
        try:
            sequence = edited(sequence, (edit,))
        except GatescopeError as error:
            unfit[edit] = error
    return Rewritten(sequence, unfit)


def read_all(
    sequence: Sequence,
    result: Rewritten,
    edits: Edits,
    jobs: Iterable[ReadingJob],
    prepare: Prepare,
    should_stop: ShouldStop,
) -> list[PaneAnswer]:
    """Let every network read a sequence; two panes of one network share their traces.

    Args:
        sequence: without edits.
        result: the same as edited.
        edits: those in force, of layers and of the sequence.
        jobs: one a pane.
        prepare: called before a network reads.
        should_stop: asked then and while it reads; true leaves out the rest.
    """
    answers: list[PaneAnswer] = []
    by_network: dict[int, PaneAnswer] = {}
    for job in jobs:
        if should_stop():
            break
        key = id(job.network)
        if job.answer is not None:
            by_network[key] = job.answer
        elif key not in by_network:
            try:
                by_network[key] = _answer(job, sequence, result, edits, prepare, should_stop)
            except Cancelled:
                break
        answers.append(by_network[key])
    return answers


def _answer(
    job: ReadingJob,
    sequence: Sequence,
    result: Rewritten,
    edits: Edits,
    prepare: Prepare,
    should_stop: ShouldStop,
) -> PaneAnswer:
    """The reading of one network, and the untouched one where they differ.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    network = job.network

    def reading(sequence: Sequence, edits: Edits = ()) -> Trace | GatescopeError:
        try:
            prepared = begun(within(network, prepare(network, sequence)), job.begins)
            return read(network, prepared, should_stop=should_stop, edits=edits)
        except Cancelled:
            raise
        except (GatescopeError, MemoryError) as error:  # keeps no other from reading
            return as_sentence(error).let_go()

    untouched = job.untouched or reading(sequence)
    layer_edits, unfit = fitting_edits(of_layers(edits), network)
    unfit = {**result.unfit, **unfit}
    while_reading: Edits = layer_edits + reading_on(edits)
    while any(edit not in unfit for edit in edits):
        trace = reading(result.sequence, while_reading)
        if isinstance(trace, EditError) and trace.edit in while_reading:
            # Only a reading shows which steps a layer has, and whether it goes on.
            unfit[trace.edit] = trace
            while_reading = tuple(edit for edit in while_reading if edit != trace.edit)
            continue
        if isinstance(trace, Trace):
            trace = replace(trace, edits=tuple(edit for edit in edits if edit not in unfit))
        return PaneAnswer(trace, untouched if isinstance(untouched, Trace) else None, unfit)
    return PaneAnswer(untouched, None, unfit)


def within(network: Network, sequence: Sequence) -> Sequence:
    """The sequence as the network reads it: words beyond its vocabulary are unknown.

    Raises:
        WantsNumbers: it is a review, and the network reads numbers.
    """
    size = network.vocabulary_size
    if not isinstance(sequence, Review):
        return sequence
    if not network.reads_words:
        raise WantsNumbers("{network} reads numbers, not words.", network=network.name)
    return sequence if size is None else sequence.within(size)
