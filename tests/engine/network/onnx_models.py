"""ONNX models for the tests, node by node, as the usual exporters write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
STEPS, WIDTH, UNITS, WORDS = 6, 3, 4, 11
GATES = {"RNN": 1, "LSTM": 4, "GRU": 3}


class Writer:
    """Collects nodes and constants; every name is unique.

    Args:
        seed: of the weights.
    """

    def __init__(self, seed: int = 7) -> None:
        self.rng = np.random.default_rng(seed)
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, array: Any, dtype: Any = np.float32, name: str = "") -> str:
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(array, dtype), name))
        return name

    def whole(self, *numbers: int) -> str:
        return self.constant(numbers, np.int64)

    def random(self, *shape: int, scale: float = 0.6) -> str:
        return self.constant(self.rng.normal(scale=scale, size=shape))

    def node(self, op: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        return self.many(op, inputs, 1, name, **attributes)[0]

    def many(
        self, op: str, inputs: Sequence[str], count: int, name: str = "", **attributes: Any
    ) -> list[str]:
        outputs = [f"t{len(self.nodes)}_{k}" for k in range(count)]
        self.nodes.append(helper.make_node(op, list(inputs), outputs, name=name, **attributes))
        return outputs

    def recurrent(
        self,
        kind: str,
        x: str,
        width: int = WIDTH,
        units: int = UNITS,
        direction: str = "forward",
        bias: bool = True,
        rest: Sequence[str] = (),
        count: int = 0,
        name: str = "",
        **attributes: Any,
    ) -> list[str]:
        """A recurrent node; its outputs."""
        ways = 2 if direction == "bidirectional" else 1
        rows = GATES[kind] * units
        inputs = [x, self.random(ways, rows, width), self.random(ways, rows, units)]
        inputs.append(self.random(ways, 2 * rows) if bias else "")
        inputs += rest
        return self.many(
            kind,
            inputs,
            count or (3 if kind == "LSTM" else 2),
            name,
            hidden_size=units,
            direction=direction,
            **attributes,
        )

    def model(
        self,
        inputs: Sequence[tuple[str, int, Sequence[int | str | None]]],
        outputs: Sequence[str],
        opset: int = 17,
    ) -> onnx.ModelProto:
        graph = helper.make_graph(
            self.nodes,
            "test",
            [helper.make_tensor_value_info(*one) for one in inputs],
            [helper.make_tensor_value_info(name, FLOAT, None) for name in outputs],
            self.constants,
        )
        domains = [helper.make_opsetid("", opset), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=domains, ir_version=8, producer_name="test")


NUMBERS = ("x", FLOAT, ["batch", "steps", WIDTH])
TIME_MAJOR = ("x", FLOAT, ["steps", "batch", WIDTH])
IDS = ("x", INT64, ["batch", "steps"])


# -- bare nodes --------------------------------------------------------------------


def bare(kind: str, direction: str, **more: Any) -> onnx.ModelProto:
    """One node that reads the input as it stands, steps first, and all its outputs."""
    writer = Writer()
    outputs = writer.recurrent(kind, "x", direction=direction, **more)
    return writer.model([TIME_MAJOR], outputs)


def more(
    kind: str,
    direction: str = "forward",
    *,
    lengths: bool = False,
    states: bool = False,
    peepholes: bool = False,
    layout: int = 0,
    **attributes: Any,
) -> onnx.ModelProto:
    """One node with what Keras's layers have not, and all its outputs."""
    writer = Writer()
    ways = 2 if direction == "bidirectional" else 1
    rest = ["lens" if lengths else "", *(["hs", "cs"] if states else ["", ""]), "P"]
    rest = rest[:4] if peepholes else rest[: 3 if kind == "LSTM" else 2]
    if layout:
        attributes["layout"] = layout
    outputs = writer.recurrent(kind, "x", direction=direction, rest=rest, **attributes)
    if peepholes:
        writer.constant(writer.rng.normal(size=(ways, 3 * UNITS)), name="P")
    given = [NUMBERS if layout else TIME_MAJOR]
    given += [("lens", TensorProto.INT32, ["batch"])] if lengths else []
    shape = ["batch", ways, UNITS] if layout else [ways, "batch", UNITS]
    names = ("hs", "cs") if kind == "LSTM" else ("hs",)
    given += [(name, FLOAT, shape) for name in names] if states else []
    return writer.model(given, outputs)


