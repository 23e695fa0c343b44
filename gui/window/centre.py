"""`Centre`: what is read, the strip below it, and the panes or a page, below each other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from engine.session.session import Session
from gui.kit.need import Need, share_centre
from gui.look.dressing import is_dressed
from gui.look.scale import UNBOUNDED, at_usual, px, sized
from gui.look.theme import GAP
from gui.window.pages import Pages
from gui.window.reading_view import ReadingView
from gui.window.strip import Strip


class Centre(QSplitter):
    """Shares its height anew whenever something else is read or shown; what the user has moved
    stays where it is, but leaves no empty lines below a short review."""

    def __init__(self, session: Session, reading: ReadingView, strip: Strip, pages: Pages) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._parts = (reading, strip, pages)
        self._reading = reading
        self._chosen: list[int] = []
        self._is_sharing = False
        sized(self.setHandleWidth, GAP)
        self.setChildrenCollapsible(False)
        for part in self._parts:
            self.addWidget(part)
        self.splitterMoved.connect(self._choose)
        reading.flowed.connect(self.share)
        strip.need_changed.connect(self.share)
        pages.need_changed.connect(self.share)
        for event in (session.traces_changed, session.weights_changed, session.panes_changed):
            event.connect(self._share_at)

    @property
    def chosen(self) -> list[int]:
        """The heights of the three that the user has chosen, at 100 %; empty while nobody has."""
        return list(self._chosen)

    def choose(self, sizes: list[int]) -> None:
        """Take the heights of the three at 100 %; none to let them be found."""
        self._chosen = sizes if len(sizes) == len(self._parts) else []
        self.share()

    def _choose(self, *_: int) -> None:
        self._chosen = [round(at_usual(size)) for size in self.sizes()]

    def _share_at(self, *_: object) -> None:
        self.share()

    def share(self) -> None:
        """Share the height; not while nothing is dressed, in heights that nobody will see."""
        if self._is_sharing or not is_dressed():
            return
        self._is_sharing = True  # other heights may make words flow, which asks again
        whole = self._reading.whole
        self._reading.setMaximumHeight(UNBOUNDED if whole is None else whole)
        needs = [part.need for part in self._parts]
        if self._chosen:
            for at, size in enumerate(map(px, self._chosen[:-1])):
                least = needs[at].least
                end = max(least, size if at or whole is None else min(size, whole))
                needs[at] = Need(least, end, end)
            needs[-1] = Need(needs[-1].least, needs[-1].usual)
        room = self.height() - (len(needs) - 1) * self.handleWidth()
        sizes = share_centre(room, needs)
        if sizes != self.sizes():
            self.setSizes(sizes)
        self._is_sharing = False

    def sizeHint(self) -> QSize:
        """It takes what is left and asks for no more than its least height: where a text above it
        wraps, a scroll area gives its body the height that is asked for, and panes would scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self.share()
