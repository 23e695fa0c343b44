"""The operations of Keras 3 that a functional model may hold (`engine.network.kinds.operations`).

Comparisons give truth values; everything else numbers in the precision of the inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from engine.network.activations import activation
from engine.network.derivatives import pull, pulled_through_softmax
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
from engine.replay.functions.gradient import Gradient, like, moved, one
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
_REDUCTIONS: Mapping[str, Operation] = {
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


def _called(layer: Layer, inputs: list[Array], names: tuple[str, ...]) -> list[Array]:
    """What the operation is called with; constants in the precision of the inputs."""
    numbers = any(values.dtype.kind == "f" for values in inputs)

    def constant(value: Any) -> Array:
        array = np.asarray(unwrapped(value))
        return array.astype(_precision(inputs)) if numbers else array

    return called_with(layer.options, inputs, names, constant)


def _two(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return _rounded(operation(*_called(layer, inputs, ("x1", "x2"))), inputs)


def _where(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    condition, first, second = _called(layer, inputs, ("condition", "x1", "x2"))
    return _rounded(np.where(condition.astype(bool), first, second), inputs)


def _plain(operation: Operation, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return _rounded(operation(inputs[0]), inputs)


def _configured(operation: Single, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    return _rounded(operation(layer.options, inputs[0]), inputs)


def _leaky(options: Options, values: Array) -> Array:
    slope = number(options, "negative_slope", 0.2)
    return activation(f"leaky_relu(negative_slope={slope!r})")(values)


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
    "LeakyRelu": _leaky,
    "Elu": lambda options, x: activation(f"elu(alpha={number(options, 'alpha', 1.0)!r})")(x),
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
    **{name: partial(_reduced, operation) for name, operation in _REDUCTIONS.items()},
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


def _two_back(
    slopes: Operation, layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    """Of two operands, one of which may be a constant; ``slopes(x1, x2)`` are their derivatives."""
    operands = _called(layer, inputs, ("x1", "x2"))
    backs = [output * slope for slope in slopes(*operands)]
    return [
        like(back, values)
        for back, values in zip(backs, operands, strict=True)
        if any(values is each for each in inputs)
    ]


def _power(base: Array, exponent: Array) -> tuple[Array, Array]:
    by_base = exponent * np.power(base, exponent - 1)
    return by_base, np.power(base, exponent) * np.log(np.where(base > 0, base, 1.0))


_SLOPES_OF_TWO: Mapping[str, Operation] = {
    "Add": lambda a, b: (1.0, 1.0),
    "Subtract": lambda a, b: (1.0, -1.0),
    "Multiply": lambda a, b: (b, a),
    "Divide": lambda a, b: (1 / b, -a / b**2),
    "TrueDivide": lambda a, b: (1 / b, -a / b**2),
    "Maximum": lambda a, b: (a >= b, a < b),
    "Minimum": lambda a, b: (a <= b, a > b),
    "Power": _power,
}
_SLOPES: Mapping[str, Operation] = {
    "Negative": lambda x: -1.0,
    "Absolute": np.sign,
    "Abs": np.sign,
    "Exp": np.exp,
    "Log": np.reciprocal,
    "Sqrt": lambda x: 0.5 / np.sqrt(x),
    "Square": lambda x: 2 * x,
    "Sign": lambda x: 0.0,
    "Sin": np.cos,
    "Cos": lambda x: -np.sin(x),
    "Floor": lambda x: 0.0,
    "Ceil": lambda x: 0.0,
    "Round": lambda x: 0.0,
    "Reciprocal": lambda x: -1 / x**2,
    "Rsqrt": lambda x: -0.5 * x**-1.5,
    "Log1p": lambda x: 1 / (1 + x),
    "Expm1": np.exp,
    "StopGradient": lambda x: 0.0,
}
_NOT_DIFFERENTIABLE = (
    *("Equal", "NotEqual", "Greater", "GreaterEqual", "Less", "LessEqual", "LogicalAnd"),
    *("LogicalOr", "LogicalXor", "LogicalNot", "ZerosLike", "OnesLike"),
)


def _sloped_back(slope: Operation, layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    back: Array = output * slope(values)
    return back


def _activation_back(name: str, layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    return pull(name)(values, output)


def _reduced_back(name: str, layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim, None) or tuple(range(1, values.ndim))
    if not flag(layer.options, "keepdims", False):
        output = np.expand_dims(output, over)
    count = np.prod([values.shape[axis] for axis in over])
    if name == "Sum":
        return np.broadcast_to(output, (len(output), *values.shape[1:]))
    if name == "Mean":
        return np.broadcast_to(output / count, (len(output), *values.shape[1:]))
    best = values == _REDUCTIONS[name](values, axis=over, keepdims=True)
    result: Array = output * (best / best.sum(axis=over, keepdims=True))
    return result


def _matmul_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    left, right = _called(layer, inputs, ("x1", "x2"))
    backs = (output @ right.swapaxes(-1, -2), left.swapaxes(-1, -2) @ output)
    return [
        like(back, values)
        for back, values in zip(backs, (left, right), strict=True)
        if any(values is each for each in inputs)
    ]


def _log_softmax_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim)
    result: Array = output - softmax(values, over) * output.sum(axis=over, keepdims=True)
    return result


def _softmax_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim)
    return pulled_through_softmax(softmax(values, over), output, over)


def _clip_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    low, high = number(layer.options, "x_min"), number(layer.options, "x_max")
    back: Array = output * ((values >= low) & (values <= high))
    return back


_MOVING = (
    *("Reshape", "Transpose", "Swapaxes", "ExpandDims", "Squeeze", "Flip", "Repeat", "GetItem"),
    *("Stack", "Concatenate"),
)

_GRADIENTS: Mapping[str, Gradient] = {
    **{name: partial(_two_back, slopes) for name, slopes in _SLOPES_OF_TWO.items()},
    **{name: one(partial(_sloped_back, slope)) for name, slope in _SLOPES.items()},
    **{name: one(partial(_activation_back, function)) for name, function in ACTIVATIONS.items()},
    **{name: one(partial(_reduced_back, name)) for name in ("Sum", "Mean", "Max", "Min")},
    **{name: moved(_FUNCTIONS[name]) for name in _MOVING},
    **dict.fromkeys(("Cast", "ConvertToTensor"), one(lambda layer, x, mask, output: output)),
    **dict.fromkeys(("Matmul", "Dot"), _matmul_back),
    **dict.fromkeys(_NOT_DIFFERENTIABLE, lambda layer, inputs, *rest: [None] * len(inputs)),
    "Softmax": one(_softmax_back),
    "LogSoftmax": one(_log_softmax_back),
    "Clip": one(_clip_back),
}

GRADIENTS: Mapping[str, Gradient] = {
    f"ops.{name}": gradient for name, gradient in _GRADIENTS.items()
}
