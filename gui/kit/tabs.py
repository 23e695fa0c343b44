"""`Tabs`: a few words side by side of which one is chosen, in the place of a title."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from gui.kit.layouts import row
from gui.kit.tips import tip
from gui.look.painted_text import text_width
from gui.look.scale import px, sized
from gui.look.theme import GAP, TITLE

HEIGHT = 18
"""As a line of the titles' type."""


class Tabs(QWidget):
    """Tells the name of the one that the user chooses; at first it is the first.

    Signals:
        chosen(str): a name.
    """

    chosen = Signal(str)

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.buttons = {name: QToolButton() for name in names}
        for name, button in self.buttons.items():
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            sized(button.setFixedHeight, HEIGHT)
            sized(button.setIconSize, QSize(16, 16))  # as all that grows, though there is none
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _, name=name: self.chosen.emit(name))
        row(*self.buttons.values(), of=self, spacing=GAP)
        self.choose(names[0])

    @property
    def current(self) -> str:
        """The one that is chosen."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Mark one, without telling anybody."""
        self.buttons[name].setChecked(True)

    def say(self, name: str, text: str, says: str) -> None:
        """What one is called, and what it is for."""
        button = self.buttons[name]
        button.setText(text)
        # The chosen one is bold; the others have the room to become so.
        button.setMinimumWidth(round(text_width(text, TITLE, bold=True)) + px(6))
        button.setToolTip(tip(says))
        button.setAccessibleName(text)

    def say_all(self, texts: Iterable[tuple[str, str, str]]) -> None:
        """Name, text and what it is for, of several; see `say`."""
        for each in texts:
            self.say(*each)
