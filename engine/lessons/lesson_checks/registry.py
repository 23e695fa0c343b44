"""Questions that are asked of a lesson's own model or of a sample of the reviews, whatever the window
reads; one row each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.errors import Note
from engine.lessons.checks.kind import CheckKind
from engine.lessons.checks.registry import CHECKS
from engine.lessons.lesson_checks.lesson_about import LessonAbout
from engine.lessons.lesson_checks.of_learning import (
    ask_held_out,
    ask_stopped,
    ask_total,
    ask_updates,
)
from engine.lessons.lesson_checks.of_mappings import ask_alone, ask_date, ask_tag, ask_turns
from engine.lessons.lesson_checks.of_reviews import ask_cut, ask_nearest, ask_ones, ask_unknown
from engine.lessons.question import AskedQuestion


@dataclass(frozen=True)
class LessonCheck:
    """One kind of question.

    Attributes:
        name: behind ``@check`` in a lesson.
        title: for people, in English.
        ask: puts it.
        options: what a lesson may say of it.
        is_of_words, is_of_reviews: whether it is about `LessonAbout.words`, or about the reviews.
    """

    name: str
    title: Note
    ask: Callable[[LessonAbout], AskedQuestion]
    options: tuple[str, ...] = ()
    is_of_words: bool = False
    is_of_reviews: bool = False


LESSON_CHECKS: Mapping[str, LessonCheck] = {
    kind.name: kind
    for kind in (
        LessonCheck(
            "alone",
            Note("One to one: whether a word before changes the answer"),
            ask_alone,
            ("word", "before"),
        ),
        LessonCheck("turns", Note("One to many: how often the wave turns"), ask_turns, ("value",)),
        LessonCheck(
            "tag", Note("Many to many: what a word is tagged as"), ask_tag, ("text", "word")
        ),
        LessonCheck("date", Note("Many to many: how a date is written"), ask_date, ("text",)),
        LessonCheck(
            "unknown",
            Note("How many words are unknown"),
            ask_unknown,
            ("words",),
            is_of_reviews=True,
        ),
        LessonCheck(
            "held_out", Note("How many reviews are learned from"), ask_held_out, ("test_size",)
        ),
        LessonCheck(
            "cut", Note("How many reviews are cut"), ask_cut, ("length",), is_of_reviews=True
        ),
        LessonCheck("ones", Note("How many ones there are in one-hot"), ask_ones, ("length",)),
        LessonCheck(
            "nearest",
            Note("Which word is nearest in the embedding"),
            ask_nearest,
            ("word",),
            is_of_words=True,
        ),
        LessonCheck(
            "total", Note("How many weights a model has in all"), ask_total, ("model", "words")
        ),
        LessonCheck("updates", Note("How often an epoch changes the weights"), ask_updates),
        LessonCheck(
            "stopped",
            Note("Where early stopping ends a training"),
            ask_stopped,
            ("model", "patience"),
        ),
    )
}
"""By name."""

ALL_CHECKS: Mapping[str, CheckKind | LessonCheck] = {**CHECKS, **LESSON_CHECKS}
"""Every kind of question, also those about what is read."""
