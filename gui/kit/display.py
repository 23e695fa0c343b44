"""`Display`: how every view draws a trace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Display(QObject):
    """Two choices that all views share, and those of single panes.

    Attributes:
        curves: the keys of the series whose curves a pane draws, by its place.

    Signals:
        future_changed(bool): the steps that are still to come are drawn as the others, or dimmed.
        stretched_changed(bool): colour scales reach from the least value to the largest, or
            have a series' own range.
    """

    future_changed = Signal(bool)
    stretched_changed = Signal(bool)

    def __init__(
        self, shows_future: bool = False, stretched: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shows_future, self._stretched = shows_future, stretched
        self.curves: dict[int, tuple[str, ...]] = {}

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
    def stretched(self) -> bool:
        """Whether the scales are those of this trace's values."""
        return self._stretched

    @stretched.setter
    def stretched(self, stretched: bool) -> None:
        if stretched != self._stretched:
            self._stretched = stretched
            self.stretched_changed.emit(stretched)
