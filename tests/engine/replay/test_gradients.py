"""The way back through every layer without a state: what central differences in float64 say."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UnsupportedError
from engine.explain.backward import GradientRules
from engine.explain.target import read_for
from engine.network.activations import activation
from engine.network.kinds.core import STEPS_READ
from engine.network.kinds.operations.elementwise import ACTIVATIONS
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer
from engine.replay.functions.registry import FUNCTIONS, GRADIENTS, WITHOUT_GRADIENT
from tests.engine.explain.networks import ids, text
from tests.engine.replay.functions_oracle import SETTINGS, Array, Case
from tests.engine.replay.test_functions import CASES

STEP, APART = 1e-6, 1e-6
"""How far an input is moved; how far a gradient may be off, relative to values beyond 1."""

TWO, FLAT = ((5, 3), (5, 3)), ((5, 3),)
TAKEN: dict[str, Any] = {"args": [None, None], "kwargs": {}}
NO_WAY_BACK = ("Embedding", "CategoryEncoding", "ops.Equal", "ops.NotEqual", "ops.Greater")
NO_WAY_BACK += ("ops.GreaterEqual", "ops.Less", "ops.LessEqual", "ops.LogicalAnd", "ops.Any")
NO_WAY_BACK += ("ops.LogicalOr", "ops.LogicalXor", "ops.LogicalNot", "ops.All")
NO_WAY_BACK += ("ops.ZerosLike", "ops.OnesLike")
"""From ids, and to truth values and constants: there is no gradient, or it is None."""

STEPPED = ("ops.Sign", "ops.Floor", "ops.Ceil", "ops.Round")
"""Flat but for their corners."""

_OF_TWO = ("Add", "Subtract", "Multiply", "Divide", "TrueDivide", "Maximum", "Minimum", "Power")
_POSITIVE = ("ops.Log", "ops.Log1p", "ops.Sqrt", "ops.Rsqrt", "ops.Power", "ops.Std")
_PLAIN = ("Negative", "Absolute", "Abs", "Exp", "Log", "Sqrt", "Square", "Sin", "Cos")
_PLAIN += ("Reciprocal", "Rsqrt", "Log1p", "Expm1")
_REDUCED = ("Sum", "Mean", "Max", "Min", "Prod", "Var", "Std")

OPERATIONS = [
    *(
        Case(f"ops.{name}", options, shapes)
        for name in _OF_TWO
        for options, shapes in (
            (TAKEN, TWO),
            (TAKEN, ((5, 3), (1, 3))),
            ({"args": [None, 0.7], "kwargs": {}}, FLAT),
            ({"args": [], "kwargs": {"x1": [0.5, 1.5, 2.5], "x2": None}}, FLAT),
            ({"args": [], "kwargs": {"x2": None, "x1": None}}, ((5, 3), (1, 1))),
        )
    ),
    *(Case(f"ops.{name}", {}, FLAT) for name in (*_PLAIN, *ACTIVATIONS)),
    *(
        Case(f"ops.{name}", options, ((5, 3, 2),))
        for name in _REDUCED
        for options in ({"axis": 1}, {"axis": [1, 3], "keepdims": True}, {"axis": [-1, -2, 1]})
    ),
    *(Case(f"ops.{name}", {"axis": 1}, FLAT) for name in ("Softmax", "LogSoftmax")),
    *(Case(f"ops.{name}", {"dtype": "float32"}, FLAT) for name in ("Cast", "ConvertToTensor")),
    Case("ops.LeakyRelu", {"negative_slope": 0.125}, FLAT),
    Case("ops.Elu", {"alpha": 0.75}, FLAT),
    Case("ops.Gelu", {"approximate": True}, FLAT),
    Case("ops.Gelu", {"approximate": False}, FLAT),
    Case("ops.Clip", {"x_min": -0.5, "x_max": 0.75}, FLAT),
    Case("ops.Matmul", TAKEN, ((5, 3), (3, 4))),
    Case("ops.Matmul", {"args": [None, [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]]}, FLAT),
    Case("ops.Matmul", {"args": [[[1.0, 2.0, 3.0, 4.0, 5.0]], None]}, FLAT),
    Case("ops.Dot", {"args": [None, [1.0, 2.0, 3.0]]}, FLAT),
    Case("ops.Einsum", {"subscripts": "btf,bfu->btu"}, ((5, 3), (3, 4))),
    Case("ops.Einsum", {"subscripts": "btf,bsf->bts"}, ((5, 3), (4, 3))),
    Case("ops.Einsum", {"subscripts": "btf,bug->bt"}, ((5, 3), (2, 4))),
    Case("ops.Einsum", {"subscripts": "btf->bft"}, FLAT),
    Case("ops.Where", {"args": [[True, False, True], None, None], "kwargs": {}}, TWO),
    Case("ops.Where", {"args": [[True, False, True], None, 0.5], "kwargs": {}}, FLAT),
    Case("ops.Where", {"args": [[True, False, True], 0.5], "kwargs": {"x2": None}}, FLAT),
    Case("ops.Reshape", {"newshape": [-1, 15]}, FLAT),
    Case("ops.Transpose", {"axes": [0, 2, 1]}, FLAT),
    Case("ops.Swapaxes", {"axis1": 1, "axis2": 2}, FLAT),
    Case("ops.ExpandDims", {"axis": 2}, FLAT),
    Case("ops.Squeeze", {"axis": 2}, ((5, 1, 3),)),
    Case("ops.Flip", {"axis": 1}, FLAT),
    Case("ops.Repeat", {"repeats": 3, "axis": 1}, FLAT),
    Case("ops.Stack", {"axis": 1}, TWO),
    Case("ops.Concatenate", {"axis": 1}, TWO),
]

SHAPELESS = (
    *("Dense", "Conv1D", "MaxPooling1D", "AveragePooling1D", "LayerNormalization", "Attention"),
    *("GlobalMaxPooling1D", "GlobalAveragePooling1D", "Softmax", "Multiply", "Concatenate"),
    *("DepthwiseConv1D", "SeparableConv1D", "Conv1DTranspose", "ops.Prod", "ops.Einsum"),
)
"""Kinds that take any number of steps and of numbers a step."""


def test_there_is_a_way_back_through_everything_and_every_one_is_tested() -> None:
    assert set(GRADIENTS) == set(FUNCTIONS) - set(WITHOUT_GRADIENT)
    tested = {case.kind for case in (*CASES, *OPERATIONS)}
    assert set(GRADIENTS) - tested == {
        *(kind for kind in NO_WAY_BACK if kind.startswith("ops.")),
        *STEPPED,
        STEPS_READ,  # from lengths to a mask: a test of ONNX's cells has it
        "ops.GetItem",
        "ops.StopGradient",
    }


@pytest.mark.parametrize("case", [case for case in CASES if case.kind not in NO_WAY_BACK], ids=str)
def test_layers(case: Case) -> None:
    _check(case, batch=2, count=2)
    _check(case, batch=1, count=3)


@pytest.mark.parametrize("case", OPERATIONS, ids=str)
def test_operations(case: Case) -> None:
    _check(case, batch=2, count=2)
    _check(case, batch=1, count=3)


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(SHAPELESS),
    steps=st.integers(3, 8),
    width=st.integers(1, 4),
    rows=st.sampled_from([(1, 1), (1, 4), (3, 3)]),
    masked=st.booleans(),
    seed=st.integers(0, 99),
)
def test_any_shape(
    kind: str, steps: int, width: int, rows: tuple[int, int], masked: bool, seed: int
) -> None:
    options: dict[str, Any] = {
        "Dense": {"units": 3, "activation": "tanh"},
        "Conv1D": {"filters": 2, "kernel_size": 3, "padding": "same", "strides": 2},
        "DepthwiseConv1D": {"kernel_size": 2, "depth_multiplier": 2, "activation": "tanh"},
        "SeparableConv1D": {"filters": 2, "kernel_size": 2},
        "Conv1DTranspose": {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
        "ops.Prod": {"axis": [1, 2]},
        "ops.Einsum": {"subscripts": "btf,bsf->bts"},
    }.get(kind, {})
    several = kind in ("Attention", "Multiply", "Concatenate", "ops.Einsum")
    shapes = ((steps, width),) * (2 if several else 1)
    heeds = kind in ("Attention", "Multiply", "GlobalAveragePooling1D")
    _check(Case(kind, options, shapes, masked=(masked and heeds,) * len(shapes)), *rows, seed)


@pytest.mark.parametrize("kind", NO_WAY_BACK)
def test_there_is_none_from_ids_and_truth(kind: str) -> None:
    layer = Layer("x", kind, {}, {}, ())
    assert GRADIENTS[kind](layer, [np.ones((1, 2, 3))], [None], np.ones((1, 2, 3))) == [None]


@pytest.mark.parametrize("kind", [*STEPPED, "ops.StopGradient"])
def test_what_is_flat_sends_nothing_back(kind: str) -> None:
    (back,) = GRADIENTS[kind](
        Layer("x", kind, {}, {}, ()), [np.ones((1, 3))], [None], np.ones((1, 3))
    )
    assert back is not None
    assert (back == 0).all()


def test_masked_steps_of_a_masking_send_nothing_back() -> None:
    values = np.array([[[1.0, 2.0], [0.0, 0.0], [0.0, 3.0]]])
    layer = Layer("mask", "Masking", {}, {}, ())
    (back,) = GRADIENTS["Masking"](layer, [values], [None], np.ones((1, 3, 2)))
    assert back is not None
    np.testing.assert_array_equal(back[0], [[1, 1], [0, 0], [1, 1]])


def test_a_kind_without_a_gradient_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(GRADIENTS, "Dense")  # type: ignore[misc]
    with pytest.raises(UnsupportedError, match=r"layer dense .* is a Dense, which has no gradient"):
        read_for(text("LSTM"), ids(5).inputs[None]).back()


@pytest.mark.parametrize("kind", WITHOUT_GRADIENT)
def test_kinds_without_a_gradient_are_refused_by_name(kind: str) -> None:
    layer = Layer("look", kind, {}, {}, ())
    with pytest.raises(UnsupportedError, match=f"layer look is a {kind}, which has no gradient"):
        GradientRules().through(layer)


def _check(case: Case, batch: int, count: int, seed: int = 0) -> None:
    """Hold the gradients of ``count`` sums of the outputs against central differences; where
    there is one sequence, all are of that."""
    random = np.random.default_rng(seed)
    layer = _layer(case, random)
    positive = case.kind in _POSITIVE
    inputs = []
    for shape in case.shapes:
        values = random.standard_normal((batch, *shape))
        inputs.append(np.abs(values) + 0.3 if positive else values)
    masks = [None if mask is None else mask[:batch] for mask in case.masks(3)]
    function = FUNCTIONS[case.kind]

    def output(at: list[Array]) -> Array:
        return np.asarray(function(layer, [values.copy() for values in at], masks), np.float64)

    asked = random.standard_normal((count, *output(inputs).shape[1:]))
    backs = GRADIENTS[case.kind](layer, [values.copy() for values in inputs], masks, asked)
    assert len(backs) == len(inputs)
    for place, (back, values) in enumerate(zip(backs, inputs, strict=True)):
        assert back is not None
        assert back.shape == (count, *values.shape[1:])
        wanted = np.zeros(back.shape)
        for at in np.ndindex(values.shape[1:]):
            ends = []
            for step in (STEP, -STEP):
                moved = [each.copy() for each in inputs]
                moved[place][(slice(None), *at)] += step
                ends.append(output(moved))
            slope = (ends[0] - ends[1]) / (2 * STEP)
            wanted[(slice(None), *at)] = (asked * slope).reshape(count, -1).sum(axis=1)
        scale = np.maximum(1, np.abs(wanted))
        assert (np.abs(back - wanted) / scale).max() <= APART


def _layer(case: Case, random: np.random.Generator) -> Layer:
    """A layer with random weights, by what its kind says of them."""
    options = json.loads(json.dumps({**case.options, "name": "x"}))  # as a file has them
    if case.kind in SETTINGS:
        name, usual = SETTINGS[case.kind]
        known = {**usual, **case.options}
        parts = [f"{key}={float(value)!r}" for key, value in known.items() if value is not None]
        options["activation"] = f"{name}({', '.join(parts)})"
        activation(options["activation"])
    shapes = tuple((None, *shape) for shape in case.shapes)
    kind = KINDS[case.kind]
    weights = {}
    for name, shape in kind.weights(options, shapes).items():
        values = random.standard_normal([size or 1 for size in shape])
        weights[name] = np.abs(values) + 0.3 if "variance" in name else values
    return Layer("x", case.kind, options, weights, ())


TIED = [
    *(Case(kind, {}, (((6, 2),) * 3)) for kind in ("Maximum", "Minimum")),
    Case("MaxPooling1D", {"pool_size": 3, "strides": 2, "padding": "same"}, ((6, 2),)),
    Case("GlobalMaxPooling1D", {}, ((6, 2),)),
    *(
        Case("ReLU", options, ((6, 2),))
        for options in (
            {"max_value": 1.0, "negative_slope": 0.25},
            {"negative_slope": 0.25},
            {"negative_slope": 0.25, "threshold": 1.0},
            {"max_value": 6.0},
        )
    ),
    Case("PReLU", {}, ((6, 2),)),
    *(Case(f"ops.{name}", {"axis": 1}, ((6, 2),)) for name in ("Max", "Min", "Prod")),
    *(Case(f"ops.{name}", TAKEN, ((6, 2), (6, 2))) for name in ("Maximum", "Minimum")),
    *(Case(f"ops.{name}", {}, ((6, 2),)) for name in ("Abs", "Relu", "Relu6")),
    Case("ops.Clip", {"x_min": -1.0, "x_max": 1.0}, ((6, 2),)),
]
"""Where several are the largest, or a slope jumps."""


@pytest.mark.parametrize("case", TIED, ids=str)
def test_ties_go_where_tensorflow_lets_them_go(case: Case, keras: Any) -> None:
    import tensorflow as tf

    random = np.random.default_rng(4)
    inputs = [random.integers(-1, 2, (2, *shape)).astype(np.float64) for shape in case.shapes]
    layer = _layer(case, random)
    watched = [tf.constant(values) for values in inputs]
    with tf.GradientTape() as tape:
        for each in watched:
            tape.watch(each)
        if case.kind.startswith("ops."):
            name = case.kind[4:].lower()
            options = {} if case.options == TAKEN else dict(case.options)
            output = getattr(keras.ops, name)(*watched, **options)
        else:
            made = getattr(keras.layers, case.kind)(**case.options, dtype="float64")
            shapes = [values.shape for values in inputs]
            made.build(shapes if len(shapes) > 1 else shapes[0])
            made.set_weights(list(layer.weights.values()))
            output = made(watched if len(watched) > 1 else watched[0])
    asked = random.standard_normal(output.shape)
    wanted = tape.gradient(output, watched, output_gradients=tf.constant(asked))
    backs = GRADIENTS[case.kind](layer, inputs, [None] * len(inputs), asked)
    for back, theirs in zip(backs, wanted, strict=True):
        np.testing.assert_allclose(back, np.asarray(theirs), atol=1e-12)
