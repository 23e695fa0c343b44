"""`Status`: how far a run has come, as it says itself."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

State = Literal["queued", "preparing", "running", "finished", "stopped", "failed"]
"""What a run writes of itself.  Whether one that says "running" still does is another
question: see `engine.training.lock`."""

ENDED = ("finished", "stopped", "failed")


MAX_COUNT = 10**9
"""Epochs and batches; whoever writes more does not mean it."""


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

    state: State = "queued"
    epoch: int = 0
    batch: int = 0
    batches: int = 0
    what: str = ""
    logs: Mapping[str, float] = field(default_factory=dict)
    epoch_seconds: float | None = None
    batch_seconds: float | None = None
    error: tuple[str, Mapping[str, str]] | None = None
    updated: float = 0.0
    owner: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        return {
            "state": self.state,
            "epoch": self.epoch,
            "batch": self.batch,
            "batches": self.batches,
            "what": self.what,
            "logs": dict(self.logs),
            "epoch_seconds": self.epoch_seconds,
            "batch_seconds": self.batch_seconds,
            "error": None if self.error is None else [self.error[0], dict(self.error[1])],
            "updated": self.updated,
            "owner": self.owner,
        }


def read_status(data: Mapping[str, Any]) -> Status:
    """The status, with the default of every field that does not fit."""
    state: Any = data.get("state")
    error = data.get("error")
    logs = data.get("logs")
    status = Status(
        state=state if state in get_args(State) else "queued",
        what=str(data.get("what", ""))[:200],
        owner=str(data.get("owner", ""))[:80],
        logs={
            str(key)[:80]: known
            for key, value in (logs.items() if isinstance(logs, dict) else ())
            if (known := number(value)) is not None
        },
    )
    if (
        isinstance(error, list)
        and len(error) == 2
        and isinstance(error[0], str)
        and isinstance(error[1], dict)
    ):
        values = {str(key): str(value) for key, value in error[1].items()}
        status = replace(status, error=(error[0], values))
    numbers: dict[str, Any] = {
        name: whole_number(data.get(name)) or 0 for name in ("epoch", "batch", "batches")
    }
    for name in ("epoch_seconds", "batch_seconds"):
        value = finite(data.get(name))
        numbers[name] = None if value is None or value < 0 else value
    numbers["updated"] = finite(data.get("updated")) or 0.0
    return replace(status, **numbers)


def whole_number(value: object) -> int | None:
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
