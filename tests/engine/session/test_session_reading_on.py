"""Reading on in a session: an edit among the others, carried out by the panes that can."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.replay.edit_texts import parse, parse_all
from engine.sequence import Sequence
from engine.session.session import Session
from tests.engine.session.test_session import ByHand, listen, names, review
from tests.networks import decoding_network, text_network, writing_network

TEXT = "this movie was very good and i liked the acting"


def test_the_panes_that_can_write_after_what_all_have_read() -> None:
    session = Session()
    session.set_networks([writing_network("GRU", words=500), text_network("LSTM")])
    session.read(review(TEXT))
    length = session.steps
    session.edits = (on := parse("read on 6"),)
    writer, reader = session.panes
    assert writer.trace.written.first == length and len(writer.trace) == length + 6
    assert writer.trace.edits == (on,) and writer.unfit_edits == {}
    assert writer.ghost.written is None and len(writer.ghost) == length
    assert reader.trace.written is None and len(reader.trace) == length
    assert "cannot read on" in str(reader.unfit_edits[on])
    assert session.steps == length + 6 and session.unfit_edits == {}
    assert session.step_names == writer.trace.steps
    assert session.written_after(length) == writer.trace.steps[length:] != ()
    session.step = length + 3
    session.edits = ()
    assert session.written_after(length) == ()
    assert (session.steps, session.step) == (length, length - 1)
    assert writer.trace is not session.panes[0].trace is writer.ghost


def test_edits_of_written_steps_hold_where_there_are_any() -> None:
    session = Session()
    session.set_networks([writing_network("LSTM", words=500)])
    session.read(review(TEXT))
    first = session.steps + 1
    session.edits = edits = parse_all([f"lstm.f=0@{first}-", "read on 4"])
    (pane,) = session.panes
    assert pane.trace.edits == edits
    assert not pane.trace.layers["lstm"].series["f"][first - 1 :].any()
    session.edits = edits[:1]
    assert "no such step" in str(session.unfit_edits[edits[0]])


def test_where_nobody_can_it_is_said() -> None:
    session = Session()
    session.set_networks([text_network("LSTM")])
    session.read(review(TEXT))
    session.edits = (on := parse("read on 4"),)
    assert "cannot read on" in str(session.unfit_edits[on])
    assert session.panes[0].trace.written is None


@pytest.mark.parametrize("focus", [0, 1])
def test_a_longer_pane_does_not_rename_what_the_writer_wrote(focus: int) -> None:
    session = Session()
    session.set_networks([writing_network("GRU", words=500), decoding_network(words=500)])
    marks = np.arange(6, dtype=np.int32)  # read by the decoder after all is read
    sequence = replace(review(TEXT), auxiliary_inputs={"target": marks})
    session.edits = (parse("read on 2 start=400"),)  # which the decoder does not know
    session.read(sequence)
    session.focus = focus
    length = len(sequence)
    writer, other = session.panes
    assert (len(writer.trace), len(other.trace)) == (length + 2, length + 6)
    assert session.writer is writer
    assert session.step_names == writer.trace.steps + other.trace.steps[length + 2 :]
    assert [session.is_written(step) for step in (length - 1, length)] == [False, True]


def numbers() -> Sequence:
    values = np.random.default_rng(1).normal(size=(5, 2)).astype(np.float32)
    return Sequence(values, tuple(map(str, range(5))), np.zeros(5, bool))


@pytest.mark.parametrize("before", [None, "words", "numbers"])
@pytest.mark.parametrize("weights", [False, True])
def test_what_no_pane_will_read_is_not_read_to_its_end(before: str | None, weights: bool) -> None:
    """A reading under way is given up with the last network that it was for."""
    hands, session = ByHand(), Session()
    session.set_networks([text_network("LSTM")])
    if before is not None:
        session.read(review(TEXT) if before == "words" else numbers())
    session.use(hands, lambda call: call())
    session.read(review("a very bad film"))
    trained = text_network("LSTM", seed=3)
    if weights:
        session.update_network(0, trained)
    heard = listen(session)
    opened = writing_network("GRU", features=2)
    session.open_network(0, opened)
    while hands.jobs:
        hands.run()
    assert not session.busy and names(heard)["failed"] == 0
    (pane,) = session.panes
    assert pane.network is opened
    if before == "numbers":
        assert len(pane.trace) == len(session.sequence) == 5
    else:
        assert session.sequence is session.source is pane.trace is pane.problem is None


def test_the_step_that_edits_lead_to_is_taken_with_their_traces() -> None:
    hands, session = ByHand(), Session()
    session.set_networks([writing_network("GRU", words=500)])
    session.read(review(TEXT), 2)
    length = session.steps
    session.use(hands, lambda call: call())
    session.change_edits((parse("read on 3"),), length + 99)
    session.change_edits((parse("read on 4"),))  # overtakes, and goes there too
    assert (session.steps, session.step) == (length, 2)
    told: list[tuple[int, int]] = []
    session.traces_changed.connect(lambda: told.append((session.steps, session.step)))
    while hands.jobs:
        hands.run()
    assert told == [(length + 4, length + 3)]
    session.change_edits(())
    hands.run()
    assert session.step == length - 1
