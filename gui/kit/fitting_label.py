"""`FittingLabel`: says as much as it has room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.look.dressing import is_dressed


class FittingLabel(QLabel):
    """A label with several ways to say the same; it shows the first that fits whole.
    Where none does, one that there is but one way to say loses its middle, and of several nothing is
    shown, as they are numbers.  It takes what others leave, and asks for nothing."""

    def __init__(self, role: str = "dim") -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, *texts: str) -> None:
        """Take the ways to say it, the longest first."""
        self._texts = texts
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitting = (text for text in self._texts if metrics.horizontalAdvance(text) <= self.width())
        text = next(fitting, None)
        if text is None:
            only = self._texts[0] if len(self._texts) == 1 else ""
            text = metrics.elidedText(only, Qt.TextElideMode.ElideMiddle, self.width())
            text = "" if text == "…" else text
        if text != self.text():
            self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Another typeface needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and is_dressed():
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew."""
        super().resizeEvent(event)
        self._fit()
