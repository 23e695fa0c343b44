"""Operations that take each number by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.network.kinds.checks import (
    all_known,
    choice,
    computable,
    flag,
    like_the_input,
    misfit,
    only_shape,
    unsupported,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.operations.calling import (
    CALLED,
    beside_the_batch,
    called_with,
    constant_shape,
    within,
)
from engine.network.network import Shape

ARITHMETIC = (
    "Add",
    "Subtract",
    "Multiply",
    "Divide",
    "TrueDivide",
    "Maximum",
    "Minimum",
    "Power",
)

COMPARISONS = (
    "Equal",
    "NotEqual",
    "Greater",
    "GreaterEqual",
    "Less",
    "LessEqual",
    "LogicalAnd",
    "LogicalOr",
    "LogicalXor",
)

FUNCTIONS = (
    "Negative",
    "Absolute",
    "Abs",
    "Exp",
    "Log",
    "Sqrt",
    "Square",
    "Sign",
    "Sin",
    "Cos",
    "Floor",
    "Ceil",
    "Round",
    "Reciprocal",
    "Rsqrt",
    "Log1p",
    "Expm1",
    "LogicalNot",
    "StopGradient",
)

ACTIVATIONS = {
    "Tanh": "tanh",
    "Sigmoid": "sigmoid",
    "Relu": "relu",
    "Relu6": "relu6",
    "Selu": "selu",
    "Silu": "silu",
    "Softplus": "softplus",
    "Softsign": "softsign",
    "LogSigmoid": "log_sigmoid",
    "HardSigmoid": "hard_sigmoid",
    "HardSilu": "hard_silu",
    "HardTanh": "hard_tanh",
}
"""Operations without settings, and the activations that they are."""

CONVERSIONS = ("ZerosLike", "OnesLike", "Cast", "ConvertToTensor")


def _broadcast(options: Options, shapes: Shapes, names: Sequence[str]) -> Shape:
    """The shape of tensors and constants together; a constant has no batch."""
    if not all_known(options, shapes):
        return ()
    if len({len(shape) for shape in shapes}) > 1:
        raise beside_the_batch(options, shapes)
    rank = len(shapes[0])

    def constant(value: Any) -> Shape:
        shape = constant_shape(options)(value)
        if len(shape) > rank or (len(shape) == rank and shape[0] != 1):
            raise beside_the_batch(options, (*shapes, shape))
        inner = shape if len(shape) < rank else shape[1:]
        return (None, *(1,) * (rank - 1 - len(inner)), *inner)

    result: list[int | None] = [shapes[0][0], *(1,) * (rank - 1)]
    for shape in called_with(options, shapes, names, constant):
        for axis, size in enumerate(shape[1:], 1):
            before = result[axis]
            if before in (1, None):
                # As ``broadcast_shapes`` of ``operation_utils.py``: None gives way.
                result[axis] = size if before == 1 or size not in (1, None) else before
            elif size not in (1, None, before):
                raise misfit(options, shapes)
    return computable(options, tuple(result))


def _two(options: Options, shapes: Shapes) -> Shape:
    return _broadcast(options, shapes, ("x1", "x2"))


def _where(options: Options, shapes: Shapes) -> Shape:
    return _broadcast(options, shapes, ("condition", "x1", "x2"))


def _gelu(options: Options, shapes: Shapes) -> Shape:
    flag(options, "approximate", True)
    return only_shape(options, shapes)


def _softmax(options: Options, shapes: Shapes) -> Shape:
    shape = only_shape(options, shapes)
    if shape:
        within(options, shape, -1)
    return shape


def _like(options: Options, shapes: Shapes) -> Shape:
    kind_of_numbers(options)
    return only_shape(options, shapes)


def kind_of_numbers(options: Options) -> str:
    """What a Cast makes: ``float``, ``int``, ``bool``, or "" for what there is.

    Raises:
        UnsupportedError: numbers that are rounded to half precision.
        ModelError: something else.
    """
    if (value := options.get("dtype")) is None:
        return ""
    if value in ("float16", "bfloat16"):
        raise unsupported(options, "dtype", value)
    known = ("float32", "float64", "int32", "int64", "int8", "uint8", "int16", "bool", "float")
    return choice(options, "dtype", (*known, "int")).strip("u0123456789")


KINDS: Mapping[str, Kind] = {
    **{name: Kind(_two, options=CALLED) for name in (*ARITHMETIC, *COMPARISONS)},
    **{name: Kind(only_shape, options=CALLED) for name in (*FUNCTIONS, *ACTIVATIONS)},
    **{name: Kind(_softmax, options=("axis",)) for name in ("Softmax", "LogSoftmax")},
    **{name: Kind(_like, options=("dtype",)) for name in CONVERSIONS},
    "LeakyRelu": Kind(like_the_input(negative_slope=0.2), options=("negative_slope",)),
    "Elu": Kind(like_the_input(alpha=1.0), options=("alpha",)),
    "Gelu": Kind(_gelu, options=("approximate",)),
    "Where": Kind(_where, options=CALLED),
    "Clip": Kind(like_the_input(x_min=None, x_max=None), options=("x_min", "x_max")),
}
