"""`Event`: who is told, with what, and for how long."""

from __future__ import annotations

import gc

import pytest

from engine.session.events import Event, Telling


@pytest.fixture
def event() -> Event:
    """One that nobody listens to."""
    return Event(Telling())


class View:
    """Hears with methods of every kind."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def nothing(self) -> None:
        self.heard.append("nothing")

    def first(self, first: object) -> None:
        self.heard.append(first)

    def both(self, first: object, second: object = None) -> None:
        self.heard.append((first, second))

    def all(self, *carried: object) -> None:
        self.heard.append(carried)


def test_each_gets_as_much_as_it_takes_in_the_order_of_connecting(event: Event) -> None:
    view = View()
    for listener in (view.nothing, view.first, view.both, view.all, view.heard.append):
        event.connect(listener)
    event.disconnect(view.heard.append)
    event.emit(1, 2)
    assert view.heard == ["nothing", 1, (1, 2), (1, 2)]


def test_what_is_written_in_c_gets_all(event: Event) -> None:
    heard: list[object] = []
    event.connect(heard.append)
    event.emit(5)
    assert heard == [5]


def test_an_object_that_is_gone_is_told_no_more(event: Event) -> None:
    heard: list[object] = []

    class Gone:
        def hear(self) -> None:
            heard.append("gone")

    gone = Gone()
    event.connect(gone.hear)
    event.connect(lambda: heard.append("stays"))
    event.emit()
    del gone
    gc.collect()
    event.emit()
    assert heard == ["gone", "stays", "stays"]


class Equal(View):
    """Equal to every other one, as two records with the same content are."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Equal)

    __hash__ = View.__hash__


def test_objects_that_are_equal_are_told_and_disconnected_each_for_itself(event: Event) -> None:
    one, other = Equal(), Equal()
    event.connect(one.nothing)
    event.connect(other.nothing)
    event.disconnect(other.nothing)
    event.emit()
    assert (one.heard, other.heard) == (["nothing"], [])


def test_an_equal_object_that_is_still_told_does_not_stand_for_another(event: Event) -> None:
    one, other = Equal(), Equal()

    def closes() -> None:
        event.disconnect(other.nothing)

    event.connect(closes)
    event.connect(one.nothing)
    event.connect(other.nothing)
    event.emit()
    assert (one.heard, other.heard) == (["nothing"], [])


def test_a_method_that_is_connected_twice_is_told_twice_until_it_is_disconnected(
    event: Event,
) -> None:
    view = View()
    event.connect(view.nothing)
    event.connect(view.nothing)
    event.emit()
    event.disconnect(view.nothing)
    event.emit()
    assert view.heard == ["nothing", "nothing"]


def test_disconnected_while_it_is_told_means_told_no_more(event: Event) -> None:
    view = View()

    def closes() -> None:
        event.disconnect(view.nothing)

    event.connect(closes)
    event.connect(view.nothing)
    event.emit()
    event.disconnect(view.nothing)  # twice is no error
    assert view.heard == []


@pytest.mark.logs_errors
def test_errors_are_raised_by_the_outermost_alone_and_logged(
    event: Event, caplog: pytest.LogCaptureFixture
) -> None:
    telling = Telling()
    inner, outer = Event(telling), Event(telling)
    heard: list[str] = []

    def fails() -> None:
        raise ValueError("inner")

    def passes_on() -> None:
        inner.emit()
        heard.append("went on")

    inner.connect(fails)
    outer.connect(passes_on)
    outer.connect(lambda: heard.append("told"))
    with pytest.raises(ValueError, match="inner"):
        outer.emit()
    assert heard == ["went on", "told"]
    assert "inner" in caplog.text
    outer.disconnect(passes_on)
    outer.emit()


def test_what_is_to_be_done_afterwards_is_done_once_when_all_have_been_told() -> None:
    telling = Telling()
    inner, outer = Event(telling), Event(telling)
    heard: list[str] = []

    def later(name: str) -> None:
        telling.afterwards(lambda: heard.append(name))

    outer.connect(lambda: later("overtaken"))
    outer.connect(inner.emit)
    inner.connect(lambda: later("done"))
    outer.connect(lambda: heard.append("told"))
    outer.emit()
    assert heard == ["told", "done"]
    later("at once")
    assert heard[-1] == "at once"


@pytest.mark.logs_errors
def test_what_is_done_afterwards_is_done_though_a_listener_failed_and_is_raised_itself() -> None:
    telling = Telling()
    event = Event(telling)
    heard: list[str] = []

    def fails() -> None:
        telling.afterwards(lambda: heard.append("done"))
        raise ValueError("a listener's")

    def breaks() -> None:
        raise TypeError("the call's")

    event.connect(fails)
    with pytest.raises(ValueError, match="a listener's"):
        event.emit()
    assert heard == ["done"]
    with pytest.raises(TypeError, match="the call's"):
        telling.afterwards(breaks)
    event.disconnect(fails)
    event.emit()  # and nothing of it is left


@pytest.mark.logs_errors
def test_a_function_that_says_nothing_of_its_arguments_gets_none_and_what_wants_some_is_heard_of(
    event: Event,
) -> None:
    told = {"before": 1}
    event.connect(told.clear)
    event.emit("first", "second")
    assert not told
    event.connect(max)  # as a slot of Qt's own: it has no signature, and takes at least one
    with pytest.raises(TypeError):
        event.emit("first", "second")
