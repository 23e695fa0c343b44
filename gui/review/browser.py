"""`ReviewsPanel`: the drawer of reviews: browse a source, or write one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from engine.session.session import Session
from gui.kit.drawer import Drawer, scrolling
from gui.kit.layouts import column
from gui.look.theme import GAP
from gui.review.browse import BrowseView
from gui.review.compose import ComposeView
from gui.review.dictionary import DictionaryView
from gui.review.reading import Reading
from gui.settings import Settings

WIDTH = 300
BROWSE, WRITE = 0, 1


class ReviewsPanel(Drawer):
    """Two tabs: the reviews of a source, and a box for one's own."""

    def __init__(self, session: Session, settings: Settings, reading: Reading) -> None:
        super().__init__(WIDTH)
        self._reading = reading
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.browse = BrowseView(reading)
        self.go, self.random = self.browse.go, self.browse.go_random  # for the keys of the window
        self.compose = ComposeView(session, reading)
        self.dictionary = DictionaryView(session, reading.dictionaries, self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.browse)
        self._pages.addWidget(self.compose)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        margins = (2 * GAP, GAP, GAP, GAP)
        body = QWidget()
        column((self._pages, 1), self.dictionary, of=body)
        column(self.tabs, (scrolling(body), 1), of=self, margins=margins)
        if session.review is not None and reading.number is None:
            self.tabs.setCurrentIndex(WRITE)
        self.dress()

    def focus_search(self) -> None:
        """Show the list, with the cursor in the search field."""
        self.tabs.setCurrentIndex(BROWSE)
        self.browse.filters.query.setFocus()
        self.browse.filters.query.selectAll()

    def focus_writing(self) -> None:
        """Show the box, with the cursor in it."""
        self.tabs.setCurrentIndex(WRITE)
        self.compose.box.setFocus()

    def stop(self) -> None:
        """End all work; the window closes."""
        super().stop()
        self.browse.stop()
        self.compose.stop()
        self.dictionary.unsubscribe()

    def retranslate(self) -> None:
        """Name the tabs."""
        self.tabs.setTabText(BROWSE, self.tr("Browse"))
        self.tabs.setTabText(WRITE, self.tr("Write"))
        self.tabs.setTabToolTip(BROWSE, self.tr("Search and open reviews"))
        self.tabs.setTabToolTip(WRITE, self.tr("Type or paste a review of your own"))
        self.tabs.setAccessibleName(self.tr("Reviews"))
