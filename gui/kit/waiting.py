"""`Waiting`: a thin bar with what is being done, how far it is, and a way to give it up."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.progress import Progress
from gui.i18n.texts import say
from gui.kit.view import View
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme


class Waiting(View):
    """Hidden while nothing is waited for.

    Args:
        patience: milliseconds of work before it is shown; 0 shows it at once.

    Signals:
        cancelled(): the user gives it up.
    """

    cancelled = Signal()

    def __init__(self, patience: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.what = QLabel()
        self.what.setProperty("role", "caption")
        self.what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.cancel = QToolButton()
        self.cancel.setIconSize(QSize(12, 12))
        self.cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout()
        line.addWidget(self.what, 1)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.bar)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience)
        self._patience.timeout.connect(self.show)
        self.hide()
        self.dress()

    def show_progress(self, progress: Progress | None) -> None:
        """Say how far it is; None when it has ended."""
        self._progress = progress
        if progress is None:
            self._patience.stop()
            self.hide()
            return
        if not self._patience.interval():
            self.show()
        elif self.isHidden() and not self._patience.isActive():
            self._patience.start()
        self.bar.setRange(0, 100 if progress.total else 0)
        text = say(progress)
        if progress.total:
            percent = 100 * progress.done // progress.total
            self.bar.setValue(percent)
            text += f" · {percent} %"
        self.what.setText(text)
        self.bar.setAccessibleName(text)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.cancel.setToolTip(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel"))
        if self._progress is not None:
            self.show_progress(self._progress)

    def restyle(self) -> None:
        """Colour the icon."""
        self.cancel.setIcon(phosphor("ph.x", color=theme().dim))
