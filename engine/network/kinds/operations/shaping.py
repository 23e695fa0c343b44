"""Operations that lay numbers out otherwise, or reduce an axis of them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.kinds.checks import (
    all_known,
    axes,
    computable,
    flag,
    integers,
    misfit,
    only_shape,
    unsupported,
    unusable,
    unwrapped,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.merging import concatenated, one_axis
from engine.network.kinds.operations.calling import within
from engine.network.kinds.shaping import reshaped
from engine.network.network import Shape

REDUCTIONS = ("Mean", "Sum", "Max", "Min", "Prod", "Any", "All", "Var", "Std")


def _reduced(options: Options, shapes: Shapes) -> Shape:
    shape, kept = only_shape(options, shapes), flag(options, "keepdims", False)
    if unwrapped(options.get("initial")) is not None:
        raise unsupported(options, "initial", options.get("initial"))
    if not shape:
        return ()
    over = within(options, shape)
    if kept:
        return tuple(1 if axis in over else size for axis, size in enumerate(shape))
    return tuple(size for axis, size in enumerate(shape) if axis not in over)


def _reshape(options: Options, shapes: Shapes) -> Shape:
    if not (shape := only_shape(options, shapes)):
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
    rest = integers({**options, "newshape": sizes[1:]}, "newshape", least=-1)
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
    found = integers(options, "axes", least=-rank)
    order = tuple(axis % rank for axis in found)
    if sorted(order) != list(range(rank)) or any(axis >= rank for axis in found):
        raise unusable(options, "axes")
    if order[0]:
        raise unsupported(options, "axes", list(found))
    return order


def _transpose(options: Options, shapes: Shapes) -> Shape:
    shape = only_shape(options, shapes)
    return tuple(shape[axis] for axis in new_order(options, len(shape))) if shape else ()


def _swap(options: Options, shapes: Shapes) -> Shape:
    if not (shape := only_shape(options, shapes)):
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
    if not (shape := only_shape(options, shapes)):
        return ()
    added = axes(options, "axis", len(shape) + 1)
    if 0 in added or len(added) != 1:
        raise unsupported(options, "axis", options.get("axis"))
    return (*shape[: added[0]], 1, *shape[added[0] :])


def _squeeze(options: Options, shapes: Shapes) -> Shape:
    if not (shape := only_shape(options, shapes)):
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
    shape = only_shape(options, shapes)
    if shape:
        within(options, shape)
    return shape


def _repeat(options: Options, shapes: Shapes) -> Shape:
    shape, (times,) = only_shape(options, shapes), integers(options, "repeats", 1)
    if not shape:
        return ()
    along = one_axis(options, len(shape), 0)
    size = shape[along]
    computable(options, (None, times))
    wider = None if size is None else size * times
    return computable(options, (*shape[:along], wider, *shape[along + 1 :]))


def _stack(options: Options, shapes: Shapes) -> Shape:
    if not all_known(options, shapes):
        return ()
    rank = len(shapes[0])
    along = one_axis(options, rank + 1, 0)
    sizes: list[int | None] = []
    for axis in range(rank):
        known = {shape[axis] for shape in shapes if len(shape) == rank} - {None}
        if any(len(shape) != rank for shape in shapes) or (axis and len(known) > 1):
            raise misfit(options, shapes)
        sizes.append(shapes[0][axis])
    return computable(options, (*sizes[:along], len(shapes), *sizes[along:]))


KINDS: Mapping[str, Kind] = {
    **{name: Kind(_reduced, options=("axis", "keepdims", "initial")) for name in REDUCTIONS},
    "Reshape": Kind(_reshape, options=("newshape",)),
    "Transpose": Kind(_transpose, options=("axes",)),
    "Swapaxes": Kind(_swap, options=("axis1", "axis2")),
    "ExpandDims": Kind(_expand, options=("axis",)),
    "Squeeze": Kind(_squeeze, options=("axis",)),
    "Flip": Kind(_flip, options=("axis",)),
    "Repeat": Kind(_repeat, options=("repeats", "axis")),
    "Concatenate": Kind(concatenated, options=("axis",)),
    "Stack": Kind(_stack, options=("axis",)),
}
