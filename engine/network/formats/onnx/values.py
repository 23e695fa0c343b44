"""What passes between ONNX's nodes, seen from our graph.

ONNX moves axes about: recurrent nodes read (steps, batch, features) and write (steps,
directions, batch, units), so that files are full of Transpose, Squeeze and Reshape.  Our
tensors are (batch, steps, features) throughout.  A `OnnxTensor` therefore keeps two descriptions
of the same numbers in terms of *atoms*, indivisible axes: how our tensor has them, and how
the file has them.  Moving axes changes only the second; nothing is computed until a node
needs an order that our tensor does not have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.network.network import Shape, Tensor


class Atom:
    """An axis that is not put together from others; ``size`` is None where it is open."""

    __slots__ = ("size",)

    def __init__(self, size: int | None) -> None:
        self.size = size


Axis = tuple[Atom, ...]
"""The atoms that make an axis, outermost first; an axis of size 1 may have none."""

Axes = tuple[Axis, ...]


@dataclass(frozen=True)
class OnnxTensor:
    """A tensor of our graph, or several of the same shape that ONNX has in one.

    Attributes:
        tensors: our tensors; more than one where ``stack`` is set.
        own: the axes of each of our tensors, batch first.
        axes: the file's axes of the same numbers.
        stack: the atom that counts ``tensors`` (the direction axis of a recurrent node).
    """

    tensors: tuple[Tensor, ...]
    own: Axes
    axes: Axes
    stack: Atom | None = None

    @property
    def tensor(self) -> Tensor:
        """The one tensor."""
        (only,) = self.tensors
        return only


@dataclass(frozen=True, eq=False)
class Filled:
    """An array of one value whose sizes are known only when the model runs.

    Attributes:
        value: a number, or a size (`Dim`); NaN where it has several.
        repeated: those, of any shape: axes of size 1 are repeated as often as will be known; None
            where they are not known.
    """

    value: float | Dim
    repeated: npt.NDArray[np.generic] | None = None


@dataclass(frozen=True)
class Unknown:
    """What a layer that cannot be replayed puts out."""

    tensor: Tensor


@dataclass(frozen=True)
class Dim:
    """A size that is known only when the model runs: that of these atoms together."""

    atoms: Axis


Array = npt.NDArray[np.generic]
Operand = OnnxTensor | Filled | Unknown | Array
"""A constant is an array; sizes are an array of objects, whole numbers and `Dim`."""


def size(axis: Axis) -> int | None:
    """How long an axis is, None if that is open."""
    result = 1
    for atom in axis:
        if atom.size is None:
            return None
        result *= atom.size
    return result


def learned(axis: Axis, known: int) -> None:
    """A weight says how long an axis is that was open."""
    if len(axis) == 1 and axis[0].size is None:
        axis[0].size = known


def bare(axis: Axis) -> Axis:
    """An axis without its atoms of size 1."""
    return tuple(atom for atom in axis if atom.size != 1)


def alike(one: Axes, other: Axes) -> bool:
    """Whether two descriptions are the same but for atoms of size 1."""
    return len(one) == len(other) and all(
        bare(a) == bare(b) for a, b in zip(one, other, strict=True)
    )


def shape_of(own: Axes) -> Shape:
    """As Keras prints it: the batch is open."""
    return (None, *(size(axis) for axis in own[1:]))


def split(axes: Axes, parts: Mapping[Atom, Axis]) -> Axes:
    """Axes in which some atoms turned out to be made of others."""

    def whole(atom: Atom) -> Axis:
        return (
            tuple(new for part in parts[atom] for new in whole(part)) if atom in parts else (atom,)
        )

    return tuple(tuple(new for atom in axis for new in whole(atom)) for axis in axes)


def regrouped(axes: Axes, wanted: Sequence[int | Dim]) -> tuple[Axes, Mapping[Atom, Axis]] | None:
    """The atoms of some axes, grouped anew (ONNX's Reshape).

    Args:
        axes: what there is.
        wanted: the new sizes; 0 keeps the axis of the same place, -1 takes what is left.

    Returns:
        the new axes, and which atoms had to be split into which; None if it cannot be told.
    """
    parts: dict[Atom, Axis] = {}
    queue = [atom for axis in axes for atom in axis]
    sizes: list[int | Dim] = []
    for place, one in enumerate(wanted):
        if isinstance(one, int) and one == 0:
            if place >= len(axes):
                return None
            one = Dim(axes[place])  # noqa: PLW2901
        sizes.append(one)
    rest = [place for place, one in enumerate(sizes) if isinstance(one, int) and one == -1]
    if len(rest) > 1:
        return None
    front = sizes[: rest[0]] if rest else sizes
    back = sizes[rest[0] + 1 :] if rest else []
    left = _taken(queue, front, parts, forwards=True)
    right = None if left is None else _taken(queue, back[::-1], parts, forwards=False)
    if left is None or right is None:
        return None
    if rest:
        return split((*left, tuple(queue), *right[::-1]), parts), parts
    if any(atom.size != 1 for atom in queue):
        return None
    return split(tuple(left), parts), parts


def _taken(
    queue: list[Atom], sizes: Sequence[int | Dim], parts: dict[Atom, Axis], forwards: bool
) -> list[Axis] | None:
    """Groups of these sizes from one end of the queue, which loses them; None if none fit."""
    end = 0 if forwards else -1
    result: list[Axis] = []
    for wanted in sizes:
        group: list[Atom] | None = []
        if isinstance(wanted, Dim):
            count = len(wanted.atoms)
            head = tuple(queue[:count] if forwards else queue[len(queue) - count :])
            if len(head) != count or not all(map(_same, head, wanted.atoms)):
                return None
            group = [queue.pop(end) for _ in head]
        elif wanted == 1:
            group = [queue.pop(end)] if queue and queue[end].size == 1 else []
        else:
            group = _of_size(queue, wanted, parts, forwards)
        if group is None:
            return None
        result.append(tuple(group if forwards else group[::-1]))
    return result


def _of_size(
    queue: list[Atom], wanted: int, parts: dict[Atom, Axis], forwards: bool
) -> list[Atom] | None:
    """Atoms from one end of the queue that make this size, the last one split if need be."""
    end = 0 if forwards else -1
    group: list[Atom] = []
    product = 1
    while product < wanted:
        if not queue or not queue[end].size:
            return None
        atom = queue.pop(end)
        assert atom.size is not None
        if product * atom.size > wanted:
            need = wanted // product
            if wanted % product or atom.size % need:
                return None
            taken, kept = Atom(need), Atom(atom.size // need)
            parts[atom] = (taken, kept) if forwards else (kept, taken)
            queue.insert(0 if forwards else len(queue), kept)
            atom = taken
        group.append(atom)
        product *= atom.size or 1
    return group if product == wanted else None


def _same(one: Atom, other: Atom) -> bool:
    """Whether two atoms stand for one axis, or are as long."""
    return one is other or (one.size is not None and one.size == other.size)
