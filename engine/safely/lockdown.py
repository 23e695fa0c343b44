"""After this, Python code in this process reads one file and computes; nothing else.

An audit hook sees what Python is about to do and refuses all but a few harmless events:
nothing is imported, compiled or executed any more, no other file is opened, and this one
not for writing; no sockets, processes, libraries.  It holds for the life of the process,
on every system.  What C code does by itself it cannot see; on Linux `kernel` forbids that.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HARMLESS = frozenset(
    {
        "array.__new__",
        "builtins.id",
        "mmap.__new__",
        "object.__getattr__",
        "sys._getframe",
        "sys._getframemodulename",
        "sys.unraisablehook",
    }
)
"""Events that reading raises and that reach nothing outside of the process."""

NAMED = ("import", "open")
"""Events whose first argument says more than they do."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(BaseException):
    """Reading was about to do what reading needs not; no `except Exception` holds it."""


def lock(path: Path) -> None:
    """Allow nothing but reading that file, an absolute path, for good."""
    name = os.fspath(path)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in HARMLESS:
            return
        if event == "open":
            what, _, flags = arguments
            reads = isinstance(flags, int) and not flags & WRITING
            if reads and isinstance(what, (str, bytes)) and os.fsdecode(what) == name:
                return
        raise Forbidden(f"{event} {arguments[0]}"[:80] if event in NAMED else event)

    sys.addaudithook(hook)
