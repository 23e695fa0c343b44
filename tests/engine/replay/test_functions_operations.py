"""Operations of Keras 3 in a functional model: numbers, truth values and shapes are Keras's."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.errors import ModelError, UnsupportedError
from engine.network.formats.nodes import uses
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer
from engine.replay.functions.registry import FUNCTIONS, computed
from tests.engine.replay.functions_oracle import distance

Expression = Callable[[Any, Any, Any], Any]
"""``(keras, x (B, 6, 4), y (B, 6, 4))`` to a tensor."""

EXPRESSIONS: dict[str, Expression] = {
    "constants": lambda k, x, y: 2.0 / (1 + x * x * 3.0 - 0.5),
    "negative": lambda k, x, y: -x,
    "tensors": lambda k, x, y: (x + y) * (x - y) / (k.ops.abs(y) + 1.0),
    "one over steps": lambda k, x, y: x - k.ops.mean(y, axis=1, keepdims=True),
    "weights of steps": lambda k, x, y: k.ops.sum(x * k.ops.softmax(y, axis=1), axis=1),
    "list of numbers": lambda k, x, y: x * k.ops.convert_to_tensor([1.0, 2.0, 3.0, 4.0]),
    "constant with a batch": lambda k, x, y: x + np.ones((1, 6, 1), np.float32),
    "by name": lambda k, x, y: k.ops.subtract(x2=x, x1=y),
    "constant by name": lambda k, x, y: k.ops.subtract(x1=3.0, x2=y),
    "power": lambda k, x, y: k.ops.abs(x) ** 3,
    "extremes": lambda k, x, y: k.ops.maximum(k.ops.minimum(x, 0.5), y),
    "divide": lambda k, x, y: k.ops.divide(x, k.ops.abs(y) + 1),
    "plain": lambda k, x, y: k.ops.exp(x) + k.ops.log(k.ops.absolute(y) + 1) + k.ops.sign(x),
    "waves": lambda k, x, y: k.ops.sin(x) * k.ops.cos(y) + k.ops.square(x),
    "root": lambda k, x, y: k.ops.sqrt(k.ops.square(x) + 1),
    "bounded": lambda k, x, y: k.ops.tanh(x) + k.ops.sigmoid(y) + k.ops.hard_sigmoid(x),
    "rectified": lambda k, x, y: k.ops.relu(x) + k.ops.relu6(y) + k.ops.selu(x) + k.ops.silu(y),
    "soft": lambda k, x, y: k.ops.softplus(x) + k.ops.softsign(y) + k.ops.log_sigmoid(x),
    "hard": lambda k, x, y: k.ops.hard_silu(x) + k.ops.hard_tanh(y),
    "settings": lambda k, x, y: k.ops.leaky_relu(x, 0.125) + k.ops.elu(y, 0.75),
    "bent": lambda k, x, y: k.ops.gelu(x) + k.ops.gelu(y, approximate=False),
    "shares": lambda k, x, y: k.ops.softmax(x) + k.ops.log_softmax(y, axis=1),
    "largest": lambda k, x, y: k.ops.max(x, axis=(1, 2)) + k.ops.min(y, axis=[1, 2]),
    "spread": lambda k, x, y: k.ops.var(x, axis=-1) + k.ops.std(y, axis=2) + k.ops.prod(x, axis=2),
    "reshape": lambda k, x, y: k.ops.reshape(x, (-1, 24)),
    "reshape by rest": lambda k, x, y: k.ops.reshape(x, (-1, 3, 8)),
    "transpose": lambda k, x, y: k.ops.transpose(x, (0, 2, 1)) @ y,
    "swap": lambda k, x, y: k.ops.swapaxes(x, 1, 2),
    "last step": lambda k, x, y: x[:, -1],
    "last step, by ellipsis": lambda k, x, y: x[..., -1, :],
    "a number": lambda k, x, y: x[:, 2, 1:3],
    "steps backwards": lambda k, x, y: x[:, ::-1] + y[:, ::-1, :],
    "a new axis": lambda k, x, y: x[:, None, 1:5:2],
    "expand": lambda k, x, y: k.ops.expand_dims(x, -1) + k.ops.expand_dims(y, 3),
    "squeeze": lambda k, x, y: k.ops.squeeze(k.ops.mean(x, axis=1, keepdims=True), 1),
    "squeeze all": lambda k, x, y: k.ops.squeeze(k.ops.mean(x, axis=1, keepdims=True)),
    "flip": lambda k, x, y: k.ops.flip(x, axis=1),
    "repeat": lambda k, x, y: k.ops.repeat(x, 3, axis=1),
    "concatenate": lambda k, x, y: k.ops.concatenate([x, y, x], axis=-1),
    "concatenate steps": lambda k, x, y: k.ops.concatenate([x, y], axis=1),
    "stack": lambda k, x, y: k.ops.stack([x, y], axis=1),
    "matmul": lambda k, x, y: k.ops.matmul(x, k.ops.transpose(y, (0, 2, 1))),
    "matmul with a matrix": lambda k, x, y: x @ np.ones((4, 3), np.float32),
    "matmul with a vector": lambda k, x, y: k.ops.matmul(x, np.ones(4, np.float32)),
    "dot with a matrix": lambda k, x, y: k.ops.dot(x, np.ones((4, 3), np.float32)),
    "einsum": lambda k, x, y: k.ops.einsum("btd,bsd->bts", x, y),
    "einsum of one": lambda k, x, y: k.ops.einsum("btd->bd", x),
    "rounded": lambda k, x, y: k.ops.floor(x) + k.ops.ceil(y) + k.ops.round(x * 2),
    "small": lambda k, x, y: k.ops.log1p(k.ops.abs(x)) + k.ops.expm1(y),
    "inverse": lambda k, x, y: k.ops.reciprocal(k.ops.abs(x) + 1) + k.ops.rsqrt(y * y + 1),
    "no gradient": lambda k, x, y: k.ops.stop_gradient(x) + k.ops.convert_to_tensor(y),
    "where": lambda k, x, y: k.ops.where(x > 0.25, x, y),
    "where constants": lambda k, x, y: k.ops.where(k.ops.less_equal(x, y), 1.0, -1.0) * x,
    "clip": lambda k, x, y: k.ops.clip(x, -0.5, 0.25),
    "compare": lambda k, x, y: k.ops.cast(k.ops.greater_equal(x, y), "float32") + x,
    "equal": lambda k, x, y: k.ops.equal(k.ops.sign(x), k.ops.sign(y)),
    "any": lambda k, x, y: k.ops.any(k.ops.not_equal(x, 0), axis=-1),
    "all": lambda k, x, y: k.ops.all(k.ops.less(x, 1.0), axis=2, keepdims=True),
    "logic": lambda k, x, y: k.ops.logical_or(
        k.ops.logical_and(x > 0, y > 0), k.ops.logical_not(x > -1)
    ),
    "either": lambda k, x, y: k.ops.logical_xor(x > 0, y > 0),
    "like": lambda k, x, y: k.ops.ones_like(x) + k.ops.zeros_like(y),
    "truth like": lambda k, x, y: k.ops.logical_or(
        x[..., :1] > 0, k.ops.zeros_like(x, dtype="bool")
    ),
    "to ids": lambda k, x, y: k.ops.cast(k.ops.clip(x * 3, 0, 5), "int32"),
}

Values = dict[str, Any]


def _layers(model: Any) -> list[dict[str, Any]]:
    """The entries as a file has them."""
    found: list[dict[str, Any]] = json.loads(model.to_json())["config"]["layers"]
    return found


def _ours(model: Any, values: Values) -> tuple[Any, Any]:
    """The last output by our operations, and its shape, sizes of the batch unknown."""
    values = dict(values)
    shapes = {name: (None, *array.shape[1:]) for name, array in values.items()}
    name = ""
    waiting = [entry for entry in _layers(model) if entry["class_name"] != "InputLayer"]
    while waiting:
        entry = waiting.pop(0)
        name, kind = entry["config"]["name"], f"ops.{entry['class_name']}"
        (node,) = uses(name, entry["inbound_nodes"])
        if any(source not in values for source, _, _ in node.inputs):
            waiting.append(entry)
            continue
        kept = {**entry["config"], **node.arguments}
        options = {key: value for key, value in kept.items() if key in KINDS[kind].options}
        given = tuple(shapes[source] for source, _, _ in node.inputs)
        shapes[name] = KINDS[kind].shape({**options, "name": name}, given)
        layer = Layer(name, kind, options, {}, shapes[name])
        inputs = [values[source] for source, _, _ in node.inputs]
        values[name] = computed(layer, inputs, [None] * len(inputs))
    last = json.loads(model.to_json())["config"]["output_layers"]
    answer = last[0] if isinstance(last[0], str) else last[0][0]
    return values[answer], shapes[answer]


def _inputs(dtype: str) -> tuple[Any, Any]:
    random = np.random.default_rng(1)
    x, y = (random.standard_normal((3, 6, 4)).astype(np.float32).astype(dtype) for _ in "xy")
    x[0, :2] = 0
    return x, y


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", EXPRESSIONS)
def test_equals_keras(keras: Any, name: str, dtype: str) -> None:
    x, y = (keras.Input((6, 4), name=name) for name in "xy")
    made = EXPRESSIONS[name](keras, x, y)
    used = [tensor for tensor in (x, y) if any(tensor is one for one in _sources(made))]
    model = keras.Model(used, made)
    arrays = dict(zip("xy", _inputs(dtype), strict=True))
    found, shape = _ours(model, {tensor.name: arrays[tensor.name] for tensor in used})
    single = [arrays[tensor.name].astype(np.float32) for tensor in used]
    wanted = np.asarray(model(single))
    if wanted.dtype.kind == "f":
        assert found.dtype == dtype
    else:
        assert found.dtype == wanted.dtype
    assert distance(found, wanted) <= 2e-6
    assert tuple(shape) == tuple(made.shape)


def _sources(made: Any) -> list[Any]:
    """Every tensor that another is made of, itself among them."""
    todo, found = [made], {}
    while todo:
        tensor = todo.pop()
        if id(tensor) not in found:
            found[id(tensor)] = tensor
            history = tensor._keras_history
            todo += history.operation._inbound_nodes[history.node_index].input_tensors
    return list(found.values())


def test_every_operation_is_tested(keras: Any) -> None:
    x, y = keras.Input((6, 4)), keras.Input((6, 4))
    seen = {
        f"ops.{type(tensor._keras_history.operation).__name__}"
        for expression in EXPRESSIONS.values()
        for tensor in _sources(expression(keras, x, y))
    }
    lacking = {name for name in FUNCTIONS if name.startswith("ops.")} - seen
    assert lacking <= {"ops.Abs"}, lacking  # another name of Absolute


def test_an_id_is_compared_as_an_id() -> None:
    layer = Layer("n", "ops.NotEqual", {"args": [None, 0], "kwargs": {}}, {}, ())
    found = computed(layer, [np.array([[0, 3, 0]], np.int32)], [None])
    assert found.tolist() == [[False, True, False]]


SLICE = {"class_name": "__slice__", "config": {"start": None, "stop": None, "step": None}}
FIRST = {"class_name": "__slice__", "config": {"start": 0, "stop": 1, "step": None}}


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("Mean", {"axis": None}),
        ("Mean", {"axis": [0, 1]}),
        ("Sum", {"axis": -3}),
        ("Reshape", {"newshape": [3, 24]}),
        ("Transpose", {"axes": [1, 0, 2]}),
        ("Transpose", {"axes": None}),
        ("ExpandDims", {"axis": 0}),
        ("Squeeze", {"axis": 0}),
        ("Flip", {"axis": None}),
        ("Softmax", {"axis": 0}),
        ("Einsum", {"subscripts": "btd->tdb"}),
        ("Einsum", {"subscripts": "...d->..."}),
        ("GetItem", {"args": [None, 0]}),
        ("GetItem", {"args": [None, [FIRST, SLICE]]}),
        ("GetItem", {"args": [None, [None, SLICE]]}),
    ],
    ids=str,
)
def test_what_mixes_the_sequences_of_a_batch_is_refused(kind: str, options: Any) -> None:
    with pytest.raises(UnsupportedError):
        KINDS[f"ops.{kind}"].shape({"name": "n", **options}, ((None, 6, 4),))


@pytest.mark.parametrize(
    ("kind", "options", "shapes"),
    [
        ("Reshape", {"newshape": [-1, 25]}, ((None, 6, 4),)),
        ("Add", {"args": [None, None]}, ((None, 6, 4), (None, 4))),
        ("Add", {"args": [None, None]}, ((None, 6, 4),)),
        ("Add", {"args": [None]}, ((None, 6, 4),)),
        ("Add", {"args": [None, [[1.0], [2.0, 3.0]]]}, ((None, 6, 4),)),
        ("Add", {"args": [None, "x"]}, ((None, 6, 4),)),
        ("Add", {"args": [None, [1.0, 2.0]]}, ((None, 6, 4),)),
        ("Add", {"args": [None], "kwargs": {"y": 1}}, ((None, 6, 4),)),
        ("Matmul", {"args": [None, None]}, ((None, 6, 4), (None, 6, 4))),
        ("Einsum", {"subscripts": "btd,bsd->bts"}, ((None, 6, 4), (None, 6, 3))),
        ("Einsum", {"subscripts": "btd->bx"}, ((None, 6, 4),)),
        ("Einsum", {"subscripts": "bt->b"}, ((None, 6, 4),)),
        ("Einsum", {"subscripts": 7}, ((None, 6, 4),)),
        ("Dot", {"args": [None, None]}, ((None, 6, 4), (None, 4, 6))),
        ("GetItem", {"args": [None, [SLICE, 6]]}, ((None, 6, 4),)),
        ("GetItem", {"args": [None, [SLICE, {"class_name": "os.system"}]]}, ((None, 6, 4),)),
        ("GetItem", {"args": [None, [SLICE] * 5]}, ((None, 6, 4),)),
        ("Concatenate", {"axis": 1}, ((None, 6, 4), (None, 6, 3))),
        ("Repeat", {"repeats": 2**30, "axis": 1}, ((None, 6, 4),)),
        ("Clip", {"x_min": None, "x_max": 1}, ((None, 6, 4),)),
        ("Cast", {"dtype": "float16"}, ((None, 6, 4),)),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(kind: str, options: Any, shapes: Any) -> None:
    with pytest.raises(ModelError):
        KINDS[f"ops.{kind}"].shape({"name": "n", **options}, shapes)
