"""`EditFiles`: a set of edits is saved, and applied to what is read now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import GatescopeError
from engine.replay.edits import in_force
from engine.session.edits_file import SUFFIX, load, save
from gui.edits.texts import edit_title
from gui.i18n.texts import explain
from gui.kit.asking import ask_for_file
from gui.kit.notice import Notice
from gui.services import Services

FOLDER = "edits"
"""The name in the settings of the folder where edits were saved or opened last."""


class EditFiles(QObject):
    """Asks for a file; names what of it does not fit."""

    def __init__(self, window: QWidget, services: Services, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._services, self._notice = window, services, notice
        self._folders = services.settings.window.folders
        self._opened = ""  # the file whose edits are being read
        services.session.busy_changed.connect(self._look)

    def ask_to_save(self) -> QFileDialog | None:
        """Let the user name a file, and write the edits there."""
        if not self._services.edits.edits:
            self._notice.show_info(self.tr("There are no edits to save."))
            return None
        any_file = QFileDialog.FileMode.AnyFile
        dialog = self._ask(self.tr("Save the edits"), self.save, any_file)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self.tr("what-if") + SUFFIX)
        return dialog

    def ask_to_open(self) -> QFileDialog:
        """Let the user choose a file, and apply its edits to what is read."""
        return self._ask(self.tr("Open edits"), self.open, QFileDialog.FileMode.ExistingFile)

    def _ask(self, title: str, chosen, mode: QFileDialog.FileMode) -> QFileDialog:  # type: ignore[no-untyped-def]
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
        self._notice.show_info(self.tr("{name} is saved.").format(name=path.name))

    def open(self, path: Path) -> None:
        """Put the edits of a file in the place of those that there are; it can be undone."""
        try:
            edits = load(path)
        except GatescopeError as error:
            self._services.failed.emit(error)
            return
        self._folders[FOLDER] = str(path.absolute().parent)
        self._opened = path.name
        self._services.edits.change(edits)
        self._look(self._services.session.busy)

    def _look(self, busy: bool) -> None:
        """Say what became of them, once they have been read with."""
        session, name = self._services.session, self._opened
        if busy or not name or session.edits != self._services.edits.edits:
            return
        self._opened = ""
        unfit = session.unfit_edits
        if unfit:
            head = self.tr("%n edits of {name} do not fit what is read:", "", len(unfit))
            lines = [f"{edit_title(edit)}: {explain(error)}" for edit, error in unfit.items()]
            self._notice.show_warning("\n".join([head.format(name=name), *lines[:5]]))
        else:
            count = len(in_force(session.edits))
            text = self.tr("%n edits of {name} are in force.", "", count)
            self._notice.show_info(text.format(name=name))
