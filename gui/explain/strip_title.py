"""`StripTitle`: what the strip under the words shows, chosen in the place of its title."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from engine.session.asked import STRIPS
from gui.explain.explaining import Explaining
from gui.kit.layouts import row
from gui.kit.tabs import HEIGHT, Tabs
from gui.kit.view import View
from gui.kit.widgets import icon_button, name_widget
from gui.look.icons import phosphor
from gui.look.meanings import meaning
from gui.look.scale import sized
from gui.look.theme import theme

GUIDE = {"prediction": "window", "attribution": "explain", "memory": "memory"}
"""The pages of the guide."""


class StripTitle(View):
    """Three words, one of them chosen, and a way to the guide.

    Signals:
        about_asked(str): open the guide at this page.
    """

    about_asked = Signal(str)

    def __init__(self, explaining: Explaining) -> None:
        super().__init__()
        self._explaining = explaining
        self.tabs = Tabs(STRIPS)
        self.tabs.chosen.connect(self._choose)
        self.about = icon_button(self._ask_about, 12)
        self.about.setProperty("role", "tab")
        self.about.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F1 opens the guide, too
        sized(self.about.setFixedHeight, HEIGHT)  # no higher than a title
        row(self.tabs, self.about, of=self, spacing=2)
        explaining.changed.connect(self._mark)
        self._mark()
        self.dress()

    def _choose(self, name: str) -> None:
        self._explaining.choose_strip(name)

    def _ask_about(self) -> None:
        self.about_asked.emit(GUIDE[self._explaining.asked.strip])

    def _mark(self) -> None:
        self.tabs.choose(self._explaining.asked.strip)

    def rescale(self) -> None:
        """Give the words their room."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        name_widget(self.about, self.tr("What is this?"))
        self.tabs.say("prediction", self.tr("prediction"), meaning("prediction"))
        self.tabs.say("attribution", self.tr("attribution"), meaning("attribution"))
        self.tabs.say("memory", self.tr("memory"), meaning("memory"))

    def restyle(self) -> None:
        """Colour the icon."""
        self.about.setIcon(phosphor("ph.question", color=theme().dim))
