"""`ClassTask`: a view, a question and what counts as an answer, in one small file that a class is given.

The file is JSON and says how the answer is computed, not the answer; it holds nothing that could be
executed.  It has a name of its own, as a view opens in place of what is shown while a task asks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from engine.errors import LessonError, Note, SessionError
from engine.lessons.task_kinds.put import TaskQuestion
from engine.lessons.task_kinds.registry import checked_kind, put
from engine.lessons.view_reading import Opened, Stop, ViewReading, read_view
from engine.own_files import TASK, naming_kind
from engine.plain_json import not_json, parse_json
from engine.session import saved_file
from engine.session.references import located, named_alone, relative_to
from engine.session.state import SessionState, from_plain, to_plain

FORMAT, VERSION = TASK.format, 1

SUFFIX = TASK.suffix
"""How the names of task files end."""

MAX_TITLE, MAX_QUESTION = 200, 4_000
"""Characters."""

MAX_OPTION = 200


@dataclass(frozen=True)
class ClassTask:
    """What a class is asked.

    Attributes:
        title: one line.
        question: what is asked, in the teacher's words.
        kind: what counts as an answer, a name of `engine.lessons.task_kinds.registry.KINDS`.
        options: what the task says of it.
        view: what is asked about.
    """

    title: str
    question: str
    kind: str
    options: Mapping[str, str] = field(default_factory=dict)
    view: SessionState = field(default_factory=SessionState)

    @property
    def key(self) -> str:
        """The same for the same question about the same, wherever its files lie."""
        plain = json.dumps(to_data(replace(self, view=named_alone(self.view))), sort_keys=True)
        return sha256(plain.encode("utf-8", "backslashreplace")).hexdigest()


def to_data(task: ClassTask) -> dict[str, Any]:
    """What a task file holds, as plain data for JSON."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": task.title,
        "question": task.question,
        "answer": {"asks": task.kind, **task.options},
        "view": to_plain(task.view),
    }


def from_data(data: Any, name: str) -> tuple[ClassTask, list[Note]]:
    """What `to_data` made, or a person; errors call the file by its name.

    Returns:
        the task, and a note for each value of its view that was repaired or is unknown.

    Raises:
        GatescopeError: it is no task; what is wrong is named.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        error = LessonError(
            "{name} is no task of Gatescope. Open a file that Save task wrote.", name=name
        )
        raise naming_kind(error, data, name)
    if data.get("version") != VERSION:
        raise LessonError(
            "{name} was written by another version of Gatescope, which saves tasks otherwise. "
            "Update Gatescope, or save the task again.",
            name=name,
        )
    title = _text(data, "title", MAX_TITLE, name)
    question = _text(data, "question", MAX_QUESTION, name)
    answer = data.get("answer")
    if not isinstance(answer, dict):
        raise LessonError("{name} does not say what counts as an answer.", name=name)
    options = {}
    for option, value in answer.items():
        short = number_text(value) if type(value) in (int, float) else value
        if not isinstance(short, str) or len(short) > MAX_OPTION:
            raise LessonError(
                "{name}: {option} is neither a number nor a short text.",
                name=name,
                option=str(option)[:40],
            )
        options[option] = short
    kind = options.pop("asks", "")
    checked_kind(kind, options)
    view, notes = from_plain(data.get("view"), name)
    return ClassTask(title, question, kind, options, view), notes


def number_text(value: float) -> str:
    """A number as a task keeps it: every digit of it, and a whole one without a point."""
    is_whole = isinstance(value, int) or value.is_integer()
    return str(int(value)) if is_whole else repr(value)


def _text(data: Mapping[str, Any], field_name: str, most: int, name: str) -> str:
    value = data.get(field_name)
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise LessonError(
            "{name}: {field} is no text of 1 to {most} characters.",
            name=name,
            field=field_name,
            most=f"{most:,}",
        )
    return value.strip()


def save(task: ClassTask, path: Path) -> None:
    """Write a task file, whole or not at all; files below or beside it by relative paths.

    Raises:
        SessionError: it cannot be written.
    """
    here = replace(task, view=relative_to(task.view, path.absolute().parent))
    saved_file.write(path, to_data(here))


def load(path: Path) -> tuple[ClassTask, list[Note]]:
    """Read a task file; its paths are as they stand there.

    Raises:
        GatescopeError: it cannot be read, or is no task.
    """
    content = saved_file.read(path)
    try:
        data = parse_json(content)
    except ValueError as error:
        raise LessonError(
            "{name} is damaged or no task of Gatescope: {reason}. Correct it there, or save the "
            "task again.",
            name=path.name,
            reason=not_json(error),
        ) from error
    return from_data(data, path.name)


def ask(
    task: ClassTask, should_stop: Stop = None, opened: Opened | None = None
) -> tuple[ViewReading, TaskQuestion]:
    """Read the view of a task, with absolute paths, and put its question.

    Raises:
        GatescopeError: the view cannot be read, or the answer cannot be computed.
        Cancelled: ``should_stop`` became true.
    """
    reading = read_view(task.view, should_stop, opened)
    return reading, put(task.kind, task.options, reading, should_stop)


def with_files(task: ClassTask, folder: Path) -> ClassTask:
    """The task with the files of its view as they lie here, looked for from a folder.

    Raises:
        SessionError: one of them is not there.
    """
    view, missing = located(task.view, folder)
    if missing:
        raise SessionError(
            "{file} is not here, which the task needs. Put it beside the file that names it.",
            file=missing[0].file or missing[0].name,
        )
    return replace(task, view=view)