BEYOND: dict[str, tuple[str, dict[str, Any]]] = {
    "LSTM clip": ("LSTM", {"clip": 0.9}),
    "GRU clip": ("GRU", {"clip": 0.9}),
    "GRU clip, reset after": ("GRU", {"clip": 0.9, "linear_before_reset": 1}),
    "RNN clip": ("RNN", {"clip": 0.9}),
    "LSTM peepholes": ("LSTM", {"peepholes": True}),
    "LSTM input_forget": ("LSTM", {"input_forget": 1}),
    "LSTM all": (
        "LSTM",
        {
            "peepholes": True, "input_forget": 1, "clip": 0.7,
            "activations": ["HardSigmoid", "Softsign", "ScaledTanh"],
            "activation_alpha": [0.3, 1.7], "activation_beta": [0.45, 0.66],
        },
    ),
    "LSTM peepholes and clip": ("LSTM", {"peepholes": True, "clip": 0.7}),
    "LSTM third function": ("LSTM", {"activations": ["Sigmoid", "Tanh", "Relu"]}),
    "LSTM second function": ("LSTM", {"activations": ["Sigmoid", "Elu", "Tanh"]}),
    "GRU hard": (
        "GRU",
        {
            "activations": ["HardSigmoid", "ScaledTanh"],
            "activation_alpha": [0.3, 1.7], "activation_beta": [0.45, 0.66],
        },
    ),
    "RNN affine": (
        "RNN", {"activations": ["Affine"], "activation_alpha": [0.5], "activation_beta": [0.1]},
    ),
    "RNN thresholded": (
        "RNN", {"activations": ["ThresholdedRelu"], "activation_alpha": [0.2]},
    ),
    "RNN softplus": ("RNN", {"activations": ["Softplus"]}),
}  # fmt: skip
"""What ONNX has and Keras has not, in a node that reads forwards; with it the activations twice
where it reads both ways."""


def beyond(name: str, direction: str = "forward", **also: Any) -> onnx.ModelProto:
    """One of `BEYOND`, in a direction."""
    kind, attributes = BEYOND[name]
    attributes = dict(attributes)
    if direction == "bidirectional":
        for key in ("activations", "activation_alpha", "activation_beta"):
            if key in attributes:
                attributes[key] = attributes[key] * 2
    return more(kind, direction, **attributes, **also)


# -- as torch.onnx.export writes ---------------------------------------------------


def torch_zeros(writer: Writer, x: str, layers: int, batch_axis: int) -> str:
    """The chain by which PyTorch makes the zero state of the batch that it gets."""
    place = writer.constant(batch_axis, np.int64)
    batch = writer.node("Gather", writer.node("Shape", x), place, axis=0)
    sizes = [writer.whole(layers), writer.node("Unsqueeze", batch, writer.whole(0))]
    shape = writer.node("Concat", *sizes, writer.whole(UNITS), axis=0)
    return writer.node("ConstantOfShape", shape)


def torch_like(
    kind: str, layers: int = 1, both: bool = False, end: str = "last", first: bool = True
) -> onnx.ModelProto:
    """Embedding, stacked recurrent layers, the last step or state, Linear, Sigmoid."""
    writer = Writer()
    ways = 2 if both else 1
    direction = "bidirectional" if both else "forward"
    x = writer.node("Gather", writer.random(WORDS, WIDTH), "x", name="/emb/Gather")
    zeros = torch_zeros(writer, x, layers * ways, 0 if first else 1)
    y = writer.node("Transpose", x, perm=[1, 0, 2]) if first else x
    states = []
    for layer in range(layers):
        zero = zeros
        if layers > 1:
            cut = [writer.whole(layer * ways), writer.whole((layer + 1) * ways), writer.whole(0)]
            zero = writer.node("Slice", zeros, *cut)
        rest = ["", zero, zero] if kind == "LSTM" else ["", zero]
        width = UNITS * ways if layer else WIDTH
        extra = {"linear_before_reset": 1} if kind == "GRU" else {}
        name = f"/rnn/{kind}_{layer}" if layer else f"/rnn/{kind}"
        out = writer.recurrent(
            kind, y, width=width, direction=direction, rest=rest, name=name, **extra
        )
        states.append(out[1])
        if both:
            turned = writer.node("Transpose", out[0], perm=[0, 2, 1, 3])
            y = writer.node("Reshape", turned, writer.whole(0, 0, -1))
        else:
            y = writer.node("Squeeze", out[0], writer.whole(1))
    y = writer.node("Transpose", y, perm=[1, 0, 2]) if first else y
    h = writer.node("Concat", *states, axis=0) if layers > 1 else states[0]
    at = 1 if first else 0
    if end == "last":
        y = writer.node("Gather", y, writer.constant(-1, np.int64), axis=at)
    elif end == "slice":
        cut = [writer.whole(-1), writer.whole(2**63 - 1), writer.whole(at), writer.whole(1)]
        y = writer.node("Squeeze", writer.node("Slice", y, *cut), writer.whole(at))
    elif end == "state":
        parts = [
            writer.node("Gather", h, writer.constant(place, np.int64), axis=0)
            for place in range(-ways, 0)
        ]
        y = writer.node("Concat", *parts, axis=1) if both else parts[0]
    elif end == "mean":
        y = writer.node("ReduceMean", y, axes=[at], keepdims=0)
    elif end == "max":
        y = writer.node("ReduceMax", y, axes=[at], keepdims=0)
    if end == "all":
        y = writer.node("MatMul", y, writer.random(UNITS * ways, 2), name="/fc/MatMul")
        y = writer.node("Add", writer.random(2), y, name="/fc/Add")
    else:
        head = [y, writer.random(2, UNITS * ways), writer.random(2)]
        y = writer.node("Gemm", *head, transB=1, name="/fc/Gemm")
    given = IDS if first else ("x", INT64, ["steps", "batch"])
    return writer.model([given], [writer.node("Sigmoid", y, name="/Sigmoid")])


