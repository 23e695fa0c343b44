"""`Session`, without Qt: what each setter does, and which events it fires, how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import engine.session.jobs
from engine.errors import GatescopeError, ReplayError
from engine.network.network import Network
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.session.pane import MAX_PANES, MAX_UNITS, Shade
from engine.session.session import Session
from engine.session.signals import PARTING, answer_of
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import Review, encode
from tests.networks import text_network

TEXT = "this movie was very good and i liked the acting but the ending was awful and boring"

EVENTS = (
    "panes_changed",
    "traces_changed",
    "edits_changed",
    "step_changed",
    "units_changed",
    "focus_changed",
    "shade_changed",
    "failed",
)


def review(text: str = TEXT, length: int = 30, **options: Any) -> Review:
    """A short review in Keras's encoding."""
    return encode(text, imdb(), Encoding(length=length, **options))


def listen(session: Session) -> list[tuple[str, Any]]:
    """What the session says from now on, in order: the event, and what it carries."""
    heard: list[tuple[str, Any]] = []

    def keep(name: str) -> Callable[..., None]:
        return lambda *carried: heard.append((name, carried[0] if carried else None))

    for name in EVENTS:
        getattr(session, name).connect(keep(name))
    return heard


def names(heard: list[tuple[str, Any]]) -> Counter[str]:
    """How often each event was heard."""
    return Counter(name for name, _ in heard)


