"""`CentrePage`: what stands in place of the panes, and `PageRow`: one row a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLabel

from gui.kit.need import Need
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget
from gui.look.icons import phosphor
from gui.look.scale import px
from gui.look.theme import theme

MIN_PAGE = 240
"""The least height of a page."""

Context = TypeVar("Context")

Documents = Mapping[str, tuple[str, Callable[[Path], None]]]
"""What a page can be written as beside pictures, by the ending of the file: what that is called, and
what writes it."""


class CentrePage(View):
    """The head of a page: a title, what is seen in a sentence, and three buttons.

    Signals:
        closed(): back to the panes.
        about_asked(): open the guide at this page.
        export_asked(): write the page into a file.
        need_changed(): it wants another height.
        place_asked(str): the place of the window, and its part, that mends what is missing.
    """

    closed = Signal()
    about_asked = Signal()
    export_asked = Signal()
    need_changed = Signal()
    place_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told: Need | None = None
        self._held: WeakKeyDictionary[QLabel, tuple[str, int, str]] = WeakKeyDictionary()
        self.title, self.sentence = label("title"), label("dim", wraps=True)
        self.about = icon_button(self.about_asked, 14)
        self.export = icon_button(self.export_asked, 14)
        self.close_page = icon_button(self.closed, 14)

    @property
    def need(self) -> Need:
        """How high it wants to be: its texts are whole and its plots are to be seen."""
        least = max(px(MIN_PAGE), self.minimumSizeHint().height())
        return Need(least, least)

    def event(self, event: QEvent) -> bool:
        """Keep the texts whole whenever they, or their widths, are others."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._hold_texts()
        return done

    def _hold_texts(self) -> None:
        """Give each text that wraps the least height of its lines: a layout that has too little
        room takes it from texts as well as from plots, and asks for no more."""
        for text in self.findChildren(QLabel):
            if text.wordWrap() and text.isVisible():
                if text not in self._held:
                    text.installEventFilter(self)
                self._hold(text)
        if self.need != self._told:
            self._told = self.need
            self.need_changed.emit()

    def _hold(self, text: QLabel) -> None:
        asks = text.text(), text.width(), text.font().key()
        if self._held.get(text) != asks:
            self._held[text] = asks
            text.setMinimumHeight(0)  # Qt would answer no less
            text.setMinimumHeight(text.heightForWidth(text.width()) if asks[0] else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text in a part of the page may have another width while the page keeps its own."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QLabel):
            self._hold(watched)
        return super().eventFilter(watched, event)

    def escape(self) -> bool:
        """Escape was pressed: whether there was something of its own to let go of."""
        return False

    @property
    def min_width(self) -> int:
        """The least width."""
        return self.minimumSizeHint().width()

    @property
    def table(self) -> Callable[[Path], None] | None:
        """Writes what the page shows as CSV; None where that is exported elsewhere."""
        return None

    @property
    def documents(self) -> Documents:
        """What else the page can be written as."""
        table = self.table
        return {} if table is None else {".csv": (self.tr("Table (*.csv)"), table)}

    def retranslate(self) -> None:
        """Name the buttons."""
        name_widget(self.about, self.tr("What is this?"))
        name_widget(self.export, self.tr("Export as a picture or as numbers…"))
        name_widget(self.close_page, self.tr("Back to the networks (Esc)"))

    def restyle(self) -> None:
        """Colour the icons."""
        self.about.setIcon(phosphor("ph.question", color=theme().dim))
        self.export.setIcon(phosphor("ph.export", color=theme().dim))
        self.close_page.setIcon(phosphor("ph.x", color=theme().dim))


@dataclass(frozen=True)
class PageRow(Generic[Context]):
    """One page.

    Attributes:
        name: in the settings.
        icon: of Phosphor.
        title: in the drawer and above the page, in English.
        tip: what it shows, in English.
        guide: the page of the guide that says more.
        make: builds the page.
        key: opens and closes it; "" for none.
    """

    name: str
    icon: str
    title: str
    tip: str
    guide: str
    make: Callable[[Context], CentrePage]
    key: str = ""