# -- as tf2onnx writes -------------------------------------------------------------


def keras_zeros(writer: Writer, x: str) -> str:
    """The chain by which tf2onnx keeps Keras's zero state."""
    shape = writer.node("Cast", writer.node("Shape", x), to=TensorProto.INT32)
    batch = writer.node("Slice", shape, writer.whole(0), writer.whole(1), writer.whole(0))
    one = writer.node("Concat", batch, writer.constant([UNITS], np.int32), axis=0)
    wide = writer.node("Cast", one, to=INT64)
    zeros = writer.node("Expand", writer.constant([0.0]), wide)
    return writer.node("Unsqueeze", zeros, writer.whole(0))


def keras_like(kind: str, whole: bool, steps: int | str = "steps") -> onnx.ModelProto:
    """A recurrent layer of Keras, and a Dense on the last state or on every step."""
    writer = Writer()
    zero = keras_zeros(writer, "x")
    rest = ["", zero, zero] if kind == "LSTM" else ["", zero]
    x = writer.node("Transpose", "x", perm=[1, 0, 2])
    name = f"model/{kind.lower()}/PartitionedCall/{kind.lower()}"
    out = writer.recurrent(kind, x, rest=rest, name=name)
    kernel, bias = writer.random(UNITS, 2), writer.random(2)
    if whole:
        y = writer.node(
            "Transpose", writer.node("Squeeze", out[0], writer.whole(1)), perm=[1, 0, 2]
        )
        flat = writer.node("Reshape", y, writer.whole(-1, UNITS))
        y = writer.node("Add", writer.node("MatMul", flat, kernel), bias, name="model/dense/Add")
        y = writer.node(
            "Reshape", y, writer.whole(-1, steps if isinstance(steps, int) else STEPS, 2)
        )
    else:
        h = writer.node("Squeeze", out[1], writer.whole(0))
        y = writer.node("Add", writer.node("MatMul", h, kernel), bias, name="model/dense/Add")
    return writer.model([("x", FLOAT, ["batch", steps, WIDTH])], [writer.node("Softmax", y)])


def keras_both(mode: str, whole: bool) -> onnx.ModelProto:
    """A Bidirectional: the directions parted, and merged again as Keras does it."""
    writer = Writer()
    x = writer.node("Transpose", "x", perm=[1, 0, 2])
    out = writer.recurrent("LSTM", x, direction="bidirectional")
    if whole:
        sides = writer.many("Split", [out[0], writer.whole(1, 1)], 2, axis=1)
        sides = [writer.node("Squeeze", side, writer.whole(1)) for side in sides]
        sides = [writer.node("Transpose", side, perm=[1, 0, 2]) for side in sides]
    else:
        sides = [
            writer.node(
                "Squeeze",
                writer.node("Slice", out[1], writer.whole(k), writer.whole(k + 1), writer.whole(0)),
                writer.whole(0),
            )
            for k in (0, 1)
        ]
    merge = {"sum": "Add", "mul": "Mul", "ave": "Mean"}
    if mode == "concat":
        return writer.model([NUMBERS], [writer.node("Concat", *sides, axis=-1)])
    return writer.model([NUMBERS], [writer.node(merge[mode], *sides)])


