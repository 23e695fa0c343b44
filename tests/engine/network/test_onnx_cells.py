"""What ONNX's recurrent nodes have and Keras's layers have not: held against the specification written
out (`onnx_spec`), which is held against onnxruntime."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx.reference
import pytest

from engine.errors import ReplayError, TextError, UnsupportedError
from engine.explain.methods import explain
from engine.inspection.weight_matrices import matrices
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer, Network
from engine.numbers.auxiliary import Filling, auxiliary_inputs, filled
from engine.numbers.table import Table
from engine.replay.backward_in_time import in_time, layer_gradient
from engine.replay.cells.change import Change
from engine.replay.cells.parts import parts_of_steps
from engine.replay.cells.registry import activation_of, has_sum, series_of
from engine.replay.edits import GateEdit
from engine.replay.recurrent import read_layer
from engine.replay.replay import replay, replay_batch
from engine.replay.timeline import LayerRecord
from engine.sequence import Sequence
from engine.survey.passes import Job, read_part
from engine.verification.verify import sequences_for, verify
from tests.engine.network import onnx_models, onnx_spec
from tests.engine.network.onnx_models import BEYOND, GATES, STEPS, UNITS, WIDTH
from tests.engine.network.test_onnx import expected, feeds, opened, sequence_of

Floats = np.ndarray[Any, Any]
WAYS = ("forward", "reverse", "bidirectional")
LENGTHS = np.array([6, 3, 1, 4], np.int32)


def batch_of(model: Any, seed: int = 5) -> dict[str, Floats]:
    """Four sequences side by side, for every input."""
    rng = np.random.default_rng(seed)
    shapes = {
        one.name: [size.dim_value or (STEPS if size.dim_param == "steps" else len(LENGTHS))
                   for size in one.type.tensor_type.shape.dim]
        for one in model.graph.input
    }  # fmt: skip
    return {
        name: LENGTHS if name == "lens" else rng.normal(size=shape).astype(np.float32)
        for name, shape in shapes.items()
    }


def ours(network: Network, given: dict[str, Floats], first: bool = False) -> list[Floats]:
    """The series of ``h`` of each way, ``(B, T, U)``, for a batch."""
    x = given["x"] if first else given["x"].swapaxes(0, 1)
    others = {
        one.name: given[one.name]
        if given[one.name].ndim == 1
        else (given[one.name] if first else given[one.name].swapaxes(0, 1)).reshape(len(x), -1)
        for one in auxiliary_inputs(network)
    }
    traces = replay_batch(network, x, others, dtype="float64").layers
    return [trace.series["h"] for trace in traces.values()]


CASES = [
    *((name, way, {}) for name in BEYOND for way in WAYS),
    *((name, way, {"lengths": True}) for name in ("LSTM all", "GRU clip") for way in WAYS),
]


@pytest.mark.parametrize(("name", "way", "also"), CASES)
def test_the_specification_written_out_is_what_onnxruntime_computes(
    name: str, way: str, also: dict[str, bool]
) -> None:
    model = onnx_models.beyond(name, way, states=True, **also)
    given = batch_of(model)
    for spec, theirs in zip(onnx_spec.computed(model, given), expected(model, given), strict=True):
        np.testing.assert_allclose(spec, theirs, atol=2e-6)


@pytest.mark.parametrize("layout", [0, 1])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", BEYOND)
def test_every_gate_of_a_batch_is_the_specification_s(
    name: str, way: str, layout: int, tmp_path: Path
) -> None:
    """With states that are given, and sequences of different lengths side by side."""
    model = onnx_models.beyond(name, way, states=True, lengths=True, layout=layout)
    network = opened(model, tmp_path)
    assert network.refusal is None
    assert [one.name for one in network.inputs if one.counts_steps] == ["lens"]
    given = batch_of(model)
    y, *ends = onnx_spec.computed(model, given)
    for d, found in enumerate(ours(network, given, bool(layout))):
        for n, length in enumerate(LENGTHS):
            wanted = y[n, :, d] if layout else y[:, d, n]
            np.testing.assert_allclose(found[n, :length], wanted[:length], atol=1e-6)
            last = ends[0][n, d] if layout else ends[0][d, n]
            at = 0 if way == "reverse" or d == 1 else -1
            np.testing.assert_allclose(found[n, at], last, atol=1e-6)


@pytest.mark.parametrize("kind", GATES)
def test_layout_1_is_what_onnx_s_own_reference_computes(kind: str, tmp_path: Path) -> None:
    model = onnx_models.more(kind, "forward", layout=1, states=True)
    given = batch_of(model)
    (theirs, *_), (found,) = (
        onnx.reference.ReferenceEvaluator(model).run(None, given),
        ours(opened(model, tmp_path), given, first=True),
    )
    np.testing.assert_allclose(found, np.asarray(theirs)[:, :, 0], atol=1e-6)


# -- held by hand, and the way back ------------------------------------------------


@pytest.mark.parametrize("name", BEYOND)
def test_a_gate_that_is_held_acts_on_what_is_computed_from_it(name: str, tmp_path: Path) -> None:
    """A forget gate that is ``1 - i`` follows an input gate that is held."""
    model = onnx_models.beyond(name)
    network, given = opened(model, tmp_path), feeds(model)
    (layer,) = network.recurrent
    free = onnx_spec.computed(model, given)[0]
    for key in (key for key in CELL_KINDS[layer.kind].gates if key != "h"):
        edits = (GateEdit(layer.name, key, (1,), 0.3),)
        found = replay(network, sequence_of(network, given), edits=edits).layers[layer.name]
        wanted = onnx_spec.computed(model, given, {key: 0.3})[0]
        np.testing.assert_allclose(found.series["h"], wanted[:, 0, 0], atol=1e-6)
        assert np.abs(wanted - free).max() > 1e-4, "the gate matters"


def record_of(layer: Layer, x: Floats, start: dict[str, Floats], changes: Any) -> LayerRecord:
    made = read_layer(layer, x, None, np.float64, start=start, changes=changes)
    times = np.arange(x.shape[1], dtype=np.int32)
    return LayerRecord(layer, made.series, x, None, times, made.start, False, changes)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        *((name, "") for name in BEYOND),
        *((name, key) for name in ("LSTM all", "LSTM peepholes and clip") for key in "ifogc"),
        *(("GRU clip, reset after", key) for key in "zrn"),
    ],
)
def test_gradients_are_central_differences(name: str, held: str, tmp_path: Path) -> None:
    """Of inputs and initial states, with a gate or the cell state changed by hand and without."""
    layer = opened(onnx_models.beyond(name), tmp_path).recurrent[0]
    kind, rng = CELL_KINDS[layer.kind], np.random.default_rng(2)
    at, units = np.array([False, True, False, True]), np.array([1, 3])
    changes = (Change(held, units, at, None, 0.6),) if held else ()
    x = rng.normal(size=(1, 4, WIDTH))
    start = {key: rng.normal(size=(1, UNITS)) for key in kind.states}
    weight = rng.normal(size=(1, 4, UNITS))

    def asked() -> float:
        return float((record_of(layer, x, start, changes).series["h"] * weight).sum())

    reading = in_time(record_of(layer, x, start, changes))
    by_input, by_start = layer_gradient(reading, weight, {})
    for array, gradient in ((x, by_input), *((start[key], by_start[key]) for key in start)):
        for place in np.ndindex(array.shape):
            was, both = array[place], []
            for moved in (was + 1e-6, was - 1e-6):
                array[place] = moved
                both.append(asked())
            array[place] = was
            assert gradient[place] == pytest.approx((both[0] - both[1]) / 2e-6, abs=1e-5)


@pytest.mark.parametrize(
    ("name", "method"),
    [
        *(
            (name, method)
            for name in ("LSTM all", "LSTM peepholes and clip", "GRU clip")
            for method in ("gradxinput", "lrp")
        ),
        ("attention", "gradxinput"),
    ],
)
def test_methods_explain_them(name: str, method: str, tmp_path: Path) -> None:
    model = onnx_models.attention("learned") if name == "attention" else onnx_models.beyond(name)
    network = opened(model, tmp_path)
    found = explain(network, sequence_of(network, feeds(model)), method)
    assert np.isfinite(found.scores).all()
    assert np.abs(found.scores).max() > 0
    assert all(check.holds for check in found.checks), found.checks


def test_relevance_through_attention_is_refused_by_name(tmp_path: Path) -> None:
    network = opened(onnx_models.attention("learned"), tmp_path)
    with pytest.raises(UnsupportedError, match="has no relevance rule here"):
        explain(network, padded(network, STEPS, 0), "lrp")


# -- what is said of them ----------------------------------------------------------


def test_the_sums_in_the_gates_are_theirs(tmp_path: Path) -> None:
    """Every share stands for itself, and together they go through the gate's function."""
    model = onnx_models.beyond("LSTM peepholes and clip")
    network = opened(model, tmp_path)
    trace = replay(network, sequence_of(network, feeds(model))).layers["lstm"]
    cut = 0
    for sums in parts_of_steps(trace, range(STEPS), 2):
        for key, part in sums.items():
            assert (part.cell is None) == (key == "g")
            total = part.input + part.recurrent + (part.bias or 0) + (part.cell or 0)
            cut += abs(total) > 0.7
            total = np.clip(total, -0.7, 0.7)
            assert part.total == pytest.approx(total, abs=1e-6)
            function = {"sigmoid": lambda v: 1 / (1 + np.exp(-v)), "tanh": np.tanh}
            wanted = function[activation_of(trace.layer, key)](total)
            assert part.value == pytest.approx(wanted, abs=1e-6)
    assert cut, "some sum is cut off"


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("LSTM input_forget", "f", "f_t = 1 - i_t"),
        ("LSTM peepholes", "i", "i_t = σ(W_{xi} x_t + W_{hi} h_{t-1} + p_i * c_{t-1} + b_i)"),
        ("LSTM peepholes", "o", "o_t = σ(W_{xo} x_t + W_{ho} h_{t-1} + p_o * c_t + b_o)"),
        ("LSTM third function", "h", "h_t = o_t * relu(c_t)"),
        ("LSTM second function", "g", "g_t = elu(W_{xg} x_t + W_{hg} h_{t-1} + b_g)"),
        ("LSTM second function", "h", "h_t = o_t * tanh(c_t)"),
        ("LSTM clip", "f", "f_t = σ(clip(W_{xf} x_t + W_{hf} h_{t-1} + b_f))"),
        ("LSTM clip", "h", "h_t = o_t * tanh(c_t)"),
        ("RNN clip", "h", "h_t = tanh(clip(W_{xh} x_t + W_{hh} h_{t-1} + b_h))"),
    ],
)
def test_equations_are_their_own(name: str, key: str, said: str, tmp_path: Path) -> None:
    layer = opened(onnx_models.beyond(name), tmp_path).recurrent[0]
    assert next(one.equation for one in series_of(layer) if one.key == key) == said


