"""`RunRecorder`: the Keras callback that leaves a run for Gatescope to follow.

It is written to what `keras.callbacks.CallbackList` calls rather than made from
``keras.callbacks.Callback``, so that importing it imports no Keras, and one class serves
Keras 3 and tf-keras.  It needs only Python's standard library and the Keras that trains.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import time
import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.atomic import write_atomically
from engine.training.checkpoints import CHECKPOINTS, Checkpoint, checkpoint_name
from engine.training.run_folder import CONFIG, RunFolder
from engine.training.status import Status

OFTEN = 0.2
"""Seconds between two reports of progress within an epoch, at least."""

MEASURED = 1.0
"""Seconds of batches after which their time says something of the others."""


class RunRecorder:
    """Keeps a run folder: configuration, progress, history, and a checkpoint an epoch.

    ``model.fit(..., callbacks=[RunRecorder("runs/my-lstm")])`` is all there is to do; the
    window follows the folder with "Follow run…", live, wherever it is.  Recording never
    ends a training: what cannot be written is warned of and tried again an epoch later.
    Under ``MirroredStrategy`` Keras calls it once, not once a device; of several workers only
    the first one writes (``TF_CONFIG``).

    Args:
        folder: of the run, made if it is not there.  If there is a run in it already, a
            new ``fit`` takes ``folder-2`` and so on, while one with ``initial_epoch``
            goes on in it.
        title: what the window calls it; the folder's name if none.
        every: also keep the weights after every so many batches; 0 only each epoch's.

    Attributes:
        folder: where this run is, once the training has begun.
    """

    def __init__(self, folder: str | Path, title: str = "", *, every: int = 0) -> None:
        self.folder = self._asked_for = Path(folder)
        self.title = title
        self.every = every
        self.params: dict[str, Any] = {}
        self.model: Any = None
        self._run: RunFolder | None = None
        self._entries: list[dict[str, Any]] = []
        self._checkpoints: list[Checkpoint] = []
        self._status = Status()
        self._began = self._told = 0.0
        self._first: tuple[int, float] | None = None
        self._done = 0
        self._compiled = False
        self._warned = False
        self._described = True
        self._is_chief = True

    def __getattr__(self, name: str) -> Any:
        """Every other hook that Keras has, or will have, does nothing here."""
        if name.startswith("on_"):
            return lambda *_, **__: None
        if name.startswith("_implements_"):  # asked by tf-keras
            return lambda: name == "_implements_train_batch_hooks"
        raise AttributeError(name)

    # -- Keras's hooks -----------------------------------------------------------

    def set_params(self, params: dict[str, Any] | None) -> None:
        """Called by Keras with ``epochs`` and ``steps``."""
        self.params = params or {}

    def set_model(self, model: Any) -> None:
        """Called by Keras with the model that is trained."""
        self.model = model

    def on_train_begin(self, logs: Any = None) -> None:
        """A new ``fit``: the folder is made when its first epoch begins."""
        self._run, self._compiled = None, False
        self._is_chief = _is_chief()
        self._stand_by()

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Say that an epoch begins."""
        self._began = time.monotonic()
        self._first, self._done = None, 0
        if self._run is None and self._is_chief:
            self._try(lambda: self._open(epoch))
        self._tell(
            state="running",
            epoch=epoch + 1,
            batch=0,
            batches=int(self.params.get("steps") or 0),
            what="",
            logs={},
            batch_seconds=None,
        )

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Say how far the epoch has come, a few times a second."""
        steps, now = int(self.params.get("steps") or 0), time.monotonic()
        before = self._done
        # Several batches in one call: the last call of an epoch counts beyond its end.
        done = min(batch + 1, steps) if steps else batch + 1
        self._done = done
        if self.every and done // self.every > before // self.every and done < steps:
            self._try(lambda: self._keep(self._status.epoch - 1, done))
        if self._first is None:
            # The first batch compiles: it says nothing of the others.
            self._first = (done, now)
        elif now - self._told < OFTEN:
            return
        batches, since = done - self._first[0], now - self._first[1]
        self._tell(
            batch=done,
            logs=_numbers(logs),
            batch_seconds=since / batches if batches and since >= MEASURED else None,
        )

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Keep the weights, then write down the epoch."""
        seconds = time.monotonic() - self._began
        entry = {"epoch": epoch + 1, **_numbers(logs), "seconds": round(seconds, 3)}
        if not self._compiled and self._first is not None:
            seconds -= self._first[1] - self._began  # no later epoch compiles
        self._compiled = True
        self._status = replace(self._status, epoch_seconds=seconds)
        self._try(lambda: self._write(entry))

    def on_train_end(self, logs: Any = None) -> None:
        """Say that it has come to its end."""
        atexit.unregister(self._break_off)
        self._tell(state="finished", logs={})

    def _stand_by(self) -> None:
        """Say so, should the process end before ``fit`` does."""
        atexit.register(self._break_off)

    def _break_off(self) -> None:
        """The process ends, and ``fit`` has not: it was interrupted."""
        self._tell(state="stopped", logs={})

    # -- writing -----------------------------------------------------------------

    def save_model(self, path: Path) -> None:
        """Write the model as it is now."""
        self.model.save(path)

    def _open(self, epoch: int) -> None:
        """Make the folder, or go on in it after ``epoch`` epochs."""
        if epoch and (self.folder / CONFIG).exists():
            folder = RunFolder(self.folder)
            run = folder.read()
            self._entries = _padded([dict(entry) for entry in run.history], epoch)
            self._checkpoints = [
                each for each in run.checkpoints if (each.epoch, each.batch) <= (epoch, 0)
            ]
            self._status = replace(run.status, error=None)
            self._run = folder
            return
        self._entries = _padded([], epoch)
        self._checkpoints, self._status = [], Status()
        number, self.folder = 1, self._asked_for
        while (self.folder / CONFIG).exists():
            number += 1
            self.folder = self._asked_for.with_name(f"{self._asked_for.name}-{number}")
        self._run = RunFolder.create(
            self.folder,
            self.title or self.folder.name,
            epochs=int(self.params.get("epochs") or 0),
            layers=_layers(self.model),
            settings=_settings(self.model),
        )
        self._described = bool(self.model.built)
        if epoch == 0 and self._described:
            self._keep(0, 0)

    def _describe(self) -> None:
        """Write down the layers of a model that was built by its first batch."""
        if self._run is not None and not self._described:
            self._described = True
            self._run.amend(layers=_layers(self.model), settings=_settings(self.model))

    def _keep(self, epoch: int, batch: int) -> None:
        """Write a checkpoint and note it."""
        assert self._run is not None
        path = self._run.path / CHECKPOINTS / checkpoint_name(epoch, batch)
        write_atomically(path, self.save_model, durable=True)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        checkpoint = Checkpoint(epoch, batch, path.name, digest)
        self._checkpoints = [
            *(each for each in self._checkpoints if each != checkpoint),
            checkpoint,
        ]
        if batch or not epoch:
            self._run.write_history(self._entries, self._checkpoints)

    def _write(self, entry: dict[str, Any]) -> None:
        assert self._run is not None
        self._describe()
        # First: an epoch whose weights could not be kept was trained all the same.
        self._entries = [*_padded(self._entries, entry["epoch"] - 1), entry]
        try:
            self._keep(entry["epoch"], 0)
        finally:
            self._run.write_history(self._entries, self._checkpoints)

    def _tell(self, **changes: Any) -> None:
        self._told = time.monotonic()
        self._status = replace(self._status, updated=time.time(), **changes)
        run = self._run
        if run is not None:
            self._try(lambda: run.write_status(self._status))

    def _try(self, write: Any) -> None:
        """Write; a training is not ended because its recording fails."""
        try:
            write()
        except Exception as error:  # noqa: BLE001 - whatever Keras or the disk raises
            if not self._warned:
                self._warned = True
                warnings.warn(
                    f"RunRecorder: {self.folder} could not be written, and the training goes "
                    f"on without it: {type(error).__name__}: {error}",
                    RuntimeWarning,
                    stacklevel=3,
                )


