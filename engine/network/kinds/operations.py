"""The operations of Keras 3 (``keras.ops``) that a functional model may hold: ``ops.Add``.

What an operation is called with stands in the options ``args`` and ``kwargs``, None in the
place of each tensor.  No operation here mixes the sequences of a batch; one that would is
refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import EllipsisType
from typing import Any, TypeVar

from engine.errors import UnsupportedError
from engine.network.kinds.checks import unsupported
from engine.network.kinds.core import same
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.merging import concatenated, one_axis
from engine.network.kinds.reading import (
    array_of,
    axes,
    choice,
    flag,
    is_whole,
    made,
    misfit,
    number,
    only,
    several,
    unusable,
    unwrapped,
    wholes,
)
from engine.network.kinds.shaping import reshaped
from engine.network.network import Shape

Item = TypeVar("Item")
Part = slice | int | EllipsisType | None

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

REDUCTIONS = ("Mean", "Sum", "Max", "Min", "Prod", "Any", "All", "Var", "Std")

CONVERSIONS = ("ZerosLike", "OnesLike", "Cast", "ConvertToTensor")

CALLED = ("args", "kwargs")


def called_with(
    options: Options,
    given: Sequence[Item],
    names: Sequence[str],
    constant: Callable[[Any], Item],
) -> list[Item]:
    """What an operation is called with, in the order of its parameters.

    Args:
        options: with ``args`` and ``kwargs``.
        given: the tensors, or their shapes, in order.
        names: of the parameters.
        constant: what to make of a number or of nested lists of them.

    Raises:
        ModelError: there are not as many tensors as places for them, or one has no place.
    """
    left = list(given)
    args, kwargs = options.get("args") or [], options.get("kwargs") or {}
    if not isinstance(args, list) or not isinstance(kwargs, Mapping) or len(args) > len(names):
        raise unusable(options, "args")
    found: dict[str, Item] = {}
    for name, value in (*zip(names, args, strict=False), *kwargs.items()):
        if name not in names or name in found:
            raise unusable(options, "kwargs")
        if value is None and not left:
            raise unusable(options, "args")
        found[name] = left.pop(0) if value is None else constant(value)
    if left or len(found) != len(names):
        raise unusable(options, "args")
    return [found[name] for name in names]


def constant_shape(options: Options) -> Callable[[Any], Shape]:
    """From a written constant to its shape."""

    def shape(value: Any) -> Shape:
        return array_of(options, "args", unwrapped(value)).shape

    return shape


def _beside_the_batch(options: Options, shapes: Shapes) -> UnsupportedError:
    """What to raise where the axis of the batch would lie beside another."""
    return unsupported(options, "shapes", list(shapes))


def _broadcast(options: Options, shapes: Shapes, names: Sequence[str]) -> Shape:
    """The shape of tensors and constants together; a constant has no batch."""
    if not several(options, shapes):
        return ()
    if len({len(shape) for shape in shapes}) > 1:
        raise _beside_the_batch(options, shapes)
    rank = len(shapes[0])

    def constant(value: Any) -> Shape:
        shape = constant_shape(options)(value)
        if len(shape) > rank or (len(shape) == rank and shape[0] != 1):
            raise _beside_the_batch(options, (*shapes, shape))
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
    return made(options, tuple(result))


def _two(options: Options, shapes: Shapes) -> Shape:
    return _broadcast(options, shapes, ("x1", "x2"))


def _where(options: Options, shapes: Shapes) -> Shape:
    return _broadcast(options, shapes, ("condition", "x1", "x2"))


def _leaky(options: Options, shapes: Shapes) -> Shape:
    number(options, "negative_slope", 0.2)
    return only(options, shapes)


def _elu(options: Options, shapes: Shapes) -> Shape:
    number(options, "alpha", 1.0)
    return only(options, shapes)


def _gelu(options: Options, shapes: Shapes) -> Shape:
    flag(options, "approximate", True)
    return only(options, shapes)


def _softmax(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if shape:
        within(options, shape, -1)
    return shape


def within(options: Options, shape: Shape, default: int | None = None) -> tuple[int, ...]:
    """The axes that are named, counted from 0.

    Raises:
        UnsupportedError: one is that of the batch, or none is named.
        ModelError: one is not there.
    """
    found = axes(options, "axis", len(shape), default)
    if not found or 0 in found:
        raise unsupported(options, "axis", options.get("axis"))
    return found


def _reduced(options: Options, shapes: Shapes) -> Shape:
    shape, kept = only(options, shapes), flag(options, "keepdims", False)
    if unwrapped(options.get("initial")) is not None:
        raise unsupported(options, "initial", options.get("initial"))
    if not shape:
        return ()
    over = within(options, shape)
    if kept:
        return tuple(1 if axis in over else size for axis, size in enumerate(shape))
    return tuple(size for axis, size in enumerate(shape) if axis not in over)


def _reshape(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if not shape:
        return ()
    return (shape[0], *reshaped(options, shapes, shape[1:], new_sizes(options, shape)))


def new_sizes(options: Options, shape: Shape) -> tuple[int, ...]:
    """The sizes that a Reshape makes, without that of the batch.

    Raises:
        UnsupportedError: it takes the batch apart.
        ModelError: they are no sizes.
    """
    written = unwrapped(options.get("newshape"))
    if not isinstance(written, list) or not written:
        raise unusable(options, "newshape")
    sizes = [-1 if size is None else size for size in written]
    rest = wholes({**options, "newshape": sizes[1:]}, "newshape", least=-1)
    known = None not in shape[1:] and -1 not in rest
    if sizes[0] != -1 or not (known or written[0] is None or -1 in rest):
        raise unsupported(options, "newshape", written)
    return rest


def new_order(options: Options, rank: int) -> tuple[int, ...]:
    """The order in which a Transpose lays the axes, that of the batch first.

    Raises:
        UnsupportedError: that of the batch is not the first.
        ModelError: they are not as many.
    """
    if unwrapped(options.get("axes")) is None:
        raise unsupported(options, "axes", None)
    found = wholes(options, "axes", least=-rank)
    order = tuple(axis % rank for axis in found)
    if sorted(order) != list(range(rank)) or any(axis >= rank for axis in found):
        raise unusable(options, "axes")
    if order[0]:
        raise unsupported(options, "axes", list(found))
    return order


def _transpose(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    return tuple(shape[axis] for axis in new_order(options, len(shape))) if shape else ()


def _swap(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if not shape:
        return ()
    first, second = swapped(options, len(shape))
    sizes = list(shape)
    sizes[first], sizes[second] = sizes[second], sizes[first]
    return tuple(sizes)


def swapped(options: Options, rank: int) -> tuple[int, int]:
    """The axes that a Swapaxes changes.

    Raises:
        ModelError: they are not there, or one is that of the batch.
    """
    first, second = (
        one_axis({"name": options.get("name"), "axis": options.get(option)}, rank)
        for option in ("axis1", "axis2")
    )
    return first, second


def _expand(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if not shape:
        return ()
    added = axes(options, "axis", len(shape) + 1)
    if 0 in added or len(added) != 1:
        raise unsupported(options, "axis", options.get("axis"))
    return (*shape[: added[0]], 1, *shape[added[0] :])


def _squeeze(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if not shape:
        return ()
    gone = squeezed(options, shape)
    if any(shape[axis] not in (1, None) for axis in gone):
        raise misfit(options, shapes)
    return tuple(size for axis, size in enumerate(shape) if axis not in gone)


def squeezed(options: Options, shape: Shape) -> tuple[int, ...]:
    """The axes that a Squeeze takes away; without a name all of one number but the batch's."""
    if unwrapped(options.get("axis")) is None:
        return tuple(axis for axis, size in enumerate(shape) if axis and size == 1)
    return within(options, shape)


