"""`FoldButton`: how many rows of a pane are folded, and the way to see them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from engine.replay.cells.series import Series
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.kit.widgets import name_widget
from gui.look.meanings import series_name
from gui.look.scale import UNBOUNDED, sized

HEIGHT = 18


class FoldButton(Viewing, QPushButton):
    """Shows all rows, or those that fit; not there where all fit."""

    def __init__(self) -> None:
        super().__init__()
        self._folded: tuple[Series, ...] = ()
        self._room = UNBOUNDED
        self.setProperty("role", "fold")
        self.setCheckable(True)
        self.setFlat(True)
        sized(self.setFixedHeight, HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dress()

    def show_folded(self, folded: tuple[Series, ...]) -> None:
        """Name what is folded; of nothing, it offers to fold again."""
        if folded != self._folded:
            self._folded = folded
            self.retranslate()

    @property
    def least(self) -> int:
        """The width that it cannot do without: pixels."""
        return self._chrome + self.fontMetrics().horizontalAdvance(f"{self._mark}  9")

    def fit(self, room: int) -> None:
        """Say as much as has room in so many pixels."""
        self._room = room
        self.retranslate()

    @property
    def _mark(self) -> str:
        return "▸" if self._folded else "▾"

    @property
    def _chrome(self) -> int:
        """What stands around its text: pixels."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def retranslate(self) -> None:
        """Set the texts."""
        if not self._folded:
            text = self.tr("fewer rows, higher")
            shorter = [""]
            hint = self.tr("Show only the series that fit, the most important first")
        else:
            symbols = "  ".join(each.symbol for each in self._folded)
            text = self.tr("{count} more: {series}").format(count=len(self._folded), series=symbols)
            names = ", ".join(series_name(each.key) for each in self._folded)
            hint = self.tr("Show all series, in lower rows: {names}").format(names=names)
            more = self.tr("{count} more").format(count=len(self._folded))
            shorter = [more, str(len(self._folded))]
        texts = [f"{self._mark}  {each}".rstrip() for each in (text, *shorter)]
        room, metrics = self._room - self._chrome, self.fontMetrics()
        fitting = (each for each in texts if metrics.horizontalAdvance(each) <= room)
        self.setText(next(fitting, texts[-1]))
        name_widget(self, text, tip(hint))
