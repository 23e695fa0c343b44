"""The bundled models of the tasks, with what was measured when they were trained.

Only records are read here; a model is opened with `engine.network.opening`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.library import LESSONS, Record
from engine.plain_json import parse_json
from engine.tasks.task import Task, Variant


@dataclass(frozen=True)
class TaskModel:
    """A bundled model of a task: which, its file, and what was measured of it."""

    variant: Variant
    path: Path
    record: Record


@dataclass(frozen=True)
class TaskRecord:
    """What was measured when the models of a task were trained.

    Attributes:
        task: of which task.
        models: those that are there, in the task's order.
        data: the record as it stands in the file; ``data`` in it says what was learned from.
    """

    task: Task
    models: tuple[TaskModel, ...]
    data: Mapping[str, Any]

    def model(self, name: str) -> TaskModel:
        """The model of that name.

        Raises:
            ModelError: there is none.
        """
        for model in self.models:
            if model.variant.name == name:
                return model
        raise ModelError(
            "The model {name} is missing. Install Gatescope again, or make it: make models "
            "ARGS={task}.",
            name=name,
            task=self.task.name,
        )


def task_record(task: Task, folder: Path = LESSONS) -> TaskRecord | None:
    """The record of a task; None where its models were not made.

    Raises:
        ModelError: it is damaged.
    """
    path = folder / f"{task.name}.json"
    try:
        data = parse_json(path.read_bytes())
        records = {model["name"]: Record(model) for model in data["models"]}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            "The record {name} cannot be read: {reason}. Install Gatescope again.",
            name=path.name,
            reason=str(error)[:200],
        ) from error
    models = tuple(
        TaskModel(variant, folder / f"{variant.name}.keras", records[variant.name])
        for variant in task.variants
        if variant.name in records
    )
    return TaskRecord(task, models, data)