def backwards(whole: bool) -> onnx.ModelProto:
    """A layer that reads backwards alone."""
    writer = Writer()
    x = writer.node("Transpose", "x", perm=[1, 0, 2])
    out = writer.recurrent("GRU", x, direction="reverse", linear_before_reset=1)
    y = writer.node("Squeeze", out[0], writer.whole(1)) if whole else out[1]
    return writer.model([NUMBERS], [y])


def convolved() -> onnx.ModelProto:
    """TensorFlow's one-dimensional convolution is a flat one of an image; then a GRU."""
    writer = Writer()
    x = writer.node("Transpose", "x", perm=[0, 2, 1])
    x = writer.node("Unsqueeze", x, writer.whole(2))
    x = writer.node("Conv", x, writer.random(5, WIDTH, 1, 3), writer.random(5), pads=[0, 1, 0, 1])
    x = writer.node("Squeeze", x, writer.whole(2))
    x = writer.node("MaxPool", writer.node("Relu", x), kernel_shape=[2], strides=[2])
    scale = [writer.random(5) for _ in range(3)]
    variance = writer.constant(writer.rng.uniform(0.5, 2, 5))
    x = writer.node("BatchNormalization", x, *scale, variance, epsilon=1e-3)
    x = writer.node("Transpose", x, perm=[2, 0, 1])
    h = writer.recurrent("GRU", x, width=5)[1]
    return writer.model([NUMBERS], [writer.node("Squeeze", h, writer.whole(0))])


def channels_first() -> onnx.ModelProto:
    """PyTorch's convolution reads (batch, features, steps), and so does the model."""
    writer = Writer()
    x = writer.node("Conv", "x", writer.random(5, WIDTH, 3), writer.random(5), dilations=[2])
    x = writer.node("LeakyRelu", x, alpha=0.1)
    x = writer.node("Transpose", x, perm=[2, 0, 1])
    y = writer.recurrent("LSTM", x, width=5)[0]
    y = writer.node("Transpose", writer.node("Squeeze", y, writer.whole(1)), perm=[1, 2, 0])
    y = writer.node("GlobalAveragePool", y)
    return writer.model([("x", FLOAT, ["batch", WIDTH, STEPS])], [writer.node("Flatten", y)])


# -- graphs ------------------------------------------------------------------------


def encoder_decoder() -> onnx.ModelProto:
    """The states of one LSTM begin another, which reads a second input."""
    writer = Writer()
    first = writer.node("Transpose", "x", perm=[1, 0, 2])
    _, h, c = writer.recurrent("LSTM", first)
    second = writer.node("Transpose", "z", perm=[1, 0, 2])
    y = writer.recurrent("LSTM", second, width=2, rest=["", h, c])[0]
    y = writer.node("Transpose", writer.node("Squeeze", y, writer.whole(1)), perm=[1, 0, 2])
    return writer.model([NUMBERS, ("z", FLOAT, ["batch", "later", 2])], [y])


def given_state() -> onnx.ModelProto:
    """The initial state is an input."""
    writer = Writer()
    y, h = writer.recurrent("GRU", "x", rest=["", "h0"])
    return writer.model([TIME_MAJOR, ("h0", FLOAT, [1, "batch", UNITS])], [y, h])


def torch_states() -> onnx.ModelProto:
    """``rnn(x, (h0, c0))`` of two layers both ways, batch first, of packed sequences: all states
    are in one input each, and a part of it goes to each layer."""
    writer = Writer()
    y = writer.node("Transpose", "x", perm=[1, 0, 2])
    lens = writer.node("Cast", "lengths", to=TensorProto.INT32)
    ends: list[list[str]] = []
    for layer in range(2):
        cut = [writer.whole(2 * layer), writer.whole(2 * layer + 2), writer.whole(0)]
        parts = [writer.node("Slice", name, *cut) for name in ("hs", "cs")]
        width = 2 * UNITS if layer else WIDTH
        out, *own = writer.recurrent(
            "LSTM", y, width=width, direction="bidirectional", rest=[lens, *parts]
        )
        ends.append(own)
        turned = writer.node("Transpose", out, perm=[0, 2, 1, 3])
        y = writer.node("Reshape", turned, writer.whole(0, 0, -1))
    states = [writer.node("Concat", *each, axis=0) for each in zip(*ends, strict=True)]
    state = [4, "batch", UNITS]
    return writer.model(
        [NUMBERS, ("lengths", INT64, ["batch"]), ("hs", FLOAT, state), ("cs", FLOAT, state)],
        [writer.node("Transpose", y, perm=[1, 0, 2]), *states],
    )


