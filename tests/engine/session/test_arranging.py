"""Panes that come and go: what is theirs goes along, and nothing points to one that is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.cells.registry import series_of
from engine.sequence import Sequence
from engine.session.pane import Shade
from engine.session.session import Session
from tests.engine.session.test_session import ByHand, listen, review
from tests.gui.own_models import writes_after_reading
from tests.networks import text_network

CHANGES: dict[str, Callable[[Session, list[Network]], None]] = {
    "set fewer": lambda session, others: session.set_networks(others[:1]),
    "set as many": lambda session, others: session.set_networks(others),
    "replace the first": lambda session, others: session.replace_network(0, others[0]),
    "replace the middle": lambda session, others: session.replace_network(1, others[0]),
    "replace the last": lambda session, others: session.replace_network(2, others[0]),
    "add where there is no room": lambda session, others: session.add_network(others[0]),
    "close the first": lambda session, others: session.remove_pane(0),
    "close the middle": lambda session, others: session.remove_pane(1),
    "close the last": lambda session, others: session.remove_pane(2),
    "other weights of another shape": lambda session, others: session.update_network(1, others[0]),
    "layers of the first": lambda session, others: _all_layers(session, 0),
    "layers of the middle": lambda session, others: _all_layers(session, 1),
}
"""Everything that changes which panes there are."""

change_panes = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)


def _all_layers(session: Session, place: int) -> None:
    network = session.panes[place].network
    session.show_layers(place, [layer.name for layer in network.recurrent])


@pytest.fixture(scope="module")
def writers(tmp_path_factory: pytest.TempPathFactory) -> list[Network]:
    """Networks that read twelve steps; the first writes four more, the others one."""
    folder = tmp_path_factory.mktemp("writers")
    names = enumerate((4, 1, 1))
    return [open_network(writes_after_reading(folder / f"{n}.h5", after=a)) for n, a in names]


@change_panes
@pytest.mark.parametrize("longest", [0, 1, 2])
def test_the_step_stays_where_there_is_something(
    writers: list[Network], change: Callable[[Session, list[Network]], None], longest: int
) -> None:
    """A network that writes steps takes them along, and everybody is told where the step is."""
    networks = [*writers[1:]]
    networks.insert(longest, writers[0])
    numbers = np.random.default_rng(1).standard_normal((12, 2)).astype(np.float32)
    names = tuple(str(step) for step in range(12))
    hands, session = ByHand(), Session()
    session.set_networks(networks)
    session.read(Sequence(numbers, names, np.zeros(12, bool)))
    session.step = 15
    assert session.steps == 16 and session.step == 15
    told: list[int] = []
    session.step_changed.connect(told.append)
    session.step_changed.connect(lambda: _is_within(session))
    session.panes_changed.connect(lambda: _is_within(session))
    session.traces_changed.connect(lambda: _is_within(session))
    session.use(hands, lambda call: call())
    change(session, [text_network("SimpleRNN"), text_network("LSTM")])
    _is_within(session)
    assert session.step == (15 if session.steps == 16 else session.steps - 1)
    assert told == ([] if session.step == 15 else [session.step])
    while hands.jobs:
        hands.run()
    _is_within(session)
    assert (told or [15])[-1] == session.step


def _is_within(session: Session) -> None:
    assert len({pane.key for pane in session.panes}) == len(session.panes), "a view each"
    assert 0 <= session.step < session.steps


@change_panes
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("key", ["f", "h", "change", "none"])
def test_focus_and_colour_are_of_a_pane_that_is_there(
    change: Callable[[Session, list[Network]], None], place: int, key: str
) -> None:
    """They go along with theirs; of one that is gone they move on, and listeners are told."""
    session = Session()
    session.set_networks([text_network("LSTM", seed=seed) for seed in (1, 2, 3)])
    session.read(review())
    session.focus, session.shade = place, Shade(place, key)
    before = session.panes[place]
    heard = listen(session)
    change(session, [text_network("GRU"), text_network("SimpleRNN")])
    told = {name for name, _ in heard}
    assert 0 <= session.focus < len(session.panes) and 0 <= session.shade.pane < len(session.panes)
    coloured = session.panes[session.shade.pane]
    keys = {series.key for series in series_of(coloured.shown)}
    assert session.shade.key in keys | {"change", "none"}
    assert session.shade.is_series == (key in ("f", "h"))
    assert (session.shading() is None) == (key == "none")
    networks = [pane.network for pane in session.panes]
    if before.network in networks:
        assert coloured.network is before.network and session.shade.key == key
    else:
        assert "shade_changed" in told and "focus_changed" in told


@change_panes
def test_awaited_weights_go_along_with_their_panes(
    change: Callable[[Session, list[Network]], None],
) -> None:
    """Whatever becomes of the others: the newest weights are shown in the end."""
    hands, session = ByHand(), Session()
    old = [text_network("LSTM", seed=seed, layers=2) for seed in (1, 2, 3)]
    session.set_networks(old)
    session.read(review())
    session.use(hands, lambda call: call())
    new = {}
    for place, network in enumerate(old):
        new[id(network)] = replace(network, name=f"epoch {place}")
        session.update_network(place, new[id(network)])
    change(session, [text_network("GRU"), text_network("SimpleRNN")])
    expected = [new.get(id(pane.network), pane.network) for pane in session.panes]
    while hands.jobs:
        hands.run()
    assert [pane.network for pane in session.panes] == expected
    assert all(pane.trace and pane.trace.network is pane.network for pane in session.panes)
    assert not session.busy


def test_a_row_that_was_emptied_is_filled_from_its_first_place() -> None:
    session = Session()
    for networks in ([text_network("LSTM")], [], [text_network("GRU")]):
        session.set_networks(networks)
        assert session.focus == 0 and len(session.panes) == len(networks)


NUMBERS = Sequence(np.zeros((5, 3), np.float32), tuple("12345"), np.zeros(5, bool))
"""Which no network of words reads."""


@pytest.mark.parametrize("at_once", [False, True], ids=["beside", "at once"])
@pytest.mark.parametrize("pending", ["network", "weights", "another reading"])
def test_a_refused_reading_loses_nothing_that_was_on_its_way(pending: str, at_once: bool) -> None:
    hands, session = ByHand(), Session()
    first, second = text_network("LSTM"), text_network("GRU")
    session.set_networks([first])
    session.read(review())
    shown, before = session.sequence, session.panes[0].trace
    session.use(hands, lambda call: call())
    newer = replace(first, name="newer")
    if pending == "network":
        session.add_network(second)
    elif pending == "weights":
        session.update_network(0, newer)
    else:
        session.prepare = lambda network, sequence: review().within(5)
        session.read_anew()
    heard = listen(session)
    if at_once:  # the one before has not been heard of
        hands.jobs.clear()
    plain, session.prepare = session.prepare, lambda network, sequence: sequence
    session.read(NUMBERS)
    while hands.jobs:
        hands.run()
        session.prepare = plain
    assert [name for name, _ in heard].count("failed") == 1
    assert session.sequence is shown and not session.busy
    if pending == "network":
        assert [pane.network for pane in session.panes] == [first, second]
    elif pending == "weights":
        assert session.panes[0].network is newer
    else:
        assert session.panes[0].trace is not before
    assert all(pane.trace and pane.trace.network is pane.network for pane in session.panes)


def test_what_could_not_be_read_anew_is_still_to_be_read_anew() -> None:
    session = Session()
    session.set_networks([text_network("LSTM")])
    session.read(review())
    before = session.panes[0].trace

    def refuse(network: Network, sequence: Sequence) -> Sequence:
        raise ReplayError("No.")

    session.prepare = refuse
    session.read_anew()
    assert session.panes[0].trace is before
    session.prepare = lambda network, sequence: sequence
    session.add_network(text_network("GRU"))
    assert session.panes[0].trace is not before and session.panes[0].trace is not None


def test_a_session_that_stops_waits_for_nothing() -> None:
    hands, session = ByHand(), Session()
    session.set_networks([text_network("LSTM")])
    session.use(hands, lambda call: call())
    session.read(review())
    assert session.busy
    session.stop()
    assert not session.busy
    hands.run()
    assert session.sequence is None and session.panes[0].trace is None
