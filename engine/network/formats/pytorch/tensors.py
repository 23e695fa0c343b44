"""The safetensors format: the length of a header, the header as JSON, then plain numbers.

Source: ``huggingface.co/docs/safetensors``.  Once the header is checked against the file a
tensor is one read of so many bytes; the library's loader for numpy adds nothing to that, and
does not know bfloat16.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeGuard

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError, Note
from engine.network.formats.pytorch.state import MAX_TENSORS, nonlinearity_in
from engine.network.kinds.checks import check_weight_size

MAX_HEADER = 100_000_000
"""As the library has it."""

_AXES = 8
_START = 65_536

_FLOATS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
_SIZES = {
    "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "F8_E4M3": 1, "F8_E5M2": 1, "I64": 8, "I32": 4,
    "I16": 2, "I8": 1, "U64": 8, "U32": 4, "U16": 2, "U8": 1, "BOOL": 1, "C64": 8,
}  # fmt: skip
"""Bytes of a number."""


def is_safetensors(path: Path) -> bool:
    """Whether a file begins with the length of a header and a header that describes tensors."""
    with path.open("rb") as file:
        start = file.read(8 + _START)
    length = int.from_bytes(start[:8], "little")
    header = start[8 : 8 + length]
    said = b'"data_offsets"' in header or b'"__metadata__"' in header
    return 2 <= length <= MAX_HEADER and header[:1] == b"{" and said


@dataclass(frozen=True)
class Described:
    """One tensor as the header has it: its kind of number, its shape, where it begins."""

    kind: str
    shape: tuple[int, ...]
    start: int


@contextmanager
def opened(path: Path) -> Iterator[Tensors]:
    """A safetensors file, open; its tensors are read when they are asked for.

    Raises:
        ModelError: a tensor is larger than Gatescope opens.
        ValueError: it is damaged or cut off.
    """
    with path.open("rb") as file:
        yield Tensors(file, path.stat().st_size)


class Tensors:
    """The tensors of an open file, which stands at its start and has ``size`` bytes
    (`engine.network.formats.pytorch.state.StateDict`)."""

    notes: tuple[Note, ...] = ()
    left_out: tuple[str, ...] = ()

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._described, said = _header(file, size)
        self.nonlinearity = nonlinearity_in(said)

    @property
    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """The tensors of numbers with a point, by name, in the order of the header."""
        return {name: one.shape for name, one in self._described.items() if one.kind in _FLOATS}

    def read(self, name: str) -> npt.NDArray[Any]:
        """A tensor of any shape: float64 where it is that, else float32.

        Raises:
            KeyError: there is none of that name.
            ValueError: the file ends before it.
        """
        one = self._described[name]
        count = math.prod(one.shape)
        self._file.seek(one.start)
        raw = self._file.read(count * _SIZES[one.kind])
        result: npt.NDArray[Any] = np.frombuffer(raw, _FLOATS[one.kind], count).reshape(one.shape)
        if one.kind == "BF16":  # the upper half of a float32
            result = (result.astype(np.uint32) << 16).view(np.float32)
        return result if one.kind == "F64" else result.astype(np.float32, copy=False)


def _header(file: BinaryIO, size: int) -> tuple[dict[str, Described], object]:
    """The tensors that a header describes, and what it says besides."""
    length = int.from_bytes(file.read(8), "little")
    if length > MAX_HEADER or 8 + length > size:
        raise ValueError(f"its header would have {length:,} bytes")
    header = json.loads(file.read(length).decode("utf-8"))
    if not isinstance(header, dict):
        raise ValueError("its header is no object")
    if len(header) > MAX_TENSORS:
        raise ModelError("The file has more than 20,000 tensors, more than Gatescope opens.")
    said = header.pop("__metadata__", None)
    start = 8 + length
    return {name: _described(name, entry, start, size) for name, entry in header.items()}, said


def _described(name: str, entry: Any, start: int, size: int) -> Described:
    if not isinstance(entry, dict):
        raise ValueError(f"the tensor {name[:80]} is not described")
    kind, shape, offsets = (entry.get(key) for key in ("dtype", "shape", "data_offsets"))
    if not isinstance(kind, str) or not _wholes(shape) or not _wholes(offsets):
        raise ValueError(f"the tensor {name[:80]} is not described")
    if len(shape) > _AXES or len(offsets) != 2 or kind not in _SIZES:
        raise ValueError(f"the tensor {name[:80]} has the kind {kind[:20]}")
    count = math.prod(shape)
    check_weight_size(name, count)
    begin, end = offsets
    if end - begin != count * _SIZES[kind]:
        raise ValueError(f"the tensor {name[:80]} of {count:,} numbers has {end - begin:,} bytes")
    if start + end > size:
        raise ValueError(f"the tensor {name[:80]} ends behind the end of the file")
    return Described(kind, tuple(shape), start + begin)


def _wholes(value: Any) -> TypeGuard[list[int]]:
    return isinstance(value, list) and all(
        isinstance(one, int) and not isinstance(one, bool) and 0 <= one < 2**62 for one in value
    )
