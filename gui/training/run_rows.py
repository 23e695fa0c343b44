"""`RunRow`: a run as the table shows it: what stands in each column, and how it sorts."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from functools import cached_property

from engine.counting import filled
from engine.training.outline import outline
from engine.training.run import Entry, Run
from gui.i18n.context import translator
from gui.i18n.texts import explain
from gui.look.numbers_text import number
from gui.plots.metric_values import ACCURACY, LOSS, VALIDATION, finite
from gui.training.run_end import explain_end
from gui.training.run_settings import differences, reviews_text, settings_text
from gui.training.run_watcher import WatchedRun

_tr = translator("RunTable")

ORDER = ("running", "preparing", "queued", "silent", "interrupted", "stopped", "failed")
"""How states sort; what is not named comes last."""


class RunColumn(IntEnum):
    """The columns, from the left."""

    DRAWN = 0
    TITLE = 1
    STATE = 2
    EPOCHS = 3
    BEST = 4
    VAL_LOSS = 5
    VAL_ACCURACY = 6
    PARAMETERS = 7
    TIME = 8
    SETTINGS = 9
    REVIEWS = 10
    SEED = 11
    CREATED = 12


NUMBERS = {
    RunColumn.EPOCHS: "100 / 100",
    RunColumn.BEST: "100",
    RunColumn.VAL_LOSS: "0.0000",
    RunColumn.VAL_ACCURACY: "0.0000",
    RunColumn.PARAMETERS: "10,000",
    RunColumn.TIME: "1:00:00",
    RunColumn.SEED: "42",
}
"""Columns that stand at the right, and what they have room for from the start, so that they
seldom move."""


@dataclass(frozen=True)
class RunRow(WatchedRun):
    """A run and how the table shows it: the colour of its curves, ``#rrggbb``, whether they are
    drawn, and whether it may be gone on with here."""

    colour: str = field(kw_only=True)
    drawn: bool = False
    resumable: bool = False

    @property
    def is_damaged(self) -> bool:
        """Whether all that can be done with it is to delete it."""
        return self.state == "damaged"

    @property
    def can_rename(self) -> bool:
        """Whether its title may be changed here."""
        return not self.foreign and not self.is_damaged

    @property
    def can_delete(self) -> bool:
        """Whether it can be deleted, or taken off the list: not while it is trained here."""
        return self.foreign or self.state not in ("preparing", "running")

    @property
    def can_show(self) -> bool:
        """Whether it has weights that a pane could show."""
        return bool(self.run.checkpoints) and not self.is_damaged

    @property
    def progress(self) -> float | None:
        """How far it has come, 0 to 1; None where that is not known, or it does not run."""
        status = self.run.status
        if self.state == "preparing" and status.batches:
            return min(1.0, status.batch / status.batches)
        return self.run.share if self.state in ("running", "silent") and self.run.epochs else None

    @cached_property
    def best(self) -> Entry | None:
        """The epoch whose numbers the table shows: the best one."""
        return self.run.best

    def in_best(self, key: str) -> float | None:
        """A metric in the best epoch, None where that has none."""
        return finite(self.best or {}, key)

    # -- texts -------------------------------------------------------------------

    def state_text(self) -> str:
        """The state in a word, with how far it has come."""
        part = self.progress
        if part is not None and self.state == "running":
            return _tr("running {percent}\u00a0%").format(percent=int(100 * part))
        if part is not None and self.state == "preparing":
            return _tr("preparing {percent}\u00a0%").format(percent=int(100 * part))
        return {
            "queued": _tr("queued"),
            "preparing": _tr("preparing"),
            "running": _tr("running"),
            "silent": _tr("silent"),
            "finished": _tr("finished"),
            "stopped": _tr("stopped"),
            "interrupted": _tr("interrupted"),
            "failed": _tr("failed"),
            "damaged": _tr("damaged"),
        }[self.state]

    def epochs_text(self) -> str:
        """Epochs that have ended, of how many."""
        if self.is_damaged:
            return ""
        done = len(self.run.history)
        return f"{done:,} / {self.run.epochs:,}" if self.run.epochs else f"{done:,}"

    def differences_text(self) -> str:
        """Its settings, as far as neither the lecture's nor in `epochs_text`."""
        plan = self.run.plan
        if plan is not None and not differences(plan.recipe):
            return ""
        return settings_text(self.run, without=("epochs",) if self.run.epochs else ())

    def text(self, column: RunColumn) -> str:
        """What stands in a column."""
        value = self.value(column)
        if column == RunColumn.TITLE:
            return self.run.title
        if column == RunColumn.STATE:
            return self.state_text()
        if column == RunColumn.EPOCHS:
            return self.epochs_text()
        if column == RunColumn.CREATED:
            return _moment(self.run.created)
        if value is None or self.is_damaged:
            return ""
        if column in (RunColumn.VAL_LOSS, RunColumn.VAL_ACCURACY):
            return number(float(value), 4)
        if column == RunColumn.TIME:
            return duration(float(value))
        return f"{value:,}" if column == RunColumn.PARAMETERS else str(value)

    def value(self, column: RunColumn) -> float | int | str | None:
        """What a column is sorted by; None where there is nothing in it."""
        return _VALUES[column](self)

    def tip(self) -> str:
        """More about it: why it failed, how it ended, how it was set up, where it is."""
        if self.is_damaged:
            return "" if self.problem is None else explain(self.problem)
        parts = [
            self.run.title,
            self._state_tip(),
            settings_text(self.run),
            reviews_text(self.run),
            str(self.path),
        ]
        return "\n".join(part for part in parts if part)

    def _state_tip(self) -> str:
        if self.problem is not None:
            return explain(self.problem)
        if self.state == "silent":
            return _tr("Nothing has been heard of it for a while; perhaps its process has ended.")
        if self.state == "interrupted":
            return _tr("Its process ended before it did; what was kept is kept.")
        return explain_end(self.run) or self.state_text()

    def spoken(self) -> str:
        """The row in one sentence, for those who hear it."""
        accuracy = self.text(RunColumn.VAL_ACCURACY)
        parts = [self.run.title, self.state_text()]
        if not self.is_damaged:
            parts.append(filled(_tr("{epochs} epochs"), {"epochs": self.epochs_text()}))
        if accuracy:
            parts.append(_tr("validation accuracy {value}").format(value=accuracy))
        return ", ".join(parts)


