"""What dialogs have in common: two buttons at the foot, and asking for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QWidget


def ok_and_cancel(dialog: QDialog, ok: str, cancel: str) -> QDialogButtonBox:
    """The two buttons at the foot of a dialog."""
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
    buttons.button(kinds.Ok).setText(ok)
    buttons.button(kinds.Cancel).setText(cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def ask_for_file(
    parent: QWidget | None,
    title: str,
    chosen: Callable[[Path], object],
    *,
    filters: Iterable[str] = (),
    folder: Path | str | None = None,
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
) -> QFileDialog:
    """Open a dialog that deletes itself, and calls ``chosen`` with the file.

    ``filters`` are kinds of files by their names, as Qt writes them; it begins in the folder, if
    that is there.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.setNameFilters(list(filters))
    if folder and Path(folder).is_dir():
        dialog.setDirectory(str(folder))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog
