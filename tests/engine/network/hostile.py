"""A reader that does what its file says: stands for a file that got the better of its reader."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from engine.errors import ModelError
from engine.network.packing import pieces
from engine.safely.packet import packed_header
from tests.networks import text_network

LIBRARY: ctypes.CDLL | None = None
PICKLED = pickle.dumps(Path.touch)
CALLS = [
    "open",
    "creat",
    "unlink",
    "rename",
    "mkdir",
    "chmod",
    "truncate",
    "socket",
    "fork",
    "system",
    "execl",
    "kill",
    "getpid",
    "raise",
]
Pieces = Iterable["bytes | memoryview"]


def prepare(path: Path) -> None:
    """The C library, which no audit hook watches once it is loaded."""
    global LIBRARY
    if os.name == "posix":
        LIBRARY = ctypes.CDLL(None, use_errno=False)
        for name in CALLS:
            getattr(LIBRARY, name)


def hand_over(path: Path) -> Pieces:
    action, _, argument = path.read_text().partition(" ")
    return ACTIONS[action](argument, path)


def said(what: object) -> Pieces:
    """An answer that tells the test what happened."""
    return [packed_header({"said": str(what)})]


def good(argument: str, path: Path) -> Pieces:
    return pieces(text_network())


def python(argument: str, path: Path) -> Pieces:
    """Python code of the table below."""
    return said(PYTHON[argument](path))


def c(argument: str, path: Path) -> Pieces:
    assert LIBRARY is not None
    call, *rest = argument.split(" ")
    values = [int(value) if value.lstrip("-").isdigit() else value.encode() for value in rest]
    return said(getattr(LIBRARY, call)(*values))


def sleep(argument: str, path: Path) -> Pieces:
    threading.Event().wait(60)
    return said("awake")


def spin(argument: str, path: Path) -> Pieces:
    """As h5py does: for ever, and deaf to polite signals."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass


def crash(argument: str, path: Path) -> Pieces:
    ctypes.memset(0, 0, 1)
    return said("alive")


def fill(argument: str, path: Path) -> Pieces:
    kept = [np.ones(2**24) for _ in range(int(argument))]
    return said(len(kept))


def break_(argument: str, path: Path) -> Pieces:
    raise ZeroDivisionError


def blank(argument: str, path: Path) -> Pieces:
    raise ModelError(" ")


def fail(argument: str, path: Path) -> Pieces:
    raise ModelError("{name} is {what}.", name=path.name, what=argument)


def raw(argument: str, path: Path) -> Pieces:
    """Bytes as they are, in hex."""
    return [bytes.fromhex(argument)]


def header(argument: str, path: Path) -> Pieces:
    """A header as it is, in JSON."""
    text = argument.encode()
    return [len(text).to_bytes(8, "little"), text]


def flood(argument: str, path: Path) -> Pieces:
    """No end of output."""
    yield packed_header({"bytes": int(argument)})
    while True:
        yield bytes(2**20)


PYTHON: dict[str, Callable[[Path], object]] = {
    "socket": lambda path: socket.socket(),
    "address": lambda path: socket.getaddrinfo("localhost", 80),
    "system": lambda path: os.system("true"),
    "run": lambda path: subprocess.run(["true"], check=False),
    "spawn": lambda path: os.posix_spawn("/bin/true", ["true"], {}),
    "fork": lambda path: os.fork() or os._exit(0),
    "other": lambda path: Path(__file__).read_text(),
    "write": lambda path: path.write_text("changed"),
    "append": lambda path: path.open("a"),
    "new": lambda path: path.with_name("new").write_text("new"),
    "open": lambda path: os.open(path, os.O_RDWR),
    "delete": lambda path: path.unlink(),
    "rename": lambda path: path.rename(path.with_name("renamed")),
    "folder": lambda path: path.with_name("made").mkdir(),
    "list": lambda path: list(path.parent.iterdir()),
    "link": lambda path: path.with_name("link").symlink_to(path),
    "import": lambda path: __import__("this"),
    "eval": lambda path: eval("1 + 1"),
    "compile": lambda path: compile("1 + 1", "file", "exec"),
    "pickle": lambda path: pickle.loads(PICKLED),
    "library": lambda path: ctypes.CDLL("libm.so.6"),
    "kill": lambda path: os.kill(os.getppid(), 0),
    "environment": lambda path: sorted(os.environ),
    "descriptors": lambda path: [n for n in range(3, 64) if _is_open(n)],
    "modules": lambda path: sorted(sys.modules),
    "flags": lambda path: [sys.flags.isolated, sys.flags.no_site, sys.dont_write_bytecode],
    "clock": lambda path: time.monotonic() > 0,
}


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


ACTIONS: dict[str, Callable[[str, Path], Pieces]] = {
    "good": good,
    "python": python,
    "c": c,
    "sleep": sleep,
    "spin": spin,
    "crash": crash,
    "fill": fill,
    "blank": blank,
    "break": break_,
    "fail": fail,
    "raw": raw,
    "header": header,
    "flood": flood,
}