def learned_states(how: str) -> onnx.ModelProto:
    """Initial states that were learned, for any batch: ``h0.expand(-1, batch, -1)`` of two layers,
    each of which gets its own."""
    writer = Writer()
    place = writer.constant(0, np.int64)
    batch = writer.node(
        "Unsqueeze", writer.node("Gather", writer.node("Shape", "x"), place), writer.whole(0)
    )
    shape = [
        writer.whole(1 if how == "Tile" else 2),
        batch,
        writer.whole(1 if how == "Tile" else UNITS),
    ]
    sizes = writer.node("Concat", *shape, axis=0)
    y = writer.node("Transpose", "x", perm=[1, 0, 2])
    wholes = [writer.random(2, 1, UNITS) for _ in range(2)]
    if how != "one sequence":
        wholes = [writer.node(how, one, sizes) for one in wholes]
    for layer in range(2):
        cut = [writer.whole(layer), writer.whole(layer + 1), writer.whole(0)]
        parts = [writer.node("Slice", one, *cut) for one in wholes]
        out = writer.recurrent("LSTM", y, width=UNITS if layer else WIDTH, rest=["", *parts])
        y = writer.node("Squeeze", out[0], writer.whole(1))
    given = ("x", FLOAT, [1, "steps", WIDTH]) if how == "one sequence" else NUMBERS
    return writer.model([given], [writer.node("Transpose", y, perm=[1, 0, 2]), *out[1:]])


def halves(end: str) -> onnx.ModelProto:
    """What is done with the two ways: ``out[:, :, :U] + out[:, :, U:]``, the states seen as (layers,
    ways, batch, units), or side by side in a row of each sequence."""
    writer = Writer()
    x = writer.node("Transpose", "x", perm=[1, 0, 2])
    y, h = writer.recurrent("GRU", x, direction="bidirectional")
    if end == "halves":
        y = writer.node(
            "Reshape", writer.node("Transpose", y, perm=[2, 0, 1, 3]), writer.whole(0, 0, -1)
        )
        cuts = [(0, UNITS), (UNITS, 2**63 - 1)]
        sides = [
            writer.node("Slice", y, writer.whole(a), writer.whole(b), writer.whole(2))
            for a, b in cuts
        ]
        return writer.model([NUMBERS], [writer.node("Add", *sides)])
    if end == "view":
        h = writer.node("Reshape", h, writer.whole(1, 2, -1, UNITS))
        h = writer.node("Gather", h, writer.constant(-1, np.int64), axis=0)
        sides = [writer.node("Gather", h, writer.constant(k, np.int64), axis=0) for k in (0, 1)]
        return writer.model([NUMBERS], [writer.node("Concat", *sides, axis=1)])
    row = writer.node(
        "Reshape", writer.node("Transpose", h, perm=[1, 0, 2]), writer.whole(-1, 2 * UNITS)
    )
    y = writer.node(
        "Reshape", writer.node("Transpose", y, perm=[2, 0, 1, 3]), writer.whole(0, 0, -1)
    )
    return writer.model([NUMBERS], [writer.node("Gemm", row, writer.random(2 * UNITS, 2)), y, h])


def packed(direction: str) -> onnx.ModelProto:
    """A packed sequence, its padded steps and its state."""
    writer = Writer()
    lens = writer.node("Cast", "lengths", to=TensorProto.INT32)
    x = writer.node("Transpose", "x", perm=[1, 0, 2])
    y, h = writer.recurrent("GRU", x, direction=direction, rest=[lens])
    y = writer.node("Transpose", writer.node("Squeeze", y, writer.whole(1)), perm=[1, 0, 2])
    last = writer.node("Gather", y, writer.constant(-1, np.int64), axis=1)
    state = writer.node("Squeeze", h, writer.whole(0))
    return writer.model([NUMBERS, ("lengths", INT64, ["batch"])], [y, last, state])


