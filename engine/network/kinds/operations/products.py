"""Operations that multiply and sum: products of matrices."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.kinds.checks import all_known, computable, misfit, unsupported, unusable
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.operations.calling import (
    CALLED,
    beside_the_batch,
    called_with,
    constant_shape,
)
from engine.network.network import Shape


def _matmul(options: Options, shapes: Shapes) -> Shape:
    if not all_known(options, shapes, 1, 2):
        return ()
    one, other = called_with(options, shapes, ("x1", "x2"), constant_shape(options))
    if len(shapes) == 2:
        if len(one) != len(other) or len(one) < 3:
            raise beside_the_batch(options, (one, other))
    elif one is not shapes[0]:
        if len(one) != 2 or len(other) < 3:
            raise beside_the_batch(options, (one, other))
    elif not 1 <= len(other) <= 2 or len(one) < 2:
        raise beside_the_batch(options, (one, other))
    inner = other[-2] if len(other) > 1 else other[-1]
    if None not in (one[-1], inner) and one[-1] != inner:
        raise misfit(options, shapes)
    front = one[:-2] if one is shapes[0] else other[:-2]
    if len(shapes) == 2:
        for axis in range(1, len(one) - 2):
            if None not in (one[axis], other[axis]) and one[axis] != other[axis]:
                raise misfit(options, shapes)
    back = (other[-1],) if len(other) > 1 else ()
    return computable(options, (*front, one[-2], *back))


def _dot(options: Options, shapes: Shapes) -> Shape:
    """A tensor times a matrix or a vector that is written down, as Matmul has it."""
    if len(shapes) > 1:
        raise beside_the_batch(options, shapes)
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
    if not all_known(options, shapes, len(inputs), len(inputs)):
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
    computable(options, (None, *(sizes[letter] for letter in sizes if letter != output[0])))
    return computable(options, tuple(sizes[letter] for letter in output))


KINDS: Mapping[str, Kind] = {
    "Matmul": Kind(_matmul, options=CALLED),
    "Dot": Kind(_dot, options=CALLED),
    "Einsum": Kind(_einsum, options=("subscripts",)),
}
