"""Long work is a generator that yields `Progress` and returns its result."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from engine.errors import Cancelled

Result = TypeVar("Result")
ShouldStop = Callable[[], bool]


@dataclass(frozen=True)
class Progress:
    """How far long work has come.

    Attributes:
        done: of ``total``, in any unit.
        total: 0 where it is not known.
        what: an English sentence without values, for the user.
    """

    done: int
    total: int
    what: str


class Pace:
    """How long work will go on, by how fast it has come so far."""

    PATIENCE = 3.0
    """Seconds that are watched before anything is said: what takes little longer is over by then."""

    MIN_SHARE = 0.02
    """The share of the way that has to lie behind: a beginning tells little."""

    def __init__(self) -> None:
        self._what, self._share, self._begun = "", 0.0, 0.0

    def left(self, what: str, share: float, now: float) -> float | None:
        """The seconds that are left; None while nobody knows.

        Args:
            what: is done; another has a pace of its own.
            share: of the way, 0 to 1.
            now: the time in seconds.
        """
        if what != self._what or share < self._share or not share:
            self._what, self._share, self._begun = what, share, now
        way, taken = share - self._share, now - self._begun
        if taken < self.PATIENCE or way < self.MIN_SHARE or share >= 1.0:
            return None
        return taken / way * (1.0 - share)


def rough(seconds: float) -> tuple[int, str]:
    """A time as somebody who waits wants to know it: ``(40, "s")``, ``(5, "min")``, ``(2, "h")``."""
    if seconds <= 10:
        return max(1, ceil(seconds)), "s"
    if seconds <= 90:
        return 10 * ceil(seconds / 10), "s"
    return (ceil(seconds / 60), "min") if seconds <= 5400 else (round(seconds / 3600), "h")


def finish(work: Generator[Progress, None, Result]) -> Result:
    """Carry work out to its end and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result


def check(should_stop: ShouldStop | None) -> None:
    """Raise `Cancelled` if the user has asked to stop."""
    if should_stop is not None and should_stop():
        raise Cancelled