def attention(how: str) -> onnx.ModelProto:
    """A weight for each step, and the sum of what the steps have: by a layer of their own, or by the
    products with the last state."""
    writer = Writer()
    y, h = writer.recurrent("GRU", writer.node("Transpose", "x", perm=[1, 0, 2]))
    y = writer.node("Transpose", writer.node("Squeeze", y, writer.whole(1)), perm=[1, 0, 2])
    if how == "learned":
        score = writer.node("Tanh", writer.node("MatMul", y, writer.random(UNITS, UNITS)))
        weight = writer.node(
            "Softmax", writer.node("MatMul", score, writer.random(UNITS, 1)), axis=1
        )
        z = writer.node("ReduceSum", writer.node("Mul", weight, y), writer.whole(1), keepdims=0)
    else:
        state = writer.node("Transpose", h, perm=[1, 2, 0])
        weight = writer.node("Softmax", writer.node("MatMul", y, state), axis=1)
        turned = writer.node("Transpose", weight, perm=[0, 2, 1])
        z = writer.node("Squeeze", writer.node("MatMul", turned, y), writer.whole(1))
    return writer.model([NUMBERS], [writer.node("Gemm", z, writer.random(UNITS, 2)), weight])


def _counted() -> onnx.ModelProto:
    """Lengths that are counted in the ids."""
    writer = Writer()
    x = writer.node("Gather", writer.random(WORDS, WIDTH), "x")
    there = writer.node("Not", writer.node("Equal", "x", writer.constant(0, np.int64)))
    lens = writer.node("ReduceSum", writer.node("Cast", there, to=6), writer.whole(1), keepdims=0)
    h = writer.recurrent("GRU", writer.node("Transpose", x, perm=[1, 0, 2]), rest=[lens])[1]
    return writer.model([IDS], [h])


def residual() -> onnx.ModelProto:
    """Arithmetic between steps: scaling, a gate, a residual, the two beside each other."""
    writer = Writer()
    x = writer.node("Sub", "x", writer.random(WIDTH))
    x = writer.node("Div", x, writer.constant(2.0))
    y = writer.recurrent("RNN", writer.node("Transpose", x, perm=[1, 0, 2]))[0]
    y = writer.node("Transpose", writer.node("Squeeze", y, writer.whole(1)), perm=[1, 0, 2])
    gate = writer.node("Sigmoid", writer.node("MatMul", y, writer.random(UNITS, UNITS)))
    z = writer.node("Add", y, writer.node("Mul", y, gate))
    z = writer.node("LayerNormalization", z, writer.random(UNITS), writer.random(UNITS))
    z = writer.node("Max", z, writer.node("Dropout", y))
    return writer.model([NUMBERS], [writer.node("Concat", z, y, axis=2)])


def flattened() -> onnx.ModelProto:
    """All steps side by side into one Gemm."""
    writer = Writer()
    y = writer.recurrent("LSTM", writer.node("Transpose", "x", perm=[1, 0, 2]))[0]
    y = writer.node("Transpose", writer.node("Squeeze", y, writer.whole(1)), perm=[1, 0, 2])
    y = writer.node("Reshape", y, writer.whole(-1, STEPS * UNITS))
    y = writer.node(
        "Gemm", y, writer.random(STEPS * UNITS, 2), writer.random(2), alpha=0.5, beta=2.0
    )
    return writer.model([("x", FLOAT, ["batch", STEPS, WIDTH])], [y])


def no_batch() -> onnx.ModelProto:
    """A model of one sequence, without a batch."""
    writer = Writer()
    x = writer.node("Unsqueeze", "x", writer.whole(1))
    y = writer.recurrent("LSTM", x)[0]
    y = writer.node("Squeeze", writer.node("Squeeze", y, writer.whole(1)), writer.whole(1))
    y = writer.node("Gemm", y, writer.random(UNITS, 2))
    return writer.model([("x", FLOAT, ["steps", WIDTH])], [y])


def one_hot() -> onnx.ModelProto:
    """Ids as rows of zeros with a one."""
    writer = Writer()
    row = [writer.constant(WORDS, np.int64), writer.constant([0, 1])]
    x = writer.node("Transpose", writer.node("OneHot", "x", *row), perm=[1, 0, 2])
    h = writer.recurrent("RNN", x, width=WORDS)[1]
    return writer.model([IDS], [writer.node("Squeeze", h, writer.whole(0))])


def middle_step() -> onnx.ModelProto:
    """A step that is not the last, and a part of the features."""
    writer = Writer()
    y = writer.recurrent("LSTM", "x")[0]
    y = writer.node("Squeeze", y, writer.whole(1))
    y = writer.node("Gather", y, writer.constant(2, np.int64), axis=0)
    y = writer.node("Slice", y, writer.whole(1), writer.whole(3), writer.whole(1))
    return writer.model([TIME_MAJOR], [y])