@pytest.mark.parametrize("name", BEYOND)
def test_series_stay_within_their_bounds(name: str, tmp_path: Path) -> None:
    model = onnx_models.beyond(name)
    network, given = opened(model, tmp_path), feeds(model)
    given["x"] *= 20
    (trace,) = replay(network, sequence_of(network, given)).layers.values()
    for one in series_of(trace.layer):
        values = trace.series[one.key]
        assert one.low is None or values.min() >= one.low - 1e-6
        assert one.high is None or values.max() <= one.high + 1e-6


def test_that_weights_are_not_used_is_said(tmp_path: Path) -> None:
    network = opened(onnx_models.beyond("LSTM input_forget"), tmp_path)
    (note,) = network.notes
    gates = CELL_KINDS["LSTM"].gates
    assert [key for key in gates if not has_sum(network.recurrent[0], key)] == ["f"]
    assert str(note) == (
        "The forget gate of the layer lstm is 1 less its input gate (input_forget); the weights that "
        "the file has for it are not used."
    )


def test_states_of_a_file_begin_every_sequence(tmp_path: Path) -> None:
    """Also in relevance, of which what falls on them is counted."""
    model = onnx_models.learned_states("Expand")
    network = opened(model, tmp_path)
    given = batch_of(model)
    theirs = expected(model, given)[0]
    (_, found) = replay_batch(network, given["x"]).layers.values()
    np.testing.assert_allclose(found.series["h"], theirs, atol=1e-6)
    assert found.start["h"].all() and len(np.unique(found.start["h"], axis=0)) == 1
    lost = explain(network, sequence_of(network, feeds(model)), "lrp")
    assert all(check.holds for check in lost.checks), lost.checks


