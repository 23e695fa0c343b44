"""Long work is a generator that yields `Progress` and returns its result."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
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
