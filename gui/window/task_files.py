"""`TaskFiles`: tasks and answers are saved, and opened, before the user's eyes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.counting import filled
from engine.errors import GatescopeError, Instead, Note
from engine.own_files import ANSWERS, TASK, kind_of
from engine.progress import Progress, ShouldStop
from engine.session.state import SessionState
from gui.kit.asking import ask_for_file
from gui.kit.notice import Notice
from gui.kit.widgets import once
from gui.kit.work import Latest
from gui.services import Services
from gui.tasks.keeper import OpenTask
from gui.window.views import Told, Views, one_alone

if TYPE_CHECKING:  # imported when first opened: most sessions have no task
    from engine.lessons.answer_table import AnswerTable
    from engine.lessons.class_task import ClassTask

FOLDER = "task"
"""The name in the settings of the folder where tasks were saved or opened last."""

PATIENCE = 500
"""Milliseconds after which it is shown that a task is being opened."""


class TaskFiles(QObject):
    """Asks for files; a task is opened once its answer could be computed."""

    def __init__(self, window: QWidget, services: Services, notice: Notice, views: Views) -> None:
        super().__init__(window)
        self._window, self._services, self._notice, self._views = window, services, notice, views
        self._folders = services.settings.window.folders
        self._work, keeper = Latest(self, self._tell), services.tasks
        self._progress: Progress | None = None
        self._patience = once(
            self, lambda: keeper.opening.emit(self._progress), PATIENCE
        )  # until it is said that a task is being opened
        keeper.cancel_asked.connect(self._work.cancel)
        keeper.snapshot = views.state
        keeper.open_asked.connect(self.ask_to_open)
        keeper.save_asked.connect(self.compose)
        keeper.answers_asked.connect(self.ask_for_answers)
        keeper.view_asked.connect(self._show_view)

    @property
    def is_opening(self) -> bool:
        """Whether a task is on its way."""
        return self._work.is_busy

    # -- tasks -------------------------------------------------------------------

    def ask_to_open(self) -> QFileDialog:
        """Let the user choose a task, and open it."""
        return self._ask(self.tr("Open task"), self.open, self._tasks)

    def open(self, path: Path, *others: Path) -> None:
        """Open a task: its view in the window, its question in its place.  One whose answer cannot
        be computed is refused, and nothing changes.  Of the others, tasks, models or views, it is
        said that they are left out."""
        from engine.lessons import class_task

        path, left_out = path.absolute(), [*map(_beside_a_task, others)]
        try:
            found, notes = class_task.load(path)
        except GatescopeError as error:
            self._views.report.refuse([error, *left_out])
            return
        self._folders[FOLDER] = str(path.parent)

        def ask(view: SessionState, told: Told) -> None:
            if told or len(view.panes) < len(found.view.panes):  # asked about something else
                gone = Note("It needs every file that it names. Choose each where you have it.")
                self._refuse(path, left_out, gone)
                return
            whole = replace(found, view=view)

            def take(opened: OpenTask) -> None:
                self._views.show(view, [*notes, *left_out], path.name)
                self._services.tasks.show(opened)

            self._work.start(
                partial(_opened, path, whole), take, partial(self._refuse, path, left_out)
            )

        self._views.find(path, found.view, ask)

    def _tell(self, progress: Progress | None) -> None:
        """Say what takes long, and that it is over."""
        is_told = self._progress is not None and not self._patience.isActive()
        self._progress = progress
        if progress is None:
            self._patience.stop()
        if is_told:
            self._services.tasks.opening.emit(progress)
        elif progress is not None and not self._patience.isActive():
            self._patience.start()

    def _refuse(self, path: Path, left_out: list[Instead], error: GatescopeError) -> None:
        refusal = Note("{name} cannot be asked here. {reason}", name=path.name, reason=error)
        self._views.report.refuse([refusal, *left_out])

    def _show_view(self) -> None:
        if (opened := self._services.tasks.open) is not None:
            self._views.show(opened.task.view, [], opened.path.name)

    def compose(self) -> None:
        """Let the teacher make a task of what is shown."""
        from gui.tasks.compose import TaskDialog

        if (view := self._views.state_to_save()) is None:
            return
        dialog = TaskDialog(self._window, view, self._services.session.step)
        dialog.made.connect(self._ask_where)
        dialog.open()

    def _ask_where(self, made: ClassTask) -> None:
        save, name = partial(self.save, made), self.tr("task") + TASK.suffix
        self._ask_to_save(self.tr("Save task"), save, self._tasks, TASK.suffix, name)

    def save(self, made: ClassTask, path: Path) -> None:
        """Write a task."""
        from engine.lessons.class_task import save

        self._write(lambda: save(made, path), path)

    # -- answers -----------------------------------------------------------------

    def ask_to_save_answers(self) -> None:
        """Let the user name a file, and write the answers there."""
        sheet = self._services.tasks.sheet
        if not sheet.answers:
            self._notice.show_info(lambda: self.tr("Nothing has been answered yet."))
            return
        name = (_safe(sheet.student) or self.tr("answers")) + ANSWERS.suffix
        title, kinds = self.tr("Save answers"), self._answers
        self._ask_to_save(title, self.save_answers, kinds, ANSWERS.suffix, name)

    def save_answers(self, path: Path) -> None:
        """Write what has been answered."""
        from engine.lessons.answers import save

        self._write(lambda: save(self._services.tasks.sheet, path), path)

    def ask_for_answers(self) -> QFileDialog:
        """Let the teacher choose the files of a class."""
        both = {"answers": ANSWERS.suffix, "tasks": TASK.suffix}
        kinds = filled(self.tr("Answers and tasks (*{answers} *{tasks})"), both)
        dialog = ask_for_file(
            self._window,
            self.tr("Open answers"),
            lambda path: self.open_answers([path]),
            filters=(kinds, self._answers, self.tr("All files (*)")),
            folder=self._folders.get(FOLDER),
            mode=QFileDialog.FileMode.ExistingFiles,  # for which Qt tells only of all together
        )
        dialog.filesSelected.connect(lambda names: self.open_answers(list(map(Path, names))))
        return dialog

    def open_answers(self, paths: Sequence[Path]) -> None:
        """Show the answers of a class; with tasks beside them, those to other tasks do not count."""
        from gui.tasks.answers_dialog import AnswersDialog

        self._folders[FOLDER] = str(paths[0].absolute().parent)
        dialog = AnswersDialog(self._window, paths)
        dialog.csv_asked.connect(self._ask_for_csv)
        dialog.open()

    def _ask_for_csv(self, answer_table: AnswerTable) -> None:
        save, kinds = partial(self.save_csv, answer_table), self.tr("Table (*.csv)")
        self._ask_to_save(
            self.tr("Export the answers"), save, kinds, ".csv", self.tr("answers") + ".csv"
        )

    def save_csv(self, found: AnswerTable, path: Path) -> None:
        """Write the answers of a class for a spreadsheet."""
        from engine.lessons.answer_table import write_csv

        self._write(lambda: write_csv(found, path), path)

    # -- asking ------------------------------------------------------------------

    @property
    def _tasks(self) -> str:
        return filled(self.tr("Tasks (*{suffix})"), {"suffix": TASK.suffix})

    @property
    def _answers(self) -> str:
        return filled(self.tr("Answers (*{suffix})"), {"suffix": ANSWERS.suffix})

    def _ask(
        self,
        title: str,
        chosen: Callable[[Path], object],
        kinds: str,
        mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
    ) -> QFileDialog:
        filters, folder = (kinds, self.tr("All files (*)")), self._folders.get(FOLDER)
        return ask_for_file(self._window, title, chosen, filters=filters, folder=folder, mode=mode)

    def _ask_to_save(
        self, title: str, save: Callable[[Path], object], kinds: str, suffix: str, name: str
    ) -> QFileDialog:
        dialog = self._ask(title, save, kinds, QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        return dialog

    def _write(self, write: Callable[[], object], path: Path) -> None:
        self._folders[FOLDER] = str(path.absolute().parent)
        try:
            write()
        except GatescopeError as error:
            self._views.report.tell(error)
            return
        self._notice.show_info(lambda: filled(self.tr("{name} is saved."), {"name": path.name}))


def _beside_a_task(path: Path) -> Instead:
    """That a file is not opened beside a task."""
    if kind_of(path) is TASK:
        return one_alone(path)
    return Instead(
        "A task has networks and a text of its own; {name} was left out. Open it later, or in "
        "another window.",
        name=path.name,
    )


def _safe(name: str) -> str:
    """A name that a file can have."""
    return "".join(each for each in name if each.isalnum() or each in " -_").strip()[:60]


def _opened(
    path: Path, whole: ClassTask, should_stop: ShouldStop
) -> Generator[Progress, None, OpenTask]:
    from engine.lessons.class_task import ask

    yield Progress(0, 0, "Asking the network")
    reading, question = ask(whole, should_stop)
    return OpenTask(path, whole, question, reading)
