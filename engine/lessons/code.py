"""The lecture's own lines of Keras for a lesson, with this app's values put in; they run as they
stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from engine.tasks import adding, dates, one_to_many, tagger
from engine.training.recipes import RECIPES

_OF_TASKS = {
    "memory_units": adding.TASK.variants[0].units,
    "steps": one_to_many.STEPS,
    "wave_units": one_to_many.TASK.variants[0].units,
    "tag_units": tagger.TASK.variants[0].units,
    "tags": len(tagger.TAGS),
    "date_units": dates.TASK.variants[0].units,
    "date_length": dates.LENGTH,
    "date_ids": len(dates.READS) + 1,
    "written": dates.WRITTEN,
    "written_ids": len(dates.WRITES),
}

CODE: Mapping[str, str] = {
    path.stem: Template(path.read_text(encoding="utf-8")).substitute(
        RECIPES["simple_rnn"].as_dict(), **_OF_TASKS
    )
    for path in sorted((Path(__file__).parents[2] / "assets" / "lessons" / "code").glob("*.txt"))
}
"""By the name behind ``@code``, which is that of its file."""
