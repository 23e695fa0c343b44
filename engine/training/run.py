"""`Run`: one training as its folder says at one moment.  No TensorFlow, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.training.checkpoints import CHECKPOINTS, Checkpoint
from engine.training.plan import Plan
from engine.training.status import ENDED, Status, finite

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Run:
    """A run as its folder says at one moment.

    Attributes:
        path: the folder.
        title: what a person calls it.
        created: when it was made, ISO 8601.
        plan: what is trained on what; None where people's own code trains.
        epochs: how many there are to be at most, 0 where that is not known.
        layers: the model's outline: name, output shape, parameters of each layer.
        settings: optimizer, learning rate and batch, as far as they are known.
        status: how far it has come.
        history: an object an epoch: ``epoch`` from 1, ``seconds``, and Keras's ``logs``.
        checkpoints: rising.
    """

    path: Path
    title: str
    created: str
    plan: Plan | None
    epochs: int
    layers: tuple[tuple[str, str, int], ...]
    settings: Mapping[str, Any]
    status: Status
    history: tuple[Entry, ...]
    checkpoints: tuple[Checkpoint, ...]

    @property
    def ended(self) -> bool:
        """Whether it says that it has come to its end."""
        return self.status.state in ENDED

    @property
    def parameters(self) -> int:
        """The number of trained numbers."""
        return sum(parameters for _, _, parameters in self.layers)

    @property
    def metric(self) -> str:
        """What the best epoch is the best of: ``val_loss``, or ``loss`` without validation."""
        return "val_loss" if any("val_loss" in entry for entry in self.history) else "loss"

    @property
    def best(self) -> Entry | None:
        """The epoch with the lowest validation loss, the first of several; None before one."""
        known = [entry for entry in self.history if finite(entry.get(self.metric)) is not None]
        return min(known, key=lambda entry: float(entry[self.metric]), default=None)

    @property
    def patience_ended(self) -> bool:
        """Whether early stopping ended it."""
        patience = None if self.plan is None else self.plan.recipe.patience
        best = self.best
        return (
            self.status.state == "finished"
            and patience is not None
            and best is not None
            and len(self.history) < self.epochs
            and len(self.history) - int(best["epoch"]) >= patience
        )

    def place_of(self, epoch: int) -> int | None:
        """The place among `checkpoints` of the weights after an epoch, None if there are none."""
        for place, each in enumerate(self.checkpoints):
            if (each.epoch, each.batch) == (epoch, 0):
                return place
        return None

    @property
    def best_place(self) -> int | None:
        """The place of the best epoch's weights, None if there are none."""
        return None if self.best is None else self.place_of(int(self.best["epoch"]))

    @property
    def place_to_show(self) -> int:
        """Which weights to show first: of a run that has ended the best, else the newest.

        -1 if there are none.
        """
        best = self.best_place if self.ended else None
        return len(self.checkpoints) - 1 if best is None else best

    def checkpoint_path(self, checkpoint: Checkpoint) -> Path:
        """Where the weights of a moment are."""
        return self.path / CHECKPOINTS / checkpoint.name

    @property
    def share(self) -> float:
        """How much of all its epochs has been trained, 0 to 1."""
        status = self.status
        if not self.epochs:
            return 0.0
        under_way = 0.0
        if status.state == "running" and status.batches and status.epoch > len(self.history):
            under_way = status.batch / status.batches
        return min(1.0, (len(self.history) + under_way) / self.epochs)

    def seconds_left(self) -> float | None:
        """How long it will go on if it trains every epoch; None where that is not known."""
        status = self.status
        if status.state != "running" or not self.epochs:
            return None
        later = max(0, self.epochs - status.epoch)
        if status.batch_seconds is None:  # the epoch has just begun
            each = status.epoch_seconds
            return None if each is None else (later + 1) * each
        rest = (status.batches - status.batch) * status.batch_seconds
        each = status.epoch_seconds or status.batches * status.batch_seconds
        return rest + later * each
