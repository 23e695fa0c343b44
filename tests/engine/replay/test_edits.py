"""Edits of layers: against Keras, against steps written out, and against weights taken away."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace as with_
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EditError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Call, Input, Layer, Network
from engine.network.opening import open_network
from engine.replay.cells.registry import CELLS
from engine.replay.edits import STATES, GateEdit, LayerEdit, StateSet, UnitOff, changes_at
from engine.replay.export import arrays, write_csv
from engine.replay.replay import replay, replay_batch, replay_chunks
from engine.replay.trace import Trace
from engine.sequence import Sequence
from tests.networks import text_network

Array = npt.NDArray[Any]
KINDS = tuple(CELL_KINDS)
WORDS, STEPS, UNITS = 20, 7, 3


def ids_of(rows: int, seed: int = 0, steps: int = STEPS) -> Array:
    """Ids with zeros anywhere, ``(B, T)``; the first row has none."""
    random = np.random.default_rng(seed)
    ids = random.integers(1, WORDS, (rows, steps)).astype(np.int32)
    ids[random.random(ids.shape) < 0.35] = 0
    ids[0] = random.integers(1, WORDS, steps)
    return ids


def sequence_of(ids: Array) -> Sequence:
    return Sequence(ids, tuple(map(str, ids)), np.zeros(len(ids), bool))


def networks(kind: str, *, masked: bool = False, backwards: bool = False) -> Network:
    """Two layers of a kind; with ``backwards`` the first reads the last step first."""
    network = text_network(kind, UNITS, words=WORDS, embedding=4, layers=2, mask_zero=masked)
    if not backwards:
        return network
    first = network.layers[1]
    turned = with_(first, options={**first.options, "go_backwards": True})
    return Network(network.name, (network.layers[0], turned, *network.layers[2:]))


def assert_same(one: Trace, other: Trace) -> None:
    """Bit by bit."""
    assert np.array_equal(one.prediction, other.prediction, equal_nan=True)
    for name, layer in one.layers.items():
        for key, values in layer.series.items():
            assert np.array_equal(values, other.layers[name].series[key], equal_nan=True), key


def made(layer: str, key: str, value: float, first: int, last: int | None, unit: int) -> LayerEdit:
    """A clamp, of whatever kind the series asks for."""
    if key in STATES:
        return StateSet(layer, key, (unit,), value, first, last)
    return GateEdit(layer, key, (unit,), value, None, first, last)


@st.composite
def some_edits(draw: st.DrawFn, kind: str, layers: tuple[str, ...]) -> tuple[LayerEdit, ...]:
    """Clamps, factors, states and units that are off, at some steps of some layers."""
    edits: list[LayerEdit] = []
    for _ in range(draw(st.integers(1, 4))):
        layer = draw(st.sampled_from(layers))
        key = draw(st.sampled_from(tuple(CELLS[kind].EQUATIONS)))
        units = draw(st.none() | st.sets(st.integers(0, UNITS - 1), min_size=1).map(tuple))
        first = draw(st.integers(0, STEPS - 1))
        last = draw(st.none() | st.integers(first, STEPS))
        number = draw(st.floats(-2, 2, width=32))
        what = draw(st.sampled_from(("clamp", "scale", "off")))
        if what == "off":
            edits.append(UnitOff(layer, units, first, last))
        elif key in STATES:
            edits.append(StateSet(layer, key, units, number, first, last))
        elif what == "clamp":
            edits.append(GateEdit(layer, key, units, number, None, first, last))
        else:
            edits.append(GateEdit(layer, key, units, None, number, first, last))
    return tuple(edits)


# -- steps written out ---------------------------------------------------------------------------


def changed(edits: tuple[LayerEdit, ...], layer: str, key: str, t: int, row: Array) -> Array:
    """A row of a series after the edits of that step, one unit after the other."""
    row = row.copy()
    for edit in edits:
        if edit.layer != layer or edit.key != key or not edit.first <= t:
            continue
        if edit.last is not None and t > edit.last:
            continue
        for unit in range(len(row)) if edit.units is None else edit.units:
            if isinstance(edit, UnitOff):
                row[unit] = 0.0
            elif isinstance(edit, GateEdit) and edit.factor is not None:
                row[unit] = row[unit] * edit.factor
            else:
                assert edit.value is not None
                row[unit] = edit.value
    return row


def written_out(
    layer: Layer, x: Array, mask: Array, edits: tuple[LayerEdit, ...], order: Iterator[int]
) -> dict[str, Array]:
    """The series ``(T, U)`` of one sequence ``x (T, F)``, as the textbook has the steps."""
    kernel, recurrent, bias = (
        layer.weights[name].astype(float) for name in ("kernel", "recurrent_kernel", "bias")
    )
    sigmoid = lambda z: 1 / (1 + np.exp(-z))  # noqa: E731
    names, units = CELL_KINDS[layer.kind].gates, recurrent.shape[0]
    part = {key: slice(k * units, (k + 1) * units) for k, key in enumerate(names)}
    series = {key: np.zeros((len(x), units)) for key in CELLS[layer.kind].EQUATIONS}
    now = {key: np.zeros(units) for key in series}
    for t in order:
        if mask[t]:
            ours = lambda key, row, t=t: changed(edits, layer.name, key, t, row)  # noqa: E731
            given, h = x[t] @ kernel, now["h"]
            if layer.kind == "SimpleRNN":
                now = {"h": ours("h", np.tanh(given + h @ recurrent + bias))}
            elif layer.kind == "LSTM":
                sums = given + h @ recurrent + bias
                gates = {key: ours(key, sigmoid(sums[part[key]])) for key in "ifo"}
                g = ours("g", np.tanh(sums[part["g"]]))
                c = ours("c", gates["f"] * now["c"] + gates["i"] * g)
                now = {"h": ours("h", gates["o"] * np.tanh(c)), "c": c, "g": g, **gates}
            else:
                sums, inner = given + bias[0], h @ recurrent + bias[1]
                z, r = (ours(key, sigmoid((sums + inner)[part[key]])) for key in "zr")
                n = ours("n", np.tanh(sums[part["n"]] + r * inner[part["n"]]))
                now = {"h": ours("h", z * h + (1 - z) * n), "z": z, "r": r, "n": n}
        for key, row in now.items():
            series[key][t] = row
    return series


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_every_edit_acts_on_its_own_step(kind: str, data: st.DataObject) -> None:
    """Also where each sequence of a batch has its own mask, and where a layer reads backwards."""
    masked, backwards = data.draw(st.booleans()), data.draw(st.booleans())
    network = networks(kind, masked=masked, backwards=backwards)
    edits = data.draw(some_edits(kind, tuple(layer.name for layer in network.recurrent)))
    # One row without zeros: an edit of steps that are masked in all rows is an error.
    ids = ids_of(data.draw(st.integers(1, 4)), data.draw(st.integers(0, 5)))
    batch = replay_batch(network, ids, dtype="float64", edits=edits)
    table = network.layers[0].weights["embeddings"].astype(float)
    for row, line in enumerate(ids):
        mask = line != 0 if masked else np.ones(STEPS, bool)
        x = table[line]
        order = range(STEPS)[::-1] if backwards else range(STEPS)
        for layer in network.recurrent:
            wanted = written_out(layer, x, mask, edits, iter(order))
            for key, values in batch.layers[layer.name].series.items():
                # Of gates nothing is known before the first live step.
                known = values[row] if key in STATES else np.nan_to_num(values[row], nan=0.0)
                np.testing.assert_allclose(known, wanted[key], atol=1e-12, err_msg=key)
            x = wanted["h"]
            # Keras hands steps on in the order in which they were taken, but the mask as it is.
            mask = mask[::-1] if backwards else mask


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_edits_that_change_nothing(kind: str, data: st.DataObject) -> None:
    """Switched off, scaled by 1, clamped to what is there: the untouched reading, bit by bit."""
    network = networks(kind, masked=data.draw(st.booleans()))
    names = tuple(layer.name for layer in network.recurrent)
    edits = data.draw(some_edits(kind, names))
    sequence = sequence_of(ids_of(2, data.draw(st.integers(0, 5)))[1])
    untouched = replay(network, sequence)
    off = replay(network, sequence, edits=tuple(with_(edit, on=False) for edit in edits))
    assert_same(off, untouched)
    assert off.edits == ()
    gates = [key for key in CELLS[kind].EQUATIONS if key not in STATES]
    name = data.draw(st.sampled_from(names))
    once = tuple(GateEdit(name, key, None, None, 1.0) for key in gates)
    assert_same(replay(network, sequence, edits=once), untouched)
    key = data.draw(st.sampled_from(tuple(CELLS[kind].EQUATIONS)))
    values = untouched.layers[name].series[key]
    own = tuple(
        made(name, key, float(values[t, unit]), t, t, unit)
        for t in np.flatnonzero(~untouched.layers[name].masked).tolist()
        for unit in range(UNITS)
    )
    assert_same(replay(network, sequence, edits=own), untouched)
    assert replay(network, sequence, edits=own).edits == own


def test_what_is_changed_at_a_step_is_what_is_in_force_there() -> None:
    some = GateEdit("lstm", "f", (1, 3), 0.5, None, 2, 4)
    rest = StateSet("lstm", "c", None, 1.0, 3)
    other = GateEdit("lstm_1", "f", None, 0.0)
    off = GateEdit("lstm", "f", None, 1.0, on=False)
    last = GateEdit("lstm", "f", (3,), None, 2.0, 4)
    given = (some, rest, other, off, last)
    assert [changes_at(given, "lstm", step, 1) for step in (1, 2, 3, 4, 5)] == [
        *({}, {"f": some}, {"f": some, "c": rest}, {"f": some, "c": rest}, {"c": rest})
    ]
    assert changes_at(given, "lstm", 4, 2) == {"c": rest}
    assert changes_at(given, "lstm", 4, 3) == {"f": last, "c": rest}
    assert changes_at(given, "lstm_1", 0, 9) == {"f": other}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("masked", [False, True], ids=["unmasked", "masked"])
@pytest.mark.parametrize("place", [0, 1], ids=["first", "last"])
def test_a_unit_that_is_off_is_one_that_nobody_reads(kind: str, masked: bool, place: int) -> None:
    network, unit = networks(kind, masked=masked), 1
    layers = list(network.layers)
    mine, reader = layers[1 + place], layers[2 + place]
    for at, layer, names in (
        (1 + place, mine, ("recurrent_kernel",)),
        (2 + place, reader, ("kernel",)),
    ):
        weights = dict(layer.weights)
        for name in names:
            weights[name] = weights[name].copy()
            weights[name][unit] = 0
        layers[at] = with_(layers[at], weights=weights)
    cut = replay_batch(Network(network.name, tuple(layers)), ids_of(5), dtype="float64")
    off = replay_batch(network, ids_of(5), dtype="float64", edits=(UnitOff(mine.name, (unit,)),))
    others = [other for other in range(UNITS) if other != unit]
    for name, layer in off.layers.items():
        for key, values in layer.series.items():
            wanted = cut.layers[name].series[key]
            seen = others if name == mine.name else slice(None)
            np.testing.assert_allclose(
                values[..., seen], wanted[..., seen], atol=1e-14, err_msg=key
            )
    np.testing.assert_allclose(off.prediction, cut.prediction, atol=1e-14)
    assert not off.layers[mine.name].series["h"][..., unit].any()


@pytest.mark.parametrize("kind", KINDS)
def test_a_unit_that_is_off_gives_up_its_initial_state_too(kind: str) -> None:
    network = networks(kind)
    encoder, decoder = network.recurrent
    twin = with_(decoder, options={**decoder.options, "return_sequences": True})
    options = {**encoder.options, "return_sequences": True, "return_state": True}
    states = tuple((encoder.name, 1 + k) for k in range(len(CELL_KINDS[kind].states)))
    made = Network(
        network.name,
        (network.layers[0], with_(encoder, options=options), twin),
        inputs=(Input("ids", (None, None), WORDS),),
        calls=(
            Call("embedding", "embedding", (("ids", 0),)),
            Call(encoder.name, encoder.name, (("embedding", 0),)),
            Call(twin.name, twin.name, ((encoder.name, 0),), states=states),
        ),
        outputs=((twin.name, 0),),
    )
    untouched = replay_batch(made, ids_of(2))
    assert untouched.layers[twin.name].start["h"].all(), "the decoder is given a state"
    off = replay_batch(made, ids_of(2), edits=(UnitOff(twin.name, (1,)),))
    start, before = off.layers[twin.name].start["h"], untouched.layers[twin.name].start["h"]
    assert not start[:, 1].any()
    assert np.array_equal(np.delete(start, 1, axis=1), np.delete(before, 1, axis=1))
    later = UnitOff(twin.name, (1,), untouched.layers[twin.name].first + 1)
    assert replay_batch(made, ids_of(2), edits=(later,)).layers[twin.name].start["h"].all()


# -- against Keras -------------------------------------------------------------------------------

LEVELS = {"sigmoid": 0.3, "tanh": -0.4}
INVERSES = {"sigmoid": lambda p: math.log(p / (1 - p)), "tanh": math.atanh}


def replaced(cell: Any, kind: str, key: str, unit: int) -> float:
    """Make a Keras cell's gate of a unit a constant; which."""
    gates = CELL_KINDS[kind].gates
    column = gates.index(key) * int(cell.units) + unit
    activation = "tanh" if key == CELL_KINDS[kind].candidate else "sigmoid"
    kernel, recurrent, bias = (np.array(weight) for weight in cell.get_weights())
    kernel[:, column] = recurrent[:, column] = bias[..., column] = 0
    (bias if bias.ndim == 1 else bias[0])[column] = INVERSES[activation](LEVELS[activation])
    cell.set_weights([kernel, recurrent, bias])
    return LEVELS[activation]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_a_clamped_gate_equals_a_keras_cell_with_that_gate_replaced(
    keras: Any, tmp_path: Path, kind: str
) -> None:
    """Every gate and candidate, masked, both ways, in a batch, and in the layer behind."""
    k = keras.layers
    cell = getattr(k, kind)
    model = keras.Sequential(
        [
            keras.Input((None,)),
            k.Embedding(WORDS, 5, mask_zero=True),
            k.Bidirectional(cell(4, return_sequences=True), name="both"),
            cell(3, name="last"),
            k.Dense(2, "softmax"),
        ]
    )
    random = np.random.default_rng(5)  # weights of a size at which each gate matters
    model.set_weights([random.normal(0, 0.6, each.shape) for each in model.get_weights()])
    model.save(tmp_path / "model.keras")
    network, ids, weights = open_network(tmp_path / "model.keras"), ids_of(6), model.get_weights()
    both, last = model.get_layer("both"), model.get_layer("last")
    cells = {
        "both/forward": both.forward_layer.cell,
        "both/backward": both.backward_layer.cell,
        "last": last.cell,
    }
    for key in CELL_KINDS[kind].gates:
        model.set_weights(weights)
        edits = tuple(
            made(name, key, replaced(inner, kind, key, 1), 0, None, 1)
            for name, inner in cells.items()
        )
        ours = replay_batch(network, ids, edits=edits).prediction[:, -1]
        np.testing.assert_allclose(ours, np.asarray(model(ids)), atol=1e-6, err_msg=key)
        untouched = replay_batch(network, ids).prediction[:, -1]
        assert np.abs(ours - untouched).max() > 1e-4, "the gate matters"


