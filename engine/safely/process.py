"""Reading a foreign file in a process of its own, which is ended when it takes too much.

Some damaged HDF5 files hang the HDF5 library for ever, deaf to polite signals, and any of
the libraries may crash.  In a process of its own that ends the reading, not the window.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import Cancelled, GatescopeError, ModelError
from engine.safely.limits import MAX_HEADER, SECONDS, most_output
from engine.safely.packet import BadPacket, count_in, header_in

ROOT = Path(__file__).resolve().parents[2]
POLL = 0.02
"""Seconds between two questions whether to stop."""

GRACE = 1.0
"""Seconds for a process to be gone after it was killed; a disk that does not answer holds it."""

PASSED_ON = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ")
"""What the reading process gets of our environment; it needs no keys and no proxies."""

OWN = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "HDF5_PLUGIN_PRELOAD": "::",  # no filters from libraries that a file names
    "HDF5_USE_FILE_LOCKING": "FALSE",  # nothing is written, and some disks cannot lock
}

START = "import sys; sys.path[:] = {path!r}; from engine.safely.child import run; run(sys.argv[1:])"


@dataclass(frozen=True)
class ChildAnswer:
    """What was handed over, unchecked but for its size.

    Attributes:
        header: a JSON object.
        data: the bytes after it.
    """

    header: dict[str, Any]
    data: bytearray


def read_safely(
    reader: str,
    path: Path | str,
    timeout: float = SECONDS,
    should_stop: Callable[[], bool] | None = None,
    most_header: int = MAX_HEADER,
) -> ChildAnswer:
    """Read a foreign file in a process with limits of time, memory and output.

    Args:
        reader: the name of a module that is a `engine.safely.child.Reader`; behind a ``?`` what
            it is asked for.
        path: the file.
        timeout: seconds on the clock.
        should_stop: asked every `POLL` seconds; true ends the process.
        most_header: bytes of JSON that are taken.

    Raises:
        GatescopeError: what the reader raised.
        ModelError: a limit was hit, or the process failed.
        Cancelled: ``should_stop`` became true.
    """
    path = Path(path).absolute()
    if "\0" in str(path):
        raise ModelError("There is no file {path}.", path=str(path))
    deadline = time.monotonic() + timeout
    process = _started(reader, path, timeout)
    taking = _Taking(process, path, most_header)
    try:
        is_done = False
        while not is_done:
            is_done = taking.done.wait(POLL)
            if should_stop is not None and should_stop():
                raise Cancelled  # what was read meanwhile is not wanted either
            if not is_done and time.monotonic() > deadline:
                raise _took_too_long(path, timeout)
        if taking.answer is not None:
            return taking.answer
        error = taking.error
        if isinstance(error, GatescopeError):
            raise error
        if _code(process) in _OUT_OF_TIME:
            raise _took_too_long(path, timeout)
        raise failed(path) from error
    finally:
        _end(process)
        taking.join(GRACE)


def failed(path: Path) -> ModelError:
    """What to raise for a process that handed over nothing that can be used."""
    return ModelError(
        "{name} could not be read: reading it failed or needed too much memory. The file is "
        "probably damaged; copy or save it again.",
        name=path.name,
    )


def _took_too_long(path: Path, timeout: float) -> ModelError:
    return ModelError(
        "Reading {name} took longer than {seconds} seconds and was given up. Try again when the "
        "computer has less to do; if it never ends, copy or save the file again.",
        name=path.name,
        seconds=f"{timeout:g}",
    )


class _Taking(threading.Thread):
    """Takes over what the process writes, up to the bounds; a pipe can be waited for only so."""

    def __init__(self, process: subprocess.Popen[bytes], path: Path, most_header: int) -> None:
        super().__init__(name=f"reading {path.name}", daemon=True)
        self.answer: ChildAnswer | None = None
        self.error: Exception | None = None
        self.done = threading.Event()
        assert isinstance(process.stdout, io.FileIO)  # as it is without a buffer
        self._pipe = process.stdout
        self._path = path
        self._most_header = most_header
        self.start()

    def run(self) -> None:
        try:
            with self._pipe:
                self.answer = self._taken()
        except (GatescopeError, BadPacket, OSError, MemoryError) as error:
            self.error = error
        finally:
            self.done.set()

    def _taken(self) -> ChildAnswer:
        size = int.from_bytes(self._exactly(8), "little")
        if size > self._most_header:
            raise BadPacket("the header is too long")
        header = header_in(self._exactly(size))
        count = count_in(header.get("bytes", 0))
        if count > most_output(self._path.stat().st_size):
            raise ModelError(
                "{name} unpacks to {size} bytes of weights, far more than a file of its size "
                "should hold. It is probably damaged.",
                name=self._path.name,
                size=f"{count:,}",
            )
        data = self._exactly(count)
        if self._pipe.read(1):
            raise BadPacket("more than was announced")
        return ChildAnswer(header, data)

    def _exactly(self, count: int) -> bytearray:
        data = bytearray(count)
        view = memoryview(data)
        at = 0
        while at < count:
            if not (more := self._pipe.readinto(view[at:])):
                raise BadPacket("cut off")
            at += more
        return data


def _started(reader: str, path: Path, timeout: float) -> subprocess.Popen[bytes]:
    environment = {key: os.environ[key] for key in PASSED_ON if key in os.environ} | OWN
    places = [str(ROOT), *(place for place in sys.path if place and place != str(ROOT))]
    return subprocess.Popen(
        [
            # Isolated, without site (its .pth files may run anything), nothing written.
            *(sys.executable, "-I", "-S", "-B", "-X", "utf8", "-W", "ignore"),
            *("-c", START.format(path=places)),
            *(reader, str(path), str(timeout)),
        ],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,  # so that it is ended with all that it might have started
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what still runs, and wait until it is gone."""
    if process.returncode is None:  # not waited for yet: its number is still its own
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)


def _code(process: subprocess.Popen[bytes]) -> int | None:
    """How a process ended whose output did, None if it is still there."""
    try:
        return process.wait(GRACE)
    except subprocess.TimeoutExpired:
        return None


_OUT_OF_TIME = [-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)]
