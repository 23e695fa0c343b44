"""`WasRead`: what the traces of a session are of; `Awaited`: what is being read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.network.network import Network
from engine.replay.edits import Edits, of_sequence
from engine.sequence import Sequence
from engine.session.carrying import Carried
from engine.session.jobs import PaneAnswer, ReadingJob, Rewritten
from engine.session.pane import Pane


@dataclass(frozen=True, eq=False)
class Awaited:
    """What is being read.

    Attributes:
        sequence: without edits.
        step: where to stand then; None leaves it to the session.
        carried: into it.
    """

    sequence: Sequence
    step: int | None
    carried: Carried

    def without(self, key: object) -> Awaited:
        """The same, but that a pane begins anew."""
        return replace(self, carried=self.carried.without(key))


@dataclass(frozen=True, eq=False)
class WasRead:
    """What the traces are of; at first nothing.

    Attributes:
        source: what was given to be read.
        rewritten: the same, as edited: what was read.
        edits: those in force as the traces were made.
        carried: into it.
        is_stale: whether the traces are of another reading than that of now.
    """

    source: Sequence | None = None
    rewritten: Rewritten | None = None
    edits: Edits = ()
    carried: Carried = field(default_factory=Carried)
    is_stale: bool = False

    def without(self, key: object) -> WasRead:
        """The same, but that a pane begins anew."""
        return replace(self, carried=self.carried.without(key))

    def as_edited(self, source: Sequence, edits: Edits) -> Rewritten | None:
        """A sequence as edits of it leave it, where that was made already."""
        same_words = of_sequence(edits) == of_sequence(self.edits)
        return self.rewritten if source is self.source and same_words else None

    def job(
        self, pane: Pane, network: Network, source: Sequence, edits: Edits, to: Carried
    ) -> ReadingJob:
        """What a pane's network is to read, with the traces that it has already; none is made
        twice."""
        begins = to.begins.get(pane.key, {})
        # Stale until an answer is taken: one may be overtaken.
        if source is not self.source or self.is_stale:
            return ReadingJob(network, begins=begins)
        if pane.trace is None or pane.trace.network is not network:
            return ReadingJob(network, begins=begins)
        answer = PaneAnswer(pane.trace, pane.ghost, pane.unfit_edits)
        return ReadingJob(network, pane.untouched, answer if edits == self.edits else None, begins)
