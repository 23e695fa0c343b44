"""Reading ``imdb.npz``, in which nothing is trusted.

It is a pickle inside an npz, read by an unpickler that can make lists of whole numbers and
nothing else.
"""

from __future__ import annotations

import pickle
import zipfile
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, TextError
from engine.progress import Progress, ShouldStop, check

Split = Literal["train", "test"]
SPLITS: tuple[Split, Split] = ("train", "test")

_LARGEST = 1 << 30
"""No member of the file is larger than this; Keras's own are below 50 MB."""


class _Marker:
    """Stands for a numpy class in the pickle; never called."""


class _Dtype:
    """Stands for ``numpy.dtype``: takes what the pickle says, and ignores it."""

    def __init__(self, *_: object) -> None:
        pass

    def __setstate__(self, state: object) -> None:
        pass


class _Items:
    """Stands for an array of objects: keeps the list of them."""

    def __init__(self, *_: object) -> None:
        self.items: list[Any] = []

    def __setstate__(self, state: Any) -> None:
        if not isinstance(state, tuple) or len(state) != 5 or not isinstance(state[4], list):
            raise pickle.UnpicklingError("not an array of objects")
        self.items = state[4]


def _latin1(text: object, encoding: object) -> bytes:
    """``_codecs.encode`` as protocol 2 uses it for bytes, and for nothing else."""
    if not isinstance(text, str) or encoding != "latin1":
        raise pickle.UnpicklingError("not bytes")
    return text.encode("latin1")


_ADMITTED: dict[tuple[str, str], Any] = {
    ("numpy", "ndarray"): _Marker,
    ("numpy", "dtype"): _Dtype,
    ("numpy.core.multiarray", "_reconstruct"): _Items,
    ("numpy._core.multiarray", "_reconstruct"): _Items,
    ("_codecs", "encode"): _latin1,
}


class _ListUnpickler(pickle.Unpickler):
    """Makes lists and whole numbers; whatever else a pickle names is refused."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not admitted") from None

    def persistent_load(self, pid: Any) -> Any:
        raise pickle.UnpicklingError("outside references are not admitted")


Ragged = tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]
"""Flat numbers, and the ``(N + 1,)`` offsets of the sequences in them."""

Halves = dict[Split, tuple[Ragged, npt.NDArray[np.int8]]]
"""The sequences and the labels, ``(N,)``, of both halves."""


def _read_ragged(file: Any) -> Ragged:
    """The lists of whole numbers in an ``.npy`` of dtype object, a `zipfile.ZipExtFile`."""
    read_header = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(np.lib.format.read_magic(file))
    if read_header is None:
        raise ValueError("unknown version of the array")
    shape, _, dtype = read_header(file)
    if len(shape) != 1:
        raise ValueError("not a list of sequences")
    if not dtype.hasobject:
        raise ValueError("not an array of lists")
    # Without readinto: a damaged bytearray would be let go while a view of it is open.
    reader: Any = SimpleNamespace(read=file.read, readline=file.readline, peek=file.peek)
    array = _ListUnpickler(reader).load()
    items = array.items if isinstance(array, _Items) else None
    if items is None or len(items) != shape[0]:
        raise ValueError("not an array of lists")
    if not all(type(item) is list for item in items):
        raise ValueError("not an array of lists")
    offsets = np.zeros(len(items) + 1, np.int64)
    np.cumsum([len(item) for item in items], out=offsets[1:])
    flat = np.empty(offsets[-1], np.int32)
    for at, item in enumerate(items):
        if not all(type(number) is int for number in item):
            raise ValueError("not lists of whole numbers")
        flat[offsets[at] : offsets[at + 1]] = item
    return flat, offsets


def read_npz(
    path: Path, should_stop: ShouldStop | None = None
) -> Generator[Progress, None, Halves]:
    """The sequences of both halves, flat ``(n,) int32`` with offsets ``(N + 1,) int64``, and
    their labels ``(N,) int8``, in the order of the file; yields progress.

    Raises:
        Cancelled: ``should_stop`` became true.
        TextError: the file cannot be read, or is not what Keras publishes.
    """
    halves: Halves = {}
    try:
        with zipfile.ZipFile(path) as archive:
            if any(member.file_size > _LARGEST for member in archive.infolist()):
                raise ValueError("it is too large")
            for done, split in enumerate(SPLITS):
                yield Progress(done, 2, "Reading the IMDB reviews of Keras")
                check(should_stop)
                with archive.open(f"x_{split}.npy") as file:
                    ragged = _read_ragged(file)
                with archive.open(f"y_{split}.npy") as file:
                    labels = np.lib.format.read_array(file, allow_pickle=False)
                count = len(ragged[1]) - 1
                if labels.shape != (count,) or not count or not np.isin(labels, (0, 1)).all():
                    raise ValueError("its labels do not fit its reviews")
                if (ragged[0] < 1).any() or not np.diff(ragged[1]).any():
                    raise ValueError("its numbers are no ranks")
                halves[split] = ragged, labels.astype(np.int8)
    except Cancelled:
        raise
    except Exception as error:
        # A foreign file fails in any way: numpy's header reader alone raises ValueError,
        # SyntaxError and TokenError, the unpickler whatever its opcodes lead to.
        raise TextError(
            "{path} is not the imdb.npz of Keras, or is damaged ({reason}). Remove it and "
            "download it again, or use the offline reviews.",
            path=path,
            reason=str(error) or type(error).__name__,
        ) from error
    return halves
