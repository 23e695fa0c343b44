"""How far long work has come: a line on a terminal that is written again and again; where stderr is a
file or a pipe, a line now and then."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.progress import Pace, rough

QUIET = 0.5
"""Seconds of which nothing is said."""

SELDOM = 30.0
"""Seconds between two lines of a file or a pipe; of what takes less nothing is written there."""


@contextmanager
def told() -> Iterator[Callable[[float], None]]:
    """Hands out what is to be told of shares of the way, 0 to 1; on a terminal the line is gone at
    the end."""
    with _on_terminal() if sys.stderr.isatty() else _in_file() as tell:
        yield tell


@contextmanager
def _on_terminal() -> Iterator[Callable[[float], None]]:
    begun, percent, longest, pace = time.monotonic(), -1, 0, Pace()

    def tell(share: float) -> None:
        nonlocal percent, longest
        now = time.monotonic()
        left = _left(pace, share, now)
        if now - begun > QUIET and int(100 * share) != percent:
            percent = int(100 * share)
            line = f"{percent:3d} %{left}"
            longest = max(longest, len(line))
            print(f"\r{line:{longest}}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if percent >= 0:
            print(f"\r{' ' * longest}\r", end="", file=sys.stderr, flush=True)


def _left(pace: Pace, share: float, now: float) -> str:
    if (seconds := pace.left("", share, now)) is None:
        return ""
    count, unit = rough(seconds)
    return f", about {count} {unit} left"


@contextmanager
def _in_file() -> Iterator[Callable[[float], None]]:
    begun = last = time.monotonic()
    pace = Pace()

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        left = _left(pace, share, now)
        if now - last >= SELDOM:
            last = now
            said = f"gatescope: {int(100 * share)} %, {now - begun:.0f} s{left}"
            print(said, file=sys.stderr, flush=True)

    yield tell


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Says what is waited for and since when, where nobody knows how far it has come; the line is
    gone at the end."""
    if not sys.stderr.isatty():
        yield
        return
    begun, is_over, longest = time.monotonic(), threading.Event(), len(text)

    def tell() -> None:
        nonlocal longest
        while not is_over.wait(1.0):
            line = f"{text}, {time.monotonic() - begun:.0f} s"
            longest = max(longest, len(line))
            print(f"\r{line}", end="", file=sys.stderr, flush=True)

    # At once: a library that is loaded may keep the thread from its turn.
    print(f"\r{text}", end="", file=sys.stderr, flush=True)
    telling = threading.Thread(target=tell, daemon=True)
    telling.start()
    try:
        yield
    finally:
        is_over.set()
        telling.join()
        print(f"\r{' ' * longest}\r", end="", file=sys.stderr, flush=True)
