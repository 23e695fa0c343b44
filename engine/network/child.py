"""The child process that reads one foreign file: ``python -m engine.network.child PATH``.

It prints `engine.network.opening.packed`, or the error in the same form.
"""

from __future__ import annotations

import sys
from pathlib import Path

from engine.errors import GatescopeError, ModelError
from engine.network.opening import ROOM, open_network
from engine.network.packing import packed, packed_error


def main(path: Path, seconds: float) -> int:
    """Read, print, return the exit code."""
    _limit(path, seconds)
    try:
        answer = packed(open_network(path))
    except GatescopeError as error:
        answer = packed_error(error)
    except MemoryError:
        answer = packed_error(
            ModelError(
                "{name} needs more memory than reading a model may take. The file is probably "
                "damaged.",
                name=path.name,
            )
        )
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def _limit(path: Path, seconds: float) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time-out of the parent remains
        return
    size = path.stat().st_size if path.is_file() else 0
    most = 8 * size + ROOM
    whole = max(1, round(seconds))
    for which, bound in ((resource.RLIMIT_CPU, whole), (resource.RLIMIT_AS, most)):
        try:
            resource.setrlimit(which, (bound, bound + (which == resource.RLIMIT_CPU)))
        except (ValueError, OSError):  # a lower limit holds already, or the system has none
            continue


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 10.0))
