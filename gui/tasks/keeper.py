"""`TaskKeeper`: the task that is open, and what has been answered since the window opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.network.nonlinearity import file_digest
from engine.session.session import Session
from engine.session.state import SessionState
from engine.text.sources.reference import SourceReference

if TYPE_CHECKING:  # imported when first answered: most sessions have no task
    from engine.lessons.answers import AnswerSheet, StudentAnswer
    from engine.lessons.class_task import ClassTask
    from engine.lessons.task_kinds.put import TaskQuestion
    from engine.lessons.view_reading import ViewReading


@dataclass(frozen=True, eq=False)
class OpenTask:
    """A task whose view has been read, so that it can be answered.

    Attributes:
        path: its file.
        task: with absolute paths.
        question, reading: what the engine made of it.
    """

    path: Path
    task: ClassTask
    question: TaskQuestion
    reading: ViewReading


@dataclass(frozen=True)
class LessonAnswer:
    """An answer to a question of a lesson, as its card has it.

    Attributes:
        lesson, title: the lesson's name and title.
        kind, options: of the question, see `engine.lessons.checks`.
        question, said: as they were read.
        place: of the choice, from 0.
        right: what the engine said.
        pane: the place of the pane that was asked, from 0; None for a bundled
            network, or what is read nowhere in the window.
        unit: the unit that was asked about, from 0; None where none was.
        source: where the reviews come from that were asked about, also while something else is
            read; None of another question.
        is_shown: whether the right answer stood there already.
    """

    lesson: str
    title: str
    kind: str
    options: Mapping[str, str]
    question: str
    said: str
    place: int
    right: bool
    pane: int | None
    unit: int | None
    source: SourceReference | None = None
    is_shown: bool = False


class TaskKeeper(QObject):
    """Keeps them, and tells the window.

    Signals:
        opened(): another task is open.
        answered(): there is another answer.
        open_asked(), save_asked(), answers_asked(), view_asked(): the window is to let the user
            choose a task, save one, save the answers, show the task's view.
        opening(Progress): a task that takes long is being opened; None when it is no more.
        cancel_asked(): it is to be given up.
    """

    opened = Signal()
    answered = Signal()
    open_asked = Signal()
    save_asked = Signal()
    answers_asked = Signal()
    view_asked = Signal()
    opening = Signal(object)
    cancel_asked = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.snapshot: Callable[[], SessionState] = SessionState
        """What the window shows; set by who takes snapshots."""
        self.open: OpenTask | None = None

    @cached_property
    def sheet(self) -> AnswerSheet:
        """What has been answered since the window opened."""
        from engine.lessons.answers import AnswerSheet

        return AnswerSheet()

    def show(self, task: OpenTask) -> None:
        """Open a task."""
        self.open = task
        self.opened.emit()

    def name(self, student: str) -> None:
        """Whose answers they are."""
        self.sheet = replace(self.sheet, student=student.strip())

    def tries(self, task: ClassTask) -> int:
        """How often a task has been answered."""
        return next((each.tries for each in self.sheet.answers if each.key == task.key), 0)

    def is_shown(self, task: ClassTask) -> bool:
        """Whether the right answer to a task has been shown."""
        return any(each.shown for each in self.sheet.answers if each.key == task.key)

    def show_answer(self) -> None:
        """The right answer to the open task is shown: what has been answered stands."""
        if self.open is not None:
            self.sheet = self.sheet.with_shown(self.open.task.key)
            self.answered.emit()

    def answer(self, answer: str, said: str, right: bool) -> None:
        """Write an answer to the open task down."""
        from engine.lessons.answers import StudentAnswer, networks_of

        if self.open is not None:
            networks = networks_of(self.open.reading)
            answered = StudentAnswer(self.open.task, answer, said, right, networks=networks)
            self._write(answered)

    def answer_lesson(self, answered: LessonAnswer) -> None:
        """Write an answer to a question of a lesson down, as the task that it amounts to."""
        from engine.lessons.answers import MAX_NETWORKS, NetworkDigest, StudentAnswer
        from engine.lessons.class_task import MAX_QUESTION, MAX_TITLE, ClassTask

        options = dict(answered.options)
        if answered.unit is not None:
            options["unit"] = str(answered.unit + 1)
        if answered.pane is not None:
            options["network"] = str(answered.pane + 1)
        title, question = answered.title[:MAX_TITLE], answered.question[:MAX_QUESTION]
        view = self.snapshot()
        if answered.source is not None:
            view = replace(view, review=replace(view.review, source=answered.source))
        task = ClassTask(title, question, answered.kind, options, view)
        networks = tuple(
            NetworkDigest(pane.network.name, file_digest(pane.network))
            for pane in self._session.panes
        )[:MAX_NETWORKS]
        written = StudentAnswer(
            task,
            str(answered.place + 1),
            answered.said,
            answered.right,
            lesson=answered.lesson,
            networks=networks,
        )
        if answered.is_shown:  # a try, and no other answer
            self.sheet = self.sheet.with_shown(written.key)
        self._write(written)
        self.sheet = self.sheet.with_shown(written.key, shown=False)  # asked anew of another review

    def _write(self, answered: StudentAnswer) -> None:
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        self.sheet = self.sheet.with_answer(replace(answered, at=now))
        self.answered.emit()
