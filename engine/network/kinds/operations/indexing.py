"""The operation that takes a part of a tensor, by a key of slices and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import EllipsisType
from typing import Any

from engine.network.kinds.checks import (
    computable,
    is_integer,
    misfit,
    only_shape,
    unsupported,
    unusable,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.operations.calling import CALLED
from engine.network.network import Shape

Part = slice | int | EllipsisType | None
"""What may stand in a key."""


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
    if written is None or is_integer(written, -(2**31)):
        return written  # type: ignore[no-any-return]
    kind = written.get("class_name") if isinstance(written, Mapping) else None
    if kind == "__ellipsis__":
        return Ellipsis
    config = written.get("config") if kind == "__slice__" else None
    if not isinstance(config, Mapping):
        raise unusable(options, "args")
    ends = [config.get(end) for end in ("start", "stop", "step")]
    if any(end is not None and not is_integer(end, -(2**31)) for end in ends) or ends[2] == 0:
        raise unusable(options, "args")
    return slice(*ends)


def _item(options: Options, shapes: Shapes) -> Shape:
    if len(shapes) > 1:
        raise unsupported(options, "args", "a key that is computed")
    shape, key = only_shape(options, shapes), item_key(options)
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
    return computable(options, tuple(sizes))


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
        if not (left := len(range(*part.indices(size)))):
            raise misfit(options, shapes)
        return [left]
    if size is not None and isinstance(part, int) and not -size <= part < size:
        raise misfit(options, shapes)
    return []


KINDS: Mapping[str, Kind] = {
    "GetItem": Kind(_item, options=CALLED),
}
