"""Run folders made by hand, with real models as their checkpoints."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.library import MODELS
from engine.training.checkpoints import CHECKPOINTS, Checkpoint, checkpoint_name
from engine.training.plan import Plan
from engine.training.recipes import RECIPES
from engine.training.run_folder import RunFolder
from engine.training.status import State, Status

CHANGING = ("lstm", "lstm_dropout")
"""Two bundled models of one shape: checkpoints of a run take turns to be the one or the other."""


def entry(epoch: int) -> dict[str, Any]:
    """What the history says of an epoch; the third is the best."""
    loss = 0.7 - 0.05 * epoch if epoch <= 3 else 0.6
    numbers = {"loss": loss - 0.02, "accuracy": 0.5, "val_loss": loss, "val_accuracy": 0.6}
    return {"epoch": epoch, **numbers, "seconds": 1.5}


def add_epochs(folder: RunFolder, last: int) -> None:
    """Give a run its epochs up to ``last``, each with a checkpoint."""
    entries, kept = [entry(n) for n in range(1, last + 1)], []
    for epoch in range(last + 1):
        path = folder.path / CHECKPOINTS / checkpoint_name(epoch)
        if not path.exists():
            shutil.copyfile(MODELS / f"{CHANGING[epoch % 2]}.keras", path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        kept.append(Checkpoint(epoch, 0, path.name, digest))
    folder.write_history(entries, kept)


def make_run(
    path: Path, title: str = "LSTM(8)", epochs: int = 4, state: State = "finished", most: int = 10
) -> RunFolder:
    """A run that has come so far."""
    plan = Plan(replace(RECIPES["lstm"], epochs=most), limit=300)
    folder = RunFolder.create(path, title, plan=plan, epochs=most, layers=[("lstm", "", 8809)])
    add_epochs(folder, epochs)
    folder.write_status(Status(state, epoch=epochs, updated=1.0))
    return folder


def config_of(folder: RunFolder) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder.path / "config.json").read_text(encoding="utf-8"))
    return found
