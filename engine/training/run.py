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

import math
import queue
import shutil
import tempfile
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from engine.errors import TrainingError
from engine.training.data import Data, load
from engine.training.network import build, quiet_keras
from engine.training.recipes import Recipe
from engine.training.record import record_of, write_record

MODEL = "model.keras"
RECORD = "record.json"

Event = dict[str, Any]
Events = queue.SimpleQueue[Event | BaseException | None]

_STOP_WITHIN = 30.0
"""Seconds in which Keras comes to the end of a batch, compiling included."""


class _Stopped(Exception):
    """Ends ``fit`` from within; nobody waits for it."""


def train(recipe: Recipe, out: Path, limit: int | None = None) -> Generator[Event, None, None]:
    """Train a recipe; closing the generator stops the training and leaves no file.

    Args:
        recipe: what and how.
        out: a folder, made if it is not there; receives ``model.keras`` with the best
            weights and ``record.json``, both whole or not at all.
        limit: only the first so many reviews.

    Raises:
        TrainingError: the folder cannot be written, too few reviews, or the loss became
            no number.
        TextError: the reviews are not there.
    """
    work = _work_folder(out)
    try:
        data = yield from _loaded(recipe, limit)
        start = time.monotonic()
        history = yield from _fit(recipe, data, work / MODEL)
        seconds = time.monotonic() - start
        best = _best(history)
        record = record_of(recipe, data, history, best, work / MODEL, seconds)
        write_record(work / RECORD, record)
        # The record goes first: one that does not fit its model shows by its digest.
        for name in (RECORD, MODEL):
            (work / name).replace(out / name)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    yield {
        "event": "done",
        **{key: record[key] for key in ("epochs", "best_epoch", "seconds", "stopped")},
        "val_loss": best["val_loss"],
        "val_accuracy": best["val_accuracy"],
        "model": str(out / MODEL),
        "record": str(out / RECORD),
    }


def _loaded(recipe: Recipe, limit: int | None) -> Generator[Event, None, Data]:
    loading = load(recipe, limit)
    while True:
        try:
            progress = next(loading)
        except StopIteration as end:
            data: Data = end.value
            return data
        yield {
            "event": "prepare",
            "done": progress.done,
            "total": progress.total,
            "what": progress.what,
        }


def _fit(
    recipe: Recipe, data: Data, checkpoint: Path
) -> Generator[Event, None, list[dict[str, Any]]]:
    """``model.fit`` in a thread of its own; yields an event an epoch.

    Returns:
        the history: an object an epoch.
    """
    events: Events = queue.SimpleQueue()
    stopping = threading.Event()
    yield {
        "event": "start",
        "recipe": recipe.name,
        "parameters": recipe.parameters,
        "training": len(data.training),
        "held_out": len(data.held_out),
        "epochs": recipe.epochs,
        "seed": recipe.seed,
    }

    def work() -> None:
        try:
            _call_fit(recipe, data, checkpoint, events, stopping)
            events.put(None)
        except BaseException as error:  # noqa: BLE001  # raised again in the caller's thread
            events.put(error)

    thread = threading.Thread(target=work, name="fit", daemon=True)
    thread.start()
    history: list[dict[str, Any]] = []
    try:
        while (event := _next(events)) is not None:
            if isinstance(event, BaseException):
                raise event
            best = all(event["val_loss"] < other["val_loss"] for other in history)
            history.append(event)
            yield {"event": "epoch", "epochs": recipe.epochs, **event, "best": best}
    finally:
        stopping.set()
        thread.join(_STOP_WITHIN)
    return history


def _call_fit(
    recipe: Recipe, data: Data, checkpoint: Path, events: Events, stopping: threading.Event
) -> None:
    """The lecture's ``compile`` and ``fit``; puts an object an epoch into ``events``."""
    keras = quiet_keras()
    keras.utils.set_random_seed(recipe.seed)
    lecture, trained = build(recipe)
    # Compiled by XLA, an epoch of the LSTM takes a third of the time.
    trained.compile(
        optimizer=keras.optimizers.RMSprop(learning_rate=recipe.learning_rate),
        loss="binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=True,
    )

    class Reporter(keras.callbacks.Callback):  # type: ignore[misc, name-defined]
        """Tells of each epoch, and ends `fit` when that is asked for."""

        begun = 0.0

        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            self.begun = time.monotonic()

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            if stopping.is_set():
                raise _Stopped

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            names = ("loss", "accuracy", "val_loss", "val_accuracy")
            numbers = {name: float(logs[name]) for name in names}
            seconds = round(time.monotonic() - self.begun, 2)
            events.put({"epoch": epoch + 1, **numbers, "seconds": seconds})

    class LecturesCheckpoint(keras.callbacks.ModelCheckpoint):  # type: ignore[misc, name-defined]
        """Writes the lecture's model, whatever is trained in its place."""

        def set_model(self, model: Any) -> None:
            super().set_model(lecture)

    trained.fit(
        data.training.ids,
        data.training.labels,
        epochs=recipe.epochs,
        batch_size=recipe.batch,
        validation_data=(data.held_out.ids, data.held_out.labels),
        callbacks=[
            LecturesCheckpoint(str(checkpoint), monitor="val_loss", save_best_only=True),
            keras.callbacks.EarlyStopping(
                monitor="val_loss", patience=recipe.patience, restore_best_weights=True
            ),
            Reporter(),
        ],
        verbose=0,
    )


def _next(events: Events) -> Event | BaseException | None:
    while True:
        try:
            return events.get(timeout=0.5)  # without an end to it, Windows holds back Ctrl-C
        except queue.Empty:
            continue


def _best(history: list[dict[str, Any]]) -> dict[str, Any]:
    """The epoch with the lowest validation loss, whose weights were kept."""
    known = [epoch for epoch in history if math.isfinite(epoch["val_loss"])]
    if not known:
        raise TrainingError(
            "The loss is not a number in any epoch, so there is nothing to keep. "
            "Take a smaller learning rate."
        )
    return min(known, key=lambda epoch: float(epoch["val_loss"]))


def _work_folder(out: Path) -> Path:
    """A new folder inside ``out``, so that nothing half-written ever has a final name."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".work-", dir=out))
    except OSError as error:
        raise _unwritable(out, error) from error


def _unwritable(out: Path, error: OSError) -> TrainingError:
    return TrainingError(
        "{folder} cannot be written: {reason}. Name a folder of yours that has room.",
        folder=out,
        reason=error.strerror or str(error),
    )
