"""`Views`: the session is saved in a view file, and opened from one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.counting import filled
from engine.errors import GatescopeError, Note, SessionError
from engine.session.references import located, replaced, without
from engine.session.state import MAX_TEXT, NumbersState, ReviewState, SessionState
from engine.session.view_file import SUFFIX, load, save
from gui.kit.asking import ask_for_file
from gui.kit.notice import Notice
from gui.services import Services
from gui.window.report import Report
from gui.window.restoring import Restoring

FOLDER = "view"
"""The name in the settings of the folder where views were saved or opened last."""


class Views(QObject):
    """Asks for a file, and for what a view needs and is not there; says what became of it."""

    def __init__(self, window: QWidget, services: Services, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._notice = window, notice
        self._services, self._folders = services, services.settings.window.folders
        self.restoring = Restoring(services, self)
        self.report = Report(notice, self.restoring.is_arriving, self)
        self.restoring.noted.connect(self.report.tell)
        services.failed.connect(self.report.tell)
        for ending in (services.failed, self.restoring.arrived):
            ending.connect(self.report.end_if_arrived)

    def ask_to_save(self) -> QFileDialog:
        """Let the user name a file, and save the session in it."""
        any_file = QFileDialog.FileMode.AnyFile
        dialog = self._ask(self.tr("Save view"), self.save, any_file)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.tr("view") + SUFFIX)
        return dialog

    def ask_to_open(self) -> QFileDialog:
        """Let the user choose a view, and open it."""
        return self._ask(self.tr("Open view"), self.open, QFileDialog.FileMode.ExistingFile)

    def _ask(
        self, title: str, chosen: Callable[[Path], None], mode: QFileDialog.FileMode
    ) -> QFileDialog:
        views = self.tr("Views (*{suffix} *.json)").format(suffix=SUFFIX)
        filters = (views, self.tr("All files (*)"))
        folder = self._folders.get(FOLDER)
        return ask_for_file(self._window, title, chosen, filters=filters, folder=folder, mode=mode)

    def save(self, path: Path) -> None:
        """Save the session in a file: what is read, and not what else has been."""
        self._folders[FOLDER] = str(path.absolute().parent)
        state = self.restoring.state()
        if state.reads == "review":
            state = replace(state, numbers=NumbersState())
        else:
            state = replace(state, review=ReviewState())
        try:
            if state.reads == "numbers" and not state.numbers.source:
                raise SessionError(
                    "Pasted numbers are in no file, so that a view cannot name it. Save them as a "
                    "CSV, open that, and save the view again."
                )
            if state.reads == "review" and len(self._services.reading.text or "") > MAX_TEXT:
                raise SessionError(
                    "A view holds texts of at most {count} characters. Put this one in a table or "
                    "a folder, open that, and save the view again.",
                    count=MAX_TEXT,
                )
            save(state, path)
        except GatescopeError as error:
            self.report.tell(error)
            return
        self._notice.show_info(lambda: filled(self.tr("{name} is saved."), {"name": path.name}))

    def open(self, path: Path) -> None:
        """Open a view; what is not there is asked for."""
        path = path.absolute()
        try:
            state, notes = load(path)
        except GatescopeError as error:
            self.report.tell(error)
            return
        self._folders[FOLDER] = str(path.parent)
        state, missing = located(state, path.parent)
        if not missing:
            self._show(state, notes, path.name)
            return
        from gui.window.missing import MissingDialog

        dialog = MissingDialog(self._window, path, missing)

        def go_on() -> None:
            chosen = dialog.chosen
            left_out = [reference for reference in missing if reference not in chosen]
            self._show(without(replaced(state, chosen), left_out), notes, path.name)

        dialog.accepted.connect(go_on)
        dialog.open()

    def _show(self, state: SessionState, notes: list[Note], name: str) -> None:
        self._notice.clear()
        self.report.begin(name)
        for note in notes:
            self.report.tell(note)
        self.restoring.show(state)
        self.report.end_if_arrived()