class ByHand(Executor):
    """An executor that does its work when the test says so, in any order."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.jobs.append((future, fn, args))
        return future

    def run(self, place: int = 0) -> None:
        """Do one job."""
        future, work, arguments = self.jobs.pop(place)
        future.set_result(work(*arguments))


@pytest.fixture
def session() -> Session:
    """A SimpleRNN and an LSTM that have read `TEXT`."""
    made = Session()
    made.set_networks([text_network("SimpleRNN"), text_network("LSTM")])
    made.read(review())
    return made


# -- the step ------------------------------------------------------------------------


def test_an_empty_session_has_nothing_to_step_through() -> None:
    session = Session()
    heard = listen(session)
    session.step = 5
    session.focus = 1
    assert (session.step, session.steps, session.focus, session.focused) == (0, 0, 0, None)
    assert session.predictions() == [] and session.parting() is None
    assert session.shading() is None and heard == []


@pytest.mark.parametrize(("asked", "there"), [(-1, 0), (-99, 0), (7, 7), (29, 29), (30, 29)])
def test_the_step_stays_inside_the_review(session: Session, asked: int, there: int) -> None:
    session.step = asked
    assert session.step == there


def test_a_step_fires_once_and_only_when_it_is_another(session: Session) -> None:
    session.step = 20
    heard = listen(session)
    session.step = 20
    assert heard == []
    session.step = 21
    session.step = 500
    session.step = 600
    assert heard == [("step_changed", 21), ("step_changed", 29)]


def test_a_new_review_stands_at_its_first_word_or_where_it_is_told() -> None:
    session = Session()
    session.set_networks([text_network()])
    read = review()
    heard = listen(session)
    session.read(read)
    assert session.step == int(np.flatnonzero(~read.padding)[0]) == 30 - 18
    assert heard == [("traces_changed", None), ("step_changed", session.step)]
    session.read(read, 3)
    assert session.step == 3
    session.read(read, 900)
    assert session.step == 29
    session.read(review(padding="post"))
    assert session.step == 0


# -- focus, units, shade -----------------------------------------------------------


def test_focus_is_one_of_the_panes(session: Session) -> None:
    heard = listen(session)
    session.focus = 1
    session.focus = 1
    session.focus = 2
    session.focus = -1
    assert session.focus == 1 and heard == [("focus_changed", 1)]
    assert session.focused is session.panes[1]


def test_choosing_a_unit_replaces_the_others_and_takes_the_focus(session: Session) -> None:
    heard = listen(session)
    session.choose_unit(1, 5)
    assert session.panes[1].units == (5,) and session.panes[0].units == (0,)
    assert heard == [("units_changed", 1), ("focus_changed", 1)]
    heard.clear()
    session.choose_unit(1, 5)
    assert heard == []


@pytest.mark.parametrize(("asked", "chosen"), [(-3, 0), (8, 7), (100, 7)])
def test_a_unit_outside_the_layer_is_brought_to_its_edge(
    session: Session, asked: int, chosen: int
) -> None:
    session.choose_unit(0, 4)
    session.choose_unit(0, asked)
    assert session.panes[0].units == (chosen,)


def test_units_are_added_in_front_and_let_go(session: Session) -> None:
    for unit in (3, 6):
        session.choose_unit(0, unit, extend=True)
    assert session.panes[0].units == (6, 3, 0)
    session.choose_unit(0, 3, extend=True)
    assert session.panes[0].units == (6, 0)
    session.choose_unit(0, 0, extend=True)
    session.choose_unit(0, 6, extend=True)
    assert session.panes[0].units == (6,), "the last one stays"


def test_no_more_than_eight_units_are_chosen() -> None:
    session = Session()
    session.set_networks([text_network("SimpleRNN", 12)])
    for unit in range(1, 12):
        session.choose_unit(0, unit, extend=True)
    assert MAX_UNITS == 8
    assert session.panes[0].units == (11, 10, 9, 8, 7, 6, 5, 4)


def test_shading_is_the_chosen_signal(session: Session) -> None:
    assert session.shading() is None
    heard = listen(session)
    session.shade = Shade(1, "f", 3)
    session.shade = Shade(1, "f", 3)
    assert heard == [("shade_changed", None)]
    lstm = session.panes[1]
    assert lstm.layer_trace is not None and lstm.trace is not None
    np.testing.assert_array_equal(session.shading(), lstm.layer_trace.series["f"][:, 3])
    session.shade = Shade(1, "c")  # follows the chosen unit
    session.choose_unit(1, 6)
    np.testing.assert_array_equal(session.shading(), lstm.layer_trace.series["c"][:, 6])
    session.shade = Shade(1, "change")
    prediction = lstm.trace.prediction
    expected = np.concatenate([[0.0], prediction[1:] - prediction[:-1]])
    np.testing.assert_allclose(session.shading(), expected, atol=1e-7)
    session.shade = Shade()
    assert session.shading() is None
    session.shade = Shade(1, "h", 99)  # of a wider network that is gone: its last unit
    np.testing.assert_array_equal(session.shading(), lstm.layer_trace.series["h"][:, 7])


GONE: dict[str, Callable[[Session], None]] = {
    "a signal of another cell": lambda session: setattr(session, "shade", Shade(0, "f")),
    "a signal of no cell": lambda session: setattr(session, "shade", Shade(1, "nonsense")),
    "a pane": lambda session: setattr(session, "shade", Shade(7, "h")),
    "a pane before the first": lambda session: setattr(session, "shade", Shade(-1, "change")),
    "a layer": lambda session: session.show_layer(1, "lstm_9"),
}


@pytest.mark.parametrize("gone", GONE)
def test_what_is_gone_is_said_by_name_and_changes_nothing(session: Session, gone: str) -> None:
    session.shade = Shade(1, "c")
    before, heard = (session.panes, session.shade), listen(session)
    said: list[GatescopeError] = []
    session.failed.connect(said.append)
    GONE[gone](session)
    assert (session.panes, session.shade) == before
    (error,) = said
    assert any(str(value) in str(error) for value in ("f", "nonsense", "8", "0", "lstm_9"))
    assert set(names(heard)) <= {"failed"}


def test_units_and_layers_that_are_gone_are_left_out(session: Session) -> None:
    session.choose_units(1, (3, 99, -1, 2))
    assert session.panes[1].units == (3, 2)
    session.choose_units(1, (99,))
    assert session.panes[1].units == (3, 2)
    session.show_layers(1, ["nowhere"])
    assert [pane.layer for pane in session.panes] == ["simplernn", "lstm"]


@pytest.mark.parametrize("count", [0, 1])
def test_no_colours_are_left_of_a_network_that_is_gone(session: Session, count: int) -> None:
    session.shade = Shade(1, "c")
    session.set_networks([text_network("GRU")] * count)
    assert session.shade == (Shade(0, "h") if count else Shade())


# -- predictions ----------------------------------------------------------------------


def test_parting_is_the_first_step_at_which_they_differ_by_more(session: Session) -> None:
    first, second = session.predictions()
    assert first is not None and second is not None
    assert session.panes[0].trace is not None
    np.testing.assert_array_equal(first, session.panes[0].trace.prediction)
    assert session.review is not None
    word = int(session.review.padding.argmin())
    apart = [t for t in range(word, 30) if abs(float(first[t]) - float(second[t])) > PARTING]
    assert apart, "choose other weights: these never part"
    begins = [t for t in apart if t > word and t - 1 not in apart]
    assert session.parting() == (begins or apart)[0] >= word
    session.remove_pane(1)
    assert session.parting() is None


def test_networks_that_agree_do_not_part() -> None:
    session = Session()
    session.set_networks([text_network(seed=3), text_network(seed=3)])
    session.read(review())
    assert session.parting() is None


def test_of_several_classes_the_winner_is_shown(session: Session) -> None:
    trace = session.panes[0].trace
    assert trace is not None
    classes = np.array([[0.9, 0.1, 0.0], [0.2, 0.3, 0.5], [0.1, 0.7, 0.2]], np.float32)
    np.testing.assert_array_equal(
        answer_of(replace(trace, prediction=classes)), np.float32([0.1, 0.3, 0.7])
    )


# -- networks ---------------------------------------------------------------------------


def test_each_network_reads_within_its_own_vocabulary() -> None:
    small, large = text_network(words=20), text_network("SimpleRNN", words=10_000)
    session = Session()
    session.set_networks([small, large])
    read = review()
    session.read(read)
    for pane, network, size in zip(session.panes, (small, large), (20, 10_000), strict=True):
        assert pane.trace is not None
        ids = pane.trace.sequence.inputs
        np.testing.assert_array_equal(ids, np.where(read.inputs >= size, 2, read.inputs))
        np.testing.assert_array_equal(
            pane.trace.prediction, replay(network, read.within(size)).prediction
        )
    assert int(read.inputs.max()) >= 20, "a word must lie beyond the small network"
    np.testing.assert_array_equal(session.review.inputs, read.inputs)  # type: ignore[union-attr]


def test_adding_a_network_reads_the_review_again_at_the_same_step(session: Session) -> None:
    session.step = 22
    heard = listen(session)
    session.add_network(text_network("GRU"))
    assert [pane.shown.kind for pane in session.panes] == ["SimpleRNN", "LSTM", "GRU"]
    assert all(pane.trace is not None for pane in session.panes)
    assert session.step == 22
    assert names(heard) == {"panes_changed": 1, "traces_changed": 1, "step_changed": 1}


def test_a_fourth_network_takes_the_last_place(session: Session) -> None:
    assert MAX_PANES == 3
    session.add_network(text_network("GRU"))
    session.add_network(text_network("LSTM", 5))
    assert [pane.network.name for pane in session.panes] == ["SimpleRNN(8)", "LSTM(8)", "LSTM(5)"]
    session.set_networks([text_network(units=units) for units in (1, 2, 3, 4)])
    assert [pane.shown.units for pane in session.panes] == [1, 2, 3]


def test_replacing_a_network_forgets_its_units(session: Session) -> None:
    session.choose_unit(1, 7)
    session.choose_unit(0, 3)
    session.replace_network(1, text_network("GRU", 4))
    assert session.panes[1].units == (0,) and session.panes[0].units == (3,)
    assert session.panes[1].layer_trace is not None
    assert set(session.panes[1].layer_trace.series) == {"h", "z", "r", "n"}


def test_removing_panes_keeps_the_focus_inside_and_the_last_pane(session: Session) -> None:
    session.focus = 1
    kept = session.panes[1]
    heard = listen(session)
    session.remove_pane(0)
    assert session.panes == (kept,) and session.focus == 0
    assert names(heard)["panes_changed"] == 1 and names(heard)["traces_changed"] == 1
    heard.clear()
    session.remove_pane(0)
    assert session.panes == (kept,) and heard == []


def test_another_layer_of_a_stacked_network(session: Session) -> None:
    session.set_networks([text_network(layers=2)])
    pane = session.panes[0]
    assert pane.layer == "lstm_1", "the last one is shown first"
    session.choose_unit(0, 5)
    heard = listen(session)
    session.show_layer(0, "lstm")
    pane = session.panes[0]
    assert pane.layer_trace is not None and pane.trace is not None
    assert pane.units == (0,) and pane.layer_trace is pane.trace.layers["lstm"]
    assert names(heard) == {"panes_changed": 1, "traces_changed": 1}
    heard.clear()
    session.show_layer(0, "lstm")
    assert heard == []


# -- beside the window -------------------------------------------------------------------


@pytest.fixture
def by_hand(session: Session) -> ByHand:
    """From now on the session's replays wait for the test."""
    executor = ByHand()
    session.use(executor, lambda call: call())
    return executor