def test_the_inspector_has_their_weights(tmp_path: Path) -> None:
    layer = opened(onnx_models.beyond("LSTM peepholes"), tmp_path).recurrent[0]
    shown = matrices(layer)
    assert list(shown["peepholes"]) == ["i", "f", "o"]
    assert shown["peepholes"]["f"].shape == (1, UNITS)
    learned = opened(onnx_models.learned_states("Tile"), tmp_path).recurrent[0]
    np.testing.assert_array_equal(
        matrices(learned)["initial_h"][""], [learned.weights["initial_h"]]
    )


# -- how many steps are read -------------------------------------------------------


def padded(network: Network, steps: int, padding: int) -> Sequence:
    x = np.random.default_rng(1).normal(size=(steps, WIDTH)).astype(np.float32)
    added = np.arange(steps) >= steps - padding
    return Sequence(x, ("",) * steps, added)


def test_an_input_that_counts_steps_is_given_those_before_the_padding(tmp_path: Path) -> None:
    network = opened(onnx_models.more("LSTM", lengths=True), tmp_path)
    (lens,) = auxiliary_inputs(network)
    read = padded(network, STEPS, 2)
    assert filled(lens, read, Filling()) == STEPS - 2
    assert 1 <= filled(lens, read, Filling("random", 3)) <= STEPS
    masked = replay(network, Sequence(read.inputs, read.steps, read.padding,
                                      auxiliary_inputs={"lens": np.float32(STEPS - 2)}))  # fmt: skip
    assert list(masked.layers["lstm"].masked) == [False] * 4 + [True] * 2
    assert not replay(network, read).layers["lstm"].masked.any(), "without, all steps are read"
    whole = filled(lens, padded(network, STEPS, 0), Filling())
    for steps in (STEPS, STEPS - 2, STEPS + 2):  # all, also where some are taken out or written
        other = replace(padded(network, steps, 0), auxiliary_inputs={"lens": whole})
        assert not replay(network, other).layers["lstm"].masked.any()
    table = Table("n", ("n",), np.array([[STEPS + 1.0]]))
    with pytest.raises(TextError, match="a whole number from 0 to 6"):
        filled(lens, read, Filling("file", table=table))
    with pytest.raises(ReplayError, match="a whole number from 0 on"):
        replay_batch(network, read.inputs[None], {"lens": np.array([2.5])})


