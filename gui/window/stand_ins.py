"""What is read in place of reviews or numbers that a view names and that cannot be read."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import Instead, Note
from engine.session.state import NumbersState, ReviewState, SessionState
from gui.review.reading import FIRST_REVIEW, FIRST_STEP


def with_stand_in(state: SessionState, name: str) -> tuple[SessionState, Note]:
    """A state that reads something else than the file of this name, and what is to be said of it.

    Step, edits and selection were of what the file has, and are not carried over to that.
    """
    state = replace(state, step=None, edits=(), selected="", carried=0)
    if state.reads == "numbers":
        note = Instead(
            "Random numbers are read in place of {name}, without step, edits and selection of the "
            "view.",
            name=name,
        )
        return replace(state, numbers=NumbersState("normal")), note
    note = Instead(
        "Review {number} of IMDB is read in place of {name}, without step, edits and selection of "
        "the view.",
        number=FIRST_REVIEW,
        name=name,
    )
    return replace(state, review=ReviewState(number=FIRST_REVIEW), step=FIRST_STEP), note
