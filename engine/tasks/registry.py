"""All tasks, by name, in the order in which lessons come to them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.tasks import adding, copying, dates, one_to_many, one_to_one, sine, static, tagger
from engine.tasks.task import Task

TASKS: Mapping[str, Task] = {
    task.name: task
    for task in (
        static.CONV1D,
        static.BAG,
        adding.TASK,
        copying.TASK,
        one_to_one.TASK,
        one_to_many.TASK,
        sine.TASK,
        tagger.TASK,
        dates.TASK,
    )
}