# -- what is not there ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (GateEdit("gru", "f", value=0.0), "no recurrent layer gru. It has lstm, lstm_1"),
        (GateEdit("lstm", "z", value=0.0), "has no z. It has h, c, f, i, g, o"),
        (GateEdit("lstm", "f", (3,), 0.0), "has no unit 4. It has the units 1 to 3"),
        (UnitOff("lstm_1", (0, 99)), "has no unit 100"),
        (StateSet("lstm", "c", None, 0.0, 7), "no such step. It reads the steps 1 to 7"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(edit: LayerEdit, said: str) -> None:
    network, ids = networks("LSTM"), ids_of(2)
    for call in (
        lambda: replay(network, sequence_of(ids[0]), edits=(edit,)),
        lambda: replay_batch(network, ids, edits=(edit,)),
        lambda: list(replay_chunks(network, ids, edits=(edit,))),
    ):
        with pytest.raises(EditError, match=said) as raised:
            call()
        assert f"“{edit}”" in str(raised.value)
    off = with_(edit, on=False)
    assert_same(
        replay(network, sequence_of(ids[0]), edits=(off,)), replay(network, sequence_of(ids[0]))
    )


def test_an_edit_of_masked_steps_alone_says_that_it_changes_nothing() -> None:
    """A masked step keeps state and output, whatever is edited; it is not silent about it."""
    network, ids = networks("GRU", masked=True), ids_of(1)
    ids[0, 2:4] = 0
    edit = UnitOff("gru", None, 2, 3)
    with pytest.raises(EditError, match="computes nothing there: its mask leaves these steps out"):
        replay(network, sequence_of(ids[0]), edits=(edit,))
    longer = with_(edit, last=4)
    h = replay(network, sequence_of(ids[0]), edits=(longer,)).layers["gru"].series["h"]
    assert h[1:4].all() and not h[4].any()
    both = np.concatenate([ids, ids_of(1)])
    batch = replay_batch(network, both, edits=(edit,)).layers["gru"].series["h"]
    assert batch[0, 2:4].all() and not batch[1, 2:4].any()
    next(replay_chunks(network, ids, edits=(edit,)))


def test_a_chunk_of_short_sequences_may_lack_the_steps_of_an_edit() -> None:
    network, edit = networks("GRU"), GateEdit("gru", "z", None, 1.0, None, 5)
    inputs = [ids_of(1)[0], ids_of(1, steps=4)[0]]
    for chunk in replay_chunks(network, inputs, edits=(edit,)):
        row = inputs[int(chunk.rows[0])]
        alone = replay(network, sequence_of(row), edits=(edit,) if len(row) > 5 else ())
        assert np.array_equal(chunk.layers["gru"].series["h"][0], alone.layers["gru"].series["h"])
        assert chunk.edits == (edit,)


@pytest.mark.parametrize(
    "parts",
    [
        {"value": None, "factor": None},
        {"value": 1.0, "factor": 1.0},
        {"value": math.nan},
        {"value": math.inf},
        {"value": None, "factor": math.nan},
        {"value": 0.0, "units": ()},
        {"value": 0.0, "units": (-1,)},
        {"value": 0.0, "first": -1},
        {"value": 0.0, "first": 3, "last": 2},
        {"value": 0.0, "key": "c"},
    ],
)
def test_parts_that_make_no_edit(parts: dict[str, Any]) -> None:
    with pytest.raises(EditError):
        GateEdit(**{"layer": "lstm", "key": "f", **parts})


def test_the_file_names_the_edits_that_were_carried_out() -> None:
    network, sequence = networks("LSTM"), sequence_of(ids_of(1)[0])
    edits = (GateEdit("lstm", "f", (0,), 0.0, None, 2, 3), UnitOff("lstm_1", (1,), on=False))
    assert arrays(replay(network, sequence, edits=edits))["edits"].tolist() == ["lstm.f[1]=0@3-4"]
    assert "edits" not in arrays(replay(network, sequence))


def test_a_table_says_that_it_is_of_an_edited_reading(tmp_path: Path) -> None:
    network, sequence = networks("LSTM"), sequence_of(ids_of(1)[0])
    for edits, name in (((), "prediction"), ((UnitOff("lstm", None),), "prediction (edited)")):
        write_csv(replay(network, sequence, edits=edits), tmp_path / "trace.csv")
        head = (tmp_path / "trace.csv").read_text("utf-8-sig").splitlines()[0]
        assert head.split(",")[4] == name
