"""A series of a unit, or the answer p(t), at a step."""

from __future__ import annotations

import math

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


def put_value(put: Put) -> TaskQuestion:
    """A series of a unit, or the answer p(t), at a step."""
    values, what = put.values()
    step = put.step(put.trace)
    right, tolerance = float(values[step]), put.number("tolerance", 0.01, 0)
    if not math.isfinite(right):
        raise ReplayError(
            "{what} has no value at step {step}. Choose another step.", what=what, step=step + 1
        )
    word = name_of(put.trace, step)

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        given = asked_number(answer)
        says = Note(
            "At step {step} (“{word}”) {what} is {value}; ±{tolerance} counts as right.",
            step=step + 1,
            word=word,
            what=what,
            value=short(right),
            tolerance=f"{tolerance:g}",
        )
        return Verdict(abs(given - right) <= tolerance, says)

    text = Note("What is {what} at step {step} (“{word}”)?", what=what, step=step + 1, word=word)
    return TaskQuestion(text, "number", check, Note("{count}", count=short(right)))
