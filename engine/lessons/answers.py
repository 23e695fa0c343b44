"""`AnswerSheet`: what somebody answered to tasks and lessons, in one file to hand in.

Each answer carries its whole task, so that it can be checked where the models are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from engine.checked import a, between, checked, items, plain, switch, text
from engine.errors import GatescopeError, LessonError, Note
from engine.lessons.class_task import ClassTask, from_data, to_data
from engine.lessons.view_reading import ViewReading
from engine.network.nonlinearity import file_digest
from engine.own_files import ANSWERS, naming_kind
from engine.plain_json import not_json, parse_json
from engine.session import saved_file
from engine.session.references import named_alone

FORMAT, VERSION = ANSWERS.format, 1

SUFFIX = ANSWERS.suffix
"""How the names of the files end."""

MAX_ANSWERS = 1_000
MAX_NAME, MAX_ANSWER = 200, 4_000
MAX_NETWORKS = 8


@dataclass(frozen=True)
class NetworkDigest:
    """A network that was asked, and the SHA-256 of its file in hex."""

    name: str = text("", MAX_NAME)
    sha256: str = text("", 64)


@dataclass(frozen=True)
class _Written:
    """An answer as the file has it, without its task."""

    answer: str = text("", MAX_ANSWER)
    said: str = text("", MAX_ANSWER)
    right: bool = switch()
    tries: int = between(1, 1, 1_000_000)
    at: str = text("", 40)
    lesson: str = text("", MAX_NAME)
    networks: tuple[NetworkDigest, ...] = items(a(NetworkDigest), MAX_NETWORKS)
    shown: bool = switch()


@dataclass(frozen=True)
class StudentAnswer:
    """An answer that was given.

    Attributes:
        task: what was asked; a question of a lesson as the task that it amounts to.
        answer: as `engine.lessons.task_kinds.put.TaskQuestion.check` takes it.
        said: the same as its writer saw it.
        right: what the engine said of it.
        tries: how often the question was answered, this time included.
        at: when, in ISO 8601.
        lesson: the lesson's name; "" for a task.
        networks: those that the view showed.
        shown: whether the right answer has been shown since: no later one takes its place.
    """

    task: ClassTask
    answer: str
    said: str
    right: bool
    tries: int = 1
    at: str = ""
    lesson: str = ""
    networks: tuple[NetworkDigest, ...] = ()
    shown: bool = False

    @property
    def key(self) -> str:
        """The same for the same question: of a lesson whatever is read, of a task its own."""
        if not self.lesson:
            return self.task.key
        options = json.dumps(dict(sorted(self.task.options.items())))
        return f"{self.lesson} {self.task.kind} {options}"


@dataclass(frozen=True)
class AnswerSheet:
    """What one person answered.

    Attributes:
        student: the name, "" where none was given.
        answers: in the order of the questions' first tries.
    """

    student: str = ""
    answers: tuple[StudentAnswer, ...] = ()

    def with_answer(self, answered: StudentAnswer) -> AnswerSheet:
        """With one more: the latest answer to a question stands, and counts the tries; once the
        right one has been shown, what stands stays."""
        answers = list(self.answers)
        for place, each in enumerate(answers):
            if each.key == answered.key:
                standing = each if each.shown else answered
                answers[place] = replace(standing, tries=each.tries + 1)
                return replace(self, answers=tuple(answers))
        return replace(self, answers=(*answers, answered)[-MAX_ANSWERS:])

    def with_shown(self, key: str, *, shown: bool = True) -> AnswerSheet:
        """The right answer to a question has been shown, or the question is put anew."""
        answers = (replace(each, shown=shown) if each.key == key else each for each in self.answers)
        return replace(self, answers=tuple(answers))


def networks_of(reading: ViewReading) -> tuple[NetworkDigest, ...]:
    """The networks of a view, with their digests."""
    return tuple(
        NetworkDigest(pane.network.name[:MAX_NAME], file_digest(pane.network))
        for pane in reading.panes
    )


def save(sheet: AnswerSheet, path: Path) -> None:
    """Write the answers, whole or not at all; files are named without their folders.

    Raises:
        SessionError: it cannot be written.
    """
    answers = []
    for each in sheet.answers:
        task = replace(each.task, view=named_alone(each.task.view))
        own = {name: getattr(each, name) for name in _Written.__dataclass_fields__}
        written = {"right": each.right, "tries": each.tries} | plain(_Written(**own))
        answers.append({"task": to_data(task), **written})
    content = {"format": FORMAT, "version": VERSION, "student": sheet.student, "answers": answers}
    saved_file.write(path, content)


def load(path: Path) -> tuple[AnswerSheet, list[Note]]:
    """Read a file of answers.

    Returns:
        the answers, and a note for each value that was repaired or left out.

    Raises:
        GatescopeError: it cannot be read, or has no answers; the file is named.
    """
    try:
        data = parse_json(saved_file.read(path))
    except ValueError as broken:
        raise LessonError(
            "{name} is damaged or has no answers: {reason}. Save the answers again.",
            name=path.name,
            reason=not_json(broken),
        ) from broken
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        error = LessonError(
            "{name} has no answers. Open a file that Save answers wrote.", name=path.name
        )
        raise naming_kind(error, data, path.name)
    if data.get("version") != VERSION:
        raise LessonError(
            "{name} was written by another version of Gatescope, which saves answers otherwise.",
            name=path.name,
        )
    rows = data.get("answers")
    if not isinstance(rows, list) or len(rows) > MAX_ANSWERS:
        raise LessonError(
            "{name} has no list of at most {most} answers.", name=path.name, most=MAX_ANSWERS
        )
    student = data.get("student")
    notes: list[Note] = []
    answers: list[StudentAnswer] = []
    for number, row in enumerate(rows, 1):
        where = f"{path.name}: answers.{number}"
        try:
            if not isinstance(row, dict):
                raise LessonError("{name} is no answer.", name=where)
            task, of_view = from_data(row.get("task"), where)
        except GatescopeError as error:
            notes.append(
                Note("{field} was left out. {reason}", field=f"answers.{number}", reason=error)
            )
            continue
        notes += of_view
        rest = {name: value for name, value in row.items() if name != "task"}
        written = checked(_Written, rest, notes, where)
        values = {name: getattr(written, name) for name in _Written.__dataclass_fields__}
        answers.append(StudentAnswer(task, **values))
    name = student.strip()[:MAX_NAME] if isinstance(student, str) else ""
    return AnswerSheet(name, tuple(answers)), notes