def test_an_executor_needs_a_way_back() -> None:
    with pytest.raises(ValueError, match="way back"):
        Session(ByHand())


def test_nothing_changes_until_every_network_has_read(session: Session, by_hand: ByHand) -> None:
    before, traces = session.review, [pane.trace for pane in session.panes]
    heard = listen(session)
    another = review("a dull film")
    session.read(another)
    assert session.busy and session.review is before and heard == []
    assert [pane.trace for pane in session.panes] == traces
    by_hand.run()
    assert not session.busy and session.review is another
    assert names(heard) == {"traces_changed": 1, "step_changed": 1}


def test_an_answer_that_was_overtaken_is_dropped(session: Session, by_hand: ByHand) -> None:
    old, new = review("a dull film"), review("a great film")
    session.read(old)
    session.read(new)
    heard = listen(session)
    by_hand.run(1)  # the newer answer comes first
    assert session.review is new
    by_hand.run(0)
    assert session.review is new and names(heard)["traces_changed"] == 1


def test_an_answer_that_was_finished_but_comes_late_is_dropped(session: Session) -> None:
    executor, delivered = ByHand(), []
    session.use(executor, delivered.append)
    old, new = review("a dull film"), review("a great film")
    for each in (old, new):
        session.read(each)
        executor.run()  # finished before the next is asked for, but not delivered
    late, now = delivered
    now()
    late()
    assert session.review is new


