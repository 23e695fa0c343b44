"""`EditFiles`: a set of edits is saved, and applied to what is read now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.replay.edits import Edits, in_force
from engine.session.edits_file import SUFFIX, load, save
from gui.i18n.texts import explain
from gui.kit.asking import ask_for_file
from gui.kit.notice import Notice
from gui.services import Services

FOLDER = "edits"
"""The name in the settings of the folder where edits were saved or opened last."""

MAX_REASONS = 5
"""Reasons that are said in one message."""


class EditFiles(QObject):
    """Asks for a file; names what of it does not fit."""

    def __init__(self, window: QWidget, services: Services, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._services, self._notice = window, services, notice
        self._folders = services.settings.window.folders
        self._opened: tuple[str, Edits] | None = None  # what is being read, and from which file
        services.session.traces_changed.connect(self._look)

    def ask_to_save(self) -> QFileDialog | None:
        """Let the user name a file, and write the edits there."""
        if not self._services.edits.edits:
            self._notice.show_info(lambda: self.tr("There are no edits to save."))
            return None
        dialog = self._ask(self.tr("Save the edits"), self.save, QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.tr("what-if") + SUFFIX)
        return dialog

    def ask_to_open(self) -> QFileDialog:
        """Let the user choose a file, and apply its edits to what is read."""
        return self._ask(self.tr("Open edits"), self.open, QFileDialog.FileMode.ExistingFile)

    def _ask(
        self, title: str, chosen: Callable[[Path], None], mode: QFileDialog.FileMode
    ) -> QFileDialog:
        edits = self.tr("Edits (*{suffix} *.json)").format(suffix=SUFFIX)
        filters = (edits, self.tr("All files (*)"))
        folder = self._folders.get(FOLDER)
        return ask_for_file(self._window, title, chosen, filters=filters, folder=folder, mode=mode)

    def save(self, path: Path) -> None:
        """Write the edits into a file."""
        self._folders[FOLDER] = str(path.absolute().parent)
        try:
            save(self._services.edits.edits, path)
        except GatescopeError as error:
            self._services.failed.emit(error)
            return
        self._notice.show_info(lambda: filled(self.tr("{name} is saved."), {"name": path.name}))

    def open(self, path: Path) -> None:
        """Put the edits of a file in the place of those that there are; it can be undone."""
        try:
            edits = load(path)
        except GatescopeError as error:
            self._services.failed.emit(error)
            return
        self._folders[FOLDER] = str(path.absolute().parent)
        self._opened = path.name, edits
        self._services.edits.change(edits)
        self._look()

    def _look(self) -> None:
        """Say what became of them, once they have been read with."""
        session = self._services.session
        if self._opened is None or session.busy:
            return
        (name, edits), self._opened = self._opened, None
        if session.edits != edits:
            return
        if not (unfit := list(session.unfit_edits.values())):
            values = {"name": name, "count": len(in_force(edits))}
            self._notice.show_info(
                lambda: filled(self.tr("{name}: edits in force: {count}."), values)
            )
            return

        def say() -> str:
            head = self.tr("{name}: {count} of its {all} edits have no effect here.")
            lines = map(explain, unfit[:MAX_REASONS])
            return "\n".join([head.format(name=name, count=len(unfit), all=len(edits)), *lines])

        self._notice.show_warning(say)
