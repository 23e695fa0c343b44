"""`Lock`: who is at work, for other processes of this machine to see.

The system lets go of a lock when its process ends, however it ends: one that is held
belongs to a process that lives.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

LOCK = "lock"
"""The name of the file in a run's folder that its training process holds."""

TAKEN = 3
"""The exit code of a training process that finds another one at work on its run."""


class Lock:
    """A lock on a file, held until `release`, or until this process ends."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock  # only who takes a lock waits for it to be imported

        self.path = path
        self._lock = FileLock(path, thread_local=False)

    def acquire(self, timeout: float = 2.0) -> bool:
        """Take it; false where another process holds it.

        Raises:
            OSError: the file cannot be made, or its disk knows no locks.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=timeout, poll_interval=0.05)
        except Timeout:
            return False
        except NotImplementedError as error:
            raise OSError(0, f"its disk knows no locks ({error})", str(self.path)) from error
        return True

    def release(self) -> None:
        """Let it go."""
        self._lock.release()


def is_held(path: Path) -> bool:
    """Whether a process holds the lock; false where that cannot be found out.

    Only asks: the file is neither made nor written, and two who ask do not see each other.
    """
    if sys.platform == "win32":
        return _is_held_on_windows(path)
    import fcntl

    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # a disk that knows no locks
        return False
    finally:
        os.close(handle)  # lets go of it too
    return False


def _is_held_on_windows(path: Path) -> bool:
    from filelock import FileLock, Timeout

    if not path.exists():
        return False
    lock = FileLock(path, thread_local=False)
    for _ in range(2):  # who else asks holds it for a moment
        try:
            lock.acquire(timeout=0.1, poll_interval=0.02)
        except Timeout:
            continue
        except (OSError, NotImplementedError):
            return False
        lock.release()
        return False
    return True
