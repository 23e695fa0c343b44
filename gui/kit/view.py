"""`View`: a widget that follows the theme, the language and the session."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engine.session.events import Event
from gui.look.dressing import catch_up, told_once
from gui.look.theme import Theme, theme

SLICE = 0.01
"""Seconds for which views out of sight follow another look, before others have their turn."""


class Viewing:
    """What makes any class of Qt's widgets a view; stands before it among the bases.

    Sub-classes override `retranslate` and `restyle`.  `dress` calls both at the end of
    the constructor; afterwards Qt's own events do.
    """

    apart: tuple[QWidget, ...] = ()
    """What is its own and does not stand in it."""
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

    def keep(self) -> None:
        """Note what keeps its share in another scale, while everything still has its size: with the
        first least width that grows a splitter shares its room anew."""

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
            kind = event.type()
            if kind == QEvent.Type.LanguageChange:
                self.retranslate()
            elif kind == QEvent.Type.PaletteChange and self._worn is not theme():
                self._worn = theme()
                self.restyle()
        super().changeEvent(event)  # type: ignore[misc]  # of the widget's class


class View(Viewing, QWidget):
    """A plain widget whose texts and colours are set in two places."""


_dressed: WeakSet[Viewing] = WeakSet()


def change_look(change: Callable[[], None]) -> None:
    """Let another theme or scale be put on, every view that is seen restyle itself and paint anew,
    and all others afterwards, a few at a time, or as they are shown.

    Of a window in which everything has been open once nine widgets in ten are hidden, and Qt takes
    as long for each as for one that is seen.  The views are remembered here, as Qt's own list of all
    widgets has some that are being deleted: to ask for it crashes now and then.
    """
    views = [view for view in _dressed if isinstance(view, QWidget) and isValid(view)]
    for view in views:
        view.keep()
    hidden = [view for view in views if not view.isVisible()]
    hidden.sort(key=_depth, reverse=True)  # who measures what is in it, last
    try:
        with told_once(_all_around(views)):
            change()
    finally:  # what is put off is never polished by Qt itself
        _Later.only().begin(hidden)
        put_off = set(map(id, hidden))  # others may be out of sight only now, as rows that fold
        _wear([view for view in views if view.isVisible() or id(view) not in put_off])


def _wear(views: Sequence[Viewing]) -> None:
    """Let views take the scale and the theme of the moment."""
    for view in views:
        view.rescale()
    for view in views:
        assert isinstance(view, QWidget)
        view.restyle()
        view.updateGeometry()
        view.update()


def _all_around(views: Sequence[QWidget]) -> dict[QWidget, bool]:
    """Views and all that is theirs or stands in the same windows, each before what is in it; and
    whether it belongs to a view that is hidden."""
    found: dict[QWidget, bool] = {}
    windows: dict[QWidget, bool] = {}
    for view in views:
        for part in (view, *(view.apart if isinstance(view, Viewing) else ())):
            top = part
            while (parent := top.parentWidget()) is not None:
                top = parent
            is_hidden = top is part and not view.isVisible()
            windows[top] = is_hidden or windows.get(top, False)
    for window, is_hidden in windows.items():
        found[window] = is_hidden
        for widget in window.findChildren(QWidget):
            above = widget.parentWidget()
            if _is_dressed(widget) or above is None:
                found[widget] = not widget.isVisible()
            else:
                found[widget] = found[above]
    return found


def _depth(view: Viewing | QWidget) -> int:
    assert isinstance(view, QWidget)
    above = view.parentWidget()
    return 0 if above is None else 1 + _depth(above)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """A view, and what is in it up to the next hidden views, which are put off by themselves."""
    yield widget
    apart = widget.apart if isinstance(widget, Viewing) else ()
    for child in (*apart, *widget.children()):
        if isinstance(child, QWidget) and not (_is_dressed(child) and not child.isVisible()):
            yield from _parts(child)


def _is_dressed(widget: QWidget) -> bool:
    """Whether it is a view that follows another look by itself."""
    return isinstance(widget, Viewing) and widget._worn is not None


class _Later(QObject):
    """Lets views follow that were out of sight when the look changed."""

    _only: _Later | None = None

    def __init__(self) -> None:
        super().__init__(QApplication.instance())
        self._waiting: dict[int, Viewing] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @classmethod
    def only(cls) -> _Later:
        """The one of the application."""
        if cls._only is None or not isValid(cls._only):
            cls._only = cls()
        return cls._only

    @property
    def is_busy(self) -> bool:
        """Whether some have still to follow."""
        return bool(self._waiting)

    def begin(self, views: Sequence[Viewing]) -> None:
        """Let these follow, and what still waits."""
        self._waiting = {id(view): view for view in views} | self._waiting
        for view in views:
            assert isinstance(view, QWidget)
            view.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown follows at once."""
        if event.type() == QEvent.Type.Show and isinstance(watched, Viewing):
            self.let_follow(watched)
        return False

    def let_follow(self, view: Viewing) -> None:
        """Let a view follow, if it still waits."""
        if self._waiting.pop(id(view), None) is not None and isValid(view):
            assert isinstance(view, QWidget)
            view.removeEventFilter(self)
            catch_up(list(_parts(view)))
            _wear([view])

    def _go_on(self) -> None:
        end = time.perf_counter() + SLICE
        while self._waiting and time.perf_counter() < end:
            self.let_follow(next(iter(self._waiting.values())))
        if not self._waiting:
            self._timer.stop()


def is_following() -> bool:
    """Whether views out of sight still have to follow another look."""
    return _Later.only().is_busy


def follow_now(shown: QWidget) -> None:
    """Let all that is about to be seen in a widget follow another look, if it still waits."""
    for view in reversed([shown, *shown.findChildren(QWidget)]):
        if isinstance(view, Viewing) and view.isVisibleTo(shown):
            _Later.only().let_follow(view)
