"""Processes that are forked from one that has imported TensorFlow and Keras.

Importing both takes four seconds of a core, most of what a short training takes.  What really
starts anew is held by the tests that ask for it, and by those of the window.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.forked_reading import ForkingProcess

PLACE = "GATESCOPE_FORKS"
"""The environment's name for where the process that forks listens to relays."""


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


def said_by(
    forking: ForkingProcess | None, code: str, *arguments: object, cwd: Path, given: str = ""
) -> str:
    """What code that needs Keras says, given its input; in a new Python where there is no fork."""
    if forking is None:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        done = subprocess.run(
            command, cwd=cwd, input=given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
    forked = ForkedKeras(forking, code, *arguments, cwd=cwd)
    forked.stdin.write(given)
    out, errors = forked.communicate()
    assert forked.wait(60) == 0, errors
    return out


RELAY = """
import json, os, socket, sys, time
place, code, *arguments = sys.argv[1:]
server, end = socket.socket(socket.AF_UNIX), time.monotonic() + 60
while server.connect_ex(place):
    if time.monotonic() > end:
        sys.exit("what forks did not start")
    time.sleep(0.02)
asked = [code, ["-c", *arguments], os.getcwd(), dict(os.environ)]
socket.send_fds(server, [json.dumps(asked).encode()], [0, 1, 2])
code = int(server.recv(64))
if code < 0:
    os.kill(os.getpid(), -code)
os._exit(code)
"""
"""Stands for a process that is forked where only a program can be started, as by Qt: it has the
same input, output, environment and exit code, and whoever kills it kills both."""

RUN_MODULE = "import runpy; runpy.run_module({!r}, run_name='__main__', alter_sys=True)"


def relayed(place: Path, *arguments: str) -> list[str]:
    """With what Python is called so that the process that it would become with these arguments is
    forked by the one that listens in a place."""
    how, what, *rest = arguments
    code = RUN_MODULE.format(what) if how == "-m" else what
    return ["-I", "-S", "-c", RELAY, str(place), code, *rest]


def serve(number: int) -> None:
    """The life of the process that forks: until the other end is closed."""
    asked, relays = socket.socket(fileno=number), _Relays(os.environ.pop(PLACE))
    from engine.training.keras_model import quiet_keras

    quiet_keras()
    os.nice = lambda by: 0  # a training goes after everything else; here a test waits for it
    gc.freeze()  # what is there stays shared: no process that is forked goes through it
    gc.set_threshold(50_000, 20, 50)  # nor so often through what each of them makes
    while True:
        ready = relays.wait(asked)
        if relays.listener in ready and relays.accept():
            return  # as any Python ends
        relays.look_after(ready)
        if asked not in ready:
            continue
        question, handles, _, _ = socket.recv_fds(asked, 1 << 20, 3)
        if not question:
            relays.end()
            os._exit(0)
        words = json.loads(question)
        if len(words) == 1:
            pid, status = os.waitpid(words[0], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if pid else None
        elif (answer := os.fork()) == 0:
            asked.close()
            _become(handles, *words)
            return
        for handle in handles:
            os.close(handle)
        asked.send(json.dumps(answer).encode())


class _Relays:
    """Those that wait for the end of a process that was forked for them."""

    def __init__(self, place: str) -> None:
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(place)
        self.listener.listen()
        self._waiting: dict[int, socket.socket] = {}

    def wait(self, asked: socket.socket) -> list[socket.socket]:
        """Where something was said; soon nowhere, while a process runs that may have ended."""
        heard = [asked, self.listener, *self._waiting.values()]
        return select.select(heard, [], [], 0.02 if self._waiting else None)[0]

    def accept(self) -> bool:
        """Fork for another; whether this is the process that was forked, which has been at work."""
        relay, _ = self.listener.accept()
        question, handles, _, _ = socket.recv_fds(relay, 1 << 20, 3)
        pid = os.fork()
        if pid == 0:
            for each in (relay, self.listener, *self._waiting.values()):
                each.close()
            _become(handles, *json.loads(question))
            return True
        for handle in handles:
            os.close(handle)
        self._waiting[pid] = relay
        return False

    def look_after(self, ready: list[socket.socket]) -> None:
        """Tell who has ended; whose relay was killed, which says nothing else, ends too."""
        for pid, relay in list(self._waiting.items()):
            if relay in ready:
                os.kill(pid, signal.SIGKILL)
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                with contextlib.suppress(OSError):
                    relay.send(str(os.waitstatus_to_exitcode(status)).encode())
                relay.close()
                del self._waiting[pid]

    def end(self) -> None:
        """Nobody is waited for any more."""
        for pid in self._waiting:
            os.kill(pid, signal.SIGKILL)


def _become(handles: list[int], code: str, argv: list[str], cwd: str, env: dict[str, str]) -> None:
    """Run code as ``python -c`` does, with its own input, output, folder and environment."""
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
