"""`Watch`: what went wrong in the process while the monkey played."""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import sys
import threading
import time
import traceback
import warnings
from itertools import pairwise
from multiprocessing import resource_tracker
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

HOLD = 1.0
"""Seconds for which the event loop may be held."""

_TICK = 50
_HARMLESS = (
    "This plugin does not support ",  # the offscreen platform has no window manager
)
_BLOCK = 80
"""Bytes of one of Python's own blocks, which it asks of the C library by the hundred; measured,
on average."""

_OWN_THREADS = ("Dummy-", "asyncio_", "pytest_timeout", "Thread-auto-", "execnet")


class Watch(QObject):
    """Notes exceptions, warnings, logged errors, holds of the event loop, and what is left at the end.

    A context: Python's and Qt's hooks are the watch's own inside it.

    Attributes:
        faults: what went wrong, with tracebacks; empty if nothing did.
        longest: seconds of the longest hold since `take_longest` was asked.
        memory: bytes that this process holds, after each window of events.
    """

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.longest = 0.0
        self.memory: list[int] = []
        self._threads = set(threading.enumerate())
        resource_tracker.ensure_running()  # Python's own, which processes of a survey begin, and leave
        self._children = _children()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._measure)
        self._last = _own_time()

    def __enter__(self) -> Watch:  # noqa: PYI034
        self._hook, sys.excepthook = sys.excepthook, self._raised
        self._qt = qInstallMessageHandler(self._said)
        self._handler = _Errors(self.faults)
        logging.getLogger().addHandler(self._handler)
        self._warnings = warnings.catch_warnings()
        self._warnings.__enter__()
        warnings.simplefilter("default")
        warnings.showwarning = self._warned
        self.rest()
        self._beat.start(_TICK)
        return self

    def __exit__(self, *_: object) -> None:
        self._beat.stop()
        logging.getLogger().removeHandler(self._handler)
        self._warnings.__exit__(None, None, None)
        qInstallMessageHandler(self._qt)
        sys.excepthook = self._hook

    # -- what is told -------------------------------------------------------------

    def _raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.faults.append("".join(traceback.format_exception(kind, error, trace)))

    def _said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        serious = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if serious and not text.startswith(_HARMLESS):
            self.faults.append(f"Qt: {text}\n" + "".join(traceback.format_stack(limit=8)))

    def _warned(self, message: Warning | str, category: type[Warning], *where: Any) -> None:
        # pyqtgraph warns where it goes on after an exception.
        self.faults.append(f"{category.__name__}: {message} ({where[0]}:{where[1]})")

    # -- what is measured ---------------------------------------------------------

    def rest(self) -> None:
        """What the monkey itself did just now was no hold."""
        self._last = _own_time()

    def _measure(self) -> None:
        now = _own_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def take_longest(self) -> float:
        """Seconds of the longest hold since this was asked last."""
        self._measure()
        longest, self.longest = self.longest, 0.0
        return longest

    def weigh(self) -> None:
        """Note the memory that is held at the moment."""
        gc.collect()
        self.memory.append(_memory())
        self.rest()

    def growth(self) -> float:
        """Bytes from one weighing to the next in the second half, where both say that it grows:
        the median of the differences, as what is loaded once is a step of one of them, and the way
        from the third quarter to the last, as a window that builds its drawers and ends is none.

        Raises:
            ValueError: there are fewer than 24 weighings, which say nothing.
        """
        if len(self.memory) < 24:
            raise ValueError(f"{len(self.memory)} weighings are too few")
        half = self.memory[len(self.memory) // 2 :]
        middle = len(half) // 2
        third, last = half[:middle], half[len(half) - middle :]
        way = (median(last) - median(third)) / (len(half) - middle)
        return min(median(after - before for before, after in pairwise(half)), way)

    def look_for_leftovers(self) -> None:
        """After the window has been closed: threads, processes and windows that stay."""
        end = time.monotonic() + 5.0
        while time.monotonic() < end and self._left():
            QApplication.processEvents()
            time.sleep(0.02)
        if left := self._left():
            self.faults.append(f"left over after the window was closed: {', '.join(left)}")

    def _left(self) -> list[str]:
        threads = [
            f"thread {thread.name}"
            for thread in threading.enumerate()
            if thread not in self._threads and not thread.name.startswith(_OWN_THREADS)
        ]
        windows = [
            f"window {type(widget).__name__}"
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible()
        ]
        return threads + [f"process {pid}" for pid in _children() - self._children] + windows


class _Errors(logging.Handler):
    """Work beside the window writes what it did not foresee into the log."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        self._faults.append(logging.Formatter().format(record))


def _own_time() -> float:
    """Seconds that pass while the main thread has a core or waits for something of its own: what
    it waits for a core, because others use the machine, does not count where that is told."""
    try:
        waited = int(Path(f"/proc/self/task/{os.getpid()}/schedstat").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        waited = 0
    return time.monotonic() - waited / 1e9


def _memory() -> int:
    """Bytes that are held, where the C library counts them; else those in memory, 0 where not even
    that is told.

    What is in memory says little of leaks.  The reviews are mapped from a file, and the system
    takes and gives back their pages, some 30 MB, as it likes.  And what is freed between pieces
    that are held stays with the process: over 3,500 events those in memory grew by 6,000 an event
    while those held went up and down; with ``MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=131072``,
    which leaves no such gaps, they grew no more.  As a setting of the app that would make the
    replay slower by a quarter.
    """
    try:
        count = ctypes.CDLL(None).mallinfo2
    except (AttributeError, OSError, TypeError):  # not the GNU C library, or before 2.33
        return _resident()
    count.restype = _Heap
    heap = count()
    return int(heap.uordblks + heap.hblkhd) + _BLOCK * sys.getallocatedblocks()


class _Heap(ctypes.Structure):
    """What ``mallinfo2`` tells; held are ``uordblks``, and ``hblkhd`` in large pieces."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def _resident() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


def _children() -> set[int]:
    """The processes that this one has started and that run, where that is told."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z":
            found.add(int(stat.parent.name))
    return found
