"""A series of a unit, or the answer p(t): its value at a step, and where it first crosses a level."""

from __future__ import annotations

import math
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