def _padded(entries: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """So many entries; epochs that nobody recorded have a number, and nothing else."""
    return [*entries[:count], *({"epoch": n} for n in range(len(entries) + 1, count + 1))]


def _is_chief() -> bool:
    """Whether this process is the one of several that writes, as ``TF_CONFIG`` has it."""
    try:
        task = json.loads(os.environ.get("TF_CONFIG") or "{}").get("task", {})
        return task.get("type") in (None, "chief", "master") or int(task.get("index", 0)) == 0
    except (ValueError, TypeError, AttributeError):
        return True


def _numbers(logs: Mapping[str, Any] | None) -> dict[str, float]:
    numbers = {}
    for key, value in (logs or {}).items():
        try:
            numbers[str(key)] = float(value)
        except (TypeError, ValueError):  # a metric that is no number has no curve
            continue
    return numbers


def _layers(model: Any) -> list[tuple[str, str, int]]:
    """Name and kind, output shape and parameters of each layer, as far as Keras tells."""
    rows = []
    for layer in model.layers:
        kind = type(layer).__name__
        if kind == "InputLayer":
            continue
        try:
            shape = str((None, *tuple(layer.output.shape)[1:]))  # any number of sequences
        except (AttributeError, ValueError, TypeError):  # used twice, or never called
            shape = ""
        try:
            parameters = int(layer.count_params())
        except (ValueError, TypeError):  # not built
            parameters = 0
        rows.append((f"{layer.name} ({kind})", shape, parameters))
    return rows


def _settings(model: Any) -> dict[str, Any]:
    optimizer = getattr(model, "optimizer", None)
    settings: dict[str, Any] = {"optimizer": type(optimizer).__name__}
    try:
        rate = optimizer.learning_rate  # type: ignore[union-attr]
        settings["learning_rate"] = float(rate.numpy() if hasattr(rate, "numpy") else rate)
    except (AttributeError, TypeError, ValueError):  # a schedule, or no optimizer
        pass
    return settings
