"""Reading processes that are forked from one that has imported the large libraries.

Most of what a reading takes is Python's start, numpy and h5py, some 0.3 s a file.  A test of many
files forks each reading from a process that has all three; rehearsal, limits, lock and the file are
each reading's own, as ever.  How the process really starts is held by ``test_safety_process.py``.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.safely.process import OWN, PASSED_ON, ROOT

ISOLATED = ("-I", "-S", "-B", "-X", "utf8", "-W", "ignore")
"""How a reading's own Python starts."""

START = "import sys; sys.path[:] = {path!r}; from {module} import serve; serve({number})"


class ForkingProcess:
    """Has the libraries imported, and forks a reading when it is asked to; it starts with the first.

    ``started`` stands in for `engine.safely.process._started`.
    """

    def __init__(
        self,
        module: str = __name__,
        options: Sequence[str] = ISOLATED,
        environment: dict[str, str] | None = None,
    ) -> None:
        if environment is None:
            environment = {key: os.environ[key] for key in PASSED_ON if key in os.environ} | OWN
        path = [str(ROOT), *(place for place in sys.path if place and place != str(ROOT))]
        self._command = [sys.executable, *options, "-c", START]
        self._filled = {"path": path, "module": module}
        self._environment, self._asking = environment, threading.Lock()
        self._socket: socket.socket | None = None

    def begin(self) -> None:
        """Start it, if it does not run."""
        with self._asking:
            if self._socket is None:
                self._socket = self._start()

    def _start(self) -> socket.socket:
        here, there = socket.socketpair()
        with there:
            *command, code = self._command
            self._process = subprocess.Popen(
                [*command, code.format(**self._filled, number=there.fileno())],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
            )
        return here

    def started(self, reader: str, path: Path, timeout: float) -> Any:
        """A reading that has begun, with what is used of a `subprocess.Popen`."""
        ours, theirs = os.pipe()
        pid = self.ask([reader, os.fsencode(path).hex(), timeout], theirs)
        os.close(theirs)
        assert pid is not None
        return _Forked(self, pid, ours)

    def ask(self, question: list[object], *handles: int) -> int | None:
        """The process's answer to one question."""
        self.begin()
        with self._asking:
            assert self._socket is not None
            socket.send_fds(self._socket, [json.dumps(question).encode()], list(handles))
            answer = json.loads(self._socket.recv(64))
        assert answer is None or isinstance(answer, int)
        return answer

    def close(self) -> None:
        """End it."""
        if self._socket is not None:
            self._socket.close()
            self._process.wait(10)


class _Forked:
    """One reading."""

    def __init__(self, parent: ForkingProcess, pid: int, output: int) -> None:
        self._parent, self.pid = parent, pid
        self.stdout = os.fdopen(output, "rb", buffering=0)
        self.returncode: int | None = None

    def wait(self, timeout: float) -> int:
        end = time.monotonic() + timeout
        while self.returncode is None:
            self.returncode = self._parent.ask([self.pid])
            if self.returncode is None:
                if time.monotonic() > end:
                    raise subprocess.TimeoutExpired("reading", timeout)
                time.sleep(0.002)
        return self.returncode


def serve(number: int) -> None:
    """The life of the process that forks: until the other end is closed."""
    import h5py  # noqa: F401 - what takes long; each reading rehearses the rest itself
    import numpy as np  # noqa: F401

    import engine.network.reader
    import engine.numbers.locked
    import engine.text.tokenizers.reader  # noqa: F401
    from engine.network.formats.registry import FORMATS
    from engine.safely.child import run

    for form in FORMATS:
        assert form.module  # is imported
    gc.freeze()  # what is there stays shared: no process that is forked goes through it
    asked = socket.socket(fileno=number)
    while True:
        question, handles, _, _ = socket.recv_fds(asked, 65536, 1)
        if not question:
            os._exit(0)
        words = json.loads(question)
        if len(words) == 1:
            pid, status = os.waitpid(words[0], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if pid else None
        elif (answer := os.fork()) == 0:
            os.setpgid(0, 0)  # it is ended as a group
            os.dup2(handles[0], 1)
            os.close(handles[0])
            asked.close()
            run([words[0], os.fsdecode(bytes.fromhex(words[1])), str(words[2])])
        else:
            os.setpgid(answer, answer)
            os.close(handles[0])
        asked.send(json.dumps(answer).encode())
