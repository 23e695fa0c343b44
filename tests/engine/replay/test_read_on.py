"""Reading on: what is written is what naive reading of the longer sequence writes, and it is said
who cannot."""

from __future__ import annotations

import weakref
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, EditError, ReplayError
from engine.network.network import Input, Layer, Network
from engine.numbers.generated import random_ids, random_numbers
from engine.replay.edit_texts import parse, parse_all
from engine.replay.edits import ReadOn
from engine.replay.read_on import read, read_on
from engine.replay.replay import replay
from engine.replay.stepping import can_step
from engine.replay.trace import Trace
from engine.replay.ways_on import WAYS, way_of, why_not, written_id
from engine.sequence import Sequence
from engine.text.dictionary import imdb
from engine.text.review import encode
from tests.networks import Weights, decoding_network, text_network, writing_network

KINDS = ("SimpleRNN", "LSTM", "GRU")


def sequence_for(network: Network, length: int = 6, seed: int = 1) -> Sequence:
    if network.input.vocabulary is not None:
        return random_ids(length, network.input.vocabulary, seed)
    table = random_numbers(length, network.features or 1, uniform=True, seed=seed)
    values = table.values.astype(np.float32)
    return Sequence(values, tuple(map(str, range(length))), np.zeros(length, bool))


def naive(network: Network, sequence: Sequence, count: int) -> tuple[list, Trace]:
    """All is read again for each step, in float64: what is written is read, and a network may
    amplify what float32 rounds."""
    written: list = []
    for _ in range(count + 1):
        inputs = sequence.inputs
        if written:
            inputs = np.concatenate([inputs, np.array(written, inputs.dtype)])
        steps = ("",) * len(inputs)
        whole = Sequence(inputs, steps, np.zeros(len(inputs), bool))
        trace = replay(network, whole, np.float64)
        answer = np.atleast_1d(trace.answer)
        written.append(int(answer.argmax()) if inputs.ndim == 1 else answer)
    return written[:-1], trace


def same_trace(ours: Trace, theirs: Trace, atol: float = 2e-5) -> None:
    np.testing.assert_allclose(ours.prediction, theirs.prediction, atol=atol)
    for name, layer in theirs.layers.items():
        for key, values in layer.series.items():
            np.testing.assert_allclose(ours.layers[name].series[key], values, atol=atol)


