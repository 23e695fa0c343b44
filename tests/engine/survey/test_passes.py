"""A pass keeps what reading one sequence after the other shows, whoever reads."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, Note, ReplayError
from engine.network.network import Network
from engine.progress import finish
from engine.replay.edits import UnitOff
from engine.replay.replay import replay
from engine.survey import passes
from engine.survey.collectors import Bits, Values
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.passes import Workers, pass_over, threads
from engine.survey.survey import Survey, survey
from engine.survey.workers import PROCESSES, workers_at
from tests.engine.survey import corpora
from tests.networks import decoding_network, text_network


def traces(network: Network, inputs: CorpusInputs) -> list[Any]:
    return [replay(network, inputs.sequence(row)) for row in range(len(inputs))]


def stacked(network: Network, inputs: CorpusInputs, layer: str, key: str) -> np.ndarray:
    """All values that count, ``(M, U)``."""
    rows = []
    for row, trace in enumerate(traces(network, inputs)):
        read = ~inputs.padding[row] & ~trace.layers[layer].masked
        rows.append(trace.layers[layer].series[key][read])
    return np.concatenate(rows)


def check_moments(network: Network, inputs: CorpusInputs, read: Survey) -> None:
    for layer, by_key in read.moments.items():
        for key, moments in by_key.items():
            values = stacked(network, inputs, layer, key)
            assert moments.count == len(values)
            np.testing.assert_allclose(moments.mean, values.mean(axis=0), atol=1e-6)
            np.testing.assert_allclose(moments.deviation, values.std(axis=0), atol=1e-5)
            np.testing.assert_allclose(moments.min, values.min(axis=0), atol=1e-6)
            np.testing.assert_allclose(moments.max, values.max(axis=0), atol=1e-6)
            sizes = np.abs(values) if moments.signed else values
            np.testing.assert_allclose(moments.share_below, (sizes < 0.1).mean(axis=0), atol=1e-12)
            np.testing.assert_allclose(moments.share_above, (sizes > 0.9).mean(axis=0), atol=1e-12)


@settings(deadline=None, max_examples=12)
@given(
    kind=st.sampled_from(["SimpleRNN", "LSTM", "GRU"]),
    layers=st.integers(1, 2),
    mask_zero=st.booleans(),
    steps=st.integers(2, 9),
    seed=st.integers(0, 20),
)
def test_reductions_are_those_of_single_readings(
    kind: str, layers: int, mask_zero: bool, steps: int, seed: int
) -> None:
    network = text_network(kind, 5, words=60, layers=layers, mask_zero=mask_zero, seed=seed)
    inputs = corpora.ids(11, steps, seed)
    read = finish(survey(network, inputs))
    check_moments(network, inputs, read)
    for row, trace in enumerate(traces(network, inputs)):
        np.testing.assert_allclose(read.answers.at_steps[row], trace.prediction, atol=1e-6)
        for layer, ends in read.ends.items():
            for key, states in ends.states.items():
                np.testing.assert_allclose(
                    states[row], trace.layers[layer].series[key][-1], atol=1e-6
                )


def test_more_steps_than_are_counted_at_once() -> None:
    network, inputs = text_network("GRU", 5, words=60, mask_zero=True), corpora.ids(3, 600)
    check_moments(network, inputs, finish(survey(network, inputs)))


def test_values_and_bits_are_those_of_single_readings() -> None:
    network, inputs = text_network("LSTM", 11, words=60), corpora.ids(9, 7)
    values = Values("lstm", "h", 3, 9, 7)
    bits = Bits("lstm", "f", 0.5, 11, 9, 7)
    below = Bits("lstm", "c", 0.0, 11, 9, 7, is_below=True)
    finish(pass_over(network, inputs, [values, bits, below]))
    for row, trace in enumerate(traces(network, inputs)):
        series, read = trace.layers["lstm"].series, ~inputs.padding[row]
        np.testing.assert_allclose(values.values[row][read], series["h"][read, 3], atol=1e-6)
        assert np.isnan(values.values[row][~read]).all()
        on = np.unpackbits(bits.packed[row], axis=1)[:, :11].astype(bool)
        np.testing.assert_array_equal(on, (series["f"] > 0.5) & read[:, None])
        off = np.unpackbits(below.packed[row], axis=1)[:, :11].astype(bool)
        np.testing.assert_array_equal(off, (series["c"] < 0) & read[:, None])


def test_a_convolution_that_has_no_value_yet_does_not_count() -> None:
    network, inputs = text_network("GRU", 4, words=60, taps=3), corpora.ids(6, 8)
    read = finish(survey(network, inputs))
    assert np.isfinite(read.moments["gru"]["z"].mean).all()
    assert read.moments["gru"]["z"].count < read.inputs.padding.size - inputs.padding.sum()


class Gone(Executor):
    """Hands over nothing for every second part, as workers that are killed."""

    def __init__(self, how: str) -> None:
        self.how, self.asked = how, 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.asked += 1
        if self.asked % 2 and self.how == "refuses":
            raise RuntimeError("no more work is taken")
        future: Future[Any] = Future()
        if self.asked % 2:
            future.set_exception(OSError("the worker is gone"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passes, "PART", 4)


def same(one: Survey, other: Survey) -> None:
    np.testing.assert_array_equal(one.answers.at_steps, other.answers.at_steps)
    for layer, by_key in one.moments.items():
        for key, moments in by_key.items():
            np.testing.assert_array_equal(moments.total, other.moments[layer][key].total)
            np.testing.assert_array_equal(moments.below, other.moments[layer][key].below)
        for key, states in one.ends[layer].states.items():
            np.testing.assert_array_equal(states, other.ends[layer].states[key])


@pytest.mark.usefixtures("small_parts")
def test_whoever_reads_the_answer_is_the_same() -> None:
    network, inputs = text_network("LSTM", 5, words=60), corpora.ids(30, 6)
    alone = finish(survey(network, inputs))
    with threads(3) as executor:
        same(alone, finish(survey(network, inputs, Workers(executor, "threads"))))
    with workers_at(PROCESSES) as workers:
        same(alone, finish(survey(network, inputs, workers)))


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("how", ["refuses", "fails"])
def test_what_a_worker_does_not_hand_over_is_read_here_and_said(how: str) -> None:
    network, inputs = text_network("GRU", 5, words=60), corpora.ids(30, 6)
    reason = "no more work is taken" if how == "refuses" else "the worker is gone"
    workers = Workers(Gone(how), "the cluster", is_here=False)
    read = finish(survey(network, inputs, workers))
    same(finish(survey(network, inputs)), read)
    assert [str(note) for note in read.notes] == [
        f"the cluster did not answer for a part of the corpus, which is read here: {reason}."
    ]


@pytest.mark.usefixtures("small_parts")
def test_it_stops_when_it_is_told_and_tells_how_far_it_is() -> None:
    network, inputs = text_network("LSTM", 5, words=60), corpora.ids(30, 6)
    told = []
    with threads(2) as executor:
        work = survey(
            network, inputs, Workers(executor, "threads"), should_stop=lambda: len(told) > 3
        )
        with pytest.raises(Cancelled):
            for progress in work:
                told += [progress.done]
    assert told == [0, 1, 2, 3]
    with pytest.raises(Cancelled):
        finish(survey(network, inputs, should_stop=lambda: True))


def test_what_reading_raises_is_raised() -> None:
    network, inputs = text_network("LSTM", 5, words=60), corpora.ids(3, 6)
    with pytest.raises(ReplayError, match="unit 9"):
        finish(survey(network, inputs, edits=(UnitOff("lstm", (8,)),)))


def test_edits_are_carried_out_in_every_sequence() -> None:
    network, inputs = text_network("LSTM", 5, words=60), corpora.ids(8, 6)
    edits = (UnitOff("lstm", (1,)),)
    read = finish(survey(network, inputs, edits=edits))
    assert not read.ends["lstm"].states["h"][:, 1].any()
    wanted = [replay(network, inputs.sequence(row), edits=edits).answer for row in range(8)]
    np.testing.assert_allclose(read.answers.ends[:, 0], wanted, atol=1e-6)


def test_other_inputs_are_0_and_it_is_said() -> None:
    network = decoding_network("LSTM")
    inputs = corpora.ids(5, 4, words=7)
    read = finish(survey(network, inputs))
    assert [str(note) for note in read.notes] == [
        f"{network.name} has other inputs too, which are 0 for the whole corpus: target.",
        "Nothing is said of the units of decoder: no step counts that reads the corpus itself.",
    ]
    for row in range(5):
        trace = replay(network, inputs.sequence(row))
        last = np.atleast_1d(trace.answer)
        np.testing.assert_allclose(read.answers.ends[row], last, atol=1e-6)


class Stumbles(Gone):
    """Fails at the first try of every part, and reads it at the second."""

    def __init__(self) -> None:
        super().__init__("fails")
        self.seen: set[int] = set()

    def submit(self, call, job, *others):  # type: ignore[no-untyped-def]
        key = hash(job.rows.tobytes())
        if key not in self.seen:
            self.seen.add(key)
            return super().submit(call, job, *others)
        future: Future[object] = Future()
        future.set_result(call(job))
        return future


@pytest.mark.usefixtures("small_parts")
def test_a_worker_that_stumbles_is_asked_once_more() -> None:
    network, inputs = text_network("GRU", 5, words=60), corpora.ids(30, 6)
    workers = Stumbles()
    read = finish(survey(network, inputs, Workers(workers, "the cluster", is_here=False)))
    same(finish(survey(network, inputs)), read)
    assert read.notes == () and len(workers.seen) > 1


class Silent(Gone):
    """Hands over two parts; no other ends, as of a scheduler that went away."""

    def __init__(self) -> None:
        super().__init__("is silent")
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.asked += 1
        future: Future[Any] = Future()
        self.futures.append(future)
        if self.asked <= 2:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.usefixtures("small_parts")
def test_nobody_waits_for_a_scheduler_that_went_away() -> None:
    network, inputs = text_network("GRU", 5, words=60), corpora.ids(50, 6)
    silent = Silent()
    went = Note("{workers} went away; the rest of the corpus is read here.", workers="the cluster")
    workers = Workers(
        silent, "the cluster", is_here=False, why_gone=lambda: went if silent.asked > 3 else None
    )
    read = finish(survey(network, inputs, workers))
    same(finish(survey(network, inputs)), read)
    assert [str(note) for note in read.notes] == [
        "the cluster went away; the rest of the corpus is read here."
    ]
    assert silent.futures and all(each.done() for each in silent.futures)  # an executor waits


@pytest.mark.usefixtures("small_parts")
def test_a_part_that_is_waited_for_is_not_waited_for_after_a_stop() -> None:
    network, inputs = text_network("GRU", 5, words=60), corpora.ids(50, 6)
    silent = Silent()
    work = survey(
        network, inputs, Workers(silent, is_here=False), (), lambda: len(silent.futures) > 2
    )
    with pytest.raises(Cancelled):
        finish(work)
    assert all(each.done() for each in silent.futures)