def test_work_that_was_overtaken_stops_by_itself(
    session: Session, by_hand: ByHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Network] = []

    def counted(network: Network, read: Review, **options: Any) -> Any:
        calls.append(network)
        return replay(network, read, **options)

    monkeypatch.setattr(engine.session.jobs, "read", counted)
    session.read(review("a dull film"))
    session.read(review("a great film"))
    by_hand.run(0)
    assert calls == [], "no network reads a review that nobody waits for"
    by_hand.run(0)
    assert len(calls) == 2


def test_the_chosen_units_of_the_meantime_stay(session: Session, by_hand: ByHand) -> None:
    session.read(review("a dull film"))
    session.choose_unit(1, 4)
    by_hand.run()
    assert session.panes[1].units == (4,)


def test_a_failure_leaves_the_session_as_it_was(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.step = 17

    def failing(network: Network, read: Review, **options: Any) -> Any:
        raise ReplayError("{network} cannot.", network=network.name)

    panes, shown = session.panes, session.review
    monkeypatch.setattr(engine.session.jobs, "read", failing)
    heard = listen(session)
    session.read(review("a dull film"))
    assert [name for name, _ in heard] == ["failed"]
    assert isinstance(heard[0][1], GatescopeError) and str(heard[0][1]) == "SimpleRNN(8) cannot."
    assert session.panes == panes and session.review is shown and session.step == 17


def test_one_network_that_cannot_read_says_so_in_its_place(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(network: Network, read: Review, **options: Any) -> Any:
        if network.name.startswith("LSTM"):
            raise ReplayError("{network} cannot.", network=network.name)
        return replay(network, read, **options)

    monkeypatch.setattr(engine.session.jobs, "read", failing)
    read = review("a dull film")
    session.read(read)
    assert session.review is read
    assert session.panes[0].trace is not None and session.panes[0].problem is None
    assert session.panes[1].trace is None and str(session.panes[1].problem) == "LSTM(8) cannot."
    assert session.predictions()[1] is None and session.parting() is None


# -- what may happen while a replay is under way ------------------------------------------------


def test_a_pane_closed_in_the_meantime_stays_closed(session: Session) -> None:
    executor, delivered = ByHand(), []
    session.use(executor, delivered.append)
    another = review("a dull film")
    session.read(another)
    session.remove_pane(1)
    while executor.jobs:
        executor.run()
    for call in delivered:
        call()
    assert len(session.panes) == 1 and session.review is another and not session.busy


def test_a_step_taken_in_the_meantime_stays(session: Session, by_hand: ByHand) -> None:
    session.step = 20
    session.add_network(text_network("GRU"))
    session.step = 25
    by_hand.run()
    assert session.step == 25


def test_the_colour_goes_with_its_network(session: Session) -> None:
    session.shade = Shade(1, "c")
    before = session.shading()
    session.remove_pane(0)
    after = session.shading()
    assert after is not None and before is not None
    np.testing.assert_array_equal(after, before)


def test_a_network_that_drops_every_word_is_a_failure_in_place(session: Session) -> None:
    session.set_networks([text_network(words=3)])
    shown = session.review
    heard = listen(session)
    session.read(review("a dull film", oov_char=None, start_char=None))
    assert names(heard)["failed"] == 1 and session.review is shown


class _Later(Executor):
    """Runs what it is given when it is told to."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.jobs.append(lambda: future.set_result(fn(*args, **kwargs)))
        return future

    def run(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


def test_new_weights_and_a_shorter_review_arrive_together() -> None:
    """Whoever looks finds networks, review, traces and step that belong together."""
    later = _Later()
    session = Session()
    session.set_networks([text_network("SimpleRNN"), text_network("LSTM")])
    session.read(encode("a good film " * 20, imdb(), Encoding(length=40)))
    session.step = 39
    session.choose_unit(1, 5)
    session.use(later, lambda call: call())
    seen: list[tuple[int, int, bool]] = []

    def look(*_: object) -> None:
        review = session.review
        assert review is not None
        for pane in session.panes:
            assert pane.trace is not None
            assert pane.trace.network is pane.network
            seen.append((session.step, len(review), len(pane.trace) == len(review)))

    session.weights_changed.connect(look)
    session.traces_changed.connect(look)
    other = text_network("LSTM", seed=9)
    session.update_network(1, other)
    short = encode("a bad film", imdb(), Encoding(length=20))
    session.read(short)
    assert session.panes[1].network is not other
    later.run()
    assert session.panes[1].network is other
    assert session.panes[1].units == (5,)
    assert session.review is short
    assert seen
    assert all(step < steps and fits for step, steps, fits in seen)


def test_new_weights_are_shown_at_once_where_nothing_is_read() -> None:
    """Before anything is read there is nothing to wait for, and whoever listens is told."""
    empty = Session()
    empty.set_networks([text_network("LSTM")])
    told: list[int] = []
    empty.weights_changed.connect(told.append)
    other = text_network("LSTM", seed=9)
    empty.update_network(0, other)
    assert empty.panes[0].network is other
    assert told == [0]


def test_weights_of_another_shape_take_the_pane() -> None:
    session = Session()
    session.set_networks([text_network("LSTM")])
    session.read(encode("a good film", imdb(), Encoding(length=20)))
    session.choose_unit(0, 5)
    session.shade = Shade(0, "c")
    session.update_network(0, text_network("GRU"))
    assert session.panes[0].shown.kind == "GRU"
    assert session.panes[0].units == (0,)
    assert session.shade.key == "h"  # there is no c


def test_a_trace_is_not_made_twice() -> None:
    session = Session()
    session.set_networks([text_network("SimpleRNN"), text_network("LSTM")])
    session.read(encode("a good film", imdb(), Encoding(length=20)))
    first, second = (pane.trace for pane in session.panes)
    session.update_network(1, text_network("LSTM", seed=9))
    assert session.panes[0].trace is first
    assert session.panes[1].trace is not second


# -- whoever listens --------------------------------------------------------------------------


@pytest.mark.logs_errors
def test_a_listener_that_fails_keeps_no_other_from_being_told(session: Session) -> None:
    def failing(*_: object) -> None:
        raise KeyError("a view")

    for event in (session.panes_changed, session.traces_changed, session.step_changed):
        event.connect(failing)
    heard = listen(session)
    with pytest.raises(KeyError, match="a view"):
        session.add_network(text_network("GRU"))
    assert [name for name, _ in heard] == ["panes_changed", "traces_changed", "step_changed"]
    assert all(pane.trace is not None for pane in session.panes)
    with pytest.raises(KeyError, match="a view"):
        session.step = 3
    assert heard[-1] == ("step_changed", 3)
    session.focus = 1  # and nothing of it is left


@pytest.mark.logs_errors
def test_what_a_listener_changes_is_told_before_anything_is_raised(session: Session) -> None:
    def follow(step: int) -> None:
        session.focus = 1
        raise ValueError("late")

    session.step_changed.connect(follow)
    heard = listen(session)
    with pytest.raises(ValueError, match="late"):
        session.step = 3
    assert heard == [("focus_changed", 1), ("step_changed", 3)]


def test_an_error_of_the_caller_comes_before_those_of_listeners(session: Session) -> None:
    with pytest.raises(IndexError):
        session.choose_unit(7, 0)
    heard = listen(session)
    session.step = 2
    assert heard == [("step_changed", 2)]


def test_a_mistake_of_our_own_is_no_sentence_where_nothing_runs_beside(session: Session) -> None:
    """Or every test of a session would stay green on it."""

    def prepare(network: Network, sequence: Any) -> Any:
        raise TypeError("ours")

    session.prepare = prepare
    with pytest.raises(TypeError, match="ours"):
        session.read(review("a dull film"))


def test_what_is_read_inside_an_event_is_read_when_all_have_been_told(session: Session) -> None:
    """Or a view would be told of traces before it was told of their networks."""
    other = review("a dull film")
    session.panes_changed.connect(lambda: session.read(other, 2))
    heard = listen(session)

    def look() -> None:
        heard.append(("looks", [pane.trace and pane.trace.network for pane in session.panes]))

    session.traces_changed.connect(look)
    changes = (
        lambda: session.replace_network(1, text_network("GRU", seed=3)),
        lambda: session.set_networks([text_network("GRU", seed=4)]),
        lambda: session.add_network(text_network("LSTM", seed=5)),
        lambda: session.remove_pane(0),
    )
    for change in changes:
        heard.clear()
        change()
        told = [name for name, _ in heard]
        assert told.index("panes_changed") < told.index("looks")
        for name, networks in heard:
            if name == "looks":
                assert networks == [pane.network for pane in session.panes]
        assert session.sequence is other and session.step == 2 and not session.busy


@pytest.mark.logs_errors
def test_a_reading_that_takes_too_much_memory_says_so_in_its_place(session: Session) -> None:
    def prepare(network: Network, sequence: Any) -> Any:
        if network.name.startswith("LSTM"):
            raise MemoryError
        return sequence

    session.prepare = prepare
    session.read(review("a dull film"))
    assert session.panes[0].trace is not None
    assert "not enough memory" in str(session.panes[1].problem)


def test_padding_is_told_from_words_and_from_what_lies_outside(session: Session) -> None:
    read = session.review
    assert read is not None
    assert [session.is_padding(step) for step in range(30)] == read.padding.tolist()
    assert session.is_padding(0) and not session.is_padding(-1) and not session.is_padding(30)
    assert not Session().is_padding(0)


def test_a_sequence_that_is_no_review_is_of_numbers() -> None:
    session = Session()
    assert not session.reads_numbers
    session.read(review())
    assert session.review is not None and not session.reads_numbers
    session.read(Sequence(np.zeros((3, 2), np.float32), ("a", "b", "c"), np.zeros(3, bool)))
    assert session.review is None and session.reads_numbers
