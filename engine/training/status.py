"""`Status`: how far a run has come, as it says itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from engine.checked import Check, Unfit, an_integer, checked, entries, one_of, text
from engine.errors import Note

State = Literal["queued", "preparing", "running", "finished", "stopped", "failed"]
"""What a run writes of itself.  Whether one that says "running" still does is another
question: see `engine.training.lock`."""

ENDED = ("finished", "stopped", "failed")


MAX_COUNT = 10**9
"""Epochs and batches; whoever writes more does not mean it."""


def integer(value: object) -> int | None:
    """A whole number from 0 to `MAX_COUNT`, None where it is something else."""
    return value if type(value) is int and 0 <= value <= MAX_COUNT else None


def number(value: object) -> float | None:
    """A number, which may be infinite or none (NaN); None where it is something else."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def finite(value: object) -> float | None:
    """A finite number, None where it is something else."""
    value = number(value)
    return value if value is not None and math.isfinite(value) else None


# -- what a status file may hold -----------------------------------------------------------


def _when(known: Callable[[object], float | None]) -> Check:
    """A number that ``known`` finds in a value, as a check."""

    def check(value: Any, where: str, notes: list[Note]) -> float:
        if (result := known(value)) is None:
            raise Unfit
        return result

    return check


def _count() -> Any:
    return field(default=0, metadata={"check": an_integer(0, MAX_COUNT)})


def _seconds(value: object) -> float | None:
    seconds = finite(value)
    return seconds if seconds is not None and seconds >= 0 else None


def _error(value: Any, where: str, notes: list[Note]) -> tuple[str, Mapping[str, str]]:
    match value:
        case [str(template), dict(values)]:
            return template, {str(key): str(each) for key, each in values.items()}
    raise Unfit


@dataclass(frozen=True)
class Status:
    """How far a run has come; see the module for when it is written.

    Attributes:
        state: as it last said.
        epoch: the epoch under way, from 1.
        batch, batches: how far that one has come.
        what: while preparing, an English sentence; ``batch`` of ``batches`` is its progress.
        logs: the metrics of the epoch so far.
        epoch_seconds: how long an epoch takes, as the last ones did; None before one ended.
        batch_seconds: how long a batch takes; None before there were two.
        error: template and values of what went wrong, None if nothing did.
        updated: seconds since 1970 by the clock of the machine that trains.
        owner: which window will start it, while it is queued.
    """

    state: State = one_of(*get_args(State))
    epoch: int = _count()
    batch: int = _count()
    batches: int = _count()
    what: str = text(longest=200)
    logs: Mapping[str, float] = entries(_when(number), 1000)
    epoch_seconds: float | None = field(default=None, metadata={"check": _when(_seconds)})
    batch_seconds: float | None = field(default=None, metadata={"check": _when(_seconds)})
    error: tuple[str, Mapping[str, str]] | None = field(default=None, metadata={"check": _error})
    updated: float = field(default=0.0, metadata={"check": _when(_seconds)})
    owner: str = text(longest=80)


def read_status(data: Mapping[str, Any]) -> Status:
    """The status, with the default of every field that does not fit."""
    return checked(Status, data, [])
