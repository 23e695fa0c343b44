"""Processes that are forked from one that has imported TensorFlow and Keras.

Importing both takes four seconds of a core, most of what a short training takes.  What really
starts anew is held by the tests that ask for it, and by those of the window.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.forked_reading import ForkingProcess


class ForkedKeras:
    """A Python with Keras that runs code, with what is used of a `subprocess.Popen`."""

    def __init__(
        self,
        parent: ForkingProcess,
        code: str,
        *arguments: object,
        cwd: Path,
        env: dict[str, str] | None = None,
    ) -> None:
        self._parent = parent
        (given, write), (out, said), (err, wrong) = (os.pipe() for _ in range(3))
        argv = ["-c", *map(str, arguments)]
        environment = dict(os.environ) if env is None else env
        pid = parent.ask([code, argv, str(cwd), environment], given, said, wrong)
        for handle in (given, said, wrong):
            os.close(handle)
        assert pid is not None
        self.pid = pid
        self.returncode: int | None = None
        self.stdin = os.fdopen(write, "w", encoding="utf-8")
        self.stdout = os.fdopen(out, encoding="utf-8")
        self.stderr = os.fdopen(err, encoding="utf-8")

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        if self.returncode is None:
            self.returncode = self._parent.ask([self.pid])
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Its exit code, once it has ended."""
        end = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("forked Keras", timeout)
            time.sleep(0.005)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self) -> tuple[str, str]:
        """What it says until its end, on stdout and on stderr, with no input."""
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()
        with self.stdout, self.stderr:
            return self.stdout.read(), self.stderr.read()


def serve(number: int) -> None:
    """The life of the process that forks: until the other end is closed."""
    from engine.training.network import quiet_keras

    quiet_keras()
    asked = socket.socket(fileno=number)
    while True:
        question, handles, _, _ = socket.recv_fds(asked, 1 << 20, 3)
        if not question:
            os._exit(0)
        words = json.loads(question)
        if len(words) == 1:
            pid, status = os.waitpid(words[0], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if pid else None
        elif (answer := os.fork()) == 0:
            asked.close()
            _become(handles, *words)
            return  # as any Python ends
        for handle in handles:
            os.close(handle)
        asked.send(json.dumps(answer).encode())


def _become(handles: list[int], code: str, argv: list[str], cwd: str, env: dict[str, str]) -> None:
    """Run code as ``python -c`` does, with its own input, output, folder and environment."""
    import sys

    for place, handle in enumerate(handles):
        os.dup2(handle, place)
        os.close(handle)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv[:] = argv
    main: dict[str, Any] = sys.modules["__main__"].__dict__
    exec(compile(code, "<string>", "exec"), main)
