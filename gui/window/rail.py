"""`Rail`: the narrow column of places at the left edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton

from gui.i18n.percent import percent_text
from gui.i18n.texts import row_text
from gui.kit.layouts import column
from gui.kit.one_stop import OneStop
from gui.kit.view import View
from gui.kit.widgets import name_widget, stand_out
from gui.look.icons import phosphor
from gui.look.scale import px, sized
from gui.look.theme import GAP, theme
from gui.places import PLACES, TRAIN

WIDTH = 72


class Rail(View):
    """The places at the top, the menu at the foot, one stop for Tab; it asks for "" to close the open place."""

    place_asked = Signal(str)
    menu_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        stand_out(self, "rail")
        sized(self.setFixedWidth, WIDTH)
        self.drawers = {place.name: self._button(place.icon) for place in PLACES}
        for place in PLACES:
            self.drawers[place.name].setHidden(place.comes_later)
        for name, button in self.drawers.items():
            button.setCheckable(True)
            button.clicked.connect(
                lambda checked, name=name: self.place_asked.emit(name if checked else "")
            )
        self.menu = self._button("ph.list")
        self.menu.clicked.connect(self.menu_asked)
        buttons = self.drawers.values()
        OneStop((*buttons, self.menu), self)
        column(*buttons, None, self.menu, of=self, margins=(0, GAP, 0, GAP))
        self.dress()

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setProperty("glyph", icon)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        sized(button.setIconSize, QSize(22, 22))
        sized(button.setFixedWidth, WIDTH - 1)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is too low for all, the icons do without their names."""
        super().resizeEvent(event)
        self._fit()

    def rescale(self) -> None:
        """Larger or smaller buttons."""
        self._fit()

    def _fit(self) -> None:
        buttons = [each for each in (*self.drawers.values(), self.menu) if not each.isHidden()]
        styles = Qt.ToolButtonStyle
        for button in buttons:
            button.setToolButtonStyle(styles.ToolButtonTextUnderIcon)
        needed = sum(button.sizeHint().height() for button in buttons) + px(len(buttons) * GAP)
        if needed + 2 * px(GAP) > self.height():
            for button in buttons:
                button.setToolButtonStyle(styles.ToolButtonIconOnly)

    _share: float | None = None

    def show_training(self, share: float | None) -> None:
        """Say how far the training is, 0 to 1; None while there is none."""
        if share != self._share:
            self._share = share
            self._name_training()

    def _name_training(self) -> None:
        button = self.drawers[TRAIN.name]
        name = row_text(TRAIN.title)
        share = self._share
        button.setText(name if share is None else percent_text(f"{round(100 * share)}"))
        button.setAccessibleName(name if self._share is None else f"{name}, {button.text()}")

    def show_place(self, name: str) -> None:
        """Mark the open place."""
        if name in self.drawers and self.drawers[name].isHidden():
            self.drawers[name].show()
            self._fit()
        for other, button in self.drawers.items():
            button.setChecked(other == name)
        self.restyle()

    def retranslate(self) -> None:
        """Name the places."""
        for place in PLACES:
            _name(self.drawers[place.name], row_text(place.title), row_text(place.tip))
        _name(self.menu, self.tr("Menu"), self.tr("Everything else: export, language, theme, keys"))
        self._name_training()

    def restyle(self) -> None:
        """Colour the icons."""
        for button in (*self.drawers.values(), self.menu):
            colour = theme().text if button.isChecked() else theme().dim
            button.setIcon(phosphor(button.property("glyph"), color=colour))


def _name(button: QToolButton, text: str, tip: str) -> None:
    button.setText(text)
    name_widget(button, text, tip)