def lengths(last: int) -> onnx.ModelProto:
    """Sequence lengths as a constant."""
    writer = Writer()
    rest = [writer.constant([last], np.int32)]
    y = writer.recurrent("LSTM", "x", rest=rest)[0]
    return writer.model([("x", FLOAT, [STEPS, 1, WIDTH])], [y])


def _unlike_lengths() -> onnx.ModelProto:
    writer = Writer()
    y = writer.recurrent("LSTM", "x", rest=[writer.constant([6, 3], np.int32)])[0]
    return writer.model([("x", FLOAT, [STEPS, 2, WIDTH])], [y])


def _read_peepholes() -> onnx.ModelProto:
    writer = Writer()
    y = writer.recurrent("LSTM", "x", rest=["", "", "", "P"])[0]
    return writer.model([TIME_MAJOR, ("P", FLOAT, [1, 3 * UNITS])], [y])


def _odd_state() -> onnx.ModelProto:
    writer = Writer()
    y = writer.recurrent("GRU", "x", rest=["", writer.random(1, 2, UNITS)])[0]
    return writer.model([("x", FLOAT, [STEPS, 2, WIDTH])], [y])


def _after(op: str, **attributes: Any) -> Callable[[], onnx.ModelProto]:
    def build() -> onnx.ModelProto:
        writer = Writer()
        y = writer.recurrent("LSTM", writer.node("Transpose", "x", perm=[1, 0, 2]))[0]
        y = writer.node("Squeeze", y, writer.whole(1))
        y = writer.node(op, y, name="odd", **attributes)
        y = writer.node("MatMul", y, writer.random(UNITS, 2), name="head")
        return writer.model([NUMBERS], [writer.node("Relu", y, name="end")])

    return build


def _scanned() -> onnx.ModelProto:
    """A SimpleRNN as a Scan, as exporters that do not know it write it."""
    writer = Writer()
    steps = [
        ("MatMul", "hR", "a"),
        ("Add", "ax", "b"),
        ("Tanh", "b", "h1"),
        ("Identity", ["h1"], "y"),
    ]
    nodes = [helper.make_node(op, list(given), [made]) for op, given, made in steps]
    values = [helper.make_tensor_value_info(name, FLOAT, None) for name in ("h", "x", "h1", "y")]
    body = helper.make_graph(nodes, "body", values[:2], values[2:])
    writer.constant(np.eye(WIDTH), name="R")
    zero = writer.constant(np.zeros((1, WIDTH)))
    y = writer.many("Scan", [zero, "x"], 2, body=body, num_scan_inputs=1)[1]
    return writer.model([TIME_MAJOR], [writer.node("MatMul", y, writer.random(WIDTH, 2))])


def _quantised() -> onnx.ModelProto:
    writer = Writer()
    inputs = ["x", *(writer.random(1, 2, 2) for _ in range(2)), "", "", "", "", ""]
    y = writer.node(
        "DynamicQuantizeLSTM", *inputs, name="q", domain="com.microsoft", hidden_size=UNITS
    )
    y = writer.recurrent("GRU", writer.node("Squeeze", y, writer.whole(1)), width=UNITS)[0]
    return writer.model([TIME_MAJOR], [y])


