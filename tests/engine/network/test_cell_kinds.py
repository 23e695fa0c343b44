"""A kind of cell whose weights have other blocks than one of every gate."""

from __future__ import annotations

import numpy as np
import pytest

from engine.inspection.spectrum import spectra
from engine.inspection.weight_matrices import gate_weights, matrices
from engine.network.cell_kinds import CELL_KINDS, CellKind
from engine.network.kinds.recurrent import _weights
from engine.network.network import Layer
from engine.progress import finish
from engine.training.recipes import FIELDS

UNITS, WIDTH = 3, 5
MINIMAL = CellKind(
    "Minimal",
    "minimal",
    gates=("n", "z"),
    candidate="n",
    blocks={"kernel": ("n",), "recurrent_kernel": ("z",), "candidate_kernel": ("z",)},
    is_in_keras=False,
)
SHAPES = {
    "kernel": (WIDTH, UNITS),
    "recurrent_kernel": (UNITS, UNITS),
    "candidate_kernel": (UNITS, UNITS),
    "bias": (2 * UNITS,),
}


@pytest.fixture
def layer(monkeypatch: pytest.MonkeyPatch) -> Layer:
    """Of the kind, which is known as long as the test runs."""
    monkeypatch.setitem(CELL_KINDS, MINIMAL.name, MINIMAL)
    random = np.random.default_rng(3)
    weights = {name: random.random(shape, np.float32) for name, shape in SHAPES.items()}
    return Layer("minimal", MINIMAL.name, {"units": UNITS}, weights, (None, UNITS))


def test_the_shapes_that_a_file_must_have() -> None:
    options = {"units": UNITS, "name": "minimal"}
    assert _weights(MINIMAL, options, ((None, None, WIDTH),)) == SHAPES
    assert list(_weights(MINIMAL, options, ((None, None, WIDTH),))) == list(SHAPES)
    usual = _weights(CELL_KINDS["LSTM"], options, ((None, None, WIDTH),))
    assert usual == {"kernel": (5, 12), "recurrent_kernel": (3, 12), "bias": (12,)}


def test_the_matrices_of_its_gates(layer: Layer) -> None:
    shown = matrices(layer)
    assert {name: list(gates) for name, gates in shown.items()} == {
        "kernel": ["n"],
        "recurrent_kernel": ["z"],
        "candidate_kernel": ["z"],
        "bias": ["n", "z"],
    }
    np.testing.assert_array_equal(shown["bias"]["z"][0], layer.weights["bias"][UNITS:])
    gates = gate_weights(layer)
    assert len(gates["n"].recurrent) == len(gates["z"].kernel) == 0
    assert list(finish(spectra(layer))) == ["z"]


def test_only_what_keras_has_is_trained() -> None:
    assert FIELDS["cell"].choices == tuple(
        name for name, kind in CELL_KINDS.items() if kind.is_in_keras
    )
