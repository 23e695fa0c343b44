"""What a command can write, said before it begins to work, and what it has written."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryFile

from engine.errors import GatescopeError
from engine.replay.export import unwritable_file


def check_out(path: Path | None, endings: Collection[str], wrong: GatescopeError) -> None:
    """Raise GatescopeError where the file after ``--out`` is a folder or nothing can be written
    beside it, or ``wrong`` where its name has none of the endings."""
    if path is None:
        return
    if path.is_dir():
        raise unwritable_file(path, OSError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if path.suffix.lower() not in endings:
        raise wrong
    try:
        TemporaryFile(dir=path.parent).close()  # it has no name, or goes at once
    except OSError as error:
        raise unwritable_file(path, error) from error


def tell_written(path: Path, what: str) -> None:
    """Say what is in a file that a command has written, and where it is."""
    print(f"Written: {path} ({what})")