def _flip(options: Options, shapes: Shapes) -> Shape:
    shape = only(options, shapes)
    if shape:
        within(options, shape)
    return shape


def _repeat(options: Options, shapes: Shapes) -> Shape:
    shape, (times,) = only(options, shapes), wholes(options, "repeats", 1)
    if not shape:
        return ()
    along = one_axis(options, len(shape), 0)
    size = shape[along]
    made(options, (None, times))
    wider = None if size is None else size * times
    return made(options, (*shape[:along], wider, *shape[along + 1 :]))


def _stack(options: Options, shapes: Shapes) -> Shape:
    if not several(options, shapes):
        return ()
    rank = len(shapes[0])
    along = one_axis(options, rank + 1, 0)
    sizes: list[int | None] = []
    for axis in range(rank):
        known = {shape[axis] for shape in shapes if len(shape) == rank} - {None}
        if any(len(shape) != rank for shape in shapes) or (axis and len(known) > 1):
            raise misfit(options, shapes)
        sizes.append(shapes[0][axis])
    return made(options, (*sizes[:along], len(shapes), *sizes[along:]))


def _matmul(options: Options, shapes: Shapes) -> Shape:
    if not several(options, shapes, 1, 2):
        return ()
    one, other = called_with(options, shapes, ("x1", "x2"), constant_shape(options))
    if len(shapes) == 2:
        if len(one) != len(other) or len(one) < 3:
            raise _beside_the_batch(options, (one, other))
    elif one is not shapes[0]:
        if len(one) != 2 or len(other) < 3:
            raise _beside_the_batch(options, (one, other))
    elif not 1 <= len(other) <= 2 or len(one) < 2:
        raise _beside_the_batch(options, (one, other))
    inner = other[-2] if len(other) > 1 else other[-1]
    if None not in (one[-1], inner) and one[-1] != inner:
        raise misfit(options, shapes)
    front = one[:-2] if one is shapes[0] else other[:-2]
    if len(shapes) == 2:
        for axis in range(1, len(one) - 2):
            if None not in (one[axis], other[axis]) and one[axis] != other[axis]:
                raise misfit(options, shapes)
    back = (other[-1],) if len(other) > 1 else ()
    return made(options, (*front, one[-2], *back))


