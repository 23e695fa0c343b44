"""`ReadingView`: what is read, as words or as numbers, below a line that names it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.edits.bar import EditBar
from gui.edits.step_editing import StepEditing
from gui.kit.layouts import column
from gui.kit.need import Need, need_of_plots
from gui.kit.view import View
from gui.look.scale import px
from gui.look.theme import GAP
from gui.numbers.strip import SeriesStrip
from gui.review.flow import LINE
from gui.review.header import ReviewHeader
from gui.review.words import WordsView
from gui.services import Services

MIN_STRIP, MAX_STRIP = 64, 120
"""The height of the numbers, where nobody has chosen another."""


class ReadingView(View):
    """The header, the words of a review or the strip of a series, and what is changed in them.

    Signals:
        flowed(): it wants another height.
    """

    flowed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._session = services.session
        self.header = ReviewHeader(services.session)
        self.words = WordsView(services.session, services.display)
        self.strip = SeriesStrip(services.session, services.numbers, services.display)
        self.strip.hide()
        session, edits = services.session, services.edits
        self.bar = EditBar(session, edits, services.display)
        self.bar.needed.connect(self.flowed)
        self.words.flowed.connect(self.flowed)
        words = self.words.viewport()
        self.word_editing = StepEditing(session, edits, self.words, words, self.words)
        self.row_editing = StepEditing(session, edits, self.strip, self.strip, self.strip)
        column(self.header, (self.words, 1), (self.strip, 1), self.bar, of=self, spacing=GAP)
        self.subscribe(services.session.traces_changed, self._show_either)

    @property
    def shown(self) -> WordsView | SeriesStrip:
        """What shows the sequence: its words, or its numbers."""
        return self.strip if self._session.reads_numbers else self.words

    def _show_either(self) -> None:
        self.words.setVisible(not self._session.reads_numbers)
        self.strip.setVisible(self._session.reads_numbers)

    @property
    def _frame(self) -> int:
        """What stands above and below what is read: pixels."""
        bar = 0 if self.bar.isHidden() else self.bar.height() + px(GAP)
        return self.header.sizeHint().height() + px(GAP) + bar

    @property
    def need(self) -> Need:
        """How high it wants to be: no higher than its words."""
        head = self._frame
        if self._session.reads_numbers:
            return need_of_plots(head, MIN_STRIP, MAX_STRIP)
        words = self.words
        one, two, four = (head + words.height_of(min(words.lines, lines)) for lines in (1, 2, 4))
        return Need(one, two, four, px(LINE), between=(one, two))

    @property
    def whole(self) -> int | None:
        """The height beyond which there are only empty lines; None where there are never."""
        if self._session.reads_numbers:
            return None
        return self._frame + self.words.height_of(self.words.lines)

    def take_focus(self) -> None:
        """Give the keys to what is read, if it can be seen."""
        if self.shown.isVisible():
            self.shown.setFocus()
