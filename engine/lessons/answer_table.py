"""`AnswerTable`: the answers of a class, each computed once more."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from engine.errors import Cancelled, GatescopeError, LessonError, Note
from engine.lessons.answers import AnswerSheet, StudentAnswer, networks_of
from engine.lessons.class_task import ClassTask, ask, with_files
from engine.lessons.lesson_checks.registry import ALL_CHECKS
from engine.lessons.view_reading import Opened, Stop
from engine.progress import Progress, check, finish
from engine.replay.export import harmless
from engine.session import saved_file

MAX_SHEETS = 1_000


MAX_QUESTIONS = 1_000
"""Different questions of a class; what is answered besides is left out."""


State = Literal["agrees", "differs", "other networks", "unchecked"]
"""What came of computing an answer once more: as the file says; otherwise than it says; the same
question of networks of the same name whose files are others; or it could not be computed here."""


@dataclass(frozen=True)
class Checked:
    """An answer, computed once more.

    Attributes:
        answer: as the file has it.
        right: what the engine says here; None where it could not be computed, and does not count.
        state: what came of it.
        says: how it was computed, or why it could not be.
    """

    answer: StudentAnswer
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

    questions: Mapping[str, StudentAnswer]
    rows: tuple[AnswerRow, ...]
    notes: tuple[Note, ...] = ()


def check_again(
    answered: StudentAnswer, folder: Path, should_stop: Stop = None, opened: Opened | None = None
) -> Checked:
    """Compute an answer once more; files are looked for in a folder.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    try:
        reading, question = ask(with_files(answered.task, folder), should_stop, opened)
        verdict = question.check(answered.answer, should_stop)
    except Cancelled:
        raise
    except GatescopeError as error:
        return Checked(answered, None, "unchecked", error)
    except Exception as error:  # noqa: BLE001 - what a file asks must not lose the others' answers
        reason = f"{type(error).__name__}: {error}"
        says = Note("Something unforeseen went wrong ({reason}).", reason=reason)
        return Checked(answered, None, "unchecked", says)
    here = [each.sha256 for each in networks_of(reading)]
    state: State = "agrees" if verdict.right == answered.right else "differs"
    if answered.networks and [each.sha256 for each in answered.networks] != here:
        state = "other networks"
    return Checked(answered, verdict.right, state, verdict.says)


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
    questions: dict[str, StudentAnswer] = {}
    known: dict[tuple[str, ...], Checked] = {}  # a class mostly answers the same in the same way
    done, left_out = 0, 0
    total = sum(len(sheet.answers) for _, sheet in sheets)
    for path, sheet in sheets:
        answers = {}
        for answered in sheet.answers:
            yield Progress(done, total, "Computing the answers once more")
            check(should_stop)
            done += 1
            if answered.key not in questions and len(questions) == MAX_QUESTIONS:
                left_out += 1
                continue
            questions.setdefault(answered.key, answered)
            same = (str(path.parent), answered.task.key, answered.answer, str(answered.networks))
            of_lesson = answered.lesson and answered.task.kind in ALL_CHECKS
            if asked and not of_lesson and answered.task.key not in asked:
                says = Note("It answers another task than those that are given here.")
                answers[answered.key] = Checked(answered, None, "unchecked", says)
            elif same in known:
                answers[answered.key] = _as_before(known[same], answered)
            else:
                found_again = check_again(answered, path.parent, should_stop, opened)
                answers[answered.key] = known[same] = found_again
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


def _as_before(before: Checked, answered: StudentAnswer) -> Checked:
    """What came of the same answer of somebody else, whose file may say otherwise of it."""
    state = before.state
    if state in ("agrees", "differs"):
        state = "agrees" if before.right == answered.right else "differs"
    return replace(before, answer=answered, state=state)


def table(
    sheets: Iterable[tuple[Path, AnswerSheet]], tasks: Sequence[ClassTask] = ()
) -> AnswerTable:
    """`tabled`, to its end."""
    return finish(tabled(tuple(sheets), tasks))


def to_csv(table: AnswerTable) -> str:
    """A table for a spreadsheet: one row a file; for each question what was answered, whether it is
    right, and in how many tries."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    head = ["name", "file", "right", "answered"]
    for answered in table.questions.values():
        head += [answered.task.title, "right", "tries", "checked again", "answer shown"]
    writer.writerow(map(harmless, [*head, "not checked"]))
    for row in table.rows:
        cells: list[object] = [row.name, row.file, row.right, len(row.answers)]
        for key in table.questions:
            each = row.answers.get(key)
            if each is None:
                cells += [""] * 5
            else:
                right = "" if each.right is None else int(each.right)
                answered = each.answer
                cells += [answered.said, right, answered.tries, each.state, int(answered.shown)]
        writer.writerow(map(harmless, [*cells, len(row.answers) - row.checked]))
    return file.getvalue()


def write_csv(table: AnswerTable, path: Path) -> None:
    """Write the table, whole or not at all, so that spreadsheets see its letters.

    Raises:
        SessionError: it cannot be written.
    """
    saved_file.write_text(path, "\ufeff" + to_csv(table))


def data_of(table: AnswerTable) -> list[dict[str, Any]]:
    """The same as plain data, with how each answer was computed."""
    return [
        {
            "name": row.name,
            "file": row.file,
            "right": row.right,
            "checked": row.checked,
            "answers": [
                {
                    "title": each.answer.task.title,
                    "question": each.answer.task.question,
                    "lesson": each.answer.lesson,
                    "answer": each.answer.answer,
                    "said": each.answer.said,
                    "right": each.right,
                    "right in the file": each.answer.right,
                    "checked again": each.state,
                    "says": str(each.says),
                    "tries": each.answer.tries,
                    "shown": each.answer.shown,
                    "at": each.answer.at,
                }
                for each in row.answers.values()
            ],
        }
        for row in table.rows
    ]
