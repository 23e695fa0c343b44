"""`StripTitle`: what the strip under the words shows, chosen in the place of its title."""

from __future__ import annotations

from dataclasses import replace

from engine.session.asked import STRIPS
from gui.explain.explaining import Explaining
from gui.kit.layouts import row
from gui.kit.tabs import Tabs
from gui.kit.view import View
from gui.look.meanings import meaning


class StripTitle(View):
    """Three words, one of them chosen."""

    def __init__(self, explaining: Explaining) -> None:
        super().__init__()
        self._explaining = explaining
        self.tabs = Tabs(STRIPS)
        self.tabs.chosen.connect(self._choose)
        row(self.tabs, of=self)
        explaining.changed.connect(self._mark)
        self._mark()
        self.dress()

    def _choose(self, name: str) -> None:
        self._explaining.asked = replace(self._explaining.asked, strip=name)

    def _mark(self) -> None:
        self.tabs.choose(self._explaining.asked.strip)

    def rescale(self) -> None:
        """Give the words their room."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.tabs.say("prediction", self.tr("prediction"), meaning("prediction"))
        self.tabs.say("attribution", self.tr("attribution"), meaning("attribution"))
        self.tabs.say("memory", self.tr("memory"), meaning("memory"))
