"""`View`: a widget that follows the theme and the language."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme, theme


class View(QWidget):
    """A widget whose texts and colours are set in two places.

    Sub-classes override `retranslate` and `restyle`.  `dress` calls both at the end of
    the constructor; afterwards Qt's own events do.
    """

    _worn: Theme | None = None

    def dress(self) -> None:
        """Put on the texts and the colours; called once everything is built."""
        self.retranslate()
        self._worn = theme()
        self.restyle()

    def retranslate(self) -> None:
        """Set every visible text, in the language of the moment."""

    def restyle(self) -> None:
        """Set every colour that the style sheet does not, in the theme of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        if self._worn is not None:
            if event.type() == QEvent.Type.LanguageChange:
                self.retranslate()
            elif event.type() == QEvent.Type.PaletteChange and self._worn is not theme():
                self._worn = theme()
                self.restyle()
        super().changeEvent(event)
