"""`Plan`: a recipe and the reviews that it is to learn from.  No TensorFlow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.errors import TrainingError
from engine.text.sources.reference import SourceReference
from engine.training.recipes import FIELDS, RECIPES, Recipe

MIN_REVIEWS = int(FIELDS["limit"].low)
"""Reviews that leave something to learn from and something to hold out."""


@dataclass(frozen=True)
class Plan:
    """Everything that a training process has to be told.

    Attributes:
        recipe: what is trained, and how.
        source: where the reviews come from.
        limit: only the first so many of them; None for all.
        every: also keep the weights after every so many batches; 0 keeps only each epoch's.

    Raises:
        TrainingError: the limit leaves too few reviews, or a value makes no sense.
    """

    recipe: Recipe
    source: SourceReference = field(default_factory=SourceReference)
    limit: int | None = None
    every: int = 0

    def __post_init__(self) -> None:
        """Hold the numbers against their bounds."""
        if self.limit is not None and self.limit < MIN_REVIEWS:
            raise too_few(self.limit)
        if FIELDS["every"].number_problem(self.every):
            raise TrainingError(
                "Weights are kept after every 1 to {most} batches, not {every}.",
                most=f"{FIELDS['every'].high:,}",
                every=self.every,
            )

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        return {
            "recipe": self.recipe.as_dict(),
            "source": self.source.as_dict(),
            "limit": self.limit,
            "every": self.every,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Plan:
        """What `as_dict` wrote.

        Raises:
            TrainingError: a value makes no sense.
            TextError: the source is not known.
        """
        recipe, source = data.get("recipe"), data.get("source")
        limit, every = data.get("limit"), data.get("every", 0)
        if not isinstance(recipe, Mapping):
            raise TrainingError("The plan has no recipe.")
        if limit is not None and type(limit) is not int:
            raise TrainingError("The limit is {limit}; it must be a whole number.", limit=limit)
        return cls(
            Recipe.from_dict(recipe),
            SourceReference.from_dict(source) if isinstance(source, Mapping) else SourceReference(),
            limit,
            every if type(every) is int else 0,
        )


def too_few(limit: int) -> TrainingError:
    """The error where a limit leaves too few reviews."""
    return TrainingError(
        "{limit} reviews are too few to train on; take at least {fewest}.",
        limit=limit,
        fewest=MIN_REVIEWS,
    )


DEMONSTRATION = Plan(
    replace(RECIPES["lstm"], optimizer="adam", learning_rate=0.005, batch=32, epochs=10),
    limit=2000,
)
"""Learns visibly within a minute.  With more than 11 epochs XLA would compile it, and the first
epoch be there 10 seconds later; patience ends it after the seventh."""


@dataclass(frozen=True)
class Reached:
    """What a training reached, as measured on two cores.

    Attributes:
        accuracy: on the reviews held out, right after the epoch.
        held_out: how many they were.
        epoch: the one with the best validation loss, from 1.
        seconds: from the start of the process to the end of that epoch.
    """

    accuracy: float
    held_out: int
    epoch: int
    seconds: int


DEMONSTRATED = Reached(accuracy=0.755, held_out=400, epoch=4, seconds=21)
"""Of `DEMONSTRATION`, its reviews prepared before, on a machine that had other work too; the
first epoch (0.550) was there after 15 seconds, the end (epoch 7) after 25."""
