"""The way back through the operations of Keras 3."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from engine.network.derivatives import pull, pulled_through_softmax
from engine.network.kinds.checks import axes, flag, number
from engine.network.kinds.operations.calling import called_with
from engine.network.kinds.operations.elementwise import ACTIVATIONS
from engine.network.kinds.operations.products import sum_of_products
from engine.network.network import Layer
from engine.replay.functions.activation import softmax
from engine.replay.functions.function import Array, Mask
from engine.replay.functions.gradient import Gradient, like, moved, of_one_input
from engine.replay.functions.operations import BY_SETTING, FUNCTIONS, REDUCTIONS, Operation, called

Reduced = Callable[[Array, "tuple[int, ...]"], Array]
"""``d(result)/d(values)`` of a reduction over some axes, in the shape of the values."""

_ROOT = np.sqrt(2 / np.pi)


def _by_input(
    layer: Layer, inputs: list[Array], names: tuple[str, ...], backs: Mapping[str, Array]
) -> list[Array | None]:
    """Gradients by parameters as those by the tensors that the parameters were given."""
    places = called_with(layer.options, [*range(len(inputs))], names, lambda value: -1)
    result: list[Array | None] = [None] * len(inputs)
    for name, place in zip(names, places, strict=True):
        if place >= 0 and name in backs:
            result[place] = like(backs[name], inputs[place])
    return result


def _two_back(
    slopes: Operation, layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    """Of two operands, one of which may be a constant; ``slopes(x1, x2)`` are their derivatives."""
    names = ("x1", "x2")
    backs = [output * slope for slope in slopes(*called(layer, inputs, names))]
    return _by_input(layer, inputs, names, dict(zip(names, backs, strict=True)))


def _where_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    names = ("condition", "x1", "x2")
    chosen = called(layer, inputs, names)[0].astype(bool)
    return _by_input(layer, inputs, names, {"x1": output * chosen, "x2": output * ~chosen})


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
    *("LogicalOr", "LogicalXor", "LogicalNot", "ZerosLike", "OnesLike", "Any", "All"),
)


def _sloped_back(slope: Operation, layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    back: Array = output * slope(values)
    return back


def _activation_back(name: str, layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    return pull(name)(values, output)


def _set_back(
    name: Callable[..., str], layer: Layer, values: Array, mask: Mask, output: Array
) -> Array:
    return pull(name(layer.options))(values, output)


def _gelu_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    if not flag(layer.options, "approximate", True):
        return pull("gelu")(values, output)
    bent = np.tanh(_ROOT * (values + 0.044715 * values**3))
    inner = _ROOT * (1 + 3 * 0.044715 * values**2)
    back: Array = output * 0.5 * (1 + bent + values * (1 - bent**2) * inner)
    return back


def _count(values: Array, over: tuple[int, ...]) -> int:
    return int(np.prod([values.shape[axis] for axis in over]))


def _equal_shares(operation: Operation, values: Array, over: tuple[int, ...]) -> Array:
    """To all that are equally large, as TensorFlow does."""
    best = values == operation(values, axis=over, keepdims=True)
    shares: Array = best / best.sum(axis=over, keepdims=True)
    return shares


def _apart(values: Array, over: tuple[int, ...]) -> Array:
    """Each as far as it is from the mean, by the number of them."""
    apart: Array = (values - values.mean(axis=over, keepdims=True)) / _count(values, over)
    return apart


def _others(values: Array, over: tuple[int, ...]) -> Array:
    """The product of all others."""
    kept = [axis for axis in range(values.ndim) if axis not in over]
    order = (*kept, *over)
    turned = values.transpose(order)
    flat = turned.reshape(*turned.shape[: len(kept)], -1)
    ones = np.ones((*flat.shape[:-1], 1))
    before = np.concatenate([ones, np.cumprod(flat[..., :-1], axis=-1)], axis=-1)
    after = np.concatenate([np.cumprod(flat[..., :0:-1], axis=-1)[..., ::-1], ones], axis=-1)
    others: Array = (before * after).reshape(turned.shape).transpose(np.argsort(order))
    return others


_REDUCED: Mapping[str, Reduced] = {
    "Sum": lambda values, over: np.ones_like(values),
    "Mean": lambda values, over: np.full_like(values, 1 / _count(values, over)),
    "Max": partial(_equal_shares, REDUCTIONS["Max"]),
    "Min": partial(_equal_shares, REDUCTIONS["Min"]),
    "Prod": _others,
    "Var": lambda values, over: 2 * _apart(values, over),
    "Std": lambda values, over: _apart(values, over) / values.std(axis=over, keepdims=True),
}


def _reduced_back(slope: Reduced, layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim, None)
    if not flag(layer.options, "keepdims", False):
        output = np.expand_dims(output, over)
    return output * slope(values, over)


def _matmul_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    names = ("x1", "x2")
    left, right = called(layer, inputs, names)
    backs = {}
    if any(right is values for values in inputs):
        backs["x2"] = left.swapaxes(-1, -2) @ output
    if any(left is values for values in inputs):
        vector = right.ndim == 1
        rows, columns = (output[..., None], right[:, None]) if vector else (output, right)
        backs["x1"] = rows @ columns.swapaxes(-1, -2)
    return _by_input(layer, inputs, names, backs)


def _einsum_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    """By each input: the product of the output and the others; what is summed over in that
    input alone has the same at every place."""
    letters, made = sum_of_products(layer.options)
    count = len(output)
    wide = [np.broadcast_to(values, (count, *values.shape[1:])) for values in inputs]
    result: list[Array | None] = []
    for place, (own, values) in enumerate(zip(letters, wide, strict=True)):
        others = [*letters[:place], *letters[place + 1 :], made]
        arrays = [*wide[:place], *wide[place + 1 :], output]
        known = "".join(letter for letter in own if any(letter in other for other in others))
        back = np.einsum(f"{','.join(others)}->{known}", *arrays, optimize=True)
        lonely = tuple(axis for axis, letter in enumerate(own) if letter not in known)
        result.append(np.broadcast_to(np.expand_dims(back, lonely), values.shape))
    return result


def _log_softmax_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim)
    result: Array = output - softmax(values, over) * output.sum(axis=over, keepdims=True)
    return result


def _softmax_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    over = axes(layer.options, "axis", values.ndim)
    return pulled_through_softmax(softmax(values, over), output, over)


def _clip_back(layer: Layer, values: Array, mask: Mask, output: Array) -> Array:
    low, high = number(layer.options, "x_min"), number(layer.options, "x_max")
    return output * ((values >= low) & (values <= high))


_MOVING = (
    *("Reshape", "Transpose", "Swapaxes", "ExpandDims", "Squeeze", "Flip", "Repeat", "GetItem"),
    *("Stack", "Concatenate"),
)

_GRADIENTS: Mapping[str, Gradient] = {
    **{name: partial(_two_back, slopes) for name, slopes in _SLOPES_OF_TWO.items()},
    **{name: of_one_input(partial(_sloped_back, slope)) for name, slope in _SLOPES.items()},
    **{
        name: of_one_input(partial(_activation_back, function))
        for name, function in ACTIVATIONS.items()
    },
    **{kind: of_one_input(partial(_set_back, name)) for kind, name in BY_SETTING.items()},
    **{name: of_one_input(partial(_reduced_back, slope)) for name, slope in _REDUCED.items()},
    **{name: moved(FUNCTIONS[f"ops.{name}"]) for name in _MOVING},
    **dict.fromkeys(
        ("Cast", "ConvertToTensor"), of_one_input(lambda layer, x, mask, output: output)
    ),
    **dict.fromkeys(("Matmul", "Dot"), _matmul_back),
    **dict.fromkeys(_NOT_DIFFERENTIABLE, lambda layer, inputs, *rest: [None] * len(inputs)),
    "Gelu": of_one_input(_gelu_back),
    "Softmax": of_one_input(_softmax_back),
    "LogSoftmax": of_one_input(_log_softmax_back),
    "Clip": of_one_input(_clip_back),
    "Where": _where_back,
    "Einsum": _einsum_back,
}

GRADIENTS: Mapping[str, Gradient] = {
    f"ops.{name}": gradient for name, gradient in _GRADIENTS.items()
}
