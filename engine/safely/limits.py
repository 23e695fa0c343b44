"""How much time, memory and output reading one foreign file may take."""

from __future__ import annotations

SECONDS = 10.0
"""Time on the clock; the process that needs longer is ended."""

ROOM = 2**30
"""Bytes of memory beyond `TIMES` the file's size: Python, numpy and h5py take 0.2 GB of it."""

TIMES = 4
"""A file of half-precision weights is held as it is and, twice as large, as float32."""

MAX_HEADER = 2**23
"""Bytes of JSON; a thousand layers with all their options take less than 1 MB."""

OUTPUT_ROOM, OUTPUT_TIMES = 2**26, 16
"""Weights may be packed in the file, so more comes out than is in it: at most so much."""

OPEN_FILES = 64


def most_memory(size: int) -> int:
    """Bytes of address space for a file of so many bytes."""
    return ROOM + TIMES * size


def most_output(size: int) -> int:
    """Bytes that are taken over, after the header, from the reading of such a file."""
    return OUTPUT_ROOM + OUTPUT_TIMES * size


def limit(size: int, seconds: float) -> None:
    """Limit this process: memory, time of the processor, no files written, no processes.

    Where the system has no such limits (Windows) only the parent's clock and its bound on
    the output hold.

    Args:
        size: of the file that it will read, in bytes.
        seconds: of computing, rounded up.
    """
    try:
        import resource
    except ImportError:
        return
    whole = int(-(-seconds // 1))
    bounds = {
        resource.RLIMIT_CPU: (whole, whole + 1),
        resource.RLIMIT_AS: (most_memory(size),) * 2,
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (OPEN_FILES,) * 2,
        getattr(resource, "RLIMIT_NPROC", -1): (0, 0),
    }
    for which, bound in bounds.items():
        try:
            resource.setrlimit(which, bound)
        except (ValueError, OSError):  # a lower limit holds already, or the system has none
            continue