@settings(deadline=None, max_examples=60)
@given(
    kind=st.sampled_from(KINDS),
    words=st.sampled_from([0, 6]),
    layers=st.integers(1, 2),
    every_step=st.booleans(),
    mask_zero=st.booleans(),
    taps=st.sampled_from([0, 1, 3]),
    length=st.integers(1, 9),
    count=st.integers(1, 12),
    seed=st.integers(0, 50),
)
def test_a_step_at_a_time_writes_what_reading_all_again_writes(
    kind: str,
    words: int,
    layers: int,
    every_step: bool,
    mask_zero: bool,
    taps: int,
    length: int,
    count: int,
    seed: int,
) -> None:
    network = writing_network(
        kind,
        words=words,
        layers=layers,
        every_step=every_step,
        mask_zero=mask_zero and not taps,
        taps=taps,
        seed=seed,
    )
    sequence = sequence_for(network, length, seed)
    assert can_step(network, network.input.name)
    written, theirs = naive(network, sequence, count)
    exact = read(network, sequence, np.float64, edits=(ReadOn(count),))
    assert exact.written is not None
    np.testing.assert_allclose(exact.written.values, written, atol=1e-6)
    same_trace(exact, theirs, atol=1e-6)

    ours = read_on(network, sequence, count)
    assert ours.written is not None
    assert ours.written.first == length and len(ours) == length + count
    np.testing.assert_array_equal(ours.sequence.inputs[:length], sequence.inputs)
    # In float32 the steps are those that it wrote itself: each is the answer before, and all of
    # them read at once are the same trace.
    same_trace(ours, replay(network, ours.sequence))
    last = np.reshape(ours.prediction[length - 1 : -1], (count, -1))
    if words:
        assert ours.written.values.tolist() == last.argmax(axis=1).tolist()
    else:
        np.testing.assert_allclose(ours.written.values, last, atol=2e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_decoder_is_fed_what_it_answered(kind: str) -> None:
    network = decoding_network(kind)
    sequence = random_ids(5, 7, 3)
    fed = [2]
    for count in range(1, 8):
        given = replace(sequence, auxiliary_inputs={"target": np.array(fed, np.int32)})
        theirs = replay(network, given)
        ours = read_on(network, sequence, count, start=2)
        assert ours.written is not None
        assert (ours.written.first, len(ours)) == (5, 5 + count)
        fed.append(int(theirs.answer.argmax()))
        assert ours.written.values.tolist() == fed[1:]
        assert ours.steps[5:] == tuple(f"#{id}" for id in fed[1:])
        same_trace(ours, theirs)
    begun = replace(sequence, auxiliary_inputs={"target": np.array([2], np.int32)})
    assert read_on(network, begun, 7).written.values.tolist() == fed[1:]
    assert [str(note) for note in read_on(network, sequence, 2).written.notes] == [
        f"The decoder of {network.name} begins with the id 1. If its start mark is another, name it."
    ]


@pytest.mark.parametrize("words", [0, 6])
@pytest.mark.parametrize("length", [3, 6, 9])
def test_a_network_of_a_fixed_length_reads_a_window_that_moves_on(words: int, length: int) -> None:
    network = writing_network("GRU", words=words, length=6)
    sequence = sequence_for(network, length)
    trace = read_on(network, sequence, 5)
    assert trace.written is not None and trace.written.windows == 6
    inputs = sequence.inputs
    for step in range(length, length + 5):
        answer = np.atleast_1d(trace.prediction[step - 1])
        new = np.array([answer.argmax() if words else answer], inputs.dtype)
        inputs = np.concatenate([inputs, new])
        part = inputs[-6:]
        window = replay(network, Sequence(part, ("",) * len(part), np.zeros(len(part), bool)))
        np.testing.assert_array_equal(trace.prediction[step], window.answer)
        layer, own = trace.layers["gru"], window.layers["gru"]
        for key, values in own.series.items():
            np.testing.assert_array_equal(layer.series[key][step], values[-1])
        last = len(part) - 1
        np.testing.assert_array_equal(layer.before("h", step), own.before("h", last))
    np.testing.assert_array_equal(trace.sequence.inputs, inputs)


def test_the_work_of_a_step_does_not_grow_with_what_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All is read twice, and each layer takes each written step once."""
    read_lengths: list[int] = []
    import engine.replay.recurrent as loop

    true = loop._every_step

    def counted(cell, should_stop):  # type: ignore[no-untyped-def]
        read_lengths.append(cell.steps)
        return true(cell, should_stop)

    monkeypatch.setattr(loop, "_every_step", counted)
    network = writing_network("LSTM", words=6)
    read_on(network, sequence_for(network, 200), 50)
    assert sum(read_lengths) == 200 + 49 + 250


def test_a_network_that_looks_ahead_reads_all_again() -> None:
    network = writing_network("LSTM", features=2, every_step=True)
    same = replace(network.layers[0], options={**network.layers[0].options, "go_backwards": True})
    back = replace(network, layers=(same, *network.layers[1:]), calls=(), inputs=(), outputs=())
    assert not can_step(back, back.input.name)
    trace = read_on(back, sequence_for(back), 3)
    written, _ = naive(back, sequence_for(back), 3)
    np.testing.assert_allclose(trace.written.values, written, atol=1e-6)
    assert "looks at all steps at once" in str(trace.written.notes[0])


def _slice(*ends: int | None) -> dict[str, object]:
    return {
        "class_name": "__slice__",
        "config": dict(zip(("start", "stop", "step"), ends, strict=True)),
    }


ALL, REST = _slice(None, None, None), {"class_name": "__ellipsis__"}


@pytest.mark.parametrize(
    ("kind", "options", "goes_on"),
    [
        ("Softmax", {}, True),  # the last axis is Keras's own default
        *(("Softmax", {"axis": axis}, axis in (-1, [-1], 2)) for axis in (-1, [-1], 2, 1, -2, [1])),
        *(
            ("ops.GetItem", {"args": [None, key]}, key in ([ALL, -1], [ALL, -1, REST]))
            for key in (
                [ALL, -1],
                [ALL, -1, REST],
                [ALL, -2],
                [ALL, 1],
                [_slice(0, 1, None), -1],
                [ALL, _slice(1, None, None)],
                [ALL, -1, 0],
            )
        ),
        *(
            ("Conv1D", {"kernel_size": 2, "padding": padding, "strides": stride}, goes_on)
            for padding, stride, goes_on in (
                ("valid", 1, True),
                ("causal", 1, True),
                ("same", 1, False),
                ("causal", 2, False),
            )
        ),
        ("GlobalMaxPooling1D", {}, False),
    ],
)
def test_layers_go_on_that_need_no_step_but_the_last(
    kind: str, options: dict[str, object], goes_on: bool
) -> None:
    """Any other has to be given all steps again."""
    layer = Layer("x", kind, {"name": "x", **options}, {}, (None, None, 3))
    assert can_step(Network("n", (layer,), features=3), "input") == goes_on


def test_a_seed_draws_the_same_words_and_temperature_flattens() -> None:
    network = writing_network("SimpleRNN", words=8)
    sequence = sequence_for(network)
    drawn = [
        read_on(network, sequence, 40, 1.0, seed).written.values.tolist() for seed in (1, 1, 2)
    ]
    assert drawn[0] == drawn[1] != drawn[2]
    greedy = read_on(network, sequence, 40).written.values.tolist()
    assert read_on(network, sequence, 40, 1e-4, 5).written.values.tolist() == greedy


def test_words_are_drawn_as_often_as_they_are_likely() -> None:
    likely = np.array([0.5, 0.0, 0.3, 0.2], np.float32)
    random = np.random.default_rng(0)
    for values, likelihoods in ((likely, True), (np.log(likely + 1e-30), False)):
        ids = [
            written_id(values, likelihoods=likelihoods, temperature=1.0, random=random)
            for _ in range(6_000)
        ]
        np.testing.assert_allclose(np.bincount(ids, minlength=4) / 6_000, likely, atol=0.03)


def test_a_review_goes_on_with_words_and_stays_a_review() -> None:
    network = writing_network("LSTM", words=200)
    review = encode("this is a film", imdb(), size=200)
    trace = read_on(network, review, 4)
    whole = trace.sequence
    assert whole.counts.words == review.counts.words + 4
    assert whole.steps[len(review) :] == trace.steps[len(review) :]
    named = [imdb().word_of(int(id)) for id in trace.written.values]
    assert list(trace.steps[len(review) :]) == named
    assert len(whole.unknown) == len(whole) == len(whole.padding)


def test_edits_are_in_force_while_it_writes() -> None:
    network = writing_network("LSTM", words=6)
    sequence = sequence_for(network)
    edits = parse_all(["id 2=3", "lstm.f=0@8-", "read on 5"])
    trace = read(network, sequence, edits=edits)
    assert trace.edits == edits
    assert (trace.layers["lstm"].series["f"][7:] == 0).all()
    again = replay(network, trace.sequence, edits=edits[1:2])
    same_trace(trace, again)
    answers = trace.prediction[5:-1].argmax(axis=-1)
    assert trace.sequence.inputs[6:].tolist() == answers.tolist()
    assert trace.sequence.inputs[1] == 3
    with pytest.raises(EditError, match="no such step"):
        read(network, sequence, edits=parse_all(["lstm.f=0@12-", "read on 5"]))


def test_edits_are_in_force_in_windows_that_move_on() -> None:
    network = writing_network("LSTM", words=6, length=6)
    trace = read(network, sequence_for(network), edits=parse_all(["lstm.f=0@8-9", "read on 5"]))
    off = (trace.layers["lstm"].series["f"] == 0).all(axis=1)
    assert off.tolist() == [step in (7, 8) for step in range(11)]
    with pytest.raises(EditError, match="no such step"):
        read(network, sequence_for(network), edits=parse_all(["lstm.f=0@12", "read on 5"]))


def test_an_edit_may_have_only_masked_steps_left_in_a_window() -> None:
    network = writing_network("LSTM", words=6, length=6, mask_zero=True)
    ids = np.array([3, 0, 0, 2, 4, 1], np.int32)
    sequence = Sequence(ids, tuple(map(str, ids)), ids == 0)
    trace = read(network, sequence, edits=parse_all(["lstm.f=0@1-3", "read on 5"]))
    layer = trace.layers["lstm"]
    assert len(trace) == 11 and (layer.series["f"][0] == 0).all()
    with pytest.raises(EditError, match="its mask leaves these steps out") as error:
        read(network, sequence, edits=parse_all(["lstm.f=0@2-3", "read on 5"]))
    assert str(error.value.edit) == "lstm.f=0@2-3"
    with pytest.raises(EditError, match="unit") as error:  # as it was given, not as of a window
        read(network, sequence, edits=parse_all(["lstm.f[9]=0@8-", "read on 5"]))
    assert str(error.value.edit) == "lstm.f[9]=0@8-"


def test_of_windows_only_the_ends_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept while it writes does not grow with how much each window holds."""
    import engine.replay.read_on as module

    def owner(array: np.ndarray) -> np.ndarray:
        return array if array.base is None else owner(array.base)

    kept: list[weakref.ref] = []
    alive: list[int] = []

    def spied(*arguments):  # type: ignore[no-untyped-def]
        alive.append(sum(each() is not None for each in kept))
        trace = replay_once(*arguments)
        arrays = (*trace.layers["lstm"].series.values(), trace.prediction)
        kept.extend(weakref.ref(owner(array)) for array in arrays)
        return trace

    replay_once = module.read_once
    monkeypatch.setattr(module, "read_once", spied)
    network = writing_network("LSTM", words=6, length=30)
    read_on(network, sequence_for(network, 30), 8)
    of_one = len(kept) // 9
    assert len(alive) == 9 and max(alive) <= of_one  # those of the first window, which is shown


@pytest.mark.parametrize("length", [None, 6])
def test_the_longer_sequence_is_made_once(
    monkeypatch: pytest.MonkeyPatch, length: int | None
) -> None:
    import engine.replay.read_on as module

    made: list[int] = []

    def counted(*arguments):  # type: ignore[no-untyped-def]
        made.append(1)
        return longer(*arguments)

    longer = module.longer
    monkeypatch.setattr(module, "longer", counted)
    network = writing_network("LSTM", features=2, every_step=True, length=length)
    first, *others = network.layers
    if length is None:  # looks ahead
        first = replace(first, options={**first.options, "go_backwards": True})
    network = Network("n", (first, *others), length=length, features=2)
    assert len(read_on(network, sequence_for(network), 7)) == 13
    assert len(made) == 1


def test_a_table_at_every_step_is_read_on_as_a_table() -> None:
    weights = Weights(3)
    kernel = {"kernel": weights.of(2, 3, 4)}
    options = {"filters": 4, "kernel_size": 2, "padding": "same", "use_bias": False}
    conv = Layer("conv", "Conv1D", options, kernel, (None, 2, 4))
    flat = Layer("flat", "Flatten", {}, {}, (None, 8))
    layers = (
        Layer("each", "TimeDistributed", {}, {}, (None, None, 2, 4), (conv,)),
        Layer("flatten", "TimeDistributed", {}, {}, (None, None, 8), (flat,)),
        weights.recurrent("lstm", "LSTM", 5, 8),
        weights.dense(5, 6, "linear", steps=False),
    )
    inputs = (Input("input", (None, None, 2, 3)),)
    network = Network("table", layers, features=6, inputs=inputs)
    assert can_step(network, "input")
    sequence = sequence_for(network)
    written, theirs = naive(network, sequence, 5)
    ours = read_on(network, sequence, 5)
    np.testing.assert_allclose(ours.written.values, written, atol=2e-5)
    same_trace(ours, theirs)


def test_a_step_that_does_not_fit_is_said_as_a_reading_that_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_):  # type: ignore[no-untyped-def]
        raise ValueError("shapes")

    network = writing_network()
    monkeypatch.setattr("engine.replay.stepping.carry_out", broken)
    with pytest.raises(ReplayError, match="The layer lstm cannot take 7 steps"):
        read_on(network, sequence_for(network), 3)


