"""Arrays that lie on the disk: their pages are in memory while they are used, and can be let go.

A million sequences of a hundred steps are a gigabyte, which is to take no memory that somebody
else needs.  The file has no name, or goes with the array.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

_AT_ONCE = 1 << 20


def paged(shape: tuple[int, ...], dtype: npt.DTypeLike, folder: Path) -> npt.NDArray[Any]:
    """Zeros of a shape ``(N, ...)`` on the disk; their room is taken at once, as a disk that is full while they are written
    would end the process.

    Raises:
        OSError: there is no room in the folder, or it cannot be written.
    """
    size = int(np.prod(shape, dtype=np.int64)) * np.dtype(dtype).itemsize
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        _reserve(file, max(1, size))
        pages = mmap.mmap(file.fileno(), max(1, size))
    return np.ndarray(shape, dtype, buffer=pages)


def let_go(*arrays: npt.NDArray[Any]) -> None:
    """Take the pages of arrays ``(N, ...)`` that lie on the disk out of memory, until they are used again; of
    others, and where the system knows no such thing, nothing happens."""
    for array in arrays:
        owner: Any = array
        while isinstance(owner, np.ndarray):
            owner = owner.base
        if isinstance(owner, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            owner.madvise(mmap.MADV_DONTNEED)


def _reserve(file: IO[bytes], size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file.fileno(), 0, size)
        return
    zeros = bytes(_AT_ONCE)
    for first in range(0, size, _AT_ONCE):
        file.write(zeros[: size - first])
    file.flush()
