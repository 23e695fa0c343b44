"""What an operation is called with: tensors, and numbers that are written down.

What is written stands in the options ``args`` and ``kwargs``, None in the place of each tensor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from engine.errors import UnsupportedError
from engine.network.kinds.checks import array_of, axes, unsupported, unusable, unwrapped
from engine.network.kinds.kind import Options, Shapes
from engine.network.network import Shape

Item = TypeVar("Item")

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
    result: dict[str, Item] = {}
    for name, value in (*zip(names, args, strict=False), *kwargs.items()):
        if name not in names or name in result:
            raise unusable(options, "kwargs")
        if value is None and not left:
            raise unusable(options, "args")
        result[name] = left.pop(0) if value is None else constant(value)
    if left or len(result) != len(names):
        raise unusable(options, "args")
    return [result[name] for name in names]


def constant_shape(options: Options) -> Callable[[Any], Shape]:
    """From a written constant to its shape."""

    def shape(value: Any) -> Shape:
        return array_of(options, "args", unwrapped(value)).shape

    return shape


def beside_the_batch(options: Options, shapes: Shapes) -> UnsupportedError:
    """What to raise where the axis of the batch would lie beside another."""
    return unsupported(options, "shapes", list(shapes))


def within(options: Options, shape: Shape, default: int | None = None) -> tuple[int, ...]:
    """The axes that are named, counted from 0.

    Raises:
        UnsupportedError: one is that of the batch, or none is named.
        ModelError: one is not there.
    """
    result = axes(options, "axis", len(shape), default)
    if not result or 0 in result:
        raise unsupported(options, "axis", options.get("axis"))
    return result