@pytest.mark.parametrize("length", [None, 6])
@pytest.mark.parametrize("words", [0, 5])
@pytest.mark.parametrize("ahead", [False, True])
def test_what_is_no_number_is_not_written(words: int, length: int | None, ahead: bool) -> None:
    """It is said at which step, and nothing is blamed that was given."""
    base = writing_network("GRU", words=words, length=length, every_step=True)
    *others, dense = base.layers
    gru = replace(others[-1], options={**others[-1].options, "go_backwards": ahead})
    kernel = np.zeros_like(dense.weights["kernel"])
    bias = np.full_like(dense.weights["bias"], np.nan if words else np.inf)
    dense = replace(dense, weights={"kernel": kernel, "bias": bias})
    network = Network("n", (*others[:-1], gru, dense), length=length, features=base.features)
    with pytest.raises(EditError, match="“read on 4”: n cannot read on to step 1 of what it"):
        read_on(network, sequence_for(network), 4)


def test_growing_numbers_are_written_as_long_as_they_are_numbers() -> None:
    base = writing_network("SimpleRNN", features=1, every_step=True)
    rnn, dense = base.layers
    one, zero = np.ones((1, 1), np.float32), np.zeros(1, np.float32)
    options = {**rnn.options, "units": 1, "activation": "linear"}
    weights = {"kernel": one * 1e10, "recurrent_kernel": one * 0, "bias": zero}
    rnn = replace(rnn, options=options, weights=weights, output_shape=(None, None, 1))
    dense = replace(dense, weights={"kernel": one, "bias": zero})
    network = Network("n", (rnn, dense), features=1)
    given = Sequence(np.ones((2, 1), np.float32), ("a", "b"), np.zeros(2, bool))
    assert len(read_on(network, given, 3)) == 5  # 1e10, 1e20, 1e30
    with pytest.raises(EditError, match="to step 4 of what it writes"):
        read_on(network, given, 4)


