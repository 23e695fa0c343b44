"""The question before a window closes in which something is trained."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.counting import filled
from gui.i18n.context import translator
from gui.training.keeper import RunKeeper

_tr = translator("Closing")


def ask_to_close(window: QWidget, keeper: RunKeeper, close: Callable[[], object]) -> QMessageBox:
    """Ask whether to ``close`` a window although something is trained; returns at once."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    watched = keeper.find(keeper.training)
    title = watched.run.title if watched is not None else ""
    box.setWindowTitle("Gatescope")
    box.setText(filled(_tr("{title} is being trained. Close all the same?"), {"title": title}))
    box.setInformativeText(
        _tr(
            "The training ends, and every epoch that has ended is kept. Next time you will be "
            "asked whether to resume it."
        )
    )
    yes = box.addButton(_tr("Interrupt and close"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(_tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(close)
    box.open()
    return box
