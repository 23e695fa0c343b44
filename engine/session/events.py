"""`Event`: tells every listener of a change, also where one of them fails."""

from __future__ import annotations

import inspect
import logging
import operator
import weakref
from collections.abc import Callable
from functools import lru_cache
from types import MethodType, TracebackType
from typing import Any

Listener = Callable[..., object]

_Entry = tuple[Callable[[], Any], Callable[..., object], int | None]
"""What is told: whose method it is, weakly, or the function itself; what is called with that; and
with how many arguments, None with all.  A `weakref.WeakMethod` takes longer to ask than many a
listener to answer."""

_log = logging.getLogger(__name__)


class Telling:
    """Holds back what listeners raise until all of them have been told.

    Used with ``with`` around a change and its events; when the outermost one ends, what is to
    be done `afterwards` is done, and the first error is raised.  Each is logged.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._errors: list[Exception] = []
        self._afterwards: Callable[[], object] | None = None

    def afterwards(self, call: Callable[[], object] | None) -> None:
        """Call this when all listeners have been told, in place of what was to be called; None
        calls nothing.  Outside of a change it is called at once."""
        self._afterwards = call
        if self._depth == 0:
            with self:
                pass

    def keep(self, error: Exception) -> None:
        """Log an error, and raise it later."""
        _log.error("a listener failed", exc_info=error)
        self._errors.append(error)

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        errors: list[Exception] = []
        try:
            while self._depth == 1 and self._afterwards is not None:
                call, self._afterwards = self._afterwards, None
                call()
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._afterwards = None
                errors, self._errors = self._errors, []
        if errors and error is None:
            raise errors[0]


class Event:
    """Something that others want to be told of; events of one object share their `Telling`.

    Methods of objects are held weakly: an object that is gone is told no more.  A listener
    that takes fewer arguments than the event has gets the first ones.
    """

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._listeners: list[_Entry] = []

    def connect(self, listener: Listener) -> None:
        """Tell a listener from now on."""
        owner, call = _parts(listener)
        reference = weakref.ref(owner) if owner is not listener else lambda: owner
        self._listeners = [*self._listeners, (reference, call, _arguments(listener))]

    def disconnect(self, listener: Listener) -> None:
        """Tell it no more; one that is not told anyway is no error."""
        owner, call = _parts(listener)
        # As Python compares methods: those of two objects that are equal are two.
        is_same = operator.eq if call is _call else operator.is_
        self._listeners = [
            entry
            for entry in self._listeners
            if (other := entry[0]()) is not None
            and not (entry[1] == call and is_same(other, owner))
        ]

    def emit(self, *arguments: Any) -> None:
        """Tell every listener, in the order in which they were connected."""
        with self._telling:
            listeners = self._listeners  # never changed in place
            for entry in listeners:
                reference, call, count = entry
                owner = reference()
                is_as_it_was = self._listeners is listeners
                if owner is None or not (is_as_it_was or _has(self._listeners, entry)):
                    continue  # gone, or disconnected by one that was told before
                try:
                    call(owner, *arguments[:count])
                except Exception as error:  # noqa: BLE001  - raised when all have been told
                    self._telling.keep(error)


def _has(listeners: list[_Entry], entry: _Entry) -> bool:
    """Whether it is one of them itself: weak references are equal where their objects are."""
    return any(each is entry for each in listeners)


def _parts(listener: Listener) -> tuple[Any, Callable[..., object]]:
    """Whose method a listener is, or itself, and what is called with that first."""
    if isinstance(listener, MethodType):
        return listener.__self__, listener.__func__
    return listener, _call


def _call(listener: Listener, *arguments: object) -> None:
    listener(*arguments)


def _arguments(listener: Listener) -> int | None:
    """How many arguments it takes at most, None for any number."""
    if not isinstance(listener, MethodType):
        return _parameters(listener)
    count = _parameters_of_methods(listener.__func__)
    return None if count is None else count - 1  # the object that it is bound to


def _parameters(listener: Listener) -> int | None:
    try:
        parameters = inspect.signature(listener).parameters.values()
    except ValueError:
        return 0  # a slot of Qt's own, such as `close`, which says nothing of itself
    if any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters):
        return None
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return sum(parameter.kind in positional for parameter in parameters)


_parameters_of_methods = lru_cache(maxsize=4096)(_parameters)
"""A window connects some four hundred methods, and the next window the same ones."""
