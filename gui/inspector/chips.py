"""`Chips`: a row of small buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from gui.theme import theme
from gui.view import View


@dataclass(frozen=True)
class Chip:
    """One choice.

    Attributes:
        key: what it stands for.
        text: what it says.
        colour: of the chosen chip's border, "" for the accent.
        tip: what it says below the pointer and to a screen reader, "" for its text.
    """

    key: str
    text: str
    colour: str = ""
    tip: str = ""


class Chips(View):
    """Chips side by side; the arrow keys move the choice.

    Signals:
        chosen(str): the user chose another one.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[Chip, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self.dress()

    @property
    def key(self) -> str:
        """The chosen one's, "" while there is none."""
        return next((key for key, each in self._buttons.items() if each.isChecked()), "")

    @property
    def keys(self) -> list[str]:
        """What can be chosen."""
        return list(self._buttons)

    def show_chips(self, chips: Sequence[Chip], key: str) -> None:
        """Offer these, with one of them chosen; none is shown where there is no choice."""
        if [chip.key for chip in chips] != self.keys:
            self._rebuild(chips)
        self._chips = tuple(chips)
        for chip in chips:
            button = self._buttons[chip.key]
            button.setText(chip.text)
            button.setToolTip(chip.tip)
            button.setAccessibleName(chip.tip or chip.text)
            button.setChecked(chip.key == key)
        self.setVisible(len(chips) > 1)
        self.restyle()

    def _rebuild(self, chips: Sequence[Chip]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for chip in chips:
            button = QToolButton(self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda checked, key=chip.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[chip.key] = button
            self._line.addWidget(button)

    def choose(self, key: str) -> None:
        """Choose as the user does."""
        if key in self._buttons:
            self._buttons[key].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None or not self._buttons:
            super().keyPressEvent(event)
            return
        keys = self.keys
        key = keys[(keys.index(self.key) + way) % len(keys)]
        self._buttons[key].setFocus()
        self.choose(key)

    def restyle(self) -> None:
        """Border each chip in its own colour."""
        for chip in self._chips:
            rule = ""
            if chip.colour:
                rule = (
                    f"QToolButton:checked {{ border: 1px solid {chip.colour};"
                    f" color: {theme().text}; }}"
                )
            self._buttons[chip.key].setStyleSheet(rule)
