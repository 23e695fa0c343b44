"""`TaskDialog`: a teacher makes a task of what is on screen, and sees the answer that is right now."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from engine.errors import GatescopeError
from engine.lessons.class_task import MAX_QUESTION, MAX_TITLE, ClassTask
from engine.lessons.task_kinds.put import Options, TaskQuestion
from engine.lessons.task_kinds.registry import KINDS, put
from engine.lessons.view_reading import ViewReading, read_view
from engine.progress import Progress, ShouldStop
from engine.session.state import SessionState
from gui.i18n.texts import explain
from gui.kit.asking import ok_and_cancel
from gui.kit.form import Form
from gui.kit.layouts import clear, column
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, open_at
from gui.kit.work import Latest
from gui.look.meanings import said
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.tasks.option_fields import FIELDS, OptionField, ShownOptions, option_name


class TaskDialog(QDialog):
    """Reads the view as a student's window will, and offers what can be asked about it.

    Signals:
        made(Task): it is to be saved.
    """

    made = Signal(object)

    def __init__(self, parent: QWidget | None, view: SessionState, step: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save task"))
        self._view, self._step = view, step
        self.reading: ViewReading | None = None
        self.question: TaskQuestion | None = None
        self.fields: dict[str, OptionField] = {}
        self._place = 0
        self._suggested = ""
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_TITLE)
        self.name.setPlaceholderText(self.tr("Title"))
        self.name.setAccessibleName(self.tr("Title"))
        self.kind = QComboBox()
        for kind in KINDS.values():
            self.kind.addItem(explain(kind.title), kind.name)
        self.kind.setAccessibleName(self.tr("What counts as an answer"))
        self.kind.currentIndexChanged.connect(self._fill)
        self._form = column()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Question"))
        self.text.setTabChangesFocus(True)
        sized(self.text.setMaximumHeight, 84)
        self.text.textChanged.connect(self._offer)
        paper = QFrame()
        paper.setObjectName("card")
        column(self.text, of=paper)
        self.now = label("", wraps=True)
        self.now.setTextFormat(Qt.TextFormat.PlainText)
        self.waiting = Waiting(500)
        self._work = Latest(self, self.waiting.show_progress)
        self.waiting.cancelled.connect(self._give_up)
        self.buttons = ok_and_cancel(self, self.tr("Save…"), self.tr("Cancel"))
        note = self.tr(
            "The file holds what is shown now, your question, and how the answer is computed."
        )
        column(
            label("heading", self.tr("A task about what is shown")),
            label("dim", note, wraps=True),
            self.name,
            label("caption", self.tr("What counts as an answer")),
            self.kind,
            self._form,
            label("caption", self.tr("Question")),
            paper,
            self.now,
            self.waiting,
            None,
            self.buttons,
            of=self,
            spacing=GAP,
            margins=(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP),
        )
        open_at(self, 480, 560)
        self.finished.connect(lambda _: self._work.cancel())
        self._offer()
        self._work.start(partial(_read, view), self._take, self._fail)

    def _take(self, reading: ViewReading) -> None:
        self.reading, self._place = reading, reading.focus
        self._fill()

    def _give_up(self) -> None:
        """What is filled in stays, once there is something."""
        if self.reading is None:
            self.reject()
            return
        self._work.cancel()
        self.now.setText(self.tr("Given up. Choose something else to ask."))

    @property
    def options(self) -> Options:
        """What the fields say."""
        texts = {option: field.text() for option, field in self.fields.items()}
        return {option: text for option, text in texts.items() if text}

    def _fill(self, *_: int) -> None:
        """Offer the fields of the kind of task."""
        if self.reading is None:
            return
        shown = ShownOptions(self.reading, self._place, self._step, self.kind.currentData())
        clear(self._form)
        self.fields = {}
        form = Form(200)
        for option in KINDS[shown.kind].options:
            if option not in FIELDS:
                continue
            field = FIELDS[option](shown)
            self.fields[option] = field
            form.add(field.widget)
            form.name({field.widget: (option_name(option), "")})
            field.changed.connect(partial(self._change, option))
        holder = QWidget()
        holder.setLayout(form)
        self._form.addWidget(holder)
        self._ask()

    def _change(self, option: str, *_: object) -> None:
        if option == "network":  # another network has other layers
            self._place = int(self.fields["network"].text()) - 1
            self._fill()
        else:
            self._ask()

    def _ask(self) -> None:
        """Compute what is right."""
        assert self.reading is not None
        self.question = None
        self.now.setText("\u00a0")  # what was right is no answer to this; its line stays
        self._offer()
        kind = self.kind.currentData()
        self._work.start(partial(_put, kind, self.options, self.reading), self._say, self._fail)

    def _say(self, question: TaskQuestion) -> None:
        self.question = question
        if self.text.toPlainText().strip() in ("", self._suggested):
            self._suggested = said(question.text)
            self.text.setPlainText(self._suggested)
        self.now.setText(self.tr("Right now: {answer}").format(answer=said(question.right)))
        self._offer()

    def _fail(self, error: GatescopeError) -> None:
        self.question = None
        self.now.setText(explain(error))
        self._offer()

    def _offer(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.question is not None and bool(self.text.toPlainText().strip()))

    def accept(self) -> None:
        """Hand the task on."""
        if self.question is None:
            return
        text = self.text.toPlainText().strip()[:MAX_QUESTION]
        title = self.name.text().strip() or self.kind.currentText()
        task = ClassTask(
            title, text, self.kind.currentData(), dict(self.options), replace(self._view)
        )
        super().accept()
        self.made.emit(task)


def _read(view: SessionState, should_stop: ShouldStop) -> Generator[Progress, None, ViewReading]:
    yield Progress(0, 0, "Asking the network")
    return read_view(view, should_stop)


def _put(
    kind: str, options: Options, reading: ViewReading, should_stop: ShouldStop
) -> Generator[Progress, None, TaskQuestion]:
    yield Progress(0, 0, "Asking the network")
    return put(kind, options, reading, should_stop)
