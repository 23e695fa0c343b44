"""One mutation, read as `engine.safely` reads it, in a process forked from one that is ready.

Starting Python and importing takes most of the time of a real reading; here that is done
once, and a forked copy limits itself, locks itself in and reads.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.safely import child, kernel, limits
from engine.safely.lockdown import lock


@dataclass(frozen=True)
class Ended:
    """A forked process that is no more.

    Attributes:
        output: what it wrote, `most` bytes at most.
        status: as of ``waitpid``.
        killed: why it was ended ("time", "output"), "" if it ended itself.
        peak: its largest memory, in bytes.
        seconds: on the clock.
    """

    output: bytes
    status: int
    killed: str
    peak: int
    seconds: float


Work = Callable[[], Iterable["bytes | memoryview"]]


def forked(work: Work, seconds: float, most: int) -> Ended:
    """Do some work in a copy of this process, in the limits.

    Args:
        work: what it does; an exception's trace is written behind ``!``.
        seconds: on the clock, then it is killed.
        most: bytes of output, then it is killed.
    """
    read, write = os.pipe()
    start = time.monotonic()
    number = os.fork()
    if not number:
        os.close(read)
        _child(work, write)
    os.close(write)
    output, killed = bytearray(), ""
    while True:
        left = start + seconds - time.monotonic()
        ready, _, _ = select.select([read], [], [], max(0.0, left))
        if not ready:
            killed = "time"
            break
        piece = os.read(read, 2**20)
        if not piece:
            break
        output += piece
        if len(output) > most:
            killed = "output"
            break
    os.close(read)
    if killed:
        os.kill(number, signal.SIGKILL)
    _, status, usage = os.wait4(number, 0)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Ended(bytes(output), status, killed, peak, time.monotonic() - start)


def _child(work: Work, write: int) -> None:
    code = 1
    try:
        for piece in work():
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(write, rest) :]
        code = 0
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        code = 3
        with contextlib.suppress(BaseException):
            os.write(write, b"!" + _told(error).encode("utf-8", "replace"))
    finally:
        os._exit(code)


def _told(error: BaseException) -> str:
    """What broke and where; without the lines of code, which may no longer be read."""
    frames = [
        f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    return "\n".join([*frames[-12:], f"{type(error).__name__}: {error}"[:2000]])


def reading(reader: str, path: Path, seconds: float) -> Work:
    """What `engine.safely.child.main` does, with everything imported already."""
    module: child.Reader = importlib.import_module(reader)

    def work() -> Iterable[bytes | memoryview]:
        limits.limit(path.stat().st_size, seconds)
        module.prepare(path)
        kernel.restrict(path)
        lock(path)
        return child.answer(module, path)

    return work
