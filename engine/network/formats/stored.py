"""Getting at what lies in an HDF5 file without following it out of the file."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import Any

import numpy as np

from engine.errors import ModelError

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    LookupError,
    RuntimeError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
)
"""What zipfile, json and h5py raise inside damaged files: any of their own assumptions."""

MAX_CONFIG = 64 * 2**20
"""Bytes of a model's configuration."""

MAX_NUMBERS = 2**29
"""Numbers in one stored weight: 2 GB of float32."""

FILTERS = (1, 2, 3)
"""HDF5's own: gzip, shuffle, Fletcher's checksum.  Others are libraries that would be loaded."""

MAX_RATIO = 1100
"""What gzip makes of one byte, at most, and room for the last chunk."""

SMALL = 2**20
"""Bytes of one weight that are not worth a thought."""


def damaged(name: str, error: BaseException) -> ModelError:
    """What to raise for one of `DAMAGE`, met in the file of that name."""
    if isinstance(error, RecursionError):
        return ModelError("{name} is nested too deeply to be a model.", name=name)
    return ModelError(
        "{name} is damaged or cut off: {reason}. Copy or save it again.",
        name=name,
        reason=str(error)[:120] or type(error).__name__,
    )


def item(group: Any, path: str) -> Any:
    """What lies under a path inside a group; None if nothing does.

    Raises:
        ModelError: a link on the way leads out of the file, or around in it.
    """
    import h5py

    for name in filter(None, path.split("/")):
        link = group.get(name, getlink=True) if isinstance(group, h5py.Group) else None
        if link is None:
            return None
        if not isinstance(link, h5py.HardLink):
            raise ModelError("A weight in this file lies outside of it; such files are not opened.")
        group = group[name]
    return group


def weight(group: Any, path: str) -> Any:
    """The dataset under a path inside a group, not read yet.

    Raises:
        ModelError: it lies outside of the file, or is far too large.
        KeyError: there is none.
    """
    import h5py

    result = item(group, path)
    if not isinstance(result, h5py.Dataset):
        raise KeyError(f"no weight {path}")
    if result.external or result.is_virtual:
        raise ModelError("A weight in this file lies outside of it; such files are not opened.")
    if int(np.prod(result.shape, dtype=object)) > MAX_NUMBERS:
        raise ModelError("A weight in this file is larger than Gatescope opens.")
    _check_storage(result)
    return result


def _check_storage(found: Any) -> None:
    """Refuse foreign filters, and numbers that are declared and not there."""
    plan = found.id.get_create_plist()
    for place in range(plan.get_nfilters()):
        number = plan.get_filter(place)[0]
        if number not in FILTERS:
            raise ModelError(
                "A weight in this file is packed by a filter (number {number}) that Gatescope "
                "does not load. Save the model again without it.",
                number=number,
            )
    declared, stored = found.nbytes, found.id.get_storage_size()
    if declared > SMALL and declared > stored * (MAX_RATIO if found.chunks else 1):
        raise ModelError(
            "A weight in this file is said to have {numbers} numbers, but they are not in it. "
            "The file is damaged; copy or save it again.",
            numbers=f"{found.size:,}",
        )


def attribute(group: Any, name: str, most: int) -> Any:
    """The value of an attribute of a file, a group or a dataset; None if there is none.

    Raises:
        ModelError: it has more than ``most`` bytes.
    """
    import h5py

    if name not in group.attrs:
        return None
    opened = h5py.h5a.open(group.id, name.encode())
    count = int(np.prod(opened.shape, dtype=object)) if opened.shape else 1
    if max(opened.get_storage_size(), count) > most:
        raise ModelError("The model's configuration is larger than Gatescope reads.")
    return group.attrs[name]


def h5py_group() -> Any:
    """The class of a group; h5py is imported by those who read a file of it."""
    import h5py

    return h5py.Group


def count_numbers(group: Any, most: int = 10_000) -> int:
    """How many numbers lie in the datasets of a group and below; what leads out counts nothing.

    At most ``most`` members are looked at.
    """
    import h5py

    total, seen, waiting = 0, 0, [group]
    while waiting and seen < most:
        at = waiting.pop()
        for name in at:
            seen += 1
            if seen >= most:
                break
            if not isinstance(at.get(name, getlink=True), h5py.HardLink):
                continue
            found = at[name]
            if isinstance(found, h5py.Group):
                waiting.append(found)
            elif isinstance(found, h5py.Dataset) and found.dtype.kind in "fiu":
                total += int(np.prod(found.shape, dtype=object))
    return total