def _dot(options: Options, shapes: Shapes) -> Shape:
    """A tensor times a matrix or a vector that is written down, as Matmul has it."""
    if len(shapes) > 1:
        raise _beside_the_batch(options, shapes)
    shape = _matmul(options, shapes)
    if shapes[0] and len(shape) < len(shapes[0]) - 1:
        raise misfit(options, shapes)
    return shape


def sum_of_products(options: Options) -> tuple[list[str], str]:
    """The letters of the inputs and of the output of an Einsum.

    Raises:
        UnsupportedError: its first axis is not that of the batch everywhere.
        ModelError: they are no letters.
    """
    written = options.get("subscripts")
    if not isinstance(written, str) or written.count("->") != 1 or len(written) > 80:
        raise unusable(options, "subscripts")
    left, output = written.replace(" ", "").split("->")
    inputs = left.split(",")
    parts = [*inputs, output]
    if not all(part.isascii() and part.isalpha() for part in parts):
        raise unsupported(options, "subscripts", written)
    if any(part[0] != output[0] or len(set(part)) < len(part) for part in parts):
        raise unsupported(options, "subscripts", written)
    return inputs, output


def _einsum(options: Options, shapes: Shapes) -> Shape:
    inputs, output = sum_of_products(options)
    if not several(options, shapes, len(inputs), len(inputs)):
        return ()
    sizes: dict[str, int | None] = {}
    for letters, shape in zip(inputs, shapes, strict=True):
        if len(letters) != len(shape):
            raise misfit(options, shapes)
        for letter, size in zip(letters, shape, strict=True):
            before = sizes.get(letter)
            if before is not None and size not in (None, before) and letter != output[0]:
                raise misfit(options, shapes)
            sizes[letter] = size if before is None else before
    if not set(output) <= set(sizes):
        raise unusable(options, "subscripts")
    made(options, (None, *(sizes[letter] for letter in sizes if letter != output[0])))
    return made(options, tuple(sizes[letter] for letter in output))


def _like(options: Options, shapes: Shapes) -> Shape:
    kind_of_numbers(options)
    return only(options, shapes)


def kind_of_numbers(options: Options) -> str:
    """What a Cast makes: ``float``, ``int``, ``bool``, or "" for what there is.

    Raises:
        UnsupportedError: numbers that are rounded to half precision.
        ModelError: something else.
    """
    value = options.get("dtype")
    if value is None:
        return ""
    if value in ("float16", "bfloat16"):
        raise unsupported(options, "dtype", value)
    known = ("float32", "float64", "int32", "int64", "int8", "uint8", "int16", "bool", "float")
    word = choice(options, "dtype", (*known, "int"))
    return word.strip("u0123456789")


def _clip(options: Options, shapes: Shapes) -> Shape:
    number(options, "x_min")
    number(options, "x_max")
    return only(options, shapes)


