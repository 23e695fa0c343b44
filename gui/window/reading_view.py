"""`ReadingView`: what is read, as words or as numbers, below a line that names it."""

from __future__ import annotations

from gui.kit.layouts import column
from gui.kit.view import View
from gui.numbers.strip import SeriesStrip
from gui.review.header import ReviewHeader
from gui.review.words import WordsView
from gui.services import Services


class ReadingView(View):
    """The header, and the words of a review or the strip of a series."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._session = services.session
        self.header = ReviewHeader(services.session)
        self.words = WordsView(services.session, services.display)
        self.strip = SeriesStrip(services.session, services.numbers, services.display)
        self.strip.hide()
        column(self.header, (self.words, 1), (self.strip, 1), of=self)
        self.subscribe(services.session.traces_changed, self._show_either)

    @property
    def shown(self) -> WordsView | SeriesStrip:
        """What shows the sequence: its words, or its numbers."""
        return self.strip if self._session.reads_numbers else self.words

    def _show_either(self) -> None:
        self.words.setVisible(not self._session.reads_numbers)
        self.strip.setVisible(self._session.reads_numbers)

    def take_focus(self) -> None:
        """Give the keys to what is read, if it can be seen."""
        if self.shown.isVisible():
            self.shown.setFocus()
