"""`fit`: Keras trains a plan's model into a run folder, from its beginning or its last epoch.

Only the training process calls it.  Keras's own ``fit`` does the work, with the lecture's
settings; what is recorded, and how it is stopped, are callbacks.

Going on is exact: after ``set_random_seed`` Keras shuffles the reviews in the same order in
every epoch, the dropout's generators are among the model's variables, and the optimizer's
are kept beside them.  A run that was interrupted ends with the very numbers that it would
have ended with.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.atomic import NO_ROOM, write_atomically
from engine.errors import RunError
from engine.training.checkpoints import state_name
from engine.training.data import Data
from engine.training.keras_model import batches_at_once, build, is_compiled, quiet_keras
from engine.training.plan import Plan
from engine.training.recipes import LOSS, METRIC, Recipe
from engine.training.recorder import RunRecorder
from engine.training.run import Run
from engine.training.run_folder import RunFolder, unwritable_run

ShouldStop = Callable[[], bool]


class Stopped(Exception):
    """The user asked to stop; everything up to the last epoch is kept."""


def fit(
    plan: Plan,
    data: Data,
    folder: RunFolder,
    should_stop: ShouldStop,
    told: Callable[[Mapping[str, Any]], object] = lambda entry: None,
) -> None:
    """Train the plan's model; a folder with epochs in it is gone on with.

    ``should_stop`` is asked after every batch; ``told`` gets the history's entry of each epoch
    when everything of it is in the folder.

    Raises:
        Stopped: ``should_stop`` became true.
        RunError: the folder cannot be written, or what it has cannot be gone on with.
        ImportError: TensorFlow is missing or broken.
    """
    keras = quiet_keras()
    recipe = plan.recipe
    run = folder.read()
    done = len(run.history)
    keras.utils.set_random_seed(recipe.seed)
    lecture, trained = build(recipe)
    trained.compile(
        optimizer=_optimizer(keras, recipe),
        loss=LOSS,
        metrics=[METRIC],
        jit_compile=is_compiled(recipe, len(data.training.ids)),
        steps_per_execution=batches_at_once(recipe, plan.every),
    )
    _build_what_learns(trained, data)
    if done:
        done = _restored(trained, folder.path, done)
        run = replace(run, history=run.history[:done])
    stopping = _early_stopping(keras, recipe, run)
    if stopping.over or done >= recipe.epochs:
        return
    trained.fit(
        data.training.ids,
        data.training.labels,
        initial_epoch=done,
        epochs=recipe.epochs,
        batch_size=recipe.batch,
        validation_data=(data.held_out.ids, data.held_out.labels),
        callbacks=[_Recorder(folder, lecture, plan.every, should_stop, told), stopping],
        verbose=0,
    )


def _build_what_learns(model: Any, data: Data) -> None:
    """Make the variables of optimizer and metrics, as ``fit`` would only do inside its first step:
    TensorFlow then makes the graph of a step a second time, half a second of a core."""
    model.optimizer.build(model.trainable_variables)
    labels = data.training.labels[:1]
    model.compute_metrics(None, labels, np.zeros((len(labels), 1), np.float32))
    model.reset_metrics()


class _Recorder(RunRecorder):
    """Records the lecture's model, whatever is trained in its place, with what to go on from.

    Where a `RunRecorder` in people's own training warns, this one ends the training: a run
    that cannot be kept is of no use to the window.
    """

    def __init__(
        self,
        folder: RunFolder,
        lecture: Any,
        every: int,
        should_stop: ShouldStop,
        told: Callable[[Mapping[str, Any]], object],
    ) -> None:
        super().__init__(folder.path, every=every)
        self._lecture, self._should_stop, self._told_of = lecture, should_stop, told
        self._run_folder = folder

    def save_model(self, path: Path) -> None:
        """Write the lecture's model."""
        self._lecture.save(path)

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Say how far the epoch has come, and stop if that is asked for."""
        super().on_train_batch_end(batch, logs)
        if self._should_stop():
            raise Stopped

    def on_test_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """The validation can be stopped too."""
        if self._should_stop():
            raise Stopped

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Keep everything, then tell."""
        super().on_epoch_end(epoch, logs)
        self._told_of(self._entries[-1])
        # The one before stays: should this one be damaged, an epoch is lost and not the run.
        needed = {state_name(epoch), state_name(epoch + 1)}
        for old in self.folder.glob("state-*.npz"):
            if old.name not in needed:
                old.unlink(missing_ok=True)

    def _stand_by(self) -> None:
        """The lock says whether this process lives."""

    def on_train_end(self, logs: Any = None) -> None:
        """The process says itself how it ended, once the best weights are in place."""

    def _open(self, epoch: int) -> None:
        run = self._run_folder.read()
        self._entries = [dict(entry) for entry in run.history[:epoch]]
        self._checkpoints = [
            each for each in run.checkpoints if (each.epoch, each.batch) <= (epoch, 0)
        ]
        self._status = run.status
        self._run = self._run_folder
        if epoch == 0 and not self._checkpoints:
            self._keep(0, 0)

    def _write(self, entry: dict[str, Any]) -> None:
        # Before the history, which is what makes an epoch count.
        assert self._run is not None
        state = self.folder / state_name(entry["epoch"])
        write_atomically(state, lambda at: _save(self.model, at), durable=True)
        self._keep(entry["epoch"], 0)
        self._entries = [*self._entries[: entry["epoch"] - 1], entry]
        self._run.write_history(self._entries, self._checkpoints)

    def _try(self, write: Any) -> None:
        try:
            write()
        except OSError as error:
            raise unwritable_run(self.folder, error) from error
        except Exception as error:
            # The HDF5 library has errors of its own for a full disk.
            if shutil.disk_usage(self.folder).free < NO_ROOM:
                raise unwritable_run(self.folder, error) from error
            raise


