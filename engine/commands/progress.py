"""How far long work has come, on a terminal; nothing where stderr is a file or a pipe."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

QUIET = 0.5
"""Seconds of which nothing is said."""


@contextmanager
def told() -> Iterator[Callable[[float], None] | None]:
    """Hands out what is to be told of shares of the way, 0 to 1; the line is gone at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    begun, percent = time.monotonic(), -1

    def tell(share: float) -> None:
        nonlocal percent
        if time.monotonic() - begun > QUIET and int(100 * share) != percent:
            percent = int(100 * share)
            print(f"\r{percent:3d} %", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if percent >= 0:
            print("\r     \r", end="", file=sys.stderr, flush=True)


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
