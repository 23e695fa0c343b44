"""What the curves of a run are made of: its history as arrays.  No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.training.run import Run

Floats = npt.NDArray[np.float64]

LOSS, ACCURACY = "loss", "accuracy"
VALIDATION = "val_"

_ALIASES = {
    ACCURACY: (
        "acc",
        "binary_accuracy",
        "categorical_accuracy",
        "sparse_categorical_accuracy",
    )
}
"""What else Keras calls a metric, by what people gave to ``metrics``."""

_NO_METRIC = ("epoch", "seconds", LOSS)
_RATES = ("learning_rate", "lr")
"""Of Keras's schedules; a curve too, but nobody's first wish."""


def metrics_of(runs: Iterable[Run]) -> list[str]:
    """The metrics beside the loss that some run has: accuracy first, a rate last."""
    names: dict[str, None] = {}
    for run in runs:
        for logs in (*run.history[:1], *run.history[-1:], run.status.logs):
            for key in logs:
                name = _name(key, logs).removeprefix(VALIDATION)
                if name not in _NO_METRIC:
                    names[name] = None
    return sorted(names, key=lambda name: (name != ACCURACY, name in _RATES))


def _name(key: str, logs: Mapping[str, Any]) -> str:
    """The name under which a metric is asked for: the usual one, unless that is another metric."""
    prefix = VALIDATION if key.startswith(VALIDATION) else ""
    for name, aliases in _ALIASES.items():
        if key.removeprefix(prefix) in aliases and key_of(logs, prefix + name) == key:
            return prefix + name
    return key


def key_of(logs: Mapping[str, Any], name: str) -> str | None:
    """The key under which logs have a metric, also by another of its names; None without it."""
    prefix = VALIDATION if name.startswith(VALIDATION) else ""
    aliases = _ALIASES.get(name.removeprefix(prefix), ())
    keys = (name, *(prefix + alias for alias in aliases))
    return next((key for key in keys if key in logs), None)


def curve_of(run: Run, key: str) -> tuple[Floats, Floats]:
    """The epochs that have a value and their values, ``(N,)`` each; NaN where it is none."""
    known = ((entry, key_of(entry, key)) for entry in run.history)
    pairs = [(entry["epoch"], entry[name]) for entry, name in known if name is not None]
    if not pairs:
        return np.zeros(0), np.zeros(0)
    epochs, values = np.array(pairs, np.float64).T
    return epochs, np.where(np.isfinite(values), values, np.nan)


def running_point(run: Run, key: str) -> tuple[float, float] | None:
    """Where the epoch under way stands, in epochs and value; None if none is under way."""
    status = run.status
    value = finite(status.logs, key)
    if status.state != "running" or value is None or status.epoch <= len(run.history):
        return None
    return progress_of(run), value


def progress_of(run: Run) -> float:
    """How many epochs have been trained, with the part of the one under way."""
    status = run.status
    if status.state != "running" or status.epoch <= len(run.history):
        return float(len(run.history))
    return max(0, status.epoch - 1) + part_of_epoch(run)


def part_of_epoch(run: Run) -> float:
    """How far the epoch under way has come, 0 to 1; a half where nobody knows its batches."""
    status = run.status
    return min(1.0, status.batch / status.batches) if status.batches else 0.5


def value_at(run: Run, epoch: int, key: str) -> float | None:
    """The value of a finished epoch, NaN where the history has one; None if there is none."""
    return logged(run.history[epoch - 1], key) if 1 <= epoch <= len(run.history) else None


def logged(logs: Mapping[str, Any], key: str) -> float | None:
    """A metric as it was logged, NaN included; None if there is none."""
    name = key_of(logs, key)
    value = None if name is None else logs[name]
    return None if value is None else float(value)


def finite(logs: Mapping[str, Any], key: str) -> float | None:
    """A metric that can be drawn, None if there is none."""
    value = logged(logs, key)
    return value if value is not None and math.isfinite(value) else None
