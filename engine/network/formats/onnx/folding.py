"""Nodes between constants and sizes, carried out while the file is read.

Exporters compute the sizes of zero states and of Reshape from the shape of the input.  Such
sizes are arrays of objects here: whole numbers, and `Dim` where a size is open.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import Atom, Dim, Filled, Operand

Array = npt.NDArray[Any]
MAX_FOLDED = 2**24
"""Numbers in a constant that is computed here."""

_MAX_SIZES = 4096
_MAX_ATOMS = 32

_LIKE_THE_FIRST = (
    "Identity", "Cast", "Slice", "Expand", "Unsqueeze", "Squeeze", "Reshape", "Transpose",
    "Tile", "Concat", "Split", "Dropout", "Gather",
)  # fmt: skip
"""What leaves an array of one value an array of that value."""


def folded(node: Node, operands: Sequence[Operand | None]) -> list[Operand] | None:
    """The outputs of a node that reads no values; None if it is not one that is known.

    Raises:
        ModelError: it is damaged, or makes an absurd number of numbers.
    """
    first = operands[0] if operands else None
    if node.kind == "Constant":
        return [_constant(node)]
    if node.kind == "ConstantOfShape" and isinstance(first, np.ndarray):
        return [_of_shape(node, first)]
    if isinstance(first, Filled) and first.repeated is not None:
        return _of_repeated(node, first.repeated, operands)
    if isinstance(first, Filled):
        return [first] * len(node.outputs) if node.kind in _LIKE_THE_FIRST else None
    arrays = [operand for operand in operands if isinstance(operand, np.ndarray)]
    if node.kind == "Expand" and len(arrays) == 2:
        return [_expanded(arrays[0], arrays[1])]
    if node.kind == "Tile" and len(arrays) == 2:
        return [_tiled(arrays[0], arrays[1])]
    function = FUNCTIONS.get(node.kind)
    if function is None or not arrays or any(isinstance(operand, Filled) for operand in operands):
        return None
    inputs = [None if operand is None else np.asarray(operand) for operand in operands]
    try:
        output = function(node, inputs)
    except (ValueError, IndexError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise ModelError(
            "The model is damaged: its node {name} cannot be computed: {reason}. Export it again.",
            name=(node.name or node.kind)[:80],
            reason=str(error)[:120],
        ) from error
    return list(output) if isinstance(output, list) else [output]


def _constant(node: Node) -> Array:
    for key, dtype in (
        ("value", None), ("value_float", np.float32), ("value_int", np.int64),
        ("value_floats", np.float32), ("value_ints", np.int64),
    ):  # fmt: skip
        if (value := node.attributes.get(key)) is not None:
            return np.asarray(value, dtype)
    return np.empty(0, np.uint8)  # words, or a sparse array: nothing here reads them


def _of_shape(node: Node, shape: Array) -> Operand:
    fill = np.asarray(node.attributes.get("value"))
    if fill.dtype == object or fill.size != 1:
        fill = np.zeros(1, np.float32)
    one = fill.reshape(-1)[0]
    sizes = list(shape.reshape(-1))
    if any(isinstance(part, Dim) for part in sizes) or not _few(sizes):
        return Filled(float(one))
    return np.full([int(part) for part in sizes], one, fill.dtype)


def _few(sizes: Sequence[Any]) -> bool:
    return all(part >= 0 for part in sizes) and math.prod(map(int, sizes)) <= MAX_FOLDED


def _expanded(array: Array, shape: Array) -> Operand:
    sizes = list(shape.reshape(-1))
    if any(isinstance(part, Dim) for part in sizes) or not _few(sizes):
        if array.dtype == object and array.size == 1:
            (only,) = array.reshape(-1)
            return Filled(only if isinstance(only, Dim) else float(only))
        if array.size and array.dtype != object and (array == array.flat[0]).all():
            return Filled(float(array.flat[0]))
        # Many values: no zero state, and no size; a state that was learned may be.
        fits = array.dtype.kind == "f" and len(sizes) == array.ndim
        return Filled(math.nan, array if fits else None)
    try:
        wanted = np.broadcast_shapes(array.shape, tuple(int(part) for part in sizes))
        return np.broadcast_to(array, wanted)
    except ValueError:
        return Filled(math.nan)


def _tiled(array: Array, often: Array) -> Operand:
    """Repeated along axes of size 1, as often as is known when the model runs."""
    times = list(often.reshape(-1))
    fits = len(times) == array.ndim and array.dtype.kind == "f"
    if not fits or any(
        size > 1 and not (isinstance(one, (int, np.integer)) and one == 1)
        for size, one in zip(array.shape, times, strict=True)
    ):
        return Filled(math.nan)
    return Filled(math.nan, array)


_KEEPING = ("Identity", "Cast", "Slice", "Split", "Gather", "Squeeze", "Unsqueeze", "Transpose")


def _of_repeated(node: Node, array: Array, operands: Sequence[Operand | None]) -> list[Operand]:
    """The same of an array whose axes of size 1 stand for many."""
    rest = operands[1:]
    known = not any(isinstance(one, Filled) for one in rest) and node.kind in _KEEPING
    parts = folded(node, [array, *rest]) if known else None
    if parts is None:
        return [Filled(math.nan)] * len(node.outputs)
    return [Filled(math.nan, part if isinstance(part, np.ndarray) else None) for part in parts]


def attribute_or_input(
    node: Node, inputs: Sequence[Any], place: int, name: str
) -> list[int] | None:
    """What older operators have as an attribute and newer ones as a constant input."""
    array = inputs[place] if len(inputs) > place else None
    if array is None:
        value = node.attributes.get(name)
        return [int(one) for one in value] if isinstance(value, list) else None
    return [int(one) for one in np.asarray(array).reshape(-1)]


# -- the functions -----------------------------------------------------------------

GraphInput = Sequence[Any]


def _cast(node: Node, inputs: GraphInput) -> Array:
    array: Array = inputs[0]
    kind = _CASTS.get(int(node.attributes.get("to", 1)))
    return array if kind is None or array.dtype == object else array.astype(kind)


_CASTS = {1: np.float32, 6: np.int32, 7: np.int64, 9: np.bool_, 11: np.float64}


def _reshape(node: Node, inputs: GraphInput) -> Any:
    array, sizes = inputs[0], inputs[1].reshape(-1)
    return array.reshape([int(one or array.shape[place]) for place, one in enumerate(sizes)])


def _squeeze(node: Node, inputs: GraphInput) -> Any:
    axes = attribute_or_input(node, inputs, 1, "axes")
    return np.squeeze(inputs[0], None if axes is None else tuple(axes))


def _unsqueeze(node: Node, inputs: GraphInput) -> Array:
    return np.expand_dims(inputs[0], tuple(attribute_or_input(node, inputs, 1, "axes") or []))


def _concat(node: Node, inputs: GraphInput) -> Array:
    parts = [np.asarray(one) for one in inputs]
    if any(part.dtype == object for part in parts):
        parts = [part.astype(object) for part in parts]
    most = _MAX_SIZES if parts[0].dtype == object else MAX_FOLDED
    if sum(part.size for part in parts) > most:
        raise ValueError("it is too large")
    return np.concatenate(parts, axis=int(node.attributes["axis"]))


def slices(node: Node, inputs: GraphInput, rank: int) -> list[slice]:
    """What a Slice node keeps of each axis."""
    starts = attribute_or_input(node, inputs, 1, "starts") or []
    ends = attribute_or_input(node, inputs, 2, "ends") or []
    axes = attribute_or_input(node, inputs, 3, "axes") or list(range(len(starts)))
    steps = attribute_or_input(node, inputs, 4, "steps") or [1] * len(starts)
    result = [slice(None)] * rank
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        if not -rank <= axis < rank or not step:
            raise ValueError(f"it has no axis {axis}")
        # The largest number stands for "to the end", the smallest for "to the first".
        stop = None if end >= 2**31 - 1 or (step < 0 and end < -(2**31) + 2) else end
        result[axis] = slice(start, stop, step)
    return result


def _gather(node: Node, inputs: GraphInput) -> Array:
    array, places = inputs[0], np.asarray(inputs[1]).astype(np.int64)
    if places.size * array.size > MAX_FOLDED:
        raise ValueError("it is too large")
    return np.asarray(np.take(array, places, axis=int(node.attributes.get("axis", 0))), array.dtype)


def _arithmetic(
    exact: Callable[[Any, Any], Any], sizes: Callable[[Any, Any], Any]
) -> Callable[[Node, GraphInput], Array]:
    def function(node: Node, inputs: GraphInput) -> Array:
        one, other = inputs
        if np.broadcast(one, other).size > MAX_FOLDED:
            raise ValueError("it is too large")
        if object in (one.dtype, other.dtype):
            return np.asarray(np.frompyfunc(sizes, 2, 1)(one, other), object)
        with np.errstate(all="ignore"):
            return np.asarray(exact(one, other))

    return function


def _times(one: Any, other: Any) -> Any:
    parts: tuple[Atom, ...] = ()
    for part in (one, other):
        if isinstance(part, Dim):
            parts += part.atoms
        elif int(part) != 1:
            parts += (Atom(int(part)),)
    if any(isinstance(part, Dim) for part in (one, other)):
        return Dim(parts if len(parts) <= _MAX_ATOMS else (Atom(None),))
    return int(one) * int(other)


def _exactly(function: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    """On whole numbers; of an open size an open size comes."""

    def sizes(one: Any, other: Any) -> Any:
        if isinstance(one, Dim) or isinstance(other, Dim):
            return Dim((Atom(None),))
        return function(int(one), int(other))

    return sizes


def _divided(one: Any, other: Any) -> Any:
    return one // other if np.asarray(one).dtype.kind in "iu" else one / other


def _unary(function: Callable[[Any], Any]) -> Callable[[Node, GraphInput], Array]:
    def applied(node: Node, inputs: GraphInput) -> Array:
        with np.errstate(all="ignore"):
            return np.asarray(function(inputs[0]))

    return applied


def _range(node: Node, inputs: GraphInput) -> Array:
    start, limit, step = (one.reshape(-1)[0] for one in inputs)
    if any(isinstance(one, Dim) for one in (start, limit, step)) or not step:
        raise ValueError("its size is open")
    if abs((limit - start) / step) > MAX_FOLDED:
        raise ValueError("it is too large")
    return np.arange(start, limit, step)


def _split(node: Node, inputs: GraphInput) -> list[Operand]:
    sizes = attribute_or_input(node, inputs, 1, "split")
    cuts: Any = len(node.outputs) if sizes is None else np.cumsum(sizes)[:-1]
    return list(np.split(inputs[0], cuts, axis=int(node.attributes.get("axis", 0))))


FUNCTIONS: dict[str, Callable[[Node, GraphInput], Any]] = {
    "Identity": lambda node, inputs: inputs[0],
    "Cast": _cast,
    "Reshape": _reshape,
    "Transpose": lambda node, inputs: np.transpose(inputs[0], node.attributes.get("perm")),
    "Squeeze": _squeeze,
    "Unsqueeze": _unsqueeze,
    "Concat": _concat,
    "Slice": lambda node, inputs: inputs[0][tuple(slices(node, inputs, inputs[0].ndim))],
    "Gather": _gather,
    "Split": _split,
    "Mul": _arithmetic(np.multiply, _times),
    "Add": _arithmetic(np.add, _exactly(lambda one, other: one + other)),
    "Sub": _arithmetic(np.subtract, _exactly(lambda one, other: one - other)),
    "Div": _arithmetic(_divided, _exactly(lambda one, other: one // other if other else 0)),
    "Neg": _unary(np.negative),
    "Sqrt": _unary(np.sqrt),
    "Reciprocal": _unary(np.reciprocal),
    "Where": lambda node, inputs: np.asarray(np.where(inputs[0].astype(bool), *inputs[1:3])),
    "Equal": lambda node, inputs: np.asarray(inputs[0] == inputs[1]),
    "Range": _range,
}
"""By operator: from its inputs to its output, on arrays."""
