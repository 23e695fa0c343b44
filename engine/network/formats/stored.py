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

MOST_NUMBERS = 2**29
"""Numbers in one stored weight: 2 GB of float32."""


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

    found = item(group, path)
    if not isinstance(found, h5py.Dataset):
        raise KeyError(f"no weight {path}")
    if found.external or found.is_virtual:
        raise ModelError("A weight in this file lies outside of it; such files are not opened.")
    if int(np.prod(found.shape, dtype=object)) > MOST_NUMBERS:
        raise ModelError("A weight in this file is larger than Gatescope opens.")
    return found