def test_a_proof_gives_it_a_number_of_steps(tmp_path: Path) -> None:
    network = opened(onnx_models.more("LSTM", lengths=True), tmp_path)
    given = [one.auxiliary_inputs["lens"] for one in sequences_for(network, 8)]
    assert all(lens == int(lens) >= 1 for lens in given)
    assert len(set(map(float, given))) > 1


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", ["GRU hard", "RNN affine", "learned"])
def test_keras_s_own_layers_compute_the_same(keras: Any, name: str, tmp_path: Path) -> None:
    """Where Keras has such a layer, with functions and states that are given to it; where it has
    none it is named."""
    model = onnx_models.learned_states("Tile") if name == "learned" else onnx_models.beyond(name)
    network = opened(model, tmp_path)
    assert verify(tmp_path / "model.onnx", 2, network).ok
    other = opened(onnx_models.beyond("LSTM peepholes"), tmp_path)
    with pytest.raises(UnsupportedError, match="lstm is a LSTM that Keras does not have"):
        verify(tmp_path / "model.onnx", 2, other)


def test_a_survey_reads_each_sequence_to_its_end(tmp_path: Path) -> None:
    network = opened(onnx_models.more("GRU", lengths=True), tmp_path)
    rows = np.random.default_rng(1).normal(size=(3, STEPS, WIDTH)).astype(np.float32)
    padding = np.arange(STEPS) >= np.array([[6], [2], [4]])

    class Masks:
        def __init__(self) -> None:
            self.masked: Any = None

        def add(self, batch: Any, padding: Any) -> None:
            self.masked = batch.layers["gru"].masked

    masks: Any = Masks()
    read_part(Job(network, rows, padding, [masks], ()))
    np.testing.assert_array_equal(masks.masked, padding)
