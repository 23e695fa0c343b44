"""The pictures that a lesson can have: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.lessons.checks.registry import CELLS, FUNCTIONS
from engine.lessons.parse import Values
from engine.training.recipes import RECIPES
from gui.kit.later import later
from gui.lessons.picture import Make

GATED = "LSTM", "GRU"
"""Kinds of cells that have gates."""


@dataclass(frozen=True)
class PictureRow:
    """One picture.

    Attributes:
        name: in the lesson's file, behind ``@picture``.
        make: builds it.
        options: what the file may say of it, by name, each with the values that it takes; an empty
            one takes any.
    """

    name: str
    make: Make
    options: Values = field(default_factory=dict)


PICTURES: Mapping[str, PictureRow] = {
    row.name: row
    for row in (
        PictureRow(
            "activations", later("gui.lessons.activations:Activations"), {"function": FUNCTIONS}
        ),
        PictureRow("basic_step", later("gui.lessons.basic_step:BasicStep")),
        PictureRow("shuffled", later("gui.lessons.shuffled:ShuffledWords")),
        PictureRow(
            "memory_tasks",
            later("gui.lessons.memory_tasks:MemoryTasks"),
            {"task": ("adding", "copying")},
        ),
        PictureRow("unrolled", later("gui.lessons.unrolled:Unrolled")),
        PictureRow("one_to_one", later("gui.lessons.lone_word:LoneWord"), {"words": ()}),
        PictureRow(
            "one_to_many", later("gui.lessons.wave_writer:WaveWriter"), {"start": ("value", "sine")}
        ),
        PictureRow("many_to_one", later("gui.lessons.last_answer:LastAnswer"), {"kind": CELLS}),
        PictureRow("many_to_many", later("gui.lessons.tagged_words:TaggedWords"), {"text": ()}),
        PictureRow("after_the_whole", later("gui.lessons.date_writer:DateWriter"), {"date": ()}),
        PictureRow("vanishing", later("gui.lessons.vanishing:Vanishing")),
        PictureRow(
            "gate", later("gui.lessons.gate:Gate"), {"kind": GATED, "series": (), "beside": GATED}
        ),
        PictureRow(
            "data",
            later("gui.lessons.data_cards:DataCards"),
            {"card": ("review", "split", "lengths", "padded", "one_hot")},
        ),
        PictureRow("words", later("gui.lessons.word_plane:WordPlane")),
        PictureRow("model_table", later("gui.lessons.model_table:ModelTable")),
        PictureRow("settings", later("gui.lessons.settings_played:SettingsPlayed")),
        PictureRow(
            "early_stopping",
            later("gui.lessons.early_stopping:EarlyStopping"),
            {"model": tuple(RECIPES)},
        ),
    )
}
"""By name."""