@pytest.mark.parametrize("length", [None, 6])
def test_an_answer_whose_steps_have_lost_their_order_is_not_the_next_step(
    length: int | None,
) -> None:
    """Which only a reading shows."""
    base = writing_network(every_step=True, length=length)
    turned = [
        Layer(name, "Permute", {"dims": [2, 1]}, {}, shape)
        for name, shape in (("there", (None, 2, length)), ("back", (None, length, 2)))
    ]
    network = Network("turned", (*base.layers, *turned), length=length, features=2)
    assert why_not(network) is None
    with pytest.raises(EditError, match="it answers several steps at once"):
        read_on(network, sequence_for(network), 3)


@pytest.mark.parametrize(
    ("network", "why"),
    [
        (text_network("LSTM"), r"LSTM\(8\) cannot read on: its answer has 1 number, not one for"),
        (
            replace(writing_network(features=2), features=3, calls=(), inputs=(), outputs=()),
            "its answer has 2 numbers, and a step that it reads has 3",
        ),
        (decoding_network(answers=6), None),
        (writing_network(words=5), None),
        (writing_network(), None),
    ],
)
def test_who_cannot_is_told_why(network: Network, why: str | None) -> None:
    if why is None:
        assert why_not(network) is None
        return
    with pytest.raises(EditError, match=why) as error:
        read_on(network, sequence_for(network), 3)
    assert str(why_not(network)) in str(error.value)