def seconds(run: Run) -> float | None:
    """How long its epochs took, None before one ended."""
    taken = [float(entry["seconds"]) for entry in run.history if "seconds" in entry]
    total = sum(each for each in taken if math.isfinite(each))
    return total if taken else None


def duration(taken: float) -> str:
    """Seconds as minutes and hours: "0:45", "2:12", "1:02:03"."""
    hours, rest = divmod(round(taken), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _parameters(row: RunRow) -> int | None:
    plan = row.run.plan
    return row.run.parameters or (None if plan is None else outline(plan.recipe).total)


def _state(row: RunRow) -> int:
    return ORDER.index(row.state) if row.state in ORDER else len(ORDER)


_VALUES: Mapping[RunColumn, Callable[[RunRow], float | int | str | None]] = {
    RunColumn.DRAWN: lambda row: int(not row.drawn),
    RunColumn.TITLE: lambda row: row.run.title.casefold(),
    RunColumn.STATE: _state,
    RunColumn.EPOCHS: lambda row: len(row.run.history),
    RunColumn.BEST: lambda row: None if row.best is None else int(row.best["epoch"]),
    RunColumn.VAL_LOSS: lambda row: row.in_best(VALIDATION + LOSS),
    RunColumn.VAL_ACCURACY: lambda row: row.in_best(VALIDATION + ACCURACY),
    RunColumn.PARAMETERS: _parameters,
    RunColumn.TIME: lambda row: seconds(row.run),
    RunColumn.SETTINGS: lambda row: settings_text(row.run),
    RunColumn.REVIEWS: lambda row: reviews_text(row.run),
    RunColumn.SEED: lambda row: None if row.run.plan is None else row.run.plan.recipe.seed,
    RunColumn.CREATED: lambda row: row.run.created,
}


def _moment(created: str) -> str:
    """When it was made, by the clock of this place."""
    try:
        return datetime.fromisoformat(created).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OSError, OverflowError):
        return created[:16]
