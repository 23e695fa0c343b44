"""The step at which a series, or p(t), first crosses a level."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from engine.errors import Note, ReplayError
from engine.lessons.task_kinds.put import (
    Put,
    Stop,
    TaskQuestion,
    Verdict,
    asked_number,
    name_of,
    short,
)


def put_crossing(put: Put) -> TaskQuestion:
    """The step at which a series, or p(t), first crosses a level."""
    values, what = put.values()
    level, tolerance = put.number("level", 0.5), put.whole("tolerance", 0, 10_000, 0)
    words = put.words(put.trace)
    above = values > level
    crossed = [
        step
        for before, step in pairwise(words)
        if np.isfinite(values[[before, step]]).all() and above[before] != above[step]
    ]
    if not crossed:
        raise ReplayError(
            "{what} never crosses {level} in what is read. Choose another level.",
            what=what,
            level=f"{level:g}",
        )
    right = crossed[0]

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        given = asked_number(answer)
        says = Note(
            "At step {step} (“{word}”) {what} goes from {before} to {after}.",
            step=right + 1,
            word=name_of(put.trace, right),
            what=what,
            before=short(float(values[right - 1])),
            after=short(float(values[right])),
        )
        return Verdict(abs(given - (right + 1)) <= tolerance, says)

    text = Note("At which step does {what} first cross {level}?", what=what, level=f"{level:g}")
    return TaskQuestion(text, "number", check, Note("{count}", count=str(right + 1)))
