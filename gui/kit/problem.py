"""`Problem`: why nothing is shown, and the way to where that is mended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from engine.errors import GatescopeError
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.remedy import remedy
from gui.kit.view import View
from gui.kit.widgets import label


class Problem(View):
    """A sentence in the middle of a pane or a panel, and below it a button where one click helps.

    Signals:
        place_asked(str): the place of the window that mends it, by name.
    """

    place_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: GatescopeError | None = None
        self._reads = False
        self._text, self.button = label("dim", wraps=True), QPushButton()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button.clicked.connect(lambda: self.place_asked.emit(remedy(self._error)[0]))
        column(None, self._text, row(None, self.button, None), None, of=self, spacing=10)
        self.dress()

    def show_error(self, error: GatescopeError | None, *, reads: bool = False) -> None:
        """Say why nothing is shown; None where nothing has been read yet, or is being read."""
        self._error, self._reads = error, reads
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the window's language."""
        nothing = self.tr("Reading…") if self._reads else self.tr("Nothing has been read yet.")
        self._text.setText(explain(self._error) if self._error else nothing)
        place, text = remedy(self._error)
        self.button.setText(text)
        self.button.setVisible(bool(place))
