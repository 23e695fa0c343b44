"""The inspector's numbers: gates, statistics, histograms, spectra, and the drawn graph."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, ModelError
from engine.inspection.graph_layout import MAX_NODES, Layout, layout
from engine.inspection.spectrum import MAX_ROWS, Spectrum, spectra, spectrum
from engine.inspection.statistics import SMALL, histogram, largest, statistics
from engine.inspection.weight_matrices import gate_weights, matrices
from engine.network.network import Call, Input, Layer, Network
from engine.progress import finish
from tests.networks import text_network


def recurrent_layer(kind: str, units: int = 5) -> Layer:
    return text_network(kind, units, embedding=3).layer(kind.lower())


# -- gates -------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "keys"), [("SimpleRNN", "h"), ("LSTM", "ifgo"), ("GRU", "zrn")])
def test_each_gate_has_its_columns_without_a_copy(kind: str, keys: str) -> None:
    layer = recurrent_layer(kind)
    gates = gate_weights(layer)
    assert list(gates) == list(keys)
    for place, each in enumerate(gates.values()):
        columns = slice(5 * place, 5 * place + 5)
        assert each.kernel.shape == (3, 5)
        assert each.recurrent.shape == (5, 5)
        np.testing.assert_array_equal(each.kernel, layer.weights["kernel"][:, columns])
        np.testing.assert_array_equal(each.recurrent, layer.weights["recurrent_kernel"][:, columns])
        assert np.shares_memory(each.kernel, layer.weights["kernel"])
        assert np.shares_memory(each.recurrent, layer.weights["recurrent_kernel"])
        assert each.bias is not None
        assert np.shares_memory(each.bias, layer.weights["bias"])


def test_a_gru_with_reset_after_has_a_bias_for_the_state_too() -> None:
    layer = recurrent_layer("GRU")
    both = layer.weights["bias"]
    gates = gate_weights(layer)
    for place, key in enumerate("zrn"):
        columns = slice(5 * place, 5 * place + 5)
        np.testing.assert_array_equal(gates[key].bias, both[0, columns])
        np.testing.assert_array_equal(gates[key].recurrent_bias, both[1, columns])
    assert gate_weights(recurrent_layer("LSTM"))["f"].recurrent_bias is None


def test_a_gate_without_a_bias_has_none() -> None:
    layer = recurrent_layer("LSTM")
    weights = {name: each for name, each in layer.weights.items() if name != "bias"}
    bare = Layer("lstm", "LSTM", {"use_bias": False}, weights, (None, 5))
    assert gate_weights(bare)["o"].bias is None
    assert list(matrices(bare)) == ["kernel", "recurrent_kernel"]


@pytest.mark.parametrize(
    "weights",
    [
        {},
        {"kernel": np.zeros((3, 20), np.float32)},
        {"kernel": np.zeros((3, 19)), "recurrent_kernel": np.zeros((5, 20))},
        {"kernel": np.zeros((2, 3, 20)), "recurrent_kernel": np.zeros((5, 20))},
        {"kernel": np.zeros((3, 20)), "recurrent_kernel": np.zeros((5, 5, 20))},
        {
            "kernel": np.zeros((3, 20)),
            "recurrent_kernel": np.zeros((5, 20)),
            "bias": np.zeros(21),
        },
    ],
)
def test_a_layer_of_another_form_has_no_gates_but_can_be_looked_at(
    weights: dict[str, np.ndarray],
) -> None:
    layer = Layer("lstm", "LSTM", {}, weights, (None, 5))
    assert gate_weights(layer) == {}
    assert list(matrices(layer)) == list(weights)
    assert all(each[""].ndim == 2 for each in matrices(layer).values())


def test_matrices_of_other_layers_keep_their_numbers_in_rows_and_columns() -> None:
    kernel = np.arange(30, dtype=np.float32).reshape(5, 2, 3)
    layer = Layer("conv1d", "Conv1D", {}, {"kernel": kernel, "bias": np.ones(3)}, (None, 9, 3))
    found = matrices(layer)
    assert found["kernel"][""].shape == (10, 3)
    np.testing.assert_array_equal(found["kernel"][""][2 * 2 + 1], kernel[2, 1])
    assert np.shares_memory(found["kernel"][""], kernel)
    assert found["bias"][""].shape == (1, 3)
    assert matrices(Layer("dropout", "Dropout", {}, {}, (None, 3))) == {}
    scalar = Layer("s", "Scale", {}, {"scale": np.float32(2).reshape(()), "no": np.zeros(0)}, ())
    assert matrices(scalar)["scale"][""].shape == (1, 1)
    assert "no" not in matrices(scalar)


def test_matrices_of_a_recurrent_layer_are_parted_by_gate() -> None:
    found = matrices(recurrent_layer("GRU"))
    assert list(found) == ["kernel", "recurrent_kernel", "bias", "recurrent_bias"]
    assert {key: each.shape for key, each in found["recurrent_bias"].items()} == dict.fromkeys(
        "zrn", (1, 5)
    )


# -- statistics --------------------------------------------------------------------------


def test_statistics_leave_out_what_is_not_finite_and_count_it() -> None:
    values = np.array([[1.0, -3.0, np.nan], [0.0005, np.inf, -np.inf]], np.float32)
    found = statistics(values)
    finite = np.array([1.0, -3.0, 0.0005])
    assert (found.count, found.strange) == (3, 3)
    assert (found.low, found.high) == (-3.0, 1.0)
    assert found.mean == pytest.approx(finite.mean(), rel=1e-6)
    assert found.deviation == pytest.approx(finite.std(), rel=1e-6)
    assert found.small == pytest.approx(1 / 3)
    assert largest(values) == 3.0


def test_statistics_of_nothing_are_zero() -> None:
    found = statistics(np.full((2, 2), np.nan))
    assert (found.count, found.strange, found.mean) == (0, 4, 0.0)
    assert statistics(np.zeros(0)).count == 0
    assert largest(np.full(3, np.inf)) == 0.0


@given(
    st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=50),
    st.integers(1, 60),
)
def test_a_histogram_counts_every_number_once(numbers: list[float], bins: int) -> None:
    values = np.array(numbers, np.float32)
    found = histogram(values, bins)
    assert found.counts.shape == (bins,)
    assert found.edges.shape == (bins + 1,)
    assert int(found.counts.sum()) == len(numbers)
    assert (np.diff(found.edges) > 0).all()
    measured = statistics(values)
    assert measured.low <= measured.mean + 1e-6 * abs(measured.mean) + 1e-30
    assert measured.small == np.mean(np.abs(values) < SMALL)


def test_a_histogram_keeps_to_a_common_span_and_to_finite_numbers() -> None:
    found = histogram(np.array([-2.0, -0.5, 0.5, 2.0, np.nan, np.inf]), 4, (-1.0, 1.0))
    assert found.counts.tolist() == [0, 1, 0, 1]
    assert found.edges.tolist() == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert histogram(np.array([np.nan])).counts.sum() == 0
    assert histogram(np.zeros(5), 3).counts.tolist() == [0, 5, 0]


# -- spectra -----------------------------------------------------------------------------


def test_a_rotation_has_its_eigenvalues_on_a_circle() -> None:
    angle, scale = 0.7, 1.25
    turn = scale * np.array(
        [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]
    )
    found = spectrum(turn.astype(np.float32))
    assert found.radius == pytest.approx(scale, rel=1e-6)
    assert found.outside == 2
    assert found.half_life == math.inf
    np.testing.assert_allclose(np.angle(found.eigenvalues), [angle, -angle], rtol=1e-6)


def test_eigenvalues_are_sorted_by_their_modulus() -> None:
    found = spectrum(np.diag([0.1, -0.9, 0.5, 0.0]))
    np.testing.assert_allclose(found.eigenvalues, [-0.9, 0.5, 0.1, 0.0], atol=1e-15)
    assert found.outside == 0
    assert 0.9**found.half_life == pytest.approx(0.5)
    assert spectrum(np.zeros((3, 3))).half_life == 0.0
    assert Spectrum(np.zeros(0, np.complex128)).radius == 0.0


@settings(max_examples=25)
@given(st.integers(1, 12), st.integers(0, 1000))
def test_a_spectrum_solves_the_characteristic_equation(units: int, seed: int) -> None:
    matrix = np.random.default_rng(seed).standard_normal((units, units))
    found = spectrum(matrix)
    assert found.eigenvalues.sum() == pytest.approx(np.trace(matrix), abs=1e-8)
    moduli = np.abs(found.eigenvalues)
    assert (np.diff(moduli) <= 1e-12).all()
    assert found.radius == pytest.approx(moduli.max(), rel=1e-12)


def test_a_spectrum_says_why_there_is_none() -> None:
    broken = np.eye(3)
    broken[1, 1] = np.nan
    with pytest.raises(ModelError, match="NaN or infinity"):
        spectrum(broken)
    with pytest.raises(ModelError, match=f"at most {MAX_ROWS:,}"):
        spectrum(np.broadcast_to(np.float32(0), (MAX_ROWS + 1, MAX_ROWS + 1)))
    with pytest.raises(ValueError, match="square"):
        spectrum(np.zeros((2, 3)))


def test_spectra_of_all_gates_can_be_stopped_between_two() -> None:
    layer = recurrent_layer("LSTM")
    found = finish(spectra(layer))
    assert list(found) == ["i", "f", "g", "o"]
    gates = gate_weights(layer)
    for key, each in found.items():
        np.testing.assert_allclose(
            each.radius, np.abs(np.linalg.eigvals(gates[key].recurrent)).max(), rtol=1e-5
        )
    stops: Iterator[bool] = iter([False, True])
    work = spectra(layer, lambda: next(stops))
    assert next(work).total == 4
    with pytest.raises(Cancelled):
        next(work)


def test_large_spectra_are_those_of_small_ones_and_their_errors_are_passed_on() -> None:
    layer = recurrent_layer("SimpleRNN", 140)
    found = finish(spectra(layer))
    direct = spectrum(layer.weights["recurrent_kernel"])
    np.testing.assert_array_equal(found["h"].eigenvalues, direct.eigenvalues)
    broken = layer.weights["recurrent_kernel"].copy()
    broken[3, 4] = np.inf
    with pytest.raises(ModelError, match="NaN or infinity"):
        finish(spectra(replace(layer, weights={**layer.weights, "recurrent_kernel": broken})))


def test_eigenvalues_that_are_not_found_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(matrix: np.ndarray) -> np.ndarray:
        raise np.linalg.LinAlgError("Eigenvalues did not converge")

    monkeypatch.setattr(np.linalg, "eigvals", fail)
    with pytest.raises(ModelError, match="did not converge"):
        spectrum(np.eye(3))


# -- the drawn graph ---------------------------------------------------------------------


def plain_layer(name: str, kind: str = "Dense", refused: bool = False) -> Layer:
    why = ModelError("The layer {layer} is refused.", layer=name) if refused else None
    return Layer(name, kind, {}, {}, (None, 4), refused=why)


def branched() -> Network:
    """Two inputs, a shared layer, an edge over three rows, a refused layer, states."""
    lstm = text_network("LSTM", 4).layer("lstm")
    names = ("a", "b", "shared", "join", "lambda", "end")
    layers = [plain_layer(name, refused=name == "lambda") for name in names]
    calls = (
        Call("a", "a", (("x", 0),)),
        Call("b", "b", (("a", 0),)),
        Call("shared", "shared", (("b", 0),)),
        Call("shared (2)", "shared", (("x", 0),)),
        Call("lstm", "lstm", (("y", 0),), states=(("shared", 0), ("shared (2)", 0))),
        Call("join", "join", (("x", 0), ("shared", 0), ("lstm", 0))),
        Call("lambda", "lambda", (("join", 0),)),
        Call("end", "end", (("lambda", 0),), mask=("join", 0)),
    )
    return Network(
        "branched",
        (*layers, lstm),
        inputs=(Input("x", (None, 9)), Input("y", (None, 9, 3))),
        calls=calls,
        outputs=(("end", 0), ("lstm", 0)),
    )


def assert_sound(found: Layout) -> None:
    """Edges go down, nothing in a row overlaps, the drawing begins at the left edge."""
    rows: dict[int, list[float]] = {}
    nodes = {node.name: node for node in found.nodes}
    for node in found.nodes:
        rows.setdefault(node.row, []).append(node.column)
    for columns in rows.values():
        assert all(b - a >= 0.999_999 for a, b in pairwise(sorted(columns)))
    assert min(node.column for node in found.nodes) == 0.0
    for edge in found.edges:
        assert edge.way[0] == (nodes[edge.source].column, nodes[edge.source].row)
        assert edge.way[-1] == (nodes[edge.target].column, nodes[edge.target].row)
        assert all(b > a for (_, a), (_, b) in pairwise(edge.way))
        for column, row in edge.way[1:-1]:  # it passes between the nodes of a row
            assert all(abs(column - at) >= 0.6 for at in rows[row])


def test_a_chain_is_a_straight_column() -> None:
    found = layout(text_network("LSTM", layers=3))
    assert [node.row for node in found.nodes] == list(range(6))
    assert {node.column for node in found.nodes} == {0.0}
    assert [node.name for node in found.nodes][:3] == ["input", "embedding", "lstm"]
    assert [node.recurrent for node in found.nodes] == [False, False, True, True, True, False]
    assert [node.answer for node in found.nodes] == [False] * 5 + [True]
    assert found.left_out == 0
    assert_sound(found)


def test_a_branched_graph_is_drawn_layer_by_layer() -> None:
    found = layout(branched())
    nodes = {node.name: node for node in found.nodes}
    rows = {name: node.row for name, node in nodes.items()}
    assert rows == {
        "x": 0, "a": 1, "shared (2)": 1, "b": 2, "shared": 3,
        "y": 3, "lstm": 4, "join": 5, "lambda": 6, "end": 7,
    }  # fmt: skip
    assert nodes["shared"].layer is nodes["shared (2)"].layer
    assert nodes["y"].input is not None
    assert nodes["lambda"].layer is not None
    assert nodes["lambda"].layer.refused is not None
    assert [name for name, node in nodes.items() if not node.reached] == ["lambda", "end"]
    assert {edge.role for edge in found.edges if edge.target == "lstm"} == {"input", "state"}
    assert [edge.role for edge in found.edges if edge.target == "end"] == ["input", "mask"]
    long = next(edge for edge in found.edges if (edge.source, edge.target) == ("x", "join"))
    assert len(long.way) == 6
    assert_sound(found)
    assert found == layout(branched())


def test_a_long_network_shows_its_first_part_and_says_so() -> None:
    layers = tuple(plain_layer(f"dense_{n}") for n in range(MAX_NODES + 50))
    calls = tuple(
        Call(f"dense_{n}", f"dense_{n}", ((f"dense_{n - 1}" if n else "x", 0),))
        for n in range(len(layers))
    )
    network = Network("deep", layers, inputs=(Input("x", (None, 3)),), calls=calls)
    found = layout(network)
    assert len(found.nodes) == MAX_NODES
    assert found.left_out == 51
    assert layout(network, 3).left_out == len(layers) - 2
    assert [node.name for node in layout(network, 3).nodes] == ["x", "dense_0", "dense_1"]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(0, 10_000))
@example(19, 3204)  # of two nodes each column was rounded towards the other's
def test_any_graph_is_drawn_soundly(count: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    names = ["x"]
    calls = []
    for n in range(count):
        sources = random.choice(names, size=int(random.integers(1, min(4, len(names)) + 1)))
        calls.append(Call(f"n{n}", f"n{n}", tuple((str(name), 0) for name in sources)))
        names.append(f"n{n}")
    network = Network(
        "any",
        tuple(plain_layer(f"n{n}") for n in range(count)),
        inputs=(Input("x", (None, 3)),),
        calls=tuple(calls),
        outputs=((f"n{count - 1}", 0),),
    )
    found = layout(network)
    assert len(found.nodes) == count + 1
    assert len(found.edges) == sum(len(call.inputs) for call in calls)
    assert_sound(found)


def test_a_dense_graph_of_200_is_laid_out_quickly_with_straight_edges() -> None:
    names = [f"n{n}" for n in range(150)]
    calls = tuple(
        Call(name, name, tuple((other, 0) for other in ("x", *names[:place])))
        for place, name in enumerate(names)
    )
    layers = tuple(plain_layer(name) for name in names)
    network = Network("dense", layers, inputs=(Input("x", (None, 3)),), calls=calls)
    found = layout(network)
    assert len(found.edges) == 150 * 151 // 2
    assert all(len(edge.way) == 2 for edge in found.edges)
