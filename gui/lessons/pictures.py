"""The pictures that a lesson can have: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.lessons.checks.registry import CELLS, FUNCTIONS
from engine.lessons.parse import Values
from engine.training.recipes import RECIPES
from gui.lessons.context import LessonContext
from gui.lessons.picture import Make, Options, Picture

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


def _activations(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.activations import Activations

    return Activations(context, options)


def _basic_step(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.basic_step import BasicStep

    return BasicStep(context, options)


def _unrolled(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.unrolled import Unrolled

    return Unrolled(context, options)


def _vanishing(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.vanishing import Vanishing

    return Vanishing(context, options)


def _gate(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.gate import Gate

    return Gate(context, options)


def _shuffled(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.shuffled import ShuffledWords

    return ShuffledWords(context, options)


def _data(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.data_cards import DataCards

    return DataCards(context, options)


def _words(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.word_plane import WordPlane

    return WordPlane(context, options)


def _model_table(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.model_table import ModelTable

    return ModelTable(context, options)


def _settings(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.settings_played import SettingsPlayed

    return SettingsPlayed(context, options)


def _early_stopping(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.early_stopping import EarlyStopping

    return EarlyStopping(context, options)


def _memory_tasks(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.memory_tasks import MemoryTasks

    return MemoryTasks(context, options)


def _one_to_one(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.lone_word import LoneWord

    return LoneWord(context, options)


def _one_to_many(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.wave_writer import WaveWriter

    return WaveWriter(context, options)


def _many_to_one(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.last_answer import LastAnswer

    return LastAnswer(context, options)


def _many_to_many(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.tagged_words import TaggedWords

    return TaggedWords(context, options)


def _after_the_whole(context: LessonContext, options: Options) -> Picture:
    from gui.lessons.date_writer import DateWriter

    return DateWriter(context, options)


PICTURES: Mapping[str, PictureRow] = {
    row.name: row
    for row in (
        PictureRow("activations", _activations, {"function": FUNCTIONS}),
        PictureRow("basic_step", _basic_step),
        PictureRow("shuffled", _shuffled),
        PictureRow("memory_tasks", _memory_tasks, {"task": ("adding", "copying")}),
        PictureRow("unrolled", _unrolled),
        PictureRow("one_to_one", _one_to_one, {"words": ()}),
        PictureRow("one_to_many", _one_to_many, {"start": ("value", "sine")}),
        PictureRow("many_to_one", _many_to_one, {"kind": CELLS}),
        PictureRow("many_to_many", _many_to_many, {"text": ()}),
        PictureRow("after_the_whole", _after_the_whole, {"date": ()}),
        PictureRow("vanishing", _vanishing),
        PictureRow("gate", _gate, {"kind": GATED, "series": (), "beside": GATED}),
        PictureRow("data", _data, {"card": ("review", "split", "lengths", "padded", "one_hot")}),
        PictureRow("words", _words),
        PictureRow("model_table", _model_table),
        PictureRow("settings", _settings),
        PictureRow("early_stopping", _early_stopping, {"model": tuple(RECIPES)}),
    )
}
"""By name."""