def _optimizer(keras: Any, recipe: Recipe) -> Any:
    options = {"learning_rate": recipe.learning_rate}
    return keras.optimizers.get({"class_name": recipe.optimizer, "config": options})


def _early_stopping(keras: Any, recipe: Recipe, run: Run) -> Any:
    """The lecture's early stopping, which remembers the epochs before it was interrupted.

    The best weights need not be restored: they are a checkpoint.
    """
    best = run.best
    waited = len(run.history) - (0 if best is None else int(best["epoch"]))

    class EarlyStopping(keras.callbacks.EarlyStopping):  # type: ignore[misc]
        over = waited >= recipe.patience

        def on_train_begin(self, logs: Any = None) -> None:
            super().on_train_begin(logs)
            if best is not None:
                self.best, self.best_epoch = best["val_loss"], int(best["epoch"]) - 1
                self.wait = waited

    return EarlyStopping(monitor="val_loss", patience=recipe.patience)


# -- what is gone on from ---------------------------------------------------------------


def _variables(model: Any) -> list[Any]:
    return [*model.variables, *model.optimizer.variables]


def _save(model: Any, path: Path) -> None:
    arrays = {f"v{place}": variable.numpy() for place, variable in enumerate(_variables(model))}
    with path.open("wb") as out:
        np.savez(out, **arrays)


def _restored(model: Any, folder: Path, done: int) -> int:
    """Put back the variables of the last epoch, or of the one before if those are damaged.

    Returns after how many epochs the training goes on.

    Raises:
        RunError: there is nothing to go on from.
    """
    try:
        _restore(model, folder / state_name(done))
    except RunError:
        if done < 2 or not (folder / state_name(done - 1)).is_file():
            raise
        _restore(model, folder / state_name(done - 1))
        return done - 1
    return done


def _restore(model: Any, path: Path) -> None:
    """Put back the variables of the model and of the optimizer, which are there.

    Raises:
        RunError: they are not there, or are of another model.
    """
    variables = _variables(model)
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = [archive[f"v{place}"] for place in range(len(variables))]
        for variable, array in zip(variables, arrays, strict=True):
            if tuple(variable.shape) != array.shape:
                raise ValueError(f"{variable.path} has another shape")
            variable.assign(array)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise RunError(
            "The run {name} cannot be resumed: what it would go on from is damaged or missing "
            "({reason}). Its checkpoints still open.",
            name=path.parent.name,
            reason=str(error)[:200],
        ) from error
