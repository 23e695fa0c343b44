"""BLAS with one thread while a corpus is read: its parts are what is shared out among the cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

from threadpoolctl import threadpool_limits


class _Readers:
    """How many threads of this process are reading; as long as there are any, one more holds the
    limit, which is one of the whole process: by threadpoolctl whoever set it lifts it, and nobody
    else can."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._is_over = Event()
        self._holder = Thread()

    def come(self) -> None:
        """One more reads."""
        with self._lock:
            if not self._count:
                is_set, self._is_over = Event(), Event()
                self._holder = Thread(target=_hold, args=(is_set, self._is_over), name="blas")
                self._holder.start()
                is_set.wait()
            self._count += 1

    def go(self) -> None:
        """One has read."""
        with self._lock:
            self._count -= 1
            if not self._count:
                self._is_over.set()
                self._holder.join()


def _hold(is_set: Event, is_over: Event) -> None:
    """Hold the limit until it is over."""
    try:
        with threadpool_limits(1, user_api="blas"):
            is_set.set()
            is_over.wait()
    finally:
        is_set.set()  # or nobody would read where it cannot be set


_READERS = _Readers()


@contextmanager
def one_thread() -> Iterator[None]:
    """Let BLAS take one thread a product, in the whole process, until the end of the block.

    A step is too short to be shared out: OpenBLAS's threads wait for each other at every product,
    and where ours read side by side they take the cores from each other.  2,000 reviews of 100
    steps through an LSTM(128) took 7.4 s of the processors, and take 1.3 s.
    """
    _READERS.come()
    try:
        yield
    finally:
        _READERS.go()
