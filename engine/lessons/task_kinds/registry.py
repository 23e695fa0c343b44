"""What a task may ask, one row each: the engine computes the answer on the view of the task.

The questions of the lessons (`engine.lessons.checks`) are kinds of task, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from engine.errors import LessonError, Note
from engine.lessons.checks.registry import CHECKS
from engine.lessons.lesson_checks.registry import LESSON_CHECKS
from engine.lessons.task_kinds.of_lessons import put_lesson_check, put_lesson_question
from engine.lessons.task_kinds.of_series import put_crossing, put_value
from engine.lessons.task_kinds.put import Options, Put, Stop, TaskQuestion
from engine.lessons.task_kinds.reach import put_reach
from engine.lessons.task_kinds.right_networks import put_right_network
from engine.lessons.task_kinds.strongest_word import put_strongest
from engine.lessons.view_reading import ViewReading

MAX_STEPS = 5_000
"""Steps that a task may be asked about: what a method of attribution does with more takes minutes."""


@dataclass(frozen=True)
class TaskKind:
    """One kind of task.

    Attributes:
        name: in the file.
        title: for people, in English.
        put: asks it of a reading.
        options: what a task may say of it, in the order of a form.
    """

    name: str
    title: Note
    put: Callable[[Put], TaskQuestion]
    options: tuple[str, ...]


def _rows() -> Iterator[TaskKind]:
    yield TaskKind(
        "value",
        Note("A value at a step"),
        put_value,
        ("network", "series", "unit", "step", "tolerance"),
    )
    yield TaskKind(
        "crossing",
        Note("The step at which a level is crossed"),
        put_crossing,
        ("network", "series", "unit", "level", "tolerance"),
    )
    yield TaskKind(
        "strongest",
        Note("The word that did most for the answer"),
        put_strongest,
        ("network", "step", "method"),
    )
    yield TaskKind("right", Note("Which networks are right"), put_right_network, ())
    yield TaskKind(
        "reach",
        Note("An answer to be reached by edits"),
        put_reach,
        ("network", "side", "level", "edits", "only"),
    )
    for kind in CHECKS.values():
        names = ("network", "unit", *sorted(kind.options))
        yield TaskKind(kind.name, kind.title, partial(put_lesson_question, kind), names)
    for each in LESSON_CHECKS.values():
        ask = partial(put_lesson_check, each)
        yield TaskKind(each.name, each.title, ask, tuple(sorted(each.options)))


KINDS: Mapping[str, TaskKind] = {row.name: row for row in _rows()}
"""By name; first what only tasks ask, then the questions of the lessons."""


def checked_kind(kind: str, options: Options) -> TaskKind:
    """The row of a kind that has these options.

    Raises:
        LessonError: there is no such kind, or it has no such option.
    """
    if kind not in KINDS:
        raise LessonError(
            "There is no kind of task “{kind}”. There are: {names}.",
            kind=kind[:40],
            names=", ".join(KINDS),
        )
    for option in options:
        if option not in KINDS[kind].options:
            raise LessonError(
                "The task “{kind}” has no option “{option}”. It has: {options}.",
                kind=kind,
                option=option[:40],
                options=", ".join(KINDS[kind].options) or "–",
            )
    return KINDS[kind]


def put(
    kind: str, options: Options, reading: ViewReading, should_stop: Stop = None
) -> TaskQuestion:
    """A question for the reading of a view.

    Raises:
        GatescopeError: see `checked_kind`, or the answer cannot be computed.
        Cancelled: ``should_stop`` became true.
    """
    row, steps = checked_kind(kind, options), len(reading.sequence)
    if steps > MAX_STEPS:
        raise LessonError(
            "The view reads {count} steps, and a task is asked about at most {most}. Save it again "
            "with less to read.",
            count=f"{steps:,}",
            most=f"{MAX_STEPS:,}",
        )
    return row.put(Put(reading, options, should_stop))
