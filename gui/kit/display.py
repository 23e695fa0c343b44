"""`Display`: how every view draws a trace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Display(QObject):
    """Two choices that all views share.

    Signals:
        whole_changed(bool): the steps that are still to come are drawn as the others, or dimmed.
        stretched_changed(bool): colour scales reach from the least value to the largest, or
            have a series' own range.
    """

    whole_changed = Signal(bool)
    stretched_changed = Signal(bool)

    def __init__(
        self, whole: bool = False, stretched: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._whole, self._stretched = whole, stretched

    @property
    def whole(self) -> bool:
        """Whether the steps to come are drawn as the others."""
        return self._whole

    @whole.setter
    def whole(self, whole: bool) -> None:
        if whole != self._whole:
            self._whole = whole
            self.whole_changed.emit(whole)

    @property
    def stretched(self) -> bool:
        """Whether the scales are those of this trace's values."""
        return self._stretched

    @stretched.setter
    def stretched(self, stretched: bool) -> None:
        if stretched != self._stretched:
            self._stretched = stretched
            self.stretched_changed.emit(stretched)
