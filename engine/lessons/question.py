"""A question as it is put: `About` what, `AskedQuestion`, and the `Answer` of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import LessonError, Note, ReplayError
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.replay.trace import LayerTrace, Trace

Options = Mapping[str, str]
Stop = Callable[[], bool] | None
Floats = npt.NDArray[np.float64]

EQUAL = 0.005
"""Answers that differ by less are the same, as they are written with two digits."""


@dataclass(frozen=True)
class Answer:
    """What the engine found.

    Attributes:
        right: the place of the right choice.
        says: the numbers.
    """

    right: int
    says: Note


@dataclass(frozen=True, eq=False)
class AskedQuestion:
    """A question, put for a network and what it read.

    Attributes:
        text: the question.
        choices: what there is to choose.
        answer: computes which is right.
        note: what was done otherwise than the lesson asks, None if nothing.
        networks: those that it is about; none of a question about the reviews or a function.
    """

    text: Note
    choices: tuple[Note, ...]
    answer: Callable[[Stop], Answer]
    note: Note | None = None
    networks: tuple[Network, ...] = ()


@dataclass(frozen=True, eq=False)
class About:
    """What is asked about.

    Attributes:
        trace: the reading, with a layer of it and one of its units, from 0.
        options: what the lesson says.
        beside: another network's reading of the same, if the lesson names one.
    """

    trace: Trace
    layer: str
    unit: int
    options: Options
    beside: About | None = None

    @property
    def read(self) -> LayerTrace:
        """The layer's reading."""
        return self.trace.layers[self.layer]

    @property
    def kind(self) -> str:
        """The kind of its cell."""
        return self.read.layer.kind

    def key(self, usual: str) -> str:
        """The series that the lesson names, if the cell has it."""
        key = self.options.get("series", usual)
        if key not in self.read.series:
            raise no_series(self.kind, key, self.read.series)
        return key

    def number(self, option: str, usual: float) -> float:
        """A number that the lesson names."""
        return number_of(self.options, option, usual)

    def whole(self, option: str, usual: int) -> int:
        """A whole number that the lesson names, 0 or more."""
        return integer_of(self.options, option, usual, 0)

    def steps(self) -> list[int]:
        """The steps that are read, from the second on: no padding, nothing masked."""
        is_word = ~self.read.masked.copy()
        padding = self.trace.sequence.padding
        is_word[: len(padding)] &= ~padding
        if not (steps := [int(step) for step in np.flatnonzero(is_word) if step > 0]):
            raise ReplayError("Nothing is read here but padding. Open a review.")
        return steps

    def name(self, step: int) -> str:
        """What a step is called."""
        return self.trace.steps[step] if self.trace.steps else str(step + 1)

    def word(self) -> tuple[int, Note | None]:
        """The step of the word that the lesson asks for; where it is not read, the word at which
        the network's state moves most, with a note."""
        steps, asked = self.steps(), self.options.get("word", "")
        for step in steps:
            if asked and self.name(step).lower() == asked.lower():
                return step, None
        first = STATEFUL[self.kind].states[0]
        moved = np.abs(np.diff(np.asarray(self.read.series[first], np.float64), axis=0)).sum(axis=1)
        step = max(steps, key=lambda step: float(np.nan_to_num(moved[step - 1])))
        if not asked:
            return step, None
        if not self.trace.network.reads_words:
            return step, Note(
                "Numbers are read here, no words; the step is asked about at which the state moves "
                "most."
            )
        return step, Note(
            "“{asked}” is not in what is read; “{word}” is asked about.",
            asked=asked,
            word=self.name(step),
        )

    def mean(self, key: str, step: int) -> float:
        """Of a series over all units, at a step."""
        return float(np.mean(np.asarray(self.read.series[key][step], np.float64)))

    def last(self) -> float:
        """The answer at the end: one number, of several the likeliest."""
        return last_of(self.trace)


def number_of(options: Options, option: str, usual: float) -> float:
    """A number that a lesson names.

    Raises:
        LessonError: it is none.
    """
    text = options.get(option, str(usual))
    try:
        value = float(text)
    except ValueError:
        value = np.nan
    if not np.isfinite(value):
        raise LessonError("{option}={text} is no number.", option=option, text=text)
    return value


def integer_of(options: Options, option: str, usual: int, low: int) -> int:
    """A whole number that a lesson names, ``low`` or more.

    Raises:
        LessonError: it is none.
    """
    value = number_of(options, option, usual)
    if value < low or value != int(value):
        raise LessonError(
            "{option}={text} is no whole number from {low} on.",
            option=option,
            text=options.get(option, ""),
            low=low,
        )
    return int(value)


def no_series(kind: str, key: str, keys: Iterable[str]) -> LessonError:
    """That a cell of a kind has no such series, but these."""
    return LessonError(
        "{kind} has no series “{key}”. It has: {keys}.", kind=kind, key=key, keys=", ".join(keys)
    )


def last_of(trace: Trace, channel: int | None = None) -> float:
    """The answer at the end: one number; of several a channel, or the likeliest."""
    answer = np.atleast_1d(np.asarray(trace.answer, np.float64))
    if not answer.size or not np.isfinite(answer).all():
        raise ReplayError("{network} has no answer of one number.", network=trace.network.name)
    return float(answer[int(np.argmax(answer)) if channel is None else channel])


def channel_of(trace: Trace) -> int:
    """Which of several numbers is the largest at the end."""
    return int(np.argmax(np.atleast_1d(trace.answer)))
