"""Weights that lie in files beside an ONNX file (``onnx.ai/onnx/repo-docs/ExternalData.html``).

A tensor names a file, where its numbers begin in it and how many bytes they are.  Which files
may be read is decided outside of the process that reads (`engine.network.together`); here they
are bytes by the names that the model has for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from engine.errors import LiesBeside, ModelError

MAX_FILES = 256
MAX_NAME = 1024
"""Letters in the name of a file."""


class StoredPlace(NamedTuple):
    """Where the numbers of a tensor lie: the file, the first byte, how many (None for the rest)."""

    file: str
    offset: int
    length: int | None


def is_external(tensor: Any) -> bool:
    """Whether the numbers of a TensorProto lie in another file."""
    from onnx import TensorProto

    return bool(tensor.data_location == TensorProto.EXTERNAL or tensor.external_data)


def place_of(tensor: Any) -> StoredPlace:
    """Where the numbers of such a TensorProto lie.

    Raises:
        ValueError: it does not say.
    """
    said = {str(one.key): str(one.value) for one in tensor.external_data}
    file, offset, length = said.get("location", ""), said.get("offset"), said.get("length")
    if not 0 < len(file) <= MAX_NAME:
        raise ValueError(f"the weight {tensor.name[:80]} names no file")
    numbers = [int(one or 0) for one in (offset, length)]
    if min(numbers) < 0:
        raise ValueError(f"the weight {tensor.name[:80]} begins before its file")
    return StoredPlace(file, numbers[0], numbers[1] or None)


def files_of(model: Any) -> tuple[str, ...]:
    """The names of the files that a ModelProto needs, in their order.

    Raises:
        ModelError: there are too many.
        ValueError: a tensor does not say where it lies.
    """
    names = sorted({place_of(tensor).file for tensor in _tensors(model) if is_external(tensor)})
    if len(names) > MAX_FILES:
        raise ModelError(
            "The weights of the model lie in {count} files; at most {most} are read. Save them in one: "
            "onnx.save(model, 'name.onnx', save_as_external_data=True).",
            count=f"{len(names):,}",
            most=MAX_FILES,
        )
    return tuple(names)


def _tensors(model: Any) -> Iterator[Any]:
    yield from model.graph.initializer
    for node in model.graph.node:
        yield from (one.t for one in node.attribute if one.HasField("t"))


class Beside:
    """The files beside a model.

    Args:
        read: the bytes of a file, by the name that the model has for it; asked once for each.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._known: dict[str, bytes] = {}

    def bytes_of(self, tensor: Any, wanted: int | None) -> bytes:
        """The bytes of a TensorProto's numbers.

        Args:
            tensor: one whose numbers lie in another file.
            wanted: how many its shape takes; None where the type has no whole bytes.

        Raises:
            ModelError: the file ends before, or has another number of bytes for it.
        """
        place = place_of(tensor)
        if place.file not in self._known:
            self._known[place.file] = self._read(place.file)
        whole = self._known[place.file]
        length = place.length if place.length is not None else wanted
        end = len(whole) if length is None else place.offset + length
        weight, file = str(tensor.name)[:80], place.file[-80:]
        if wanted is not None and length != wanted:
            raise ModelError(
                "The weight {weight} has {found} bytes in {file}, and its shape takes {wanted}. Export "
                "the model again.",
                weight=weight,
                file=file,
                found=f"{length:,}",
                wanted=f"{wanted:,}",
            )
        if not place.offset <= end <= len(whole):
            raise ModelError(
                "{file} ends before the weight {weight} does: it has {size} bytes, and the weight "
                "ends at {end}. It is cut off, or of another model.",
                weight=weight,
                file=file,
                size=f"{len(whole):,}",
                end=f"{end:,}",
            )
        return whole[place.offset : end]


def lies_beside(tensor: Any) -> LiesBeside:
    """What to raise for a weight in another file where only one is read."""
    return LiesBeside(
        "The weight {weight} lies in another file. Open the model where that file lies beside it.",
        weight=str(tensor.name)[:80],
    )
