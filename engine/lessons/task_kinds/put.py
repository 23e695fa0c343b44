"""A task as it is put: `Put` what is asked about, `TaskQuestion`, and the `Verdict` of the engine.

Networks, units and steps are counted from 1, as a person sees them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.errors import LessonError, Note
from engine.lessons.view_reading import ViewReading
from engine.replay.trace import Trace
from engine.session.pane import Pane
from engine.session.signals import answer_of

Options = Mapping[str, str]
Stop = Callable[[], bool] | None
Form = Literal["choice", "number", "word", "edits"]
"""How a task is answered: one of several; a number; a word that was read; edits of the reading."""


@dataclass(frozen=True)
class Verdict:
    """What the engine says of an answer.

    Attributes:
        right: whether it is right.
        says: how that was computed, with the numbers.
    """

    right: bool
    says: Note


@dataclass(frozen=True)
class TaskQuestion:
    """A task, put for the reading of its view.

    Attributes:
        text: what is asked, as the engine says it.
        form: how it is answered.
        check: judges an answer, as a person writes it.
        right: the right answer, for the teacher; for edits what is to be reached.
        choices: what there is to choose, for that form; the answer is a number from 1.
        note: what was done otherwise than the task asks, None if nothing.
    """

    text: Note
    form: Form
    check: Callable[[str, Stop], Verdict]
    right: Note
    choices: tuple[Note, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, eq=False)
class Put:
    """What is asked about.

    Attributes:
        reading: that of the task's view.
        options: what the task says.
        should_stop: asked now and then while the answer is computed.
    """

    reading: ViewReading
    options: Options
    should_stop: Stop = None

    def whole(self, option: str, low: int, high: int, usual: int | None = None) -> int:
        """A whole number of the task's, from 1, within bounds."""
        text = self.options.get(option, "")
        if not text and usual is not None:
            return usual
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise LessonError(
                "The task asks for {option} “{text}”; there are {low} to {high}. Change it with "
                "Save task.",
                option=option,
                text=text,
                low=low,
                high=high,
            )
        return number

    def number(self, option: str, usual: float, low: float = -math.inf) -> float:
        """A number of the task's, not below ``low``."""
        text = self.options.get(option, "")
        value = usual if not text else _number(text)
        if value is None or value < low:
            raise LessonError("{option}={text} is no number.", option=option, text=text)
        return value

    @property
    def place(self) -> int:
        """The place of the network that is asked, from 0: that of the task's, else the focused."""
        return self.whole("network", 1, len(self.reading.panes), self.reading.focus + 1) - 1

    @property
    def pane(self) -> Pane:
        """Its pane, which has read.

        Raises:
            GatescopeError: it has not.
        """
        pane = self.reading.panes[self.place]
        if pane.problem is not None:
            raise pane.problem.anew()
        return pane

    @property
    def trace(self) -> Trace:
        """Its reading."""
        trace = self.pane.trace
        assert trace is not None, "a pane without a trace has a problem"
        return trace

    def step(self, trace: Trace) -> int:
        """The step, from 0; the last one where the task names none."""
        return self.whole("step", 1, len(trace), len(trace)) - 1

    def words(self, trace: Trace) -> list[int]:
        """The steps that are read, from 0: no padding."""
        padding = trace.sequence.padding
        count = len(trace.sequence)
        return [step for step in range(count) if step >= len(padding) or not padding[step]]

    def values(self) -> tuple[npt.NDArray[np.float64], Note]:
        """A number a step, ``(T,)``, and what it is: a series of a unit, or the answer p(t)."""
        key, pane, trace = self.options.get("series", ""), self.pane, self.trace
        if not key:
            values = np.asarray(answer_of(trace), np.float64)
            return values, Note("p(t) of {network}", network=pane.network.name)
        series = trace.layers[pane.layer].series
        if key not in series:
            raise LessonError(
                "{kind} has no series “{key}”. It has: {keys}.",
                kind=pane.shown.kind,
                key=key,
                keys=", ".join(series),
            )
        unit = self.whole("unit", 1, pane.shown.units, pane.units[0] + 1)
        what = Note(
            "{series} of unit {unit} in {layer} ({network})",
            series=key,
            unit=unit,
            layer=pane.layer,
            network=pane.network.name,
        )
        return np.asarray(series[key][:, unit - 1], np.float64), what


def name_of(trace: Trace, step: int) -> str:
    """What a step is called; its number where it has no name."""
    return trace.steps[step] if step < len(trace.steps) and trace.steps[step] else str(step + 1)


def _number(text: str) -> float | None:
    """A number as people write it; None for what is none."""
    plain = text.strip().replace("−", "-")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def asked_number(text: str) -> float:
    """A number that is answered.

    Raises:
        LessonError: it is none.
    """
    if (value := _number(text)) is None:
        raise LessonError("“{text}” is no number. Write one like 0.25.", text=text.strip()[:40])
    return value


def short(value: float) -> str:
    """A number with six digits at most."""
    return f"{value:.6g}".replace("-", "−")


def choice_of(answer: str, count: int) -> int:
    """A choice by its number, from 0."""
    text = answer.strip()
    if not text.isdecimal() or not 1 <= int(text) <= count:
        raise LessonError(
            "“{text}” is none of the choices. Give its number, 1 to {count}.",
            text=text[:40],
            count=count,
        )
    return int(text) - 1
