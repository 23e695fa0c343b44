"""The parts of drawers and dialogs, each in one call: rows, columns, labels, buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

Box = TypeVar("Box", bound=QBoxLayout)
Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget or a layout, alone or with its stretch; a space of so many pixels; None for what
room is left."""


def column(*items: Item, **options: Any) -> QVBoxLayout:
    """Items below each other; for the options see `_filled`."""
    return _filled(QVBoxLayout(), items, **options)


def row(*items: Item, **options: Any) -> QHBoxLayout:
    """Items beside each other; for the options see `_filled`."""
    return _filled(QHBoxLayout(), items, **options)


def _filled(
    layout: Box,
    items: Iterable[Item],
    *,
    of: QWidget | None = None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int | None = None,
) -> Box:
    """Put items into a layout.

    Args:
        of: the widget that it fills.
        margins: pixels at the left, above, at the right, below.
        spacing: pixels between items; None takes that of the layout around.
    """
    if of is not None:
        of.setLayout(layout)
    layout.setContentsMargins(*margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    for item in items:
        part, stretch = item if isinstance(item, tuple) else (item, 0)
        if isinstance(part, QWidget):
            layout.addWidget(part, stretch)
        elif isinstance(part, QLayout):
            layout.addLayout(part, stretch)
        elif part is None:
            layout.addStretch(1)
        else:
            layout.addSpacing(part)
    return layout


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """A text that is no mark-up, in a role of the style sheet."""
    widget = QLabel(text)
    widget.setProperty("role", role)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(wraps)
    return widget


def icon_button(size: int, clicked: Callable[..., object] | SignalInstance) -> QToolButton:
    """A button without a text; the size is that of its icon, in pixels."""
    button = QToolButton()
    button.setIconSize(QSize(size, size))
    button.clicked.connect(clicked)
    return button


def describe(widget: QWidget, name: str, tip: str = "") -> None:
    """Say what a widget is, to a screen reader and in a tool tip."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip or name)


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

    Args:
        filters: kinds of files by their names, as Qt writes them.
        folder: where to begin, if it is there.
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
