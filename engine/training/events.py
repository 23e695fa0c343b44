"""`train`: one recipe from the reviews to the best weights, as a generator of events.

An event is plain data that goes out as one line of JSON:

``{"event": "prepare", "done": 512, "total": 25000, "what": "..."}``
    the reviews are being read; slow only the first time on a machine.
``{"event": "start", "recipe": "lstm", "parameters": 8809, "training": 20000,
"held_out": 5000, "epochs": 100, "seed": 42}``
``{"event": "epoch", "epoch": 1, "epochs": 100, "loss": .., "accuracy": ..,
"val_loss": .., "val_accuracy": .., "seconds": .., "best": true}``
``{"event": "done", "epochs": 69, "best_epoch": 66, "val_loss": .., "val_accuracy": ..,
"seconds": .., "stopped": "patience" | "epochs", "model": "...", "record": "..."}``
"""

from __future__ import annotations

import queue
import shutil
import tempfile
import threading
from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.atomic import unwritable
from engine.progress import Progress
from engine.training.carry_out import carry_out
from engine.training.data import Data
from engine.training.outline import outline
from engine.training.plan import Plan
from engine.training.recipes import Recipe
from engine.training.run import Entry, Run
from engine.training.run_folder import MODEL, RECORD, RunFolder

Event = dict[str, Any]
Events = queue.SimpleQueue[Event | BaseException | Run]

_STOP_WITHIN = 30.0
"""Seconds in which Keras comes to the end of a batch, compiling included."""


def train(recipe: Recipe, out: Path, limit: int | None = None) -> Generator[Event, None, None]:
    """Train a recipe on the first ``limit`` reviews; closing the generator stops the training.

    The folder ``out``, made if it is not there, receives ``model.keras`` with the best weights and
    ``record.json``, both whole or, where it is stopped or fails, not at all.

    Raises:
        RunError: the folder cannot be written.
        TrainingError: too few reviews, or the loss became no number.
        TextError: the reviews are not there.
    """
    plan = Plan(recipe, limit=limit)
    work = _work_folder(out)
    try:
        folder = RunFolder.create(work / "run", recipe.title, plan=plan, epochs=recipe.epochs)
        run = yield from _events(folder, recipe)
        # The record goes first: one that does not fit its model shows by its digest.
        for name in (RECORD, MODEL):
            (folder.path / name).replace(out / name)
    except OSError as error:
        raise unwritable(out, error) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    best = run.best
    assert best is not None
    yield {
        "event": "done",
        "epochs": len(run.history),
        "best_epoch": best["epoch"],
        "seconds": round(sum(float(entry["seconds"]) for entry in run.history), 1),
        "stopped": "epochs" if len(run.history) == recipe.epochs else "patience",
        "val_loss": best["val_loss"],
        "val_accuracy": best["val_accuracy"],
        "model": str(out / MODEL),
        "record": str(out / RECORD),
    }


class _Teller:
    """Makes events of what `carry_out` tells."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._best: float | None = None

    def event(self, news: Progress | Data | Entry) -> Event:
        if isinstance(news, Progress):
            return {"event": "prepare", **asdict(news)}
        if isinstance(news, Data):
            return {
                "event": "start",
                "recipe": self._recipe.name,
                "parameters": outline(self._recipe).total,
                "training": len(news.training),
                "held_out": len(news.held_out),
                "epochs": self._recipe.epochs,
                "seed": self._recipe.seed,
            }
        loss = float(news["val_loss"])
        better = self._best is None or loss < self._best
        if better:
            self._best = loss
        return {"event": "epoch", "epochs": self._recipe.epochs, **news, "best": better}


def _events(folder: RunFolder, recipe: Recipe) -> Generator[Event, None, Run]:
    """`carry_out` in a thread of its own; yields what it tells, returns the run."""
    events: Events = queue.SimpleQueue()
    stopping, teller = threading.Event(), _Teller(recipe)

    def work() -> None:
        try:
            run = carry_out(folder, stopping.is_set, lambda news: events.put(teller.event(news)))
            events.put(run)
        except BaseException as error:  # noqa: BLE001  # raised again in the caller's thread
            events.put(error)

    thread = threading.Thread(target=work, name="fit", daemon=True)
    thread.start()
    try:
        while not isinstance(event := _next(events), Run):
            if isinstance(event, BaseException):
                raise event
            yield event
    finally:
        stopping.set()
        thread.join(_STOP_WITHIN)
    return event


def _next(events: Events) -> Event | BaseException | Run:
    while True:
        try:
            return events.get(timeout=0.5)  # without an end to it, Windows holds back Ctrl-C
        except queue.Empty:
            continue


def _work_folder(out: Path) -> Path:
    """A new folder inside ``out``, so that nothing half-written ever has a final name."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".work-", dir=out))
    except OSError as error:
        raise unwritable(out, error) from error
