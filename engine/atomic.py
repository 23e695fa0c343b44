"""Files that are written whole or not at all, and the sentence where they cannot be."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from engine.errors import RunError

TEMPORARY = ".tmp-"
"""What the names of files begin with that are still being written."""

NO_ROOM = 1 << 20
"""Bytes; a disk with less than this is full."""

_TRIES, _PAUSE = 20, 0.05
"""Windows lets no file be replaced while somebody reads it: the window does, briefly."""


def write_atomically(path: Path, write: Callable[[Path], object], *, durable: bool = False) -> None:
    """Let ``write`` fill a file beside ``path``, then give it that name.

    Args:
        path: what the file is called in the end; an old one is replaced.
        write: is given a path with the same suffix (Keras looks at it).
        durable: wait until it is on the disk, so that it outlives a power cut.

    Raises:
        OSError: it cannot be written; an old one stays as it was.
    """
    made = path.with_name(f"{TEMPORARY}{uuid.uuid4().hex}{path.suffix}")
    try:
        write(made)
        if durable:
            _sync(made)
        replace(made, path)
        if durable and os.name != "nt":
            with contextlib.suppress(OSError):  # some network disks know no such thing
                _sync(path.parent)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def write_json(path: Path, found: Mapping[str, Any], *, durable: bool = False) -> None:
    """Write plain data as JSON, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    # Half a surrogate pair, which a text or a file's name may hold, becomes JSON's own escape.
    content = text.encode("utf-8", "backslashreplace")
    write_atomically(path, lambda at: at.write_bytes(content), durable=durable)


def replace(old: Path, new: Path) -> None:
    """Give a file or folder another name; on Windows as soon as nobody reads it.

    Raises:
        OSError: it cannot be done.
    """
    for left in reversed(range(_TRIES)):
        try:
            os.replace(old, new)
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def sweep(folder: Path) -> None:
    """Remove what a process left half-written that was killed."""
    for path in folder.rglob(f"{TEMPORARY}*"):
        with contextlib.suppress(OSError):
            path.unlink()


def unwritable(folder: Path, error: BaseException, variable: str = "") -> RunError:
    """The error where a folder cannot be written; ``variable`` is that of the environment which
    names another, where the user has not named this one."""
    try:
        full = shutil.disk_usage(folder).free < NO_ROOM
    except OSError:
        full = False
    if full:
        return RunError(
            "There is no room left on the disk of {folder}. Every epoch that had ended is kept: "
            "make room, then resume the run.",
            folder=folder,
        )
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    if variable:
        return RunError(
            "{folder} cannot be written: {reason}. Name a folder of yours that has room in the "
            "environment variable {variable}.",
            folder=folder,
            reason=reason,
            variable=variable,
        )
    return RunError(
        "{folder} cannot be written: {reason}. Name a folder of yours that has room.",
        folder=folder,
        reason=reason,
    )


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
