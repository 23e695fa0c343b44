"""The window's training process: ``python -m engine.training.worker FOLDER``.

It trains the plan in a run folder, or goes on with it.  All that it has to say it writes
into that folder; an error it cannot write there is one line on stderr, with exit code 2.

Whoever started it holds its standard input: a line ``stop`` there ends the training and
keeps the best weights; the end of the input, which also comes when that process dies,
ends it at once, to be resumed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path

from engine.atomic import sweep
from engine.errors import GatescopeError, RunError
from engine.training.carry_out import carry_out
from engine.training.lock import LOCK, TAKEN, Lock
from engine.training.run_folder import RunFolder

INTERRUPTED = 130

PATIENCE = 5.0
"""Seconds for another process to let go of the run."""


def main(path: Path) -> int:
    """Train; returns the exit code: 0 finished or stopped, 2 an error, 3 taken."""
    _step_back()
    lock = Lock(path / LOCK)
    try:
        if not path.is_dir():
            raise RunError("There is no run {path}.", path=path)
        if not lock.acquire(timeout=PATIENCE):
            print("gatescope: Another window is training this run.", file=sys.stderr)
            return TAKEN
        sweep(path)
        stopping = threading.Event()
        # Ctrl-C in the terminal that the window was started from is meant for the window.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda number, frame: stopping.set())
        threading.Thread(target=_listen, args=(stopping,), name="control", daemon=True).start()
        carry_out(RunFolder(path), stopping.is_set)
    except GatescopeError as error:
        print(f"gatescope: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"gatescope: {path}: {error.strerror or error}", file=sys.stderr)
        return 2
    finally:
        with contextlib.suppress(OSError):
            lock.release()
    return 0


def _listen(stopping: threading.Event) -> None:
    """Wait for the word, or for the end of whoever could say it."""
    for line in sys.stdin:
        if line.strip() == "stop":
            stopping.set()
            return
    # Nobody is there any more.  What is kept is whole at every moment, and a batch under
    # XLA cannot be waited for: the process ends here, and the run is resumed from its
    # last epoch.
    os._exit(INTERRUPTED)


def _step_back() -> None:
    """The window, and everything else, goes before the training."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x00004000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        with contextlib.suppress(OSError):
            os.nice(10)


if __name__ == "__main__":
    # TensorFlow's threads may hold the interpreter's end up; everything is written.
    code = main(Path(sys.argv[1]))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
