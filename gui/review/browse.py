"""`BrowseView`: the reviews of a source, to be searched, filtered, opened."""

from __future__ import annotations

import random
from collections.abc import Generator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QWidget

from engine.counting import filled
from engine.progress import Progress
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, push_button
from gui.kit.work import Latest, ShouldStop
from gui.look.icons import phosphor
from gui.look.meanings import meaning
from gui.look.scale import sized
from gui.look.theme import theme
from gui.review.encoding import EncodingView
from gui.review.filters import Filter, FilterView
from gui.review.listing import NUMBER, ReviewDelegate, ReviewList, ReviewRows
from gui.review.reading import Reading
from gui.review.source import SourceView

MIN_LIST = 96
"""The least height of the list: where there is less room the drawer scrolls."""


class BrowseView(View):
    """Source, filter, list, and how the reviews are encoded."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._searching = Latest(self)
        self._following = False
        self.source = SourceView(reading)
        self.filters = FilterView()
        self.count = label("caption")
        self.previous, self.random, self.next = (
            icon_button(way, 16)
            for way in (lambda: self.go(-1), self.go_random, lambda: self.go(1))
        )
        self.reviews = ReviewList(self)
        self.list = ReviewRows()
        self.list.setModel(self.reviews)
        self.list.setItemDelegate(ReviewDelegate(self.list))
        self.list.setMouseTracking(True)
        sized(self.list.setMinimumHeight, MIN_LIST)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.encoding = EncodingView(reading)
        self._build()
        reading.corpus_changed.connect(self._show_corpus)
        reading.progressed.connect(self._say)
        reading.opened.connect(self._follow)
        reading.failed.connect(self._say)
        self.filters.changed.connect(self.search)
        self.filters.left.connect(self.list.setFocus)
        self.dress()
        self._show_corpus()

    def _build(self) -> None:
        self.empty = QWidget()
        self._nothing = label("dim", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = push_button(self._help)
        items = (None, self._nothing, row(None, self.clear, None), None, None)
        column(*items, of=self.empty, margins=(9, 9, 9, 9))
        self._stack = QStackedLayout()
        line = row((self.count, 1), self.previous, self.random, self.next, spacing=0)
        column(self.source, self.filters, line, (self._stack, 1), self.encoding, of=self)
        # Only now: a stack without a window shows its first widget as one.
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)

    # -- searching ---------------------------------------------------------------

    def search(self) -> None:
        """List what the filter asks for; a text is looked for beside the window."""
        corpus, wanted = self._reading.corpus, self.filters.filter
        asked = wanted.query, wanted.label, wanted.shortest, wanted.longest
        self._searching.cancel()
        if corpus is None:
            self._list(np.zeros(0, np.int64))
        elif not wanted.query:
            self._list(corpus.search(*asked))
        else:

            def work(should_stop: ShouldStop) -> Generator[Progress, None, object]:
                yield Progress(0, 0, "Searching")
                return corpus.search(*asked, should_stop)

            self._searching.start(work, self._list, self._reading.failed.emit)
            self._say()

    def _list(self, numbers: npt.NDArray[np.int64]) -> None:
        self._following = True
        self.reviews.show(self._reading.corpus, numbers)
        self._following = False
        self._follow()
        self._say()

    def _show_corpus(self) -> None:
        corpus = self._reading.corpus
        self.filters.show_labels(corpus is None or bool((corpus.labels >= 0).any()))
        self.search()

    def stop(self) -> None:
        """End all work; the window closes."""
        self.filters.stop()
        self._searching.cancel()

    # -- opening -----------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        if self._following or not index.isValid():
            return
        number = int(index.data(NUMBER))
        if number != self._reading.number:
            self._reading.open_number(number)

    def _follow(self) -> None:
        """Mark the review that is read, if it is in the list."""
        number = self._reading.number
        at = None if number is None else self.reviews.row_of(number)
        self._following = True
        if at is None:
            self.list.setCurrentIndex(QModelIndex())
            self.list.clearSelection()
            self.list.scrollToTop()
        else:
            self.list.setCurrentIndex(self.reviews.index(at))
        self._following = False

    def go(self, change: int) -> None:
        """Open the next review that matches (1), or the one before (-1)."""
        numbers = self.reviews.numbers
        if self._reading.corpus is None:
            self._reading.go(change)
        elif len(numbers):
            now = -1 if self._reading.number is None else self._reading.number
            after, before = (
                np.searchsorted(numbers, now, "right"),
                np.searchsorted(numbers, now) - 1,
            )
            at = int(after if change > 0 else before)
            self._reading.open_number(int(numbers[at % len(numbers)]))

    def go_random(self) -> None:
        """Open one of those that match, by chance."""
        numbers = self.reviews.numbers
        if len(numbers):
            self._reading.open_number(int(random.choice(numbers)))

    # -- texts and colours -------------------------------------------------------

    def _help(self) -> None:
        """What the empty list offers: every review again, or another attempt."""
        if self._reading.corpus is None:
            self._reading.prepare()
        else:
            self.filters.clear()
        self._say()

    def _say(self, *_: object) -> None:
        corpus, matches = self._reading.corpus, len(self.reviews.numbers)
        waiting = self.source.waiting.isVisibleTo(self.source)
        if self._searching.is_busy:
            self.count.setText(self.tr("Searching…"))
        elif corpus is None:
            self.count.setText("")
        elif self.filters.filter == Filter():
            self.count.setText(filled(self.tr("{count} reviews"), {"count": f"{matches:,}"}))
        else:
            text = self.tr("{found} of {count}")
            self.count.setText(filled(text, {"found": f"{matches:,}", "count": f"{len(corpus):,}"}))
        self._stack.setCurrentIndex(0 if matches else 1)
        for button in (self.previous, self.next):
            button.setEnabled(bool(matches) or corpus is None)
        self.random.setEnabled(bool(matches))
        if corpus is not None:
            self._nothing.setText(self.tr("No review matches."))
            self.clear.setText(self.tr("Show all"))
            self.clear.setVisible(True)
        else:
            text = self.tr("The reviews are being prepared.\nThis is done once.")
            self._nothing.setText(text if waiting else self.tr("No reviews are ready."))
            self.clear.setText(self.tr("Prepare the IMDB reviews"))
            self.clear.setVisible(not waiting)

    def retranslate(self) -> None:
        """Set every text."""
        self.count.setToolTip(tip(meaning("count")))
        name_widget(self.previous, self.tr("Previous review"))
        name_widget(self.random, self.tr("Random review"))
        name_widget(self.next, self.tr("Next review"))
        self.list.setAccessibleName(self.tr("Reviews"))
        self._say()
        self.list.viewport().update()

    def restyle(self) -> None:
        """Colour the icons."""
        icons = ("ph.caret-left", "ph.shuffle", "ph.caret-right")
        for button, name in zip((self.previous, self.random, self.next), icons, strict=True):
            button.setIcon(phosphor(name, color=theme().text, color_disabled=theme().faint))
