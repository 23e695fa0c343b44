"""The operations of Keras 3 that a functional model may hold (`engine.network.kinds.operations`).

Comparisons give truth values; everything else numbers in the precision of the inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from engine.network.activations import activation
from engine.network.kinds.checks import axes, flag, integers, number, unwrapped
from engine.network.kinds.kind import Options
from engine.network.kinds.merging import one_axis
from engine.network.kinds.operations.calling import called_with
from engine.network.kinds.operations.elementwise import ACTIVATIONS, kind_of_numbers
from engine.network.kinds.operations.indexing import item_key
from engine.network.kinds.operations.products import sum_of_products
from engine.network.kinds.operations.shaping import new_order, new_sizes, squeezed, swapped
from engine.network.network import Layer
from engine.replay.functions.activation import softmax
from engine.replay.functions.function import Array, Function, Mask, Single
from engine.replay.functions.merging import concatenate

Operation = Callable[..., Any]

_OF_TWO: Mapping[str, Operation] = {
    "Add": np.add,
    "Subtract": np.subtract,
    "Multiply": np.multiply,
    "Divide": np.true_divide,
    "TrueDivide": np.true_divide,
    "Maximum": np.maximum,
    "Minimum": np.minimum,
    "Power": np.power,
    "Equal": np.equal,
    "NotEqual": np.not_equal,
    "Greater": np.greater,
    "GreaterEqual": np.greater_equal,
    "Less": np.less,
    "LessEqual": np.less_equal,
    "LogicalAnd": np.logical_and,
    "LogicalOr": np.logical_or,
    "LogicalXor": np.logical_xor,
}
_PLAIN: Mapping[str, Operation] = {
    "Negative": np.negative,
    "Absolute": np.absolute,
    "Abs": np.absolute,
    "Exp": np.exp,
    "Log": np.log,
    "Sqrt": np.sqrt,
    "Square": np.square,
    "Sign": np.sign,
    "Sin": np.sin,
    "Cos": np.cos,
    "Floor": np.floor,
    "Ceil": np.ceil,
    "Round": np.round,
    "Reciprocal": np.reciprocal,
    "Rsqrt": lambda values: 1 / np.sqrt(values),
    "Log1p": np.log1p,
    "Expm1": np.expm1,
    "LogicalNot": np.logical_not,
    "StopGradient": lambda values: values,
}
REDUCTIONS: Mapping[str, Operation] = {
    "Mean": np.mean,
    "Sum": np.sum,
    "Max": np.max,
    "Min": np.min,
    "Prod": np.prod,
    "Any": np.any,
    "All": np.all,
    "Var": np.var,
    "Std": np.std,
}


def _precision(inputs: list[Array]) -> np.dtype[Any]:
    """The highest of the inputs that are no ids and no truth values, else float32."""
    floats = [values.dtype for values in inputs if values.dtype.kind == "f"]
    return np.result_type(*floats) if floats else np.dtype(np.float32)


def _rounded(result: Any, inputs: list[Array]) -> Array:
    """Numbers in the precision of the inputs; ids and truth values as they are."""
    array = np.asarray(result)
    return array.astype(_precision(inputs), copy=False) if array.dtype.kind == "f" else array


def called(layer: Layer, inputs: list[Array], names: tuple[str, ...]) -> list[Array]:
    """What the operation is called with, ``(B, ...)``; constants in the precision of the inputs."""
    numbers = any(values.dtype.kind == "f" for values in inputs)

    def constant(value: Any) -> Array:
        array = np.asarray(unwrapped(value))
        return array.astype(_precision(inputs)) if numbers else array

    return called_with(layer.options, inputs, names, constant)


def _two(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return _rounded(operation(*called(layer, inputs, ("x1", "x2"))), inputs)


def _where(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    condition, first, second = called(layer, inputs, ("condition", "x1", "x2"))
    return _rounded(np.where(condition.astype(bool), first, second), inputs)


def _plain(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return _rounded(operation(inputs[0]), inputs)


def _configured(operation: Single, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return _rounded(operation(layer.options, inputs[0]), inputs)


BY_SETTING: Mapping[str, Callable[[Options], str]] = {
    "LeakyRelu": lambda options: (
        f"leaky_relu(negative_slope={number(options, 'negative_slope', 0.2)!r})"
    ),
    "Elu": lambda options: f"elu(alpha={number(options, 'alpha', 1.0)!r})",
}
"""Activations with a setting, by the name that `activation` knows them by."""


def _by_setting(name: Callable[[Options], str], options: Options, values: Array) -> Array:
    return activation(name(options))(values)


def _gelu(options: Options, values: Array) -> Array:
    if not flag(options, "approximate", True):
        return activation("gelu")(values)
    bent = np.tanh(np.sqrt(2 / np.pi) * (values + 0.044715 * values**3))
    result: Array = 0.5 * values * (1 + bent)
    return result


def _log_softmax(options: Options, values: Array) -> Array:
    over = axes(options, "axis", values.ndim)
    shifted = values - values.max(axis=over, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=over, keepdims=True))
    return result


def _reduced(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    over = axes(layer.options, "axis", inputs[0].ndim, None)
    keepdims = flag(layer.options, "keepdims", False)
    return _rounded(operation(inputs[0], axis=over, keepdims=keepdims), inputs)


def _converted(options: Options, values: Array) -> Array:
    """In the kind of numbers that is asked for; numbers keep their precision."""
    kind = kind_of_numbers(options)
    if not kind or kind[0] == values.dtype.kind:
        return values
    return values.astype({"float": np.float32, "int": np.int32, "bool": np.bool_}[kind])


_WITH_OPTIONS: Mapping[str, Single] = {
    **{kind: partial(_by_setting, name) for kind, name in BY_SETTING.items()},
    "Gelu": _gelu,
    "Softmax": lambda options, x: softmax(x, axes(options, "axis", x.ndim)),
    "LogSoftmax": _log_softmax,
    "Cast": _converted,
    "ConvertToTensor": _converted,
    "ZerosLike": lambda options, x: np.zeros_like(_converted(options, x)),
    "OnesLike": lambda options, x: np.ones_like(_converted(options, x)),
    "Clip": lambda options, x: np.clip(x, number(options, "x_min"), number(options, "x_max")),
    "Reshape": lambda options, x: x.reshape(len(x), *new_sizes(options, x.shape)),
    "Transpose": lambda options, x: x.transpose(new_order(options, x.ndim)),
    "Swapaxes": lambda options, x: x.swapaxes(*swapped(options, x.ndim)),
    "ExpandDims": lambda options, x: np.expand_dims(x, axes(options, "axis", x.ndim + 1)),
    "Squeeze": lambda options, x: x.squeeze(squeezed(options, x.shape)),
    "Flip": lambda options, x: np.flip(x, axes(options, "axis", x.ndim)),
    "Repeat": lambda options, x: np.repeat(
        x, integers(options, "repeats", 1)[0], axis=one_axis(options, x.ndim, 0)
    ),
    "GetItem": lambda options, x: x[item_key(options)],
}


def _einsum(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    sum_of_products(layer.options)
    subscripts = str(layer.options["subscripts"]).replace(" ", "")
    return _rounded(np.einsum(subscripts, *inputs, optimize=True), inputs)


def _stack(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return np.stack(inputs, axis=one_axis(layer.options, inputs[0].ndim + 1, 0))


_FUNCTIONS: Mapping[str, Function] = {
    **{name: partial(_two, operation) for name, operation in _OF_TWO.items()},
    **{name: partial(_reduced, operation) for name, operation in REDUCTIONS.items()},
    **{name: partial(_plain, operation) for name, operation in _PLAIN.items()},
    **{name: partial(_plain, activation(function)) for name, function in ACTIVATIONS.items()},
    **{name: partial(_configured, operation) for name, operation in _WITH_OPTIONS.items()},
    "Matmul": partial(_two, np.matmul),
    "Dot": partial(_two, np.matmul),
    "Einsum": _einsum,
    "Where": _where,
    "Stack": _stack,
    "Concatenate": concatenate,
}

FUNCTIONS: Mapping[str, Function] = {
    f"ops.{name}": function for name, function in _FUNCTIONS.items()
}
