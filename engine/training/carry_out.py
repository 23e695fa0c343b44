"""`carry_out`: a plan in its run folder, from the reviews to the best weights.

What the shell's ``train`` and the window's training process have in common.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.atomic import write_atomically, write_json
from engine.errors import Cancelled, GatescopeError, RunError, TrainingError
from engine.progress import Progress, ShouldStop
from engine.training.data import Data, load
from engine.training.fitting import Stopped, fit
from engine.training.plan import Plan
from engine.training.record import record_of
from engine.training.run import Entry, Run
from engine.training.run_folder import MODEL, RECORD, RunFolder, unwritable_run

STARTING = Progress(0, 0, "Starting TensorFlow")

OFTEN = 0.1
"""Seconds between two reports while the reviews are read."""

Tell = Callable[[Progress | Data | Entry], object]
"""Gets how far the reading of the reviews has come; then these, as the training begins; then
the history's entry of each epoch that has ended and is kept."""


def carry_out(folder: RunFolder, should_stop: ShouldStop, tell: Tell = lambda news: None) -> Run:
    """Train the plan of a run folder, or go on with it; the folder says how it ended.

    Returns:
        the run as it ended: "finished", or "stopped" where ``should_stop`` became true.
        If at least one epoch had ended, ``model.keras`` and ``record.json`` are in it.

    Raises:
        GatescopeError: it failed; the folder says so too, as far as it can be written.
    """
    try:
        state = _train(folder, should_stop, tell)
    except GatescopeError as error:
        _fail(folder, error)
        raise
    except Exception as error:
        problem = _problem(folder, error)
        _fail(folder, problem)
        raise problem from error
    _say(folder, state=state)
    return folder.read()


def _problem(folder: RunFolder, error: Exception) -> GatescopeError:
    """What went wrong and what to do, for what Python, Keras or the disk raised."""
    if isinstance(error, ImportError):
        return TrainingError(
            "TensorFlow cannot be imported, so nothing can be trained: {reason}. Install it: "
            "pip install -r requirements.txt.",
            reason=(str(error).splitlines() or [type(error).__name__])[0][:200],
        )
    if isinstance(error, OSError):
        return unwritable_run(folder.path, error)
    return TrainingError(
        "The training failed: {reason}. Every epoch that had ended is kept.",
        reason=f"{type(error).__name__}: {str(error)[:300]}",
    )


def _train(folder: RunFolder, should_stop: ShouldStop, tell: Tell) -> str:
    run = folder.read()
    if (plan := run.plan) is None:
        raise RunError(
            "The run {name} was recorded by other code; only that code can go on with it.",
            name=run.title,
        )
    try:
        data = _loaded(folder, plan, should_stop, tell)
    except Cancelled:
        return "stopped"
    _hold_against_the_beginning(folder, run, data)
    _say(folder, what=STARTING.what, batch=0, batches=0)
    tell(data)
    start = time.monotonic()
    state = "finished"
    try:
        fit(plan, data, folder, should_stop, tell)
    except Stopped:
        state = "stopped"
    _finish(folder, data, time.monotonic() - start, stopped=state == "stopped")
    return state


def _loaded(folder: RunFolder, plan: Plan, should_stop: ShouldStop, tell: Tell) -> Data:
    loading = load(plan.recipe, plan.limit, should_stop, plan.source)
    said = 0.0
    while True:
        try:
            progress = next(loading)
        except StopIteration as end:
            data: Data = end.value
            return data
        tell(progress)
        if time.monotonic() - said > OFTEN:
            said = time.monotonic()
            _say(
                folder,
                state="preparing",
                what=progress.what,
                batch=progress.done,
                batches=progress.total,
                error=None,
            )


def _hold_against_the_beginning(folder: RunFolder, run: Run, data: Data) -> None:
    """What is gone on with learns from the same reviews.

    Raises:
        RunError: they are others than when the run began.
    """
    begun = folder.reviews()
    if not run.history or not begun:
        folder.amend(reviews=data.source)
    elif begun != data.source:
        raise RunError(
            "The reviews of {name} are others than when it began, so it cannot be gone on with. "
            "Bring them back, or train anew with the settings of this run.",
            name=run.title,
        )


def _finish(folder: RunFolder, data: Data, seconds: float, *, stopped: bool) -> None:
    """Put the best weights and the record in their places."""
    run = folder.read()
    assert run.plan is not None
    if (best := run.best) is None:
        if run.history:
            raise TrainingError(
                "The loss is not a number in any epoch, so there is nothing to keep. "
                "Take a smaller learning rate."
            )
        return  # stopped before the first epoch ended
    if (place := run.best_place) is None:
        raise RunError(
            "The weights of the best epoch of {name} are missing, so it cannot be finished. Its "
            "other checkpoints still open.",
            name=run.title,
        )
    model = folder.path / MODEL
    _link(run.checkpoint_path(run.checkpoints[place]), model)
    history = [dict(entry) for entry in run.history]
    # Training that was resumed began earlier.
    spent = max(seconds, sum(float(entry.get("seconds", 0.0)) for entry in history))
    record = record_of(run.plan.recipe, data, history, best, model, spent)
    if stopped:
        record["stopped"] = "user"
    write_json(folder.path / RECORD, record)


def _link(source: Path, target: Path) -> None:
    """The same file under another name: that needs no room, where the disk knows links."""

    def write(at: Path) -> None:
        try:
            os.link(source, at)
        except OSError:
            shutil.copyfile(source, at)

    write_atomically(target, write)


def _say(folder: RunFolder, **changes: Any) -> None:
    folder.write_status(replace(folder.read().status, updated=time.time(), **changes))


def _fail(folder: RunFolder, error: GatescopeError) -> None:
    """Say what went wrong, if that can be written at all."""
    values = {key: str(value) for key, value in error.values.items()}
    with contextlib.suppress(OSError, GatescopeError):
        _say(folder, state="failed", error=(error.template, values), logs={})
