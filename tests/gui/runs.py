"""Runs with real histories: those of the bundled models, as their folders would tell them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTranslator

from engine.library import MODELS
from engine.training.checkpoints import Checkpoint, checkpoint_name
from engine.training.outline import outline
from engine.training.plan import Plan
from engine.training.recipes import RECIPES, Recipe
from engine.training.run import Run
from engine.training.status import Status

RUNS = Path("/runs")
LAST = {"lstm": 89, "gru": 100, "simple_rnn": 29, "simple_rnn_one_hot": 55, "two_lstm": 27}
"""Epochs that the histories have."""


def history_of(name: str) -> tuple[dict[str, Any], ...]:
    """What was measured when a bundled model was trained, an object an epoch."""
    record = json.loads((MODELS / f"{name}.json").read_text(encoding="utf-8"))
    return tuple(record["history"])


def a_run(
    name: str = "lstm",
    *,
    epochs: int | None = None,
    status: Status | None = None,
    recipe: Recipe | None = None,
    **changes: Any,
) -> Run:
    """A run with the history of a bundled model.

    Args:
        name: of the bundled model, and of the folder.
        epochs: only the first so many; None for all.
        status: "finished" if it is not given.
        recipe: the lecture's if it is not given.
        changes: other fields of the run.
    """
    recipe = recipe or RECIPES[name]
    history = history_of(name)[:epochs]
    run = Run(
        path=RUNS / name,
        title=recipe.title,
        created="2026-11-24T16:10:09+00:00",
        plan=Plan(recipe),
        epochs=recipe.epochs,
        layers=tuple((row.layer, row.shape, row.parameters) for row in outline(recipe).rows),
        settings={},
        status=status or Status(state="finished", epoch=len(history)),
        history=history,
        checkpoints=checkpoints(len(history)),
    )
    return replace(run, **changes)


def checkpoints(epochs: int) -> tuple[Checkpoint, ...]:
    """The weights after every epoch, and before the first."""
    return tuple(Checkpoint(epoch, 0, checkpoint_name(epoch)) for epoch in range(epochs + 1))


def running(name: str = "lstm", epochs: int = 11, part: float = 0.5, **logs: float) -> Run:
    """A run in the epoch after so many."""
    status = Status(
        state="running",
        epoch=epochs + 1,
        batch=int(part * 300),
        batches=300,
        logs=logs or {"loss": 0.55, "accuracy": 0.7},
    )
    return a_run(name, epochs=epochs, status=status)


def foreign(
    entries: Sequence[Mapping[str, float]],
    name: str = "theirs",
    **changes: Any,
) -> Run:
    """A run of people's own code: no plan, metrics of theirs.

    Args:
        entries: the metrics of each epoch.
    """
    history = tuple(
        {"epoch": epoch, **entry, "seconds": 1.5} for epoch, entry in enumerate(entries, 1)
    )
    run = Run(
        path=RUNS / name,
        title=name,
        created="2026-11-24T18:00:00+00:00",
        plan=None,
        epochs=len(history),
        layers=(("dense (Dense)", "(None, 1)", 9),),
        settings={"optimizer": "Adam", "learning_rate": 0.001},
        status=Status(state="finished", epoch=len(history)),
        history=history,
        checkpoints=checkpoints(len(history)),
    )
    return replace(run, **changes)


class Marked(QTranslator):
    """Translates every text into itself with a mark: what has none was not translated."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"※{text}"

    def isEmpty(self) -> bool:
        return False