def test_every_way_has_a_network() -> None:
    networks = decoding_network(), writing_network(words=5), writing_network()
    assert [way_of(network).name for network in networks] == [way.name for way in WAYS]


def test_one_reading_on_at_a_time() -> None:
    network = writing_network()
    with pytest.raises(EditError, match="only once"):
        read(network, sequence_for(network), edits=(ReadOn(2), ReadOn(3)))
    off = replace(ReadOn(2), on=False)
    assert len(read(network, sequence_for(network), edits=(off, ReadOn(3)))) == 9
    assert read(network, sequence_for(network), edits=(off,)).written is None


@pytest.mark.parametrize(
    "text",
    [
        "read on 20",
        "read on 3 temperature=0.8 seed=4",
        "read on 5 start=2",
        "off: read on 1 seed=2",
    ],
)
def test_its_text(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text", ["read on 0", "read on", "read on 20000", "read on 5 temperature=-1", "read on 5 x=1"]
)
def test_what_is_no_reading_on(text: str) -> None:
    with pytest.raises(EditError):
        parse(text)


def test_it_stops_when_asked() -> None:
    network = writing_network()
    with pytest.raises(Cancelled):
        read_on(network, sequence_for(network), 5, should_stop=lambda: True)


@pytest.mark.parametrize("taps", [0, 3])
def test_one_hot_rows_go_on_with_one_hot_rows(taps: int) -> None:
    """As ids or as rows, which a network without an Embedding reads alike."""
    *others, dense = writing_network(features=5, every_step=True, taps=taps).layers
    dense = replace(dense, options={**dense.options, "activation": "softmax"})
    network = Network("one-hot", (*others, dense), features=5)
    ids = random_ids(4, 5, 2)
    rows = replace(ids, inputs=np.eye(5, dtype=np.float32)[ids.inputs])
    by_ids, by_rows = read_on(network, ids, 6), read_on(network, rows, 6)
    assert by_ids.written.values.tolist() == by_rows.written.values.tolist()
    assert by_ids.written.values.shape == (6,)
    np.testing.assert_array_equal(
        by_rows.sequence.inputs[4:], np.eye(5, dtype=np.float32)[by_ids.written.values]
    )
    same_trace(by_ids, by_rows)
