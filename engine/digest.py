"""Reading files: `digest_of` tells one's content from every other's, `open_regular` waits for none."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

_BLOCK = 1 << 20


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    digest = hashlib.sha256()  # `hashlib.file_digest` is not in Python 3.10
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading; a pipe is not waited for, nor a device read for ever.

    Raises:
        OSError: it cannot be opened.
        ValueError: it is no regular file, or its name cannot be one.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ValueError("it is no file")
    return os.fdopen(handle, "rb")
