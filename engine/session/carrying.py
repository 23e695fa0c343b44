"""`Carried`: what a session carries from one review into the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from engine.errors import Note
from engine.replay.carried import Begins, carried_note, left_by
from engine.sequence import Sequence
from engine.session.pane import Pane
from engine.text.review import Review


@dataclass(frozen=True, eq=False)
class Carried:
    """The states that a review begins with.

    Attributes:
        count: the reviews that were read before it, one after the other; 0 carries nothing.
        begins: by the key of the pane; a network that did not read the one before begins anew.
    """

    count: int = 0
    begins: Mapping[object, Begins] = field(default_factory=dict)

    @classmethod
    def after(cls, panes: Iterable[Pane], count: int) -> Carried:
        """What a review leaves, whose traces the panes show; so many came before it."""
        left = {pane.key: left_by(pane.trace) for pane in panes if pane.trace is not None}
        return cls(count + 1, left)

    def without(self, key: object) -> Carried:
        """The same, but that a pane begins anew: another network is in it."""
        left = {each: begins for each, begins in self.begins.items() if each is not key}
        return replace(self, begins=left)


def is_next(sequence: Sequence, before: Sequence | None, *, goes_on: bool = False) -> bool:
    """Whether it is another review than the one before, not the same read otherwise.

    Texts without number and title are told apart by what is written; with ``goes_on`` both are
    one text that is being written.
    """
    if not isinstance(sequence, Review) or not isinstance(before, Review):
        return False
    name = (sequence.number, sequence.title)
    if name != (before.number, before.title):
        return True
    return name == (None, "") and not goes_on and _written(sequence) != _written(before)


def _written(review: Review) -> tuple[str, ...]:
    """What was typed; of ids, the words that they stand for."""
    return (review.text,) if review.text else review.tokens


def told(sequence: Sequence, carried: Carried) -> Sequence:
    """The sequence, itself where it says already what is carried into it."""
    notes = (carried_note(carried.count),) if carried.count else ()
    if not notes or notes[0] in sequence.notes:
        return sequence
    return replace(sequence, notes=(*untold(sequence).notes, *notes))


def carry_lost_note(count: int) -> Note:
    """That the state which so many reviews left was not kept, nor carried into this one again."""
    return Note(
        "The review begins anew: the state that was carried into it is not kept in a view or until "
        "the next start. Reviews before it were: {count}.",
        count=count,
    )


def untold(sequence: Sequence) -> Sequence:
    """The sequence without what is said of that, always another object."""
    template = carried_note(0).template
    notes = tuple(note for note in sequence.notes if note.template != template)
    return replace(sequence, notes=notes)
