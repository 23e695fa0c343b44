"""`Display`: how every view draws a trace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.session.state import SCALES


class Display(QObject):
    """Choices that all views share, and those of single panes.

    Attributes:
        curves: the keys of the series whose curves a pane draws, by the pane's own key.
        maps: likewise the key of the series that it shows as pictures.

    Signals:
        future_changed(bool): the steps that are still to come are drawn as the others, or dimmed.
        enlarge_asked(int): the pane at a place is to show the next of its series alone, after the
            last of them all again.
        change_changed(bool): heat maps show what edits have changed, or the reading itself.
        scale_changed(str): colours have another scale, one of `SCALES`.
    """

    future_changed = Signal(bool)
    scale_changed = Signal(str)
    enlarge_asked = Signal(int)
    change_changed = Signal(bool)

    def __init__(
        self, shows_future: bool = False, scale: str = SCALES[0], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shows_future, self._scale = shows_future, scale
        self._shows_change = False
        self.curves: dict[object, tuple[str, ...]] = {}
        self.maps: dict[object, str] = {}

    @property
    def shows_future(self) -> bool:
        """Whether the steps to come are drawn as the others."""
        return self._shows_future

    @shows_future.setter
    def shows_future(self, shows_future: bool) -> None:
        if shows_future != self._shows_future:
            self._shows_future = shows_future
            self.future_changed.emit(shows_future)

    @property
    def shows_change(self) -> bool:
        """Whether heat maps show the edited reading minus the untouched one."""
        return self._shows_change

    @shows_change.setter
    def shows_change(self, shows_change: bool) -> None:
        if shows_change != self._shows_change:
            self._shows_change = shows_change
            self.change_changed.emit(shows_change)

    @property
    def scale(self) -> str:
        """Which values the ends of the colours stand for, one of `SCALES`."""
        return self._scale

    @scale.setter
    def scale(self, scale: str) -> None:
        if scale != self._scale:
            self._scale = scale
            self.scale_changed.emit(scale)

    def next_scale(self) -> None:
        """Take the scale after this one, from the last the first."""
        self.scale = SCALES[(SCALES.index(self._scale) + 1) % len(SCALES)]
