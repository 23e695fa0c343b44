"""`AnswerSheet`: what somebody answered to tasks and lessons, in one file to hand in; and `table`, the
answers of a class, computed once more.

Each answer carries its whole task, so that it can be checked where the models are.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from engine.checked import a, between, checked, items, plain, switch, text
from engine.errors import Cancelled, GatescopeError, LessonError, Note
from engine.lessons.lesson_checks.registry import ALL_CHECKS
from engine.lessons.task import ClassTask, ask, found, from_data, to_data
from engine.lessons.view_reading import Opened, Stop, ViewReading
from engine.network.nonlinearity import file_digest
from engine.own_files import ANSWERS, naming_kind
from engine.progress import Progress, check, finish
from engine.replay.export import harmless
from engine.session import saved_file
from engine.session.references import named_alone

FORMAT, VERSION = ANSWERS.format, 1

SUFFIX = ANSWERS.suffix
"""How the names of the files end."""

MAX_ANSWERS = 1_000
MAX_SHEETS = 1_000
MAX_QUESTIONS = 1_000
"""Different questions of a class; what is answered besides is left out."""
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
class GivenAnswer:
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
    answers: tuple[GivenAnswer, ...] = ()

    def with_answer(self, given: GivenAnswer) -> AnswerSheet:
        """With one more: the latest answer to a question stands, and counts the tries; once the
        right one has been shown, what stands stays."""
        answers = list(self.answers)
        for place, each in enumerate(answers):
            if each.key == given.key:
                standing = each if each.shown else given
                answers[place] = replace(standing, tries=each.tries + 1)
                return replace(self, answers=tuple(answers))
        return replace(self, answers=(*answers, given)[-MAX_ANSWERS:])

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


# -- the file --------------------------------------------------------------------


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
        data = json.loads(saved_file.read(path).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        data = None
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
    answers: list[GivenAnswer] = []
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
        answers.append(GivenAnswer(task, **values))
    name = student.strip()[:MAX_NAME] if isinstance(student, str) else ""
    return AnswerSheet(name, tuple(answers)), notes


# -- a class ---------------------------------------------------------------------

State = Literal["agrees", "differs", "other networks", "unchecked"]
"""What came of computing an answer once more: as the file says; otherwise than it says; the same
question of networks of the same name whose files are others; or it could not be computed here."""


@dataclass(frozen=True)
class Checked:
    """An answer, computed once more.

    Attributes:
        given: as the file has it.
        right: what the engine says here; None where it could not be computed, and does not count.
        state: what came of it.
        says: how it was computed, or why it could not be.
    """

    given: GivenAnswer
    right: bool | None
    state: State
    says: GatescopeError


@dataclass(frozen=True)
class AnswerRow:
    """What one file holds: a person's answers by the key of their question."""

    name: str
    file: str
    answers: Mapping[str, Checked]

    @property
    def right(self) -> int:
        """How many are right, of those that were computed here."""
        return sum(bool(each.right) for each in self.answers.values())

    @property
    def checked(self) -> int:
        """How many were computed here."""
        return sum(each.right is not None for each in self.answers.values())


@dataclass(frozen=True)
class AnswerTable:
    """The answers of a class: names by questions.

    Attributes:
        questions: by their keys, in the order in which they are first met.
        rows: one a file.
        notes: what was left out.
    """

    questions: Mapping[str, GivenAnswer]
    rows: tuple[AnswerRow, ...]
    notes: tuple[Note, ...] = ()


