"""What a session carries from one review into the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.session.session import Session
from engine.text.review import Review
from tests.engine.session.test_session import ByHand, review
from tests.networks import text_network


def named(title: str, length: int = 30) -> Review:
    return replace(review(f"a {title} film", length), title=title)


def states(session: Session, step: int | None) -> list[float]:
    """The first network's ``h`` after a step; what it began with for None."""
    trace = session.panes[0].trace
    assert trace is not None
    layer = trace.layers["lstm"]
    return (layer.before("h", 0) if step is None else layer.series["h"][step]).tolist()


@pytest.fixture
def session() -> Session:
    """It has read "good" and carries."""
    session = Session()
    session.set_networks([text_network("LSTM"), text_network("GRU")])
    session.carries = True
    session.read(named("good"), follows=True)
    assert session.carried == 0 and not any(states(session, None))
    return session


def test_the_next_review_begins_where_the_one_before_ended(session: Session) -> None:
    left = states(session, -1)
    session.read(named("bad"), follows=True)
    assert session.carried == 1 and states(session, None) == left
    assert session.sequence is not None
    assert [str(note)[-27:] for note in session.sequence.notes] == ["Reviews before this one: 1."]
    session.read(named("bad", length=20), follows=True)  # in another encoding
    assert session.carried == 1 and states(session, None) == left
    left = states(session, -1)
    session.read(named("boring"), follows=True)
    assert session.carried == 2 and states(session, None) == left


def test_what_one_network_left_is_not_carried_into_another(session: Session) -> None:
    session.read(named("bad"), follows=True)
    (pane, other), was = session.panes, states(session, -1)
    session.choose_units(0, (2, 1))
    session.replace_network(0, text_network("LSTM", seed=2), keeps=True)
    assert session.panes[0].key is pane.key and session.panes[0].units == (2, 1)
    assert session.panes[1].key is other.key and session.carried == 1
    assert not any(states(session, None)) and states(session, -1) != was


def test_it_begins_anew_where_it_is_asked_to(session: Session) -> None:
    session.read(named("bad"), follows=True)
    session.begin_anew()
    assert session.carried == 0 and not any(states(session, None))
    assert session.sequence is not None and not session.sequence.notes
    session.read(named("boring"), follows=True)
    assert session.carried == 1
    session.read(named("dull"))  # not by the user's hand, as a view is
    assert session.carried == 0 and not any(states(session, None))
    session.read(named("bad"), follows=True)
    session.carries = False
    assert session.carried == 0 and not any(states(session, None))
    session.read(named("good"), follows=True)
    assert session.carried == 0


def typed(text: str) -> Review:
    return replace(review(text), title="")


def test_a_typed_text_begins_where_the_one_before_ended(session: Session) -> None:
    session.read(typed("a bad film"), follows=True)
    left = states(session, -1)
    session.read(typed("a dull film"), follows=True)
    assert session.carried == 2 and states(session, None) == left
    session.read(typed("a dull and long film"), follows=True, goes_on=True)
    assert session.carried == 2 and states(session, None) == left


def test_what_is_awaited_is_not_dropped_where_nothing_is_carried_into_it(session: Session) -> None:
    session.read(named("bad"), follows=True)
    waiting = ByHand()
    session.use(waiting, lambda call: call())
    session.read(named("dull"))
    session.carries = False
    waiting.run()
    assert session.sequence is not None and session.sequence.title == "dull"
    assert session.carried == 0 and not any(states(session, None))


def test_a_text_that_is_written_on_begins_as_it_is_awaited(session: Session) -> None:
    session.read(typed("a bad film"), follows=True)
    left, waiting = states(session, -1), ByHand()
    session.use(waiting, lambda call: call())
    session.read(typed("a dull"), follows=True)
    session.read(typed("a dull film"), follows=True, goes_on=True)
    waiting.run(-1)
    assert session.carried == 2 and states(session, None) == left


def test_a_network_that_did_not_read_the_one_before_begins_anew(session: Session) -> None:
    session.replace_network(0, text_network("LSTM", seed=9))
    left = states(session, -1)
    session.read(named("bad"), follows=True)
    assert states(session, None) == left
    session.replace_network(0, text_network("LSTM", seed=11))
    assert session.carried == 1 and not any(states(session, None))