REPLAYED: dict[str, Callable[[], onnx.ModelProto]] = {
    **{
        f"{kind} {direction}": lambda kind=kind, direction=direction: bare(kind, direction)  # type: ignore[misc]
        for kind in GATES
        for direction in ("forward", "reverse", "bidirectional")
    },
    "GRU linear_before_reset": lambda: bare("GRU", "bidirectional", linear_before_reset=1),
    "LSTM without bias": lambda: bare("LSTM", "bidirectional", bias=False),
    "GRU without bias": lambda: bare("GRU", "forward", bias=False, linear_before_reset=1),
    "RNN relu": lambda: bare("RNN", "forward", activations=["Relu"]),
    "RNN leaky": lambda: bare(
        "RNN", "forward", activations=["LeakyRelu"], activation_alpha=[0.2]
    ),
    "RNN two functions": lambda: bare("RNN", "bidirectional", activations=["Relu", "Tanh"]),
    "LSTM hard": lambda: bare(
        "LSTM",
        "forward",
        activations=["HardSigmoid", "Softsign", "Softsign"],
        activation_alpha=[0.2],
        activation_beta=[0.5],
    ),
    "GRU functions": lambda: bare("GRU", "forward", activations=["HardSigmoid", "Elu"]),
    **{
        f"torch {kind} {layers} {'both' if both else 'one'} {end}": (
            lambda kind=kind, layers=layers, both=both, end=end: torch_like(kind, layers, both, end)  # type: ignore[misc]
        )
        for kind, layers, both, end in (
            ("LSTM", 1, False, "last"), ("LSTM", 2, False, "state"), ("LSTM", 2, True, "state"),
            ("LSTM", 1, True, "last"), ("GRU", 1, True, "mean"), ("GRU", 2, False, "slice"),
            ("RNN", 3, True, "max"), ("RNN", 1, False, "all"), ("LSTM", 1, True, "all"),
            ("GRU", 1, False, "state"), ("GRU", 3, True, "state"),
        )
    },
    "torch time-major": lambda: torch_like("LSTM", 2, False, "last", first=False),
    **{
        f"keras {kind} {'whole' if whole else 'last'}": (
            lambda kind=kind, whole=whole: keras_like(kind, whole, STEPS if whole else "steps")  # type: ignore[misc]
        )
        for kind in GATES
        for whole in (False, True)
    },
    **{
        f"keras Bidirectional {mode} {'whole' if whole else 'last'}": (
            lambda mode=mode, whole=whole: keras_both(mode, whole)  # type: ignore[misc]
        )
        for mode in ("concat", "sum", "mul", "ave")
        for whole in (False, True)
    },
    "backwards whole": lambda: backwards(whole=True),
    "backwards last": lambda: backwards(whole=False),
    "convolution": convolved,
    "channels first": channels_first,
    "encoder-decoder": encoder_decoder,
    "given state": given_state,
    "residual": residual,
    "flattened": flattened,
    "no batch": no_batch,
    "one-hot": one_hot,
    "middle step": middle_step,
    "full lengths": lambda: lengths(STEPS),
    "short": lambda: lengths(3),
    **{
        f"{name} {direction}": (lambda name=name, direction=direction: beyond(name, direction))  # type: ignore[misc]
        for name in BEYOND
        for direction in ("forward", "bidirectional")
    },
    **{
        f"{kind} {direction} with states": (
            lambda kind=kind, direction=direction: more(kind, direction, states=True)  # type: ignore[misc]
        )
        for kind in GATES
        for direction in ("reverse", "bidirectional")
    },
    "torch states": torch_states,
    **{
        f"learned states {how}": lambda how=how: learned_states(how)  # type: ignore[misc]
        for how in ("Expand", "Tile", "one sequence")
    },
    **{f"ways {end}": lambda end=end: halves(end) for end in ("halves", "view", "row")},  # type: ignore[misc]
    **{f"attention {how}": lambda how=how: attention(how) for how in ("learned", "product")},  # type: ignore[misc]
    "softmax over steps": _after("Softmax", axis=0),
    **{f"packed {way}": lambda way=way: packed(way) for way in ("forward", "reverse")},  # type: ignore[misc]
}  # fmt: skip
"""What is replayed, and gives onnxruntime's numbers."""

REFUSED: dict[str, tuple[Callable[[], onnx.ModelProto], str]] = {
    "clip": (lambda: bare("LSTM", "forward", clip=-1.0), "LSTM.clip=-1.0"),
    "input_forget": (lambda: bare("GRU", "forward", input_forget=1), "GRU.input_forget=1"),
    "activations": (
        lambda: bare("RNN", "forward", activations=["Softmax"]),
        "RNN.activations='Softmax'",
    ),
    "one activation": (
        lambda: bare("LSTM", "forward", activations=["Sigmoid"]),
        "LSTM.activations=['Sigmoid']",
    ),
    "another attribute": (lambda: bare("RNN", "forward", zoneout=0.5), "RNN.zoneout=0.5"),
    "direction": (lambda: bare("RNN", "inward"), "RNN.direction='inward'"),
    "counted lengths": (_counted, "GRU.sequence_lens='computed'"),
    "unlike lengths": (_unlike_lengths, "LSTM.sequence_lens=[6, 3]"),
    "peepholes that are read": (_read_peepholes, "peepholes of the layer lstm is computed"),
    "odd state": (_odd_state, "initial_h"),
    "quantised": (_quantised, "com.microsoft.DynamicQuantizeLSTM"),
    "unknown": (_after("Erf"), "Erf"),
    "scan": (_scanned, "is a Scan, in which the exporter has hidden a recurrent layer"),
    "softmax over sequences": (_after("Softmax", axis=1), "axis"),
}
"""What is refused, and a word of the reason."""
