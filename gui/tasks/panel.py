"""`TasksPanel`: the place of the tasks: what is asked, beside the networks that it is asked about."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.lessons.task_kinds.put import TaskQuestion, Verdict
from engine.progress import Progress, ShouldStop
from engine.replay.edits import in_force
from gui.edits.history import EditHistory
from gui.i18n.texts import explain
from gui.kit.drawer import Drawer, scrolling
from gui.kit.layouts import clear, column, row
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, name_widget, push_button
from gui.kit.work import Latest
from gui.look.meanings import said
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.tasks.keeper import OpenTask, TaskKeeper

WIDTH = 290
LETTERS = 15
"""Pixels of the question: it is read from the back of a room."""


class TasksPanel(Drawer):
    """The open task with a field for the answer; without one, how to get one.

    Signals:
        save_answers_asked(): write what has been answered into a file.
    """

    save_answers_asked = Signal()

    def __init__(self, keeper: TaskKeeper, edits: EditHistory) -> None:
        super().__init__(WIDTH)
        self._keeper, self._edits = keeper, edits
        self._task: OpenTask | None = None
        self.chosen: int | None = None
        self.verdict: Verdict | None = None
        self._is_revealed = False  # of this verdict the right answer stands there
        self._problem: GatescopeError | None = None  # why it could not be judged
        self._heading = label("heading")
        self.invitation = label("dim", wraps=True)
        self.card = QFrame()
        self.card.setObjectName("card")
        self.title, self.text = label("caption", wraps=True), label("", wraps=True)
        self.note, self.tries = label("dim", wraps=True), label("caption", wraps=True)
        self.says = label("", wraps=True)
        for words in (self.title, self.text, self.note, self.says):
            words.setTextFormat(Qt.TextFormat.PlainText)
        for words in (self.text, self.says):
            sized(words.setStyleSheet, f"font-size: {LETTERS}px;")
        self.field = QLineEdit()
        self.field.returnPressed.connect(self.check)
        self.field.textChanged.connect(self._offer)
        self._choices = column(spacing=GAP // 2)
        self.buttons: list[QPushButton] = []
        self.check_button = push_button(self.check, "primary")
        self.reveal_button = push_button(self.reveal)
        self.view_button = push_button(keeper.view_asked)
        self.opening = Waiting()
        self.opening.cancelled.connect(keeper.cancel_asked)
        self.waiting = Waiting(500)
        self._work = Latest(self, self.waiting.show_progress)
        self.waiting.cancelled.connect(self._work.cancel)
        column(
            *(self.title, self.text, self.note, self._choices, self.field),
            *(self.check_button, self.waiting, self.says, self.reveal_button, self.tries),
            of=self.card,
            margins=(2 * GAP, GAP, 2 * GAP, 2 * GAP),
            spacing=GAP,
        )
        self.open_button, self.save_button, self.table_button, self.hand_in = (
            push_button(keeper.open_asked),
            push_button(keeper.save_asked),
            push_button(keeper.answers_asked),
            push_button(self._hand_in),
        )
        self.student = QLineEdit()
        self.student.setMaxLength(200)
        self.count = label("dim", wraps=True)
        body = QWidget()
        column(
            *(self.opening, self.invitation, self.card, self.view_button, None),
            of=body,
            margins=(0, 0, GAP, 0),
            spacing=2 * GAP,
        )
        self._classroom = label("caption")
        column(
            *(self._heading, (scrolling(body, takes_keys=True), 1)),
            *(self.count, self.student, self.hand_in),
            self._classroom,
            row(self.open_button, self.save_button, spacing=GAP),
            self.table_button,
            of=self,
            margins=(2 * GAP, 2 * GAP - 2, 2 * GAP, 2 * GAP),
            spacing=GAP,
        )
        keeper.opened.connect(self.show_task)
        keeper.answered.connect(self._count)
        edits.changed.connect(self._offer)
        self.setFocusProxy(self.field)
        self.dress()

    # -- the task ----------------------------------------------------------------

    def show_task(self) -> None:
        """Show the task that is open now."""
        self._work.cancel()
        self._task, self.chosen = self._keeper.open, None
        self._judge(None)
        self.field.clear()
        self._show()

    @property
    def _question(self) -> TaskQuestion | None:
        return None if self._task is None else self._task.question

    @property
    def answer(self) -> tuple[str, str]:
        """The answer as the engine takes it, and as it was seen; "" while there is none."""
        if (question := self._question) is None:
            return "", ""
        if question.form == "choice":
            if self.chosen is None:
                return "", ""
            return str(self.chosen + 1), said(question.choices[self.chosen])
        if question.form == "edits":
            edits = list(map(str, in_force(self._edits.edits)))
            return "\n".join([*edits, ""]) if edits else "", "; ".join(edits)
        return self.field.text().strip(), self.field.text().strip()

    def choose(self, place: int) -> None:
        """Choose one of several; checking is the next step."""
        self.chosen = place
        self._judge(None)
        self._show()

    def _judge(self, verdict: Verdict | None, problem: GatescopeError | None = None) -> None:
        self.verdict, self._problem, self._is_revealed = verdict, problem, False

    def check(self) -> None:
        """Let the engine judge the answer."""
        question, (answer, seen) = self._question, self.answer
        if question is None or not answer or not self.check_button.isEnabled():
            return

        def take(verdict: Verdict) -> None:
            self._judge(verdict)
            self._keeper.answer(answer, seen[:4000], verdict.right)
            self._show()

        self._work.start(partial(_judged, question, answer), take, self._fail)

    def _fail(self, error: GatescopeError) -> None:
        self._judge(None, error)
        self._show()

    def reveal(self) -> None:
        """Say how the right answer is computed; the task is not checked any more."""
        if self.verdict is None:
            return
        self._keeper.show_answer()
        self._is_revealed = True
        self._show()

    def _judgement(self) -> str:
        assert self.verdict is not None
        return self.tr("That is right.") if self.verdict.right else self.tr("Not this time.")

    def _offer(self, *_: object) -> None:
        """An answer can be checked as soon as there is one."""
        question = self._question
        is_shown = self._task is not None and self._keeper.is_shown(self._task.task)
        self.check_button.setEnabled(bool(self.answer[0]) and not is_shown)
        if question is not None and question.form == "edits":
            self.note.setText(
                filled(
                    self.tr("Edit the reading beside this, then check. Edits so far: {count}."),
                    {"count": len(in_force(self._edits.edits))},
                )
            )
            self.note.show()

    def _show(self) -> None:
        question, task = self._question, self._task
        self.card.setVisible(question is not None)
        self.view_button.setVisible(question is not None)
        self.invitation.setVisible(question is None)
        if question is None or task is None:
            return
        self.title.setText(task.task.title)
        self.text.setText(task.task.question)
        self.note.setText("" if question.note is None else said(question.note))
        self.note.setVisible(question.note is not None)
        if len(self.buttons) != len(question.choices):
            clear(self._choices)
            self.buttons = []
            for place in range(len(question.choices)):
                button = push_button(lambda _=None, place=place: self.choose(place), checks=True)
                self.buttons.append(button)
                self._choices.addWidget(button)
        for place, (button, choice) in enumerate(zip(self.buttons, question.choices, strict=True)):
            button.setText(said(choice))
            button.setChecked(place == self.chosen)
        self.field.setVisible(question.form in ("number", "word"))
        hint = self.tr("A number") if question.form == "number" else self.tr("A word of the review")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self._offer()
        verdict = self.verdict
        self.says.setVisible(verdict is not None or self._problem is not None)
        is_told = self._is_revealed or (
            verdict is not None and (verdict.right or question.form == "edits")
        )
        self.reveal_button.setVisible(verdict is not None and not is_told)
        if verdict is not None:
            self.says.setText(self._judgement())
            if is_told:
                self.says.setText(f"{self._judgement()} {said(verdict.says)}")
        elif self._problem is not None:
            self.says.setText(explain(self._problem))
        tries = self._keeper.tries(task.task)
        text = filled(self.tr("Tries: {count}"), {"count": tries})
        if self._keeper.is_shown(task.task):
            text += " · " + self.tr(
                "The right answer has been shown; what you answered before stands."
            )
        self.tries.setText(text)
        self.tries.setVisible(bool(tries))

    # -- what is handed in -------------------------------------------------------

    def _hand_in(self) -> None:
        self._keeper.name(self.student.text())
        self.save_answers_asked.emit()

    def _count(self) -> None:
        count = len(self._keeper.sheet.answers)
        for each in (self.count, self.student, self.hand_in):
            each.setVisible(bool(count))
        text = self.tr("Questions answered, those of the lessons too: {count}")
        self.count.setText(filled(text, {"count": count}))

    # -- texts -------------------------------------------------------------------

    def stop(self) -> None:
        """The window closes."""
        self._work.cancel()
        super().stop()

    def retranslate(self) -> None:
        """Set every text."""
        self._heading.setText(self.tr("Tasks"))
        self.invitation.setText(
            self.tr(
                "A task asks about what is shown, and the engine says whether an answer is right. "
                "Open one, or drop it on the window. To make one, show what you want to ask about "
                "and save it as a task."
            )
        )
        self.check_button.setText(self.tr("Check"))
        self.reveal_button.setText(self.tr("Show the answer"))
        self.view_button.setText(self.tr("Show the task's view again"))
        self.open_button.setText(self.tr("Open task…"))
        self.save_button.setText(self.tr("Save task…"))
        self.table_button.setText(self.tr("Open answers…"))
        self.hand_in.setText(self.tr("Save answers…"))
        self._classroom.setText(self.tr("In class"))
        name_widget(self.student, self.tr("Your name"))
        self.student.setPlaceholderText(self.tr("Your name (if you like)"))
        self._count()
        self._show()


def _judged(
    question: TaskQuestion, answer: str, should_stop: ShouldStop
) -> Generator[Progress, None, Verdict]:
    yield Progress(0, 0, "Asking the network")
    return question.check(answer, should_stop)
