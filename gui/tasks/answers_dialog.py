"""`AnswersDialog`: the answers of a class, names by questions, computed once more."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.errors import GatescopeError
from engine.lessons import class_task
from engine.lessons.answer_table import AnswerRow, AnswerTable, Checked, check_count, tabled
from engine.lessons.answers import AnswerSheet, load
from engine.lessons.class_task import ClassTask
from engine.own_files import TASK, kind_of
from engine.progress import Progress, ShouldStop
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, open_at, push_button
from gui.kit.work import Latest
from gui.look.alignment import AT_LEFT
from gui.look.meanings import said
from gui.look.scale import sized
from gui.look.theme import GAP, theme


class AnswersDialog(QDialog):
    """One row a file; in each cell the answer, whether it is right, and the tries.

    Signals:
        csv_asked(AnswerTable): it is to be written as a table.
    """

    csv_asked = Signal(object)

    def __init__(self, parent: QWidget | None, paths: Sequence[Path]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Answers"))
        self.answers: AnswerTable | None = None
        self.heading, self.note = label("heading"), label("dim", wraps=True)
        self.heading.setText(self.tr("Answers"))
        self.problems = label("dim", wraps=True)
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.hide()
        self.table = QTableWidget()
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        sized(self.table.verticalHeader().setDefaultSectionSize, 30)
        self.table.horizontalHeader().setMaximumSectionSize(240)
        self.table.horizontalHeader().setDefaultAlignment(AT_LEFT)
        self.table.itemSelectionChanged.connect(self._tell)
        self.says = label("", wraps=True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.export = push_button(self._export)
        self.export.setText(self.tr("Export as CSV…"))
        self.export.setEnabled(False)
        self.close_button = push_button(self.reject)
        self.close_button.setText(self.tr("Close"))
        self.waiting = Waiting(300)
        self._work = Latest(self, self.waiting.show_progress)
        self.waiting.cancelled.connect(self.reject)
        column(
            *(self.heading, self.note, self.problems, (self.table, 1), self.waiting, self.says),
            row(None, self.export, self.close_button, spacing=GAP),
            of=self,
            spacing=GAP,
            margins=(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP),
        )
        open_at(self, 860, 520)
        self.finished.connect(lambda _: self._work.cancel())
        self._work.start(partial(_tabled, tuple(paths)), self._take, self._fail)

    def _fail(self, error: GatescopeError) -> None:
        self.note.setText(explain(error))

    def _take(self, read: tuple[AnswerTable, list[GatescopeError]]) -> None:
        self.answers, problems = read
        self.problems.setText("\n".join(map(explain, problems)))
        self.problems.setVisible(bool(problems))
        found = self.answers
        self.note.setText(
            self.tr(
                "Each answer is computed once more on the models that are here. ≠: the file says "
                "otherwise. ≈: on other model files. ?: not computed here, and not counted. *: the "
                "right answer was shown after it. Click a cell to see how."
            )
        )
        self.table.setColumnCount(2 + len(found.questions))
        self.table.setRowCount(len(found.rows))
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Right")])
        for at, given in enumerate(found.questions.values(), 2):
            head = QTableWidgetItem(given.task.title)
            head.setToolTip(tip(given.task.question))
            self.table.setHorizontalHeaderItem(at, head)
        for at, each in enumerate(found.rows):
            self.table.setItem(at, 0, QTableWidgetItem(each.name or each.file))
            self.table.setItem(at, 1, QTableWidgetItem(_count(each, len(found.questions))))
            for place, key in enumerate(found.questions, 2):
                self.table.setItem(at, place, _cell(each.answers.get(key)))
        self.table.resizeColumnsToContents()
        self.export.setEnabled(bool(found.rows))

    def _tell(self) -> None:
        """Say how the answer of the chosen cell was computed."""
        chosen = self.table.selectedItems()
        checked = chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None
        self.says.setText(self._state(checked) if isinstance(checked, Checked) else "")

    def _state(self, checked: Checked) -> str:
        states = {
            "agrees": self.tr("Computed again: as the file says."),
            "differs": self.tr("Computed again: otherwise than the file says."),
            "other networks": self.tr("Computed on other model files than those that were asked."),
            "unchecked": self.tr("It was not computed here, and does not count."),
        }
        question = checked.answer.task.question
        parts = [states[checked.state], said(checked.says)]
        if checked.answer.shown:
            parts.append(self.tr("The right answer was shown after this one."))
        return f"{question}\n{' '.join(parts)}"

    def _export(self) -> None:
        if self.answers is not None:
            self.csv_asked.emit(self.answers)


def _count(each: AnswerRow, questions: int) -> str:
    """How many are right, and how many could not be computed."""
    missing = len(each.answers) - each.checked
    return f"{each.right} / {questions}" + (f" (? {missing})" if missing else "")


def _cell(checked: Checked | None) -> QTableWidgetItem:
    if checked is None:
        return QTableWidgetItem("")
    marks = {"differs": " ≠", "other networks": " ≈"}
    mark = "?" if checked.right is None else "✓" if checked.right else "✗"
    text = f"{mark} {checked.answer.said} ({checked.answer.tries}){marks.get(checked.state, '')}"
    text += " *" if checked.answer.shown else ""
    item = QTableWidgetItem(text)
    if not checked.right:
        item.setForeground(QColor(theme().dim))
    item.setToolTip(tip(text))
    item.setData(Qt.ItemDataRole.UserRole, checked)
    return item


Read = tuple[AnswerTable, list[GatescopeError]]


def _tabled(paths: tuple[Path, ...], should_stop: ShouldStop) -> Generator[Progress, None, Read]:
    sheets: list[tuple[Path, AnswerSheet]] = []
    tasks: list[ClassTask] = []
    problems: list[GatescopeError] = []
    check_count(sum(kind_of(path) is not TASK for path in paths))
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), "Reading the answers")
        try:
            if kind_of(path) is TASK:
                asked, notes = class_task.load(path)
                tasks.append(asked)
            else:
                sheet, notes = load(path)
                sheets.append((path.absolute(), sheet))
        except GatescopeError as error:
            problems.append(error)
            continue
        problems += notes
    found = yield from tabled(sheets, tasks, should_stop)
    return found, [*problems, *found.notes]
