"""The process that reads one foreign file and hands over plain data.

It is started by `process.read_safely`, limits itself, imports what this file needs, locks
everything else away, and only then opens the file.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from engine.errors import GatescopeError, ModelError
from engine.safely import kernel, limits
from engine.safely.lockdown import Forbidden, lock
from engine.safely.packet import packed_error

Pieces = Iterable["bytes | memoryview"]


class Reader(Protocol):
    """A module that reads one kind of file."""

    def prepare(self, path: Path) -> None:
        """Import whatever reading that file will need; the file itself is not believed."""

    def hand_over(self, path: Path, *asked: str) -> Pieces:
        """Read the file, as it was asked to, then give out a packet.

        Raises:
            GatescopeError: it cannot be read; nothing was given out yet.
        """


def main(reader: str, path: Path, seconds: float) -> int:
    """Let a `Reader`, by the name of its module, read an absolute path and print the packet.

    Behind the name may stand ``?`` and what it is asked for, which is handed on to it.
    It has so many seconds of the processor's time.  Returns the exit code.
    """
    try:
        size = path.stat().st_size
    except OSError:  # the reader will say why
        size = 0
    limits.limit(size, seconds)
    name, *asked = reader.split("?", 1)
    module: Reader = importlib.import_module(name)
    module.prepare(path)
    kernel.restrict(path)
    lock(path)
    for piece in answer(module, path, *asked):
        _write(piece)
    return 0


def answer(module: Reader, path: Path, *asked: str) -> Pieces:
    """The packet of a file, or that of the error."""
    reason: GatescopeError
    try:
        return module.hand_over(path, *asked)
    except GatescopeError as error:
        reason = error
    except MemoryError:
        reason = ModelError(
            "{name} needs more memory than reading a model may take. The file is probably damaged.",
            name=path.name,
        )
    except Forbidden as event:
        reason = ModelError(
            "{name} asked for more than to be read ({event}). That was not done, and "
            "the file was closed.",
            name=path.name,
            event=str(event),
        )
    return [packed_error(reason)]


def _write(piece: bytes | memoryview) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[os.write(1, rest) :]


def run(arguments: list[str]) -> None:
    """The whole life of the process; Python's own way out would do too much."""
    code = 1
    try:
        code = main(arguments[0], Path(arguments[1]), float(arguments[2]))
    finally:
        os._exit(code)


if __name__ == "__main__":
    run(sys.argv[1:])