def check_again(
    given: GivenAnswer, folder: Path, should_stop: Stop = None, opened: Opened | None = None
) -> Checked:
    """Compute an answer once more; files are looked for in a folder.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    try:
        reading, question = ask(found(given.task, folder), should_stop, opened)
        verdict = question.check(given.answer, should_stop)
    except Cancelled:
        raise
    except GatescopeError as error:
        return Checked(given, None, "unchecked", error)
    except Exception as error:  # noqa: BLE001 - what a file asks must not lose the others' answers
        reason = f"{type(error).__name__}: {error}"
        says = Note("Something unforeseen went wrong ({reason}).", reason=reason)
        return Checked(given, None, "unchecked", says)
    here = [each.sha256 for each in networks_of(reading)]
    state: State = "agrees" if verdict.right == given.right else "differs"
    if given.networks and [each.sha256 for each in given.networks] != here:
        state = "other networks"
    return Checked(given, verdict.right, state, verdict.says)


Sheets = Sequence[tuple[Path, AnswerSheet]]


def tabled(
    sheets: Sheets, tasks: Sequence[ClassTask] = (), should_stop: Stop = None
) -> Generator[Progress, None, AnswerTable]:
    """Compute the answers of a class once more.

    Args:
        sheets: the files, in whose folders models are looked for, and what they hold.
        tasks: those that the class was given; with any, an answer to another one
            is not checked, unless it is a question of a lesson.
        should_stop: asked now and then.

    Raises:
        LessonError: there are more than `MAX_SHEETS` files.
        Cancelled: ``should_stop`` became true.
    """
    check_count(len(sheets))
    opened, rows, asked = Opened(), [], {each.key for each in tasks}
    questions: dict[str, GivenAnswer] = {}
    known: dict[tuple[str, ...], Checked] = {}  # a class mostly answers the same in the same way
    done, left_out = 0, 0
    total = sum(len(sheet.answers) for _, sheet in sheets)
    for path, sheet in sheets:
        answers = {}
        for given in sheet.answers:
            yield Progress(done, total, "Computing the answers once more")
            check(should_stop)
            done += 1
            if given.key not in questions and len(questions) == MAX_QUESTIONS:
                left_out += 1
                continue
            questions.setdefault(given.key, given)
            same = (str(path.parent), given.task.key, given.answer, str(given.networks))
            of_lesson = given.lesson and given.task.kind in ALL_CHECKS
            if asked and not of_lesson and given.task.key not in asked:
                says = Note("It answers another task than those that are given here.")
                answers[given.key] = Checked(given, None, "unchecked", says)
            elif same in known:
                answers[given.key] = _as_before(known[same], given)
            else:
                found_again = check_again(given, path.parent, should_stop, opened)
                answers[given.key] = known[same] = found_again
        rows.append(AnswerRow(sheet.student, path.name, answers))
    text = Note(
        "There are more than {most} different questions; answers left out: {count}.",
        most=f"{MAX_QUESTIONS:,}",
        count=left_out,
    )
    return AnswerTable(questions, tuple(rows), (text,) if left_out else ())


def check_count(files: int) -> None:
    """That there are not too many files.

    Raises:
        LessonError: there are.
    """
    if files > MAX_SHEETS:
        raise LessonError(
            "There are {count} files of answers, and at most {most} are opened together. Open "
            "fewer.",
            count=f"{files:,}",
            most=f"{MAX_SHEETS:,}",
        )


def _as_before(before: Checked, given: GivenAnswer) -> Checked:
    """What came of the same answer of somebody else, whose file may say otherwise of it."""
    state = before.state
    if state in ("agrees", "differs"):
        state = "agrees" if before.right == given.right else "differs"
    return replace(before, given=given, state=state)


def table(
    sheets: Iterable[tuple[Path, AnswerSheet]], tasks: Sequence[ClassTask] = ()
) -> AnswerTable:
    """`tabled`, to its end."""
    return finish(tabled(tuple(sheets), tasks))


def to_csv(found_table: AnswerTable) -> str:
    """A table for a spreadsheet: one row a file; for each question what was answered, whether it is
    right, and in how many tries."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    head = ["name", "file", "right", "answered"]
    for given in found_table.questions.values():
        head += [given.task.title, "right", "tries", "checked again", "answer shown"]
    writer.writerow(map(harmless, [*head, "not checked"]))
    for row in found_table.rows:
        cells: list[object] = [row.name, row.file, row.right, len(row.answers)]
        for key in found_table.questions:
            each = row.answers.get(key)
            if each is None:
                cells += [""] * 5
            else:
                right = "" if each.right is None else int(each.right)
                given = each.given
                cells += [given.said, right, given.tries, each.state, int(given.shown)]
        writer.writerow(map(harmless, [*cells, len(row.answers) - row.checked]))
    return file.getvalue()


def write_csv(found_table: AnswerTable, path: Path) -> None:
    """Write the table, whole or not at all, so that spreadsheets see its letters.

    Raises:
        SessionError: it cannot be written.
    """
    saved_file.write_text(path, "\ufeff" + to_csv(found_table))


def data_of(found_table: AnswerTable) -> list[dict[str, Any]]:
    """The same as plain data, with how each answer was computed."""
    return [
        {
            "name": row.name,
            "file": row.file,
            "right": row.right,
            "checked": row.checked,
            "answers": [
                {
                    "title": each.given.task.title,
                    "question": each.given.task.question,
                    "lesson": each.given.lesson,
                    "answer": each.given.answer,
                    "said": each.given.said,
                    "right": each.right,
                    "right in the file": each.given.right,
                    "checked again": each.state,
                    "says": str(each.says),
                    "tries": each.given.tries,
                    "shown": each.given.shown,
                    "at": each.given.at,
                }
                for each in row.answers.values()
            ],
        }
        for row in found_table.rows
    ]