def item_key(options: Options) -> tuple[Part, ...]:
    """The key of a GetItem, its slices made; source: ``saving/serialization_lib.py``.

    Raises:
        ModelError: it has a part that is none of those of a key.
    """
    args, kwargs = options.get("args"), options.get("kwargs")
    if isinstance(args, list) and len(args) == 2:
        written = args[1]
    elif isinstance(kwargs, Mapping) and "key" in kwargs:
        written = kwargs["key"]
    else:
        raise unusable(options, "args")
    if isinstance(written, Mapping) and "items" in written:
        written = written["items"]
    parts = written if isinstance(written, list) else [written]
    if len(parts) > 16:
        raise unusable(options, "args")
    key = tuple(_part(options, part) for part in parts)
    if sum(part is Ellipsis for part in key) > 1:
        raise unusable(options, "args")
    return key


def _part(options: Options, written: Any) -> Part:
    if written is None or is_whole(written, -(2**31)):
        return written  # type: ignore[no-any-return]
    kind = written.get("class_name") if isinstance(written, Mapping) else None
    if kind == "__ellipsis__":
        return Ellipsis
    config = written.get("config") if kind == "__slice__" else None
    if not isinstance(config, Mapping):
        raise unusable(options, "args")
    ends = [config.get(end) for end in ("start", "stop", "step")]
    if any(end is not None and not is_whole(end, -(2**31)) for end in ends) or ends[2] == 0:
        raise unusable(options, "args")
    return slice(*ends)


def _item(options: Options, shapes: Shapes) -> Shape:
    if len(shapes) > 1:
        raise unsupported(options, "args", "a key that is computed")
    shape, key = only(options, shapes), item_key(options)
    taken = sum(part is not None and part is not Ellipsis for part in key)
    if not shape:
        return ()
    if taken > len(shape):
        raise misfit(options, shapes)
    if Ellipsis not in key:
        key = (*key, Ellipsis)
    if key[0] is not Ellipsis and key[0] != slice(None):
        raise unsupported(options, "args", "an axis of the batch")
    sizes, axis = list[int | None](), 0
    for part in key:
        if part is None:
            sizes.append(1)
        elif part is Ellipsis:
            rest = len(shape) - taken
            sizes += shape[axis : axis + rest]
            axis += rest
        else:
            sizes += _taken(options, shapes, shape[axis], part, axis)
            axis += 1
    return made(options, tuple(sizes))


def _taken(
    options: Options, shapes: Shapes, size: int | None, part: Part, axis: int
) -> list[int | None]:
    """What a slice or a number leaves of an axis."""
    if axis == 0:
        if part != slice(None):
            raise unsupported(options, "args", "an axis of the batch")
        return [size]
    if isinstance(part, slice):
        if size is None:
            return [None]
        left = len(range(*part.indices(size)))
        if not left:
            raise misfit(options, shapes)
        return [left]
    if size is not None and isinstance(part, int) and not -size <= part < size:
        raise misfit(options, shapes)
    return []


def _kinds() -> dict[str, Kind]:
    plain = (*FUNCTIONS, *ACTIVATIONS)
    return {
        **{name: Kind(_two, options=CALLED) for name in (*ARITHMETIC, *COMPARISONS)},
        **{name: Kind(same, options=CALLED) for name in plain},
        **{name: Kind(_reduced, options=("axis", "keepdims", "initial")) for name in REDUCTIONS},
        **{name: Kind(_softmax, options=("axis",)) for name in ("Softmax", "LogSoftmax")},
        **{name: Kind(_like, options=("dtype",)) for name in CONVERSIONS},
        "LeakyRelu": Kind(_leaky, options=("negative_slope",)),
        "Elu": Kind(_elu, options=("alpha",)),
        "Gelu": Kind(_gelu, options=("approximate",)),
        "Where": Kind(_where, options=CALLED),
        "Clip": Kind(_clip, options=("x_min", "x_max")),
        "Reshape": Kind(_reshape, options=("newshape",)),
        "Transpose": Kind(_transpose, options=("axes",)),
        "Swapaxes": Kind(_swap, options=("axis1", "axis2")),
        "ExpandDims": Kind(_expand, options=("axis",)),
        "Squeeze": Kind(_squeeze, options=("axis",)),
        "Flip": Kind(_flip, options=("axis",)),
        "Repeat": Kind(_repeat, options=("repeats", "axis")),
        "Concatenate": Kind(concatenated, options=("axis",)),
        "Stack": Kind(_stack, options=("axis",)),
        "Matmul": Kind(_matmul, options=CALLED),
        "Dot": Kind(_dot, options=CALLED),
        "Einsum": Kind(_einsum, options=("subscripts",)),
        "GetItem": Kind(_item, options=CALLED),
    }


KINDS: Mapping[str, Kind] = {f"ops.{name}": kind for name, kind in _kinds().items()}
