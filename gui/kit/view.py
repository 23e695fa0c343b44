"""`View`: a widget that follows the theme, the language and the session."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from engine.session.events import Event
from gui.look.theme import Theme, theme


class Viewing:
    """What makes any class of Qt's widgets a view; stands before it among the bases.

    Sub-classes override `retranslate` and `restyle`.  `dress` calls both at the end of
    the constructor; afterwards Qt's own events do.
    """

    _worn: Theme | None = None
    _subscribed: tuple[tuple[Event | SignalInstance, Callable[..., object]], ...] = ()

    def dress(self) -> None:
        """Put on the texts and the colours; called once everything is built."""
        self.retranslate()
        self._worn = theme()
        _dressed.add(self)
        self.restyle()

    def retranslate(self) -> None:
        """Set every visible text, in the language of the moment."""

    def restyle(self) -> None:
        """Set every colour that the style sheet does not, in the theme of the moment."""

    def rescale(self) -> None:
        """Set every size that neither the style sheet nor `sized` does, in the scale of the
        moment; `restyle` follows."""

    def subscribe(self, signal: Event | SignalInstance, slot: Callable[..., object]) -> None:
        """Call a method of this view at an event of the session or a signal of a service, until
        `unsubscribe`."""
        signal.connect(slot)
        self._subscribed = (*self._subscribed, (signal, slot))

    def unsubscribe(self) -> None:
        """Be told nothing any more: the view is closed, or the whole window, or one after the
        other."""
        subscribed, self._subscribed = self._subscribed, ()
        for signal, slot in subscribed:
            signal.disconnect(slot)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        if self._worn is not None:
            if event.type() == QEvent.Type.LanguageChange:
                self.retranslate()
            elif event.type() == QEvent.Type.PaletteChange and self._worn is not theme():
                self._worn = theme()
                self.restyle()
        super().changeEvent(event)  # type: ignore[misc]  # of the widget's class


class View(Viewing, QWidget):
    """A plain widget whose texts and colours are set in two places."""


_dressed: WeakSet[Viewing] = WeakSet()


def restyle_all() -> None:
    """Let every view take the scale of the moment, restyle itself and paint anew.

    The views are remembered here, as Qt's own list of all widgets has some that are being
    deleted: to ask for it crashes now and then.
    """
    views = [view for view in _dressed if isinstance(view, QWidget) and isValid(view)]
    for view in views:
        view.rescale()
    for view in views:
        view.restyle()
        view.updateGeometry()
        view.update()
