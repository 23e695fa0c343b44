"""`FoldButton`: how many rows of a pane are folded, and the way to see them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from engine.replay.cells.series import Series
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.kit.widgets import name_widget
from gui.look.meanings import series_name
from gui.look.scale import sized
from gui.panes.heights import FOLD


class FoldButton(Viewing, QPushButton):
    """Shows all rows, or those that fit; not there where all fit."""

    def __init__(self) -> None:
        super().__init__()
        self._folded: tuple[Series, ...] = ()
        self.setProperty("role", "fold")
        self.setCheckable(True)
        self.setFlat(True)
        sized(self.setFixedHeight, FOLD)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dress()

    def show_folded(self, folded: tuple[Series, ...]) -> None:
        """Name what is folded; checked, it offers to fold again."""
        self._folded = folded
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        if self.isChecked():
            text = self.tr("fewer rows, higher")
            hint = self.tr("Show only the series that fit, the most important first")
        else:
            symbols = "  ".join(each.symbol for each in self._folded)
            text = self.tr("{count} more: {series}").format(count=len(self._folded), series=symbols)
            names = ", ".join(series_name(each.key) for each in self._folded)
            hint = self.tr("Show all series, in lower rows: {names}").format(names=names)
        self.setText(f"{'▾' if self.isChecked() else '▸'}  {text}")
        name_widget(self, text, tip(hint))
