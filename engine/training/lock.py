"""`Lock`: who is at work, for other processes of this machine to see.

The system lets go of a lock when its process ends, however it ends: one that is held
belongs to a process that lives.
"""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

LOCK = "lock"
"""The name of the file in a run's folder that its training process holds."""

TAKEN = 3
"""The exit code of a training process that finds another one at work on its run."""


class Lock:
    """A lock that is held until `release`, or until this process ends.

    Args:
        path: the file, made if it is not there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path, thread_local=False)

    def acquire(self, timeout: float = 2.0) -> bool:
        """Take it; false where another process holds it.

        Raises:
            OSError: the file cannot be made.
        """
        try:
            self._lock.acquire(timeout=timeout, poll_interval=0.05)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Let it go."""
        self._lock.release()


def is_held(path: Path) -> bool:
    """Whether a process holds the lock; false where that cannot be found out."""
    if not path.exists():
        return False
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except (OSError, NotImplementedError):  # a disk that is read only, or knows no locks
        return False
    lock.release()
    return False
