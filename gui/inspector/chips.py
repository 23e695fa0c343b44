"""`Chips`: a row of small buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QToolButton, QWidget

from gui.kit.layouts import row
from gui.kit.view import View
from gui.kit.widgets import chip_button
from gui.look.scale import sized
from gui.look.theme import theme


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


MAX_CHIPS = 6
"""More choices are a list that unfolds."""

LONGEST = 28
"""Letters of a chip; a longer name loses its middle."""


class Chips(View):
    """Chips side by side, or a list where they are many; the arrow keys move the choice.

    Signals:
        chosen(str): the user chose another one.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[Chip, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.list = QComboBox()
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMinimumContentsLength(LONGEST)
        self.list.activated.connect(lambda at: self.chosen.emit(self._chips[at].key))
        self.list.hide()
        self._line = row(self.list, of=self, spacing=4)
        self.dress()

    @property
    def key(self) -> str:
        """The chosen one's, "" while there is none."""
        if self._buttons:
            return next((key for key, each in self._buttons.items() if each.isChecked()), "")
        return self._chips[self.list.currentIndex()].key if self._chips else ""

    @property
    def keys(self) -> list[str]:
        """What can be chosen."""
        return [chip.key for chip in self._chips]

    def show_chips(self, chips: Sequence[Chip], key: str) -> None:
        """Offer these, with one of them chosen; none is shown where there is no choice."""
        if [chip.key for chip in chips] != self.keys:
            self._rebuild(chips)
        self._chips = tuple(chips)
        if not self._buttons:
            self.list.clear()
            self.list.addItems([chip.text for chip in chips])
            self.list.setCurrentIndex(self.keys.index(key) if key in self.keys else 0)
        for chip in chips if self._buttons else ():
            button = self._buttons[chip.key]
            button.setText(_short(chip.text))
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
        many = len(chips) > MAX_CHIPS
        self.list.setVisible(many)
        for chip in () if many else chips:
            button = chip_button(self)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda checked, key=chip.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[chip.key] = button
            self._line.addWidget(button)

    def choose(self, key: str) -> None:
        """Choose as the user does."""
        if key in self._buttons:
            self._buttons[key].click()
        elif key in self.keys:
            self.list.setCurrentIndex(self.keys.index(key))
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None or not self._buttons:
            super().keyPressEvent(event)
            return
        keys = self.keys
        key = keys[(keys.index(self.key) + way) % len(keys)]
        self._buttons[key].setFocus()
        self.choose(key)

    def restyle(self) -> None:
        """Border each chip in its own colour."""
        for chip in self._chips if self._buttons else ():
            border = f"border: 1px solid {chip.colour}; color: {theme().text};"
            rule = f"QToolButton:checked {{ {border} }}" if chip.colour else ""
            sized(self._buttons[chip.key].setStyleSheet, rule)


def _short(text: str) -> str:
    """Not longer than `LONGEST`, and with no mnemonic in it."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 + 1 :]}"
    return text.replace("&", "&&")
