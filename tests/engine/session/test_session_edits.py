"""Edits of a session: which pane carries out which, the ghosts, and what is not made twice."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import engine.session.jobs
from engine.errors import ReplayError
from engine.replay.edit_texts import parse, parse_all
from engine.replay.edits import Edits
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.sequence import Sequence
from engine.session.session import Session
from tests.engine.session.test_session import ByHand, listen, names, review
from tests.networks import text_network

TEXT = "this movie was very good and i liked the acting"


def edits_of(*texts: str) -> Edits:
    return parse_all(texts)


def trace_of(session: Session, place: int) -> Trace:
    trace = session.panes[place].trace
    assert trace is not None
    return trace


@pytest.fixture
def session() -> Session:
    """A GRU and an LSTM that have read `TEXT`: the words are at the steps 20 to 30 of 30."""
    session = Session()
    session.set_networks([text_network("GRU"), text_network("LSTM")])
    session.read(review(TEXT))
    return session


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Edits]]:
    """Which networks have read since, and with which edits."""
    calls: list[tuple[str, Edits]] = []

    def counted(network: Any, sequence: Any, edits: Edits = (), **options: Any) -> Trace:
        calls.append((network.name, edits))
        return replay(network, sequence, edits=edits, **options)

    monkeypatch.setattr(engine.session.jobs, "read", counted)
    return calls


def test_without_edits_there_is_no_ghost(session: Session) -> None:
    assert session.edits == () and session.unfit_edits == {}
    assert session.source is session.sequence
    assert all(pane.ghost is None and pane.layer_ghost is None for pane in session.panes)


def test_an_edit_of_a_layer_is_carried_out_where_there_is_that_layer(session: Session) -> None:
    before = [pane.trace for pane in session.panes]
    heard, edits = listen(session), edits_of("lstm.f=0@25-")
    session.step = 27
    heard.clear()
    session.edits = edits
    assert names(heard) == {"edits_changed": 1, "traces_changed": 1, "step_changed": 1}
    assert session.step == 27 and session.unfit_edits == {}
    gru, lstm = session.panes
    assert gru.trace is before[0] and gru.ghost is None
    assert lstm.ghost is before[1] and trace_of(session, 1).edits == edits
    assert lstm.layer_trace is not None and lstm.layer_ghost is not None
    assert not lstm.layer_trace.series["f"][24:].any()
    assert lstm.layer_ghost.series["f"][24:].all()
    session.edits = ()
    assert [pane.trace for pane in session.panes] == before
    assert [pane.ghost for pane in session.panes] == [None, None]


def test_edited_words_are_read_by_all_and_shown(session: Session) -> None:
    source = session.source
    session.edits = edits_of("word 25=awful", "insert 31=twice")
    assert session.source is source
    typed = review(TEXT.replace("good", "awful") + " twice")
    assert session.sequence is not None and session.review is session.sequence
    assert session.step_names == typed.steps
    for pane in session.panes:
        assert pane.trace is not None and pane.ghost is not None
        assert pane.trace.edits == session.edits and pane.ghost.edits == ()
        wanted = replay(pane.network, typed.within(500))
        np.testing.assert_array_equal(pane.trace.prediction, wanted.prediction)
        assert source is not None and pane.ghost.steps == source.steps


def test_an_edit_that_is_switched_off_is_kept_and_changes_nothing(session: Session) -> None:
    before, edits = [pane.trace for pane in session.panes], edits_of("off: word 25=awful")
    session.edits = edits
    assert session.edits == edits and session.sequence is session.source
    assert [pane.trace for pane in session.panes] == before


def test_what_fits_nobody_is_named(session: Session) -> None:
    edits = edits_of(
        "lstm.f=0", "lstm.z=0", "gru.z[99]=1", "rnn.h=0", "gru.z=1@31", "word 2=good", "delete 30"
    )
    session.edits = edits
    said = {str(edit): str(error) for edit, error in session.unfit_edits.items()}
    assert said.keys() == {"lstm.z=0", "gru.z[99]=1", "rnn.h=0", "gru.z=1@31", "word 2=good"}
    assert "has no recurrent layer rnn" in said["rnn.h=0"]
    assert "no word at step 2" in said["word 2=good"]
    assert trace_of(session, 0).edits == edits_of("delete 30")
    assert trace_of(session, 1).edits == edits_of("lstm.f=0", "delete 30")
    assert "no such step" in str(session.panes[0].unfit_edits[parse("gru.z=1@31")])
    session.remove_pane(1)
    assert parse("lstm.f=0") in session.unfit_edits, "the pane that had it is gone"


def test_edits_stay_as_another_review_is_read(session: Session) -> None:
    session.edits = edits_of("gru.z=1")
    session.read(review("a dull film"))
    ghost = session.panes[0].ghost
    assert trace_of(session, 0).edits == session.edits
    assert ghost is not None and ghost.steps[-3:] == ("a", "dull", "film")


def test_a_slider_replays_one_network_once(
    session: Session, calls: list[tuple[str, Edits]]
) -> None:
    for value in ("0", "0.5", "1"):
        session.edits = edits_of(f"lstm.f={value}")
    assert calls == [("LSTM(8)", edits_of(f"lstm.f={value}")) for value in ("0", "0.5", "1")]
    calls.clear()
    session.edits = (*session.edits, *edits_of("off: lstm.i=0"))
    assert calls == []
    sequence = session.sequence
    session.edits = edits_of("word 25=awful")
    rewritten, _ = session.sequence, calls.clear()
    assert rewritten is not sequence
    session.edits = edits_of("word 25=awful", "lstm.f=0")
    assert session.sequence is rewritten, "the same words are the same sequence"
    ghosts = [pane.ghost for pane in session.panes]
    session.add_network(text_network("SimpleRNN"))
    assert [pane.ghost for pane in session.panes[:2]] == ghosts
    assert session.panes[2].ghost is not None


def test_new_weights_and_another_layer_have_ghosts_of_their_own() -> None:
    session = Session()
    session.set_networks([text_network("LSTM", layers=2)])
    session.read(review(TEXT))
    session.edits = edits_of("lstm.f=0")
    session.show_layers(0, ["lstm", "lstm_1"])
    first, second = session.panes
    assert first.trace is second.trace and first.ghost is second.ghost is not None
    session.update_network(0, text_network("LSTM", layers=2, seed=9))
    ghost = session.panes[0].ghost
    assert ghost is not None and ghost.network is session.panes[0].network
    assert trace_of(session, 0).network is session.panes[0].network


def test_a_copy_has_the_edits_and_the_ghosts(session: Session) -> None:
    session.edits = edits_of("delete 30", "lstm.f=0")
    twin = session.copy()
    assert twin.edits == session.edits and twin.source is session.source
    assert twin.sequence is session.sequence
    assert [pane.ghost for pane in twin.panes] == [pane.ghost for pane in session.panes]
    twin.edits = ()
    assert twin.sequence is session.source and session.edits


def test_edits_that_are_overtaken_are_dropped(session: Session) -> None:
    hands = ByHand()
    session.use(hands, lambda call: call())
    session.edits = edits_of("lstm.f=0")
    session.edits = edits_of("lstm.f=1")
    assert session.busy and trace_of(session, 1).edits == ()
    hands.run(1)
    hands.run(0)
    assert trace_of(session, 1).edits == edits_of("lstm.f=1") == session.edits
    session.edits = edits_of("lstm.f=0")
    session.edits = edits_of("lstm.f=1")
    hands.run(1)
    assert trace_of(session, 1).edits == session.edits


def test_edits_are_taken_back_where_nothing_can_be_read_with_them(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edits = edits_of("lstm.f=1")

    def failing(network: Any, sequence: Any, edits: Edits = (), **options: Any) -> Trace:
        raise ReplayError("{network} cannot.", network=network.name)

    panes, heard = session.panes, listen(session)
    monkeypatch.setattr(engine.session.jobs, "read", failing)
    session.edits = edits_of("delete 30")
    assert [name for name, _ in heard] == ["edits_changed", "failed", "edits_changed"]
    assert session.edits == edits_of("lstm.f=1") and session.panes == panes


def test_numbers_are_edited_too() -> None:
    from tests.engine.numbers.networks import numbers_network

    session, rows = Session(), np.ones((6, 2), np.float32)
    session.set_networks([numbers_network(2, None)])
    session.read(Sequence(rows, tuple("abcdef"), np.zeros(6, bool)))
    session.edits = edits_of("row 2=5,6", "delete 6")
    assert session.reads_numbers and session.steps == 5
    assert session.sequence is not None and session.sequence.inputs[1].tolist() == [5, 6]
    ghost = session.panes[0].ghost
    assert ghost is not None and len(ghost) == 6
